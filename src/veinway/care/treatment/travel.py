"""Long journeys (reference 2, section 8.4): four hours, six hours, and what treatment already does."""

from veinway.care.facts.duration import on_reduced_dose
from veinway.care.facts.person import adult
from veinway.care.facts.stockings import earlier_travel_pe, raised_travel_risk, travel_hours
from veinway.care.facts.treatment import current_anticoagulant, vte_diagnosis
from veinway.care.sources import AHA_2026, L3, LOCAL, PRODUCT, THROMBOSIS_CANADA, S, U
from veinway.care.treatment.questions import TRAVEL
from veinway.care.treatment.stocking_outcomes import (
    ASK_BEFORE_TRAVEL,
    NOTHING_ON_TREATMENT,
    TRAVEL_ADVICE,
    TRAVEL_ANTICOAGULANT,
    TRAVEL_NOT_SPOKEN_OF,
    TRAVEL_STOCKINGS,
)
from veinway.care.treatment.stockings import allowed
from veinway.care.treatment.taken import has_reduced_dose
from veinway.language import *

_TC = THROMBOSIS_CANADA.at("air travel")
_AHA = AHA_2026.at("travel", S, "a third-party extraction")
_LEAFLET = L3.at("flights and car trips of more than 6 hours")
_journey = presume(
    travel_hours > 0,
    NO,
    because="no journey is planned",
    source=PRODUCT.at("presumption on journeys", LOCAL),
)
_low_dose = presume(
    on_reduced_dose,
    NO,
    when=no(has_reduced_dose),
    because="only apixaban and rivaroxaban have a reduced dose",
    source=_TC,
)
_at_treatment_dose = all_of(no(current_anticoagulant.is_("none")), no(_low_dose))
_for_whom = all_of(adult, _journey)

TRAVEL_TC_CONCLUSION = table(
    "travel_tc_conclusion",
    "A long journey, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        row(_at_treatment_dose, NOTHING_ON_TREATMENT, id="on_treatment", cite=_TC),
        row(
            all_of(travel_hours > 4, raised_travel_risk, allowed),
            TRAVEL_STOCKINGS,
            id="raised_risk",
            cite=_TC,
        ),
        otherwise(TRAVEL_ADVICE, id="advice", cite=_TC),
    ],
)
TRAVEL_TC = step(
    "travel_tc",
    "A long journey, Thrombosis Canada 2025",
    question=TRAVEL,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_for_whom,
    conclusion=TRAVEL_TC_CONCLUSION,
    plan=[
        action(
            "ask_before_flying_soon",
            "Ask the clinician before flying: the clot is less than 4 weeks old.",
            act="ask_before_travel",
            when=any_event(vte_diagnosis, in_=within(days(28))),
            cite=THROMBOSIS_CANADA.at("flying soon after a clot", U),
        )
    ],
)
TRAVEL_AHA_CONCLUSION = table(
    "travel_aha_conclusion",
    "A long journey, by AHA/ACC",
    hit="first",
    source=_AHA,
    rows=[
        row(_at_treatment_dose, TRAVEL_NOT_SPOKEN_OF, id="on_treatment", cite=_AHA),
        row(
            all_of(travel_hours >= 4, earlier_travel_pe),
            TRAVEL_ANTICOAGULANT,
            id="earlier_travel_pe",
            cite=_AHA,
        ),
        otherwise(TRAVEL_NOT_SPOKEN_OF, id="other", cite=_AHA),
    ],
)
TRAVEL_AHA = step(
    "travel_aha",
    "A long journey, AHA/ACC 2026",
    question=TRAVEL,
    guideline="aha",
    subject=PERSON,
    source=_AHA,
    for_whom=_for_whom,
    conclusion=TRAVEL_AHA_CONCLUSION,
    plan=[],
)
TRAVEL_VEINWAY_CONCLUSION = table(
    "travel_leaflet_conclusion",
    "A long journey, by the leaflet that Veinway was born from",
    hit="first",
    source=_LEAFLET,
    rows=[
        row(travel_hours > 6, ASK_BEFORE_TRAVEL, id="over_6_hours", cite=_LEAFLET),
        otherwise(TRAVEL_NOT_SPOKEN_OF, id="shorter", cite=_LEAFLET),
    ],
)
TRAVEL_VEINWAY = step(
    "travel_veinway",
    "A long journey, as the leaflet says",
    question=TRAVEL,
    guideline="veinway",
    subject=PERSON,
    source=_LEAFLET,
    for_whom=_for_whom,
    conclusion=TRAVEL_VEINWAY_CONCLUSION,
    plan=[],
)
