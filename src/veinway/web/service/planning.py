"""A treatment plan in words for pages and letters: the same content as `veinway plan` shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from veinway.engine.dosing import PhasePlan
from veinway.engine.planning import Option, Reason, allows, open_below
from veinway.engine.schedule import Timed, decisions
from veinway.language import Event, Fact
from veinway.language.knowledge import events_of
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.dose_words import beside_words, dose_words, lasting
from veinway.show.plan_parts import Planned, met_words, moment_words
from veinway.show.words import phrase

MOST_NAMED = 4
"""So many doses that are possible are named."""


@dataclass(frozen=True, slots=True)
class Why:
    """A reason for a verdict: what it says, whether it holds, and on whose authority."""

    text: str
    holds: bool
    source: str


@dataclass(frozen=True, slots=True)
class PhaseWords:
    """One phase of a drug: its dose, how long, from when; `settled` where the dose is known."""

    label: str
    dose: str
    settled: bool
    lasts: str
    when: str
    met: str
    beside: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class DrugWords:
    """One drug for this patient."""

    key: str
    label: str
    standing: str
    """The key of its verdict."""
    words: str
    phases: tuple[PhaseWords, ...]
    reasons: tuple[Why, ...]
    flags: tuple[Why, ...]
    near: tuple[str, ...]
    first_dose: str
    reviews: tuple[tuple[str, str], ...]
    """What is decided again, and when."""


def drug_words(planned: Planned, option: Option) -> DrugWords:
    """One drug with every phase and reason."""
    reasons = option.reasons
    if option.refused:
        reasons = tuple(r for r in reasons if r.truth is Truth.YES and not allows(r.row.then))
    elif not option.offered:
        reasons = tuple(r for r in reasons if r.truth is Truth.UNKNOWN)
    reviews = decisions(option.drug.reviews, planned.first_dose) if option.offered else ()
    return DrugWords(
        option.drug.key,
        option.drug.label,
        option.standing,
        option.verdict.outcomes[0].short if option.verdict.decided or option.refused else "",
        tuple(_phase(planned, part, timed) for part, timed in planned.dated(option)),
        tuple(_why(each) for each in reasons),
        tuple(
            Why(each.flag.text, each.truth is Truth.YES, cite_words(each.flag.source))
            for each in option.flags
        ),
        tuple(outcome.short or outcome.key for outcome in option.near),
        _first_dose(option),
        tuple((each.text, moment_words(each.at)) for each in reviews),
    )


def _phase(planned: Planned, part: PhasePlan, timed: Timed | None) -> PhaseWords:
    when = "" if timed is None else f"from {moment_words(timed.starts)}"
    if timed is not None and timed.last is not None:
        when += f", last dose {moment_words(timed.last)}"
    near = (f"close to a threshold; on its other side: {each.text}" for each in part.near)
    return PhaseWords(
        part.phase.label,
        _dose(part),
        part.settled or bool(part.elsewhere),
        lasting(part.phase),
        when,
        met_words(part, planned.assessment.situation),
        (*near, *beside_words(part)),
        cite_words(part.phase.source),
    )


def _dose(part: PhasePlan) -> str:
    if part.given is not None:
        return dose_words(part.given, part.amount)
    if part.elsewhere:
        return part.may_be[0].text.rstrip(".")
    if len(part.may_be) == 1:
        return "no dose yet"
    return "not decided: " + " or ".join(each.text.rstrip(".") for each in part.may_be[:MOST_NAMED])


def _why(reason: Reason) -> Why:
    row = reason.row
    said = "" if row.when is None else phrase(row.when)
    words = f"{row.then.short or row.then.key}: {said}"
    return Why(words, reason.truth is Truth.YES, cite_words(row.cite))


def _first_dose(option: Option) -> str:
    """What may be given while blood results are awaited, "" where nothing may."""
    found = option.first_dose
    if found is None:
        return ""
    doses = " or ".join(dose_words(each.given, each.amount) for each in found.doses if each.given)
    return f"{doses} (awaited: {', '.join(fact.label for fact in found.awaited)})"


def would_settle(planned: Planned) -> list[Fact | Event]:
    """What is not known and keeps drugs open that may still be given; what most of them wait for first."""
    waits: Counter[str] = Counter()
    parts: dict[str, Fact | Event] = {}
    for option in (*planned.offered, *planned.open):
        for part in _open_of(option):
            parts[part.key] = part
            waits[part.key] += 1
    first = {fact.key for fact in planned.missing}
    return [parts[key] for key, _ in waits.most_common() if key not in first]


def _open_of(option: Option) -> Iterator[Fact | Event]:
    waits = (each for each in option.reasons if each.truth is Truth.UNKNOWN)
    found = {part.key: part for reason in waits for part in _below(reason)}
    yield from (found[key] for key in sorted(found))


def _below(reason: Reason) -> Iterator[Fact | Event]:
    for open_ in open_below(reason.why):
        if isinstance(open_, Fact):
            yield open_
        else:
            yield from events_of(open_)
