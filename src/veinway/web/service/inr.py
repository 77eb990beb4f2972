"""The INRs of one patient: from what is given (see `given`) to the dose and the day that are proposed.

    {..., "kind": "inr", "dose_changed": true}

A dose is decided about the last INR, as of its day. What is asked at each INR (is there bleeding, which
dose is taken, ...) counts for that INR only: an answer from before its day is left out, so that an old
"no" never stands for a new one. `dose_changed` is what the day of the next INR goes by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from veinway.care.chapters.treatment import TREATMENT
from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.inr import inr_test
from veinway.care.facts.treatment import current_anticoagulant, vte_diagnosis
from veinway.care.facts.warfarin import (
    bleeding_on_vka,
    dose_changed,
    dose_discrepancy,
    inr_range,
    interacting_medicine_started,
    raised_risk_out_of_range,
    temporary_cause,
    warfarin_start,
)
from veinway.engine.weekly_dose import WeeklyDose
from veinway.language.errors import InputError
from veinway.language.time import MINUTES_A_DAY, day_number
from veinway.language.values import Interval, Known, Situation, Truth
from veinway.show.inr_json import inr_answer
from veinway.show.inr_parts import HUNDREDTH, InrReading, reading_of, series_of, weekly_dose
from veinway.show.values import day_words, interval_words, number_words
from veinway.web.service.course import ALL_INRS, DOSE, REASONS, SETTLED, note_in, reason_in
from veinway.web.service.given import Given, site_of
from veinway.web.service.treating import treated

PER_VISIT = (
    bleeding_on_vka,
    dose_discrepancy,
    interacting_medicine_started,
    temporary_cause,
    raised_risk_out_of_range,
)
"""What is asked at each INR."""
PER_COURSE = (current_anticoagulant, inr_range, warfarin_start, vte_diagnosis)
"""What is asked once in a course."""
_VISIT_KEYS = frozenset(fact.key for fact in PER_VISIT)
_OF_INR = ("kind", "dose_changed")


def inr_given(given: Given) -> Given:
    """What is known, without the answers that are about an earlier INR."""
    series = series_of(treated(given)[0])
    zone = ZoneInfo(given["site"]["time_zone"])

    def counts(answer: dict[str, Any]) -> bool:
        # That another dose is taken than the one on record stands until it is settled.
        locks = answer["fact"] == dose_discrepancy.key and answer["said"] is True
        if answer["fact"] not in _VISIT_KEYS or not series or locks:
            return True
        said = datetime.fromisoformat(answer["at"]).astimezone(zone).date()
        return day_number(said) >= series[-1][0]

    answers = [each for each in given["answers"] if counts(each)]
    return {**given, "answers": answers, "kind": "inr", "dose_changed": None}


def inr_situation(given: Given) -> Situation:
    """What is known of the patient, as of the day of the last INR, which is the INR of that day."""
    situation, _ = treated({key: given[key] for key in given if key not in _OF_INR})
    series = series_of(situation)
    if not series:
        return situation
    day, value = series[-1]
    low, high = value.low / HUNDREDTH, value.high / HUNDREDTH
    facts = {**situation.facts, inr.key: Known(Interval(low, high))}
    histories = dict(situation.histories)
    if said_in_course(given, ALL_INRS).get("all"):
        histories[inr_test.key] = replace(histories[inr_test.key], complete=True)
    if given["dose_changed"] is not None:
        facts[dose_changed.key] = Known(Truth.YES if given["dose_changed"] else Truth.NO)
    since = max(situation.at - day, 0)
    minute = situation.at_minute - since * MINUTES_A_DAY
    day = situation.at - since
    return replace(
        situation,
        facts=facts,
        histories=histories,
        index=day,
        at=day,
        index_minute=minute,
        at_minute=minute,
    )


def said_in_course(given: Given, key: str) -> dict[str, Any]:
    """What was decided of a course; nothing where that was not said."""
    return next((dict(each["said"]) for each in given["answers"] if each["fact"] == key), {})


def range_is_known(situation: Situation) -> bool:
    """Whether it is known which range is aimed at."""
    known = situation.facts.get(inr_range.key)
    return known is not None and isinstance(known.value, frozenset) and len(known.value) == 1


def weekly_of(given: Given) -> Fraction | None:
    """The weekly dose in mg that was taken before the last INR; None where none is on record.

    What was decided about this INR already is not what its change is counted from.
    """
    said, series = said_in_course(given, DOSE), series_of(inr_situation(given))
    about_last = bool(series) and said.get("about") == about_words(*series[-1])
    weekly = said.get("from" if about_last else "weekly")
    return Fraction(weekly) if weekly else None


def reading_given(given: Given) -> InrReading | None:
    """What the rules say; None where there is no INR, or it is not known which range is aimed at."""
    situation = inr_situation(given)
    if not series_of(situation) or not range_is_known(situation):
        return None
    return reading_of(TREATMENT, situation, "", weekly_of(given), site_of(given["site"]))


def inr_answered(given: Given) -> dict[str, Any]:
    """What the rules say, as the JSON that `veinway inr` gives."""
    reading = reading_given(given)
    return {} if reading is None else inr_answer(reading)


def value_words(value: Interval) -> str:
    """An INR in words; one beyond the laboratory's limit says so."""
    if value.known:
        return number_words(value.low)
    if value.high >= inr.domain.high:
        return f"{number_words(value.low)} or more"
    return f"at most {number_words(value.high)}" if value.low <= 0 else interval_words(value)


def about_words(day: int, value: Interval) -> str:
    """About which INR a dose was decided: its day and its value."""
    return f"{day_words(day)} {value_words(value)}"


# A proposal ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed about the last INR, and what it was made from."""

    given: Given
    reading: InrReading | None
    locked: bool
    """The dose that is taken is not the one on record: no dose until that is settled."""

    @property
    def weekly(self) -> Fraction | None:
        """The dose on record."""
        return weekly_of(self.given)

    @property
    def new_dose(self) -> WeeklyDose | None:
        """The dose that is proposed; never one while it is not settled which is taken."""
        return None if self.reading is None or self.locked else self.reading.new_dose

    @property
    def next_days(self) -> tuple[int, int] | None:
        """From which day to which the next INR is due."""
        return None if self.reading is None else self.reading.next_days

    def with_change(self, changed: bool) -> Proposal:
        """The same if the dose is changed, or not."""
        given = {**self.given, "dose_changed": changed}
        return Proposal(given, reading_given(given), self.locked)


def proposal(given: Given) -> Proposal:
    """What is proposed about the last INR; the next day goes by whether the dose changes."""
    known = inr_given(given)
    discrepancy = inr_situation(known).facts.get(dose_discrepancy.key)
    locked = discrepancy is not None and discrepancy.value is Truth.YES
    found = Proposal(known, reading_given(known), locked)
    new = found.new_dose
    return found if new is None else found.with_change(new.total != found.weekly)


# A dose that somebody decides ---------------------------------------------------------------------

Form = Mapping[str, Any]


def dose_in(form: Form, found: Proposal) -> tuple[dict[str, Any], Proposal]:
    """The dose and the next day that a form decides, and the proposal that they were held against.

    InputError I270 while it is not settled which dose is taken; I268, I272 where the dose or the day is
    none; I271 where they are not what is proposed and no reason is given.
    """
    if found.locked:
        what = "The dose that is taken is not the dose on record."
        raise InputError("I270", what, where="dose", todo="Settle first which one counts.")
    if found.reading is None:
        raise InputError("I267", "There is no INR to go by.", where="dose", todo="Enter one.")
    weekly = weekly_dose(str(form.get("weekly", "")), "weekly dose")
    held = found.with_change(weekly != found.weekly)
    day = _next_day(str(form.get("next_inr", "")), found.reading)
    said = {
        "weekly": number_words(weekly),
        "from": "" if found.weekly is None else number_words(found.weekly),
        "next_inr": day_words(day),
        "about": about_words(*found.reading.series[-1]),
    }
    if _as_proposed(weekly, day, held) and not form.get("reason"):
        return {**said, "kind": "accepted", "reason": "", "note": note_in(form)}, held
    return {**said, "kind": "changed", **reason_in(form, REASONS, "dose")}, held


def _as_proposed(weekly: Fraction, day: int, held: Proposal) -> bool:
    new, days = held.new_dose, held.next_days
    within = new is not None and new.low <= weekly <= new.high
    return within and days is not None and days[0] <= day <= days[1]


def _next_day(text: str, reading: InrReading) -> int:
    try:
        day = day_number(date.fromisoformat(text.strip()))
    except ValueError:
        day = -1
    if day <= reading.series[-1][0]:
        what = f"{text!r} is not a day after the last INR."
        raise InputError("I272", what, where="next INR", todo="Write 2026-03-04.")
    return day


def recorded_in(form: Form) -> dict[str, Any]:
    """The dose that was taken when the course came here; InputError I268 where it is none."""
    weekly = weekly_dose(str(form.get("weekly", "")), "weekly dose")
    return {"weekly": number_words(weekly), "kind": "recorded", "reason": "", "note": note_in(form)}


def settled_in(form: Form) -> dict[str, Any]:
    """The dose that counts after a discrepancy; InputError I268, or I271 without how it was settled."""
    weekly = weekly_dose(str(form.get("weekly", "")), "weekly dose")
    return {"weekly": number_words(weekly), "kind": "settled", **reason_in(form, SETTLED, "settled")}
