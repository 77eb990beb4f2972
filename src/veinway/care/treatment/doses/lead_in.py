"""The injected anticoagulant that comes first, and when it may stop.

For edoxaban and dabigatran it ends when they begin, after at least 5 days. For warfarin it goes on
beside it for at least 5 days and until two INRs of 2.0 or more lie 24 hours apart: both, never "or"
(trap T-11).
"""

from veinway.care.facts.inr import inr_test, inr_value
from veinway.care.facts.treatment import treatment_start
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import LOCAL, PRODUCT, TC_HIT, THROMBOSIS_CANADA
from veinway.care.treatment.bars import hit_bar
from veinway.care.treatment.doses.common import first_months
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
NO_HEPARIN = commits(
    "non_heparin_treatment_dose",
    "No heparin of any kind (heparin-induced thrombocytopenia): fondaparinux at its treatment dose, off "
    "label, with a haematologist; see its own entry.",
    action="give",
    drugs=("fondaparinux",),
)
LEAD_IN = table(
    "lead_in",
    "What comes first, by injection",
    hit="first",
    source=_GUIDE,
    rows=[
        row(hit_bar, NO_HEPARIN, id="HIT", cite=TC_HIT.at("management")),
        row(creatinine_clearance < 15, HEPARIN_ONLY, id="kidney_failure", cite=_CHOICE),
        otherwise(PARENTERAL, id="everybody_else", cite=_GUIDE),
    ],
)


def injections_first(source: Cite) -> Phase:
    """At least 5 days of injections before the drug begins."""
    return phase(
        "lead_in",
        "First, by injection",
        dose=LEAD_IN,
        lasts=for_at_least(days(5)),
        source=source,
        when=first_months,
    )


_high = inr_value >= 2

# Since the first dose of the present course; a window each, because a comparison takes each input once.
_lowest_in, _last_in, _first_in, *_low_in = [
    days_after(0, _LONGEST, anchor=date_of_event("last", treatment_start)) for _ in range(5)
]
# Since the day after the last INR below 2.0 of the course.
_last_since_low, _first_since_low = [
    days_after(1, _LONGEST, anchor=date_of_event("last", inr_test, inr_value < 2, in_=course))
    for course in _low_in
]
# Readings of 2.0 or more with a lower one between them are not two in a row: they count anew from the
# day after it.
inr_reached_twice = any_of(
    all_of(
        lowest(inr_test, inr_value, in_=_lowest_in) >= 2,
        minutes_until("last", inr_test, _high, in_=_last_in, since=the_first(inr_test, in_=_first_in))
        >= 1440,
    ),
    minutes_until(
        "last",
        inr_test,
        _high,
        in_=_last_since_low,
        since=the_first(inr_test, _high, in_=_first_since_low),
    )
    >= 1440,
)
overlap_may_end = all_of(days_since("last", treatment_start) >= 5, inr_reached_twice)
