"""Triage by a clinician in primary care (reference 1, section 1.6): NICE CKS."""

from veinway.care.facts.alarm import (
    arm_symptoms,
    chest_symptoms,
    haemodynamic_instability,
    leg_symptoms,
    limb_threat,
)
from veinway.care.facts.person import (
    adult,
    born_in_last_6_weeks,
    injects_drugs,
    inpatient,
    pregnant,
)
from veinway.care.facts.public import altered_consciousness
from veinway.care.facts.tests import (
    d_dimer,
    d_dimer_obtainable_in_4_hours,
    d_dimer_request,
    d_dimer_sample,
    interim_anticoagulant,
)
from veinway.care.probability import wells_pe
from veinway.care.probability.wells_pe import WELLS_PE
from veinway.care.questions import PRIMARY_CARE_SUSPECTED_PE, PRIMARY_CARE_TRIAGE
from veinway.care.sources import CKS, CKS_PE, LOCAL, NG158, NHS_DG_DVT, PRODUCT, S
from veinway.care.triage.vital_signs import (
    cold_body,
    low_blood_pressure,
    very_fast_breathing,
    very_fast_heart,
    very_low_oxygen,
)
from veinway.language import *

# A clinician can measure: what was not measured is open, and presumed by nobody.
severely_ill = any_of(
    altered_consciousness,
    low_blood_pressure,
    very_fast_heart,
    very_fast_breathing,
    very_low_oxygen,
    cold_body,
)
_pregnant_or_just_was = any_of(pregnant, born_in_last_6_weeks)
# Whoever reads this, in a surgery or an emergency department, does this first.
_emergency = any_of(haemodynamic_instability, limb_threat)
_leg_or_arm = any_of(leg_symptoms, arm_symptoms)
_admitted_at_once = all_of(chest_symptoms, any_of(severely_ill, _pregnant_or_just_was))
_likely, _unlikely = WELLS_PE.is_(wells_pe.LIKELY), WELLS_PE.is_(wells_pe.UNLIKELY)
_found_during_leg_assessment = all_of(_leg_or_arm, any_of(severely_ill, chest_symptoms))
_leg_alone = all_of(leg_symptoms, no(chest_symptoms))
_arm_alone = all_of(arm_symptoms, no(chest_symptoms))
_leg_to_hospital = all_of(_leg_alone, any_of(_pregnant_or_just_was, injects_drugs))
_limb_to_hospital = any_of(_leg_to_hospital, _arm_alone)
_ROUTING = PRODUCT.at("section 3.0, steps 1 and 2", LOCAL)
_ARM = PRODUCT.at("section 3.0 step 8, the arm in primary care", LOCAL)

_CKS_PE = CKS_PE.at("immediate admission", S, "a Bristol pathway page, 2018")
_CKS_OLD = CKS.at("immediate referral", S, "archived copy")
_ON_CALL = NHS_DG_DVT.at("unwell, or PE suspected, during assessment", S, "the protocol's page")
_NICE_PE = NG158.section("1.1, suspected PE", S, "iatroX")

EMERGENCY_AT_ONCE = escalates(
    "cks_emergency",
    "Emergency: in shock, or the limb is threatened. Resuscitate and send to an emergency department "
    "now; for the limb, call the vascular team now, and do not wait for a D-dimer.",
    action="immediate_admission",
    timing="now",
    short="emergency, now",
)
ADMIT_AT_ONCE = escalates(
    "cks_immediate_admission",
    "Arrange immediate admission: an embolism is suspected in someone severely ill, pregnant or within "
    "6 weeks of a birth.",
    action="immediate_admission",
    timing="now",
    short="admit at once",
)
DISCUSS_ON_CALL = escalates(
    "cks_discuss_on_call",
    "Unwell while a limb is assessed: discuss with the on-call physician now.",
    action="discuss_with_on_call_physician",
    timing="now",
    short="on-call physician, now",
)
WELLS_FOR_PE = neutral(
    "cks_wells_for_pe",
    "Suspected embolism: the two-level Wells score for PE says whether to admit or to take a D-dimer.",
    action="wells_pe",
    short="Wells score for PE",
)
HOSPITAL_FOR_LIKELY_PE = escalates(
    "cks_likely_pe",
    "An embolism is likely: send to hospital immediately.",
    action="immediate_admission",
    timing="now",
    short="hospital immediately",
)
D_DIMER_FOR_UNLIKELY_PE = neutral(
    "cks_unlikely_pe",
    "An embolism is unlikely: a D-dimer with its result within 4 hours, else anticoagulate meanwhile.",
    action="d_dimer",
    timing="4 hours",
    short="D-dimer within 4 hours",
)
LEG_TO_HOSPITAL = escalates(
    "cks_leg_same_day_hospital",
    "Refer to hospital today; a Wells score with a D-dimer must not be used to rule out a clot here.",
    action="same_day_hospital",
    timing="today",
    short="hospital today",
)
ARM_TO_HOSPITAL = escalates(
    "cks_arm_same_day_hospital",
    "A clot of an arm is suspected: refer to hospital today, where the arm is scored or scanned.",
    action="same_day_hospital",
    timing="today",
    short="hospital today",
)
LEG_BY_NICE = neutral(
    "cks_suspected_dvt",
    "Suspected DVT of a leg: the pathway of NICE NG158.",
    action="wells_dvt",
    short="NG158 pathway",
)
NEITHER_SUSPECTED = neutral(
    "cks_not_suspected",
    "No clot of a leg, an arm or the lung is suspected. This does not say that there is none.",
    short="not suspected",
)

PRIMARY_CARE_CONCLUSION = table(
    "primary_care_triage_conclusion",
    "Where primary care sends someone with a suspected clot",
    hit="first",
    source=_CKS_PE,
    rows=[
        row(_emergency, EMERGENCY_AT_ONCE, id="emergency", cite=_ROUTING),
        row(_admitted_at_once, ADMIT_AT_ONCE, id="CKS-1", cite=_CKS_PE),
        row(chest_symptoms, WELLS_FOR_PE, id="CKS-2", cite=_NICE_PE),
        row(all_of(_leg_or_arm, severely_ill), DISCUSS_ON_CALL, id="CKS-5", cite=_ON_CALL),
        row(_leg_to_hospital, LEG_TO_HOSPITAL, id="CKS-3", cite=_CKS_OLD),
        row(arm_symptoms, ARM_TO_HOSPITAL, id="arm", cite=_ARM),
        row(leg_symptoms, LEG_BY_NICE, id="CKS-4", cite=NG158.section("1.1")),
        otherwise(
            NEITHER_SUSPECTED,
            id="CKS-none",
            cite=PRODUCT.at("section 1.6, nothing suspected", LOCAL),
        ),
    ],
)

PRIMARY_CARE_CKS = step(
    "primary_care_triage_cks",
    "Suspected clot in primary care, NICE CKS",
    question=PRIMARY_CARE_TRIAGE,
    guideline="cks",
    subject=EPISODE,
    source=_CKS_PE,
    for_whom=all_of(adult, no(inpatient)),
    conclusion=PRIMARY_CARE_CONCLUSION,
    plan=[
        action(
            "cks_emergency_now",
            "Resuscitate, and send to an emergency department now; call the vascular team for a "
            "threatened limb.",
            act="immediate_admission",
            when=_emergency,
            cite=_ROUTING,
        ),
        action(
            "cks_admission_at_once",
            "Arrange immediate admission.",
            act="immediate_admission",
            when=_admitted_at_once,
            cite=_CKS_PE,
        ),
        action(
            "cks_discuss_with_on_call_physician",
            "Discuss with the on-call physician; where an embolism is suspected, move to its pathway.",
            act="discuss_with_on_call_physician",
            when=_found_during_leg_assessment,
            cite=_ON_CALL,
        ),
        action(
            "cks_same_day_hospital",
            "Refer to hospital today; do not rule out with a Wells score and a D-dimer.",
            act="same_day_hospital",
            when=_limb_to_hospital,
            cite=_CKS_OLD,
        ),
    ],
)

PRIMARY_CARE_PE_CKS = step(
    "primary_care_suspected_pe_cks",
    "Suspected embolism in primary care, not severely ill, NICE CKS",
    question=PRIMARY_CARE_SUSPECTED_PE,
    guideline="cks",
    subject=EPISODE,
    source=_NICE_PE,
    for_whom=all_of(
        adult,
        no(inpatient),
        no(_pregnant_or_just_was),
        no(haemodynamic_instability),
        no(severely_ill),
        chest_symptoms,
    ),
    conclusion=table(
        "primary_care_suspected_pe_conclusion",
        "Whether primary care sends a suspected embolism to hospital at once",
        hit="first",
        source=_NICE_PE,
        rows=[
            row(_likely, HOSPITAL_FOR_LIKELY_PE, id="CKS-2 likely", cite=_NICE_PE),
            otherwise(D_DIMER_FOR_UNLIKELY_PE, id="CKS-2 unlikely", cite=_NICE_PE),
        ],
    ),
    plan=[
        action(
            "cks_hospital_for_likely_pe",
            "Send to hospital immediately: the Wells score for PE is above 4.",
            act="immediate_admission",
            when=_likely,
            cite=_NICE_PE,
        ),
        action(
            "cks_d_dimer_for_unlikely_pe",
            "D-dimer, with its result within 4 hours.",
            act="d_dimer",
            when=_unlikely,
            gives=d_dimer_sample,
            result=d_dimer,
            request=d_dimer_request,
            due=by(hours(4)),
            cite=_NICE_PE,
        ),
        action(
            "cks_interim_anticoagulation_for_unlikely_pe",
            "Interim anticoagulation while the D-dimer is awaited.",
            act="interim_anticoagulation",
            when=all_of(_unlikely, no(d_dimer_obtainable_in_4_hours)),
            gives=interim_anticoagulant,
            due=by(hours(4)),
            cite=_NICE_PE,
        ),
    ],
)
