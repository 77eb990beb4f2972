"""Drugs: whether one suits a patient, and its phases, each with its dose table and how long it lasts.

    APIXABAN = drug("apixaban", ..., verdict=APIXABAN_VERDICT,
                    phases=[phase("loading", dose=LOADING, lasts=for_doses(14)), ...])

The verdict is a table with `hit="worst"`: every row that holds is a reason, the worst one is the
verdict. No dose is given while a fact in `known_first` is unknown, or while the verdict is not one
that allows the drug; the engine sees to that, not each table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .doses import Change, Dose
from .errors import DefinitionError
from .expressions import Expression, YesNoExpression
from .outcomes import Outcome, commits
from .sources import Cite, require_cite
from .tables import Table
from .time import Span

LeadIn = Literal["none", "before", "overlap"]
"""What comes first: nothing; a parenteral drug that ends when this one starts; one beside it."""


@dataclass(frozen=True, slots=True, eq=False)
class Lasts:
    """How long a phase goes on, counted from its first dose unless it says otherwise.

    doses: so many doses, so that an evening start still gets all of them. at_least: calendar days that
    must pass; until: what must also be so. up_to: completed months since the first day of treatment.
    Nothing of these: until a review says otherwise.
    """

    doses: int | None = None
    at_least: Span | None = None
    until: YesNoExpression | None = None
    until_text: str = ""
    up_to: Span | None = None


def for_doses(number: int) -> Lasts:
    """So many doses."""
    return Lasts(doses=number)


def for_at_least(span: Span, until: YesNoExpression | None = None, text: str = "") -> Lasts:
    """At least so many days, and until something is so; both, never one of them."""
    return Lasts(at_least=span, until=until, until_text=text)


def up_to_month(span: Span) -> Lasts:
    """Until so many months of treatment are completed."""
    return Lasts(up_to=span)


def until_review() -> Lasts:
    """No planned end: a review decides."""
    return Lasts()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Phase:
    """A part of a course with one dose table: lead-in, loading, treatment, extended."""

    key: str
    label: str
    dose: Table
    lasts: Lasts
    source: Cite


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Drug:
    """One drug as a rule: whether it suits this patient, and how it is given."""

    key: str
    label: str
    family: str
    """What it is a kind of: doac, lmwh, vka ...; an alternative is preferred from another family."""
    verdict: Table
    phases: tuple[Phase, ...]
    lead_in: LeadIn
    known_first: tuple[Expression, ...]
    """No dose is given while one of these is unknown."""
    source: Cite

    def parts(self) -> tuple[Expression, ...]:
        ends = (phase.lasts.until for phase in self.phases if phase.lasts.until is not None)
        return (self.verdict, *(phase.dose for phase in self.phases), *ends, *self.known_first)


def dose(key: str, text: str, given: Dose | None = None) -> Outcome:
    """A dose as an outcome; it commits, so it is given only when certain."""
    return commits(key, text, action="give", gives=given)


def dose_change(key: str, text: str, given: Change) -> Outcome:
    """A change of the present dose as an outcome; it commits."""
    return commits(key, text, action="change_dose", gives=given)


def phase(key: str, label: str, *, dose: Table, lasts: Lasts, source: Cite) -> Phase:
    """Define a phase."""
    require_cite(source, key)
    return Phase(key=key, label=label, dose=dose, lasts=lasts, source=source)


def drug(
    key: str,
    label: str,
    *,
    family: str,
    verdict: Table,
    phases: list[Phase],
    source: Cite,
    lead_in: LeadIn = "none",
    known_first: list[Expression] | None = None,
) -> Drug:
    """Define a drug; D212 where its verdict is not a table of the worst reason."""
    require_cite(source, key)
    if verdict.hit != "worst":
        raise DefinitionError("D212", "A verdict is the worst reason: hit='worst'.", where=key)
    return Drug(
        key=key,
        label=label,
        family=family,
        verdict=verdict,
        phases=tuple(phases),
        lead_in=lead_in,
        known_first=tuple(known_first or []),
        source=source,
    )
