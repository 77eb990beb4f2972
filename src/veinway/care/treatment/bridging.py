"""Heparin in between, around a procedure: for warfarin and a recent clot only, never for a DOAC."""

from veinway.care.facts.procedure import high_risk_site_of_surgery
from veinway.care.sources import THROMBOSIS_CANADA
from veinway.care.treatment.interruption_outcomes import (
    BRIDGE,
    BRIDGE_BEFORE_ONLY,
    NO_BRIDGE,
)
from veinway.care.treatment.interruption_patients import (
    minimal_risk,
    recent_clot,
    to_be_interrupted,
    warfarin,
)
from veinway.care.treatment.questions import BRIDGING
from veinway.language import *

_DOACS = THROMBOSIS_CANADA.at("guide on DOACs around procedures, table 2")
_WARFARIN = THROMBOSIS_CANADA.at("guide on warfarin around procedures")

BRIDGING_TABLE = table(
    "bridging_conclusion",
    "Bridging with heparin around a procedure",
    hit="first",
    source=_WARFARIN,
    rows=[
        row(no(warfarin), NO_BRIDGE, id="not warfarin", cite=_DOACS),
        row(minimal_risk, NO_BRIDGE, id="minimal", cite=_WARFARIN),
        row(no(recent_clot), NO_BRIDGE, id="older clot", cite=_WARFARIN),
        row(high_risk_site_of_surgery, BRIDGE_BEFORE_ONLY, id="heart, spine, skull", cite=_WARFARIN),
        otherwise(BRIDGE, id="recent clot", cite=_WARFARIN),
    ],
)
BRIDGING_TC = step(
    "bridging_tc",
    "Bridging with heparin, Thrombosis Canada",
    question=BRIDGING,
    guideline="tc",
    subject=PERSON,
    source=_WARFARIN,
    for_whom=to_be_interrupted,
    conclusion=BRIDGING_TABLE,
    plan=[],
)
