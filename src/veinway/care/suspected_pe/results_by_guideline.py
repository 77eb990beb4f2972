"""Anticoagulation while a result is awaited, and what a negative CT means (section 3.10)."""

from veinway.care.facts.alarm import leg_symptoms
from veinway.care.questions import NEGATIVE_CTPA, PE_INTERIM_ANTICOAGULATION
from veinway.care.sources import ASH_2018, ESC_2019, NG158, S, U
from veinway.care.suspected_pe import nice
from veinway.care.suspected_pe.ash import GUIDELINE_CENTRAL, LOW_AND_INTERMEDIATE
from veinway.care.suspected_pe.outcomes import (
    NO_CLOT_IN_LUNG_LEG_NEXT,
    PE_NOT_SHOWN,
    PE_REJECTED,
    PE_REJECTED_THOUGH_HIGH,
    SERIAL_LEG_SCANS,
)
from veinway.care.suspected_pe.patients import (
    intermediate_or_high,
    low_or_intermediate,
    stable_adult_with_suspected_pe,
)
from veinway.care.suspected_pe.point_outcomes import (
    NO_INTERIM_FOR_PE,
    START_INTERIM_FOR_DELAY,
    START_INTERIM_FOR_PROBABILITY,
)
from veinway.care.suspected_pe.results import first_ctpa, last_ctpa
from veinway.language import *

# While a result is awaited -----------------------------------------------------------------------
# The question is what to do until the result is there. When the waiting is over is the plan's business
# (`until`, in the steps for suspected embolism): before the imaging nobody can say that it is.

_WAITING = NG158.section("1.1, rows P6, P11 and P12", S, nice.IATROX)
INTERIM_NICE = step(
    "pe_interim_anticoagulation_nice",
    "Interim anticoagulation in suspected embolism, NICE NG158",
    question=PE_INTERIM_ANTICOAGULATION,
    guideline="nice",
    subject=EPISODE,
    source=_WAITING,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "pe_interim_anticoagulation_nice_conclusion",
        "Interim anticoagulation in suspected embolism, by NICE",
        hit="first",
        source=_WAITING,
        rows=[
            row(nice.starts_interim, START_INTERIM_FOR_DELAY, id="P6", cite=_WAITING),
            otherwise(NO_INTERIM_FOR_PE, cite=_WAITING),
        ],
    ),
    plan=[],
)
_E2 = ESC_2019.section("4.11, row E2")
INTERIM_ESC = step(
    "pe_interim_anticoagulation_esc",
    "Interim anticoagulation in suspected embolism, ESC 2019",
    question=PE_INTERIM_ANTICOAGULATION,
    guideline="esc",
    subject=EPISODE,
    source=_E2,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "pe_interim_anticoagulation_esc_conclusion",
        "Interim anticoagulation in suspected embolism, by ESC",
        hit="first",
        source=_E2,
        rows=[
            row(intermediate_or_high, START_INTERIM_FOR_PROBABILITY, id="E2", cite=_E2),
            otherwise(NO_INTERIM_FOR_PE, cite=_E2),
        ],
    ),
    plan=[],
)

# A negative CT -----------------------------------------------------------------------------------

# A clot that an earlier CT showed is not undone by a later one.
_after_negative_ct = all_of(
    stable_adult_with_suspected_pe, last_ctpa.is_("negative"), no(first_ctpa.is_("pe"))
)
_P8 = NG158.section("1.1, row P8", S, nice.GP)
NEGATIVE_CTPA_NICE = step(
    "negative_ctpa_nice",
    "Negative CT in suspected embolism, NICE NG158",
    question=NEGATIVE_CTPA,
    guideline="nice",
    subject=EPISODE,
    source=_P8,
    for_whom=_after_negative_ct,
    conclusion=table(
        "negative_ctpa_nice_conclusion",
        "Negative CT in suspected embolism, by NICE",
        hit="first",
        source=_P8,
        rows=[
            row(leg_symptoms, NO_CLOT_IN_LUNG_LEG_NEXT, id="P8", cite=_P8),
            otherwise(PE_NOT_SHOWN, id="P9", cite=NG158.section("1.1, row P9", U)),
        ],
    ),
    plan=[],
)
_E9, _E10 = ESC_2019.section("4.11, row E9"), ESC_2019.section("4.11, row E10")
NEGATIVE_CTPA_ESC = step(
    "negative_ctpa_esc",
    "Negative CT in suspected embolism, ESC 2019",
    question=NEGATIVE_CTPA,
    guideline="esc",
    subject=EPISODE,
    source=_E9,
    for_whom=_after_negative_ct,
    conclusion=table(
        "negative_ctpa_esc_conclusion",
        "Negative CT in suspected embolism, by ESC",
        hit="first",
        source=_E9,
        rows=[
            row(low_or_intermediate, PE_REJECTED, id="E9", cite=_E9),
            otherwise(PE_REJECTED_THOUGH_HIGH, id="E10", cite=_E10),
        ],
    ),
    plan=[],
)
NEGATIVE_CTPA_ASH = step(
    "negative_ctpa_ash",
    "Negative CT in suspected embolism, ASH 2018",
    question=NEGATIVE_CTPA,
    guideline="ash",
    subject=EPISODE,
    source=LOW_AND_INTERMEDIATE,
    for_whom=_after_negative_ct,
    conclusion=table(
        "negative_ctpa_ash_conclusion",
        "Negative CT in suspected embolism, by ASH",
        hit="first",
        source=LOW_AND_INTERMEDIATE,
        rows=[
            row(low_or_intermediate, PE_REJECTED, id="S1_S2", cite=LOW_AND_INTERMEDIATE),
            otherwise(
                SERIAL_LEG_SCANS,
                id="S3",
                cite=ASH_2018.at("flowchart note of recommendation 3", S, GUIDELINE_CENTRAL),
            ),
        ],
    ),
    plan=[],
)
