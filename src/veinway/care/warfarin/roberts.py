"""Induction by age (Roberts): each line as it is printed, for four age groups from left to right.

Decision support for a service that has chosen this protocol; the plan never offers it.
"""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.person import age
from veinway.care.facts.warfarin import induction_day
from veinway.care.sources import ROBERTS
from veinway.care.warfarin.outcomes import MG, NOT_BY_THIS_TABLE, OMIT_THEN, WITHHOLD
from veinway.language import *

_ROBERTS = ROBERTS.at("table 1")
_AGES = {
    "up to 50": age <= 50,
    "51-65": between(age, 51, 65),
    "66-80": between(age, 66, 80),
    "above 80": age > 80,
}
_CELLS = {
    **MG,
    "omit, then 1-2": OMIT_THEN["1-2"],
    "omit, then 0.5-1.5": OMIT_THEN["0.5-1.5"],
    "omit, then 0.5-1": OMIT_THEN["0.5-1"],
    "withhold": WITHHOLD,
}
_OUTSIDE = otherwise(NOT_BY_THIS_TABLE, id="outside", cite=_ROBERTS)

ROBERTS_DAYS_1_AND_2 = table(
    "warfarin_roberts_days_1_and_2",
    "Warfarin induction by age (Roberts), days 1 and 2",
    hit="first",
    source=_ROBERTS,
    rows=[
        *gridded(
            inr,
            {"< 1.4": "10 / 9 / 7.5 / 6"},
            columns=_AGES,
            of=_CELLS,
            when=induction_day <= 1,
            cite=_ROBERTS,
            id="day 1",
        ),
        *gridded(
            inr,
            {"<= 1.5": "10 / 9 / 7.5 / 6", ">= 1.6": "0.5 / 0.5 / 0.5 / 0.5"},
            columns=_AGES,
            of=_CELLS,
            when=between(induction_day, 2, 2),
            cite=_ROBERTS,
            id="day 2",
        ),
        _OUTSIDE,
    ],
)
ROBERTS_DAY_3 = table(
    "warfarin_roberts_day_3",
    "Warfarin induction by age (Roberts), day 3",
    hit="first",
    source=_ROBERTS,
    rows=[
        *gridded(
            inr,
            {
                "<= 1.7": "10 / 9 / 7.5 / 6",
                "1.8-2.3": "5 / 4.5 / 4 / 3",
                "2.4-2.7": "4 / 3.5 / 3 / 2",
                "2.8-3.1": "3 / 2.5 / 2 / 1",
                "3.2-3.3": "2 / 2 / 1.5 / 1",
                "3.4": "1.5 / 1.5 / 1 / 1",
                "3.5": "1 / 1 / 1 / 0.5",
                "3.6-4.0": "0.5 / 0.5 / 0.5 / 0.5",
                "> 4.0": "0 / 0 / 0 / 0",
            },
            columns=_AGES,
            of=_CELLS,
            when=between(induction_day, 3, 3),
            cite=_ROBERTS,
            id="day 3",
        ),
        _OUTSIDE,
    ],
)
ROBERTS_DAY_4 = table(
    "warfarin_roberts_day_4",
    "Warfarin induction by age (Roberts), day 4",
    hit="first",
    source=_ROBERTS,
    rows=[
        *gridded(
            inr,
            {
                "<= 1.5": "10-15 / 9-14 / 7.5-11 / 6-9",
                "1.6": "8 / 7 / 6 / 5",
                "1.7-1.8": "7 / 6 / 5 / 4",
                "1.9": "6 / 5 / 4.5 / 3.5",
                "2.0-2.6": "5 / 4.5 / 4 / 3",
                "2.7-3.0": "4 / 3.5 / 3 / 2.5",
                "3.1-3.5": "3.5 / 3 / 2.5 / 2",
                "3.6-4.0": "3 / 2.5 / 2 / 1.5",
                "4.1-4.5": "omit, then 1-2 / omit, then 0.5-1.5 / omit, then 0.5-1.5 / omit, then 0.5-1",
                "> 4.5": "withhold / withhold / withhold / withhold",
            },
            columns=_AGES,
            of=_CELLS,
            when=between(induction_day, 4, 4),
            cite=_ROBERTS,
            id="day 4",
        ),
        _OUTSIDE,
    ],
)
