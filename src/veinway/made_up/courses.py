"""What is true of one made-up person under treatment, before any of it is written into a record.

Days count since 1970-01-01. A course is one clot and all that followed: supplies, tests, reviews,
perhaps a filter or a stent. What is a list of days is in order.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .truth import completed_years

DOACS = ("apixaban", "rivaroxaban", "edoxaban", "dabigatran")
Dated = tuple[int, int]
"""A day and a value: creatinine in µmol/L, platelets in 10^9/L, an INR in tenths."""
Named = tuple[int, str]
"""A day and what it was: a product, an ingredient, what happened to a filter."""


def drug_of(product: str) -> str:
    """The drug of a product: apixaban of apixaban_2_5."""
    return product.split("_", 1)[0]


@dataclass(slots=True)
class Course:
    """One person, one clot and its treatment."""

    person: str
    birth: int
    sex: str
    clot: int
    kind: str
    """`dvt` or `pe`."""
    weight: int
    """Tenths of a kilogram."""
    weighed: int = 0
    side: str = "left"
    drug: str = "apixaban"
    started: int = 0
    supplies: list[Named] = field(default_factory=list)
    creatinine: list[Dated] = field(default_factory=list)
    platelets: list[Dated] = field(default_factory=list)
    inrs: list[Dated] = field(default_factory=list)
    reviews: list[int] = field(default_factory=list)
    medicines: list[Named] = field(default_factory=list)
    filter: list[Named] = field(default_factory=list)
    filter_plan: bool = False
    established: bool = False
    stent: int | None = None
    duplexes: list[int] = field(default_factory=list)
    atrial_fibrillation: bool = False
    mechanical_valve: bool = False
    antibodies: str = "none"
    pregnant: bool = False

    def age(self, day: int) -> int:
        return completed_years(self.birth, day)

    def supplied(self, *drugs: str) -> list[int]:
        """The days on which one of some drugs was supplied."""
        return [day for day, product in self.supplies if drug_of(product) in drugs]

    def product_days(self, *products: str) -> list[int]:
        """The days on which one of some products was supplied."""
        return [day for day, product in self.supplies if product in products]

    def now_on(self, day: int) -> str:
        """The drug of the last supply, where that was not more than 90 days ago; else nothing."""
        last = max(self.supplies, default=(0, ""))
        return drug_of(last[1]) if day - last[0] <= 90 else ""
