"""Many patients: how many of some planes hold, for many sets of planes that overlap.

Planes that belong to the same sets are added up once; the sum of a set is the sum of such classes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import polars as pl

from .columns_cells import Plane, as_plane
from .columns_layers import Layers


def counts(layers: Layers, sets: Mapping[str, Sequence[Plane]]) -> dict[str, pl.Expr]:
    """For each set, by name, how many of its planes hold; in few bits, because many are added."""
    kind = pl.UInt8 if max(map(len, sets.values()), default=0) < 256 else pl.UInt32
    sets_of: dict[str, list[str]] = defaultdict(list)
    for name, planes in sets.items():
        for plane in map(layers.plane, planes):
            ones = layers.column(as_plane(plane).cast(kind))
            sets_of[ones.meta.output_name()].append(name)
    classes: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for column, members in sets_of.items():
        classes[tuple(members)].append(column)
    sums: dict[str, list[str]] = defaultdict(list)
    for together, columns in classes.items():
        total = layers.summed(columns)
        for name in together:
            sums[name].append(total)
    return {name: pl.col(layers.summed(sums[name])) if sums[name] else pl.lit(0, kind) for name in sets}
