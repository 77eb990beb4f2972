"""What the page, the web and the JSON of a plan share: options in groups, phases with dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from veinway.care.facts.treatment import treatment_start
from veinway.engine.assessment import Assessment, assess
from veinway.engine.finding import Finding
from veinway.engine.known_first import Asked
from veinway.engine.one import Reasoner
from veinway.engine.planning import Option, PhasePlan, Plan, choice_by, open_below, plan
from veinway.engine.schedule import Decision, Timed, decisions, met_on
from veinway.language import Fact
from veinway.language.knowledge import Knowledge, events_of
from veinway.language.time import date_of
from veinway.language.values import Situation, Truth
from veinway.records.problems import Problem
from veinway.show.contradictions import contradictions
from veinway.show.plan_course import Course, Stage, course_of, stages

EPOCH = datetime(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and the assessment of the same patient; `first_dose` in minutes of the site's calendar."""

    knowledge: Knowledge
    plan: Plan
    assessment: Assessment
    first_dose: int

    @property
    def offered(self) -> tuple[Option, ...]:
        """What may be given, the best first."""
        return tuple(each for each in self.plan.options if each.offered)

    @property
    def open(self) -> tuple[Option, ...]:
        """What cannot be said yet."""
        return tuple(each for each in self.plan.options if not each.offered and not each.refused)

    @property
    def refused(self) -> tuple[Option, ...]:
        """What will not be offered, whatever is still unknown."""
        return tuple(each for each in self.plan.options if each.refused)

    @property
    def course(self) -> Course | None:
        """The course that goes on already."""
        return course_of(self.assessment.situation)

    @property
    def asked_first(self) -> tuple[Asked, ...]:
        """What must be known before any dose of a drug that may still be given."""
        found = {f.key: f for each in (*self.offered, *self.open) for f in each.missing}
        course = self.course
        if course is not None and course.began is None:
            found[treatment_start.key] = treatment_start
        return tuple(found.values())

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts among these."""
        return tuple(each for each in self.asked_first if isinstance(each, Fact))

    @property
    def reasoner(self) -> Reasoner:
        """One that sees what the plan saw."""
        return Reasoner(self.assessment.situation, presumptions=self.assessment.presumptions)

    @property
    def contradictions(self) -> tuple[Problem, ...]:
        """What is said of the clot and cannot all be so."""
        return contradictions(self.assessment.situation)

    def stages(self, option: Option) -> Iterator[tuple[PhasePlan, Timed | None, Stage]]:
        """Each phase with its dates, and whether it is over."""
        return stages(self.course, option, self.first_dose, self.assessment.situation)

    def dated(self, option: Option) -> Iterator[tuple[PhasePlan, Timed | None]]:
        """Each phase that is not over with when it begins and ends, where that is known."""
        return ((part, timed) for part, timed, stage in self.stages(option) if stage in ("now", "later"))

    def depends_on(self, option: Option) -> tuple[Asked, ...]:
        """What is not known and would help to settle whether a drug suits."""
        found: dict[str, Asked] = {}
        for reason in option.reasons:
            if reason.truth is Truth.UNKNOWN:
                for each in asked_below(reason.why):
                    found.setdefault(each.key, each)
        return tuple(found.values())

    def begins(self, option: Option) -> int | None:
        """When the course of a drug began or begins; None where that is not known."""
        course = self.course
        return course.began if course is not None and course.anchors(option) else self.first_dose

    def reviews(self, option: Option) -> tuple[Decision, ...]:
        """What is still to be decided again of one drug, and when."""
        begins = self.begins(option)
        if begins is None:
            return ()
        last = [timed for _, timed, _ in self.stages(option)][-1:]
        over = next((each.ends for each in last if each is not None and not each.open_ended), None)
        dated = decisions(option.drug.reviews, begins)
        due = (each for each in dated if each.at >= self.first_dose)
        return tuple(each for each in due if over is None or each.at <= over)


def asked_below(finding: Finding) -> Iterator[Asked]:
    """The facts and events that keep a finding open, in the order of their names."""
    for part in sorted(open_below(finding), key=lambda each: str(getattr(each, "key", ""))):
        if isinstance(part, Fact):
            yield part
        else:
            yield from events_of(part)


def planned_for(
    knowledge: Knowledge, situation: Situation, guideline: str, first_dose: int, *, strict: bool = False
) -> Planned:
    """All that is shown of one patient's treatment. first_dose: minutes of the site's calendar."""
    reasoner = Reasoner(situation, presumptions=not strict)
    options = plan(knowledge, reasoner, choice_by(knowledge, guideline))
    assessment = assess(knowledge, situation, guideline, presumptions=not strict)
    return Planned(knowledge, options, assessment, first_dose)


def first_dose_minute(when: datetime, zone: tzinfo) -> int:
    """A moment in minutes of the site's calendar; one without a zone is the site's already."""
    local = when.astimezone(zone).replace(tzinfo=None) if when.tzinfo else when
    return int((local - EPOCH).total_seconds()) // 60


def met_words(part: PhasePlan, situation: Situation) -> str:
    """Since when a phase may end by what ends it; empty where it may not yet, or nothing ends it so."""
    day = met_on(part.lasts, situation)
    return "" if day is None else f"this was so on {date_of(day).isoformat()}: it may end"


def moment_words(minute: int) -> str:
    """A moment of the site's calendar: "Sunday 8 March 2026, 20:00"."""
    when = EPOCH + timedelta(minutes=minute)
    return f"{when:%A} {when.day} {when:%B %Y, %H:%M}"


def day_words(minute: int) -> str:
    """The day alone: "Sunday 8 March 2026"."""
    return moment_words(minute).rpartition(",")[0]


def moment_text(minute: int) -> str:
    """The same for programs."""
    return (EPOCH + timedelta(minutes=minute)).isoformat(timespec="minutes")
