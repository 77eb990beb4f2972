"""What one distinct way of recording something means for one look.

A record system writes the same few combinations of unit, coded value and status millions of times. Each
distinct combination is read here once, in Python, and joined with the rows in SQL.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from ..language.facts import Choice, Measure
from .codes import OWN_OPTIONS
from .looks import Look, everything
from .units import conversion

NO, YES, UNKNOWN = 1, 2, 3
NOT_KNOWN = "asked and not known"
NOT_STATED = "not stated"
UNUSABLE_VALUE = "unusable value"
UNCERTAIN = "uncertain"
PRESENT = frozenset({"condition", "procedure", "medication", "encounter", "request"})
"""A record of these kinds says that the thing is there; an observation says so by its value."""

_ANSWERS = {
    ("http://loinc.org", "LA33-6"): YES,
    ("http://loinc.org", "LA32-8"): NO,
    ("http://snomed.info/sct", "373066001"): YES,
    ("http://snomed.info/sct", "373067005"): NO,
    ("http://terminology.hl7.org/CodeSystem/v2-0136", "Y"): YES,
    ("http://terminology.hl7.org/CodeSystem/v2-0136", "N"): NO,
    (OWN_OPTIONS, "yes"): YES,
    (OWN_OPTIONS, "no"): NO,
}
"""Coded answers to a yes/no question, whatever the question."""
_TRUTHS = _ANSWERS | {
    ("http://snomed.info/sct", "52101004"): YES,
    ("http://snomed.info/sct", "2667000"): NO,
}
"""With present and absent, which of an event tell what was seen."""
_WORDS = {"yes": YES, "no": NO, "uncertain": UNKNOWN}


class Recorded(NamedTuple):
    """A distinct combination of what a row says apart from its time and its number; "" is nothing."""

    look: int
    kind: str
    status: str
    means: str
    family: str
    truth: str
    absent: str
    has_value: bool
    value_system: str
    value_code: str
    unit: str
    unit_text: str
    range_high: Fraction | None


class Meaning(NamedTuple):
    """A bit mask (yes/no: 1 is no, 2 is yes; a choice: its options), or a conversion to the grid.

    reason: why it says nothing, or less than it seems to. note: how it was read, for the explanation.
    """

    mask: int = 0
    numerator: int = 0
    denominator: int = 1
    reason: str = ""
    note: str = ""


ValueMeans = Callable[[Look, str, str], str]
"""What a coded value stands for in the look's own code list."""


def meaning(look: Look, row: Recorded, value_means: ValueMeans) -> Meaning:
    """Read one combination."""
    widest = everything(look.fact)[0]
    if look.role == "opening":
        return Meaning(NO if _yes_no(look, row, value_means).mask == NO else YES)
    if look.role == "event":
        return _event(row)
    if not look.own:
        return _implied(look, row, value_means, widest)
    if row.absent:
        return Meaning(widest, reason=NOT_KNOWN)
    if row.status == "uncertain":
        return Meaning(widest, reason=UNCERTAIN)
    if look.role == "yes_no":
        return _yes_no(look, row, value_means)
    if row.status == "refuted":
        return Meaning(widest, reason=UNUSABLE_VALUE)
    if look.role == "choice":
        return _choice(look, row, value_means, widest)
    return _measure(look, row) if look.role == "measure" else Meaning()


def _event(row: Recorded) -> Meaning:
    """Whether the event happened: not if it was refuted or answered with no, perhaps if uncertain.

    A code that may mean something else leaves it open.
    """
    said = {"true": YES, "false": NO}.get(row.truth)
    answered = said or _ANSWERS.get((row.value_system, row.value_code), 0)
    if row.status == "refuted" or answered == NO:
        return Meaning(NO)
    doubtful = "uncertain" in (row.status, row.means) or bool(row.absent)
    return Meaning(UNKNOWN if doubtful else YES)


def _yes_no(look: Look, row: Recorded, value_means: ValueMeans) -> Meaning:
    if row.status == "refuted":
        said = NO
    elif row.truth:
        said = YES if row.truth == "true" else NO
    elif row.value_code:
        word = value_means(look, row.value_system, row.value_code)
        said = _TRUTHS.get((row.value_system, row.value_code), _WORDS.get(word, 0))
    else:
        said = YES if row.kind in PRESENT and not row.has_value else 0
    if not said:
        stated = row.value_code or row.has_value
        return Meaning(UNKNOWN, reason=UNUSABLE_VALUE if stated else NOT_STATED)
    if row.means == "no":
        said = {YES: NO, NO: YES}.get(said, said)
    if row.means == "uncertain" or said == UNKNOWN:
        return Meaning(UNKNOWN, reason=UNCERTAIN)
    return Meaning(said)


def _choice(look: Look, row: Recorded, value_means: ValueMeans, widest: int) -> Meaning:
    keys = look.fact.option_keys() if isinstance(look.fact, Choice) else ()
    option = row.means
    if row.value_code:
        ours = row.value_system in ("", OWN_OPTIONS)
        option = row.value_code if ours else value_means(look, row.value_system, row.value_code)
    # A code may stand for one of several options: a drug of which the strength is not said.
    options = [keys.index(each) for each in option.split("|") if each in keys]
    if options:
        return Meaning(sum(1 << each for each in options))
    stated = row.value_code or row.truth or row.has_value
    return Meaning(widest, reason=UNUSABLE_VALUE if stated else NOT_STATED)


def _measure(look: Look, row: Recorded) -> Meaning:
    assert isinstance(look.fact, Measure)
    if not row.has_value:
        return Meaning(reason=UNUSABLE_VALUE if row.value_code or row.truth else NOT_STATED)
    family = row.family if row.family in ("FEU", "DDU") else ""
    how = conversion(look.fact, row.unit, row.unit_text, family, row.range_high)
    return Meaning(0, how.factor.numerator, how.factor.denominator, how.reason, how.note)


def _implied(look: Look, row: Recorded, value_means: ValueMeans, widest: int) -> Meaning:
    """An attribute that the event's main code or main value settles; that it happened does not."""
    if look.role == "choice":
        found = _choice(look, row, value_means, widest)
        return found if not found.reason else Meaning(widest, reason=NOT_STATED)
    if look.role == "yes_no" and row.means in ("yes", "no"):
        return Meaning(_WORDS[row.means])
    if look.role == "measure" and row.has_value:
        return _measure(look, row)  # the INR of an INR test
    return Meaning(widest, reason=NOT_STATED)
