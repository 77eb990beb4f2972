"""Scores of severity: PESI, its short form, Bova and the shock score (reference 3, 1.2 and 1.3)."""

from veinway.care.facts.chest import body_temperature, heart_rate, respiratory_rate, spo2, systolic_bp
from veinway.care.facts.person import adult, age, sex_at_birth
from veinway.care.facts.severity import (
    altered_mental_state,
    cancer_ever,
    cancer_in_12_months,
    concomitant_dvt,
    heart_failure,
    lung_disease,
    natriuretic_peptide_raised,
    saddle_embolism,
)
from veinway.care.severity.heart import right_heart_strain, troponin
from veinway.care.sources import AHA_2026, BOVA_2014, BTS_2018, ESC_2019, PESI_2005, S
from veinway.language import *

_ESC = ESC_2019.table(7)
CLASS_I, CLASS_II = Band("class_i", "class I, very low"), Band("class_ii", "class II, low")
CLASS_III, CLASS_IV = Band("class_iii", "class III, moderate"), Band("class_iv", "class IV, high")
CLASS_V = Band("class_v", "class V, very high")
LOW_RISK, HIGH_RISK = Band("low", "low"), Band("high", "high")
STAGE_I, STAGE_II = Band("stage_i", "stage I"), Band("stage_ii", "stage II")
STAGE_III = Band("stage_iii", "stage III")

PESI = score(
    "pesi",
    "Pulmonary Embolism Severity Index",
    source=_ESC,
    items=[
        points_from(age, label="Age in years"),
        points(10, sex_at_birth.is_("male"), "Male"),
        points(30, cancer_ever),
        points(10, heart_failure),
        points(10, lung_disease),
        points(20, heart_rate >= 110, "Heart rate 110 or more"),
        points(30, systolic_bp < 100, "Systolic pressure below 100"),
        # ESC prints "above 30"; the other three tables print 30 and above, as the study had it.
        points(
            20,
            respiratory_rate >= 30,
            "30 breaths a minute or more (ESC prints: more than 30)",
            cite=PESI_2005.at("table, as reprinted"),
        ),
        points(20, body_temperature < 36, "Below 36.0 °C"),
        points(60, altered_mental_state),
        points(20, spo2 < 90, "Oxygen saturation below 90 %"),
    ],
    bands=[
        up_to(65, CLASS_I),
        up_to(85, CLASS_II),
        up_to(105, CLASS_III),
        up_to(125, CLASS_IV),
        above(125, CLASS_V),
    ],
    for_whom=adult,
)
_OTHER_ITEMS = [
    points(1, any_of(heart_failure, lung_disease), "Chronic heart failure or lung disease"),
    points(1, heart_rate >= 110, "Heart rate 110 or more"),
    points(1, systolic_bp < 100, "Systolic pressure below 100"),
    points(1, spo2 < 90, "Oxygen saturation below 90 %"),
]
SPESI = score(
    "spesi",
    "Simplified Pulmonary Embolism Severity Index",
    source=_ESC,
    items=[
        points(1, age > 80, "Older than 80"),
        points(1, cancer_ever),
        *_OTHER_ITEMS,
    ],
    bands=[below(1, LOW_RISK), from_(1, HIGH_RISK)],
    for_whom=adult,
)
# BTS counts a cancer that is active, the reprints one that ever was (disagreement D-21).
SPESI_BTS = score(
    "spesi_bts",
    "Simplified Pulmonary Embolism Severity Index, active cancer as BTS counts it",
    source=BTS_2018.table(4),
    items=[points(1, age > 80, "Older than 80"), points(1, cancer_in_12_months), *_OTHER_ITEMS],
    bands=[below(1, LOW_RISK), from_(1, HIGH_RISK)],
    for_whom=adult,
)
BOVA = score(
    "bova",
    "Bova score",
    source=BOVA_2014.at("table", S, "two reprints"),
    items=[
        points(2, systolic_bp <= 100, "Systolic pressure from 90 to 100"),
        points(2, troponin, "Troponin raised"),
        points(2, right_heart_strain, "Dysfunction of the right ventricle"),
        points(1, heart_rate >= 110, "Heart rate 110 or more"),
    ],
    bands=[below(3, STAGE_I), below(5, STAGE_II), from_(5, STAGE_III)],
    for_whom=all_of(adult, systolic_bp >= 90),
)
CPES = score(
    "cpes",
    "Composite PE shock score",
    source=AHA_2026.at("composite shock score", S, "two transcriptions"),
    items=[
        points(1, saddle_embolism),
        points(1, troponin, "Troponin raised"),
        points(1, natriuretic_peptide_raised),
        points(1, right_heart_strain, "Right ventricle moderately or severely reduced"),
        points(1, concomitant_dvt),
        points(1, heart_rate >= 100, "Heart rate 100 or more"),
    ],
    bands=[below(6, Band("below_6", "below 6")), from_(6, Band("six", "6: shock may be hidden"))],
    for_whom=all_of(adult, systolic_bp >= 90),
)
