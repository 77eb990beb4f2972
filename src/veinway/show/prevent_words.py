"""Prevention in words, for the terminal and for web pages: what each source says, tables, medicines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from veinway.engine.assessment import StepReading, TableReading
from veinway.engine.finding import StepFinding, TableFinding
from veinway.engine.planning import Option, PhasePlan
from veinway.language import Direction, Row, Step, Table
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.dose_words import dose_words, lasting
from veinway.show.words import phrase

MOST_OPEN = 4
"""So many outcomes of an undecided question are written out."""
SIGNS = {Direction.ESCALATES: "!", Direction.COMMITS: "→", Direction.NEUTRAL: "·"}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its authority; `sign` says how far it is settled."""

    sign: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says of an occasion.

    decided: it is one thing. unconfirmed: one thing that nobody has confirmed, so that it needs a
    clinician. presumed: it rests on a presumption. besides: what is certain although the whole is not.
    """

    who: str
    sign: str
    decided: bool
    unconfirmed: bool
    presumed: bool
    text: str
    source: str
    besides: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A table beside the steps: what it says for certain, and how many of its rows are open."""

    label: str
    lines: tuple[Line, ...]
    open: int


@dataclass(frozen=True, slots=True)
class Dosed:
    """One phase of a medicine; `settled` where its dose may be relied on."""

    label: str
    dose: str
    settled: bool
    lasts: str
    source: str


@dataclass(frozen=True, slots=True)
class Medicine:
    """One medicine that a possible conclusion names."""

    key: str
    label: str
    standing: str
    """offered, refused or open."""
    words: str
    reasons: tuple[Line, ...]
    phases: tuple[Dosed, ...]


# What each source says ----------------------------------------------------------------------------


def said_of(reading: StepReading) -> Said:
    """What one source says to somebody whom it is for."""
    found = reading.found
    step, conclusion = found.of, found.conclusion
    assert isinstance(step, Step)
    assert conclusion is not None
    if found.decided or conclusion.needs_clinician:
        return _decided(step.label, found, conclusion)
    shorts = dict.fromkeys(outcome.short or outcome.text for outcome in conclusion.outcomes)
    more = f" or {len(shorts) - MOST_OPEN} more" if len(shorts) > MOST_OPEN else ""
    besides = [*_at_least(conclusion), *(_row("⋯", row, "meanwhile: ") for row in conclusion.meanwhile)]
    said = " or ".join(list(shorts)[:MOST_OPEN]) + more
    return Said(step.label, "?", False, False, False, said, cite_words(step.source), tuple(besides))


def _decided(who: str, found: StepFinding, conclusion: TableFinding) -> Said:
    outcome = conclusion.outcomes[0]
    rows = [row for row in conclusion.rows if row.then is outcome]
    text = outcome.text
    if isinstance(conclusion.of, Table) and conclusion.of.hit == "worst":
        text += "".join(f" ({phrase(row.when)})" for row in rows if row.when is not None)
    cites = dict.fromkeys(cite_words(row.cite) for row in rows)
    unconfirmed, presumed = conclusion.needs_clinician, found.decided_by_presumption
    sign = SIGNS[outcome.direction]
    return Said(who, sign, not unconfirmed, unconfirmed, presumed, text, "; ".join(cites))


def _at_least(conclusion: TableFinding) -> Iterator[Line]:
    """Of a table that takes the worst, what is certain already: it can only become worse."""
    if not isinstance(conclusion.of, Table) or conclusion.of.hit != "worst":
        return
    lowest = min(row.then.rank or 0 for row in conclusion.rows)
    rows = [row for row in conclusion.rows if row.then.rank == lowest and row.when is not None]
    if rows:
        then = rows[0].then
        why = f" ({phrase(rows[0].when)})" if len(rows) == 1 and rows[0].when is not None else ""
        yield Line("●", f"at least {then.short or then.text}{why}", cite_words(rows[0].cite))


# Tables -------------------------------------------------------------------------------------------


def listed_in(reading: TableReading) -> Listed | None:
    """A table of its own; None where it says nothing yet."""
    found, table = reading.found, reading.found.of
    assert isinstance(table, Table)
    if table.hit == "collect":
        open_ = len(found.rows) - len(found.certain)
        return Listed(table.label, tuple(_collected(found, table)), open_) if found.rows else None
    rows = [_row("·", row) for row in found.rows if found.decided]
    rows += [_row("⋯", row, "meanwhile: ") for row in found.meanwhile if not found.decided]
    return Listed(table.label, tuple(rows), 0) if rows else None


def _collected(found: TableFinding, table: Table) -> Iterator[Line]:
    """What certainly holds; boxes of a list that all say the same are named by what ticks them."""
    boxes = len({row.then.key for row in table.rows}) == 1 < len(table.rows)
    for row in found.certain:
        if boxes and row.when is not None:
            words = phrase(row.when)
            yield Line("●", words[:1].upper() + words[1:], cite_words(row.cite))
        else:
            yield named_row(row)


def named_row(row: Row) -> Line:
    """A row that holds, with its condition where several rows say the same."""
    text = row.then.text
    if row.id and row.id != row.then.key and row.when is not None:
        text = f"{text.rstrip('.')}: {phrase(row.when)}"
    return Line("●", text, cite_words(row.cite))


def _row(sign: str, row: Row, before: str = "") -> Line:
    return Line(sign, before + row.then.text, cite_words(row.cite))


# Medicines ----------------------------------------------------------------------------------------


def medicine_of(option: Option) -> Medicine:
    """A medicine: whether nothing bars it, what does or may, and how much is considered."""
    standing = "offered" if option.offered else "refused" if option.refused else "open"
    words = option.verdict.outcomes[0].short if option.verdict.decided else "cannot be said yet"
    phases = () if option.refused else tuple(_phase(part, option) for part in option.phases)
    return Medicine(option.drug.key, option.drug.label, standing, words, tuple(_reasons(option)), phases)


def _reasons(option: Option) -> Iterator[Line]:
    for reason in option.reasons:
        row = reason.row
        if row.when is None or (option.refused and reason.truth is not Truth.YES):
            continue
        before = "" if reason.truth is Truth.YES else "not excluded: "
        yield Line("·", before + (row.id or phrase(row.when)), cite_words(row.cite))


def _phase(part: PhasePlan, option: Option) -> Dosed:
    settled = part.given is not None
    if part.given is not None:
        dose = dose_words(part.given, part.amount)
    elif len(part.may_be) == 1:
        before = "not confirmed, needs a clinician" if option.offered else "if nothing bars it"
        dose = f"{before}: {_bare(part.may_be[0].text)}"
    else:
        dose = "not decided: " + " or ".join(_bare(each.text) for each in part.may_be[:MOST_OPEN])
    return Dosed(part.phase.label, dose, settled, lasting(part.phase), cite_words(part.phase.source))


def _bare(text: str) -> str:
    words = text.rstrip(".")
    return words[:1].lower() + words[1:]
