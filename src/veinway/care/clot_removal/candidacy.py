"""Whom removing a clot may help: each guideline's own criteria, side by side (reference 3, 2.2 to 2.4).

"Less than 14 days" (NICE), "up to 14" (the trials) and "more than 21" (AHA) are kept apart.
"""

from veinway.care.clot_removal.bars import ABSOLUTE_BARS, BLEEDING_BARS
from veinway.care.clot_removal.outcomes import (
    ALONE_RATHER,
    ANTICOAGULATE,
    CONSIDER,
    CONTRAINDICATED,
    LIMB_EMERGENCY,
    NOT_ILIOFEMORAL,
    SELECTED,
    SPECIALIST,
    TOO_LATE,
)
from veinway.care.facts.alarm import limb_threat
from veinway.care.facts.clot_removal import (
    clinician_confirms_low_bleeding_risk,
    severe_symptoms_despite_treatment,
)
from veinway.care.facts.findings import (
    good_functional_status,
    life_expectancy_of_a_year,
    symptom_days,
)
from veinway.care.facts.person import adult
from veinway.care.imaging.extent import DVT_EXTENT
from veinway.care.outcomes import DISTAL, FEMOROPOPLITEAL, ILIOFEMORAL, ILIOFEMORAL_CAVAL
from veinway.care.sources import (
    AHA_2011,
    ASH_2020_DVT,
    CHEST_2021,
    ESVS_2021,
    LOCAL,
    NG158,
    PRODUCT,
    SIR_2023,
    S,
    U,
)
from veinway.language import *

_NICE = NG158.section("1.6", S, "CHEST 2021 and a NICE text")
_ORDER = PRODUCT.at("reference 3, section 2.2", LOCAL)
_AHA = AHA_2011.at("recommendations", S, "WikiDoc")

CLOT_REMOVAL = question(
    "clot_removal",
    "Is a clot of the iliac or common femoral vein removed?",
)

iliofemoral = DVT_EXTENT.one_of(ILIOFEMORAL, ILIOFEMORAL_CAVAL)
not_iliofemoral = DVT_EXTENT.one_of(FEMOROPOPLITEAL, DISTAL)
bleeding_risk_is_low = all_of(no(ABSOLUTE_BARS), no(BLEEDING_BARS), clinician_confirms_low_bleeding_risk)
NICE_LIMIT_LEFT = Derived(
    "clot_removal_days_left",
    "Days that are left of NICE's limit for removing a clot (below 0: it is passed)",
    "d",
    13 - symptom_days,
    _ORDER,
)
_fit = all_of(good_functional_status, life_expectancy_of_a_year)

NICE_STEP = step(
    "clot_removal_nice",
    "Removing an iliofemoral clot, NICE NG158",
    question=CLOT_REMOVAL,
    guideline="nice",
    subject=LIMB,
    source=_NICE,
    for_whom=adult,
    conclusion=table(
        "clot_removal_nice_conclusion",
        "Whether an iliofemoral clot is removed, NICE",
        hit="first",
        source=_NICE,
        rows=[
            row(limb_threat, LIMB_EMERGENCY, id="CDT-01", cite=_ORDER),
            row(not_iliofemoral, NOT_ILIOFEMORAL, id="CDT-02", cite=_NICE),
            row(ABSOLUTE_BARS, CONTRAINDICATED, id="CDT-03", cite=_ORDER),
            row(
                all_of(iliofemoral, symptom_days < 14, _fit, bleeding_risk_is_low),
                CONSIDER,
                id="CDT-04",
                cite=_NICE,
            ),
            row(
                all_of(
                    iliofemoral,
                    _fit,
                    bleeding_risk_is_low,
                    any_of(between(symptom_days, 14, 21), severe_symptoms_despite_treatment),
                ),
                SPECIALIST,
                id="CDT-06",
                cite=_ORDER,
            ),
            otherwise(ANTICOAGULATE, id="CDT-07", cite=_ORDER),
        ],
    ),
    plan=[],
)


CHEST_STEP = step(
    "clot_removal_chest",
    "Removing an iliofemoral clot, CHEST 2021",
    question=CLOT_REMOVAL,
    guideline="chest",
    subject=LIMB,
    source=CHEST_2021.rec("6"),
    for_whom=adult,
    conclusion=table(
        "clot_removal_chest_conclusion",
        "Whether an iliofemoral clot is removed, CHEST",
        hit="first",
        source=CHEST_2021.rec("6"),
        rows=[
            row(limb_threat, LIMB_EMERGENCY, id="limb", cite=CHEST_2021.rec("6")),
            otherwise(ALONE_RATHER, cite=CHEST_2021.rec("6")),
        ],
    ),
    plan=[],
)
_ASH = ASH_2020_DVT.at("thrombolysis in DVT", S, "a summary")
ASH_STEP = step(
    "clot_removal_ash",
    "Removing an iliofemoral clot, ASH 2020",
    question=CLOT_REMOVAL,
    guideline="ash",
    subject=LIMB,
    source=_ASH,
    for_whom=adult,
    conclusion=table(
        "clot_removal_ash_conclusion",
        "Whether an iliofemoral clot is removed, ASH",
        hit="first",
        source=_ASH,
        rows=[
            row(limb_threat, LIMB_EMERGENCY, id="limb", cite=_ASH),
            row(
                all_of(iliofemoral, bleeding_risk_is_low, _fit),
                SELECTED,
                id="selected",
                cite=_ASH,
            ),
            otherwise(ALONE_RATHER, cite=_ASH),
        ],
    ),
    plan=[],
)
_ESVS = ESVS_2021.at("early removal, class IIa", S, "an extraction")
ESVS_STEP = step(
    "clot_removal_esvs",
    "Removing an iliofemoral clot, ESVS 2021",
    question=CLOT_REMOVAL,
    guideline="esvs",
    subject=LIMB,
    source=_ESVS,
    for_whom=adult,
    conclusion=table(
        "clot_removal_esvs_conclusion",
        "Whether an iliofemoral clot is removed, ESVS",
        hit="first",
        source=_ESVS,
        rows=[
            row(limb_threat, LIMB_EMERGENCY, id="limb", cite=_ESVS),
            row(not_iliofemoral, NOT_ILIOFEMORAL, id="class III", cite=ESVS_2021.at("class III", U)),
            row(
                all_of(iliofemoral, symptom_days < 14, life_expectancy_of_a_year, bleeding_risk_is_low),
                SELECTED,
                id="class IIa",
                cite=_ESVS,
            ),
            otherwise(ALONE_RATHER, cite=_ESVS),
        ],
    ),
    plan=[],
)
_SIR = SIR_2023.at("position statement, abstract")
SIR_STEP = step(
    "clot_removal_sir",
    "Removing an iliofemoral clot, SIR 2023",
    question=CLOT_REMOVAL,
    guideline="sir",
    subject=LIMB,
    source=_SIR,
    for_whom=adult,
    conclusion=table(
        "clot_removal_sir_conclusion",
        "Whether an iliofemoral clot is removed, SIR",
        hit="first",
        source=_SIR,
        rows=[
            row(
                all_of(iliofemoral, severe_symptoms_despite_treatment, bleeding_risk_is_low),
                SELECTED,
                id="extensive, severe, low risk",
                cite=_SIR,
            ),
            otherwise(ALONE_RATHER, cite=_SIR),
        ],
    ),
    plan=[],
)
AHA_STEP = step(
    "clot_removal_aha",
    "Removing an iliofemoral clot, AHA 2011",
    question=CLOT_REMOVAL,
    guideline="aha",
    subject=LIMB,
    source=_AHA,
    for_whom=adult,
    conclusion=table(
        "clot_removal_aha_conclusion",
        "Whether an iliofemoral clot is removed, AHA",
        hit="first",
        source=_AHA,
        rows=[
            row(limb_threat, LIMB_EMERGENCY, id="class I", cite=_AHA),
            row(
                any_of(symptom_days > 21, ABSOLUTE_BARS, BLEEDING_BARS),
                TOO_LATE,
                id="class III",
                cite=_AHA,
            ),
            row(all_of(iliofemoral, bleeding_risk_is_low), SELECTED, id="class IIa", cite=_AHA),
            otherwise(ALONE_RATHER, cite=_AHA),
        ],
    ),
    plan=[],
)
