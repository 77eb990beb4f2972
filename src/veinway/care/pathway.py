"""Where a patient belongs: the routing that comes before any score (reference 1, section 3.0)."""

from veinway.care.facts.alarm import (
    arm_symptoms,
    chest_symptoms,
    leg_symptoms,
    limb_threat,
)
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.person import adult, born_in_last_6_weeks, inpatient, pregnant
from veinway.care.outcomes import (
    ALREADY_ANTICOAGULATED,
    ARM_PATHWAY,
    EMERGENCY,
    INCIDENTAL_PATHWAY,
    INPATIENT_PATHWAY,
    LEG_PATHWAY,
    LIMB_EMERGENCY,
    NO_SUSPICION,
    OUT_OF_SCOPE_CHILD,
    PE_PATHWAY,
    PREGNANCY_PATHWAY,
)
from veinway.care.sources import CKS, ESC_2019, LOCAL, NG158, PRODUCT, SILVEIRA_2015, S
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.care.suspected_pe.results import incidental_pe
from veinway.language import *

_ORDER = PRODUCT.at("section 3.0, routing", LOCAL)

ROUTE = table(
    "route",
    "Where the patient belongs",
    hit="first",
    source=_ORDER,
    rows=[
        row(unstable, EMERGENCY, id="1", cite=ESC_2019.table(4)),
        row(limb_threat, LIMB_EMERGENCY, id="2", cite=PRODUCT.at("section 3.0, limb threat", LOCAL)),
        row(no(adult), OUT_OF_SCOPE_CHILD, id="3", cite=NG158.at("context")),
        row(
            any_of(pregnant, born_in_last_6_weeks),
            PREGNANCY_PATHWAY,
            id="4",
            cite=CKS.at("pregnancy and puerperium", S, "archived copy"),
        ),
        row(on_therapeutic_anticoagulation, ALREADY_ANTICOAGULATED, id="5", cite=_ORDER),
        row(inpatient, INPATIENT_PATHWAY, id="6", cite=SILVEIRA_2015.at("abstract")),
        row(chest_symptoms, PE_PATHWAY, id="7", cite=_ORDER),
        row(arm_symptoms, ARM_PATHWAY, id="8", cite=_ORDER),
        row(leg_symptoms, LEG_PATHWAY, id="9", cite=_ORDER),
        row(incidental_pe, INCIDENTAL_PATHWAY, id="10", cite=_ORDER),
        otherwise(NO_SUSPICION, id="11", cite=_ORDER),
    ],
)
