"""The sheet for the talk about removing a clot: both columns, and what else must be said (7.7).

Sources conflict on post-thrombotic syndrome of any kind; fewer people who are badly affected is the
finding that holds best.
"""

from veinway.care.clot_removal.benefit_harm import (
    AT_ALL,
    ATTRACT_ANOTHER_CLOT,
    ATTRACT_AT_ALL,
    ATTRACT_BADLY,
    ATTRACT_BLEEDING,
    ATTRACT_IF_AT_ALL,
    ATTRACT_IF_BADLY,
    ATTRACT_IF_BLEEDING,
    ATTRACT_IF_SEVERELY,
    BLEEDING,
    CAVA_1_YEAR,
    CAVA_BLEEDING,
    CAVENT_2_YEARS,
    CAVENT_5_YEARS,
    CAVENT_BLEEDING,
    TORPEDO_AFFECTED,
)
from veinway.care.sources import ATTRACT, CHEST_2021, LOCAL, PRODUCT, THROMBOSIS_CANADA, U
from veinway.language import *

_ATTRACT_FP = ATTRACT.at("femoropopliteal stratum, abstract, 2019")
_TALK = PRODUCT.at("reference 3, section 7.7", LOCAL)
_STAY = PRODUCT.at("reference 3, section 7.3", LOCAL)
_SYNTHESIS = PRODUCT.at("reference 3, section 2.9 and D-13", LOCAL)
_TECHNIQUE = PRODUCT.at("reference 3, section 2.6, complications", U)

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
    pictured=(ATTRACT_IF_BADLY, ATTRACT_IF_AT_ALL, ATTRACT_BLEEDING, ATTRACT_ANOTHER_CLOT),
    pooled=(
        PooledResult(
            "chest_affected",
            AT_ALL,
            "6 months to 5 years",
            "benefit",
            -116,
            -180,
            -37,
            CHEST_2021.rec("6"),
        ),
        PooledResult("chest_bleeding", BLEEDING, "", "harm", 33, 13, 64, CHEST_2021.rec("6")),
    ),
    lines=(
        SheetLine(
            "aims",
            "what",
            "A thin tube is put into the vein. A medicine or a device takes the clot away. The aim is "
            "less pain and swelling, and a leg that stays less badly affected.",
            _TALK,
        ),
        SheetLine(
            "not_shown",
            "limits",
            "It is not shown to keep the leg from being affected at all, and it is not shown to make "
            "people live longer.",
            _TALK,
        ),
        SheetLine(
            "trials_disagree",
            "limits",
            "Trials disagree: two found fewer people with any lasting trouble of the leg, two did "
            "not. That fewer people stay badly affected is the finding that holds best.",
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
            "Bleeding into the brain is a rare, known risk. The summaries of these trials report "
            "none; the whole papers were not read for this page.",
            PRODUCT.at("reference 3, section 2.9, bleeding in the brain", U),
        ),
        SheetLine(
            "other_risks",
            "risks",
            "Other risks: a clot in the lung, an injury of the vein, a bruise where the tube went in, "
            "harm to the kidneys from the contrast medium, and a vein that closes again.",
            _TECHNIQUE,
        ),
        SheetLine(
            "more_may_follow",
            "risks",
            "It uses X-rays and contrast medium. A stent may be needed, and with it a longer course "
            "of the anticoagulant.",
            _TALK,
        ),
        SheetLine(
            "stay",
            "stay",
            "It takes 1 to 5 days in hospital; where a medicine runs through the tube, it runs for 24 "
            "to 72 hours as a rule.",
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
            "The other choice is the anticoagulant alone, with a stocking for as long as it helps "
            "with symptoms.",
            _TALK,
        ),
    ),
    source=_SYNTHESIS,
)
