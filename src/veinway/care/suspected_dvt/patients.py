"""For whom the pathways of suspected DVT are, and how likely the clot is by each score."""

from veinway.care.facts.alarm import (
    arm_symptoms,
    chest_symptoms,
    haemodynamic_instability,
    leg_symptoms,
    limb_threat,
)
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.chest import systolic_bp
from veinway.care.facts.circulation import cardiac_arrest, sbp_fall, vasopressors
from veinway.care.facts.leg import previous_dvt
from veinway.care.facts.person import adult, born_in_last_6_weeks, injects_drugs, inpatient, pregnant
from veinway.care.probability.levels import HIGH, LOW, MODERATE
from veinway.care.probability.wells_dvt import LIKELY, UNLIKELY, WELLS_DVT, WELLS_DVT_1997
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.language import *

# What nobody asked is presumed, and every answer that rests on it says so. A sign that points the other
# way (symptoms elsewhere, a low pressure) ends the presumption: then the question stays open.
_ABSENT = "nothing of the kind is recorded at the first suspicion"
_RED_FLAGS = PRODUCT.at("presumption on red flags", LOCAL)
_WHICH_LIMB = PRODUCT.at("presumption on symptoms of the leg", LOCAL)
limb_is_threatened = presume(limb_threat, NO, because=_ABSENT, source=_RED_FLAGS)
_sign_of_instability = any_of(
    presume(systolic_bp < 90, NO, because=_ABSENT, source=_RED_FLAGS),
    presume(sbp_fall >= 40, NO, because=_ABSENT, source=_RED_FLAGS),
    presume(vasopressors, NO, because=_ABSENT, source=_RED_FLAGS),
)
is_unstable = any_of(
    presume(haemodynamic_instability, NO, because=_ABSENT, source=_RED_FLAGS),
    presume(cardiac_arrest, NO, because=_ABSENT, source=_RED_FLAGS),
    all_of(_sign_of_instability, unstable),
)
_chest_or_arm = any_of(
    presume(chest_symptoms, NO, because=_ABSENT, source=_WHICH_LIMB),
    presume(arm_symptoms, NO, because=_ABSENT, source=_WHICH_LIMB),
)
leg_is_suspected = presume(
    leg_symptoms,
    YES,
    when=no(_chest_or_arm),
    because="the question is asked about a suspected DVT of a leg",
    source=_WHICH_LIMB,
)

# Reference 1, sections 0.3 and 3.0: everybody else has another pathway.
adult_outpatient_with_suspected_dvt = all_of(
    adult,
    no(pregnant),
    no(born_in_last_6_weeks),
    no(on_therapeutic_anticoagulation),
    no(inpatient),
    no(injects_drugs),
    leg_is_suspected,
    no(limb_is_threatened),
    no(is_unstable),
)
first_suspicion = no(previous_dvt)

likely, unlikely = WELLS_DVT.is_(LIKELY), WELLS_DVT.is_(UNLIKELY)
# Guidelines that ask for three levels are given the score that has them: the 9 items of 1997.
low, moderate, high = WELLS_DVT_1997.is_(LOW), WELLS_DVT_1997.is_(MODERATE), WELLS_DVT_1997.is_(HIGH)
first_suspected_dvt = all_of(adult_outpatient_with_suspected_dvt, first_suspicion)
