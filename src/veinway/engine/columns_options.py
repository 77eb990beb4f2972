"""Many patients: the options of a choice that are still possible, as one mask or as planes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Protocol

import polars as pl

from .columns_cells import Joined, Plane, as_plane, some
from .columns_layers import Layers
from .planes import mask_of


class Options(Protocol):
    """The options of a choice."""

    @property
    def keys(self) -> tuple[str, ...]: ...

    def some_of(self, wanted: frozenset[str]) -> Plane:
        """Whether one of these is possible."""
        ...


@dataclass(frozen=True, slots=True)
class Mask:
    """A choice as it stands in the planes: bit n for option n, and at least one of them is set."""

    keys: tuple[str, ...]
    bits: pl.Expr
    layers: Layers

    def some_of(self, wanted: frozenset[str]) -> Plane:
        if not wanted or wanted == frozenset(self.keys):
            return bool(wanted)
        return self.layers.plane(Joined("has", (self.bits,), mask_of(wanted, self.keys)))


@dataclass(frozen=True, slots=True)
class Planewise:
    """A choice as one plane for each option."""

    keys: tuple[str, ...]
    planes: tuple[Plane, ...]

    def some_of(self, wanted: frozenset[str]) -> Plane:
        return some(plane for key, plane in zip(self.keys, self.planes, strict=True) if key in wanted)


def within(options: Options, unless: Plane) -> Options:
    """The same options, and all of them where `unless` holds."""
    planes = (some([options.some_of(frozenset({key})), unless]) for key in options.keys)
    return Planewise(options.keys, tuple(planes))


def bits(planes: tuple[Plane, ...]) -> pl.Expr:
    """Planes as the bits of one column, the first plane as bit 0, in as few bits as will do."""
    kind = next(kind for kind in _KINDS if len(planes) < _KINDS[kind])
    always, parts = 0, []
    for place, plane in enumerate(planes):
        if isinstance(plane, bool):
            always |= plane << place
        else:
            bit = pl.when(as_plane(plane)).then(pl.lit(1 << place, kind))
            parts.append(bit.otherwise(pl.lit(0, kind)))
    return reduce(lambda one, other: one | other, parts, pl.lit(always, kind))


_KINDS: dict[type[pl.DataType], int] = {pl.Int8: 8, pl.Int16: 16, pl.Int32: 32, pl.Int64: 64}


def mask(options: Options) -> pl.Expr:
    """Options as the bits of one column."""
    if isinstance(options, Mask):
        return options.bits
    return bits(tuple(options.some_of(frozenset({key})) for key in options.keys))
