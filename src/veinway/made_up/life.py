"""What is true of one made-up patient, before any of it is written into a record.

Minutes count since 1970-01-01 UTC, days since 1970-01-01. Everything happens between 06:00 and 21:00
UTC, so that the calendar day is the same in every European time zone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .truth import Operation, WellsFindings, completed_years

NEVER = 10_000_000
DAY = 1440


@dataclass(slots=True)
class Written:
    """A measured value as the record writes it, and what it says on the fact's grid (both ends)."""

    value: float
    unit: str
    low: int
    high: int


@dataclass(slots=True)
class Leg:
    """What the examination of one symptomatic leg finds; lengths in millimetres."""

    side: str
    deep_vein_tenderness: bool
    entire_leg_swollen: bool
    calf_mm: int
    other_calf_mm: int
    pitting_oedema_confined: bool
    pitting_oedema_greater: bool
    collateral_superficial_veins: bool
    alternative_dvt_at_least_as_likely: bool

    @property
    def calf_difference_mm(self) -> int:
        return self.calf_mm - self.other_calf_mm


@dataclass(slots=True)
class DDimer:
    """A D-dimer as it is reported; `low` and `high` in tenths of µg/L FEU."""

    form: int
    value: float
    comparator: str
    low: int
    high: int
    requested: int
    sampled: int
    issued: int


@dataclass(slots=True)
class Scan:
    """A scan of one leg; `segment` is the most proximal vein with clot."""

    side: str
    result: str
    segment: str
    done: int
    issued: int


@dataclass(slots=True)
class Life:
    """One patient and one suspected DVT. `legs[0]` is the more symptomatic one, which speaks."""

    person: str
    index: int
    """The minute of the first suspicion."""
    birth: int
    sex: str
    dvt: str
    """What is really there: `proximal`, `distal`, `superficial` or nothing."""
    yes: dict[str, bool]
    bedridden_days: int
    postpartum_days: int
    operations: tuple[Operation, ...]
    legs: list[Leg]
    measured: dict[str, Written]
    d_dimer: DDimer | None = None
    scan_requested: int | None = None
    scans: list[Scan] = field(default_factory=list)
    interim_dose: int | None = None
    admitted: int | None = None
    """Admission because of what was found: later than the suspicion, so not an inpatient then."""

    @property
    def day(self) -> int:
        return self.index // DAY

    @property
    def age(self) -> int:
        return completed_years(self.birth, self.day)

    @property
    def side(self) -> str:
        return self.legs[0].side

    def wells(self, leg: Leg) -> WellsFindings:
        """The findings that score one of the legs."""
        return WellsFindings(
            active_cancer=self.yes["active_cancer"],
            paralysis_paresis_or_cast=self.yes["paralysis_paresis_or_cast"],
            bedridden_days=self.bedridden_days,
            operations=self.operations,
            deep_vein_tenderness=leg.deep_vein_tenderness,
            entire_leg_swollen=leg.entire_leg_swollen,
            calf_difference_mm=leg.calf_difference_mm,
            pitting_oedema_confined=leg.pitting_oedema_confined,
            collateral_superficial_veins=leg.collateral_superficial_veins,
            previous_dvt=self.yes["previous_dvt"],
            alternative_as_likely=leg.alternative_dvt_at_least_as_likely,
        )
