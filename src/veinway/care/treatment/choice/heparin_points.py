"""Single points of heparin treatment on which sources differ (reference 2, D-03, D-19, D-20, D-28)."""

from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.treatment import current_anticoagulant, indication
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    ENOXAPARIN_LABEL,
    ESC_2019,
    LOCAL,
    PRODUCT,
    THROMBOSIS_CANADA,
)
from veinway.care.treatment.choice.gates import ordinary_stable_adult
from veinway.care.treatment.choice.outcomes import NOT_SPOKEN_OF
from veinway.care.treatment.choice.patients import antiphospholipid, embolism
from veinway.care.treatment.choice.point_outcomes import (
    AFTER_4_HOURS,
    AFTER_24_HOURS,
    ANTI_XA_TARGET,
    ENOXAPARIN_ONCE_OR_TWICE,
    ENOXAPARIN_TWICE,
    GUIDES_DIFFER,
    LABORATORY_RANGE,
    UFH_FOR_KIDNEYS,
)
from veinway.care.treatment.questions import (
    ENOXAPARIN_FREQUENCY,
    HEPARIN_FOR_KIDNEYS,
    HEPARIN_TARGET,
    LMWH_AFTER_EPIDURAL,
)
from veinway.language import *

# What heparin is steered by (D-03) ----------------------------------------------------------------

_TC_TARGET = THROMBOSIS_CANADA.at("heparins")
_on_heparin = all_of(adult, current_anticoagulant.is_("heparin"))
HEPARIN_TARGET_TC_CONCLUSION = table(
    "heparin_target_tc_conclusion",
    "What an infusion of heparin is steered by",
    hit="first",
    source=_TC_TARGET,
    rows=[
        row(all_of(_on_heparin, antiphospholipid), ANTI_XA_TARGET, id="lupus", cite=_TC_TARGET),
        row(_on_heparin, LABORATORY_RANGE, id="local", cite=_TC_TARGET),
        otherwise(NOT_SPOKEN_OF, cite=_TC_TARGET),
    ],
)
HEPARIN_TARGET_TC = step(
    "heparin_target_tc",
    "What an infusion of heparin is steered by",
    question=HEPARIN_TARGET,
    guideline="tc",
    subject=PERSON,
    source=_TC_TARGET,
    for_whom=_on_heparin,
    conclusion=HEPARIN_TARGET_TC_CONCLUSION,
    plan=[],
)

# LMWH after an epidural catheter (D-19) -----------------------------------------------------------

_ESC_EPIDURAL = ESC_2019.section("9.5")
_TC_EPIDURAL = THROMBOSIS_CANADA.at("pregnancy")
_around_birth = all_of(adult, expecting_or_new_mother)
LMWH_AFTER_EPIDURAL_ESC_CONCLUSION = table(
    "lmwh_after_epidural_esc_conclusion",
    "LMWH after an epidural catheter, by ESC",
    hit="first",
    source=_ESC_EPIDURAL,
    rows=[
        row(_around_birth, AFTER_4_HOURS, id="birth", cite=_ESC_EPIDURAL),
        otherwise(NOT_SPOKEN_OF, cite=_ESC_EPIDURAL),
    ],
)
LMWH_AFTER_EPIDURAL_ESC = step(
    "lmwh_after_epidural_esc",
    "LMWH after an epidural catheter, ESC 2019",
    question=LMWH_AFTER_EPIDURAL,
    guideline="esc",
    subject=PERSON,
    source=_ESC_EPIDURAL,
    for_whom=_around_birth,
    conclusion=LMWH_AFTER_EPIDURAL_ESC_CONCLUSION,
    plan=[],
)
LMWH_AFTER_EPIDURAL_TC_CONCLUSION = table(
    "lmwh_after_epidural_tc_conclusion",
    "LMWH after an epidural catheter, by Thrombosis Canada",
    hit="first",
    source=_TC_EPIDURAL,
    rows=[
        row(_around_birth, AFTER_24_HOURS, id="birth", cite=_TC_EPIDURAL),
        otherwise(NOT_SPOKEN_OF, cite=_TC_EPIDURAL),
    ],
)
LMWH_AFTER_EPIDURAL_TC = step(
    "lmwh_after_epidural_tc",
    "LMWH after an epidural catheter, Thrombosis Canada 2025",
    question=LMWH_AFTER_EPIDURAL,
    guideline="tc",
    subject=PERSON,
    source=_TC_EPIDURAL,
    for_whom=_around_birth,
    conclusion=LMWH_AFTER_EPIDURAL_TC_CONCLUSION,
    plan=[],
)

# Unfractionated heparin because of the kidneys (D-20) ---------------------------------------------

_ESC_KIDNEYS = ESC_2019.section("6.2.1")
_TC_KIDNEYS = THROMBOSIS_CANADA.at("pulmonary embolism: below 30")
_TC_DVT = THROMBOSIS_CANADA.at("deep vein thrombosis: treatment, below 15 to 20 or dialysis")
_leg = indication.one_of("dvt_proximal", "dvt_distal")
HEPARIN_FOR_KIDNEYS_ESC_CONCLUSION = table(
    "heparin_for_kidneys_esc_conclusion",
    "Unfractionated heparin because of the kidneys, by ESC",
    hit="first",
    source=_ESC_KIDNEYS,
    rows=[
        row(creatinine_clearance <= 30, UFH_FOR_KIDNEYS, id="up_to_30", cite=_ESC_KIDNEYS),
        otherwise(NOT_SPOKEN_OF, id="above_30", cite=_ESC_KIDNEYS),
    ],
)
HEPARIN_FOR_KIDNEYS_ESC = step(
    "heparin_for_kidneys_esc",
    "Unfractionated heparin because of the kidneys, ESC 2019",
    question=HEPARIN_FOR_KIDNEYS,
    guideline="esc",
    subject=PERSON,
    source=_ESC_KIDNEYS,
    for_whom=all_of(ordinary_stable_adult, embolism),
    conclusion=HEPARIN_FOR_KIDNEYS_ESC_CONCLUSION,
    plan=[],
)
HEPARIN_FOR_KIDNEYS_TC_CONCLUSION = table(
    "heparin_for_kidneys_tc_conclusion",
    "Unfractionated heparin because of the kidneys, by Thrombosis Canada",
    hit="first",
    source=_TC_KIDNEYS,
    rows=[
        row(
            all_of(embolism, creatinine_clearance < 30),
            UFH_FOR_KIDNEYS,
            id="embolism_below_30",
            cite=_TC_KIDNEYS,
        ),
        row(all_of(_leg, creatinine_clearance < 15), UFH_FOR_KIDNEYS, id="leg_below_15", cite=_TC_DVT),
        row(all_of(_leg, creatinine_clearance < 30), GUIDES_DIFFER, id="leg_15_to_30", cite=_TC_DVT),
        otherwise(NOT_SPOKEN_OF, id="above", cite=_TC_KIDNEYS),
    ],
)
HEPARIN_FOR_KIDNEYS_TC = step(
    "heparin_for_kidneys_tc",
    "Unfractionated heparin because of the kidneys, Thrombosis Canada 2025",
    question=HEPARIN_FOR_KIDNEYS,
    guideline="tc",
    subject=PERSON,
    source=_TC_KIDNEYS,
    for_whom=ordinary_stable_adult,
    conclusion=HEPARIN_FOR_KIDNEYS_TC_CONCLUSION,
    plan=[],
)

# Enoxaparin once or twice a day (D-28) ------------------------------------------------------------

_LABEL = ENOXAPARIN_LABEL.at("choice of regimen")
_HOSPITAL = PRODUCT.at("reference 2, section 1.4.5, enoxaparin from the popliteal vein up", LOCAL)
_proximal = all_of(ordinary_stable_adult, indication.is_("dvt_proximal"))
ENOXAPARIN_FREQUENCY_LABEL_CONCLUSION = table(
    "enoxaparin_frequency_label_conclusion",
    "Enoxaparin once or twice a day, by the label",
    hit="first",
    source=_LABEL,
    rows=[
        row(_proximal, ENOXAPARIN_ONCE_OR_TWICE, id="iliac_named_only", cite=_LABEL),
        otherwise(NOT_SPOKEN_OF, cite=_LABEL),
    ],
)
ENOXAPARIN_FREQUENCY_LABEL = step(
    "enoxaparin_frequency_label",
    "Enoxaparin once or twice a day, label",
    question=ENOXAPARIN_FREQUENCY,
    guideline="label",
    subject=PERSON,
    source=_LABEL,
    for_whom=_proximal,
    conclusion=ENOXAPARIN_FREQUENCY_LABEL_CONCLUSION,
    plan=[],
)
ENOXAPARIN_FREQUENCY_VEINWAY_CONCLUSION = table(
    "enoxaparin_frequency_veinway_conclusion",
    "Enoxaparin once or twice a day, as Veinway doses it",
    hit="first",
    source=_HOSPITAL,
    rows=[
        row(_proximal, ENOXAPARIN_TWICE, id="popliteal_or_above", cite=_HOSPITAL),
        otherwise(NOT_SPOKEN_OF, cite=_HOSPITAL),
    ],
)
ENOXAPARIN_FREQUENCY_VEINWAY = step(
    "enoxaparin_frequency_veinway",
    "Enoxaparin once or twice a day, as Veinway doses it",
    question=ENOXAPARIN_FREQUENCY,
    guideline="veinway",
    subject=PERSON,
    source=_HOSPITAL,
    for_whom=_proximal,
    conclusion=ENOXAPARIN_FREQUENCY_VEINWAY_CONCLUSION,
    plan=[],
)
