"""Drawing a course: the person, the clot, what was supplied, and the lapses of real care.

All probabilities are made up, and high where a list would else stay empty.
"""

from __future__ import annotations

from random import Random

from .course_draw_tests import draw_care, draw_devices, draw_values
from .courses import Course

_DRUGS = ("apixaban", "rivaroxaban", "edoxaban", "dabigatran", "warfarin", "lmwh")
_SHARES = (30, 22, 14, 10, 18, 6)
_EDGES = (7, 8, 150, 151, 182, 183, 730, 731)
"""Days since the clot on which a rule changes its mind; one course in ten is given one of them."""


def draw_course(rng: Random, person: str, today: int) -> Course:
    """One person whose clot was found 3 to 800 days ago, and everything up to today."""
    ago = rng.choice(_EDGES) if rng.random() < 0.1 else rng.randint(3, 800)
    sex = "female" if rng.random() < 0.52 else "male"
    years = int(19 + 76 * rng.betavariate(2.4, 1.5))
    course = Course(
        person=person,
        birth=today - int(years * 365.2425) - rng.randint(1, 364),
        sex=sex,
        clot=today - ago,
        kind="pe" if rng.random() < 0.4 else "dvt",
        weight=round(max(380.0, rng.gauss(700 if sex == "female" else 830, 150))),
        weighed=today - rng.randint(0, 300),
        side=rng.choice(("left", "right")),
        drug=rng.choices(_DRUGS, _SHARES)[0],
    )
    _draw_background(rng, course, today)
    draw_values(rng, course, today)
    _draw_supplies(rng, course, today)
    draw_care(rng, course, today)
    draw_devices(rng, course, today)
    return course


def _draw_background(rng: Random, course: Course, today: int) -> None:
    course.atrial_fibrillation = rng.random() < 0.08
    course.mechanical_valve = rng.random() < 0.02
    if rng.random() < 0.04:
        course.antibodies = rng.choice(("single", "double", "triple"))
    young = course.sex == "female" and course.age(today) < 45
    course.pregnant = young and rng.random() < 0.12
    if rng.random() < 0.07:
        what = rng.choice(("ketoconazole", "rifampicin", "carbamazepine", "erythromycin"))
        course.medicines.append((max(course.clot, today - rng.choice((89, 91, 20, 30, 200))), what))


def _draw_supplies(rng: Random, course: Course, today: int) -> None:
    """A box every four weeks or so; one in four has stopped, one in thirty takes two drugs."""
    _lead_in(rng, course)
    # What is supplied today is not on record yet.
    stop = today - 1
    if rng.random() < 0.25:
        stop = min(stop, course.clot + rng.randint(60, 200))
    day = course.started
    while day <= stop:
        course.supplies.append((day, _product(rng, course, day)))
        day += 14 if day == course.started and course.drug == "rivaroxaban" else rng.randint(24, 32)
    if rng.random() < 0.04:
        _second_drug(rng, course, today)
    course.supplies.sort()


def _lead_in(rng: Random, course: Course) -> None:
    """Heparin before edoxaban and dabigatran, and beside warfarin; sometimes too short, or none."""
    course.started = course.clot
    if course.drug in ("edoxaban", "dabigatran"):
        course.supplies += [(course.clot, "lmwh")] if rng.random() < 0.9 else []
        course.started += rng.choice((5, 5, 6, 7, 3)) if course.supplies else 0
    elif course.drug == "warfarin":
        course.supplies.append((course.clot, "lmwh"))
        course.started += 1


def _product(rng: Random, course: Course, day: int) -> str:
    """What is supplied on a day; now and then what should not be."""
    since, slip = day - course.clot, rng.random() < 0.03
    match course.drug:
        case "apixaban":
            low = since > 182 if rng.random() < 0.5 else False
            return "apixaban_2_5" if low or (slip and since > 20) else "apixaban_5"
        case "rivaroxaban":
            if since < 14 or slip:
                return "rivaroxaban_15"
            return "rivaroxaban_10" if since > 182 and course.person[-1] in "02468" else "rivaroxaban_20"
        case "edoxaban":
            small = course.weight <= 600 or course.creatinine[-1][1] > 120
            return "edoxaban_30" if small and not slip else "edoxaban_60"
        case "dabigatran":
            return "dabigatran_110" if course.age(day) >= 80 else "dabigatran_150"
    return course.drug


def _second_drug(rng: Random, course: Course, today: int) -> None:
    """Another drug beside the first: its last box comes a day before that of the first."""
    last = max((day for day, _ in course.supplies), default=today)
    other = {"apixaban": "warfarin", "warfarin": "apixaban_5"}.get(course.drug, "apixaban_5")
    days = {day for day, _ in course.supplies}
    for day in (last - 1, last - 1 - rng.randint(10, 30)):
        if day > course.clot + 1 and day not in days:
            course.supplies.append((day, other))
