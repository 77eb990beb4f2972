"""What the page, the web and the JSON of a treatment plan share: options in groups, phases with dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from veinway.engine.assessment import Assessment, assess
from veinway.engine.one import Reasoner
from veinway.engine.planning import Option, PhasePlan, Plan, choice_by, plan
from veinway.engine.schedule import Timed, met_on, schedule
from veinway.language import Fact
from veinway.language.knowledge import Knowledge
from veinway.language.time import date_of
from veinway.language.values import Situation

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
    def missing(self) -> tuple[Fact, ...]:
        """What must be known before any dose of a drug that may still be given."""
        found = {f.key: f for each in (*self.offered, *self.open) for f in each.missing}
        return tuple(found.values())

    def dated(self, option: Option) -> Iterator[tuple[PhasePlan, Timed | None]]:
        """Each phase with when it begins and ends; no dates once a dose before it is open."""
        lasting = ((part.lasts, part.given) for part in option.phases)
        times = schedule(lasting, self.first_dose)
        certain = True
        for part in option.phases:
            certain = certain and part.settled
            yield part, next(times, None) if certain else None


def planned_for(
    knowledge: Knowledge, situation: Situation, guideline: str, first_dose: int, *, strict: bool = False
) -> Planned:
    """Everything that is shown of one patient's treatment. first_dose: minutes of the site's calendar."""
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


def moment_text(minute: int) -> str:
    """The same for programs."""
    return (EPOCH + timedelta(minutes=minute)).isoformat(timespec="minutes")
