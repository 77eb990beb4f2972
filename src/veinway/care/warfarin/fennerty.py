"""Induction with 10 mg (Fennerty): in hospital, under heparin, the INR measured 16 hours after the dose.

Decision support for a service that has chosen this protocol; the plan never offers it. Values are
rounded to one decimal, half up, before they are looked up, as the table means it.
"""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.person import age
from veinway.care.facts.warfarin import frail, induction_day, warfarin_in_hospital
from veinway.care.sources import FENNERTY, LOCAL, PRODUCT, S
from veinway.care.warfarin.outcomes import ABOVE_8, MG, NOT_BY_THIS_TABLE, OMIT_THEN, OMIT_TWO_THEN
from veinway.language import *

_FENNERTY = FENNERTY.at("dose table", S, "two hospital protocols")
_FOR_FENNERTY = all_of(warfarin_in_hospital, no(frail), age < 75)
_NOT_FOR_FENNERTY = row(
    no(_FOR_FENNERTY), NOT_BY_THIS_TABLE, id="outside", cite=PRODUCT.at("reference 2, 6.6", LOCAL)
)
FENNERTY_TABLE = table(
    "warfarin_fennerty",
    "Warfarin induction with 10 mg (Fennerty), by day and INR",
    hit="first",
    source=_FENNERTY,
    unless=[_NOT_FOR_FENNERTY],
    rows=[
        *banded(inr, {"< 1.4": MG["10"]}, when=induction_day <= 1, cite=_FENNERTY, id="day 1"),
        row(induction_day <= 1, NOT_BY_THIS_TABLE, id="day 1, INR not normal", cite=_FENNERTY),
        *banded(
            inr,
            {"< 1.8": MG["10"], "1.8": MG["1"], "> 1.8": MG["0.5"]},
            when=induction_day <= 2,
            cite=_FENNERTY,
            id="day 2",
        ),
        *banded(
            inr,
            {
                "< 2.0": MG["10"],
                "2.0-2.1": MG["5"],
                "2.2-2.3": MG["4.5"],
                "2.4-2.5": MG["4"],
                "2.6-2.7": MG["3.5"],
                "2.8-2.9": MG["3"],
                "3.0-3.1": MG["2.5"],
                "3.2-3.3": MG["2"],
                "3.4": MG["1.5"],
                "3.5": MG["1"],
                "3.6-4.0": MG["0.5"],
                "> 4.0": MG["0"],
            },
            when=induction_day <= 3,
            cite=_FENNERTY,
            id="day 3",
        ),
        *banded(
            inr,
            {
                "< 1.4": ABOVE_8,
                "1.4": MG["8"],
                "1.5": MG["7.5"],
                "1.6-1.7": MG["7"],
                "1.8": MG["6.5"],
                "1.9": MG["6"],
                "2.0-2.1": MG["5.5"],
                "2.2-2.3": MG["5"],
                "2.4-2.6": MG["4.5"],
                "2.7-3.0": MG["4"],
                "3.1-3.5": MG["3.5"],
                "3.6-4.0": MG["3"],
                "4.1-4.5": OMIT_THEN["2"],
                "> 4.5": OMIT_TWO_THEN["1"],
            },
            when=induction_day <= 4,
            cite=_FENNERTY,
            id="day 4",
        ),
        otherwise(NOT_BY_THIS_TABLE, id="later", cite=_FENNERTY),
    ],
)
