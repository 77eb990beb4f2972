"""Points of follow-up on which guidelines differ: the first visit, pulmonary pressure (D-17, D-18)."""

from veinway.care.facts.follow_up import mean_pulmonary_pressure, vascular_resistance, wedge_pressure
from veinway.care.facts.person import adult
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.sources import AHA_2026, ESC_2019, ESC_ERS_2022, NG158, S, U
from veinway.language import *

FIRST_VISIT = question("first_visit", "When is the first full visit after a clot?")
PULMONARY_PRESSURE = question(
    "pulmonary_pressure", "Do the pressures of a right heart catheter show chronic hypertension?"
)
_ESC = ESC_2019.at("routine evaluation, class I B")
_AHA = AHA_2026.at("follow-up", S, "a third-party extraction")
_OLD = ESC_2019.at("definition of CTEPH")
_NEW = ESC_ERS_2022.at("definition", S, "a summary")
NO_CLOT = silent("first_visit_no_clot", "No clot is on record.", short="no clot")

VISIT_AHA, VISIT_ESC, VISIT_NICE = [
    step(
        f"first_visit_{guideline}",
        f"First full visit after a clot, {name}",
        question=FIRST_VISIT,
        guideline=guideline,
        subject=PERSON,
        source=cite,
        for_whom=all_of(adult, any_event(vte_diagnosis)),
        conclusion=table(
            f"first_visit_{guideline}_conclusion",
            f"First full visit after a clot, {name}",
            hit="unique",
            source=cite,
            rows=[
                row(
                    any_event(vte_diagnosis),
                    neutral(
                        f"first_visit_{guideline}_said",
                        text,
                        action="first_visit",
                        timing=timing,
                        short=timing,
                    ),
                    id="after a clot",
                    cite=cite,
                ),
                otherwise(NO_CLOT, cite=cite),
            ],
        ),
        plan=[],
    )
    for guideline, name, timing, text, cite in (
        ("aha", "AHA/ACC 2026", "by 3 months", "At 3 months or before.", _AHA),
        ("esc", "ESC 2019", "3 to 6 months", "From 3 to 6 months.", _ESC),
        ("nice", "NICE NG158", "at 3 months", "At 3 months.", NG158.at("review", U)),
    )
]

RAISED = neutral(
    "pulmonary_pressure_raised",
    "The pressures are those of chronic hypertension before the capillaries.",
    action="pulmonary_hypertension",
    short="raised",
)
NOT_RAISED = neutral(
    "pulmonary_pressure_not_raised",
    "The pressures are not those of chronic hypertension before the capillaries.",
    action="pulmonary_hypertension",
    strength=Strength.DO_NOT,
    short="not raised",
)
_low_wedge = wedge_pressure <= 15
PRESSURE_2019, PRESSURE_2022 = [
    step(
        f"pulmonary_pressure_{guideline}",
        f"Pulmonary pressure by catheter, {name}",
        question=PULMONARY_PRESSURE,
        guideline=guideline,
        subject=PERSON,
        source=cite,
        for_whom=adult,
        conclusion=table(
            f"pulmonary_pressure_{guideline}_conclusion",
            f"Pulmonary pressure by catheter, {name}",
            hit="first",
            source=cite,
            rows=[
                row(all_of(_low_wedge, high), RAISED, id="raised", cite=cite),
                otherwise(NOT_RAISED, id="not raised", cite=cite),
            ],
        ),
        plan=[],
    )
    for guideline, name, high, cite in (
        ("esc", "ESC 2019", mean_pulmonary_pressure >= 25, _OLD),
        (
            "ers",
            "ESC/ERS 2022",
            all_of(mean_pulmonary_pressure > 20, vascular_resistance > 2),
            _NEW,
        ),
    )
]
