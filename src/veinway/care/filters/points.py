"""Points on filters on which guidelines differ: age of the clot, time of removal (D-10, D-11)."""

from veinway.care.facts.clot_removal import absolute_bar_to_anticoagulation
from veinway.care.facts.person import adult
from veinway.care.facts.stents_filters import (
    filter_event,
    proximal_residual_thrombus,
    qualifying_vte,
    vte_event_age_days,
    what_happened,
)
from veinway.care.sources import (
    CHEST_2021,
    ESC_2019,
    FDA_FILTERS,
    LOCAL,
    NG158,
    PRODUCT,
    SIR_2020,
    TC_FILTERS,
    S,
    U,
)
from veinway.language import *

FILTER_CLOT_AGE = question(
    "filter_clot_age",
    "How new must a clot be for a filter where no anticoagulant can be given?",
)
FILTER_REMOVAL_TIME = question("filter_removal_time", "When is a filter removed?")

NEW_ENOUGH = neutral(
    "filter_clot_new_enough",
    "The clot is new enough for a filter.",
    action="vena_cava_filter",
    strength=Strength.CONSIDER,
    short="new enough",
)
TOO_OLD = neutral(
    "filter_clot_too_old",
    "The clot is too old for a filter.",
    action="vena_cava_filter",
    strength=Strength.DO_NOT,
    short="too old",
)
_MONTH = PRODUCT.at("reference 3, section 4.2, a month is 30 days", LOCAL)
_for_whom = all_of(adult, qualifying_vte, absolute_bar_to_anticoagulation)
_going_on = all_of(vte_event_age_days <= 90, proximal_residual_thrombus)

AGE_ESC, AGE_CHEST, AGE_TC, AGE_SIR = [
    step(
        f"filter_clot_age_{guideline}",
        f"Age of the clot for a filter, {name}",
        question=FILTER_CLOT_AGE,
        guideline=guideline,
        subject=PERSON,
        source=cite,
        for_whom=_for_whom,
        conclusion=table(
            f"filter_clot_age_{guideline}_conclusion",
            f"Age of the clot for a filter, {name}",
            hit="first",
            source=_MONTH,
            rows=[
                row(new_enough, NEW_ENOUGH, id="new enough", cite=cite),
                otherwise(TOO_OLD, id="too old", cite=cite),
            ],
        ),
        plan=[],
    )
    for guideline, name, new_enough, cite in (
        ("esc", "ESC 2019, below a month", vte_event_age_days < 30, ESC_2019.section("6.9")),
        ("chest", "CHEST 2021, up to a month", vte_event_age_days <= 30, CHEST_2021.rec("13")),
        (
            "tc",
            "Thrombosis Canada, up to 2 to 4 weeks",
            vte_event_age_days <= 28,
            TC_FILTERS.at("indications"),
        ),
        (
            "sir",
            "SIR 2020, while the risk of embolism goes on",
            any_of(vte_event_age_days <= 30, _going_on),
            SIR_2020.at("recommendations", S, "two summaries"),
        ),
    )
]
NO_FILTER_PLACED = silent("filter_removal_none", "No filter was placed.", short="none placed")
_inserted = any_event(filter_event, what_happened.is_("inserted"))
REMOVAL_FDA, REMOVAL_TC, REMOVAL_NICE = [
    step(
        f"filter_removal_time_{guideline}",
        f"When a filter is removed, {name}",
        question=FILTER_REMOVAL_TIME,
        guideline=guideline,
        subject=DEVICE,
        source=cite,
        for_whom=_inserted,
        conclusion=table(
            f"filter_removal_time_{guideline}_conclusion",
            f"When a filter is removed, {name}",
            hit="unique",
            source=cite,
            rows=[
                row(
                    _inserted,
                    neutral(
                        f"filter_removal_{guideline}",
                        text,
                        action="remove_filter",
                        timing=timing,
                        short=timing,
                    ),
                    id="inserted",
                    cite=cite,
                ),
                otherwise(NO_FILTER_PLACED, cite=cite),
            ],
        ),
        plan=[],
    )
    for guideline, name, timing, text, cite in (
        (
            "fda",
            "FDA",
            "day 29 to 54",
            "Best from day 29 to 54, once the risk has passed; a model of people without embolism, and "
            "neither a reason to wait nor a limit.",
            FDA_FILTERS.at("removal"),
        ),
        (
            "tc",
            "Thrombosis Canada",
            "week 9 to 12",
            "Best in weeks 9 to 12; its guide on embolism says within 4 weeks of starting an "
            "anticoagulant.",
            TC_FILTERS.at("removal"),
        ),
        (
            "nice",
            "NICE NG158",
            "at the earliest",
            "At the earliest, once anticoagulation is established.",
            NG158.section("1.7", U),
        ),
    )
]
