"""Every statement of the five leaflets: what it says, and where that is told here or why it is not.

`care/leaflet/statements.csv` has a line a statement, in our words: its row (L3-11 is the eleventh of
leaflet 3), what it says, the places where the product says or does it (see `reference_rows`), and why it
is not followed, or not as it stands.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from importlib import resources

FILE = "care/leaflet/statements.csv"
COLUMNS = ["row", "says", "where", "because"]
LEAFLETS = ("L0", "L1", "L2", "L3", "L4")
"""The leaflets by the keys of their sources."""


@dataclass(frozen=True, slots=True)
class LeafletRow:
    """One statement of a leaflet; `where` is empty for one that is said nowhere."""

    row: str
    says: str
    where: tuple[str, ...]
    because: str

    @property
    def leaflet(self) -> str:
        """The key of its leaflet."""
        return self.row.partition("-")[0]


def shipped_leaflet_rows() -> tuple[LeafletRow, ...]:
    """The rows that come with this version."""
    text = resources.files("veinway").joinpath(FILE).read_text(encoding="utf-8")
    return tuple(
        LeafletRow(line["row"], line["says"], tuple(line["where"].split()), line["because"])
        for line in csv.DictReader(io.StringIO(text))
    )
