"""Induction by the week: Pengo's table after four doses of 5 mg, and Duodecim's steps of the weekly
dose.

Pengo was read from a copy in code, not from the paper: it is shown as decision support only.
"""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.warfarin import induction_day
from veinway.care.sources import DUODECIM, PENGO, S
from veinway.care.warfarin.outcomes import NOT_BY_THIS_TABLE, WEEKLY_MG
from veinway.language import *

_PENGO = PENGO.at("table", S, "a code copy")
_AFTER_FOUR_DOSES = row(no(between(induction_day, 5, 5)), NOT_BY_THIS_TABLE, id="not day 5", cite=_PENGO)
PENGO_TABLE = table(
    "warfarin_pengo",
    "Weekly dose after four doses of 5 mg, by the INR of day 5 (Pengo)",
    hit="first",
    source=_PENGO,
    unless=[_AFTER_FOUR_DOSES],
    rows=[
        *banded(
            inr,
            {
                "1.0": WEEKLY_MG["71"],
                "1.1": WEEKLY_MG["57"],
                "1.2": WEEKLY_MG["48"],
                "1.3": WEEKLY_MG["43"],
                "1.4": WEEKLY_MG["39"],
                "1.5": WEEKLY_MG["35"],
                "1.6": WEEKLY_MG["33"],
                "1.7": WEEKLY_MG["31"],
                "1.8": WEEKLY_MG["29"],
                "1.9": WEEKLY_MG["27"],
                "2.0": WEEKLY_MG["26"],
                "2.1": WEEKLY_MG["24"],
                "2.2": WEEKLY_MG["23"],
                "2.3": WEEKLY_MG["22"],
                "2.4": WEEKLY_MG["21"],
                "2.5": WEEKLY_MG["20"],
                "2.6": WEEKLY_MG["19"],
                "2.7": WEEKLY_MG["18"],
                "2.8": WEEKLY_MG["17"],
                "2.9": WEEKLY_MG["16.5"],
                "3.0": WEEKLY_MG["16"],
                "3.1": WEEKLY_MG["15"],
                "3.2": WEEKLY_MG["14"],
                "3.3": WEEKLY_MG["13.5"],
                "3.4": WEEKLY_MG["13"],
                "3.5": WEEKLY_MG["12"],
                "3.6": WEEKLY_MG["11.5"],
                "3.7": WEEKLY_MG["11"],
                "3.8": WEEKLY_MG["10.5"],
                "3.9": WEEKLY_MG["10"],
                "4.0": WEEKLY_MG["9"],
                "4.1": WEEKLY_MG["8.5"],
                "4.2": WEEKLY_MG["8"],
                "4.3": WEEKLY_MG["7.5"],
                "4.4": WEEKLY_MG["7"],
            },
            cite=_PENGO,
        ),
        otherwise(NOT_BY_THIS_TABLE, id="not printed", cite=_PENGO),
    ],
)
_DUODECIM = DUODECIM.at("warfarin, weekly adjustment", S, "Duodecim")
DUODECIM_TABLE = table(
    "warfarin_duodecim",
    "Weekly dose in the first weeks after a start with 5 mg (Duodecim)",
    hit="first",
    source=_DUODECIM,
    rows=[
        *banded(
            inr,
            {
                "< 1.1": NOT_BY_THIS_TABLE,
                "1.1-1.4": dose_change("raise_20", "Raise the weekly dose by 20 %.", change(20, 20)),
                "1.5-1.9": dose_change("raise_10", "Raise the weekly dose by 10 %.", change(10, 10)),
                "2.0-3.0": dose_change("keep", "Keep the dose.", change(0, 0)),
                "3.1-4.5": dose_change("lower_10", "Lower the weekly dose by 10 %.", change(-10, -10)),
                "> 4.5": dose_change(
                    "stop_then_lower_20",
                    "Stop until the INR is below 4.5, then lower the weekly dose by 20 %.",
                    change(-20, -20, hold=None),
                ),
            },
            cite=_DUODECIM,
        ),
    ],
)
