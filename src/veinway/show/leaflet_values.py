"""The words that fill the places of a personal leaflet: days, medicines, doses, in its language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction

from veinway.care.leaflet import words
from veinway.engine.planning import PhasePlan
from veinway.language import Dose
from veinway.language.time import MINUTES_A_DAY, date_of
from veinway.show.dose_words import number
from veinway.show.leaflet_known import Told

Say = Callable[[str], str]
"""From an English message to the language."""


def values_of(told: Told, say: Say) -> dict[str, str]:
    """Every place that the findings fill; a place that is not here makes its passage unsaid."""
    return {name: text for name, text in _all(told, say) if text}


def day_words(day: int, say: Say) -> str:
    """A day number as a date: "4 March 2026"."""
    return date_words(date_of(day), say)


def date_words(when: date, say: Say) -> str:
    """A date in words."""
    month = say(words.MONTHS[when.month - 1])
    return say(words.DAY).format(day=when.day, month=month, year=when.year)


def _all(told: Told, say: Say) -> Iterator[tuple[str, str]]:
    yield from _clot(told, say)
    yield from _medicines(told, say)
    yield from _doses(told, say)
    if told.review is not None:
        yield "review_day", day_words(told.review // MINUTES_A_DAY, say)
    for each in told.contacts:
        if each.state in ("due", "overdue") and each.due_by is not None:
            end = "late" if each.state == "overdue" else "by"
            yield f"{each.action.key}_{end}", day_words(each.due_by, say)
    if told.blood_test is not None:
        end = "late" if told.blood_test < told.treated.at else "by"
        yield f"blood_test_{end}", day_words(told.blood_test, say)


def _clot(told: Told, say: Say) -> Iterator[tuple[str, str]]:
    clot = told.clot
    if clot is not None:
        yield "clot_place", say(words.CLOT_PLACES.get(clot.place, ""))
        yield "clot_day", "" if clot.day is None else day_words(clot.day, say)


def _medicines(told: Told, say: Say) -> Iterator[tuple[str, str]]:
    taken, chosen = _named(told.medicine, say), _named(told.chosen, say)
    another = bool(taken and chosen) and not told.goes_on_with_chosen
    yield "medicine", taken
    yield "refused_medicine", taken if told.refused else ""
    yield "chosen_first", "" if taken else chosen
    yield "chosen_instead", chosen if another else ""
    yield "any_medicine", taken or chosen


def _named(key: str, say: Say) -> str:
    text = words.MEDICINES.get(key, "")
    return say(text) if text else ""


# Doses --------------------------------------------------------------------------------------------


def _doses(told: Told, say: Say) -> Iterator[tuple[str, str]]:
    phases = told.phases
    if not phases:
        return
    (part, timed), *later = phases
    if _may_stay_as_it_was(told, part):
        yield "lower_dose", dose_words(part, say)
        before = (each for each in told.every_phase if each.phase.key == _BEFORE)
        yield from (("full_dose", dose_words(each, say)) for each in before)
    else:
        yield "dose" if told.medicine else "first_dose", dose_words(part, say)
    # Only a phase that is counted in doses ends by itself; what follows another one is decided then.
    if later and part.lasts.doses is not None and timed is not None and timed.ends is not None:
        yield "next_dose", dose_words(later[0][0], say)
        yield "next_dose_day", day_words(timed.ends // MINUTES_A_DAY, say)


_BEFORE, _AFTER = "treatment", "extended"
"""The phases before and after six completed months."""


def _may_stay_as_it_was(told: Told, part: PhasePlan) -> bool:
    """Whether it is a lower dose than any before it: whether somebody gets that one is a choice."""
    option = told.option
    phases = () if option is None else option.drug.phases
    rows = (row for phase in phases if phase.key == _BEFORE for row in phase.dose.rows)
    usual = [row.then.gives.a_day for row in rows if isinstance(row.then.gives, Dose)]
    lower = part.given is not None and all(part.given.a_day < each for each in usual)
    return part.phase.key == _AFTER and bool(usual) and lower


def dose_words(part: PhasePlan, say: Say) -> str:
    """A dose that somebody takes at home; "" where it is not settled, or is given in another way."""
    given, amount = part.given, part.amount
    if given is None or given.every != "day" or given.up_to is not None or part.near or part.marks:
        return ""
    if given.unit not in words.UNITS or given.times not in words.HOW_OFTEN:
        return ""
    if given.route == "intravenous" or (amount is not None and amount.low != amount.high):
        return ""
    much = Fraction(given.amount if amount is None else amount.low)
    return say(words.DOSE_WITH_FOOD if given.with_food else words.DOSE).format(
        amount=_number(much, say),
        unit=say(words.UNITS[given.unit]),
        how_often=say(words.HOW_OFTEN[given.times]),
    )


def _number(value: Fraction, say: Say) -> str:
    """A number with the signs of the language between thousands and before tenths."""
    form = say(words.NUMBER)
    return number(value).translate(str.maketrans({",": form[1], ".": form[5]}))
