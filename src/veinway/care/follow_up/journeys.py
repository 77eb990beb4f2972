"""Long journeys soon after a clot, source by source: 5 hours, 6 hours, 4 weeks (reference 3, 7.4)."""

from veinway.care.facts.person import adult
from veinway.care.facts.prevention_hormones import symptoms_of_clot_settled
from veinway.care.facts.severity import pe_confirmed
from veinway.care.facts.stockings import travel_hours
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.prevention.travel import planned
from veinway.care.severity.classes import AHA_CATEGORY
from veinway.care.severity.outcomes import C2, C3, D1, D2, E1, E2
from veinway.care.sources import AHA_2026, LOCAL, PRODUCT, S
from veinway.language import *

_SHEET = AHA_2026.at("travel", S, "a third-party extraction")
_RULE = PRODUCT.at("reference 3, section 7.4, rule SC-01", LOCAL)
JOURNEY_AFTER_CLOT = question("journey_after_clot", "What of a long journey soon after a clot?")

RESTRICT = neutral(
    "journey_restricted",
    "No long flight for 4 weeks from the start of treatment, or until the symptoms have gone.",
    action="long_flight",
    strength=Strength.DO_NOT,
    short="no long flight for 4 weeks",
)
STOCKINGS = neutral(
    "journey_stockings",
    "Stockings are reasonable on a journey of 5 hours or more.",
    action="journey_stockings",
    strength=Strength.CONSIDER,
    short="stockings from 5 hours",
)
ASK_FIRST = neutral(
    "journey_ask_clinician",
    "Ask a clinician before a journey of more than 6 hours.",
    action="ask_before_journey",
    short="ask before more than 6 hours",
)
NOT_SAID = silent("journey_after_clot_not_said", "Says nothing of this journey.")

_for_whom = all_of(adult, planned, any_event(vte_diagnosis))
_lately = days_since("last", vte_diagnosis) <= 28
_grave = all_of(pe_confirmed, AHA_CATEGORY.one_of(C2, C3, D1, D2, E1, E2))
AHA_STEP = step(
    "journey_after_clot_aha",
    "A long journey after a clot, AHA/ACC 2026",
    question=JOURNEY_AFTER_CLOT,
    guideline="aha",
    subject=PERSON,
    source=_SHEET,
    for_whom=_for_whom,
    conclusion=table(
        "journey_after_clot_aha_conclusion",
        "A long journey after a clot, AHA/ACC 2026",
        hit="first",
        source=_SHEET,
        rows=[
            # The guideline prints no hours for a long-haul flight: 6 and more is ours.
            row(
                all_of(_grave, _lately, travel_hours >= 6),
                RESTRICT,
                id="C2 to E, 4 weeks",
                cite=_SHEET,
            ),
            row(travel_hours >= 5, STOCKINGS, id="5 hours", cite=_SHEET),
            otherwise(NOT_SAID, id="shorter", cite=_SHEET),
        ],
    ),
    plan=[],
)
OWN_STEP = step(
    "journey_after_clot_veinway",
    "A long journey after a clot, the product's rule",
    question=JOURNEY_AFTER_CLOT,
    guideline="veinway",
    subject=PERSON,
    source=_RULE,
    for_whom=_for_whom,
    conclusion=table(
        "journey_after_clot_veinway_conclusion",
        "A long journey after a clot, the product's rule",
        hit="first",
        source=_RULE,
        rows=[
            row(
                all_of(travel_hours > 6, any_of(_lately, _grave, no(symptoms_of_clot_settled))),
                ASK_FIRST,
                id="over 6 hours",
                cite=_RULE,
            ),
            otherwise(NOT_SAID, id="up to 6 hours, or settled", cite=_RULE),
        ],
    ),
    plan=[],
)
