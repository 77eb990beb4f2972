"""The truth of a cohort as a table, one row a patient, in the order of the record.

- `person`; `side` and `other_side` (the symptomatic leg that speaks, and the milder one or nothing; a
  reader that sees one leg only may call its side "")
- `index`, `at` (days since 1970-01-01), `index_minute`
- each yes/no fact and choice under its own key; each measure and date as `key.low` and `key.high` on
  the fact's grid, as a reader of the complete record would know it
- `operations`, and `scans` of the leg that speaks
- what a perfect reader concludes from complete facts: `route`, `within_nice`, `d_dimer_class`, and for
  those within NICE's pathway (else null) `wells_total`, `wells_band` and `outcome`: an outcome key of
  the conclusion, or nothing while a test is still to come
- `hidden` (keys that the record leaves out) and `misleading` (the kind of trick, or nothing)
"""

from __future__ import annotations

from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from .gaps import Gaps
from .life import DAY, Life
from .truth import (
    conclusion,
    d_dimer_class,
    route,
    usable_class,
    wells_band,
    wells_total,
    within_nice,
)

YES_NO = (
    "active_cancer",
    "alternative_dvt_at_least_as_likely",
    "arm_symptoms",
    "chest_symptoms",
    "collateral_superficial_veins",
    "d_dimer_obtainable_in_4_hours",
    "deep_vein_tenderness",
    "entire_leg_swollen",
    "haemodynamic_instability",
    "injects_drugs",
    "inpatient",
    "leg_symptoms",
    "limb_threat",
    "on_therapeutic_anticoagulation",
    "paralysis_paresis_or_cast",
    "pitting_oedema_confined",
    "pitting_oedema_greater",
    "pregnant",
    "previous_dvt",
    "scan_obtainable_in_4_hours",
)
NUMBERS = (
    "age_years",
    "bedridden_days",
    "birth_date",
    "body_height",
    "body_weight",
    "calf_circumference",
    "calf_circumference_other_leg",
    "calf_difference",
    "d_dimer",
    "postpartum_days",
    "serum_creatinine",
)
_OPERATION = pa.struct([("day", pa.int64()), ("major", pa.bool_()), ("anaesthesia", pa.string())])
_SCAN = pa.struct(
    [("day", pa.int64()), ("minute", pa.int64()), ("result", pa.string()), ("segment", pa.string())]
)
SCHEMA = pa.schema(
    [
        ("person", pa.string()),
        ("side", pa.string()),
        ("other_side", pa.string()),
        ("index", pa.int64()),
        ("at", pa.int64()),
        ("index_minute", pa.int64()),
        *((key, pa.bool_()) for key in YES_NO),
        ("sex_at_birth", pa.string()),
        *((f"{key}.{end}", pa.int64()) for key in NUMBERS for end in ("low", "high")),
        ("operations", pa.list_(_OPERATION)),
        ("scans", pa.list_(_SCAN)),
        ("route", pa.string()),
        ("within_nice", pa.bool_()),
        ("wells_total", pa.int64()),
        ("wells_band", pa.string()),
        ("d_dimer_class", pa.string()),
        ("outcome", pa.string()),
        ("hidden", pa.list_(pa.string())),
        ("misleading", pa.string()),
    ]
)
Row = dict[str, Any]


def truth_row(life: Life, gaps: Gaps, misleading: str, at: int) -> Row:
    """What is true of one patient, and what the record does with it."""
    row: Row = {
        "person": life.person,
        "side": life.side,
        "other_side": life.legs[1].side if len(life.legs) > 1 else "",
        "index": life.day,
        "at": at,
        "index_minute": life.index,
        "sex_at_birth": life.sex,
        "operations": [
            {"day": life.day - op.days_ago, "major": op.major, "anaesthesia": op.anaesthesia}
            for op in life.operations
        ],
        "scans": [
            {"day": s.done // DAY, "minute": s.done, "result": s.result, "segment": s.segment}
            for s in life.scans
            if s.side == life.side
        ],
        "hidden": sorted(gaps.hidden),
        "misleading": misleading,
    }
    row |= _yes_no(life) | _numbers(life) | concluded(life)
    return row


def _yes_no(life: Life) -> Row:
    leg = life.legs[0]
    return {key: life.yes[key] if key in life.yes else getattr(leg, key) for key in YES_NO}


def _numbers(life: Life) -> Row:
    leg = life.legs[0]
    exact = {
        "age_years": life.age,
        "bedridden_days": life.bedridden_days,
        "birth_date": life.birth,
        "calf_circumference": leg.calf_mm,
        "calf_circumference_other_leg": leg.other_calf_mm,
        "calf_difference": leg.calf_difference_mm,
        "postpartum_days": life.postpartum_days,
    }
    row: Row = {f"{key}.{end}": value for key, value in exact.items() for end in ("low", "high")}
    for key, written in life.measured.items():
        row[f"{key}.low"], row[f"{key}.high"] = written.low, written.high
    d_dimer = life.d_dimer
    row["d_dimer.low"] = d_dimer.low if d_dimer else None
    row["d_dimer.high"] = d_dimer.high if d_dimer else None
    return row


def concluded(life: Life) -> Row:
    """What a perfect reader concludes from complete facts."""
    suitable = within_nice(life.yes, life.age, life.postpartum_days)
    total = wells_total(life.wells(life.legs[0]))
    band = wells_band(total)
    seen = life.d_dimer
    d_dimer = d_dimer_class(seen.low, seen.high, life.age, band) if seen else ""
    counts_as = usable_class(d_dimer, seen.sampled, life.interim_dose) if seen else ""
    scans = [(scan.done // DAY, scan.result) for scan in life.scans if scan.side == life.side]
    return {
        "route": route(life.yes, life.age, life.postpartum_days),
        "within_nice": suitable,
        "wells_total": total if suitable else None,
        "wells_band": band if suitable else None,
        "d_dimer_class": d_dimer,
        "outcome": conclusion(band, counts_as, scans) if suitable else None,
    }


def as_line(row: Row) -> tuple[Any, ...]:
    """A row in the order of the columns."""
    return tuple(row[name] for name in SCHEMA.names)
