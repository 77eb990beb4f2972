"""Doses of warfarin by mouth, and what a table of them may say besides."""

from veinway.language import *

MG = oral_doses(
    "warfarin", "mg", "0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5", "5.5", "6",
    "6.5", "7", "7.5", "8", "9", "10", "6-9", "7.5-11", "9-14", "10-15",
)  # fmt: skip
WEEKLY_MG = oral_doses(
    "warfarin", "mg", "71", "57", "48", "43", "39", "35", "33", "31", "29", "27", "26", "24", "23",
    "22", "21", "20", "19", "18", "17", "16.5", "16", "15", "14", "13.5", "13", "12", "11.5", "11",
    "10.5", "10", "9", "8.5", "8", "7.5", "7", every="week",
)  # fmt: skip
OMIT_THEN = oral_doses("omit_a_day_then_warfarin", "mg", "0.5-1", "0.5-1.5", "1-2", "2")
OMIT_TWO_THEN = oral_doses("omit_two_days_then_warfarin", "mg", "1")
NOT_BY_THIS_TABLE = neutral(
    "not_by_this_table",
    "This table does not cover the situation: another way of induction, or a specialist, decides.",
)
ABOVE_8 = neutral(
    "warfarin_above_8", "The predicted maintenance dose is above 8 mg: a specialist sets it."
)
WITHHOLD = neutral("withhold_warfarin", "Withhold warfarin, and measure the INR again tomorrow.")
