"""Drugs: whether one suits a patient, and its phases, each with its dose table and how long it lasts.

    APIXABAN = drug("apixaban", ..., verdict=APIXABAN_VERDICT,
                    phases=[phase("loading", dose=LOADING, lasts=for_doses(14)), ...])

The verdict is a table with `hit="worst"`: every row that holds is a reason, the worst one is the
verdict. No dose is given while a fact in `known_first` is unknown, or while the verdict is not one
that allows the drug; the engine sees to that, not each table.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from .doses import Change, Dose
from .errors import DefinitionError
from .exact import Exact, exact
from .expressions import Expression, YesNoExpression
from .facts import Measure
from .numbers import NumberExpression
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
    Nothing of these: until a review says otherwise. credit: days of treatment that are taken off the
    number of doses, where `credit_if` is certain. beside: the next phase begins together with it.
    """

    doses: int | None = None
    at_least: Span | None = None
    until: YesNoExpression | None = None
    until_text: str = ""
    up_to: Span | None = None
    credit: NumberExpression | None = None
    credit_if: YesNoExpression | None = None
    beside: bool = False

    def parts(self) -> tuple[Expression, ...]:
        found = (self.until, self.credit, self.credit_if)
        return tuple(part for part in found if part is not None)


def for_doses(
    number: int, *, credit: NumberExpression | None = None, credit_if: YesNoExpression | None = None
) -> Lasts:
    """So many doses; fewer by the doses of `credit` days where `credit_if` is certain."""
    return Lasts(doses=number, credit=credit, credit_if=credit_if)


def for_at_least(
    span: Span, until: YesNoExpression | None = None, text: str = "", *, beside: bool = False
) -> Lasts:
    """At least so many days, and until something is so; both, never one of them."""
    return Lasts(at_least=span, until=until, until_text=text, beside=beside)


def up_to_month(span: Span) -> Lasts:
    """Until so many months of treatment are completed."""
    return Lasts(up_to=span)


def until_review() -> Lasts:
    """No planned end: a review decides."""
    return Lasts()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Phase:
    """A part of a course with one dose table: lead-in, loading, treatment, extended.

    when: whom the phase is for; it is left out where that is certainly not so. weight: what a dose by
    body weight goes by.
    """

    key: str
    label: str
    dose: Table
    lasts: Lasts
    source: Cite
    when: YesNoExpression | None = None
    weight: Measure | None = None

    def parts(self) -> tuple[Expression, ...]:
        found = (self.dose, self.when, self.weight)
        return (*(part for part in found if part is not None), *self.lasts.parts())


@dataclass(frozen=True, slots=True, eq=False)
class Review:
    """What is decided again at a time that is known when treatment begins."""

    key: str
    text: str
    after: Span
    source: Cite


@dataclass(frozen=True, slots=True, eq=False)
class Flag:
    """What must be said beside a drug where `when` may be so: off label, stale, disputed, specialist."""

    key: str
    text: str
    when: YesNoExpression
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
    first_dose: tuple[Phase, ...] = ()
    """What may be given once while only blood results are awaited; empty for what never may."""
    strengths: tuple[Fraction, ...] = ()
    """Ready-made amounts (tablets, syringes), in the unit of the doses; shown, never decided by."""
    strengths_source: Cite | None = None
    flags: tuple[Flag, ...] = ()
    reviews: tuple[Review, ...] = ()

    def parts(self) -> tuple[Expression, ...]:
        phases = (part for phase in (*self.phases, *self.first_dose) for part in phase.parts())
        flags = (flag.when for flag in self.flags)
        return (self.verdict, *phases, *flags, *self.known_first)


@dataclass(frozen=True, slots=True)
class Strengths:
    """Ready-made amounts, and where they are listed."""

    amounts: tuple[Fraction, ...]
    source: Cite


def strengths(*amounts: Exact, source: Cite) -> Strengths:
    """Tablets or syringes that exist, in the unit of the doses."""
    require_cite(source, "strengths")
    return Strengths(tuple(sorted(exact(each) for each in amounts)), source)


def dose(key: str, text: str, given: Dose | None = None) -> Outcome:
    """A dose as an outcome; it commits, so it is given only when certain."""
    return commits(key, text, action="give", gives=given)


def dose_change(key: str, text: str, given: Change) -> Outcome:
    """A change of the present dose as an outcome; it commits."""
    return commits(key, text, action="change_dose", gives=given)


def phase(
    key: str,
    label: str,
    *,
    dose: Table,
    lasts: Lasts,
    source: Cite,
    when: YesNoExpression | None = None,
    weight: Measure | None = None,
) -> Phase:
    """Define a phase; D214 where a dose goes by weight and no weight is named."""
    require_cite(source, key)
    _check_weight(dose, weight, key)
    return Phase(key=key, label=label, dose=dose, lasts=lasts, source=source, when=when, weight=weight)


def flag(key: str, text: str, *, when: YesNoExpression, source: Cite) -> Flag:
    """Define a flag: it is raised where `when` is so, and open where it may be."""
    require_cite(source, key)
    return Flag(key, text, when, source)


def review(key: str, text: str, *, after: Span, source: Cite) -> Review:
    """Define a review, counted from the first dose."""
    require_cite(source, key)
    return Review(key, text, after, source)


def by_weight(dose: Dose) -> bool:
    """Whether what is given, or what is shown beside it, goes by body weight."""
    return bool(dose.per) or dose.stands_for is not None


def _check_weight(dose: Table, weight: Measure | None, where: str) -> None:
    given = [row.then.gives for row in dose.rows]
    if weight is None and any(isinstance(each, Dose) and by_weight(each) for each in given):
        raise DefinitionError(
            "D214",
            "A dose goes by weight, and no weight is named.",
            where=where,
            todo="Write weight=body_weight.",
        )


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
    first_dose: list[Phase] | None = None,
    strengths: Strengths | None = None,
    flags: list[Flag] | None = None,
    reviews: list[Review] | None = None,
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
        first_dose=tuple(first_dose or []),
        strengths=() if strengths is None else strengths.amounts,
        strengths_source=None if strengths is None else strengths.source,
        flags=tuple(flags or []),
        reviews=tuple(reviews or []),
    )
