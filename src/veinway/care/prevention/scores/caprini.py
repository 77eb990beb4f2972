"""Caprini 2005: people who are operated on. Only this edition; its bands differ by who printed them.

Where rows grow in severity along one axis, one of them counts. Two clots are one item. An operation in
the last month counts beside the one that is planned.
"""

from veinway.care.facts.background import varicose_veins
from veinway.care.facts.bleeding_risk import central_venous_catheter
from veinway.care.facts.chest import oral_contraceptive_use
from veinway.care.facts.home_treatment import hit_ever
from veinway.care.facts.person import adult, age, postpartum_days, pregnant, sex_at_birth
from veinway.care.facts.prevention import (
    bed_confined_hours,
    caprini_surgery,
    medical_bed_rest,
    planned_surgery_minutes,
)
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_factors import hormone_replacement
from veinway.care.facts.prevention_history import (
    anticardiolipin,
    both_or_one_leg_swollen,
    copd,
    factor_v_leiden,
    heart_failure_in_month,
    homocysteine_high,
    immobilising_cast_in_month,
    leg_fracture_in_month,
    lupus_anticoagulant,
    major_surgery_in_month,
    multiple_trauma_in_month,
    myocardial_infarction,
    other_thrombophilia,
    prothrombin_20210a,
    relative_with_clot,
    sepsis,
    serious_lung_disease_in_month,
    spinal_cord_injury_in_month,
    stroke,
)
from veinway.care.facts.prevention_hormones import combined_contraception_now
from veinway.care.facts.prevention_pregnancy import obstetric_history
from veinway.care.facts.provoking import inflammatory_bowel_disease
from veinway.care.facts.severity import cancer_ever
from veinway.care.measures import body_mass_index
from veinway.care.prevention.patients import surgical
from veinway.care.prevention.scores.bands import HIGH, LOW, MODERATE, VERY_LOW
from veinway.care.sources import ACCP_2012_SURGERY, CAPRINI_2005, CAPRINI_BANDS, LOCAL, PRODUCT, S, U
from veinway.language import *

_ITEMS = CAPRINI_2005.at("items", S, "several reprints and two open implementations")
_EDGES = PRODUCT.at("reference 4, section 2.1, exactly 45 minutes, ages 60 and 75", LOCAL)
_2005 = CAPRINI_2005.at("bands", S, "reprints")
_ACCP = ACCP_2012_SURGERY.at("rates by band of the Caprini score", U)
_MODERN = CAPRINI_BANDS.at("bands and 60-day rates", S, "reprints")
_woman = sex_at_birth.is_("female")
_over_45 = planned_surgery_minutes > 45
_in_month = within(days(29))

CAPRINI = score(
    "caprini_2005",
    "Caprini score (2005)",
    source=_ITEMS,
    items=[
        only_one(
            points(3, age >= 75, "Age 75 or over"),
            points(2, age >= 61, "Age 61 to 74"),
            points(1, age >= 41, "Age 41 to 60"),
            label="Age",
        ),
        only_one(
            points(5, caprini_surgery.is_("major_arthroplasty"), "Elective replacement of a leg joint"),
            points(2, caprini_surgery.is_("arthroscopic"), "Arthroscopic operation"),
            points(
                2,
                all_of(caprini_surgery.one_of("laparoscopic", "open_major"), _over_45),
                "Laparoscopic or major open operation of more than 45 minutes",
            ),
            points(1, no(caprini_surgery.is_("none")), "Minor operation", cite=_EDGES),
            label="Planned operation",
        ),
        points(1, body_mass_index > 25, "BMI above 25"),
        points(1, both_or_one_leg_swollen),
        points(1, varicose_veins),
        points(
            1,
            all_of(_woman, any_of(pregnant, postpartum_days < 30)),
            "Pregnant, or less than a month after birth",
        ),
        points(1, all_of(_woman, obstetric_history), "Stillbirth, miscarriages or toxaemia before"),
        points(
            1,
            all_of(
                _woman, any_of(combined_contraception_now, oral_contraceptive_use, hormone_replacement)
            ),
            "Oral contraceptive or hormone replacement",
        ),
        points(1, any_event(sepsis, in_=_in_month), "Sepsis in the last month"),
        points(1, serious_lung_disease_in_month),
        points(1, copd),
        points(1, any_event(myocardial_infarction, in_=within(days(7))), "Acute myocardial infarction"),
        points(1, heart_failure_in_month),
        points(1, inflammatory_bowel_disease),
        points(1, medical_bed_rest),
        points(
            1, major_surgery_in_month, "Major operation in the last month, apart from the planned one"
        ),
        points(2, cancer_ever),
        points(2, bed_confined_hours > 72, "Confined to bed for more than 72 hours"),
        points(2, immobilising_cast_in_month),
        points(2, central_venous_catheter),
        points(3, previous_vte, "DVT or pulmonary embolism before (one item)"),
        points(3, relative_with_clot),
        points(3, factor_v_leiden),
        points(3, prothrombin_20210a),
        points(3, homocysteine_high),
        points(3, lupus_anticoagulant),
        points(3, anticardiolipin),
        points(3, hit_ever),
        points(3, other_thrombophilia),
        points(5, any_event(stroke, in_=_in_month), "Stroke in the last month"),
        points(5, multiple_trauma_in_month),
        points(5, leg_fracture_in_month, "Broken hip, pelvis or leg in the last month"),
        points(5, spinal_cord_injury_in_month),
    ],
    bands=[below(1, VERY_LOW), below(3, LOW), below(5, MODERATE), from_(5, HIGH)],
    for_whom=all_of(adult, surgical),
    warning="The bands are those of ACCP 2012; Caprini 2005 and newer tables draw other lines.",
)
_total = CAPRINI.total

CAPRINI_BY_2005 = table(
    "caprini_band_2005",
    "Caprini score, bands of 2005",
    hit="first",
    source=_2005,
    rows=[
        row(_total >= 5, neutral("caprini_2005_highest", "Highest risk (bands of 2005)."), cite=_2005),
        row(_total >= 3, neutral("caprini_2005_high", "High risk (bands of 2005)."), cite=_2005),
        row(_total >= 2, neutral("caprini_2005_moderate", "Moderate risk (bands of 2005)."), cite=_2005),
        otherwise(neutral("caprini_2005_low", "Low risk (bands of 2005)."), cite=_2005),
    ],
)
CAPRINI_MODERN = table(
    "caprini_band_modern",
    "Caprini score, newer bands",
    hit="first",
    source=_MODERN,
    rows=[
        row(
            _total >= 9,
            neutral("caprini_9_and_over", "10.7 % within 60 days; medicine for 30 days."),
            cite=_MODERN,
        ),
        row(
            _total >= 7,
            neutral("caprini_7_to_8", "4.0 % within 60 days; medicine for 7 to 10 days."),
            cite=_MODERN,
        ),
        row(
            _total >= 5,
            neutral("caprini_5_to_6", "1.8 % within 60 days; medicine for 7 to 10 days."),
            cite=_MODERN,
        ),
        row(
            _total >= 3,
            neutral("caprini_3_to_4", "0.7 % within 60 days; medicine in hospital only, or none."),
            cite=_MODERN,
        ),
        otherwise(
            neutral("caprini_0_to_2", "Lowest risk; medicine in hospital only, or none."), cite=_MODERN
        ),
    ],
)
CAPRINI_RATES = table(
    "caprini_rate_accp",
    "Caprini score, rates of ACCP 2012",
    hit="unique",
    source=_ACCP,
    rows=[
        row(CAPRINI.is_(VERY_LOW), neutral("caprini_rate_very_low", "Below 0.5 %."), cite=_ACCP),
        row(CAPRINI.is_(LOW), neutral("caprini_rate_low", "About 1.5 %."), cite=_ACCP),
        row(CAPRINI.is_(MODERATE), neutral("caprini_rate_moderate", "About 3 %."), cite=_ACCP),
        row(CAPRINI.is_(HIGH), neutral("caprini_rate_high", "About 6 %."), cite=_ACCP),
    ],
)
