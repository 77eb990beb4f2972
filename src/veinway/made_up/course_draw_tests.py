"""Drawing the tests, reviews and devices of a course."""

from __future__ import annotations

from random import Random

from .course_truth import months_on
from .courses import Course


def draw_values(rng: Random, course: Course, today: int) -> None:
    """Creatinine: at the clot, then every half year or so; some people are lost to it."""
    level = rng.lognormvariate(4.38, 0.32) * (1 + max(0, course.age(today) - 55) / 60)
    if rng.random() < 0.04:
        level = rng.uniform(250, 700)
    until = today if rng.random() < 0.75 else course.clot + rng.randint(0, 300)
    day = course.clot
    while day <= min(until, today):
        course.creatinine.append((day, max(35, round(level * rng.uniform(0.95, 1.05)))))
        day += rng.randint(100, 260)


def draw_care(rng: Random, course: Course, today: int) -> None:
    """Platelets on heparin, INRs on warfarin, and the reviews that took place."""
    count = rng.randint(150, 400)
    if course.supplied("lmwh") and rng.random() < 0.8:
        course.platelets.append((course.clot, count))
        day = course.clot + rng.choice((4, 7, 10, 14))
        if day <= today:
            fall = rng.choice((69, 70, 71, 40)) if rng.random() < 0.12 else rng.randint(85, 110)
            course.platelets.append((day, count * fall // 100))
    if course.drug == "warfarin":
        _draw_inrs(rng, course, today)
    _draw_reviews(rng, course, today)


def _draw_inrs(rng: Random, course: Course, today: int) -> None:
    """Often at first, then as the last value allows; a third of people are never quite in range."""
    settled, day = rng.random() < 0.65, course.started + 3
    until = today if rng.random() < 0.85 else today - rng.randint(20, 120)
    while day <= until:
        first_weeks = day < course.started + 21
        spread = 6 if first_weeks or not settled else 2
        value = max(9, min(95, round(rng.gauss(25, spread))))
        if not settled and rng.random() < 0.06:
            value = rng.choice((51, 55, 81, 14, 13))
        course.inrs.append((day, value))
        day += rng.randint(3, 7) if first_weeks else rng.randint(7, 28 if not settled else 56)


def _draw_reviews(rng: Random, course: Course, today: int) -> None:
    clot = course.clot
    if rng.random() < 0.75:
        course.reviews.append(clot + rng.randint(2, 7))
    if rng.random() < 0.75:
        late = bool(course.reviews) and rng.random() < 0.15
        course.reviews.append(clot + (rng.randint(95, 150) if late else rng.randint(84, 89)))
    if rng.random() < 0.7:
        course.reviews.append(months_on(clot, 12) - rng.randint(0, 20))
    course.reviews = [day for day in course.reviews if day <= today]


def draw_devices(rng: Random, course: Course, today: int) -> None:
    """A filter in one of fourteen people, a stent in one of twenty."""
    if rng.random() < 0.07:
        _draw_filter(rng, course, today)
    if rng.random() < 0.05:
        _draw_stent(rng, course, today)


def _draw_filter(rng: Random, course: Course, today: int) -> None:
    """Placed, and then as it may go; what has not happened yet is left out."""
    placed = min(course.clot + rng.randint(0, 5), today)
    course.filter.append((placed, "inserted"))
    course.filter_plan, course.established = rng.random() < 0.7, rng.random() < 0.7
    day = placed
    endings = ("retrieved", "retrieved", "retrieved", "permanent", "lost", "died", "")
    for what in (*_before_end(rng), rng.choice(endings)):
        day += rng.randint(15, 60)
        if what and day <= today:
            course.filter.append((day, what))


def _before_end(rng: Random) -> tuple[str, ...]:
    return (("attempt_failed",), ("booked",), ("booked", "attempt_failed"), ())[rng.randrange(4)]


def _draw_stent(rng: Random, course: Course, today: int) -> None:
    """A stent in the first weeks, and its scans, of which one in four is missed."""
    day = course.stent = min(course.clot + rng.randint(2, 20), today)
    planned = (
        day + rng.randint(10, 18),
        day + rng.randint(38, 50),
        months_on(day, 6) - rng.randint(0, 10),
        months_on(day, 12) - rng.randint(0, 10),
    )
    course.duplexes = [each for each in planned if each <= today and rng.random() < 0.75]
