"""A clot suspected in somebody who injects drugs: hospital the same day, imaging first."""

from veinway.care.arm.open import arm_open
from veinway.care.facts.alarm import chest_symptoms, leg_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.person import adult, injects_drugs, inpatient
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.questions import SUSPECTED_VTE_IN_INJECTING
from veinway.care.sources import CKS, LOCAL, PRODUCT, S
from veinway.care.special.imaging import (
    all_free,
    clot_shown,
)
from veinway.care.special.outcomes import (
    IMAGING_AWAITED,
    VTE_CONFIRMED,
    VTE_NOT_LIKELY,
)
from veinway.care.special.plans import (
    CALF_CLOT,
    CTPA_NOW,
    REPEAT_SCAN_OF_LEG,
    SCAN_LEG_NOW,
    SCINTIGRAPHY_NOW,
    SUPERFICIAL_CLOT,
)
from veinway.care.suspected_pe.haemodynamics import unstable_on_record
from veinway.language import *

_REFERRAL = CKS.at("referral of people who inject drugs", S, "archived copy")
_PART = PRODUCT.at("section 5.6, injecting drug use", LOCAL)

CONCLUSION = table(
    "vte_in_injecting_conclusion",
    "What became of the clot suspected in somebody who injects drugs",
    hit="first",
    source=_PART,
    rows=[
        row(clot_shown, VTE_CONFIRMED, id="clot", cite=_PART),
        CALF_CLOT,
        SUPERFICIAL_CLOT,
        row(all_free, VTE_NOT_LIKELY, id="free", cite=_PART),
        otherwise(IMAGING_AWAITED, id="awaited", cite=_PART),
    ],
)

SUSPECTED_VTE_IN_INJECTING_STEP = step(
    "suspected_vte_in_injecting",
    "A clot suspected in somebody who injects drugs",
    question=SUSPECTED_VTE_IN_INJECTING,
    guideline="veinway",
    subject=EPISODE,
    source=_REFERRAL,
    for_whom=all_of(
        adult,
        no(unstable_on_record),
        injects_drugs,
        no(expecting_or_new_mother),
        no(on_therapeutic_anticoagulation),
        no(inpatient),
    ),
    conclusion=CONCLUSION,
    plan=[
        action(
            "same_day_hospital_injecting",
            "Assessment in hospital the same day.",
            act="same_day_hospital",
            when=any_of(leg_symptoms, chest_symptoms),
            due=by(days(0)),
            cite=_REFERRAL,
        ),
        SCAN_LEG_NOW,
        CTPA_NOW,
        SCINTIGRAPHY_NOW,
        action(
            "look_for_infection",
            "Look at the iliac and femoral veins too, and think of an infected clot and of a "
            "pseudoaneurysm.",
            when=leg_symptoms,
            cite=_PART,
        ),
        REPEAT_SCAN_OF_LEG,
        action(
            "treat_injecting",
            "Offer anticoagulation or continue it; look for infection.",
            act="start_treatment",
            when=CONCLUSION.is_(VTE_CONFIRMED),
            cite=_PART,
        ),
        action(
            "stop_and_tell_injecting",
            "Stop interim anticoagulation started for this suspicion (never one taken for another "
            "reason), think of infection and other diagnoses, and say which symptoms to watch for.",
            act="stop_interim_anticoagulation",
            # A clot of an arm has a step of its own, and keeps the drug until it is settled.
            when=all_of(CONCLUSION.is_(VTE_NOT_LIKELY), no(arm_open)),
            cite=_PART,
        ),
    ],
)
