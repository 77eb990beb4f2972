"""What a service owes somebody under treatment, as a perfect reader of complete facts would say.

Written from the clinical references (2, sections 6.2, 6.7, 6.9 and 6.14; 3, sections 3.4, 4.5 and 6.1),
and on purpose not from the rules in `care`: the two can be checked against each other.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise

from .course_truth_safety import safety_lines
from .course_values import clearance
from .courses import DOACS, Course, Dated
from .truth import EPOCH

Line = tuple[str, str, str]
"""Which list, what, and the state: overdue, due or flagged."""


def months_on(day: int, months: int) -> int:
    """The day so many calendar months later, at the latest the end of its month."""
    start = EPOCH + timedelta(days=day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return (start.replace(year=year, month=month + 1, day=min(start.day, last)) - EPOCH).days


def lines_of(course: Course, today: int) -> Iterator[Line]:
    """Everything that is owed on a day."""
    yield from _reviews(course, today)
    yield from _doac(course, today)
    yield from _warfarin(course, today)
    yield from _filter(course, today)
    yield from _stent(course, today)
    yield from safety_lines(course, today)


def _state(today: int, last: int) -> str:
    return "overdue" if today > last else "due"


def _missed(done: list[int], windows: dict[str, tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """Which of some appointments did not take place, each with its last day.

    Somebody seen inside a window kept that appointment. A visit at another time is a late one for the
    last appointment before it, if that was missed; if not, it is an early one for the next, if that is
    nearer.
    """
    open_ = dict(windows)
    left = []
    for day in done:
        kept = next((key for key, (first, last) in open_.items() if first <= day <= last), None)
        if kept is None:
            left.append(day)
        else:
            del open_[kept]
    for day in left:
        before = [key for key, (first, _) in windows.items() if first <= day]
        after = [key for key, (first, _) in windows.items() if first > day]
        if before and before[-1] in open_:
            del open_[before[-1]]
        elif after and after[0] in open_:
            late = day - windows[before[-1]][1] if before else None
            if late is None or windows[after[0]][0] - day < late:
                del open_[after[0]]
    yield from ((key, last) for key, (_, last) in open_.items())


def _reviews(course: Course, today: int) -> Iterator[Line]:
    """Rule FU-01: within a week, at 3 and 6 months (from 12 and 24 weeks on), after a year."""
    clot = course.clot
    windows = {
        "review_within_a_week": (clot, clot + 7),
        "three_month_review": (clot + 84, months_on(clot, 3)),
        "six_month_review": (clot + 168, months_on(clot, 6)),
        "yearly_review": (months_on(clot, 11), months_on(clot, 13)),
    }
    asked_until = {
        "review_within_a_week": 3,
        "three_month_review": 12,
        "six_month_review": 12,
        "yearly_review": 24,
    }
    for key, last in _missed(course.reviews, windows):
        if months_on(today, -asked_until[key]) <= clot:
            yield "three_month_reviews", key, _state(today, last)


def _doac(course: Course, today: int) -> Iterator[Line]:
    if course.now_on(today) not in DOACS:
        return
    if not course.reviews:
        yield "doac_reviews", "first_doac_review", _state(today, course.started + 42)
    else:
        by = course.reviews[-1] + review_again(course, today)
        yield "doac_reviews", "treatment_review", _state(today, by)
    if course.creatinine:
        by = course.creatinine[-1][0] + bloods_again(course, today)
        yield "doac_bloods", "treatment_bloods", _state(today, by)


def review_again(course: Course, today: int) -> int:
    """The days from one review to the next: 3 months, or sooner where blood tests are due sooner."""
    return min(91, bloods_again(course, today))


def bloods_again(course: Course, today: int) -> int:
    """The days from one blood test to the next.

    A tenth of the clearance in months of 30.4 days, in whole weeks, where it is 60 or less.
    """
    cleared = clearance(course, today)
    if cleared <= 60:
        return 7 * int(cleared * Fraction(304, 100) / 7)
    return 182 if course.age(today) >= 75 else 364


# Warfarin -----------------------------------------------------------------------------------------


def _warfarin(course: Course, today: int) -> Iterator[Line]:
    if course.now_on(today) != "warfarin" or not course.inrs:
        return
    by = course.inrs[-1][0] + inr_again(course.inrs, today - course.clot <= 90)
    yield "inr_tests", "inr_test", _state(today, by)
    if poorly_controlled(course, today):
        yield "inr_control", "poor_control", "flagged"


def inr_again(inrs: list[Dated], first_three_months: bool) -> int:
    """The days to the next INR: 4 weeks for one in range, two more for each in a row before it."""
    last = inrs[-1][1]
    if last > 80:
        return 1
    if last > 35 or last < 15:
        return 7
    if not 20 <= last <= 30:
        return 14
    run = next((n for n, (_, value) in enumerate(reversed(inrs)) if not 20 <= value <= 30), len(inrs))
    weeks = min((4, 6, 8, 10, 12)[min(run, 5) - 1], 6 if first_three_months else 12)
    return 7 * weeks


def poorly_controlled(course: Course, today: int) -> bool:
    """NICE: two above 5, one above 8 or two below 1.5 in 6 months; or less than 65 % of the time in
    range, once 6 months have passed after the first 6 weeks."""
    recent = [value for day, value in course.inrs if day >= months_on(today, -6)]
    if sum(v > 50 for v in recent) >= 2 or max(recent, default=0) > 80:
        return True
    if sum(v < 15 for v in recent) >= 2:
        return True
    share = time_in_range([each for each in course.inrs if each[0] >= course.started + 42])
    return today - course.started >= 42 + 183 and share is not None and share < Fraction(65, 100)


def time_in_range(inrs: list[Dated]) -> Fraction | None:
    """The share of time between 2.0 and 3.0 by straight lines; gaps above 56 days do not count."""
    inside, days = Fraction(0), 0
    for (day, value), (later, next_value) in pairwise(inrs):
        if later - day <= 56:
            days += later - day
            inside += (later - day) * _part_inside(value, next_value)
    return inside / days if days else None


def _part_inside(value: int, other: int) -> Fraction:
    low, high = sorted((value, other))
    if low == high:
        return Fraction(20 <= low <= 30)
    return Fraction(max(0, min(high, 30) - max(low, 20)), high - low)


# Filters and stents -------------------------------------------------------------------------------


def _filter(course: Course, today: int) -> Iterator[Line]:
    """Rule IVC-R1: a filter that is in place, booked for removal, permanent, or lost from sight."""
    if not course.filter:
        return
    day, last = course.filter[-1]
    if last == "booked":
        yield "filters", "booked_removal", _state(today, day + 28)
    elif last == "lost":
        yield "filters", "find_lost_filter", "due"
    elif last == "permanent":
        yield "filters", "permanent_filter_review", _state(today, months_on(day, 13))
    if last in ("inserted", "attempt_failed", "booked") and course.filter_plan:
        yield "filters", "planned_removal", "due"
    if last not in ("inserted", "attempt_failed"):
        return
    placed = course.filter[0][0]
    if not course.filter_plan:
        yield "filters", "filter_plan", "due"
    yield "filters", "filter_review_4_weeks", _state(today, placed + 35)
    yield "filters", "remove_filter", _state(today, placed + 84)


def _stent(course: Course, today: int) -> Iterator[Line]:
    """Duplex at 2 and 6 weeks, 6 and 12 months."""
    if course.stent is None:
        return
    day = course.stent
    windows = {
        "stent_duplex_2_weeks": (day + 7, day + 21),
        "stent_duplex_6_weeks": (day + 35, day + 56),
        "stent_duplex_6_months": (months_on(day, 5), months_on(day, 7)),
        "stent_duplex_12_months": (months_on(day, 11), months_on(day, 13)),
    }
    for key, last in _missed(course.duplexes, windows):
        yield "stents", key, _state(today, last)
