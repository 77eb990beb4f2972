"""One person's INRs as JSON: the answer of `veinway inr`."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from veinway.language.values import Interval
from veinway.show.inr_parts import InrReading
from veinway.show.json_answers import NOTICE, moment, step_json
from veinway.show.values import day_words, number_json

Answer = dict[str, Any]


def inr_answer(reading: InrReading) -> Answer:
    """The next dose and date, control by each method, and what each source says."""
    low, high = reading.range
    days = reading.next_days
    return {
        "id": reading.name,
        "edition": reading.edition,
        "at": moment(reading.assessment.situation.at_minute, "minute"),
        "range": [number_json(low), number_json(high)],
        "values": [
            {"day": day_words(day), "low": number_json(value.low), "high": number_json(value.high)}
            for day, value in reading.series
        ],
        "next_dose": _next_dose(reading),
        "next_inr": None if days is None else [day_words(day) for day in days],
        "control": _control(reading),
        "steps": [step_json(each, {}) for each in reading.steps()],
        "notice": NOTICE,
    }


def _next_dose(reading: InrReading) -> Answer | None:
    new = reading.new_dose
    if new is None:
        return None
    return {
        "low": number_json(new.low),
        "high": number_json(new.high),
        "unit": "mg",
        "every": "week",
        "first": reading.held_words,
        "total": number_json(new.total),
        "spread": [{"days": count, "amount": number_json(mg)} for count, mg in new.spread],
    }


def _control(reading: InrReading) -> Answer:
    found = reading.control
    return {
        "method": "Rosendaal, linear interpolation",
        "percent": _interval(found.rosendaal),
        "whole_days_percent": _number(found.whole_days),
        "tests_in_range_percent": _number(found.tests),
        "values": found.values,
        "intervals": found.intervals,
        "days": found.days,
        "days_excluded_gap": found.days_left_out,
        "first_six_weeks_excluded": reading.started is not None,
        "insufficient_period": not reading.six_months,
    }


def _interval(value: Interval | None) -> list[float] | None:
    return None if value is None else [_number(Fraction(end)) or 0.0 for end in value]


def _number(value: Fraction | None) -> float | None:
    """Four decimals are enough to show; every comparison was made on the fraction."""
    return None if value is None else round(float(value), 4)
