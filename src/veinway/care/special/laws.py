"""Safety laws of the patients whom the adult pathways leave out."""

from veinway.care.arm.suspected import SUSPECTED_ARM_DVT_CONSTANS
from veinway.care.facts.alarm import leg_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.person import adult, born_in_last_6_weeks, inpatient, pregnant
from veinway.care.imaging.nice import SUSPECTED_DVT_NICE
from veinway.care.outcomes import DVT_CONFIRMED, DVT_NOT_LIKELY
from veinway.care.pregnancy.dvt import CONCLUSION as DVT_IN_PREGNANCY
from veinway.care.pregnancy.dvt import SUSPECTED_DVT_IN_PREGNANCY_RCOG
from veinway.care.pregnancy.esc import CONCLUSION as PE_IN_PREGNANCY_ESC
from veinway.care.pregnancy.outcomes import CONFIRMED, EXCLUDED
from veinway.care.pregnancy.pe_rcog import CONCLUSION as PE_IN_PREGNANCY_RCOG
from veinway.care.pregnancy.scans import (
    iliac_settled,
    leg_clot_before_lung,
    leg_or_iliac_clot,
    lung_clot,
)
from veinway.care.probability.outcomes import ARM_DVT_EXCLUDED
from veinway.care.sources import DG_REFERRAL, ESC_2019, LOCAL, NG158, PRODUCT, RCOG_37B
from veinway.care.special.children import CONCLUSION as CHILD
from veinway.care.special.imaging import clot_shown
from veinway.care.special.injecting import CONCLUSION as IN_INJECTING
from veinway.care.special.injecting import SUSPECTED_VTE_IN_INJECTING_STEP
from veinway.care.special.inpatient import CONCLUSION as IN_HOSPITAL
from veinway.care.special.inpatient import SUSPECTED_VTE_IN_HOSPITAL_STEP
from veinway.care.special.outcomes import (
    NO_CHILD,
    VTE_NOT_LIKELY,
)
from veinway.care.suspected_pe.haemodynamics import unstable_on_record
from veinway.language import *

_ADULTS = NG158.at("context")
_OWN_DRUG = DG_REFERRAL.at("suspected DVT: only the interim drug is stopped")
_NEVER_DISMISSED = PRODUCT.at("safety invariants", LOCAL)


SPECIAL_LAWS = (
    Invariant(
        "pregnancy_never_gets_the_adult_outcome",
        "Nobody who is pregnant or gave birth in the last 6 weeks gets NICE's outcome for other adults.",
        SUSPECTED_DVT_NICE,
        any_of(pregnant, born_in_last_6_weeks),
        (DVT_NOT_LIKELY, DVT_CONFIRMED),
        _ADULTS,
    ),
    Invariant(
        "no_child_is_taken_for_an_adult",
        "Nobody under 18 is told that the pathways for adults apply.",
        CHILD,
        no(adult),
        (NO_CHILD,),
        _ADULTS,
    ),
    Invariant(
        "no_child_gets_the_adult_outcome",
        "Nobody under 18 gets NICE's outcome for adults.",
        SUSPECTED_DVT_NICE,
        no(adult),
        (DVT_NOT_LIKELY, DVT_CONFIRMED),
        _ADULTS,
    ),
    Invariant(
        "no_child_gets_the_outcome_in_pregnancy",
        "Nobody under 18 gets the outcome for adults in pregnancy.",
        SUSPECTED_DVT_IN_PREGNANCY_RCOG,
        no(adult),
        (EXCLUDED, CONFIRMED),
        _ADULTS,
    ),
    Invariant(
        "own_drug_is_never_stopped_dvt",
        "An anticoagulant taken for another reason is never stopped: suspected DVT.",
        SUSPECTED_DVT_NICE,
        on_therapeutic_anticoagulation,
        (DVT_NOT_LIKELY,),
        _OWN_DRUG,
    ),
    Invariant(
        "own_drug_is_never_stopped_in_hospital",
        "An anticoagulant taken for another reason is never stopped: a clot suspected in hospital.",
        SUSPECTED_VTE_IN_HOSPITAL_STEP,
        on_therapeutic_anticoagulation,
        (VTE_NOT_LIKELY,),
        _OWN_DRUG,
    ),
    Invariant(
        "own_drug_is_never_stopped_dvt_in_pregnancy",
        "An anticoagulant taken for another reason is never stopped: DVT in pregnancy.",
        DVT_IN_PREGNANCY,
        on_therapeutic_anticoagulation,
        (EXCLUDED,),
        _OWN_DRUG,
    ),
    Invariant(
        "own_drug_is_never_stopped_pe_in_pregnancy_rcog",
        "An anticoagulant taken for another reason is never stopped: embolism in pregnancy (RCOG).",
        PE_IN_PREGNANCY_RCOG,
        on_therapeutic_anticoagulation,
        (EXCLUDED,),
        _OWN_DRUG,
    ),
    Invariant(
        "own_drug_is_never_stopped_pe_in_pregnancy_esc",
        "An anticoagulant taken for another reason is never stopped: embolism in pregnancy (ESC).",
        PE_IN_PREGNANCY_ESC,
        on_therapeutic_anticoagulation,
        (EXCLUDED,),
        _OWN_DRUG,
    ),
    Invariant(
        "clot_in_hospital_is_never_dismissed",
        "A clot that imaging showed never ends in 'a clot is not likely'.",
        IN_HOSPITAL,
        clot_shown,
        (VTE_NOT_LIKELY,),
        _NEVER_DISMISSED,
    ),
    Invariant(
        "clot_in_injecting_is_never_dismissed",
        "A clot that imaging showed never ends in 'a clot is not likely'.",
        IN_INJECTING,
        clot_shown,
        (VTE_NOT_LIKELY,),
        _NEVER_DISMISSED,
    ),
    Invariant(
        "leg_clot_in_pregnancy_is_never_dismissed",
        "A clot of the leg that a scan showed never ends in 'excluded' in pregnancy.",
        DVT_IN_PREGNANCY,
        leg_or_iliac_clot,
        (EXCLUDED,),
        _NEVER_DISMISSED,
    ),
    Invariant(
        "lung_clot_in_pregnancy_is_never_dismissed",
        "A clot that imaging showed never ends in 'excluded' in pregnancy.",
        PE_IN_PREGNANCY_RCOG,
        any_of(leg_clot_before_lung, lung_clot),
        (EXCLUDED,),
        _NEVER_DISMISSED,
    ),
    Invariant(
        "open_iliac_vein_keeps_the_heparin",
        "While a clot of an iliac vein is suspected and not excluded, no lung scan ends treatment.",
        PE_IN_PREGNANCY_RCOG,
        all_of(leg_symptoms, no(iliac_settled)),
        (EXCLUDED,),
        RCOG_37B.at("row R5"),
    ),
    Invariant(
        "no_shock_is_dismissed_in_hospital",
        "An inpatient in shock is resuscitated, and never told that a clot is not likely.",
        SUSPECTED_VTE_IN_HOSPITAL_STEP,
        unstable_on_record,
        (VTE_NOT_LIKELY,),
        ESC_2019.table(4),
    ),
    Invariant(
        "no_shock_is_dismissed_in_injecting",
        "Somebody who injects drugs and is in shock is never told that a clot is not likely.",
        SUSPECTED_VTE_IN_INJECTING_STEP,
        unstable_on_record,
        (VTE_NOT_LIKELY,),
        ESC_2019.table(4),
    ),
    Invariant(
        "no_d_dimer_rules_out_an_arm_in_hospital",
        "In hospital no score and no D-dimer rules out a clot of an arm.",
        SUSPECTED_ARM_DVT_CONSTANS,
        inpatient,
        (ARM_DVT_EXCLUDED,),
        _NEVER_DISMISSED,
    ),
)
