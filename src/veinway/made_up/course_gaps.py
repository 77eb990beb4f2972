"""What the record of a course leaves out.

What a list counts as done is never hidden: supplies, reviews, scans of stents, INRs, what happened to a
filter, and that creatinine was measured. A service that does not record what it did is told to do it
again, and that would be no mistake of a reader. `COVERED` are these; the site's profile says so.
"""

from __future__ import annotations

from random import Random

from .course_truth import Line
from .courses import Course

COVERED = (
    "anticoagulant_supply",
    "clot_review",
    "filter_event",
    "inr_test",
    "medicine",
    "stent_duplex",
    "treatment_bloods",
    "treatment_review",
    "treatment_start",
    "vein_stent",
    "vte_diagnosis",
    "warfarin_start",
)
HIDEABLE = (
    "anticoagulation_established",
    "aps_status",
    "atrial_fibrillation",
    "birth_date",
    "body_weight",
    "filter_plan_documented",
    "inr_range",
    "mechanical_valve",
    "platelets_before",
    "pregnant",
    "serum_creatinine",
    "sex_at_birth",
)
"""Facts that are left out one by one; of creatinine the unit is, of a birth date all of it."""
_KIDNEY = frozenset({"birth_date", "body_weight", "serum_creatinine", "sex_at_birth"})
_NEEDS: dict[str, frozenset[str]] = {
    "three_month_reviews": frozenset({"birth_date"}),
    "doac_bloods": _KIDNEY,
    "inr_control": frozenset({"inr_range"}),
    "filter_plan": frozenset({"filter_plan_documented"}),
    "planned_removal": frozenset({"filter_plan_documented"}),
    "treatment_review": _KIDNEY,
    "dabigatran_kidney_found": _KIDNEY,
    "xa_inhibitor_kidney_found": _KIDNEY,
    "reduced_dose_too_early_found": frozenset({"atrial_fibrillation"}),
    "loading_too_long_found": _KIDNEY,
    "edoxaban_dose_too_high_found": _KIDNEY,
    "doac_in_aps_found": frozenset({"aps_status"}),
    "doac_with_valve_found": frozenset({"mechanical_valve"}),
    "doac_in_pregnancy_found": frozenset({"pregnant"}),
    "platelets_fell_on_heparin_found": frozenset({"platelets_before"}),
    "no_kidney_test_found": _KIDNEY,
}
"""What must be known for a list, or for one line of it."""


def draw_hidden(rng: Random, missing: float) -> set[str]:
    """Leave each fact out with probability `missing`."""
    return {key for key in HIDEABLE if rng.random() < missing}


def lacks(line: Line, hidden: set[str], course: Course, today: int) -> list[str]:
    """What the record leaves out of all that this line needs."""
    needed = _NEEDS.get(line[0], frozenset()) | _NEEDS.get(line[1], frozenset())
    lacking = set(needed & hidden)
    old = today - course.creatinine[-1][0] > 365
    if old and (line[0] == "doac_bloods" or line[1] == "treatment_review"):
        lacking.add("serum_creatinine")
    return sorted(lacking)
