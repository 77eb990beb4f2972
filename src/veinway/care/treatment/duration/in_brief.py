"""How long, by ASH 2020, ESVS 2021 and AHA/ACC 2026: what was read of them."""

from veinway.care.facts.leg import active_cancer
from veinway.care.sources import AHA_2026, ASH_2020, ESVS_2021, S
from veinway.care.treatment.choice.patients import antiphospholipid
from veinway.care.treatment.duration.clot import (
    major_factor,
    minor_factor,
    recurrent_not_only_after_major,
)
from veinway.care.treatment.duration.outcomes import (
    CONSIDER_CONTINUING,
    EXTEND_AT_LOW_BLEEDING_RISK,
    EXTEND_AT_REDUCED_DOSE,
    INDEFINITE_RECURRENT,
    NOT_SPOKEN_OF,
    THREE_MONTHS_PROVOKED,
    THREE_TO_SIX_MONTHS,
)
from veinway.care.treatment.duration.patients import (
    adult_with_clot,
    adult_with_embolism,
    adult_with_leg_clot,
    high_bleeding_risk,
    not_dated,
)
from veinway.care.treatment.questions import DURATION
from veinway.language import *

_PRIMARY = ASH_2020.at("primary treatment of transient factors")
_INDEFINITE = ASH_2020.at("recommendations 18 and 19")
_ESVS = ESVS_2021.at("list of class I recommendations", S, "Medscape")
_AHA = AHA_2026.at("duration", S, "a third-party extraction")
_other = any_of(active_cancer, antiphospholipid)

DURATION_ASH_CONCLUSION = table(
    "duration_ash_conclusion",
    "How long, by ASH",
    hit="first",
    source=_INDEFINITE,
    rows=[
        not_dated,
        row(_other, NOT_SPOKEN_OF, id="other", cite=_INDEFINITE),
        row(
            recurrent_not_only_after_major,
            INDEFINITE_RECURRENT,
            id="recurrent",
            cite=ASH_2020.at("recurrent thromboembolism, strong"),
        ),
        row(any_of(major_factor, minor_factor), THREE_TO_SIX_MONTHS, id="transient", cite=_PRIMARY),
        otherwise(CONSIDER_CONTINUING, id="unprovoked_or_persistent", cite=_INDEFINITE),
    ],
)
DURATION_ASH = step(
    "duration_ash",
    "How long, ASH 2020",
    question=DURATION,
    guideline="ash",
    subject=PERSON,
    source=_INDEFINITE,
    for_whom=adult_with_clot,
    conclusion=DURATION_ASH_CONCLUSION,
    plan=[],
)
DURATION_ESVS_CONCLUSION = table(
    "duration_esvs_conclusion",
    "How long after a DVT, by ESVS",
    hit="first",
    source=_ESVS,
    rows=[
        not_dated,
        row(any_of(_other, high_bleeding_risk), NOT_SPOKEN_OF, id="other", cite=_ESVS),
        row(any_of(major_factor, minor_factor), THREE_MONTHS_PROVOKED, id="provoked", cite=_ESVS),
        otherwise(EXTEND_AT_LOW_BLEEDING_RISK, id="unprovoked", cite=_ESVS),
    ],
)
DURATION_ESVS = step(
    "duration_esvs",
    "How long after a DVT, ESVS 2021",
    question=DURATION,
    guideline="esvs",
    subject=PERSON,
    source=_ESVS,
    for_whom=adult_with_leg_clot,
    conclusion=DURATION_ESVS_CONCLUSION,
    plan=[],
)
DURATION_AHA_CONCLUSION = table(
    "duration_aha_conclusion",
    "How long after an embolism, by AHA/ACC",
    hit="first",
    source=_AHA,
    rows=[
        not_dated,
        row(any_of(_other, major_factor, minor_factor), NOT_SPOKEN_OF, id="other", cite=_AHA),
        otherwise(EXTEND_AT_REDUCED_DOSE, id="unprovoked", cite=_AHA),
    ],
)
DURATION_AHA = step(
    "duration_aha",
    "How long after an embolism, AHA/ACC 2026",
    question=DURATION,
    guideline="aha",
    subject=PERSON,
    source=_AHA,
    for_whom=adult_with_embolism,
    conclusion=DURATION_AHA_CONCLUSION,
    plan=[],
)
