"""Whether a clot on the same side as an earlier one is a new one, and how old a clot looks."""

from veinway.care.facts.findings import (
    new_non_compressible_segment,
    previous_scan_to_compare,
    signs_of_acute_clot,
    signs_of_chronic_clot,
    vein_diameter_change_mm,
)
from veinway.care.facts.leg import previous_dvt, previous_dvt_same_leg
from veinway.care.facts.person import adult
from veinway.care.imaging.outcomes import (
    CLOT_ACUTE,
    CLOT_ACUTE_ON_CHRONIC,
    CLOT_CHRONIC,
    NOTHING_TO_COMPARE,
    RECURRENCE_CONFIRMED,
    RECURRENCE_EQUIVOCAL,
    RECURRENCE_EXCLUDED,
    RECURRENCE_READ_AGAIN,
)
from veinway.care.imaging.scans import proximal_clot_on_record
from veinway.care.questions import RECURRENT_DVT
from veinway.care.sources import DICTIONARY, LOCAL, PRODUCT, RECURRENT_DVT_REVIEW, S, U
from veinway.language import *

_REVIEW = RECURRENT_DVT_REVIEW.at("criteria", S, "abstract of a review")

# Remains of a clot can only mislead in the leg that had it.
_same_leg = presume(
    previous_dvt_same_leg,
    YES,
    because="the side of the earlier clot is not on record, so its remains may be in this leg",
    source=PRODUCT.at("presumption on the side of the earlier clot", LOCAL),
)

CONCLUSION = table(
    "recurrent_dvt_conclusion",
    "Whether a clot on the same side is a new one",
    hit="first",
    source=_REVIEW,
    rows=[
        row(new_non_compressible_segment, RECURRENCE_CONFIRMED, id="new_segment", cite=_REVIEW),
        # Thrombus that is left from before, alone, is no proof.
        row(
            no(previous_scan_to_compare),
            NOTHING_TO_COMPARE,
            id="residual_alone",
            cite=RECURRENT_DVT_REVIEW.at("persistent residual thrombus", S, "an article summary"),
        ),
        row(vein_diameter_change_mm > 4, RECURRENCE_CONFIRMED, id="over_4_mm", cite=_REVIEW),
        # The report of a clot (row D5) and the comparison speak against each other: neither wins alone.
        row(
            all_of(vein_diameter_change_mm < 2, proximal_clot_on_record),
            RECURRENCE_READ_AGAIN,
            id="clot_without_growth",
            cite=PRODUCT.at("section 4.4, a reported clot without growth", LOCAL),
        ),
        row(vein_diameter_change_mm < 2, RECURRENCE_EXCLUDED, id="under_2_mm", cite=_REVIEW),
        otherwise(RECURRENCE_EQUIVOCAL, id="2_to_4_mm", cite=_REVIEW),
    ],
)

RECURRENT_DVT_STEP = step(
    "recurrent_dvt_veinway",
    "Second clot on the same side",
    question=RECURRENT_DVT,
    guideline="veinway",
    subject=EPISODE,
    source=_REVIEW,
    for_whom=all_of(adult, previous_dvt, _same_leg),
    conclusion=CONCLUSION,
    plan=[
        action(
            "compare_with_earlier_scan",
            "Scan, and compare with the earlier scan: segments that compress, and diameters.",
            act="proximal_scan",
            when=previous_scan_to_compare,
            result=vein_diameter_change_mm,
            cite=_REVIEW,
        ),
        action(
            "compare_by_second_reader",
            "Have this scan and the earlier one compared by a second reader; treat meanwhile.",
            act="second_read",
            when=CONCLUSION.is_(RECURRENCE_READ_AGAIN),
            cite=PRODUCT.at("section 4.4, a reported clot without growth", LOCAL),
        ),
        action(
            "mr_direct_thrombus_imaging",
            "Test further, for instance by MR direct thrombus imaging.",
            act="mr_venography",
            when=CONCLUSION.one_of(RECURRENCE_EQUIVOCAL, NOTHING_TO_COMPARE),
            strength=Strength.CONSIDER,
            cite=_REVIEW,
        ),
    ],
)

_RADIOLOGY = DICTIONARY.at("section 4.4, acute and chronic clots", U)
AGE_OF_THROMBUS = table(
    "age_of_thrombus",
    "How old a clot looks on the scan",
    hit="unique",
    source=_RADIOLOGY,
    rows=[
        row(
            all_of(signs_of_acute_clot, no(signs_of_chronic_clot)),
            CLOT_ACUTE,
            id="acute",
            cite=_RADIOLOGY,
        ),
        row(
            all_of(signs_of_chronic_clot, no(signs_of_acute_clot)),
            CLOT_CHRONIC,
            id="chronic",
            cite=_RADIOLOGY,
        ),
        otherwise(CLOT_ACUTE_ON_CHRONIC, id="indeterminate", cite=_RADIOLOGY),
    ],
)
