"""What public triage must never say, whatever else is or is not known of a person."""

from veinway.care.facts.background import recent_surgery_or_bedbound, venous_line
from veinway.care.facts.chest import chest_pain
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult
from veinway.care.facts.public import (
    breathlessness,
    collapse_or_syncope,
    heart_racing,
    limb_cold_numb_weak,
    symptom_onset_days,
)
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.triage.outcomes import (
    CHILD,
    HOSPITAL_TODAY,
    OTHER_EMERGENCY,
    ROUTINE,
    SELF_CARE,
    URGENT_SAME_DAY,
)
from veinway.care.triage.rules import PUBLIC_TRIAGE
from veinway.care.triage.signs import (
    chest_symptom,
    has_fever,
    limb_symptom,
    pregnant_or_just_was,
    risk_of_sudden_breathlessness,
    whole_limb_swollen,
)
from veinway.language import *

_LAW = PRODUCT.at("safety invariants of public triage", LOCAL)

TRIAGE_LAWS = (
    Invariant(
        "a_red_flag_is_an_emergency_at_any_age",
        "Who collapsed, is severely breathless, has chest pain or a racing heart is never told to wait.",
        PUBLIC_TRIAGE,
        any_of(collapse_or_syncope, breathlessness.is_("severe"), chest_pain, heart_racing),
        (OTHER_EMERGENCY, CHILD, HOSPITAL_TODAY, URGENT_SAME_DAY, ROUTINE, SELF_CARE),
        _LAW,
    ),
    Invariant(
        "limb_and_chest_together_are_an_emergency",
        "Something wrong in a limb together with a sign from the chest is never told to wait.",
        PUBLIC_TRIAGE,
        all_of(limb_symptom, chest_symptom),
        (CHILD, HOSPITAL_TODAY, URGENT_SAME_DAY, ROUTINE, SELF_CARE),
        _LAW,
    ),
    Invariant(
        "a_limb_that_changed_is_never_left_to_itself",
        "Something wrong in an arm or leg, or a sign from the chest, never ends in self-care.",
        PUBLIC_TRIAGE,
        any_of(limb_symptom, chest_symptom),
        (SELF_CARE,),
        _LAW,
    ),
    Invariant(
        "no_child_is_told_that_it_can_wait",
        "Nobody under 18 is told to wait for an ordinary appointment or to look after themselves.",
        PUBLIC_TRIAGE,
        no(adult),
        (ROUTINE, SELF_CARE),
        _LAW,
    ),
    Invariant(
        "a_new_cold_numb_or_weak_limb_is_an_emergency",
        "Whose arm or leg became cold, numb or weak within 2 weeks is never told to wait.",
        PUBLIC_TRIAGE,
        all_of(limb_cold_numb_weak, symptom_onset_days <= 14),
        (OTHER_EMERGENCY, CHILD, HOSPITAL_TODAY, URGENT_SAME_DAY, ROUTINE, SELF_CARE),
        _LAW,
    ),
    Invariant(
        "a_whole_limb_or_a_risk_is_not_left_for_weeks",
        "A whole swollen arm or leg, or any change in one with a risk of a clot, is seen today.",
        PUBLIC_TRIAGE,
        any_of(
            whole_limb_swollen,
            all_of(limb_symptom, any_of(risk_of_sudden_breathlessness, venous_line)),
        ),
        (ROUTINE, SELF_CARE),
        _LAW,
    ),
    Invariant(
        "a_fever_that_may_be_sepsis_is_seen_today",
        "A fever with cancer, after an operation, in pregnancy or after a birth never waits.",
        PUBLIC_TRIAGE,
        all_of(
            has_fever,
            any_of(active_cancer, recent_surgery_or_bedbound, pregnant_or_just_was),
        ),
        (ROUTINE, SELF_CARE),
        _LAW,
    ),
)
