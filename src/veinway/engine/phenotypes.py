"""Whether a definition counts one person: yes, no, or unknown where the records leave it open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..language.phenotypes import Clean, Near, Phenotype, Recurrence
from ..language.values import Truth
from .coded import Beside, Coded, CodedPerson, Frame, days_between, lies_in
from .truth import all_of, any_of

NOT_LISTED, CODE, PERIOD, RECURRENT = "not_listed", "code", "period", "recurrent"
CLEAN, UNTREATED, OBSERVED = "clean", "untreated", "observed"
"""Why somebody is not counted, or not surely: no code of the list; the code or its day is not sure; no
second episode; before it another code or an anticoagulant, or no record at all. A need that is not met
is named by what should be near."""
_FAR = 10**6


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a definition says of one person.

    codes: the codes that count, or would if the rest were met. day: the first day of the earliest of
    them that may count. why: what is not so, or not known.
    """

    truth: Truth
    codes: tuple[str, ...] = ()
    day: int | None = None
    why: tuple[str, ...] = ()


def judge(definition: Phenotype, who: CodedPerson, frame: Frame) -> Verdict:
    """What a definition says of a person."""
    listed = [code for code in who.codes if _group(definition, code) in definition.groups]
    if not listed:
        return Verdict(Truth.NO, why=(NOT_LISTED,))
    tests = [(code, _tests(definition, code, who, frame)) for code in listed]
    answers = [(code, all_of(parts.values()), parts) for code, parts in tests]
    counted = [(code, truth) for code, truth, _ in answers if truth.can_be_yes]
    truth = any_of(truth for _, truth, _ in answers)
    _, _, best = min(answers, key=lambda answer: (-answer[1], _unmet(answer[2])))
    why = () if truth is Truth.YES else tuple(name for name, part in best.items() if part is truth)
    names = sorted({code.name for code, _ in counted} or {code.name for code in listed})
    day = min((code.first for code, _ in counted), default=None)
    return Verdict(truth, tuple(names), day, why)


def _unmet(parts: dict[str, Truth]) -> int:
    return sum(part is Truth.NO for part in parts.values())


def _group(definition: Phenotype, code: Coded) -> str:
    found = code.groups.get(definition.codes)
    return "" if found is None else found.name


def _tests(definition: Phenotype, code: Coded, who: CodedPerson, frame: Frame) -> dict[str, Truth]:
    """Each condition that a code has to meet, by the name of what would be missing."""
    parts = {
        CODE: _surely(definition, code),
        PERIOD: lies_in(code.first, code.last, frame.period),
    }
    for need in definition.needs:
        name = " or ".join(way.what for way in need)
        parts[name] = any_of(_near(way, code, who, frame) for way in need)
    if definition.clean is not None:
        parts |= _clean(definition, definition.clean, code, who, frame)
    if definition.recurrence is not None:
        parts[RECURRENT] = _recurrent(definition, definition.recurrence, code, who, frame)
    return parts


def _surely(definition: Phenotype, code: Coded) -> Truth:
    confirmed = code.groups[definition.codes].sure
    return code.sure if confirmed else all_of((code.sure, Truth.UNKNOWN))


def _near(way: Near, code: Coded, who: CodedPerson, frame: Frame) -> Truth:
    if way.what == "certified_death":
        return Truth.UNKNOWN if frame.strict else Truth.NO
    if way.what not in frame.held:
        return Truth.UNKNOWN
    if way.what == "primary_position":
        return code.primary
    days = (code.first, code.last)
    return any_of(
        all_of((each.sure, days_between(days, (each.first, each.last), -way.before, way.after)))
        for each in who.beside
        if each.what == way.what
    )


def _clean(
    definition: Phenotype, clean: Clean, code: Coded, who: CodedPerson, frame: Frame
) -> dict[str, Truth]:
    """Whether nothing of the kind was on record before, and the record reaches back so far."""
    parts = {CLEAN: any_of(_codes_before(definition, clean, code, who)).opposite()}
    if clean.anticoagulant_from is not None:
        treated = any_of(_treated_before(clean, clean.anticoagulant_from, code, who))
        known = Truth.YES if "anticoagulant" in frame.held else Truth.UNKNOWN
        parts[UNTREATED] = all_of((treated.opposite(), known))
    if clean.observed:
        seen = who.seen_from is not None and who.seen_from <= code.first - clean.days
        parts[OBSERVED] = Truth.YES if seen else Truth.UNKNOWN
    return parts


def _codes_before(definition: Phenotype, clean: Clean, code: Coded, who: CodedPerson) -> Iterator[Truth]:
    for other in who.codes:
        if other is not code and _group(definition, other) in (*definition.groups, *clean.groups):
            earlier = days_between((other.first, other.last), (code.first, code.last), 1, clean.days)
            yield all_of((_surely(definition, other), earlier))


def _treated_before(clean: Clean, least: int, code: Coded, who: CodedPerson) -> Iterator[Truth]:
    """An anticoagulant so long before that it was for an older clot; a later one leaves that open."""
    for each in who.beside:
        if each.what == "anticoagulant":
            days = (each.first, each.last), (code.first, code.last)
            yield all_of((each.sure, days_between(*days, least, clean.days)))
            yield all_of((each.sure, days_between(*days, 1, least - 1), Truth.UNKNOWN))


# A second episode ---------------------------------------------------------------------------------


def _recurrent(
    definition: Phenotype, rule: Recurrence, code: Coded, who: CodedPerson, frame: Frame
) -> Truth:
    if _group(definition, code) in rule.groups:
        return Truth.YES
    earlier = [
        other
        for other in who.codes
        if other is not code and _group(definition, other) in definition.groups
    ]
    if earlier and "anticoagulant" not in frame.held:
        return Truth.UNKNOWN
    return any_of(_after(definition, rule, other, code, who, frame) for other in earlier)


def _after(
    definition: Phenotype,
    rule: Recurrence,
    first: Coded,
    second: Coded,
    who: CodedPerson,
    frame: Frame,
) -> Truth:
    """Whether the second code came long enough after the treatment of the first had ended."""
    low, high, treated = _treatment_end(rule, first, who, frame)
    apart = days_between((low, high), (second.first, second.last), rule.apart + 1, _FAR * 4)
    return all_of((_surely(definition, first), treated, apart))


def _treatment_end(
    rule: Recurrence, first: Coded, who: CodedPerson, frame: Frame
) -> tuple[int, int, Truth]:
    """The days between which the treatment of an episode ended, and whether it was treated."""
    low, high, treated = first.first, first.last, Truth.NO
    lasts = _FAR if frame.strict else rule.lasts
    supplies = sorted(
        (each for each in who.beside if each.what == "anticoagulant"), key=lambda each: each.first
    )
    for each in supplies:
        if each.last < first.first - rule.merged or each.first > high + rule.merged:
            continue
        begun, ended = each.ends or (each.first, each.last + lasts)
        high = max(high, ended)
        if each.sure is Truth.YES and each.first <= low + rule.merged:
            low = max(low, begun)
        treated = any_of((treated, all_of((each.sure, _joins(rule, first, each, low)))))
    return low, high, treated


def _joins(rule: Recurrence, first: Coded, each: Beside, low: int) -> Truth:
    """Whether a supply belongs to an episode."""
    until = max(low, first.last) + rule.merged
    return lies_in(each.first, each.last, (first.first - rule.merged, until))
