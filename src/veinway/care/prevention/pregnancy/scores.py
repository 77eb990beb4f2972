"""RCOG 37a: points before and after birth. Caesarean in labour is 2, elective 1; IVF counts before birth
only, ovarian hyperstimulation in the first trimester only; hyperemesis is a row of its own."""

from veinway.care.facts.person import adult, age, born_in_last_6_weeks, pregnant
from veinway.care.facts.pregnancy import gestational_age_weeks
from veinway.care.facts.prevention_factors import in_vitro_fertilisation, smoking_status
from veinway.care.facts.prevention_pregnancy import (
    blood_loss_ml,
    body_mass_index_at_booking,
    caesarean,
    days_of_gestation_at_birth,
    earlier_clot_and_surgery,
    first_degree_clot_unprovoked_or_oestrogen,
    gross_varicose_veins,
    hyperemesis,
    immobile_or_dehydrated,
    labour_hours,
    multiple_pregnancy,
    operative_delivery,
    ovarian_hyperstimulation,
    parity,
    preeclampsia,
    rcog_comorbidity,
    rcog_thrombophilia,
    stillbirth,
    surgery_in_pregnancy,
    systemic_infection,
    transfused_after_birth,
)
from veinway.care.sources import LOCAL, PRODUCT, RCOG_37A, S
from veinway.language import *

_APPENDIX = RCOG_37A.at("appendix III", S, "two transcriptions")
_APS = PRODUCT.at("reference 4, section 4.1, antiphospholipid syndrome", LOCAL)
before_birth = pregnant
after_birth = all_of(no(pregnant), born_in_last_6_weeks)

_PRE_EXISTING = [
    only_one(
        points(4, earlier_clot_and_surgery.is_("other"), "A clot before"),
        points(
            3,
            earlier_clot_and_surgery.is_("one_after_major_surgery"),
            "A single clot before, related to major surgery",
        ),
        label="Clots before",
    ),
    only_one(
        points(3, rcog_thrombophilia.is_("high_risk"), "High-risk thrombophilia"),
        points(3, rcog_thrombophilia.is_("antiphospholipid"), "Antiphospholipid syndrome", cite=_APS),
        points(1, rcog_thrombophilia.is_("low_risk"), "Low-risk thrombophilia"),
        label="Thrombophilia",
    ),
    points(3, rcog_comorbidity, "A listed illness"),
    points(1, first_degree_clot_unprovoked_or_oestrogen),
    points(1, age > 35, "Older than 35"),
    only_one(
        points(2, body_mass_index_at_booking >= 40, "BMI 40 or more"),
        points(1, body_mass_index_at_booking >= 30, "BMI 30 to below 40"),
        label="Body mass index at booking",
    ),
    points(1, parity >= 3, "3 births or more"),
    points(1, smoking_status.is_("current"), "Smokes"),
    points(1, gross_varicose_veins),
]
_PREGNANCY = [
    points(1, preeclampsia),
    points(1, multiple_pregnancy),
    points(3, surgery_in_pregnancy),
    points(1, systemic_infection),
    points(1, immobile_or_dehydrated),
]
RCOG_ANTENATAL = score(
    "rcog_antenatal",
    "RCOG 37a, before birth",
    source=_APPENDIX,
    items=[
        *_PRE_EXISTING,
        *_PREGNANCY,
        points(1, in_vitro_fertilisation),
        points(3, hyperemesis),
        points(
            4,
            all_of(ovarian_hyperstimulation, gestational_age_weeks < 14),
            "Ovarian hyperstimulation, first trimester",
        ),
    ],
    bands=[
        below(3, Band("below_3", "below 3")),
        below(4, Band("three", "3")),
        from_(4, Band("four_and_over", "4 and over")),
    ],
    for_whom=all_of(adult, before_birth),
)
RCOG_POSTNATAL = score(
    "rcog_postnatal",
    "RCOG 37a, after birth",
    source=_APPENDIX,
    items=[
        *_PRE_EXISTING,
        *_PREGNANCY,
        only_one(
            points(2, caesarean.is_("in_labour"), "Caesarean in labour"),
            points(1, caesarean.is_("elective"), "Elective caesarean"),
            label="Caesarean",
        ),
        points(1, operative_delivery),
        points(1, labour_hours > 24, "Labour of more than 24 hours"),
        points(
            1,
            any_of(blood_loss_ml > 1000, transfused_after_birth),
            "Blood loss over 1 litre, or transfusion",
        ),
        points(1, days_of_gestation_at_birth < 259, "Born before 37 weeks"),
        points(1, stillbirth),
    ],
    bands=[below(2, Band("below_2", "below 2")), from_(2, Band("two_and_over", "2 and over"))],
    for_whom=all_of(adult, after_birth),
)
