"""What trials found with clot removal and without it, for the talk about the decision (reference 3, 2.9).

Sources conflict on post-thrombotic syndrome of any kind; fewer people who are badly affected is what they
agree on. Every figure is as printed; whether a difference is clear is said only where the interval or the
test was read. "Treated" is removal and an anticoagulant, "untreated" an anticoagulant alone.
"""

from veinway.care.sources import (
    ATTRACT,
    CAVA,
    CAVENT,
    CHEST_2021,
    LOCAL,
    PRODUCT,
    THROMBOSIS_CANADA,
    TORPEDO,
    U,
)
from veinway.language import *

_ATTRACT, _ATTRACT_IF = ATTRACT.at("abstract, 2017"), ATTRACT.at("iliofemoral stratum, abstract, 2019")
_ATTRACT_FP = ATTRACT.at("femoropopliteal stratum, abstract, 2019")
_CAVENT = CAVENT.at("abstracts")
_CAVA, _TORPEDO = CAVA.at("abstract"), TORPEDO.at("abstracts")
_TALK = PRODUCT.at("reference 3, section 7.7", LOCAL)
_STAY = PRODUCT.at("reference 3, section 7.3", LOCAL)
_SYNTHESIS = PRODUCT.at("reference 3, section 2.9 and D-13", LOCAL)
_TECHNIQUE = PRODUCT.at("reference 3, section 2.6, complications", U)

_GROIN = "people with a clot in the groin or pelvis, symptoms for up to 14 days"
_ANY_PROXIMAL = "people with a clot above the knee, symptoms for up to 14 days"
_UP_TO_21 = "people with a clot in the thigh, groin or pelvis, symptoms for up to 21 days"
_BADLY = "the leg stays moderately or badly affected"
_AT_ALL = "the leg stays affected to any degree"
_BLEEDING = "a major bleed"

ATTRACT_IF_BADLY = trial_result(
    "attract_groin_badly_affected",
    _BADLY,
    trial="ATTRACT",
    people=_GROIN,
    number=391,
    after="2 years",
    kind="benefit",
    treated=18,
    untreated=28,
    certainty="clear",
    note="relative risk 0.65, 95 % interval 0.45 to 0.94",
    source=_ATTRACT_IF,
)
ATTRACT_IF_SEVERELY = trial_result(
    "attract_groin_severely_affected",
    "the leg stays severely affected",
    trial="ATTRACT",
    people=_GROIN,
    number=391,
    after="2 years",
    kind="benefit",
    treated="8.7",
    untreated=15,
    certainty="not_clear",
    note="relative risk 0.57, 95 % interval 0.32 to 1.01",
    source=_ATTRACT_IF,
)
ATTRACT_IF_AT_ALL = trial_result(
    "attract_groin_affected",
    _AT_ALL,
    trial="ATTRACT",
    people=_GROIN,
    number=391,
    after="2 years",
    kind="benefit",
    treated=49,
    untreated=51,
    certainty="not_clear",
    source=_ATTRACT_IF,
)
ATTRACT_BADLY = trial_result(
    "attract_badly_affected",
    _BADLY,
    trial="ATTRACT",
    people=_ANY_PROXIMAL,
    number=692,
    after="2 years",
    kind="benefit",
    treated=18,
    untreated=24,
    certainty="clear",
    note="relative risk 0.73, 95 % interval 0.54 to 0.98",
    source=_ATTRACT,
)
ATTRACT_AT_ALL = trial_result(
    "attract_affected",
    _AT_ALL,
    trial="ATTRACT",
    people=_ANY_PROXIMAL,
    number=692,
    after="2 years",
    kind="benefit",
    treated=47,
    untreated=48,
    certainty="not_clear",
    note="relative risk 0.96, 95 % interval 0.82 to 1.11",
    source=_ATTRACT,
)
CAVENT_2_YEARS = trial_result(
    "cavent_affected_2_years",
    _AT_ALL,
    trial="CaVenT",
    people=_UP_TO_21,
    number=189,
    after="2 years",
    kind="benefit",
    treated="41.1",
    untreated="55.6",
    certainty="clear",
    note="p = 0.047",
    source=_CAVENT,
)
CAVENT_5_YEARS = trial_result(
    "cavent_affected_5_years",
    _AT_ALL,
    trial="CaVenT",
    people=_UP_TO_21,
    number=176,
    after="5 years",
    kind="benefit",
    treated="42.5",
    untreated="70.8",
    note="37 of 87 against 63 of 89 people",
    source=_CAVENT,
)
CAVA_1_YEAR = trial_result(
    "cava_affected",
    _AT_ALL,
    trial="CAVA",
    people=_GROIN,
    number=152,
    after="1 year",
    kind="benefit",
    treated=29,
    untreated=35,
    certainty="not_clear",
    note="odds ratio 0.75, 95 % interval 0.38 to 1.50",
    source=_CAVA,
)
TORPEDO_AFFECTED = trial_result(
    "torpedo_affected",
    _AT_ALL,
    trial="TORPEDO",
    people="people with a clot above the knee, at a single centre; stents were used",
    number=183,
    after="about 30 months",
    kind="benefit",
    treated="6.8",
    untreated="29.6",
    source=_TORPEDO,
)
ATTRACT_BLEEDING = trial_result(
    "attract_bleeding",
    _BLEEDING,
    trial="ATTRACT",
    people=_ANY_PROXIMAL,
    number=692,
    after="10 days",
    kind="harm",
    treated="1.7",
    untreated="0.3",
    source=_ATTRACT,
)
ATTRACT_IF_BLEEDING = trial_result(
    "attract_groin_bleeding",
    _BLEEDING,
    trial="ATTRACT",
    people=_GROIN,
    number=391,
    after="",
    kind="harm",
    treated="1.5",
    untreated="0.5",
    source=ATTRACT.at("iliofemoral stratum, bleeding", U),
)
CAVENT_BLEEDING = trial_result(
    "cavent_bleeding",
    _BLEEDING,
    trial="CaVenT",
    people=_UP_TO_21,
    number=189,
    after="",
    kind="harm",
    treated="3.3",
    untreated=0,
    source=_CAVENT,
)
CAVA_BLEEDING = trial_result(
    "cava_bleeding",
    _BLEEDING,
    trial="CAVA",
    people=_GROIN,
    number=152,
    after="",
    kind="harm",
    treated=5,
    untreated=0,
    source=_CAVA,
)
ATTRACT_ANOTHER_CLOT = trial_result(
    "attract_another_clot",
    "another clot in a leg or lung",
    trial="ATTRACT",
    people=_ANY_PROXIMAL,
    number=692,
    after="2 years",
    kind="harm",
    treated=12,
    untreated=8,
    source=_ATTRACT,
)

CLOT_REMOVAL_SHEET = DecisionSheet(
    "clot_removal_numbers",
    "Removing a clot of the groin or pelvis: what trials found",
    treated="Clot removal and an anticoagulant",
    untreated="An anticoagulant alone",
    results=(
        ATTRACT_IF_BADLY,
        ATTRACT_IF_SEVERELY,
        ATTRACT_IF_AT_ALL,
        ATTRACT_BADLY,
        ATTRACT_AT_ALL,
        CAVENT_2_YEARS,
        CAVENT_5_YEARS,
        CAVA_1_YEAR,
        TORPEDO_AFFECTED,
        ATTRACT_BLEEDING,
        ATTRACT_IF_BLEEDING,
        CAVENT_BLEEDING,
        CAVA_BLEEDING,
        ATTRACT_ANOTHER_CLOT,
    ),
    pooled=(
        PooledResult(
            "chest_affected",
            _AT_ALL,
            "6 months to 5 years",
            "benefit",
            -116,
            -180,
            -37,
            CHEST_2021.rec("6"),
        ),
        PooledResult("chest_bleeding", _BLEEDING, "", "harm", 33, 13, 64, CHEST_2021.rec("6")),
    ),
    lines=(
        SheetLine(
            "aims",
            "what",
            "A thin tube is put into the vein. A medicine or a device takes the clot away. The aim is less "
            "pain and swelling, and a leg that stays less badly affected.",
            _TALK,
        ),
        SheetLine(
            "not_shown",
            "limits",
            "It is not shown to keep the leg from being affected at all, and it is not shown to make people "
            "live longer.",
            _TALK,
        ),
        SheetLine(
            "trials_disagree",
            "limits",
            "Trials disagree: two found fewer people with any lasting trouble of the leg, two did not. That "
            "fewer people are badly affected is what they agree on.",
            _SYNTHESIS,
        ),
        SheetLine(
            "only_groin",
            "limits",
            "Where the clot does not reach the groin, no benefit was found, and 3 of 100 people bled "
            "against none of 100. It is not offered there.",
            _ATTRACT_FP,
        ),
        SheetLine(
            "brain",
            "risks",
            "Bleeding into the brain is a rare, known risk. The summaries of these trials report none; the "
            "whole papers were not read for this page.",
            PRODUCT.at("reference 3, section 2.9, bleeding in the brain", U),
        ),
        SheetLine(
            "other_risks",
            "risks",
            "Other risks: a clot in the lung, an injury of the vein, a bruise where the tube went in, harm "
            "to the kidneys from the contrast medium, and a vein that closes again.",
            _TECHNIQUE,
        ),
        SheetLine(
            "more_may_follow",
            "risks",
            "It uses X-rays and contrast medium. A stent may be needed, and with it a longer course of the "
            "anticoagulant.",
            _TALK,
        ),
        SheetLine(
            "stay",
            "stay",
            "It takes 1 to 5 days in hospital; where a medicine runs through the tube, it runs for 24 to 72 "
            "hours as a rule.",
            _STAY,
        ),
        SheetLine(
            "both_ways",
            "otherwise",
            "With either choice the anticoagulant is taken for 3 months or more.",
            THROMBOSIS_CANADA.at("DVT treatment, after thrombolysis"),
        ),
        SheetLine(
            "without",
            "otherwise",
            "The other choice is the anticoagulant alone, with a stocking for as long as it helps with "
            "symptoms.",
            _TALK,
        ),
    ),
    source=_SYNTHESIS,
)
