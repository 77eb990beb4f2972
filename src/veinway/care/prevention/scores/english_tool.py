"""The English tool: ticks without points. A bleeding tick is weighed and forbids nothing."""

from veinway.care.facts.bleeding_risk import intensive_care
from veinway.care.facts.blood_tests import active_bleeding, platelet_count
from veinway.care.facts.chest import systolic_bp
from veinway.care.facts.home_treatment import diastolic_bp
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import age, postpartum_days, pregnant, sex_at_birth
from veinway.care.facts.prevention import (
    acquired_bleeding_disorder,
    acute_stroke,
    acute_surgical_inflammation,
    anaesthesia_and_surgery_minutes,
    anticoagulant_raises_bleeding,
    dehydrated,
    hip_fracture,
    hip_or_knee_replacement,
    hours_since_neuraxial,
    hours_to_neuraxial,
    mobility_on_admission,
    neurosurgery_spinal_or_eye,
    procedure_bleeds_often,
    reduced_mobility_days,
    surgery_of_pelvis_or_leg,
    surgery_reduces_mobility,
    untreated_bleeding_disorder,
)
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_factors import hormone_replacement
from veinway.care.facts.prevention_history import (
    known_thrombophilia,
    significant_comorbidity,
    varicose_veins_with_phlebitis,
)
from veinway.care.facts.prevention_hormones import combined_contraception_now
from veinway.care.facts.provoking import first_degree_relative_with_clot
from veinway.care.measures import body_mass_index
from veinway.care.prevention.patients import adult_in_hospital
from veinway.care.prevention.questions import RISK_IN_HOSPITAL
from veinway.care.sources import ENGLISH_TOOL, LOCAL, NG89, PRODUCT, S, U
from veinway.language import *

_FORM = ENGLISH_TOOL.at("all boxes", S, "copies of the form")
_PRESSURE = PRODUCT.at("reference 4, section 2.6, 230 or 120", LOCAL)
TICK = neutral("thrombosis_tick", "A box on the risk of a clot is ticked.")
BLEEDING_TICK = neutral(
    "bleeding_tick", "A box on bleeding is ticked: consider whether it precludes medicine."
)

_over_90 = anaesthesia_and_surgery_minutes > 90
_pelvis_over_60 = all_of(surgery_of_pelvis_or_leg, anaesthesia_and_surgery_minutes > 60)
_birth = all_of(sex_at_birth.is_("female"), any_of(pregnant, postpartum_days < 42))
_CLOTS = {
    "cancer": active_cancer,
    "age": age > 60,
    "dehydration": dehydrated,
    "thrombophilia": known_thrombophilia,
    "obesity": body_mass_index > 30,
    "comorbidity": significant_comorbidity,
    "history": any_of(previous_vte, first_degree_relative_with_clot),
    "hrt": hormone_replacement,
    "contraceptive": combined_contraception_now,
    "varicose_veins": varicose_veins_with_phlebitis,
    "pregnancy": _birth,
    "mobility": reduced_mobility_days >= 3,
    "joint": hip_or_knee_replacement,
    "hip_fracture": hip_fracture,
    "over_90_minutes": _over_90,
    "pelvis_over_60_minutes": _pelvis_over_60,
    "acute_surgical": acute_surgical_inflammation,
    "critical_care": intensive_care,
    "surgery_reduces_mobility": surgery_reduces_mobility,
}
_BLEEDS = {
    "active_bleeding": active_bleeding,
    "acquired_disorder": acquired_bleeding_disorder,
    "anticoagulant": anticoagulant_raises_bleeding,
    "stroke": acute_stroke,
    "platelets": platelet_count < 75,
    "pressure": any_of(systolic_bp >= 230, diastolic_bp >= 120),
    "inherited_disorder": untreated_bleeding_disorder,
    "neurosurgery": neurosurgery_spinal_or_eye,
    "procedure": procedure_bleeds_often,
    "puncture_planned": hours_to_neuraxial <= 12,
    "puncture_done": hours_since_neuraxial <= 4,
}
ENGLISH_CLOT_TICKS = table(
    "english_tool_clot",
    "English tool, boxes on the risk of a clot",
    hit="collect",
    source=_FORM,
    rows=[row(when, TICK, id=box, cite=_FORM) for box, when in _CLOTS.items()],
)
ENGLISH_BLEEDING_TICKS = table(
    "english_tool_bleeding",
    "English tool, boxes on bleeding",
    hit="collect",
    source=_PRESSURE,
    rows=[row(when, BLEEDING_TICK, id=box, cite=_FORM) for box, when in _BLEEDS.items()],
)
clot_risk = any_of(*_CLOTS.values())
bleeding_risk = any_of(*_BLEEDS.values())

ENGLISH_CONCLUSION = table(
    "english_tool_conclusion",
    "What follows from the English tool",
    hit="first",
    source=_FORM,
    rows=[
        row(
            mobility_on_admission.is_("medical_not_reduced"),
            neutral(
                "tool_complete",
                "The assessment is complete: no prophylaxis now; reassess if the condition changes.",
                short="complete, no prophylaxis now",
            ),
            id="mobile",
            cite=_FORM,
        ),
        row(
            all_of(clot_risk, bleeding_risk),
            neutral(
                "tool_weigh",
                "Weigh: consider mechanical prophylaxis if nothing bars it; review as the risk "
                "of bleeding "
                "changes.",
                short="weigh; mechanical",
                strength=Strength.CONSIDER,
            ),
            id="both",
            cite=_FORM,
        ),
        row(
            clot_risk,
            commits(
                "tool_consider",
                "Consider prophylaxis with medicine, with or without a mechanical method.",
                action="prophylaxis_medicine",
                strength=Strength.CONSIDER,
                short="consider medicine",
            ),
            id="clot",
            cite=_FORM,
        ),
        otherwise(
            neutral(
                "tool_none",
                "No prophylaxis; keep moving, keep hydrated; reassess.",
                short="none; keep moving",
            ),
            cite=_FORM,
        ),
    ],
)
_reassess = NG89.section("1.1")
ENGLISH_TOOL_STEP = step(
    "english_tool",
    "Risk assessment in hospital, English tool",
    question=RISK_IN_HOSPITAL,
    guideline="nice",
    subject=PERSON,
    source=_FORM,
    for_whom=adult_in_hospital,
    conclusion=ENGLISH_CONCLUSION,
    plan=[
        action(
            "reassess_prophylaxis",
            "Reassess at the consultant's review and whenever the condition changes (the form of 2010: "
            "within 24 hours of admission).",
            act="reassess_risk",
            when=adult_in_hospital,
            cite=_reassess,
        ),
        action(
            "keep_moving",
            "Mobilise as soon as possible and keep hydrated, unless that is contraindicated.",
            act="mobilise",
            when=adult_in_hospital,
            cite=NG89.at("hydration and mobilising", U),
        ),
    ],
)
