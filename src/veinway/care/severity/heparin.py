"""Heparin in high-risk embolism: which first, and whether it runs on during lysis (D-06, D-07)."""

from veinway.care.severity.classes import AHA_CATEGORY, confirmed_in_an_adult
from veinway.care.severity.lytics import lysis_is_an_option
from veinway.care.severity.outcomes import E2
from veinway.care.severity.questions import HEPARIN_DURING_LYSIS, HIGH_RISK_ANTICOAGULANT
from veinway.care.severity.reperfusion_outcomes import (
    GOES_ON,
    LMWH_FIRST,
    NOT_OF_E2,
    NOT_OF_THIS,
    STOPPED,
    UFH_FIRST,
)
from veinway.care.sources import AHA_2026, ESC_2019, TC_PE_HIGH
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.language import *

_ESC_LIST = ESC_2019.table(10)
_ESC = ESC_2019.section("6.6")
_TC_LYSIS = TC_PE_HIGH.at("thrombolysis")
_TC = TC_PE_HIGH.at("anticoagulation")
_AHA = AHA_2026.at("key points, LMWH over unfractionated heparin")
_high_risk = all_of(confirmed_in_an_adult, unstable)

DURING_ESC, DURING_TC = [
    step(
        f"heparin_during_lysis_{guideline}",
        f"Heparin during thrombolysis, {name}",
        question=HEPARIN_DURING_LYSIS,
        guideline=guideline,
        subject=EPISODE,
        source=cite,
        for_whom=lysis_is_an_option,
        conclusion=table(
            f"heparin_during_lysis_{guideline}_conclusion",
            f"Heparin during thrombolysis, {name}",
            hit="unique",
            source=cite,
            rows=[
                row(lysis_is_an_option, said, id="thrombolysis", cite=cite),
                otherwise(NOT_OF_THIS, cite=cite),
            ],
        ),
        plan=[],
    )
    for guideline, name, said, cite in (
        ("esc", "ESC 2019", GOES_ON, _ESC_LIST),
        ("tc", "Thrombosis Canada", STOPPED, _TC_LYSIS),
    )
]
FIRST_ESC, FIRST_TC = [
    step(
        f"high_risk_anticoagulant_{guideline}",
        f"First anticoagulant in high-risk embolism, {name}",
        question=HIGH_RISK_ANTICOAGULANT,
        guideline=guideline,
        subject=EPISODE,
        source=cite,
        for_whom=_high_risk,
        conclusion=table(
            f"high_risk_anticoagulant_{guideline}_conclusion",
            f"First anticoagulant in high-risk embolism, {name}",
            hit="unique",
            source=cite,
            rows=[
                row(_high_risk, said, id="high risk", cite=cite),
                otherwise(NOT_OF_THIS, cite=cite),
            ],
        ),
        plan=[],
    )
    for guideline, name, said, cite in (
        ("esc", "ESC 2019", UFH_FIRST, _ESC),
        ("tc", "Thrombosis Canada", LMWH_FIRST, _TC),
    )
]
FIRST_AHA = step(
    "high_risk_anticoagulant_aha",
    "First anticoagulant in high-risk embolism, AHA/ACC 2026",
    question=HIGH_RISK_ANTICOAGULANT,
    guideline="aha",
    subject=EPISODE,
    source=_AHA,
    for_whom=_high_risk,
    conclusion=table(
        "high_risk_anticoagulant_aha_conclusion",
        "First anticoagulant in high-risk embolism, AHA/ACC 2026",
        hit="first",
        source=_AHA,
        rows=[
            row(AHA_CATEGORY.one_of(E2), NOT_OF_E2, id="E2", cite=_AHA),
            row(_high_risk, LMWH_FIRST, id="C1 to E1", cite=_AHA),
            otherwise(NOT_OF_THIS, cite=_AHA),
        ],
    ),
    plan=[],
)
