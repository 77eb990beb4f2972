"""Long journeys: the class of risk, and what each source does about it.

A treatment dose of an anticoagulant makes anything more unnecessary; the class is still said. Stockings
are only spoken of where nothing bars them, and aspirin never.
"""

from fractions import Fraction

from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, pregnant
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_history import known_thrombophilia
from veinway.care.facts.prevention_hormones import (
    days_since_long_operation,
    earlier_clot_on_journey,
    earlier_clot_unprovoked,
    major_surgery_before_journey,
    surgery_or_trauma_lately,
    travel_added_risk,
    two_weaker_travel_factors,
)
from veinway.care.facts.stockings import travel_hours
from veinway.care.measures import body_mass_index
from veinway.care.prevention.patients import anticoagulated
from veinway.care.prevention.prophylaxis.mechanical import stockings_allowed
from veinway.care.prevention.questions import JOURNEY
from veinway.care.prevention.travel_outcomes import (
    ADVICE,
    ASK_GP,
    BELOW_KNEE,
    CLASS_HIGH,
    CLASS_LOW,
    CLASS_MODERATE,
    DISCUSS_HEPARIN,
    GENERAL_ADVICE,
    HIGH_NO_STOCKINGS,
    JOURNEY_SILENT,
    NO_STOCKINGS,
    NOTHING_MORE,
)
from veinway.care.sources import (
    BSH_TRAVEL_2010,
    COCHRANE_TRAVEL_2021,
    L3,
    LOCAL,
    PRODUCT,
    TC_PROPHYLAXIS,
    TRAVEL_TABLE,
    S,
)
from veinway.language import *
from veinway.language.values import Interval

_TABLE = TRAVEL_TABLE.at("table", S, "NHS Scotland and a GP page")
_BSH = BSH_TRAVEL_2010.at("recommendations")
_TC = TC_PROPHYLAXIS.at("air travel")
_LEAFLET = L3.at("flights and car trips of more than 6 hours")
_COCHRANE = COCHRANE_TRAVEL_2021.at("main results")
_GATE = PRODUCT.at("reference 4, section 5.2, stockings only where nothing bars them", LOCAL)

journey_threshold = Parameter(
    "journey_threshold_hours",
    "A journey is long when it takes more than so many hours",
    "h",
    Fraction(1),
    Interval(3, 6),
    Fraction(4),
    PRODUCT.at("reference 4, section 5.2", LOCAL),
)
planned = presume(
    travel_hours > 0,
    NO,
    because="no journey is planned",
    source=PRODUCT.at("presumption on journeys", LOCAL),
)
_for_whom = all_of(adult, planned)
_long = travel_hours > journey_threshold
_high = any_of(
    all_of(previous_vte, any_of(active_cancer, travel_added_risk)), days_since_long_operation <= 28
)
_moderate = any_of(
    previous_vte,
    days_since_long_operation <= 56,
    known_thrombophilia,
    pregnant,
    body_mass_index > 30,
)
TRAVEL_RISK_CLASS = table(
    "travel_risk_class",
    "Class of risk on a long journey",
    hit="first",
    source=_TABLE,
    rows=[
        row(_high, CLASS_HIGH, id="high", cite=_TABLE),
        row(_moderate, CLASS_MODERATE, id="moderate", cite=_TABLE),
        otherwise(CLASS_LOW, id="low", cite=_TABLE),
    ],
)
_on_treatment = row(anticoagulated, NOTHING_MORE, id="on_treatment", cite=_TC)
_no_stockings = row(no(stockings_allowed), NO_STOCKINGS, id="no_stockings", cite=_GATE)
JOURNEY_CONCLUSION = table(
    "journey_cks_conclusion",
    "Before a long journey, by NICE CKS",
    hit="first",
    source=_TABLE,
    unless=[_on_treatment],
    rows=[
        row(no(_long), ADVICE, id="short", cite=_TABLE),
        row(TRAVEL_RISK_CLASS.is_(CLASS_LOW), ADVICE, id="low", cite=_TABLE),
        row(
            all_of(TRAVEL_RISK_CLASS.is_(CLASS_HIGH), no(stockings_allowed)),
            HIGH_NO_STOCKINGS,
            id="high_no_stockings",
            cite=_GATE,
        ),
        row(TRAVEL_RISK_CLASS.is_(CLASS_HIGH), DISCUSS_HEPARIN, id="high", cite=_TABLE),
        row(no(stockings_allowed), NO_STOCKINGS, id="moderate_no_stockings", cite=_GATE),
        otherwise(BELOW_KNEE, id="moderate", cite=_TABLE),
    ],
)
_advice = action(
    "journey_advice",
    GENERAL_ADVICE,
    act="general_advice",
    when=_for_whom,
    cite=_TABLE,
)
JOURNEY_CKS = step(
    "journey_cks",
    "Before a long journey, NICE CKS",
    question=JOURNEY,
    guideline="cks",
    subject=PERSON,
    source=_TABLE,
    for_whom=_for_whom,
    conclusion=JOURNEY_CONCLUSION,
    plan=[_advice],
)
_clot_that_may_return = all_of(previous_vte, any_of(earlier_clot_unprovoked, earlier_clot_on_journey))
_highest_bsh = any_of(
    major_surgery_before_journey,
    active_cancer,
    _clot_that_may_return,
    two_weaker_travel_factors,
)
JOURNEY_BSH = step(
    "journey_bsh",
    "Before a long journey, BSH",
    question=JOURNEY,
    guideline="bsh",
    subject=PERSON,
    source=_BSH,
    for_whom=_for_whom,
    conclusion=table(
        "journey_bsh_conclusion",
        "Before a long journey, by BSH",
        hit="first",
        source=_BSH,
        unless=[_on_treatment],
        rows=[
            row(no(travel_hours > 3), ADVICE, id="short", cite=_BSH),
            row(no(_highest_bsh), ADVICE, id="not_highest", cite=_BSH),
            _no_stockings,
            otherwise(BELOW_KNEE, id="highest", cite=_BSH),
        ],
    ),
    plan=[
        action(
            "journey_no_aspirin",
            "Aspirin is no prevention of a clot on a journey.",
            act="no_aspirin",
            when=_for_whom,
            cite=_BSH,
            strength=Strength.DO_NOT,
        )
    ],
)
_raised_tc = any_of(
    _clot_that_may_return,
    active_cancer,
    surgery_or_trauma_lately,
    two_weaker_travel_factors,
)
JOURNEY_TC = step(
    "journey_tc",
    "Before a long journey, Thrombosis Canada 2025",
    question=JOURNEY,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_for_whom,
    conclusion=table(
        "journey_tc_conclusion",
        "Before a long journey, by Thrombosis Canada",
        hit="first",
        source=_TC,
        unless=[_on_treatment],
        rows=[
            row(no(travel_hours > 4), ADVICE, id="short", cite=_TC),
            row(no(_raised_tc), ADVICE, id="not_raised", cite=_TC),
            _no_stockings,
            otherwise(BELOW_KNEE, id="raised", cite=_TC),
        ],
    ),
    plan=[],
)
JOURNEY_LEAFLET = step(
    "journey_veinway",
    "Before a long journey, as the NHS leaflet says",
    question=JOURNEY,
    guideline="veinway",
    subject=PERSON,
    source=_LEAFLET,
    for_whom=_for_whom,
    conclusion=table(
        "journey_veinway_conclusion",
        "Before a long journey, by the leaflet",
        hit="first",
        source=_LEAFLET,
        rows=[
            row(all_of(previous_vte, travel_hours > 6), ASK_GP, id="over_6_hours", cite=_LEAFLET),
            otherwise(JOURNEY_SILENT, cite=_LEAFLET),
        ],
    ),
    plan=[],
)
STOCKINGS_ON_FLIGHTS = table(
    "stockings_on_flights",
    "What trials found of stockings on flights",
    hit="collect",
    source=_COCHRANE,
    rows=[
        row(
            all_of(_for_whom, travel_hours >= 4),
            neutral(
                "stockings_found",
                "Symptomless DVT: odds ratio 0.10 (0.04 to 0.25); from 10 to 1 in 1,000 at low "
                "risk, from "
                "30 to 3 at high risk. No DVT with symptoms, embolism or death in any trial.",
            ),
            cite=_COCHRANE,
        ),
    ],
)
