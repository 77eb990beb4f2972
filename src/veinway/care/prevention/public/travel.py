"""A long journey, as a traveller tells of it: the class of risk, a new clot, an operation, the legs.

What is asked is what the sources name. An acute stroke bars stockings, too; nobody who has one fills in
these questions, so it is not asked.
"""

from veinway.care.facts.background import on_anticoagulant, previous_vte
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, pregnant
from veinway.care.facts.prevention_history import known_thrombophilia
from veinway.care.facts.prevention_hormones import (
    days_since_long_operation,
    symptoms_of_clot_settled,
)
from veinway.care.facts.prevention_public import (
    anticoagulant_at_full_dose,
    days_since_last_clot,
    legs_unfit_for_stockings,
    operation_before_flying,
)
from veinway.care.facts.stockings import travel_hours
from veinway.care.measures import body_mass_index
from veinway.care.prevention.flying import treated_at_least
from veinway.care.prevention.public.outcomes import (
    ASK_FIRST,
    DELAY,
    MOVING,
    NO_STOCKINGS,
    STOCKINGS,
    TALK,
)
from veinway.care.prevention.travel import journey_threshold
from veinway.care.sources import (
    BSH_TRAVEL_2010,
    CAA_HEALTH,
    L3,
    LOCAL,
    PRODUCT,
    TRAVEL_TABLE,
    S,
)
from veinway.language import *

_TABLE = TRAVEL_TABLE.at("table", S, "NHS Scotland and a GP page")
_BSH = BSH_TRAVEL_2010.at("recommendations")
_LEAFLET = L3.at("flights and car trips of more than 6 hours")
_NEW = PRODUCT.at("reference 4, section 5.3", LOCAL)
_GATE = PRODUCT.at("reference 4, section 5.2, stockings only where nothing bars them", LOCAL)
_OWN = PRODUCT.at("long journeys for the public", LOCAL)

# Only a dose that treats a clot stands in for stockings: one that prevents leaves the risk as it is.
_treated = all_of(on_anticoagulant.is_("yes"), anticoagulant_at_full_dose)
_long = travel_hours > journey_threshold
_here = all_of(_long, no(_treated))
_moderate = any_of(
    previous_vte,
    days_since_long_operation <= 56,
    known_thrombophilia,
    pregnant,
    body_mass_index > 30,
)
_beside_a_clot = any_of(
    active_cancer,
    days_since_long_operation <= 56,
    known_thrombophilia,
    pregnant,
    body_mass_index > 30,
)
_early = all_of(previous_vte, days_since_last_clot <= treated_at_least)
PUBLIC_TRAVEL = table(
    "public_travel",
    "A long journey, for the public",
    hit="worst",
    source=_TABLE,
    rows=[
        row(all_of(previous_vte, days_since_last_clot <= 28), DELAY, id="PT-new", cite=_NEW),
        row(all_of(_early, no(_treated)), DELAY, id="PT-untreated", cite=_NEW),
        row(all_of(_early, no(symptoms_of_clot_settled)), DELAY, id="PT-symptoms", cite=_NEW),
        row(operation_before_flying, DELAY, id="PT-operation", cite=CAA_HEALTH.at("after operations")),
        row(all_of(_here, days_since_long_operation <= 28), TALK, id="PT-surgery", cite=_TABLE),
        row(all_of(_here, previous_vte, _beside_a_clot), TALK, id="PT-clot-and", cite=_TABLE),
        row(
            all_of(no(_treated), previous_vte, travel_hours > 6),
            TALK,
            id="PT-clot-6-hours",
            cite=_LEAFLET,
        ),
        row(
            all_of(no(_treated), active_cancer, travel_hours > 3),
            TALK,
            id="PT-cancer",
            cite=_BSH,
        ),
        row(
            all_of(_long, on_anticoagulant.is_("yes_missed_doses")),
            TALK,
            id="PT-missed",
            cite=_OWN,
        ),
        row(all_of(_long, no(adult)), TALK, id="PT-child", cite=_OWN),
        row(
            all_of(_here, _moderate, legs_unfit_for_stockings),
            NO_STOCKINGS,
            id="PT-legs",
            cite=_GATE,
        ),
        row(all_of(_here, _moderate), STOCKINGS, id="PT-moderate", cite=_TABLE),
        otherwise(MOVING, id="PT-low", cite=_TABLE),
    ],
    meanwhile=[otherwise(ASK_FIRST, id="PT-unknown", cite=_OWN)],
)
