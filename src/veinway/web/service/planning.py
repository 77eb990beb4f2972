"""A treatment plan in words for pages and letters: the same content as `veinway plan` shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from veinway.engine.dosing import PhasePlan
from veinway.engine.planning import Option
from veinway.engine.verdict_reasons import Raised, Reason, allows, inside
from veinway.language import Event, Fact
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.dose_words import beside_words, dose_words, lasting
from veinway.show.plan_course import Stage
from veinway.show.plan_lines import row_words, taken_words, when_words
from veinway.show.plan_page import ENDED
from veinway.show.plan_parts import Planned, met_words

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
    """One phase of a drug: its dose, how long, from when; `settled` where that can be said."""

    label: str
    dose: str
    settled: bool
    over: bool
    """It is over, and not to be given again."""
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
    taken: str
    """Whether it is what is taken now, or a change from that."""
    phases: tuple[PhaseWords, ...]
    reasons: tuple[Why, ...]
    depends: tuple[str, ...]
    """What is not known and would help to settle whether it suits."""
    flags: tuple[Why, ...]
    near: tuple[str, ...]
    first_dose: str


def drug_words(planned: Planned, option: Option) -> DrugWords:
    """One drug with every phase and reason."""
    reasons = option.reasons
    if option.refused:
        reasons = tuple(r for r in reasons if r.truth is Truth.YES and not allows(r.row.then))
    elif not option.offered:
        reasons = tuple(r for r in reasons if r.truth is Truth.YES)
    decided = option.verdict.decided or option.refused
    depends = () if option.refused else planned.depends_on(option)
    return DrugWords(
        option.drug.key,
        option.drug.label,
        option.standing,
        option.verdict.outcomes[0].short if decided else "",
        taken_words(planned, option).strip(),
        tuple(_phases(planned, option)),
        tuple(dict.fromkeys((*_held_up(option), *_whys(reasons, planned)))),
        tuple(each.label[:1].lower() + each.label[1:] for each in depends),
        tuple(flag_words(each) for each in option.flags),
        tuple(outcome.short or outcome.key for outcome in option.near),
        _first_dose(option),
    )


def flag_words(raised: Raised) -> Why:
    """What must be said beside a drug, where it is so or may be so."""
    return Why(raised.flag.text, raised.truth is Truth.YES, cite_words(raised.flag.source))


def _held_up(option: Option) -> Iterator[Why]:
    """Why a drug that suits is not offered all the same."""
    suits = option.verdict.decided and allows(option.verdict.outcomes[0])
    if suits and not option.offered:
        words = "begins with an injected anticoagulant, and none may be given"
        yield Why(words, True, cite_words(option.drug.source))


def _whys(reasons: Iterable[Reason], planned: Planned) -> Iterator[Why]:
    for reason in reasons:
        verdict = reason.row.then.short or reason.row.then.key
        for row, when in inside(reason, planned.reasoner):
            words = f"{verdict}: {row_words(row, when)}"
            yield Why(words, reason.truth is Truth.YES, cite_words(row.cite))


# Phases -------------------------------------------------------------------------------------------


def _phases(planned: Planned, option: Option) -> Iterator[PhaseWords]:
    labels = {each.drug.key: each.drug.label.lower() for each in planned.plan.options}
    for part, timed, stage in planned.stages(option):
        source = cite_words(part.phase.source)
        if stage in ENDED:
            words, over = _ended(planned, part, stage), stage == "over"
            yield PhaseWords(part.phase.label, words, over, over, "", "", "", (), source)
            continue
        near = (f"close to a threshold; on its other side: {each.text}" for each in part.near)
        yield PhaseWords(
            part.phase.label,
            _dose(part, option, labels),
            part.settled or bool(part.elsewhere),
            False,
            lasting(part.phase),
            when_words(planned, option, timed, stage).removeprefix("; "),
            met_words(part, planned.assessment.situation),
            (*near, *beside_words(part)),
            source,
        )


def _ended(planned: Planned, part: PhasePlan, stage: Stage) -> str:
    """What is said of a phase in place of its dose."""
    taken = "" if planned.course is None else planned.course.label
    return ENDED[stage].format(taken=taken, until=part.lasts.until_text)


def _dose(part: PhasePlan, option: Option, labels: dict[str, str]) -> str:
    if part.given is not None:
        return dose_words(part.given, part.amount)
    if part.elsewhere and option.begins_with:
        drugs = " or ".join(labels[key] for key in option.begins_with)
        return f"{drugs} at its treatment dose, see there"
    if len(part.may_be) == 1:
        return part.may_be[0].text.rstrip(".") if option.offered else "no dose yet"
    return "not decided: " + " or ".join(each.text.rstrip(".") for each in part.may_be[:MOST_NAMED])


def _first_dose(option: Option) -> str:
    """What may be given while blood results are awaited, "" where nothing may."""
    found = option.first_dose
    if found is None:
        return ""
    doses = " or ".join(dose_words(each.given, each.amount) for each in found.doses if each.given)
    return f"{doses} (awaited: {', '.join(fact.label for fact in found.awaited)})"


# Around the drugs ---------------------------------------------------------------------------------


def would_settle(planned: Planned) -> list[Fact | Event]:
    """What is not known and keeps drugs open that may still be given; what most wait for comes first."""
    waits: Counter[str] = Counter()
    parts: dict[str, Fact | Event] = {}
    for option in (*planned.offered, *planned.open):
        for part in planned.depends_on(option):
            parts[part.key] = part
            waits[part.key] += 1
    first = {each.key for each in planned.asked_first}
    return [parts[key] for key, _ in waits.most_common() if key not in first]


def lines_of(parts: Iterable[RenderableType]) -> list[str]:
    """The lines of a part of the terminal's page, without its heading."""
    return [part.plain for part in parts if isinstance(part, Text)]
