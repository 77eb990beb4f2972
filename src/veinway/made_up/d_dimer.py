"""D-dimers as laboratories report them: two families of unit, four magnitudes, limits of the assay."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .life import DDimer

HIGHEST = 10_000_000
"""The end of the measure's domain, in tenths of µg/L FEU."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to report a D-dimer.

    grid: tenths of µg/L FEU in one unit of the last digit. decimals: digits after the point.
    below, above: the assay's limits, in units of the last digit. normal_up_to: the upper end of the
    reference range that is printed beside it, or 0.
    """

    loinc: str
    unit: str
    ucum: str
    grid: int
    decimals: int
    below: int
    above: int
    normal_up_to: float = 0


FORMS = (
    Form("48065-7", "ug/L FEU", "ug/L{FEU}", 10, 0, 270, 10_000),
    Form("48065-7", "mg/L FEU", "mg/L{FEU}", 100, 2, 27, 2_000),
    Form("48067-3", "ng/mL", "ng/mL", 10, 0, 200, 10_000),
    Form("71427-9", "ug/mL", "ug/mL", 100, 2, 19, 2_000),
    Form("48066-5", "ng/mL DDU", "ng/mL{DDU}", 20, 0, 150, 5_000),
    Form("48058-2", "ng/mL", "ng/mL", 20, 0, 100, 5_000),
    Form("48066-5", "mg/L", "mg/L", 200, 2, 15, 500),
    Form("30240-6", "ug/L FEU", "ug/L{FEU}", 10, 0, 270, 10_000),
    Form("30240-6", "mg/L", "mg/L", 100, 2, 27, 2_000, 0.5),
    Form("30240-6", "ng/mL", "ng/mL", 20, 0, 150, 5_000, 250),
)
"""The last two name no family; only their reference range tells it."""
WITHOUT_FAMILY = Form("30240-6", "ug/L", "ug/L", 10, 0, 200, 10_000)
CONFLICT = Form("48066-5", "mg/L FEU", "mg/L{FEU}", 100, 2, 27, 2_000)
"""The code says DDU and the unit says FEU: such records exist, and cannot be used."""
_WEIGHTS = (20, 42, 56, 64, 76, 84, 88, 92, 96, 100)


def draw_d_dimer(rng: Random, clot: bool, age: int, requested: int, slow: bool) -> DDimer:
    """A D-dimer; one in thirty lies on a cut-off or one digit beside it.

    slow: the result takes more than 4 hours.
    """
    form_number = _form_number(rng)
    form = FORMS[form_number]
    if rng.random() < 0.033:
        cut_off = rng.choice((5000, max(5000, 100 * age)))
        digits = cut_off // form.grid + rng.choice((-1, 0, 1))
    else:
        middle = 7.6 if clot else 5.75 + max(0, age - 40) / 110
        digits = int(10 * rng.lognormvariate(middle, 0.75) / form.grid)
    sampled = requested + rng.randint(5, 60)
    issued = requested + (rng.randint(245, 330) if slow else rng.randint(70, 235))
    number, comparator, low, high = report(form, digits)
    return DDimer(form_number, number, comparator, low, high, requested, sampled, issued)


def report(form: Form, digits: int) -> tuple[float, str, int, int]:
    """What is printed for a result, and the interval that it stands for on the grid of FEU."""
    if digits < form.below:
        return _decimal(form, form.below), "<", 0, form.below * form.grid - 1
    if digits > form.above:
        return _decimal(form, form.above), ">", form.above * form.grid + 1, HIGHEST
    return _decimal(form, digits), "", digits * form.grid, digits * form.grid


def _decimal(form: Form, digits: int) -> float:
    return digits / 100 if form.decimals else digits


def _form_number(rng: Random) -> int:
    draw = 100 * rng.random()
    return next(place for place, up_to in enumerate(_WEIGHTS) if draw < up_to)
