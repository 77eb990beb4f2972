"""Writing a course into a record."""

from __future__ import annotations

from random import Random

from . import course_codes as codes
from .codes import CREATININE
from .courses import Course
from .fhir import FACT, LOINC, OPTION, Chart, Coding, concept, day_text, instant, quantity
from .life import DAY


def write_course(rng: Random, course: Course, hidden: set[str], today: int) -> Chart:
    """The record of a course, without what is hidden."""
    chart = Chart(course.person)
    birth = None if "birth_date" in hidden else day_text(course.birth)
    chart.patient(None if "sex_at_birth" in hidden else course.sex, birth)
    found = day_text(course.clot)
    chart.condition(rng.choice(codes.CLOTS[course.kind]), onset=found, recorded=found)
    _supplies(chart, course)
    _values(rng, chart, course, hidden)
    for day in course.reviews:
        chart.procedure(codes.REVIEW, day=day)
    _background(chart, course, hidden, today)
    _devices(chart, course, hidden, today)
    return chart


def noon(day: int) -> int:
    """The minute in which the records of a day are written."""
    return day * DAY + 720


def supply(chart: Chart, code: Coding, day: int, status: str = "completed") -> None:
    """A prescription."""
    chart.add(
        "MedicationRequest",
        status=status,
        intent="order",
        medicationCodeableConcept=concept(code),
        authoredOn=instant(noon(day)),
    )


def _dose(chart: Chart, code: Coding, day: int) -> None:
    """One dose, which says to the day when it was taken."""
    chart.add(
        "MedicationAdministration",
        status="completed",
        medicationCodeableConcept=concept(code),
        effectiveDateTime=instant(noon(day)),
    )


def _supplies(chart: Chart, course: Course) -> None:
    for day, product in course.supplies:
        supply(chart, codes.PRODUCTS[product], day)
    for day, ingredient in course.medicines:
        _dose(chart, (FACT, f"medicine-{ingredient}"), day)
    if course.supplied(course.drug):
        chart.finding("treatment_start", True, noon(course.started))
        if course.drug == "warfarin":
            chart.finding("warfarin_start", True, noon(course.started))


def _values(rng: Random, chart: Chart, course: Course, hidden: set[str]) -> None:
    if "body_weight" not in hidden:
        weight = quantity(course.weight / 10, "kg")
        chart.observation(codes.WEIGHT, noon(course.weighed), weight)
    for day, value in course.creatinine:
        _creatinine(rng, chart, day, value, hidden)
    for number, (day, value) in enumerate(course.platelets):
        if number or "platelets_before" not in hidden:
            chart.observation(codes.PLATELETS, noon(day), quantity(value, "10*9/L"))
    for day, value in course.inrs:
        chart.observation(codes.INR, noon(day), quantity(value / 10, "1"))


def _creatinine(rng: Random, chart: Chart, day: int, value: int, hidden: set[str]) -> None:
    """In µmol/L, or in mg/dL with the digits to say the same; where it is hidden, without a unit."""
    if "serum_creatinine" in hidden:
        chart.observation((LOINC, "38483-4"), noon(day), {"valueQuantity": {"value": value}})
    elif rng.random() < 0.2:
        milligrams = round(value / 88.4, 6)
        chart.observation(CREATININE["mg/dL"], noon(day), quantity(milligrams, "mg/dL"))
    else:
        chart.observation(CREATININE["umol/L"], noon(day), quantity(value, "umol/L"))


def _background(chart: Chart, course: Course, hidden: set[str], today: int) -> None:
    """Illnesses by their codes; what is not so, and what has no code, as an answer."""
    told = (
        ("atrial_fibrillation", course.atrial_fibrillation, codes.ATRIAL_FIBRILLATION),
        ("mechanical_valve", course.mechanical_valve, codes.MECHANICAL_VALVE),
        ("pregnant", course.pregnant, codes.PREGNANT),
    )
    for key, so, code in told:
        if key in hidden:
            continue
        if so:
            day = day_text(max(course.clot, today - 60))
            chart.condition(code, onset=day, recorded=day)
        else:
            chart.finding(key, False, noon(today - 1))
    if "aps_status" not in hidden:
        _chosen(chart, "aps_status", course.antibodies, today - 2)
    if course.drug == "warfarin" and "inr_range" not in hidden:
        _chosen(chart, "inr_range", "from_2_to_3", today - 2)


def _chosen(chart: Chart, key: str, option: str, day: int) -> None:
    value = {"valueCodeableConcept": concept((OPTION, option))}
    chart.observation((FACT, key), noon(day), value)


def _devices(chart: Chart, course: Course, hidden: set[str], today: int) -> None:
    for day, what in course.filter:
        filter_event(chart, day, what)
    if course.filter:
        for key, so in (
            ("filter_plan_documented", course.filter_plan),
            ("anticoagulation_established", course.established),
        ):
            if key not in hidden:
                chart.finding(key, so, noon(today - 1))
    if course.stent is not None:
        chart.procedure(codes.STENT, day=course.stent)
    for day in course.duplexes:
        chart.procedure(codes.DUPLEX, day=day)


def filter_event(chart: Chart, day: int, what: str, status: str = "final") -> None:
    """Something that happened to a filter."""
    part = {"code": concept((FACT, "what")), "valueCodeableConcept": concept((OPTION, what))}
    chart.add(
        "Observation",
        status=status,
        code=concept((FACT, "filter_event")),
        effectiveDateTime=day_text(day),
        component=[part],
    )
