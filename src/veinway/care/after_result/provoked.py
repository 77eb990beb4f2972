"""What provoked a clot: NICE's and CHEST's words, ESC's classes of recurrence risk (section 6.2)."""

from veinway.care.after_result.outcomes import (
    MAJOR_TRANSIENT,
    MINOR_TRANSIENT,
    NO_TRANSIENT_FACTOR,
    PERSISTENT_CANCER,
    PROVOKED_ESVS,
    PROVOKED_NICE,
    RECURRENCE_RISK_HIGH,
    RECURRENCE_RISK_INTERMEDIATE,
    RECURRENCE_RISK_LOW,
    UNPROVOKED_ESVS,
    UNPROVOKED_NICE,
)
from veinway.care.facts.chest import lower_limb_fracture, oestrogen_use, previous_pe, trauma
from veinway.care.facts.leg import active_cancer, previous_dvt, surgery
from veinway.care.facts.person import adult, postpartum_days, pregnant
from veinway.care.facts.provoking import (
    MAJOR,
    MAJOR_BY_ESC,
    MINOR,
    PROVOKING_BY_NICE,
    active_autoimmune_disease,
    antiphospholipid_syndrome,
    clot_confirmed,
    inflammatory_bowel_disease,
    provoking_factor,
    provoking_kind,
)
from veinway.care.imaging.scans import distal_clot_shown, proximal_clot_shown
from veinway.care.questions import PROVOKED
from veinway.care.sources import CHEST_2021, ESC_2019, ESVS_2021, ISTH_2016, NICE_GLOSSARY, S, U
from veinway.language import *

_GLOSSARY = NICE_GLOSSARY.at("provoked")
_TABLE_11 = ESC_2019.table(11)
_CHEST = CHEST_2021.at("provoking factors, 3 months and 2 months")
_ESVS = ESVS_2021.at("unprovoked DVT", S, "Medscape list of class I recommendations")

clot_was_confirmed = any_of(clot_confirmed, proximal_clot_shown, distal_clot_shown)
_for_whom = all_of(adult, clot_was_confirmed)
_in_3_months, _in_2_months = within(months(3)), within(months(2))

# NICE: one list, 3 months. Surgery and injuries are also read from their own records.
_provoked = any_of(
    any_event(
        provoking_factor,
        provoking_kind.one_of(*PROVOKING_BY_NICE),
        in_=_in_3_months,
    ),
    any_event(surgery, in_=_in_3_months),
    any_event(trauma, in_=_in_3_months),
    any_event(lower_limb_fracture, in_=_in_3_months),
    oestrogen_use,
    pregnant,
    postpartum_days <= 90,
)
NICE_CONCLUSION = table(
    "provoked_nice_conclusion",
    "Provoked or unprovoked, by NICE",
    hit="unique",
    source=_GLOSSARY,
    rows=[
        row(_provoked, PROVOKED_NICE, id="provoked", cite=_GLOSSARY),
        row(no(_provoked), UNPROVOKED_NICE, id="unprovoked", cite=_GLOSSARY),
    ],
)
provoked, unprovoked = NICE_CONCLUSION.is_(PROVOKED_NICE), NICE_CONCLUSION.is_(UNPROVOKED_NICE)
PROVOKED_NICE_STEP = step(
    "provoked_nice",
    "Provoked or unprovoked, NICE",
    question=PROVOKED,
    guideline="nice",
    subject=EPISODE,
    source=_GLOSSARY,
    for_whom=_for_whom,
    conclusion=NICE_CONCLUSION,
    plan=[],
)

# ESVS uses the words; its own list and window were not read, so NICE's stand in for them.
_ESVS_LIST = ESVS_2021.at("provoking factors, not read", U)
PROVOKED_ESVS_CONCLUSION = table(
    "provoked_esvs_conclusion",
    "Provoked or unprovoked, by ESVS",
    hit="unique",
    source=_ESVS,
    rows=[
        row(provoked, PROVOKED_ESVS, id="provoked", cite=_ESVS_LIST),
        row(unprovoked, UNPROVOKED_ESVS, id="unprovoked", cite=_ESVS_LIST),
    ],
)
PROVOKED_ESVS_STEP = step(
    "provoked_esvs",
    "Provoked or unprovoked, ESVS 2021",
    question=PROVOKED,
    guideline="esvs",
    subject=EPISODE,
    source=_ESVS,
    for_whom=_for_whom,
    conclusion=PROVOKED_ESVS_CONCLUSION,
    plan=[],
)

# CHEST: major within 3 months, minor within 2. The items are those of ISTH and of ESC's table 11.
_major = any_event(provoking_factor, provoking_kind.one_of(*MAJOR), in_=_in_3_months)
_minor = any_of(
    any_event(
        provoking_factor,
        provoking_kind.one_of(*MINOR),
        in_=_in_2_months,
    ),
    oestrogen_use,
    pregnant,
    postpartum_days <= 42,
)
PROVOKED_CHEST_CONCLUSION = table(
    "provoked_chest_conclusion",
    "Transient factors, by CHEST",
    hit="first",
    source=_CHEST,
    rows=[
        row(
            active_cancer,
            PERSISTENT_CANCER,
            id="cancer",
            cite=ISTH_2016.at("table", S, "Blood Advances 2020, table 1"),
        ),
        row(_major, MAJOR_TRANSIENT, id="major", cite=_CHEST),
        row(_minor, MINOR_TRANSIENT, id="minor", cite=_CHEST),
        otherwise(NO_TRANSIENT_FACTOR, id="none", cite=_CHEST),
    ],
)
PROVOKED_CHEST_STEP = step(
    "provoked_chest",
    "Transient factors, CHEST 2021",
    question=PROVOKED,
    guideline="chest",
    subject=EPISODE,
    source=_CHEST,
    for_whom=_for_whom,
    conclusion=PROVOKED_CHEST_CONCLUSION,
    plan=[],
)

# ESC avoids the words. Its list of major factors does not name caesarean section.
_major_by_esc = any_of(
    any_event(
        provoking_factor,
        provoking_kind.one_of(*MAJOR_BY_ESC),
        in_=_in_3_months,
    ),
    any_event(lower_limb_fracture, in_=_in_3_months),
)
_high_by_esc = any_of(
    active_cancer,
    antiphospholipid_syndrome,
    all_of(any_of(previous_dvt, previous_pe), no(_major_by_esc)),
)
_persistent = any_of(inflammatory_bowel_disease, active_autoimmune_disease)
PROVOKED_ESC_CONCLUSION = table(
    "provoked_esc_conclusion",
    "Risk of another clot in the long term, by ESC",
    hit="first",
    source=_TABLE_11,
    rows=[
        row(_high_by_esc, RECURRENCE_RISK_HIGH, id="high", cite=_TABLE_11),
        row(_major_by_esc, RECURRENCE_RISK_LOW, id="low", cite=_TABLE_11),
        row(_persistent, RECURRENCE_RISK_INTERMEDIATE, id="persistent", cite=_TABLE_11),
        otherwise(RECURRENCE_RISK_INTERMEDIATE, id="intermediate", cite=_TABLE_11),
    ],
)
PROVOKED_ESC_STEP = step(
    "provoked_esc",
    "Risk of another clot in the long term, ESC 2019",
    question=PROVOKED,
    guideline="esc",
    subject=EPISODE,
    source=_TABLE_11,
    for_whom=_for_whom,
    conclusion=PROVOKED_ESC_CONCLUSION,
    plan=[],
)
