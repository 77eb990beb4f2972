"""Safety laws of the rules that exclude a clot by a score."""

from veinway.care.facts.alarm import haemodynamic_instability
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.person import adult, inpatient, pregnant
from veinway.care.facts.tests import d_dimer
from veinway.care.probability.constans import CONSTANS, CONSTANS_RESULT, LIKELY
from veinway.care.probability.four_peps import FOUR_PEPS, FOUR_PEPS_RESULT
from veinway.care.probability.levels import HIGH
from veinway.care.probability.oudega import OUDEGA_RESULT, first_suspicion_in_primary_care
from veinway.care.probability.outcomes import (
    ARM_DVT_EXCLUDED,
    DVT_NO_REFERRAL,
    PE_EXCLUDED,
    PE_EXCLUDED_WITH_WARNING,
    PE_EXCLUDED_WITHOUT_TEST,
    PERC_NEGATIVE,
)
from veinway.care.probability.peged import PEGED_RESULT
from veinway.care.probability.perc import PERC, low_by_gestalt
from veinway.care.probability.wells_pe import WELLS_PE_PEGED
from veinway.care.probability.years import (
    YEARS_PREGNANCY_RESULT,
    YEARS_RESULT,
    YEARS_RESULT_AHA,
    clot_found_in_leg,
)
from veinway.care.sources import ARTEMIS_2019, ESC_2019, LOCAL, NG158, PRODUCT, S
from veinway.language import *

_VALIDITY = PRODUCT.at("section 2.13, validity of scores", LOCAL)
_years_does_not_hold = any_of(
    pregnant, no(adult), haemodynamic_instability, on_therapeutic_anticoagulation
)
_EXCLUDED = (PE_EXCLUDED, PE_EXCLUDED_WITH_WARNING)

SCORE_LAWS = (
    Invariant(
        "perc_never_clears_whom_it_was_not_made_for",
        "PERC never rules out in pregnancy, in a child, in hospital or when unstable.",
        PERC,
        any_of(pregnant, no(adult), inpatient, haemodynamic_instability),
        (PERC_NEGATIVE,),
        _VALIDITY,
    ),
    Invariant(
        "perc_needs_a_low_estimate",
        "PERC never rules out when the clinician's own estimate is 15 % or more.",
        PERC,
        no(low_by_gestalt),
        (PERC_NEGATIVE,),
        NG158.rec("1.1.16", S, "Primary Care Notebook"),
    ),
    Invariant(
        "years_never_excludes_in_pregnancy_or_on_anticoagulation",
        "YEARS never excludes embolism in pregnancy, in a child, when unstable or on anticoagulation.",
        YEARS_RESULT,
        _years_does_not_hold,
        _EXCLUDED,
        _VALIDITY,
    ),
    Invariant(
        "years_never_excludes_from_1000",
        "YEARS never excludes embolism at a D-dimer of 1000 or more.",
        YEARS_RESULT,
        d_dimer >= 1000,
        _EXCLUDED,
        ESC_2019.section("4.4.2"),
    ),
    Invariant(
        "the_aha_form_of_years_never_excludes_in_pregnancy_or_on_anticoagulation",
        "YEARS as AHA/ACC print it never excludes embolism where YEARS does not hold.",
        YEARS_RESULT_AHA,
        _years_does_not_hold,
        _EXCLUDED,
        _VALIDITY,
    ),
    Invariant(
        "a_clot_in_the_leg_is_never_dismissed_in_pregnancy",
        "A leg scan with a proximal clot never ends in 'embolism is excluded'.",
        YEARS_PREGNANCY_RESULT,
        clot_found_in_leg,
        (PE_EXCLUDED,),
        ARTEMIS_2019.at("abstract"),
    ),
    Invariant(
        "peged_never_excludes_in_high_probability",
        "PEGeD never excludes embolism in high probability.",
        PEGED_RESULT,
        all_of(WELLS_PE_PEGED.is_(HIGH), adult, no(pregnant), no(haemodynamic_instability)),
        _EXCLUDED,
        ESC_2019.section("4.4, class III"),
    ),
    Invariant(
        "four_peps_never_excludes_in_high_probability",
        "4PEPS never excludes embolism in high probability.",
        FOUR_PEPS_RESULT,
        all_of(FOUR_PEPS.is_(HIGH), adult, no(pregnant), no(haemodynamic_instability)),
        (PE_EXCLUDED, PE_EXCLUDED_WITHOUT_TEST),
        ESC_2019.section("4.4, class III"),
    ),
    Invariant(
        "a_positive_d_dimer_is_always_referred",
        "The primary care rule never ends in 'no referral' at a D-dimer of 500 or more.",
        OUDEGA_RESULT,
        all_of(d_dimer >= 500, first_suspicion_in_primary_care),
        (DVT_NO_REFERRAL,),
        _VALIDITY,
    ),
    Invariant(
        "a_likely_clot_in_an_arm_is_always_scanned",
        "A likely Constans score never ends in 'excluded'.",
        CONSTANS_RESULT,
        CONSTANS.is_(LIKELY),
        (ARM_DVT_EXCLUDED,),
        _VALIDITY,
    ),
)
