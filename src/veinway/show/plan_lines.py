"""Lines of a treatment plan: reasons by their names, the course so far, checks with their dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.console import RenderableType
from rich.text import Text

from veinway.engine.assessment import Assessment
from veinway.engine.one import Reasoner
from veinway.engine.planning import Option
from veinway.engine.schedule import Timed
from veinway.engine.verdict_reasons import Raised, Reason, allows, inside
from veinway.language import Row, Step
from veinway.language.expressions import AnyOf, Expression, Presume
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.plan_course import Stage
from veinway.show.plan_parts import Planned, day_words, moment_words
from veinway.show.text_parts import section
from veinway.show.words import phrase

MOST_ASKED = 8
"""So many things that a drug still depends on are written out."""
WEEKS = 28 * 1440
"""After so many minutes tests around the first dose are no longer asked for."""
LONGEST = 100
"""A longer condition is not read out: the name of its row says it."""

ON_THE_PAGE = (
    "bars",
    "platelets_in_cancer",
    "suspected_hit",
    "distal_treatment",
    "subsegmental_treatment",
    "superficial_treatment",
    "arm_treatment",
    "recurrence_on_treatment_check",
    "recurrence_treatment",
    "vena_cava_filter",
    "bleeding",
    "reversal",
    "switching",
    "interruption",
    "missed_dose",
    "loading_after_heparin",
    "baseline_tests",
    "platelets_on_heparin",
    "doac_bloods",
    "doac_review",
    "high_inr",
    "low_inr",
    "next_inr",
    "duration",
    "duration_in_pregnancy",
    "extended_dose",
    "aspirin_if_declined",
    "two_anticoagulants",
)
"""The questions that a plan answers beside the drug, in this order."""


# Reasons ------------------------------------------------------------------------------------------


def reason_lines(reason: Reason, reasoner: Reasoner) -> Iterator[Text]:
    """One reason, by its name; of a reason that is another table's, each of that table's reasons."""
    sign = ("! ", "yellow") if reason.truth is Truth.YES else ("? ", "bold yellow")
    verdict = reason.row.then.short or reason.row.then.key
    for words, cite in dict.fromkeys(_named(reason, reasoner)):
        yield Text.assemble(sign, f"{verdict}: {words}", (f"  {cite}", "dim"))


def _named(reason: Reason, reasoner: Reasoner) -> Iterator[tuple[str, str]]:
    for row, when in inside(reason, reasoner):
        yield row_words(row, when), cite_words(row.cite)


def row_words(row: Row, when: Expression) -> str:
    """The name of a row; where it has none of its own, its condition."""
    said = _said(when)
    if when is row.when and row.id and not isinstance(said, AnyOf) and len(phrase(said)) <= LONGEST:
        return f"{row.id} ({phrase(said)})" if phrase(said).lower() != row.id.lower() else row.id
    return row.id if when is row.when and row.id else phrase(said)


def _said(when: Expression) -> Expression:
    """A condition without the presumption that stands behind it."""
    return _said(when.of) if isinstance(when, Presume) else when


def refusal(option: Option, reasoner: Reasoner) -> tuple[str, ...]:
    """What certainly speaks against a drug that will not be offered."""
    certain = [r for r in option.reasons if r.truth is Truth.YES and not allows(r.row.then)]
    lines = [line.plain for reason in certain for line in reason_lines(reason, reasoner)]
    if option.no_lead_in:
        lines.append("! begins with an injected anticoagulant, and none may be given")
    return tuple(dict.fromkeys(lines))


def open_lines(planned: Planned, option: Option) -> tuple[str, ...]:
    """What a drug depends on that is not known, and what is against it already."""
    certain = [reason for reason in option.reasons if reason.truth is Truth.YES]
    lines = [line.plain for each in certain for line in reason_lines(each, planned.reasoner)]
    above = {each.key for each in planned.asked_first}
    asked = [each for each in planned.depends_on(option) if each.key not in above]
    labels = [_short(each.label) for each in asked[:MOST_ASKED]]
    if len(asked) > MOST_ASKED:
        labels.append(f"{len(asked) - MOST_ASKED} more (--json has all)")
    if len(asked) < len(planned.depends_on(option)):
        labels.insert(0, "what must be known first")
    return (*lines, f"depends on: {'; '.join(labels)}") if labels else tuple(lines)


def _short(label: str) -> str:
    """The beginning of a label, as part of a sentence."""
    words = label.split(":")[0].split(" (")[0].split(", on the")[0]
    return words[:1].lower() + words[1:]


# Flags --------------------------------------------------------------------------------------------


def flag_line(raised: Raised) -> Text:
    """What must be said beside a drug; "if so" where it is not known to be so."""
    flag, so = raised.flag, raised.truth is Truth.YES
    head = ("⚑ ", "yellow") if so else ("⚑? not known whether this is so: ", "yellow")
    return Text.assemble(head, flag.text, (f"  {cite_words(flag.source)}", "dim"))


def shared_flags(planned: Planned) -> list[Raised]:
    """The flags that several of the offered drugs have, each once."""
    count: dict[str, list[Raised]] = {}
    for option in planned.offered:
        for raised in option.flags:
            count.setdefault(raised.flag.text, []).append(raised)
    return [found[0] for found in count.values() if len(found) > 2]


# Drugs --------------------------------------------------------------------------------------------


def by_place(planned: Planned) -> tuple[list[Option], list[Option]]:
    """The drugs that the guideline names, with what is taken already, and the others."""
    course = planned.course
    offered = planned.offered
    if course is not None:
        offered = tuple(sorted(offered, key=lambda each: not course.goes_on(each)))
    named = [e for e in offered if e.place is not None or (course is not None and course.goes_on(e))]
    return named, [each for each in offered if each not in named]


def taken_words(planned: Planned, option: Option) -> str:
    """Whether the drug is the one that is taken now, or a change from it."""
    course = planned.course
    if course is None:
        return ""
    if not course.goes_on(option):
        return f"  instead of {course.label}"
    return "  taken now" if len(course.drugs) == 1 else "  one of these is taken now"


def course_lines(planned: Planned) -> list[RenderableType]:
    """What is taken now and since when; that nothing begins anew beside it."""
    course = planned.course
    if course is None:
        return []
    since = "" if course.began is None else f" since {day_words(course.began)}"
    change = "Any other drug below would be a change from it, by the rules for switching"
    words = f"{course.label}{since}. {change}: never a second one beside it."
    lines: list[RenderableType] = [Text.assemble(("● ", "bold"), words)]
    if course.again:
        words = "Another clot was diagnosed since: settle why before the drug or its dose is changed."
        lines.append(Text.assemble(("! ", "bold red"), words))
    return [section("Taken now"), *lines]


def when_words(planned: Planned, option: Option, timed: Timed | None, stage: Stage) -> str:
    """From when to when; of a course that goes on, days only."""
    course = planned.course
    if stage == "now" and course is not None and not course.goes_on(option):
        return "; from the change on"
    if stage == "now" and timed is None:
        return "; this is the phase now"
    if timed is None:
        return ""
    if stage == "now":
        until = "" if timed.ends is None or timed.open_ended else f", until {day_words(timed.ends)}"
        return f"; this is the phase now{until}"
    say = moment_words if planned.begins(option) == planned.first_dose else day_words
    words = f"; from {say(timed.starts)}"
    return words if timed.last is None else f"{words}, last dose {say(timed.last)}"


# Checks and steps ---------------------------------------------------------------------------------


def check_lines(planned: Planned) -> list[RenderableType]:
    """What is decided again and when, of the drugs that may be given: each once, the soonest first."""
    found: dict[tuple[int, str], list[str]] = {}
    for option in planned.offered:
        for each in planned.reviews(option):
            found.setdefault((each.at, each.text), []).append(option.drug.label)
    lines: list[RenderableType] = []
    for (at, text), labels in sorted(found.items()):
        only = f" ({labels[0]})" if len(labels) == 1 and len(planned.offered) > 1 else ""
        lines.append(Text.assemble((f"{day_words(at)}: ", "bold"), f"{text}{only}"))
    return [section("What to check and decide, and when"), *lines] if lines else []


def of_the_plan(planned: Planned) -> Assessment:
    """The assessment with the steps alone that a plan answers, of which it is known that they apply."""
    assessment = planned.assessment
    left_out = {"baseline_tests"} if _no_baseline(planned) else set()
    kept = [
        reading
        for key in ON_THE_PAGE
        if key not in left_out
        for reading in assessment.steps
        if isinstance(reading.found.of, Step)
        and reading.found.of.question.key == key
        and reading.found.applies is Truth.YES
    ]
    return replace(assessment, steps=tuple(kept))


def _no_baseline(planned: Planned) -> bool:
    """No drug is about to begin: each is refused, or one is taken for weeks."""
    course = planned.course
    for_weeks = course is not None and course.began is not None
    if for_weeks and course is not None and course.began is not None:
        for_weeks = planned.first_dose - course.began > WEEKS
    return for_weeks or not (planned.offered or planned.open)


def rest_line() -> RenderableType:
    """Where everything else is."""
    return Text("Every other question of treatment: veinway assess --chapter treatment.", style="dim")
