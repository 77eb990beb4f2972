"""Safety laws, stated once and proved for every patient, incomplete ones included."""

from veinway.care.facts.alarm import haemodynamic_instability, limb_threat
from veinway.care.facts.person import adult, pregnant, sex_at_birth
from veinway.care.imaging.nice import CONCLUSION, first_scan, later_scan
from veinway.care.outcomes import (
    ARM_PATHWAY,
    DVT_NOT_LIKELY,
    INPATIENT_PATHWAY,
    LEG_PATHWAY,
    NO_SUSPICION,
    OUT_OF_SCOPE_CHILD,
    PE_PATHWAY,
)
from veinway.care.pathway import ROUTE
from veinway.care.probability.laws import SCORE_LAWS
from veinway.care.sources import ESC_2019, LOCAL, NG158, PRODUCT
from veinway.care.special.laws import SPECIAL_LAWS
from veinway.care.suspected_dvt.laws import DVT_LAWS
from veinway.care.suspected_pe.laws import PE_LAWS
from veinway.care.triage.laws import TRIAGE_LAWS
from veinway.language import *

_LAW = PRODUCT.at("safety invariants", LOCAL)

INVARIANTS = (
    Invariant(
        "positive_scan_is_never_dismissed",
        "A scan that shows a proximal clot never ends in 'DVT is not likely'.",
        CONCLUSION,
        any_of(first_scan.is_("dvt_proximal"), later_scan.is_("dvt_proximal")),
        (DVT_NOT_LIKELY,),
        NG158.section("1.1"),
    ),
    Invariant(
        "unstable_patients_never_wait",
        "An unstable patient is never sent to a pathway that starts with a score.",
        ROUTE,
        haemodynamic_instability,
        (LEG_PATHWAY, PE_PATHWAY, ARM_PATHWAY, INPATIENT_PATHWAY, NO_SUSPICION, OUT_OF_SCOPE_CHILD),
        ESC_2019.table(4),
    ),
    Invariant(
        "threatened_limbs_never_wait",
        "A patient with a threatened limb is never sent to a pathway that starts with a score.",
        ROUTE,
        limb_threat,
        (LEG_PATHWAY, PE_PATHWAY, ARM_PATHWAY, INPATIENT_PATHWAY, NO_SUSPICION),
        _LAW,
    ),
    Invariant(
        "no_child_gets_an_adult_pathway",
        "A child is never sent to an adult pathway.",
        ROUTE,
        no(adult),
        (LEG_PATHWAY, PE_PATHWAY, ARM_PATHWAY, INPATIENT_PATHWAY),
        NG158.at("context"),
    ),
    Invariant(
        "pregnancy_never_gets_the_leg_pathway",
        "A pregnant patient is never sent to the pathway of adults who are not pregnant.",
        ROUTE,
        pregnant,
        (LEG_PATHWAY, PE_PATHWAY, ARM_PATHWAY),
        NG158.at("context"),
    ),
    *SCORE_LAWS,
    *DVT_LAWS,
    *TRIAGE_LAWS,
    *PE_LAWS,
    *SPECIAL_LAWS,
)

CONSTRAINTS = (
    Constraint(
        "no_pregnant_men",
        "Nobody recorded male at birth is pregnant.",
        all_of(sex_at_birth.is_("male"), pregnant),
        _LAW,
    ),
)
