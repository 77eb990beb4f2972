"""The INR page of one patient: the dose and day that are proposed, the chart, control, questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from veinway.care.facts.inr import inr_test, inr_value
from veinway.engine.assessment import StepReading
from veinway.language import Change, Choice, Direction, Fact, Step
from veinway.language.time import date_of, day_number
from veinway.language.values import Interval, Situation, Truth
from veinway.show.citations import cite_words
from veinway.show.dose_words import number
from veinway.show.inr_page import per_cent
from veinway.show.inr_parts import RANGES, InrReading, series_of
from veinway.show.values import day_words, number_words
from veinway.web.sections.asking import asked, said_words
from veinway.web.sections.case import Case
from veinway.web.sections.chart import Band, Point, chart
from veinway.web.service.course import DOSE, REASONS, SETTLED, said_of_course
from veinway.web.service.inr import (
    PER_COURSE,
    PER_VISIT,
    Proposal,
    about_words,
    inr_situation,
    proposal,
    value_words,
)

_UNKNOWN = ("unknown", "Not known")
_KINDS = {Direction.ESCALATES: "urgent", Direction.COMMITS: "acts"}


@dataclass(frozen=True, slots=True)
class VisitQuestion:
    """What is asked at each INR, with its answers; `chosen` is what was said about this INR."""

    key: str
    ask: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    """The value that was said, "" where nothing was."""
    words: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What one source says about the last INR."""

    label: str
    words: str
    kind: str
    """urgent, acts, decided, unconfirmed or open."""
    source: str
    at_once: bool = False
    """It is about this INR, and not about control over months."""


def content(case: Case, entered: Any = None) -> dict[str, Any]:
    """Everything on the page. entered: a form that could not be used."""
    found = proposal(case.given)
    situation = inr_situation(found.given)
    series = series_of(situation)
    answered = [] if found.reading is None else _answers(found.reading)
    stands = {each["fact"]: each["said"] for each in found.given["answers"] if not each["side"]}
    return {
        "found": found,
        "last": _last(series, situation.at, case),
        "weekly": None if found.weekly is None else number(found.weekly),
        "dose": None if found.new_dose is None else _dose(found),
        "acts": [each for each in answered if each.kind in ("urgent", "acts")],
        # Where more is to be done than to take another dose, the dose and the day are written out.
        "one_press": not any(each.kind in ("urgent", "acts") and each.at_once for each in answered),
        "next": _next(found, case),
        "next_source": "" if found.reading is None else _source(found.reading, "next_inr"),
        "answered": answered,
        "waits": _waits(found),
        "visit": [_visit(fact, stands.get(fact.key)) for fact in PER_VISIT],
        "course": _course(case, situation),
        "all_inrs": bool(series) and not situation.histories[inr_test.key].complete,
        "chart": _chart(series, situation.facts.get("inr_range")),
        "values": _entered(case, series),
        "control": None if found.reading is None else _control(found.reading),
        "doses": _doses(case),
        "decided": _decided(case, series),
        "reasons": list(REASONS.items()),
        "settled": list(SETTLED.items()),
        "today": case.today.isoformat(),
        "entered": entered or {},
    }


# The proposal -------------------------------------------------------------------------------------


def _last(series: list[tuple[int, Interval]], at: int, case: Case) -> dict[str, Any] | None:
    if not series:
        return None
    day, value = series[-1]
    ago = day_number(case.today) - day
    when = "today" if ago == 0 else "yesterday" if ago == 1 else f"{ago} days ago"
    return {"value": value_words(value), "day": day_words(day), "ago": when, "old": ago > 1}


def _dose(found: Proposal) -> dict[str, str]:
    new, reading = found.new_dose, found.reading
    assert new is not None
    assert reading is not None
    step = next(each.found for each in reading.steps() if _is(each, "warfarin_dose"))
    assert step.conclusion is not None
    low, high = number(new.low), number(new.high)
    spread = " and ".join(f"{number(mg)} mg on {count} days" for count, mg in new.spread)
    return {
        "between": f"{low} mg a week" if low == high else f"{low} to {high} mg a week",
        "total": number_words(new.total),
        "spread": spread,
        "change": step.conclusion.outcomes[0].text,
        "source": _source(reading, "warfarin_dose"),
    }


def _is(each: StepReading, key: str) -> bool:
    return isinstance(each.found.of, Step) and each.found.of.key == key


def _source(reading: InrReading, key: str) -> str:
    """On whose authority a step says what it says of the last INR."""
    found = next(each.found for each in reading.steps() if _is(each, key))
    rows = found.conclusion.rows if found.conclusion is not None else ()
    return cite_words(rows[0].cite) if rows else ""


def _next(found: Proposal, case: Case) -> dict[str, Any] | None:
    days = found.next_days
    if days is None:
        return None
    first, last = map(day_words, days)
    late = day_number(case.today) - days[1]
    return {"first": first, "last": last, "late": late if late > 0 else 0}


def _answers(reading: InrReading) -> list[Answered]:
    return [_answer(each) for each in reading.steps() if each.found.applies is not Truth.NO]


def _answer(each: StepReading) -> Answered:
    step, conclusion = each.found.of, each.found.conclusion
    assert isinstance(step, Step)
    assert conclusion is not None
    place = cite_words(conclusion.rows[0].cite) if conclusion.rows else cite_words(step.source)
    if each.found.decided:
        first = conclusion.outcomes[0]
        kind = _KINDS.get(first.direction, "decided")
        # A change of the dose itself stands apart.
        kind = "decided" if isinstance(first.gives, Change) and kind == "acts" else kind
        return Answered(step.label, first.text, kind, place, step.question.key != "inr_control")
    if conclusion.needs_clinician:
        words = f"unconfirmed, needs a clinician: {conclusion.outcomes[0].text}"
        return Answered(step.label, words, "unconfirmed", place)
    keys = " or ".join(o.short or o.key.replace("_", " ") for o in conclusion.outcomes[:5])
    return Answered(step.label, f"not decided: {keys}", "open", cite_words(step.source))


def _waits(found: Proposal) -> list[str]:
    """What the dose and the day of the next INR wait for: the best question of each."""
    if found.reading is None:
        return []
    asks = [
        each.open.matters[0].of.ask
        for each in found.reading.steps()
        if _is(each, "warfarin_dose") or _is(each, "next_inr")
        if each.found.applies is not Truth.NO and not each.found.decided and each.open.matters
    ]
    return list(dict.fromkeys(asks))


# What is asked ------------------------------------------------------------------------------------


def _visit(fact: Fact, said: Any) -> VisitQuestion:
    if isinstance(fact, Choice):
        options = tuple((each.key, each.label.capitalize()) for each in fact.options)
    else:
        options = (("yes", "Yes"), ("no", "No"))
    chosen = {None: "", True: "yes", False: "no"}.get(said, said) if not isinstance(said, list) else ""
    words = "not asked at this INR" if said is None else said_words(fact, said)
    return VisitQuestion(fact.key, fact.ask, (*options, _UNKNOWN), chosen, words)


def _course(case: Case, situation: Situation) -> dict[str, Any]:
    """What is asked once in a course: still open, and known."""
    known = {
        fact.key
        for fact in PER_COURSE
        if fact.key in situation.histories or _is_known(situation.facts.get(fact.key))
    }
    return {
        "open": [asked(fact, case) for fact in PER_COURSE if fact.key not in known],
        "known": [asked(fact, case) for fact in PER_COURSE if fact.key in known],
    }


def _is_known(known: Any) -> bool:
    return known is not None and isinstance(known.value, frozenset) and len(known.value) == 1


# Over time ----------------------------------------------------------------------------------------


def _chart(series: list[tuple[int, Interval]], known: Any) -> Any:
    if not series:
        return None
    bands = []
    if _is_known(known):
        low, high = RANGES[min(known.value)]
        bands = [Band(low, high, "range")]
    points = [_point(day, value) for day, value in series]
    return chart("INR", points, bands=bands, shape="%Y-%m-%d")


def _point(day: int, value: Interval) -> Point:
    """Beyond a limit of the laboratory it stands at that limit, and the table says so."""
    when = datetime.combine(date_of(day), datetime.min.time(), UTC)
    beyond = value.high >= 50 or not value.low > 0
    at = value.high if value.low <= 0 else value.low
    words = "" if value.known else value_words(value) if beyond else f"{value_words(value)} that day"
    return Point(when, Fraction(at), words)


def _entered(case: Case, series: list[tuple[int, Interval]]) -> list[dict[str, Any]]:
    """The INRs that were entered here, the newest first; each can be taken back."""
    said = case.stands.get(("", inr_test.key))
    if said is None or not isinstance(said.said, dict | list):
        return []
    listed = said.said.get("some", [said.said]) if isinstance(said.said, dict) else said.said
    made = [
        {"number": place, "day": each.get("date", ""), "value": _said_value(each)}
        for place, each in enumerate(listed)
    ]
    return sorted(made, key=lambda each: str(each["day"]), reverse=True)


def _said_value(happened: dict[str, Any]) -> str:
    return said_words(inr_value, happened["value"]) if "value" in happened else "no value"


def _control(reading: InrReading) -> dict[str, Any]:
    """Time in range, and what it was worked out from."""
    found = reading.control
    low = high = None
    words = "nothing to count: one value only, or gaps that are too long"
    if found.rosendaal is not None:
        low, high = Fraction(found.rosendaal.low), Fraction(found.rosendaal.high)
        words = per_cent(low) if low == high else f"{per_cent(low)} to {per_cent(high)}"
    notes = []
    if reading.started is None:
        notes.append("The day of the first dose is not known: the first six weeks count.")
    if not reading.six_months:
        notes.append("Less than six calendar months: too short to judge by.")
    return {
        "words": words,
        "low": None if low is None else round(low * 3),
        "high": None if high is None else round(high * 3),
        "counted": f"{found.values} values, {found.intervals} intervals, {found.days} days counted, "
        f"{found.days_left_out} left out in gaps of more than 56 days",
        "whole_days": "" if found.whole_days is None else per_cent(found.whole_days),
        "tests": "" if found.tests is None else per_cent(found.tests),
        "notes": notes,
    }


# Decided doses ------------------------------------------------------------------------------------


def _doses(case: Case) -> list[dict[str, str]]:
    """Every dose that was decided here, the newest first."""
    return [
        {"when": case.clock(each.said_at), "by": each.said_by, "words": said_of_course(each.said)}
        for each in reversed(case.answers)
        if each.fact == DOSE and each.said is not None
    ]


def _decided(case: Case, series: list[tuple[int, Interval]]) -> dict[str, str] | None:
    """What was decided about the last INR, if something was."""
    said = case.stands.get(("", DOSE))
    if said is None or not series or "about" not in said.said:
        return None
    if said.said["about"] != about_words(*series[-1]):
        return None
    return {
        "when": case.clock(said.said_at),
        "by": said.said_by,
        "words": said_of_course(said.said),
        "next": said.said.get("next_inr", ""),
    }
