"""A threatened limb: neither score nor D-dimer comes first, at any age (section 3.0)."""

from veinway.care.facts.alarm import limb_threat
from veinway.care.facts.tests import leg_scan
from veinway.care.outcomes import LIMB_EMERGENCY
from veinway.care.questions import THREATENED_LIMB
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.suspected_dvt.outcomes import NO_LIMB_THREAT
from veinway.language import *

_STEP_2 = PRODUCT.at("section 3.0, limb threat", LOCAL)

CONCLUSION = table(
    "threatened_limb_conclusion",
    "What follows when a limb is threatened",
    hit="first",
    source=_STEP_2,
    rows=[
        row(limb_threat, LIMB_EMERGENCY, id="threat", cite=_STEP_2),
        otherwise(NO_LIMB_THREAT, id="none", cite=_STEP_2),
    ],
)

THREATENED_LIMB_STEP = step(
    "threatened_limb_veinway",
    "Threatened limb",
    question=THREATENED_LIMB,
    guideline="veinway",
    subject=EPISODE,
    source=_STEP_2,
    for_whom=limb_threat,
    conclusion=CONCLUSION,
    plan=[
        action(
            "emergency_vascular_referral",
            "Call the vascular surgeon on call now: a blocked artery, or a vein blocked so far that the "
            "limb may be lost.",
            act="immediate_admission",
            when=limb_threat,
            cite=_STEP_2,
        ),
        action(
            "image_threatened_limb",
            "Image the limb at once, arteries and veins.",
            act="whole_leg_scan",
            when=limb_threat,
            gives=leg_scan,
            cite=_STEP_2,
        ),
        action(
            "no_d_dimer_for_threatened_limb",
            "Do not wait for a D-dimer.",
            act="d_dimer",
            when=limb_threat,
            strength=Strength.DO_NOT,
            cite=_STEP_2,
        ),
    ],
)
