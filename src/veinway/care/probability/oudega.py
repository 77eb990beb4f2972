"""The Dutch primary care rule (Oudega): whom a general practitioner need not refer for a leg scan."""

from fractions import Fraction

from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.chest import oral_contraceptive_use
from veinway.care.facts.leg import (
    active_cancer,
    calf_difference,
    collateral_superficial_veins,
    previous_dvt,
    surgery,
)
from veinway.care.facts.leg_signs import leg_trauma_absent
from veinway.care.facts.person import adult, inpatient, pregnant, sex_at_birth
from veinway.care.facts.tests import d_dimer
from veinway.care.probability.outcomes import DVT_NO_REFERRAL, DVT_REFER, NOT_FOR_RECURRENCE
from veinway.care.probability.validity import (
    anticoagulated_row,
    child_row,
    inpatient_row,
    pregnant_row,
)
from veinway.care.sources import AMUSE_2009, LOCAL, OUDEGA_2005, PRODUCT, S, U
from veinway.language import *
from veinway.language.values import Interval

NO_REFERRAL = Band("no_referral", "DVT very unlikely, no referral")
REFER = Band("refer", "refer for ultrasound")

surgery_window_in_months = Parameter(
    "oudega_surgery_window",
    "Months for which surgery counts in the primary care rule for DVT",
    "1",
    Fraction(1),
    Interval(1, 3),
    Fraction(3),
    PRODUCT.at("section 2.11: the longest window, because it can only add a referral", LOCAL),
)
_recent_surgery = any_of(
    any_event(surgery, in_=within(months(1))),
    all_of(surgery_window_in_months >= 2, any_event(surgery, in_=within(months(2)))),
    all_of(surgery_window_in_months >= 3, any_event(surgery, in_=within(months(3)))),
)
_CUT_OFF = AMUSE_2009.at("rule", S, "Annals of Family Medicine; ASH Hematologist")
_clinical_items = [
    points(1, sex_at_birth.is_("male"), "Male sex"),
    points(1, oral_contraceptive_use),
    points(1, active_cancer),
    points(1, _recent_surgery, "Surgery in the last months, as many as the site's rule says"),
    points(1, leg_trauma_absent),
    points(1, collateral_superficial_veins),
    points(2, calf_difference >= 3, "Calf at least 3 cm larger than the other"),
]
first_suspicion_in_primary_care = all_of(
    adult,
    no(pregnant),
    no(inpatient),
    no(previous_dvt),
    no(on_therapeutic_anticoagulation),
)

OUDEGA_CLINICAL = score(
    "oudega_clinical",
    "Primary care rule for DVT, clinical part",
    source=OUDEGA_2005.at("abstract"),
    items=_clinical_items,
    bands=[
        up_to(3, Band("d_dimer_decides", "a D-dimer decides")),
        from_(4, Band("refer", "refer with no D-dimer")),
    ],
    for_whom=first_suspicion_in_primary_care,
)
OUDEGA = score(
    "oudega",
    "Primary care rule for DVT (Oudega)",
    source=_CUT_OFF,
    items=[*_clinical_items, points(6, d_dimer >= 500, "D-dimer 500 or more")],
    bands=[up_to(3, NO_REFERRAL), from_(4, REFER)],
    for_whom=first_suspicion_in_primary_care,
    warning="No D-dimer is needed where the clinical part alone makes 4 or more.",
)
OUDEGA_RESULT = table(
    "oudega_result",
    "What the primary care rule for DVT says",
    hit="first",
    source=_CUT_OFF,
    unless=[
        child_row,
        pregnant_row,
        inpatient_row,
        row(
            previous_dvt,
            NOT_FOR_RECURRENCE,
            id="recurrence",
            cite=OUDEGA_2005.at("exclusion criteria", U),
        ),
        anticoagulated_row,
    ],
    rows=[
        row(OUDEGA.is_(REFER), DVT_REFER, id="refer", cite=_CUT_OFF),
        otherwise(DVT_NO_REFERRAL, id="no_referral", cite=_CUT_OFF),
    ],
)
