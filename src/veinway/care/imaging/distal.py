"""A clot of the calf veins only. CHEST 2021, rows K6 to K8; ESC 2019 where an embolism is suspected.

NICE and ASH say nothing about it (see the question).
"""

from veinway.care.d_dimer import d_dimer_negative_at_fixed_cut_off
from veinway.care.facts.alarm import chest_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.findings import (
    anticoagulation_contraindicated,
    distal_clot_extended,
    distal_severe_symptoms,
    other_risk_of_extension,
)
from veinway.care.facts.leg import active_cancer, previous_dvt
from veinway.care.facts.person import adult, born_in_last_6_weeks, inpatient, pregnant
from veinway.care.facts.tests import leg_scan, scan_result
from veinway.care.imaging.outcomes import (
    DISTAL_AND_EMBOLISM,
    DISTAL_AT_RISK,
    DISTAL_EXTENDED,
    DISTAL_REACHED_PROXIMAL,
    DISTAL_SERIAL_SCANS,
    DISTAL_STABLE,
    DISTAL_WITHOUT_EMBOLISM,
)
from veinway.care.imaging.scans import (
    DISTAL,
    NEGATIVE,
    clot_on_a_scan,
    distal_clot_shown,
)
from veinway.care.questions import DISTAL_DVT
from veinway.care.sources import CHEST_2021, ESC_2019
from veinway.language import *

_K6_K8, _K7 = CHEST_2021.at("statement 1, rows K6 and K8"), CHEST_2021.at("statement 2, row K7")

# Pregnancy, the 6 weeks after birth and a full-dose anticoagulant each have a pathway of their own.
_for_whom = all_of(
    adult,
    no(pregnant),
    no(born_in_last_6_weeks),
    no(on_therapeutic_anticoagulation),
    distal_clot_shown,
)

# Counted from the scan that first showed it. The scan of the first week may come early, on worsening.
_shown = date_of_event("first", leg_scan, scan_result.is_(DISTAL))
_in_week_1 = last(leg_scan, scan_result, in_=days_after(1, 10, _shown))
_in_week_2 = last(leg_scan, scan_result, in_=days_after(11, 90, _shown))
reached_proximal = clot_on_a_scan(_in_week_1, _in_week_2)
risk_of_extension = any_of(
    other_risk_of_extension,
    active_cancer,
    previous_dvt,
    inpatient,
    no(d_dimer_negative_at_fixed_cut_off),
)
_treat_at_once = any_of(distal_severe_symptoms, risk_of_extension)
_two_weeks_without_growth = all_of(
    _in_week_1.one_of(DISTAL, *NEGATIVE),
    _in_week_2.one_of(DISTAL, *NEGATIVE),
    no(distal_clot_extended),
)

CHEST_CONCLUSION = table(
    "distal_dvt_chest_conclusion",
    "What follows a clot of the calf, by CHEST",
    hit="first",
    source=_K6_K8,
    rows=[
        row(reached_proximal, DISTAL_REACHED_PROXIMAL, id="K7_proximal", cite=_K7),
        row(_treat_at_once, DISTAL_AT_RISK, id="K8", cite=_K6_K8),
        row(distal_clot_extended, DISTAL_EXTENDED, id="K7_distal", cite=_K7),
        row(_two_weeks_without_growth, DISTAL_STABLE, id="K7_stable", cite=_K7),
        otherwise(DISTAL_SERIAL_SCANS, id="K6", cite=_K6_K8),
    ],
)
_scan_on = all_of(no(distal_severe_symptoms), no(risk_of_extension))
_settled = CHEST_CONCLUSION.one_of(
    DISTAL_REACHED_PROXIMAL, DISTAL_AT_RISK, DISTAL_EXTENDED, DISTAL_STABLE
)

DISTAL_DVT_CHEST = step(
    "distal_dvt_chest",
    "Clot of the calf veins only, CHEST 2021",
    question=DISTAL_DVT,
    guideline="chest",
    subject=EPISODE,
    source=_K6_K8,
    for_whom=_for_whom,
    conclusion=CHEST_CONCLUSION,
    plan=[
        action(
            "scan_that_showed_it",
            "The scan that showed a clot of the calf veins only.",
            act="whole_leg_scan",
            when=distal_clot_shown,
            gives=leg_scan,
            cite=_K6_K8,
        ),
        action(
            "distal_scan_after_1_week",
            "Scan again after a week, or at once when it gets worse.",
            act="repeat_scan",
            when=_scan_on,
            gives=leg_scan,
            after=("scan_that_showed_it",),
            due=in_days(1, 8),
            until=_settled,
            strength=Strength.CONSIDER,
            cite=_K6_K8,
        ),
        action(
            "distal_scan_after_2_weeks",
            "Scan again after 2 weeks; no growth by then ends the scans.",
            act="repeat_scan",
            when=_scan_on,
            gives=leg_scan,
            after=("distal_scan_after_1_week",),
            due=in_days(4, 8),
            until=_settled,
            strength=Strength.CONSIDER,
            cite=_K6_K8,
        ),
        action(
            "start_treatment",
            "Anticoagulate, unless it is contraindicated: the clot has reached a proximal vein.",
            when=CHEST_CONCLUSION.is_(DISTAL_REACHED_PROXIMAL),
            until=anticoagulation_contraindicated,
            cite=_K7,
        ),
        action(
            "consider_treatment_of_distal_dvt",
            "Anticoagulation is suggested, unless it is contraindicated.",
            act="start_treatment",
            # Not `CHEST_CONCLUSION`: whoever is at risk does not wait for a scan that may show more.
            when=any_of(_treat_at_once, distal_clot_extended),
            until=any_of(CHEST_CONCLUSION.is_(DISTAL_REACHED_PROXIMAL), anticoagulation_contraindicated),
            strength=Strength.CONSIDER,
            cite=_K6_K8,
        ),
    ],
)

_E18 = ESC_2019.at("row E18, class IIa B")
DISTAL_DVT_ESC_CONCLUSION = table(
    "distal_dvt_esc_conclusion",
    "What follows a clot of the calf, by ESC",
    hit="unique",
    source=_E18,
    rows=[
        row(chest_symptoms, DISTAL_AND_EMBOLISM, id="E18", cite=_E18),
        row(no(chest_symptoms), DISTAL_WITHOUT_EMBOLISM, id="silent", cite=_E18),
    ],
)
DISTAL_DVT_ESC = step(
    "distal_dvt_esc",
    "Clot of the calf veins only, ESC 2019",
    question=DISTAL_DVT,
    guideline="esc",
    subject=EPISODE,
    source=_E18,
    for_whom=_for_whom,
    conclusion=DISTAL_DVT_ESC_CONCLUSION,
    plan=[],
)
