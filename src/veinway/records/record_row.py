"""One row of the table `record`: a coding of a resource, with what the resource says of it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

from .instants import Calendar, minute
from .listed_codes import Listed, bare
from .resources import Coding, either, text, text_at
from .said import Said
from .told import Told, sex_of, words_of_place

_KINDS = {
    "Observation": "observation",
    "DiagnosticReport": "observation",
    "Condition": "condition",
    "Procedure": "procedure",
    "ImagingStudy": "scan",
    "Encounter": "encounter",
    "ServiceRequest": "request",
    "Patient": "patient",
}
"""What a resource tells of; a resource of another type tells of a medicine."""
_NO_SIDE = ("patient", "medication", "encounter")
_SEX_SYSTEM = "http://hl7.org/fhir/administrative-gender"
_CM = "http://hl7.org/fhir/sid/icd-10-cm"
_SIDE_DIGIT = re.compile(r"(?:I801|I802.|I82[45].)([123])\Z")
_LEFT = re.compile(r"\b(left|bilateral|both|7771000|419161000|51440002)\b", re.ASCII)
_RIGHT = re.compile(r"\b(right|bilateral|both|24028007|419465000|51440002)\b", re.ASCII)


class Row(NamedTuple):
    """A row of the table `record`, its columns in their order."""

    person: str | None
    resource: str
    kind: str
    system: str | None
    code: str | None
    concept: str | None
    status: str
    day_low: int | None
    day_high: int | None
    minute_low: int | None
    minute_high: int | None
    end_day_low: int | None
    end_day_high: int | None
    known_minute: int | None
    value: Decimal | None
    comparator: str | None
    unit: str | None
    unit_text: str | None
    value_high: Decimal | None
    range_high: Decimal | None
    value_system: str | None
    value_code: str | None
    value_truth: bool | None
    absent: str | None
    recorded: str | None
    side: str


class Coded(NamedTuple):
    """A coding of a resource, the row of the code lists that it matches, and what it stands for."""

    coding: Coding | None
    listed: Listed | None
    concept: str | None

    @property
    def is_sex(self) -> bool:
        """Whether this is the sex of a patient, which is told with the birth date and has no date."""
        return self.coding is not None and self.coding[:2] == ("veinway", "gender")


def row_of(told: Told, coded: Coded, said: Said, calendar: Calendar) -> Row:
    """The row of a coding."""
    kind = _KINDS.get(told.kind or "", "medication")
    concept, code = coded.concept, coded.coding
    scan = concept == "leg-vein-scan" and kind in ("observation", "procedure")
    listed = coded.listed.system if coded.listed else None
    times = _times(told, coded, calendar)
    return Row(
        person=told.person,
        resource=told.name,
        kind="scan" if scan else kind,
        system=either(listed, code.system if code else None),
        code=code.code if code else None,
        concept=concept,
        status=told.status,
        day_low=times.day_low,
        day_high=times.day_high,
        minute_low=times.minute_low,
        minute_high=times.minute_high,
        end_day_low=calendar.day(told.dates.end),
        end_day_high=_last_day(told.dates.end_text, told.dates.end, calendar),
        known_minute=None if kind == "patient" else minute(told.dates.known_or_begin),
        **_value(told, coded, said, calendar),
        absent=said.absent,
        recorded=_recorded(told, coded, said),
        side="" if kind in _NO_SIDE else _side(told, coded),
    )


def row_alike(row: Row, told: Told, coded: Coded, said: Said, calendar: Calendar) -> Row:
    """The row of another resource of the same shape (see `alike`), which says these."""
    kind, system, code, concept, status = row[2:7]
    known, number = minute(told.dates.known_or_begin), said.number
    own = (told.person, told.name, kind, system, code, concept, status)
    times = (*_times(told, coded, calendar), row.end_day_low, row.end_day_high, known)
    if number is None:
        return Row._make((*own, *times, *row[_VALUE:]))
    recorded = _recorded(told, coded, said)
    return Row._make((*own, *times, calendar.number(number), *row[_VALUE + 1 : -2], recorded, row.side))


_VALUE = Row._fields.index("value")


def _value(told: Told, coded: Coded, said: Said, calendar: Calendar) -> dict[str, Any]:
    """The columns of what was said: a number, a code or a yes or no."""
    answer = Coding(_SEX_SYSTEM, sex_of(told.content), None) if coded.is_sex else said.answer
    return {
        "value": calendar.number(said.number),
        "comparator": said.bound,
        "unit": said.unit,
        "unit_text": said.unit_text,
        "value_high": calendar.rounded(said.high),
        "range_high": calendar.rounded(said.normal),
        "value_system": answer.system if answer else None,
        "value_code": answer.code if answer else None,
        "value_truth": said.truth,
    }


class _Times(NamedTuple):
    """The days and minutes at which it may have been."""

    day_low: int | None = None
    day_high: int | None = None
    minute_low: int | None = None
    minute_high: int | None = None


def _times(told: Told, coded: Coded, calendar: Calendar) -> _Times:
    if coded.is_sex:
        return _Times()
    begin, until = told.dates.begin, told.dates.until
    after = calendar.after(told.dates.until_text, until)
    last_minute = minute(until) if after is None else after // 60 - 1
    last_day = _last_day(told.dates.until_text, until, calendar)
    return _Times(calendar.day(begin), last_day, minute(begin), last_minute)


def _last_day(written: str | None, start: int | None, calendar: Calendar) -> int | None:
    after = calendar.day(calendar.after(written, start))
    return calendar.day(start) if after is None else after - 1


def _recorded(told: Told, coded: Coded, said: Said) -> str | None:
    """What is recorded, in words."""
    if said.number is not None:
        sign = said.comparator or "" if said.high is None else ""
        high = "" if said.high is None else f" to {said.high}"
        return f"{sign}{said.number}{high} {either(said.unit_text, said.unit) or ''}".strip(" ")
    if said.truth is not None:
        return text(said.truth)
    of_patient = sex_of(told.content) if coded.is_sex else None
    if of_patient is None and told.kind == "Patient":
        of_patient = told.dates.begin_text
    answer, coding = said.answer, coded.coding
    return either(
        of_patient,
        said.words,
        *((answer.display, answer.code) if answer else ()),
        coding.display if coding else None,
        text_at(told.content, "code", "text"),
        coding.code if coding else None,
    )


def _side(told: Told, coded: Coded) -> str:
    """The side: as the words or the code of the place say, or the last digit of the diagnosis."""
    listed, coding = coded.listed, coded.coding
    display = coding.display if coding else None
    place = f"{words_of_place(told.content)} {display or ''}".lower()
    digit = None
    if listed is not None and listed.system == _CM and coding is not None and coding.code is not None:
        digit = _SIDE_DIGIT.match(bare(coding.code))
    on_left = bool(listed and listed.on_left) or _LEFT.search(place) is not None
    on_right = bool(listed and listed.on_right) or _RIGHT.search(place) is not None
    said = digit[1] if digit else ""
    if (on_left and on_right) or said == "3":
        return "both"
    if on_left or said == "2":
        return "left"
    return "right" if on_right or said == "1" else ""
