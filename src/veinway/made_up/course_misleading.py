"""Records of a course that mislead a careless reader; a careful one makes nothing of them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from . import course_codes as codes
from .course_chart import filter_event, noon, supply
from .courses import Course
from .fhir import Chart, concept, day_text, instant


def write_trick(rng: Random, chart: Chart, course: Course, misleading: float, today: int) -> str:
    """Add a misleading record to this share of charts; returns which, or nothing."""
    if rng.random() >= misleading:
        return ""
    name = rng.choice(sorted(_TRICKS))
    _TRICKS[name](rng, chart, course, today)
    return name


def _entered_in_error(rng: Random, chart: Chart, course: Course, today: int) -> None:
    """A box of another drug, on the wrong patient's chart."""
    product = rng.choice(("dabigatran_150", "rivaroxaban_15", "edoxaban_60", "warfarin"))
    supply(chart, codes.PRODUCTS[product], today - rng.randint(0, 20), "entered-in-error")


def _cancelled(rng: Random, chart: Chart, course: Course, today: int) -> None:
    supply(chart, codes.PRODUCTS["apixaban_2_5"], today - rng.randint(0, 20), "cancelled")


def _not_given(rng: Random, chart: Chart, course: Course, today: int) -> None:
    """A strength that was meant for somebody else, and was not given."""
    chart.add(
        "MedicationAdministration",
        status="not-done",
        medicationCodeableConcept=concept(codes.PRODUCTS["rivaroxaban_10"]),
        effectiveDateTime=instant(noon(today - rng.randint(0, 20))),
    )


def _duplicates(rng: Random, chart: Chart, course: Course, today: int) -> None:
    for kind, lines in chart.lines.items():
        if lines:
            chart.repeat_last(kind)


def _after_at(rng: Random, chart: Chart, course: Course, today: int) -> None:
    """What happens only after today: a review, and a box of another drug."""
    chart.procedure(codes.REVIEW, day=today + rng.randint(2, 9))
    supply(chart, codes.PRODUCTS["dabigatran_150"], today + rng.randint(2, 9))


def _refuted_clot(rng: Random, chart: Chart, course: Course, today: int) -> None:
    """A second clot that was not one."""
    day = day_text(today - rng.randint(1, 60))
    chart.condition(codes.CLOTS["pe"][0], onset=day, recorded=day, verification="refuted")


def _filter_in_error(rng: Random, chart: Chart, course: Course, today: int) -> None:
    filter_event(chart, today - rng.randint(1, 60), rng.choice(("inserted", "retrieved")), "cancelled")


_TRICKS: dict[str, Callable[[Random, Chart, Course, int], None]] = {
    "after_at": _after_at,
    "cancelled": _cancelled,
    "duplicates": _duplicates,
    "entered_in_error": _entered_in_error,
    "filter_in_error": _filter_in_error,
    "not_given": _not_given,
    "refuted_clot": _refuted_clot,
}
