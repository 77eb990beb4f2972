"""UKMEC 2016 on the combined pill, patch and ring, as far as clots go. The 2025 edition was not read."""

from veinway.care.facts.background import varicose_veins
from veinway.care.facts.person import age
from veinway.care.facts.prevention_factors import smoking_status
from veinway.care.facts.prevention_history import known_thrombophilia, superficial_vein_thrombosis
from veinway.care.facts.prevention_hormones import (
    age_of_relative_with_clot,
    antiphospholipid_antibodies,
    cigarettes_per_day,
    days_since_smoking_stopped,
    immobile_apart_from_surgery,
    other_risk_after_birth,
    surgery_and_immobility,
)
from veinway.care.facts.provoking import first_degree_relative_with_clot
from veinway.care.measures import body_mass_index
from veinway.care.prevention.hormones.outcomes import MEC_1, MEC_2, MEC_3, MEC_4
from veinway.care.prevention.hormones.patients import breastfeeds, clot_ever, for_whom, gave_birth
from veinway.care.prevention.questions import COMBINED_CONTRACEPTION
from veinway.care.sources import LOCAL, PRODUCT, UKMEC_2016, S
from veinway.language import *

_TWO = UKMEC_2016.at("combined contraception", S, "two transcriptions; draft until 2025 is compared")
_ONE = UKMEC_2016.at("combined contraception", S, "one transcription; draft until 2025 is compared")
_smokes = smoking_status.is_("current")
_stopped = smoking_status.is_("former")
_over_35 = age >= 35
_bottle = no(breastfeeds)
_weeks_3_to_6 = all_of(gave_birth >= 21, gave_birth < 42)

BY_TOLD = (
    ("major_immobile", surgery_and_immobility.is_("major_immobile"), MEC_4, _TWO),
    ("thrombophilia", known_thrombophilia, MEC_4, _TWO),
    ("antiphospholipid", antiphospholipid_antibodies, MEC_4, _TWO),
    ("15_cigarettes_at_35", all_of(_smokes, _over_35, cigarettes_per_day >= 15), MEC_4, _TWO),
    ("breastfeeding_6_weeks", all_of(breastfeeds, gave_birth < 42), MEC_4, _TWO),
    ("3_weeks_other_risk", all_of(_bottle, gave_birth < 21, other_risk_after_birth), MEC_4, _TWO),
    (
        "relative_below_45",
        all_of(first_degree_relative_with_clot, age_of_relative_with_clot < 45),
        MEC_3,
        _TWO,
    ),
    ("immobile", immobile_apart_from_surgery, MEC_3, _ONE),
    ("bmi_35", body_mass_index >= 35, MEC_3, _TWO),
    ("smokes_at_35", all_of(_smokes, _over_35), MEC_3, _TWO),
    (
        "stopped_under_a_year",
        all_of(_stopped, _over_35, days_since_smoking_stopped < 365),
        MEC_3,
        _TWO,
    ),
    ("3_weeks", all_of(_bottle, gave_birth < 21), MEC_3, _TWO),
    (
        "3_to_6_weeks_other_risk",
        all_of(_bottle, _weeks_3_to_6, other_risk_after_birth),
        MEC_3,
        _TWO,
    ),
    ("relative", first_degree_relative_with_clot, MEC_2, _ONE),
    ("major_surgery", surgery_and_immobility.is_("major"), MEC_2, _ONE),
    ("superficial", superficial_vein_thrombosis, MEC_2, _ONE),
    ("bmi_30", body_mass_index >= 30, MEC_2, _ONE),
    ("smokes_below_35", _smokes, MEC_2, _TWO),
    ("stopped", all_of(_stopped, _over_35), MEC_2, _TWO),
    ("breastfeeding_6_months", all_of(breastfeeds, gave_birth < 182), MEC_2, _TWO),
    ("3_to_6_weeks", all_of(_bottle, _weeks_3_to_6), MEC_2, _TWO),
)
"""What raises a category, each with it; a woman can tell of each of them herself."""

UKMEC_CONCLUSION = table(
    "contraception_ukmec_conclusion",
    "Combined contraception and clots, UKMEC 2016",
    hit="worst",
    source=_TWO,
    rows=[
        row(clot_ever, MEC_4, id="clot", cite=_TWO),
        *[row(when, category, id=name, cite=cite) for name, when, category, cite in BY_TOLD],
        row(varicose_veins, MEC_1, id="varicose_veins", cite=_ONE),
        otherwise(MEC_1, cite=_TWO),
    ],
)
_OWN = PRODUCT.at("reference 4, section 6.1, nothing is changed automatically", LOCAL)
UKMEC = step(
    "contraception_ukmec",
    "Combined pill, patch or ring, UKMEC 2016",
    question=COMBINED_CONTRACEPTION,
    guideline="ukmec",
    subject=PERSON,
    source=_TWO,
    for_whom=for_whom,
    conclusion=UKMEC_CONCLUSION,
    plan=[
        action(
            "clot_on_contraception",
            "A clot is or was found: nothing is changed automatically; a clinician decides when to stop "
            "(at once, or before anticoagulation ends: periods can become heavy on it).",
            act="contraception_with_clot",
            when=clot_ever,
            cite=_OWN,
        )
    ],
)
