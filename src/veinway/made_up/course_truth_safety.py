"""Whom the safety rules on supplied anticoagulants are about (reference 2, section 6.14)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from .course_values import clearance
from .courses import DOACS, Course

Line = tuple[str, str, str]
_XA = DOACS[:3]
_STRONG = ("ketoconazole", "rifampicin", "carbamazepine")
_LISTED_FOR_EDOXABAN = ("ketoconazole", "erythromycin")


def safety_lines(course: Course, today: int) -> Iterator[Line]:
    """What the rules P-01 to P-15 find."""
    for found in (*_doses(course, today), *_beside(course, today), *_first_weeks(course, today)):
        yield "wrong_dose", f"{found}_found", "flagged"
    for found in _tests_missing(course, today):
        yield "tests_missing", f"{found}_found", "flagged"


def _recent(days: list[int], today: int, back: int = 90) -> bool:
    return any(0 <= today - day <= back for day in days)


def _cleared(course: Course, today: int) -> Fraction | None:
    """The clearance, where creatinine was measured in the last year."""
    tested = course.creatinine and today - course.creatinine[-1][0] <= 365
    return clearance(course, today) if tested else None


def _doses(course: Course, today: int) -> Iterator[str]:
    cleared = _cleared(course, today)
    if cleared is not None and cleared < 30 and _recent(course.supplied("dabigatran"), today):
        yield "dabigatran_kidney"
    if cleared is not None and cleared < 15 and _recent(course.supplied(*_XA), today):
        yield "xa_inhibitor_kidney"
    reduced = course.product_days("apixaban_2_5", "rivaroxaban_10")
    for_clot = _recent(course.supplied(*DOACS), today) and not course.atrial_fibrillation
    if for_clot and any(0 <= day - course.clot <= 182 for day in reduced):
        yield "reduced_dose_too_early"
    loading = course.product_days("rivaroxaban_15")
    goes_on = _recent(loading, today) and loading[-1] - loading[0] >= 27
    if goes_on and cleared is not None and cleared >= 50:
        yield "loading_too_long"
    if _recent(course.product_days("edoxaban_60"), today):
        taken = [day for day, what in course.medicines if what in _LISTED_FOR_EDOXABAN]
        small = course.weight <= 600 or (cleared is not None and cleared <= 50)
        if small or _recent(taken, today, 30):
            yield "edoxaban_dose_too_high"


def _beside(course: Course, today: int) -> Iterator[str]:
    if not _recent(course.supplied(*DOACS), today):
        return
    if course.antibodies != "none":
        yield "doac_in_aps"
    if course.mechanical_valve:
        yield "doac_with_valve"
    if course.pregnant:
        yield "doac_in_pregnancy"
    if _recent([day for day, what in course.medicines if what in _STRONG], today):
        yield "interacting_medicine"


def _first_weeks(course: Course, today: int) -> Iterator[str]:
    injected = course.supplied("lmwh")
    first = min(course.supplied("edoxaban", "dabigatran"), default=None)
    others = course.supplied("apixaban", "rivaroxaban", "warfarin")
    if first is not None:
        switched = any(1 <= first - day <= 365 for day in others)
        if not switched and not any(5 <= first - day <= 30 for day in injected):
            yield "no_lead_in"
    if injected and 0 <= today - injected[0] <= 120:
        before = [value for day, value in course.platelets if -30 <= day - injected[0] <= 3]
        later = [value for day, value in course.platelets if 4 <= day - injected[0] <= 14]
        if before and later and 10 * min(later) <= 7 * max(before):
            yield "platelets_fell_on_heparin"
    kept = 0
    for drug in (*DOACS, "warfarin", "lmwh"):
        ago = [today - day for day in course.supplied(drug)]
        kept += any(0 <= days <= 14 for days in ago) and any(15 <= days <= 60 for days in ago)
    if kept >= 2:
        yield "two_anticoagulants"


def _tests_missing(course: Course, today: int) -> Iterator[str]:
    """P-08 and P-10."""
    ago = [today - day for day in course.supplied(*DOACS)]
    on_it = any(0 <= days <= 90 for days in ago) and any(90 <= days <= 365 for days in ago)
    if on_it and _kidney_test_missing(course, today):
        yield "no_kidney_test"
    reviewed = any(60 <= day - course.clot <= 150 for day in course.reviews)
    if 151 <= today - course.clot <= 730 and not reviewed:
        yield "no_three_month_review"


def _kidney_test_missing(course: Course, today: int) -> bool:
    """None in a year; or, where the clearance is 60 or less, in a tenth of it in months."""
    if not course.creatinine:
        return True
    since = today - course.creatinine[-1][0]
    if since > 365:
        return True
    cleared = clearance(course, today)
    limits = ((15, 46), (30, 91), (45, 137), (60, 182))
    return any(cleared <= border and since > days for border, days in limits)
