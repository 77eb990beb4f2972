"""The injected anticoagulant that comes first, and when it may stop.

For edoxaban and dabigatran it ends when they begin, after at least 5 days. For warfarin it goes on
beside it for at least 5 days and until two INRs of 2.0 or more lie 24 hours apart: both, never "or"
(trap T-11).
"""

from veinway.care.facts.inr import inr_test, inr_value
from veinway.care.facts.treatment import treatment_start
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import LOCAL, PRODUCT, THROMBOSIS_CANADA
from veinway.language import *

_GUIDE = THROMBOSIS_CANADA.at("heparins")
_CHOICE = PRODUCT.at("reference 2, section 1.7, lead-in", LOCAL)
_LONGEST = 365

PARENTERAL = commits(
    "parenteral_treatment_dose",
    "An injected anticoagulant at its treatment dose: see its own entry.",
    action="give",
    drugs=("enoxaparin", "dalteparin", "tinzaparin", "fondaparinux", "heparin"),
)
HEPARIN_ONLY = commits(
    "unfractionated_heparin_treatment_dose",
    "Unfractionated heparin at its treatment dose: see its own entry.",
    action="give",
    drugs=("heparin",),
)
LEAD_IN = table(
    "lead_in",
    "What comes first, by injection",
    hit="unique",
    source=_GUIDE,
    rows=[
        row(creatinine_clearance < 15, HEPARIN_ONLY, id="kidney_failure", cite=_CHOICE),
        otherwise(PARENTERAL, id="everybody_else", cite=_GUIDE),
    ],
)
_high = inr_value >= 2


def _course() -> Window:
    """Since the first dose of the present course."""
    return days_after(0, _LONGEST, anchor=date_of_event("last", treatment_start))


def _since_low() -> Window:
    """Since the day after the last INR below 2.0 of the course."""
    low = date_of_event("last", inr_test, inr_value < 2, in_=_course())
    return days_after(1, _LONGEST, anchor=low)


# Readings of 2.0 or more with a lower one between them are not two in a row: they count anew from the
# day after it.
inr_reached_twice = any_of(
    all_of(
        lowest(inr_test, inr_value, in_=_course()) >= 2,
        minutes_until("last", inr_test, _high, in_=_course(), since=the_first(inr_test, in_=_course()))
        >= 1440,
    ),
    minutes_until(
        "last", inr_test, _high, in_=_since_low(), since=the_first(inr_test, _high, in_=_since_low())
    )
    >= 1440,
)
overlap_may_end = all_of(days_since("last", treatment_start) >= 5, inr_reached_twice)


def lead_in_phase(source: Cite, when: YesNoExpression) -> Phase:
    """The lead-in that ends when the drug begins."""
    return phase(
        "lead_in",
        "First, by injection",
        dose=LEAD_IN,
        lasts=for_at_least(days(5)),
        source=source,
        when=when,
    )
