"""Reperfusion in embolism by the other guidelines, and what else they disagree on (reference 3, 1.9).

A guideline that asks for no high risk of bleeding is held to ESC's list: an absolute or a relative
contraindication counts as one. No step advises thrombolysis with an absolute contraindication.
"""

from veinway.care.facts.chest import systolic_bp
from veinway.care.facts.severity import worsening_on_anticoagulation
from veinway.care.severity.classes import AHA_CATEGORY, confirmed_in_an_adult
from veinway.care.severity.lysis import LYSIS_BARS, lysis_has_failed
from veinway.care.severity.outcomes import (
    C2,
    C3,
    D1,
    D2,
    E1,
    E2,
    LYSIS_BARRED,
    LYSIS_OPEN_WAY,
    LYSIS_WEIGHED,
    NO_LYSIS,
)
from veinway.care.severity.questions import PE_REPERFUSION
from veinway.care.severity.reperfusion_outcomes import (
    CATHETER_CONSIDERED,
    ECMO_ONLY,
    LYSE_CONSIDERED,
    LYSE_OFFERED,
    LYSE_UNCLEAR,
    NO_SYSTEMIC_LYSIS,
    REMOVE,
    REMOVE_CONSIDERED,
    RESCUE_CONSIDERED,
    SAYS_NOTHING_WITH_A_BAR,
    WITHOUT_LYTIC,
)
from veinway.care.sources import AHA_2026, ASH_2020, CHEST_2021, IPG524, LOCAL, PRODUCT, S
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.language import *

_SHEET = AHA_2026.at("advanced therapy by category", S, "a hospital manual; E1 and D also a second one")
_ASH = ASH_2020.at("thrombolysis in embolism", S, "a summary")
_NICE = IPG524.section("6.2")
_CHEST = CHEST_2021.rec("7 to 11")
_AS_ESC = PRODUCT.at("reference 3, section 1.9, high bleeding risk by ESC's list", LOCAL)

_barred = LYSIS_BARS.one_of(LYSIS_BARRED)
_bleeding_risk = LYSIS_BARS.one_of(LYSIS_BARRED, LYSIS_WEIGHED)
_low_pressure = systolic_bp < 90
_d = AHA_CATEGORY.one_of(D1, D2)

AHA_STEP = step(
    "pe_reperfusion_aha",
    "Reperfusion in embolism, AHA/ACC 2026",
    question=PE_REPERFUSION,
    guideline="aha",
    subject=EPISODE,
    source=_SHEET,
    for_whom=confirmed_in_an_adult,
    conclusion=table(
        "pe_reperfusion_aha_conclusion",
        "Whether the clot in the lung is dissolved or removed, AHA/ACC 2026",
        hit="first",
        source=_SHEET,
        rows=[
            row(all_of(AHA_CATEGORY.one_of(E2), _barred), ECMO_ONLY, id="E2, barred", cite=_SHEET),
            row(AHA_CATEGORY.one_of(E2), LYSE_OFFERED, id="E2", cite=_SHEET),
            row(all_of(AHA_CATEGORY.one_of(E1), _barred), REMOVE, id="E1, barred", cite=_SHEET),
            row(AHA_CATEGORY.one_of(E1), LYSE_OFFERED, id="E1", cite=_SHEET),
            row(all_of(_d, _barred), REMOVE_CONSIDERED, id="D, barred", cite=_SHEET),
            row(_d, LYSE_CONSIDERED, id="D", cite=_SHEET),
            row(all_of(AHA_CATEGORY.one_of(C3), _barred), WITHOUT_LYTIC, id="C3, barred", cite=_SHEET),
            row(AHA_CATEGORY.one_of(C3), LYSE_UNCLEAR, id="C3", cite=_SHEET),
            row(AHA_CATEGORY.one_of(C2), NO_SYSTEMIC_LYSIS, id="C2", cite=_SHEET),
            otherwise(NO_LYSIS, id="A to C1", cite=_SHEET),
        ],
    ),
    plan=[],
)
CHEST_STEP = step(
    "pe_reperfusion_chest",
    "Reperfusion in embolism, CHEST 2021",
    question=PE_REPERFUSION,
    guideline="chest",
    subject=EPISODE,
    source=_CHEST,
    for_whom=confirmed_in_an_adult,
    conclusion=table(
        "pe_reperfusion_chest_conclusion",
        "Whether the clot in the lung is dissolved or removed, CHEST 2021",
        hit="first",
        source=_CHEST,
        rows=[
            row(
                all_of(_low_pressure, any_of(_bleeding_risk, lysis_has_failed)),
                CATHETER_CONSIDERED,
                id="hypotension, bleeding risk or failed lysis",
                cite=CHEST_2021.rec("11"),
            ),
            row(_low_pressure, LYSE_CONSIDERED, id="hypotension", cite=CHEST_2021.rec("7")),
            row(
                all_of(worsening_on_anticoagulation, LYSIS_BARS.one_of(LYSIS_OPEN_WAY)),
                RESCUE_CONSIDERED,
                id="worsening",
                cite=CHEST_2021.rec("9"),
            ),
            otherwise(NO_LYSIS, id="no hypotension", cite=CHEST_2021.rec("8")),
        ],
    ),
    plan=[],
)
ASH_STEP, NICE_STEP = [
    step(
        f"pe_reperfusion_{guideline}",
        f"Reperfusion in embolism, {name}",
        question=PE_REPERFUSION,
        guideline=guideline,
        subject=EPISODE,
        source=cite,
        for_whom=confirmed_in_an_adult,
        conclusion=table(
            f"pe_reperfusion_{guideline}_conclusion",
            f"Whether the clot in the lung is dissolved or removed, {name}",
            hit="first",
            source=cite,
            rows=[
                row(
                    all_of(unstable, _barred),
                    SAYS_NOTHING_WITH_A_BAR,
                    id="unstable, barred",
                    cite=_AS_ESC,
                ),
                row(unstable, lysed, id="unstable", cite=cite),
                otherwise(NO_LYSIS, id="stable", cite=cite),
            ],
        ),
        plan=[],
    )
    for guideline, name, lysed, cite in (
        ("ash", "ASH 2020", LYSE_OFFERED, _ASH),
        ("nice", "NICE", LYSE_CONSIDERED, _NICE),
    )
]
