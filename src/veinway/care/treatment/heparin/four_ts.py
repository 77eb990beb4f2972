"""The 4Ts score: how likely heparin-induced thrombocytopenia is (reference 2, section 6.5).

The printed cells overlap and leave gaps, and copies print "or" where both parts of a cell are needed.
The platelets are read in a fixed order, each step of which rules out the ones before. A fall on day 2 or
3 after earlier heparin is in no cell: unless somebody judges it, it stands for 0 to 2 points.
"""

from veinway.care.facts.heparin import (
    days_from_earlier_heparin,
    heparin_days_to_fall,
    hit_clot,
    hit_timing_judged,
    other_cause_of_low_platelets,
    platelet_fall_dated_clearly,
    platelets_before_fall,
    platelets_lowest,
)
from veinway.care.facts.person import adult
from veinway.care.sources import FOUR_TS_2006, LOCAL, PRODUCT, S
from veinway.language import *

LOW = Band("low", "heparin-induced thrombocytopenia is unlikely")
INTERMEDIATE = Band("intermediate", "heparin-induced thrombocytopenia is possible")
HIGH = Band("high", "heparin-induced thrombocytopenia is likely")

_TABLE = FOUR_TS_2006.at("table", S, "two reference tables; method: Thrombosis Canada")
_ORDER = PRODUCT.at("reference 2, section 6.5, order for thrombocytopenia", LOCAL)
_GAP = PRODUCT.at("reference 2, section 6.5, timing gap", LOCAL)

platelets_left = Derived(
    "platelets_left",
    "Share of the platelets that is left (1 less the fall)",
    "1",
    platelets_lowest / platelets_before_fall,
    PRODUCT.at("reference 2, section 6.5, fall", LOCAL),
)
_on_days_5_to_10 = between(heparin_days_to_fall, 5, 10)
_on_day_2_or_3 = between(heparin_days_to_fall, 2, 3)
_at_once = heparin_days_to_fall <= 1
_no_cell = all_of(_on_day_2_or_3, days_from_earlier_heparin <= 100)

FOUR_TS = score(
    "four_ts",
    "4Ts score for heparin-induced thrombocytopenia",
    source=_TABLE,
    items=[
        only_one(
            points(
                0,
                any_of(platelets_lowest < 10, platelets_left > "0.7"),
                "Fall below 30 %, or lowest count below 10",
                _ORDER,
            ),
            points(
                2,
                all_of(platelets_left < "0.5", platelets_lowest >= 20),
                "Fall of more than 50 %, and lowest count 20 or more",
                _ORDER,
            ),
            points(1, platelets_left <= "0.7", "Fall of 30 to 50 %, or lowest count 10 to 19", _ORDER),
            label="Thrombocytopenia",
        ),
        only_one(
            points(2, all_of(_on_days_5_to_10, platelet_fall_dated_clearly), "Days 5 to 10, clearly"),
            points(
                2,
                all_of(_at_once, days_from_earlier_heparin <= 30),
                "Within a day, after heparin in the last 30 days",
            ),
            points(1, _on_days_5_to_10, "Days 5 to 10, but counts are missing"),
            points(1, heparin_days_to_fall > 10, "After day 10"),
            points(
                1,
                all_of(_at_once, days_from_earlier_heparin <= 100),
                "Within a day, after heparin 30 to 100 days ago",
            ),
            points(1, between(heparin_days_to_fall, 4, 4), "Day 4, which no cell names", _GAP),
            points(
                2, all_of(_no_cell, hit_timing_judged.is_("fits")), "Day 2 or 3, judged to fit", _GAP
            ),
            points(
                1,
                all_of(_no_cell, hit_timing_judged.is_("may_fit")),
                "Day 2 or 3, judged to fit perhaps",
                _GAP,
            ),
            label="Timing",
        ),
        only_one(
            points(2, hit_clot.is_("certain"), "New clot, skin necrosis or acute reaction"),
            points(1, hit_clot.is_("possible"), "Growing, recurrent or suspected clot, or skin lesions"),
            label="Thrombosis",
        ),
        only_one(
            points(2, other_cause_of_low_platelets.is_("none"), "No other cause is apparent"),
            points(1, other_cause_of_low_platelets.is_("possible"), "Another cause is possible"),
            label="Other causes",
        ),
    ],
    bands=[up_to(3, LOW), up_to(5, INTERMEDIATE), from_(6, HIGH)],
    for_whom=adult,
    warning="For people who are given heparin, or were in the last 100 days. References print "
    "different chances for a class: go by the class. Copies score day 4 as 0 and read 'or' for 'and' "
    "in the first cell; the ACCP variant also asks for no surgery in 3 days.",
)
