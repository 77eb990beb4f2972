"""Warfarin: what it starts with, beside an injected anticoagulant. The INR then sets the dose."""

from veinway.care.facts.dosing import asian_descent
from veinway.care.facts.person import age, body_weight
from veinway.care.facts.warfarin import frail
from veinway.care.sources import LOCAL, PRODUCT, THROMBOSIS_CANADA, U
from veinway.care.treatment.doses.common import as_a_deep_clot, first_months
from veinway.care.treatment.doses.lead_in import LEAD_IN, overlap_may_end
from veinway.care.treatment.verdicts.shared import mechanical
from veinway.language import *

_GUIDE = THROMBOSIS_CANADA.at("warfarin")
_OWN = PRODUCT.at("reference 2, section 1.3, lower start of warfarin", LOCAL)
_PRESUMED = PRODUCT.at("presumption on a lower start of warfarin", LOCAL)
_UNTIL = "two INRs of 2.0 or more lie 24 hours apart"

WARFARIN_5 = dose("warfarin_5_od", "Warfarin 5 mg once a day.", amount(5, "mg"))
WARFARIN_1_TO_2 = dose("warfarin_1_to_2_od", "Warfarin 1 to 2 mg once a day.", amount(1, "mg", up_to=2))

_frail = presume(frail, NO, because="nobody recorded frailty", source=_PRESUMED)
_asian = presume(asian_descent, NO, because="nobody recorded it", source=_PRESUMED)

WARFARIN_START = table(
    "warfarin_start_dose",
    "Warfarin, dose to start with",
    hit="first",
    source=_GUIDE,
    rows=[
        row(_frail, WARFARIN_1_TO_2, id="frail", cite=_GUIDE),
        row(_asian, WARFARIN_1_TO_2, id="asian_descent", cite=_GUIDE),
        row(body_weight <= 60, WARFARIN_1_TO_2, id="weight_up_to_60", cite=_OWN),
        row(age >= 80, WARFARIN_1_TO_2, id="age_80", cite=_OWN),
        otherwise(WARFARIN_5, id="everybody_else", cite=_GUIDE),
    ],
)
WARFARIN_BY_INR = table(
    "warfarin_dose_by_inr",
    "Warfarin, from the first INR on",
    hit="unique",
    source=_GUIDE,
    rows=[
        row(
            mechanical,
            neutral("warfarin_inr_of_the_valve", "As the INR asks, with the target of the valve."),
            id="mechanical_valve",
            cite=_GUIDE,
        ),
        otherwise(
            neutral("warfarin_inr_2_to_3", "As the INR asks: target 2.5, range 2.0 to 3.0."),
            id="everybody_else",
            cite=_GUIDE,
        ),
    ],
)
PHASES = [
    phase(
        "overlap",
        "Beside it, by injection",
        dose=LEAD_IN,
        lasts=for_at_least(days(5), overlap_may_end, _UNTIL, beside=True),
        source=THROMBOSIS_CANADA.at("heparins"),
        when=first_months,
    ),
    phase(
        "start",
        "From the first day, until the first INR",
        dose=WARFARIN_START,
        lasts=for_at_least(days(2)),
        source=_GUIDE,
        when=as_a_deep_clot,
    ),
    phase(
        "by_inr",
        "Then",
        dose=WARFARIN_BY_INR,
        lasts=until_review(),
        source=_GUIDE,
        when=as_a_deep_clot,
    ),
]
STRENGTHS = strengths("0.5", 1, 3, 5, source=_GUIDE.source.at("UK tablets", U))
