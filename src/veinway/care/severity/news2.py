"""NEWS2, the early warning score of acute illness: no score of embolism (reference 3, section 1.3).

Its bands are from memory, so that nothing rests on it. AHA/ACC counts 9 points or more as high risk.
"""

from veinway.care.facts.chest import (
    body_temperature,
    heart_rate,
    respiratory_rate,
    spo2,
    supplemental_oxygen,
    systolic_bp,
)
from veinway.care.facts.person import adult, pregnant
from veinway.care.facts.severity import (
    altered_mental_state,
    not_alert,
    oxygen_target_88_to_92,
)
from veinway.care.sources import AHA_2026, LOCAL, NEWS2_2017, PRODUCT, S, U
from veinway.language import *

_CHART = NEWS2_2017.at("chart", U)
_SHEET = AHA_2026.at("risk scores", S, "a third-party extraction")
_TARGET = "no prescribed target of 88 to 92 % is on record, and it is the exception"
_SCALE_2 = presume(
    oxygen_target_88_to_92,
    NO,
    because=_TARGET,
    source=PRODUCT.at("presumption on NEWS2, scale 2", LOCAL),
)
_alert_or_not = presume(
    not_alert,
    NO,
    when=no(altered_mental_state),
    because="not disoriented, lethargic, stuporous or comatose",
    source=PRODUCT.at("presumption on NEWS2, consciousness", LOCAL),
)
_scale_1, _on_air = no(_SCALE_2), no(supplemental_oxygen)

_slow, _cold = respiratory_rate <= 8, body_temperature <= 35
_fast, _low_oxygen = respiratory_rate >= 25, all_of(_scale_1, spo2 < 92)
_low_oxygen_2 = all_of(_SCALE_2, spo2 < 84)
_too_much_oxygen = all_of(_SCALE_2, supplemental_oxygen, spo2 >= 97)
_low_pressure, _high_pressure = systolic_bp <= 90, systolic_bp >= 220
_slow_pulse, _fast_pulse = heart_rate <= 40, heart_rate >= 131
single_three = any_of(
    _slow,
    _fast,
    _low_oxygen,
    _low_oxygen_2,
    _too_much_oxygen,
    _low_pressure,
    _high_pressure,
    _slow_pulse,
    _fast_pulse,
    _alert_or_not,
    _cold,
)
NEWS2 = score(
    "news2",
    "NEWS2, early warning score",
    source=_CHART,
    items=[
        only_one(
            points(3, _slow, "8 or fewer"),
            points(1, respiratory_rate < 12, "9 to 11"),
            points(3, _fast, "25 or more"),
            points(2, respiratory_rate > 20, "21 to 24"),
            label="Breaths a minute",
        ),
        only_one(
            points(3, _low_oxygen, "91 or less"),
            points(2, all_of(_scale_1, spo2 < 94), "92 to 93"),
            points(1, all_of(_scale_1, spo2 < 96), "94 to 95"),
            points(3, _low_oxygen_2, "83 or less, target 88 to 92"),
            points(2, all_of(_SCALE_2, spo2 < 86), "84 to 85, target 88 to 92"),
            points(1, all_of(_SCALE_2, spo2 < 88), "86 to 87, target 88 to 92"),
            points(3, _too_much_oxygen, "97 or more on oxygen, target 88 to 92"),
            points(
                2,
                all_of(_SCALE_2, supplemental_oxygen, spo2 >= 95),
                "95 to 96 on oxygen, target 88 to 92",
            ),
            points(
                1,
                all_of(_SCALE_2, supplemental_oxygen, spo2 >= 93),
                "93 to 94 on oxygen, target 88 to 92",
            ),
            label="Oxygen saturation in per cent",
        ),
        points(2, supplemental_oxygen, "On oxygen"),
        only_one(
            points(3, _low_pressure, "90 or less"),
            points(2, systolic_bp <= 100, "91 to 100"),
            points(1, systolic_bp <= 110, "101 to 110"),
            points(3, _high_pressure, "220 or more"),
            label="Systolic pressure",
        ),
        only_one(
            points(3, _slow_pulse, "40 or fewer"),
            points(1, heart_rate <= 50, "41 to 50"),
            points(3, _fast_pulse, "131 or more"),
            points(2, heart_rate > 110, "111 to 130"),
            points(1, heart_rate > 90, "91 to 110"),
            label="Heart rate",
        ),
        points(3, _alert_or_not, "New confusion, or not alert"),
        only_one(
            points(3, _cold, "35.0 or less"),
            points(1, body_temperature <= 36, "35.1 to 36.0"),
            points(2, body_temperature > 39, "39.1 or more"),
            points(1, body_temperature > 38, "38.1 to 39.0"),
            label="Temperature in °C",
        ),
    ],
    bands=[
        below(5, Band("low", "low")),
        below(7, Band("medium", "medium")),
        from_(7, Band("high", "high")),
    ],
    # The chart is not made for pregnancy, which changes what is normal.
    for_whom=all_of(adult, no(pregnant)),
)
RESPONSE = table(
    "news2_level",
    "What NEWS2 comes to",
    hit="first",
    source=_CHART,
    rows=[
        row(
            NEWS2.total >= 9,
            neutral("news2_from_9", "9 or more: AHA/ACC counts it as high risk.", short="9 or more"),
            id="9 or more",
            cite=_SHEET,
        ),
        row(
            NEWS2.is_("high"),
            neutral("news2_high", "High: 7 or more.", short="high"),
            id="7 or more",
            cite=_CHART,
        ),
        row(
            NEWS2.is_("medium"),
            neutral("news2_medium", "Medium: 5 or 6.", short="medium"),
            id="5 or 6",
            cite=_CHART,
        ),
        row(
            single_three,
            neutral(
                "news2_single_three",
                "Low to medium: below 5, and one measurement alone counts 3.",
                short="low to medium",
            ),
            id="one of 3 points",
            cite=_CHART,
        ),
        otherwise(neutral("news2_low", "Low: below 5, no single 3.", short="low"), cite=_CHART),
    ],
)
