"""Measures of a service added up over many subjects: each between what is certain and possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import polars as pl

from ..language.service_measures import ServiceMeasure
from .candidates import FAR_FUTURE
from .columns import compile_program
from .planes import Planes

Bounds = tuple[int, int]
"""At least and at most."""


@dataclass(slots=True)
class ShareTally:
    """Who counts, and who of them meets a measure; of a count, only who counts.

    The share is lowest where everybody of whom it is not known whether they meet it does not, and all
    who may not count and meet it do not count; and the other way round.
    """

    of_sure: int = 0
    of_possible: int = 0
    both_sure: int = 0
    both_possible: int = 0
    not_met_sure: int = 0
    not_met_possible: int = 0

    @property
    def of(self) -> Bounds:
        """How many count."""
        return self.of_sure, self.of_possible

    @property
    def met(self) -> Bounds:
        """How many count and meet it."""
        return self.both_sure, self.both_possible

    @property
    def share(self) -> tuple[Fraction, Fraction] | None:
        """The share that meets it; None where nobody can count."""
        low, high = self.both_sure + self.not_met_possible, self.both_possible + self.not_met_sure
        if not self.of_possible:
            return None
        # Nobody certainly counts, and all who may do, or none of them does, meet it.
        least = Fraction(self.both_sure, low) if low else Fraction(1)
        return least, Fraction(self.both_possible, high) if high else Fraction(0)


@dataclass(slots=True)
class TimeTally:
    """How long it took, of everybody who certainly counts: at least and at most, in minutes.

    not_known: of how many of them the two ends differ. possible: how many more may count.
    """

    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)
    possible: int = 0

    @property
    def not_known(self) -> int:
        """Of how many the time is not known exactly."""
        return sum(low != high for low, high in zip(self.low, self.high, strict=True))

    def quantile(self, share: Fraction) -> tuple[int, int | None] | None:
        """The time that this share of them did not exceed; its high end is None without a limit."""
        if not self.low:
            return None
        place = max(0, -(-len(self.low) * share.numerator // share.denominator) - 1)
        high = sorted(self.high)[place]
        return sorted(self.low)[place], None if high >= FAR_FUTURE else high


Tally = ShareTally | TimeTally


class ServiceTally:
    """Compiles measures of one chapter, and adds up what they say of planes.

    period: the first and the last day, of measures that are dated.
    """

    def __init__(
        self,
        measures: Sequence[ServiceMeasure],
        period: tuple[int, int],
        parameters: Mapping[str, Fraction],
    ) -> None:
        self.measures, self.period = tuple(measures), period
        named = {
            f"{measure.key}.{name}": part
            for measure in self.measures
            for name in ("of", "met", "value", "dated")
            if (part := getattr(measure, name)) is not None
        }
        self.program = compile_program([], named, presumptions=True, parameters=parameters)
        self.found: dict[str, Tally] = {
            measure.key: TimeTally() if measure.kind == "time" else ShareTally()
            for measure in self.measures
        }

    def add(self, planes: Planes) -> None:
        """Count these subjects too."""
        answers = self.program.run(planes)
        for measure in self.measures:
            found = self.found[measure.key]
            who = answers.with_columns(*self._who(measure))
            if isinstance(found, TimeTally):
                self._add_time(measure, found, who)
            else:
                _add_share(measure, found, who)

    def _who(self, measure: ServiceMeasure) -> tuple[pl.Expr, pl.Expr]:
        """Who may count, and who may not."""
        yes, no = pl.col(f"{measure.key}.of.yes"), pl.col(f"{measure.key}.of.no")
        if measure.dated is not None:
            low, high = (pl.col(f"{measure.key}.dated.{end}") for end in ("low", "high"))
            first, last = self.period
            yes = yes & (low <= last) & (high >= first)
            no = no | (low < first) | (high > last)
        return yes.alias("#yes"), no.alias("#no")

    def _add_time(self, measure: ServiceMeasure, found: TimeTally, who: pl.DataFrame) -> None:
        sure = who.filter(pl.col("#yes") & ~pl.col("#no"))
        scale = self.program.scales[f"{measure.key}.value"]
        for end in ("low", "high"):
            column = sure[f"{measure.key}.value.{end}"].to_list()
            minutes = column if scale == 1 else [int(each * scale) for each in column]
            (found.low if end == "low" else found.high).extend(minutes)
        found.possible += who.filter(pl.col("#yes") & pl.col("#no")).height


def _add_share(measure: ServiceMeasure, found: ShareTally, who: pl.DataFrame) -> None:
    yes, no = pl.col("#yes"), pl.col("#no")
    met, unmet = (
        (pl.lit(True), pl.lit(False))
        if measure.met is None
        else (pl.col(f"{measure.key}.met.yes"), pl.col(f"{measure.key}.met.no"))
    )
    sure = yes & ~no
    sums = who.select(
        of_sure=sure.sum(),
        of_possible=yes.sum(),
        both_sure=(sure & met & ~unmet).sum(),
        both_possible=(yes & met).sum(),
        not_met_sure=(sure & unmet & ~met).sum(),
        not_met_possible=(yes & unmet).sum(),
    ).row(0, named=True)
    for name, number in sums.items():
        setattr(found, name, getattr(found, name) + number)
