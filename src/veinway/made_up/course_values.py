"""What follows from the measured values of a made-up person under treatment."""

from __future__ import annotations

from fractions import Fraction

from .courses import Course


def clearance(course: Course, today: int) -> Fraction:
    """Creatinine clearance in mL/min (Cockcroft-Gault, actual weight, 88.4 µmol/L to the mg/dL)."""
    years = 140 - course.age(today)
    milligrams = Fraction(course.creatinine[-1][1]) / Fraction(884, 10)
    whole = years * Fraction(course.weight, 10) / (72 * milligrams)
    return whole * Fraction(85, 100) if course.sex == "female" else whole
