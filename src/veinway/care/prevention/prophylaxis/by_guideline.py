"""Prophylaxis by ACCP 2012 (operations), ASH 2018 and Thrombosis Canada 2025 (medical inpatients)."""

from veinway.care.facts.person import adult
from veinway.care.facts.prevention import vte_outweighs_bleeding
from veinway.care.prevention.bars import lmwh_barred
from veinway.care.prevention.patients import anticoagulated, medical, surgical
from veinway.care.prevention.prophylaxis.mechanical import mechanical_allowed
from veinway.care.prevention.prophylaxis.outcomes import (
    MECHANICAL,
    NEITHER,
    NO_MEDICINE,
    NOTHING_ADDED,
)
from veinway.care.prevention.questions import PROPHYLAXIS
from veinway.care.prevention.scores.bands import LOW, MODERATE, VERY_LOW
from veinway.care.prevention.scores.caprini import CAPRINI
from veinway.care.sources import ACCP_2012_SURGERY, ASH_MEDICAL_2018, TC_PROPHYLAXIS, U
from veinway.language import *

_ACCP = ACCP_2012_SURGERY.at("actions by band", U)
_ASH = ASH_MEDICAL_2018.at("recommendations", U)
_TC = TC_PROPHYLAXIS.at("medical inpatients")
WALK = neutral("accp_walk", "Early walking only.", short="early walking")
ACCP_MECHANICAL = commits(
    "accp_mechanical",
    "Consider a mechanical method, pneumatic compression before others.",
    action="prophylaxis_mechanical",
    strength=Strength.CONSIDER,
    short="mechanical",
)
ACCP_EITHER = commits(
    "accp_either",
    "Consider LMWH, low-dose heparin, or pneumatic compression.",
    action="prophylaxis_medicine",
    strength=Strength.CONSIDER,
    short="medicine or mechanical",
)
ACCP_BOTH = commits(
    "accp_both",
    "Consider LMWH or low-dose heparin together with a mechanical method; 4 weeks of LMWH after "
    "abdominal "
    "or pelvic surgery for cancer.",
    action="prophylaxis_medicine",
    strength=Strength.CONSIDER,
    short="medicine and mechanical",
)
IN_HOSPITAL_ONLY = commits(
    "prophylaxis_in_hospital_only",
    "Consider LMWH, heparin or fondaparinux from admission; stop at discharge. No direct oral "
    "anticoagulant.",
    action="prophylaxis_medicine",
    strength=Strength.CONSIDER,
    timing="until discharge",
    short="until discharge",
)
PROPHYLAXIS_ACCP = step(
    "prophylaxis_accp",
    "Prophylaxis for an operation, ACCP 2012",
    question=PROPHYLAXIS,
    guideline="chest",
    subject=PERSON,
    source=_ACCP,
    for_whom=all_of(adult, surgical),
    conclusion=table(
        "prophylaxis_accp_conclusion",
        "Prophylaxis for an operation, by ACCP",
        hit="first",
        source=_ACCP,
        unless=[row(anticoagulated, NOTHING_ADDED, id="anticoagulated", cite=_ACCP)],
        rows=[
            row(CAPRINI.is_(VERY_LOW), WALK, id="very_low", cite=_ACCP),
            row(all_of(lmwh_barred, mechanical_allowed), MECHANICAL, id="barred", cite=_ACCP),
            row(lmwh_barred, NEITHER, id="both_barred", cite=_ACCP),
            row(all_of(CAPRINI.is_(LOW), mechanical_allowed), ACCP_MECHANICAL, id="low", cite=_ACCP),
            row(CAPRINI.is_(LOW), WALK, id="low_barred", cite=_ACCP),
            row(CAPRINI.is_(MODERATE), ACCP_EITHER, id="moderate", cite=_ACCP),
            otherwise(ACCP_BOTH, id="high", cite=_ACCP),
        ],
    ),
    plan=[],
)
_medical = all_of(adult, medical)
PROPHYLAXIS_ASH = step(
    "prophylaxis_ash",
    "Prophylaxis of medical inpatients, ASH 2018",
    question=PROPHYLAXIS,
    guideline="ash",
    subject=PERSON,
    source=_ASH,
    for_whom=_medical,
    conclusion=table(
        "prophylaxis_ash_conclusion",
        "Prophylaxis of medical inpatients, by ASH",
        hit="first",
        source=_ASH,
        unless=[row(anticoagulated, NOTHING_ADDED, id="anticoagulated", cite=_ASH)],
        rows=[
            row(all_of(lmwh_barred, mechanical_allowed), MECHANICAL, id="barred", cite=_ASH),
            row(lmwh_barred, NEITHER, id="both_barred", cite=_ASH),
            row(vte_outweighs_bleeding, IN_HOSPITAL_ONLY, id="risk", cite=_ASH),
            otherwise(NO_MEDICINE, cite=_ASH),
        ],
    ),
    plan=[],
)
PROPHYLAXIS_TC = step(
    "prophylaxis_tc",
    "Prophylaxis of medical inpatients, Thrombosis Canada 2025",
    question=PROPHYLAXIS,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_medical,
    conclusion=table(
        "prophylaxis_tc_conclusion",
        "Prophylaxis of medical inpatients, by Thrombosis Canada",
        hit="first",
        source=_TC,
        unless=[row(anticoagulated, NOTHING_ADDED, id="anticoagulated", cite=_TC)],
        rows=[
            row(all_of(lmwh_barred, mechanical_allowed), MECHANICAL, id="barred", cite=_TC),
            row(lmwh_barred, NEITHER, id="both_barred", cite=_TC),
            row(vte_outweighs_bleeding, IN_HOSPITAL_ONLY, id="risk", cite=_TC),
            otherwise(NO_MEDICINE, cite=_TC),
        ],
    ),
    plan=[],
)
