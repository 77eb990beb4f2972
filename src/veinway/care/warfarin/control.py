"""How well warfarin is controlled: time in therapeutic range (Rosendaal) and NICE's three signs.

Time counts from six weeks after the first dose on; the ends of the range are in it; a gap of 56 days
counts and one of 57 does not. NICE states its signs for atrial fibrillation: for clots they are used
as a measure of quality.
"""

from veinway.care.facts.inr import inr_test, inr_value
from veinway.care.facts.warfarin import inr_range, warfarin_start
from veinway.care.sources import AHRQ_TTR, LOCAL, NG196, PRODUCT, S
from veinway.care.treatment.questions import INR_CONTROL
from veinway.care.warfarin.maintenance import on_warfarin
from veinway.language import *
from veinway.language.events import Selection
from veinway.language.values import Interval

_NICE = NG196.section("1.7", S, "a secondary page")
_GAP = AHRQ_TTR.at("definition", S, "LOINC 72281-9")
_SIX_MONTHS = within(months(6))
_SETTLED = days_after(42, 36500, date_of_event("first", warfarin_start))


time_in_range_2_to_3 = SeriesMeasure(
    "time_in_range_2_to_3",
    "Time in therapeutic range, 2.0 to 3.0, after the first six weeks",
    Selection(inr_test, None, _SETTLED),
    inr_value,
    "time_in_range_rosendaal",
    (("high", 30), ("longest_gap", 56), ("low", 20)),
    "%",
    Interval(0, 100),
    inr_value.step,
    _GAP,
)
time_in_range_2_5_to_3_5 = SeriesMeasure(
    "time_in_range_2_5_to_3_5",
    "Time in therapeutic range, 2.5 to 3.5, after the first six weeks",
    Selection(inr_test, None, _SETTLED),
    inr_value,
    "time_in_range_rosendaal",
    (("high", 35), ("longest_gap", 56), ("low", 25)),
    "%",
    Interval(0, 100),
    inr_value.step,
    _GAP,
)
time_in_range_3_to_4 = SeriesMeasure(
    "time_in_range_3_to_4",
    "Time in therapeutic range, 3.0 to 4.0, after the first six weeks",
    Selection(inr_test, None, _SETTLED),
    inr_value,
    "time_in_range_rosendaal",
    (("high", 40), ("longest_gap", 56), ("low", 30)),
    "%",
    Interval(0, 100),
    inr_value.step,
    _GAP,
)
two_above_5 = count(inr_test, inr_value > 5, in_=_SIX_MONTHS) >= 2
one_above_8 = any_event(inr_test, inr_value > 8, in_=_SIX_MONTHS)
two_below_1_5 = count(inr_test, inr_value < "1.5", in_=_SIX_MONTHS) >= 2
too_little_in_range = any_of(
    all_of(inr_range.is_("from_2_to_3"), time_in_range_2_to_3 < 65),
    all_of(inr_range.is_("from_2_5_to_3_5"), time_in_range_2_5_to_3_5 < 65),
    all_of(inr_range.is_("from_3_to_4"), time_in_range_3_to_4 < 65),
)
six_months_of_maintenance = days_since("first", warfarin_start) >= 42 + 183

POOR = escalates(
    "poor_control",
    "Poorly controlled: look at adherence, cognition, illness, interacting medicines, diet and "
    "alcohol; if "
    "it stays poor, discuss another anticoagulant.",
)
TOO_EARLY = neutral(
    "control_too_early",
    "Too early to judge by time in range: less than 6 months of maintenance after the first 6 weeks.",
)
GOOD = neutral("good_control", "Well controlled by each of the three signs.")

INR_CONTROL_STEP = step(
    "inr_control_nice",
    "How well warfarin is controlled, NICE",
    question=INR_CONTROL,
    guideline="nice",
    subject=DRUG_COURSE,
    source=_NICE,
    for_whom=on_warfarin,
    conclusion=table(
        "inr_control_conclusion",
        "How well warfarin is controlled",
        hit="first",
        source=_NICE,
        rows=[
            row(two_above_5, POOR, id="two above 5", cite=_NICE),
            row(one_above_8, POOR, id="one above 8", cite=_NICE),
            row(two_below_1_5, POOR, id="two below 1.5", cite=_NICE),
            row(
                no(six_months_of_maintenance),
                TOO_EARLY,
                id="too early",
                cite=PRODUCT.at("reference 2, section 6.9", LOCAL),
            ),
            row(too_little_in_range, POOR, id="time in range below 65 %", cite=_NICE),
            otherwise(GOOD, cite=_NICE),
        ],
    ),
    plan=[],
)
