"""The class of what came before a clot, by ESC and by ISTH, counted from the day of the clot."""

from veinway.care.facts.duration import every_clot_after_major_factor
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.provoking import (
    MAJOR_BY_ESC,
    active_autoimmune_disease,
    antiphospholipid_syndrome,
    inflammatory_bowel_disease,
    provoking_factor,
    provoking_kind,
)
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.prevention.questions import CLASS_OF_CAUSE
from veinway.care.prevention.risk_outcomes import (
    HIGH_CLASS,
    INTERMEDIATE_CLASS,
    LOW_CLASS,
    MAJOR_TRANSIENT,
    MINOR_TRANSIENT,
    NO_CLOT,
    PERSISTENT,
    PERSISTENT_CANCER,
    REVIEW_NEEDED,
    UNPROVOKED,
)
from veinway.care.sources import ESC_2019, ISTH_2016, LOCAL, PRODUCT, S, U
from veinway.language import *

_TABLE_11 = ESC_2019.table(11)
_ISTH = ISTH_2016.at("criteria", S, "Blood Advances 2020, table 1")
_PERSISTENT = ISTH_2016.at("persistent factors", U)
_ORDER = PRODUCT.at("reference 4, sections 1.2 and 1.3, order and what is undefined", LOCAL)

clot_dated = any_event(vte_diagnosis)
_day = date_of_event("last", vte_diagnosis)
_in_90_days, _in_60_days = within(days(90), before=_day), within(days(60), before=_day)
_ISTH_MAJOR = ("surgery_over_30_minutes", "hospital_bed_3_days", "caesarean")
_ISTH_MINOR = (
    "surgery_under_30_minutes",
    "admission_under_3_days",
    "oestrogen",
    "pregnancy_or_puerperium",
    "bed_at_home_3_days",
    "leg_injury_3_days",
)
_thirty_minutes = any_event(provoking_factor, provoking_kind.is_("surgery_30_minutes"), in_=_in_90_days)
_fracture = any_event(provoking_factor, provoking_kind.is_("trauma_with_fracture"), in_=_in_60_days)
_major_esc = any_event(provoking_factor, provoking_kind.one_of(*MAJOR_BY_ESC), in_=_in_90_days)
_high_esc = any_of(
    active_cancer,
    antiphospholipid_syndrome,
    all_of(previous_vte, no(every_clot_after_major_factor)),
)
_major_isth = any_event(provoking_factor, provoking_kind.one_of(*_ISTH_MAJOR), in_=_in_90_days)
_minor_isth = any_event(provoking_factor, provoking_kind.one_of(*_ISTH_MINOR), in_=_in_60_days)
_persistent = any_of(inflammatory_bowel_disease, active_autoimmune_disease)
_for_whom = all_of(adult, clot_dated)

CAUSE_ESC_CONCLUSION = table(
    "class_of_cause_esc_conclusion",
    "Class of the cause, by ESC",
    hit="first",
    source=_ORDER,
    unless=[row(no(clot_dated), NO_CLOT, id="no_clot", cite=_ORDER)],
    rows=[
        row(_high_esc, HIGH_CLASS, id="high", cite=_TABLE_11),
        row(_major_esc, LOW_CLASS, id="low", cite=_TABLE_11),
        row(_thirty_minutes, REVIEW_NEEDED, id="exactly_30_minutes", cite=_ORDER),
        otherwise(INTERMEDIATE_CLASS, id="intermediate", cite=_TABLE_11),
    ],
)
CAUSE_ESC = step(
    "class_of_cause_esc",
    "Class of the cause, ESC 2019",
    question=CLASS_OF_CAUSE,
    guideline="esc",
    subject=PERSON,
    source=_TABLE_11,
    for_whom=_for_whom,
    conclusion=CAUSE_ESC_CONCLUSION,
    plan=[],
)
CAUSE_ISTH_CONCLUSION = table(
    "class_of_cause_isth_conclusion",
    "Class of the cause, by ISTH",
    hit="first",
    source=_ORDER,
    unless=[row(no(clot_dated), NO_CLOT, id="no_clot", cite=_ORDER)],
    rows=[
        row(active_cancer, PERSISTENT_CANCER, id="cancer", cite=_ISTH),
        row(_major_isth, MAJOR_TRANSIENT, id="major", cite=_ISTH),
        row(_persistent, PERSISTENT, id="persistent", cite=_PERSISTENT),
        row(_thirty_minutes, REVIEW_NEEDED, id="exactly_30_minutes", cite=_ORDER),
        row(_fracture, REVIEW_NEEDED, id="fracture", cite=_ORDER),
        row(_minor_isth, MINOR_TRANSIENT, id="minor", cite=_ISTH),
        otherwise(UNPROVOKED, id="unprovoked", cite=_ISTH),
    ],
)
CAUSE_ISTH = step(
    "class_of_cause_isth",
    "Class of the cause, ISTH 2016",
    question=CLASS_OF_CAUSE,
    guideline="isth",
    subject=PERSON,
    source=_ISTH,
    for_whom=_for_whom,
    conclusion=CAUSE_ISTH_CONCLUSION,
    plan=[],
)
ISTH_MATCHES = table(
    "isth_matches",
    "Every class of cause that holds, by ISTH",
    hit="collect",
    source=_ISTH,
    rows=[
        row(active_cancer, PERSISTENT_CANCER, id="cancer", cite=_ISTH),
        row(_major_isth, MAJOR_TRANSIENT, id="major", cite=_ISTH),
        row(_persistent, PERSISTENT, id="persistent", cite=_PERSISTENT),
        row(_minor_isth, MINOR_TRANSIENT, id="minor", cite=_ISTH),
    ],
)
