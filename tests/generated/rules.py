"""Random expressions over a world, of every kind that the language has.

`Maker` draws one expression at a time. Each kind of expression has one method, listed in TRUTHS,
OPTIONS, NUMBERS or DATES under the class that it makes; a test checks that no class is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

from hypothesis import strategies as st

from generated import decisions
from generated.worlds import BECAUSE, SOURCE, World
from veinway.language import (
    AT,
    INDEX,
    NO,
    YES,
    Derived,
    Event,
    Parameter,
    SeriesMeasure,
    YearsSince,
    all_of,
    any_of,
    arithmetic,
    at_least,
    days,
    days_after,
    days_before,
    facts,
    hours,
    months,
    no,
    numbers,
    obtainable,
    presume,
    presume_not,
    scores,
    tables,
    weeks,
    within,
)
from veinway.language import events as ev
from veinway.language import expressions as ex
from veinway.language.errors import DefinitionError
from veinway.language.numbers import (
    Agreed,
    ByChoice,
    Compare,
    Constant,
    Largest,
    Linear,
    Product,
    Quotient,
)
from veinway.language.units import unit
from veinway.language.values import Interval

Drawn = TypeVar("Drawn")
SERIES_SETTINGS = (("low", 5), ("high", 20), ("longest_gap", 40))


class Maker:
    """Draws expressions; `depth` is how many more levels of parts there may be."""

    def __init__(self, draw: st.DrawFn, world: World) -> None:
        self.draw = draw
        self.world = world
        self.unused: list[Any] = []
        self.named = 0

    # What is drawn -----------------------------------------------------------------------------

    def pick(self, of: list[Drawn] | tuple[Drawn, ...]) -> Drawn:
        return self.draw(st.sampled_from(of))

    def some(self, of: list[Drawn] | tuple[Drawn, ...], least: int = 1) -> list[Drawn]:
        """A few of these, in order."""
        kept = [each for each in of if self.draw(st.booleans())]
        return kept if len(kept) >= least else list(of[:least])

    def number_up_to(self, most: int) -> int:
        return self.draw(st.integers(0, most))

    def new_key(self, kind: str) -> str:
        self.named += 1
        return f"{kind}_{self.named}"

    def truth(self, depth: int) -> Any:
        """A yes/no expression."""
        kinds = list(TRUTHS.values()) if depth > 0 else [Maker.yes_no_fact, Maker.comparison]
        return self.pick(kinds)(self, depth - 1)

    def options(self, depth: int) -> Any:
        """A choice."""
        kinds = list(OPTIONS.values()) if depth > 0 else [Maker.choice_fact, Maker.option_of]
        return self.pick(kinds)(self, depth - 1)

    def number(self, depth: int) -> Any:
        """A number without a unit."""
        kinds = [make for of, make in NUMBERS.items() if of not in WITH_UNIT] if depth > 0 else LEAVES
        return self.pick(kinds)(self, depth - 1)

    # Yes and no ---------------------------------------------------------------------------------

    def yes_no_fact(self, depth: int) -> Any:
        return self.pick(self.world.yes_no)

    def several(self, depth: int) -> list[Any]:
        return [self.truth(depth) for _ in range(2 + self.number_up_to(1))]

    def all_of(self, depth: int) -> Any:
        return all_of(*self.several(depth))

    def any_of(self, depth: int) -> Any:
        return any_of(*self.several(depth))

    def no(self, depth: int) -> Any:
        return no(self.truth(depth))

    def at_least(self, depth: int) -> Any:
        parts = self.several(depth)
        return at_least(1 + self.number_up_to(len(parts) - 1), *parts)

    def is_one_of(self, depth: int) -> Any:
        of = self.options(depth)
        return of.one_of(*self.some(of.option_keys()))

    def presume(self, depth: int) -> Any:
        value, when = self.pick([YES, NO]), self.pick([None, self.truth(depth)])
        return presume(self.truth(depth), value, because=BECAUSE, source=SOURCE, when=when)

    def comparison(self, depth: int) -> Any:
        """A comparison, most often with a constant; an input that is drawn twice is drawn again."""
        for _ in range(3):
            try:
                return self._compare(depth)
            except DefinitionError as error:
                if error.code not in ("D130", "D145"):
                    raise
        return self.pick(self.world.measures) >= 1

    def _compare(self, depth: int) -> Any:
        sign = self.pick(["<", "<=", ">", ">="])
        if depth > 0 and self.number_up_to(4) == 0:
            return numbers.compare(self.number(depth), sign, self.number(depth))
        kinds = list(NUMBERS.values()) if depth > 0 else [*LEAVES, Maker.days_since, Maker.years_since]
        left = self.pick([*kinds, Maker.converted])(self, depth - 1)
        return numbers.compare(left, sign, self.threshold(left))

    def threshold(self, number: Any) -> Fraction:
        """A value on the number's grid, often one that it can have exactly."""
        if isinstance(number, ev.DaysSince | ev.YearsSince):
            return Fraction(self.pick([0, 1, 2, 7, 18, 28, 31, 60, 64, 65, 66]))
        if isinstance(number, ev.TimeUntil):
            return Fraction(self.pick([-1440, -28, -1, 0, 1, 6, 8, 28, 240, 1440, 40320]))
        low, high = number.range
        step = getattr(number, "step", None) or Fraction(1, self.pick([1, 2, 4]))
        wide = (Fraction(high) - low) * Fraction(self.number_up_to(8), 8)
        return (Fraction(low) + wide) // step * step

    def any_event(self, depth: int) -> Any:
        return ev.AnyEvent(self.selection(depth))

    def obtainable(self, depth: int) -> Any:
        one, other = self.world.events
        return obtainable(self.pick(self.world.yes_no), request=one, result=other, within=hours(4))

    # Choices ------------------------------------------------------------------------------------

    def choice_fact(self, depth: int) -> Any:
        return self.pick(self.world.choices)

    def presume_option(self, depth: int) -> Any:
        of = self.options(depth)
        keys = of.option_keys()
        excluded = self.some(keys)[: len(keys) - 1]
        if not excluded:
            return of
        when = self.pick([None, self.truth(depth)])
        return presume_not(of, *excluded, because=BECAUSE, source=SOURCE, when=when)

    def option_of(self, depth: int) -> Any:
        selection = self.selection(depth)
        kind = selection.event.attribute("kind")
        return ev.OptionOf(selection, kind, self.pick(["first", "last"]))

    def score(self, depth: int) -> Any:
        return decisions.score_of(self, depth)

    def table(self, depth: int) -> Any:
        return decisions.table_of(self, depth)

    # Numbers ------------------------------------------------------------------------------------

    def measure(self, depth: int) -> Any:
        return self.pick(self.world.measures)

    def positive(self, depth: int) -> Any:
        """A number that is always above zero."""
        return self.pick(self.world.measures[1:]) + 1 if self.number_up_to(2) else self.by_choice(depth)

    def constant(self, depth: int) -> Any:
        return Constant(Fraction(self.number_up_to(9), self.pick([1, 2, 5])), unit("1"))

    def parameter(self, depth: int) -> Any:
        return self.world.parameter

    def linear(self, depth: int) -> Any:
        factors = [Fraction(-2), Fraction(-1), Fraction(0), Fraction(1), Fraction(3, 2)]
        terms = tuple((self.pick(factors), self.number(depth)) for _ in range(2))
        return Linear(terms, Fraction(self.number_up_to(4), 2))

    def product(self, depth: int) -> Any:
        return Product(((self.positive(depth), 1 + self.number_up_to(1)), (self.count_of(depth), 1)))

    def quotient(self, depth: int) -> Any:
        return Quotient(self.positive(depth), self.positive(depth))

    def largest(self, depth: int) -> Any:
        return Largest(tuple(self.number(depth) for _ in range(2)))

    def agreed(self, depth: int) -> Any:
        """Two numbers that agree; neither may be one that two others agree on."""
        try:
            return Agreed(self.number(depth), self.number(depth))
        except DefinitionError as error:
            if error.code != "D146":
                raise
        return Agreed(self.pick(self.world.measures), self.count_of(depth))

    def by_choice(self, depth: int) -> Any:
        of = self.pick(self.world.choices)
        values = {key: Fraction(1 + self.number_up_to(8), 2) for key in of.option_keys()}
        return arithmetic.by_choice(of, values)

    def derived(self, depth: int) -> Any:
        """A measure whose unit is only declared."""
        key = self.new_key("derived")
        formula = self.pick([self.years_since(depth), self.pick(self.world.lengths), self.days_since(0)])
        return Derived(key, key, "1", formula, SOURCE, empirical=True)

    def converted(self, depth: int) -> Any:
        """A measure in metres that is worked out in centimetres."""
        key = self.new_key("derived")
        return Derived(key, key, "m", self.pick(self.world.lengths) * 3, SOURCE)

    def total(self, depth: int) -> Any:
        return self.score(depth).total

    # Events and days ----------------------------------------------------------------------------

    def selection(self, depth: int) -> ev.Selection:
        event = self.pick(self.world.events)
        return ev.Selection(event, self.pick([None, self.where(event)]), self.window(depth))

    def where(self, event: Event) -> Any:
        """A condition on one event."""
        sure, kind, size = event.attributes
        parts = [
            sure,
            presume(sure, self.pick([YES, NO]), because=BECAUSE, source=SOURCE),
            kind.one_of(*self.some(kind.option_keys())),
            presume(kind.is_("a"), self.pick([YES, NO]), because=BECAUSE, source=SOURCE),
            numbers.compare(size, self.pick([">", ">="]), Fraction(1)),
        ]
        return self.pick([all_of, any_of])(*self.some(parts, least=2))

    def window(self, depth: int) -> ev.Window | None:
        back = self.pick([None, days(0), days(28), weeks(4), months(1), months(2)])
        kind = self.number_up_to(3)
        if kind == 0:
            return None
        if kind == 1 and depth > 0:
            first = self.number_up_to(2)
            return days_after(first, first + 28, self.date_of(depth - 1))
        if kind == 2 and depth > 0:
            return ev.Window(back, months(1), self.date(depth - 1))
        if kind == 3 and depth > 0 and self.number_up_to(1):
            return days_before(28, self.number_up_to(2), self.date_of(depth - 1))
        return within(back or days(7))

    def date(self, depth: int) -> Any:
        return self.pick(list(DATES.values()))(self, depth)

    def anchor(self, depth: int) -> Any:
        return self.pick([INDEX, AT])

    def date_of(self, depth: int) -> Any:
        return ev.DateOf(self.selection(depth), self.pick(["first", "last"]))

    def count_of(self, depth: int) -> Any:
        return ev.CountOf(self.selection(depth), 3)

    def days_since(self, depth: int) -> Any:
        return ev.DaysSince(self.selection(depth), self.pick(["first", "last"]))

    def time_until(self, depth: int) -> Any:
        since = self.pick([INDEX, AT, self.selection(depth)])
        which, symbol = self.pick(["first", "last"]), self.pick(["min", "d"])
        return ev.TimeUntil(self.selection(depth), which, since, symbol)

    def value_of(self, depth: int) -> Any:
        selection = self.selection(depth)
        which = self.pick(["first", "last", "highest", "lowest"])
        return ev.ValueOf(selection, selection.event.attribute("size"), which)

    def years_since(self, depth: int) -> Any:
        return YearsSince(self.world.dates[0], self.pick([INDEX, AT]))

    def series(self, depth: int) -> Any:
        selection, key = self.selection(depth), self.new_key("series")
        attribute = selection.event.attribute("size")
        method, domain = "time_in_range_rosendaal", Interval(0, 100)
        return SeriesMeasure(
            key, key, selection, attribute, method, SERIES_SETTINGS, "%", domain, Fraction(5), SOURCE
        )


Kinds = dict[type, Callable[[Maker, int], Any]]
TRUTHS: Kinds = {
    facts.YesNo: Maker.yes_no_fact,
    ex.AllOf: Maker.all_of,
    ex.AnyOf: Maker.any_of,
    ex.No: Maker.no,
    ex.AtLeast: Maker.at_least,
    ex.IsOneOf: Maker.is_one_of,
    ex.Presume: Maker.presume,
    Compare: Maker.comparison,
    ev.AnyEvent: Maker.any_event,
    ev.Obtainable: Maker.obtainable,
}
OPTIONS: Kinds = {
    facts.Choice: Maker.choice_fact,
    ex.PresumeOption: Maker.presume_option,
    ev.OptionOf: Maker.option_of,
    scores.Score: Maker.score,
    tables.Table: Maker.table,
}
NUMBERS: Kinds = {
    facts.Measure: Maker.measure,
    Constant: Maker.constant,
    Parameter: Maker.parameter,
    Linear: Maker.linear,
    Product: Maker.product,
    Quotient: Maker.quotient,
    Largest: Maker.largest,
    Agreed: Maker.agreed,
    ByChoice: Maker.by_choice,
    Derived: Maker.derived,
    scores.Total: Maker.total,
    ev.CountOf: Maker.count_of,
    ev.ValueOf: Maker.value_of,
    ev.DaysSince: Maker.days_since,
    ev.TimeUntil: Maker.time_until,
    ev.YearsSince: Maker.years_since,
    ev.SeriesMeasure: Maker.series,
}
DATES: Kinds = {ev.Anchor: Maker.anchor, ev.DateOf: Maker.date_of}
WITH_UNIT = (ev.DaysSince, ev.TimeUntil, ev.YearsSince, ev.SeriesMeasure)
LEAVES = [Maker.measure, Maker.value_of, Maker.count_of, Maker.by_choice]
EVERY_KIND: Kinds = {**TRUTHS, **OPTIONS, **NUMBERS, **DATES}
ALSO_A_LEAF = facts.DateFact
"""Dates are looked at through YearsSince, and no expression of their own is drawn of them."""
