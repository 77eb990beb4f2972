"""Facts: the one place where a thing that can be known about a subject is defined.

From one record come the extraction from a patient record, the question, the unit conversion, the range
check, the made-up patients and the documentation. Nothing else may restate its text or its unit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction
from typing import Literal

from .describing import ONLY_WHERE_SET
from .errors import DefinitionError
from .expressions import ChoiceExpression, DateExpression, Expression, YesNoExpression
from .numbers import NumberExpression
from .sources import Cite, require_cite
from .time import Span
from .units import Unit, unit
from .values import Interval, Possible, Truth

RecordKind = Literal[
    "condition", "observation", "procedure", "medication", "encounter", "patient", "scan"
]


class Cost(IntEnum):
    """What it costs to find out: the ranking of open questions uses it."""

    RECORD = 0
    ASK = 1
    EXAMINE = 2
    BLOOD_TEST = 3
    SCAN = 4


@dataclass(frozen=True, slots=True)
class Find:
    """Where a record system keeps the fact.

    `codes` names a code list in `codes/`. `within` looks back from the index date; `after` allows
    that much time after it (a result of this episode). `means` is the option or the truth that a
    matching code stands for, when it is not the recorded value itself. `which` says whether the last
    or the first record inside the window speaks. `issued`: of an event, that its instant is when the
    result was issued, where that is recorded apart from when the sample was taken; its day is still
    that of the sample. `last_day`: of an event that goes on, such as an order, that its day is that of
    its last dose: today while it goes on. Raises DefinitionError D174 for the first of what lasts.
    """

    kind: RecordKind
    codes: str
    within: Span | None = None
    after: Span | None = None
    means: str = ""
    per_limb: bool = False
    """Only records of the subject's limb count (or records that name no side)."""
    which: Literal["last", "first"] = "last"
    issued: bool = False
    last_day: bool = False

    def __post_init__(self) -> None:
        if self.which == "first" and self.kind != "observation":
            what = f"The first {self.kind} of several does not end when another begins."
            raise DefinitionError("D174", what, where=self.codes, todo="Ask for the first observation.")


@dataclass(frozen=True, slots=True)
class Silence:
    """A presumption: what it means that nothing is recorded."""

    value: str
    """`no` for a yes/no fact, an option key for a choice."""
    because: str
    source: Cite


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Fact(Expression):
    """What every fact says about itself.

    label: for a chart. ask: the question to a clinician. tell: the question to a patient.
    silence: None, unless the author argues that a record without the fact means something.
    """

    key: str
    label: str
    ask: str
    source: Cite
    tell: str = ""
    cost: Cost = Cost.ASK
    find: tuple[Find, ...] = ()
    silence: Silence | None = None

    def __post_init__(self) -> None:
        require_cite(self.source, self.key)
        if not self.key.isidentifier():
            raise DefinitionError("D150", f"{self.key!r} is not a fact key.", todo="Use snake_case.")
        if self.silence is not None:
            self._check_silence(self.silence.value)

    def _check_silence(self, value: str) -> None:
        """DefinitionError where silence cannot stand for this value."""
        raise DefinitionError(
            "D153",
            "Silence is said to be a number or a date.",
            where=self.key,
            todo="Presume the yes or no that a rule asks for: presume(weight < 120, YES, ...).",
        )

    @property
    def anything(self) -> Possible:
        """The value of a fact of which nothing is known."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class YesNo(Fact, YesNoExpression):
    """A yes/no fact."""

    def _check_silence(self, value: str) -> None:
        if value not in ("yes", "no"):
            raise DefinitionError("D123", f"Silence is said to be {value!r}.", where=self.key)

    @property
    def anything(self) -> Possible:
        return Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Choice(Fact, ChoiceExpression):
    """A fact that is one of several options."""

    options: tuple[Option, ...]

    def _check_silence(self, value: str) -> None:
        if value not in self.option_keys():
            options = ", ".join(self.option_keys())
            what = f"Silence is said to be {value!r}."
            raise DefinitionError("D121", what, where=self.key, todo=f"Options: {options}.")

    def option_keys(self) -> tuple[str, ...]:
        return tuple(option.key for option in self.options)

    @property
    def anything(self) -> Possible:
        return frozenset(self.option_keys())


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Measure(Fact, NumberExpression):
    """A measured number on an integer grid.

    step: the grid, in `symbol`. domain: what is possible at all; outside it the input is an error.
    plausible: outside it the input is kept and flagged. tolerance: within this of a threshold the
    answer is shown on both sides. also: other units that need the substance, with their factor.
    or_never: a time since or until something that may never be; the top of the domain stands for that.
    """

    symbol: str
    step: Fraction
    domain: Interval
    plausible: Interval
    tolerance: Fraction = Fraction(0)
    also: tuple[tuple[str, Fraction], ...] = ()
    or_never: bool = field(default=False, metadata=ONLY_WHERE_SET)

    def __post_init__(self) -> None:
        Fact.__post_init__(self)
        for end in self.domain:
            if (Fraction(end) / self.step).denominator != 1:
                raise DefinitionError("D151", f"The domain end {end} is off the grid.", where=self.key)
        if not self.plausible.within(self.domain):
            raise DefinitionError("D152", "The plausible range leaves the domain.", where=self.key)

    @property
    def measured_in(self) -> Unit:
        return unit(self.symbol)

    @property
    def range(self) -> Interval:
        return self.domain

    @property
    def anything(self) -> Possible:
        return Interval(int(self.domain.low / self.step), int(self.domain.high / self.step))

    def factor_from(self, symbol: str) -> Fraction | None:
        """What to multiply a value in this unit by; None where the unit does not convert."""
        mine, theirs = self.measured_in, unit(symbol)
        for other, factor in (("", Fraction(1)), *self.also):
            known = unit(other) if other else mine
            between = theirs.factor_to(known)
            if between is not None:
                return between * factor
        return None

    def lacks_kind(self, symbol: str) -> bool:
        """The unit would convert, if only it said which kind it is (a D-dimer without FEU or DDU)."""
        kinds = [d for d in self.measured_in.dimensions if d[0].startswith("kind ")]
        theirs = dict(unit(symbol).dimensions)
        return bool(kinds) and sorted(theirs.items()) == sorted(
            d for d in self.measured_in.dimensions if d not in kinds
        )


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class DateFact(Fact, DateExpression):
    """A calendar date, as an interval of day numbers; a year alone is a year wide.

    Unlike the day of an event it may lie ahead, such as the day of a planned operation.
    """

    earliest: int
    latest: int

    @property
    def anything(self) -> Possible:
        return Interval(self.earliest, self.latest)
