"""What a record leaves out. A hidden fact is absent from the record, and never recorded as no.

What an absence would turn into a wrong answer stays in: a reader may presume that somebody of whom no
anticoagulant, hospital stay or injecting is recorded has none, and that a scan which nothing asks for
would be on record if it had been positive. The symptom that opens the episode stays in too.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .life import Life

PRESUMED_ABSENT = ("inpatient", "injects_drugs", "on_therapeutic_anticoagulation")
FINDINGS = (
    "active_cancer",
    "alternative_dvt_at_least_as_likely",
    "arm_symptoms",
    "bedridden_days",
    "body_height",
    "body_weight",
    "chest_symptoms",
    "collateral_superficial_veins",
    "d_dimer_obtainable_in_4_hours",
    "deep_vein_tenderness",
    "entire_leg_swollen",
    "haemodynamic_instability",
    "limb_threat",
    "paralysis_paresis_or_cast",
    "pitting_oedema_confined",
    "pitting_oedema_greater",
    "pregnant",
    "postpartum_days",
    "previous_dvt",
    "scan_obtainable_in_4_hours",
    "serum_creatinine",
    "sex_at_birth",
    "surgery",
    *PRESUMED_ABSENT,
)
"""Facts and histories that are left out one by one."""


@dataclass(slots=True)
class Gaps:
    """What one record leaves out, and how.

    hidden: keys of facts, and of events (`surgery`, `leg_scan`, `surgery.anaesthesia`,
    `leg_scan.result`). birth: how much of the birth date is written: day, month, year or none.
    calf: `difference`, `both` circumferences, or nothing. d_dimer_as: `reported`, `nothing`, or there
    but not usable: `without_family` (neither its unit nor its code says which kind it is) or
    `conflict` (they say different kinds).
    """

    hidden: set[str]
    birth: str = "day"
    calf: str = "difference"
    d_dimer_as: str = "reported"


def draw_gaps(rng: Random, life: Life, missing: float, scan_protected: bool) -> Gaps:
    """Leave each fact out with probability `missing`."""
    gaps = Gaps({key for key in FINDINGS if rng.random() < missing})
    for key in PRESUMED_ABSENT:
        if life.yes[key]:
            gaps.hidden.discard(key)
    if rng.random() < missing:
        gaps.hidden.add("birth_date")
        gaps.birth = rng.choice(("month", "month", "month", "year", "year", "none"))
    _calf(rng, gaps, missing)
    if life.d_dimer is not None:
        _d_dimer(rng, gaps, missing)
    if life.scans:
        _scans(rng, gaps, missing, scan_protected)
    if life.operations and "surgery" not in gaps.hidden and rng.random() < missing:
        gaps.hidden.add("surgery.anaesthesia")
    if life.sex == "male" or life.age >= 60:  # nobody asks
        gaps.hidden |= {"pregnant", "postpartum_days"}
    gaps.hidden.add("age_years")  # the birth date says it
    return gaps


def _calf(rng: Random, gaps: Gaps, missing: float) -> None:
    gaps.calf = "both" if rng.random() < 0.4 else "difference"
    if rng.random() < missing:
        gaps.calf = "nothing"
    if gaps.calf != "both":
        gaps.hidden |= {"calf_circumference", "calf_circumference_other_leg"}
    if gaps.calf != "difference":
        gaps.hidden.add("calf_difference")


def _d_dimer(rng: Random, gaps: Gaps, missing: float) -> None:
    if rng.random() < missing:
        gaps.hidden.add("d_dimer")
        gaps.d_dimer_as = "without_family" if rng.random() < 0.4 else "nothing"


def _scans(rng: Random, gaps: Gaps, missing: float, scan_protected: bool) -> None:
    """All scans of a patient are hidden together, or all their results (a report in free text).

    Hiding one of two would make the other one the first.
    """
    if rng.random() < missing and not scan_protected:
        gaps.hidden.add("leg_scan.result" if rng.random() < 0.5 else "leg_scan")
