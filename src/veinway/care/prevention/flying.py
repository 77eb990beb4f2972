"""Flying after a new clot, where sources disagree, and after operations."""

from veinway.care.facts.person import adult
from veinway.care.facts.prevention_hormones import (
    days_since_abdominal_surgery,
    hours_since_keyhole_surgery,
    hours_since_plaster,
    stable_on_anticoagulant,
    symptoms_of_clot_settled,
)
from veinway.care.facts.stockings import travel_hours
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.prevention.questions import FLYING_AFTER_CLOT
from veinway.care.prevention.travel import planned
from veinway.care.prevention.travel_outcomes import (
    AFTER_2_WEEKS,
    AFTER_3_DAYS,
    AFTER_4_DAYS,
    DELAY,
    FLY_AS_OTHERS,
    NO_CLOT,
    NO_INTERVAL,
)
from veinway.care.sources import (
    BTS_FLYING,
    CAA_HEALTH,
    DANISH_AEROMEDICAL,
    IATA_MANUAL,
    LOCAL,
    PRODUCT,
    S,
    U,
)
from veinway.language import *

_RULE = PRODUCT.at("reference 4, section 5.3", LOCAL)
_CAA = CAA_HEALTH.at("immobility")
_OPERATIONS = CAA_HEALTH.at("after operations")
had_a_clot = any_event(vte_diagnosis)
treated_at_least = 90
"""So many days a clot is treated at least: until then anticoagulation is not *yet* stable, after it an
anticoagulant that is not taken may have ended."""
_for_whom = all_of(adult, planned, had_a_clot)
_new = days_since("last", vte_diagnosis) <= 28
_early = days_since("last", vte_diagnosis) <= treated_at_least
FLYING_CONCLUSION = table(
    "flying_veinway_conclusion",
    "Flying after a clot",
    hit="first",
    source=_RULE,
    unless=[row(no(had_a_clot), NO_CLOT, id="no_clot", cite=_RULE)],
    rows=[
        row(_new, DELAY, id="28_days", cite=_RULE),
        row(all_of(_early, no(stable_on_anticoagulant)), DELAY, id="not_stable", cite=_RULE),
        row(all_of(_early, no(symptoms_of_clot_settled)), DELAY, id="symptoms", cite=_RULE),
        otherwise(FLY_AS_OTHERS, id="settled", cite=_RULE),
    ],
)
FLYING_VEINWAY = step(
    "flying_veinway",
    "Flying after a clot, the product's rule",
    question=FLYING_AFTER_CLOT,
    guideline="veinway",
    subject=PERSON,
    source=_RULE,
    for_whom=_for_whom,
    conclusion=FLYING_CONCLUSION,
    plan=[],
)
FLYING_CAA, FLYING_DANISH, FLYING_IATA, FLYING_BTS = [
    step(
        f"flying_{who}",
        f"Flying after a clot, {name}",
        question=FLYING_AFTER_CLOT,
        guideline=who,
        subject=PERSON,
        source=cite,
        for_whom=_for_whom,
        conclusion=table(
            f"flying_{who}_conclusion",
            f"Flying after a clot, by {name}",
            hit="first",
            source=cite,
            rows=[
                row(no(had_a_clot), NO_CLOT, id="no_clot", cite=cite),
                otherwise(said, cite=cite),
            ],
        ),
        plan=[],
    )
    for who, name, cite, said in (
        ("caa", "UK CAA", _CAA, NO_INTERVAL),
        (
            "danish",
            "Danish guidance",
            DANISH_AEROMEDICAL.at("venous thrombosis", S, "a summary"),
            AFTER_3_DAYS,
        ),
        ("iata", "IATA", IATA_MANUAL.at("venous thrombosis", U), AFTER_4_DAYS),
        ("bts", "BTS", BTS_FLYING.at("pulmonary embolism", U), AFTER_2_WEEKS),
    )
]
FLYING_AFTER_SURGERY = table(
    "flying_after_surgery",
    "Flying after an operation or with a new plaster",
    hit="collect",
    source=_OPERATIONS,
    rows=[
        row(
            all_of(planned, days_since_abdominal_surgery < 10),
            neutral("wait_abdominal", "Not within 10 days of an abdominal operation."),
            cite=_OPERATIONS,
        ),
        row(
            all_of(planned, hours_since_keyhole_surgery < 24),
            neutral("wait_keyhole", "Not within 24 hours of keyhole surgery."),
            cite=_OPERATIONS,
        ),
        row(
            all_of(planned, hours_since_plaster < 24),
            neutral("wait_plaster", "Not within 24 hours of a new plaster cast."),
            cite=_OPERATIONS,
        ),
        row(
            all_of(planned, hours_since_plaster < 48, travel_hours >= 2),
            neutral(
                "wait_plaster_long",
                "Not within 48 hours of a new plaster cast, on a flight of 2 hours or more.",
            ),
            cite=_OPERATIONS,
        ),
    ],
)
