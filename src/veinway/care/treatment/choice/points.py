"""Single points of the choice on which sources differ (reference 2, D-02, D-10 and D-26)."""

from veinway.care.facts.drug_choice import parenteral_before_doac
from veinway.care.facts.person import body_weight
from veinway.care.measures import body_mass_index
from veinway.care.sources import (
    APIXABAN_LABEL,
    CHEST_2021,
    ESC_2019,
    LOCAL,
    NG158,
    PRODUCT,
    THROMBOSIS_CANADA,
    S,
    U,
)
from veinway.care.treatment.choice.gates import ordinary_stable_adult
from veinway.care.treatment.choice.outcomes import NOT_SPOKEN_OF
from veinway.care.treatment.choice.patients import embolism
from veinway.care.treatment.choice.point_outcomes import (
    BOTH_CONDITIONS,
    DAYS_OR_INR,
    FULL_LOADING,
    HEPARIN_DAYS_COUNT,
    LEVELS_WATCHED,
    LMWH_OR_FONDAPARINUX_FIRST,
    LMWH_RATHER_THAN_UFH,
    NO_HEPARIN_BEFORE,
    NOT_EXTREME,
    STANDARD_DOSE_AT_ANY_WEIGHT,
)
from veinway.care.treatment.questions import (
    EXTREME_WEIGHT,
    LMWH_WITH_VKA,
    LOADING_AFTER_HEPARIN,
    PARENTERAL_START,
)
from veinway.language import *

# Heparin with a vitamin K antagonist (D-02) -------------------------------------------------------

_NICE_OVERLAP = NG158.section("1.3, LMWH with a VKA", S, "GPnotebook")
_TC_OVERLAP = THROMBOSIS_CANADA.at("warfarin: overlap")
_CHEST_OVERLAP = CHEST_2021.at("overlap with a vitamin K antagonist", U)
_AND = PRODUCT.at("reference 2, trap T-11", LOCAL)
LMWH_WITH_VKA_NICE_CONCLUSION = table(
    "lmwh_with_vka_nice_conclusion",
    "Heparin with a vitamin K antagonist, by NICE",
    hit="first",
    source=_NICE_OVERLAP,
    rows=[
        row(ordinary_stable_adult, DAYS_OR_INR, id="overlap", cite=_NICE_OVERLAP),
        otherwise(NOT_SPOKEN_OF, cite=_NICE_OVERLAP),
    ],
)
LMWH_WITH_VKA_NICE = step(
    "lmwh_with_vka_nice",
    "Heparin with a vitamin K antagonist, NICE NG158",
    question=LMWH_WITH_VKA,
    guideline="nice",
    subject=PERSON,
    source=_NICE_OVERLAP,
    for_whom=ordinary_stable_adult,
    conclusion=LMWH_WITH_VKA_NICE_CONCLUSION,
    plan=[],
)
LMWH_WITH_VKA_TC_CONCLUSION = table(
    "lmwh_with_vka_tc_conclusion",
    "Heparin with a vitamin K antagonist, by Thrombosis Canada",
    hit="first",
    source=_TC_OVERLAP,
    rows=[
        row(ordinary_stable_adult, BOTH_CONDITIONS, id="overlap", cite=_TC_OVERLAP),
        otherwise(NOT_SPOKEN_OF, cite=_TC_OVERLAP),
    ],
)
LMWH_WITH_VKA_TC = step(
    "lmwh_with_vka_tc",
    "Heparin with a vitamin K antagonist, Thrombosis Canada 2025",
    question=LMWH_WITH_VKA,
    guideline="tc",
    subject=PERSON,
    source=_TC_OVERLAP,
    for_whom=ordinary_stable_adult,
    conclusion=LMWH_WITH_VKA_TC_CONCLUSION,
    plan=[],
)
LMWH_WITH_VKA_CHEST_CONCLUSION = table(
    "lmwh_with_vka_chest_conclusion",
    "Heparin with a vitamin K antagonist, by CHEST",
    hit="first",
    source=_CHEST_OVERLAP,
    rows=[
        row(ordinary_stable_adult, BOTH_CONDITIONS, id="overlap", cite=_CHEST_OVERLAP),
        otherwise(NOT_SPOKEN_OF, cite=_CHEST_OVERLAP),
    ],
)
LMWH_WITH_VKA_CHEST = step(
    "lmwh_with_vka_chest",
    "Heparin with a vitamin K antagonist, CHEST",
    question=LMWH_WITH_VKA,
    guideline="chest",
    subject=PERSON,
    source=_CHEST_OVERLAP,
    for_whom=ordinary_stable_adult,
    conclusion=LMWH_WITH_VKA_CHEST_CONCLUSION,
    plan=[],
)
LMWH_WITH_VKA_VEINWAY_CONCLUSION = table(
    "lmwh_with_vka_veinway_conclusion",
    "Heparin with a vitamin K antagonist, as Veinway plans it",
    hit="first",
    source=_AND,
    rows=[
        row(ordinary_stable_adult, BOTH_CONDITIONS, id="overlap", cite=_AND),
        otherwise(NOT_SPOKEN_OF, cite=_AND),
    ],
)
LMWH_WITH_VKA_VEINWAY = step(
    "lmwh_with_vka_veinway",
    "Heparin with a vitamin K antagonist, as Veinway plans it",
    question=LMWH_WITH_VKA,
    guideline="veinway",
    subject=PERSON,
    source=_AND,
    for_whom=ordinary_stable_adult,
    conclusion=LMWH_WITH_VKA_VEINWAY_CONCLUSION,
    plan=[],
)

# Which heparin starts -----------------------------------------------------------------------------

_ESC_START = ESC_2019.section("7.1, class I A")
_TC_START = THROMBOSIS_CANADA.at("heparins")
PARENTERAL_START_ESC_CONCLUSION = table(
    "parenteral_start_esc_conclusion",
    "Which heparin starts, by ESC",
    hit="first",
    source=_ESC_START,
    rows=[
        row(
            all_of(ordinary_stable_adult, embolism),
            LMWH_OR_FONDAPARINUX_FIRST,
            id="start",
            cite=_ESC_START,
        ),
        otherwise(NOT_SPOKEN_OF, cite=_ESC_START),
    ],
)
PARENTERAL_START_ESC = step(
    "parenteral_start_esc",
    "Which heparin starts, ESC 2019",
    question=PARENTERAL_START,
    guideline="esc",
    subject=PERSON,
    source=_ESC_START,
    for_whom=all_of(ordinary_stable_adult, embolism),
    conclusion=PARENTERAL_START_ESC_CONCLUSION,
    plan=[],
)
PARENTERAL_START_TC_CONCLUSION = table(
    "parenteral_start_tc_conclusion",
    "Which heparin starts, by Thrombosis Canada",
    hit="first",
    source=_TC_START,
    rows=[
        row(ordinary_stable_adult, LMWH_RATHER_THAN_UFH, id="start", cite=_TC_START),
        otherwise(NOT_SPOKEN_OF, cite=_TC_START),
    ],
)
PARENTERAL_START_TC = step(
    "parenteral_start_tc",
    "Which heparin starts, Thrombosis Canada 2025",
    question=PARENTERAL_START,
    guideline="tc",
    subject=PERSON,
    source=_TC_START,
    for_whom=ordinary_stable_adult,
    conclusion=PARENTERAL_START_TC_CONCLUSION,
    plan=[],
)

# Weight (D-10, trap T-44) ------------------------------------------------------------------------

_NICE_WEIGHT = NG158.section("1.3, row N6", S, "GPnotebook and Medscape UK")
_ISTH_WEIGHT = THROMBOSIS_CANADA.at("obesity, which quotes ISTH 2021")
_extreme = any_of(body_weight < 50, body_weight > 120)
_obese = any_of(body_weight > 120, body_mass_index > 40)
EXTREME_WEIGHT_NICE_CONCLUSION = table(
    "extreme_weight_nice_conclusion",
    "Extremes of weight, by NICE",
    hit="first",
    source=_NICE_WEIGHT,
    rows=[
        row(_extreme, LEVELS_WATCHED, id="N6", cite=_NICE_WEIGHT),
        otherwise(NOT_EXTREME, cite=_NICE_WEIGHT),
    ],
)
EXTREME_WEIGHT_NICE = step(
    "extreme_weight_nice",
    "Extremes of weight, NICE NG158",
    question=EXTREME_WEIGHT,
    guideline="nice",
    subject=PERSON,
    source=_NICE_WEIGHT,
    for_whom=ordinary_stable_adult,
    conclusion=EXTREME_WEIGHT_NICE_CONCLUSION,
    plan=[],
)
EXTREME_WEIGHT_TC_CONCLUSION = table(
    "extreme_weight_tc_conclusion",
    "Extremes of weight, by Thrombosis Canada",
    hit="first",
    source=_ISTH_WEIGHT,
    rows=[
        row(_obese, STANDARD_DOSE_AT_ANY_WEIGHT, id="obesity", cite=_ISTH_WEIGHT),
        otherwise(NOT_EXTREME, cite=_ISTH_WEIGHT),
    ],
)
EXTREME_WEIGHT_TC = step(
    "extreme_weight_tc",
    "Extremes of weight, Thrombosis Canada 2025",
    question=EXTREME_WEIGHT,
    guideline="tc",
    subject=PERSON,
    source=_ISTH_WEIGHT,
    for_whom=ordinary_stable_adult,
    conclusion=EXTREME_WEIGHT_TC_CONCLUSION,
    plan=[],
)

# Days of heparin before a DOAC (D-26, trap T-56) --------------------------------------------------

_LABEL_LOADING = APIXABAN_LABEL.section("4.2")
_ESC_LOADING = ESC_2019.section("7.2.1")
LOADING_AFTER_HEPARIN_LABEL_CONCLUSION = table(
    "loading_after_heparin_label_conclusion",
    "Loading after days of heparin, by the labels",
    hit="unique",
    source=_LABEL_LOADING,
    rows=[
        row(parenteral_before_doac, FULL_LOADING, id="label", cite=_LABEL_LOADING),
        row(no(parenteral_before_doac), NO_HEPARIN_BEFORE, id="none", cite=_LABEL_LOADING),
    ],
)
LOADING_AFTER_HEPARIN_LABEL = step(
    "loading_after_heparin_label",
    "Loading after days of heparin, labels of apixaban and rivaroxaban",
    question=LOADING_AFTER_HEPARIN,
    guideline="label",
    subject=PERSON,
    source=_LABEL_LOADING,
    for_whom=ordinary_stable_adult,
    conclusion=LOADING_AFTER_HEPARIN_LABEL_CONCLUSION,
    plan=[],
)
LOADING_AFTER_HEPARIN_ESC_CONCLUSION = table(
    "loading_after_heparin_esc_conclusion",
    "Loading after days of heparin, by ESC",
    hit="unique",
    source=_ESC_LOADING,
    rows=[
        row(parenteral_before_doac, HEPARIN_DAYS_COUNT, id="diagnosis", cite=_ESC_LOADING),
        row(no(parenteral_before_doac), NO_HEPARIN_BEFORE, id="none", cite=_ESC_LOADING),
    ],
)
LOADING_AFTER_HEPARIN_ESC = step(
    "loading_after_heparin_esc",
    "Loading after days of heparin, ESC 2019",
    question=LOADING_AFTER_HEPARIN,
    guideline="esc",
    subject=PERSON,
    source=_ESC_LOADING,
    for_whom=all_of(ordinary_stable_adult, embolism),
    conclusion=LOADING_AFTER_HEPARIN_ESC_CONCLUSION,
    plan=[],
)
