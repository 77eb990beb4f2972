"""What a resource says as a whole, whichever of its codes is asked about: whose, when, how sure."""

from __future__ import annotations

import re
from typing import NamedTuple

from .instants import Calendar
from .resources import either, first, items, json_text, part, text, text_at, truth
from .sources import Resource

_PERSON = re.compile(r"(?:^urn:oid:|^Patient/|/Patient/)([^/?#]+)(?:/_history/.*)?\Z")
_ID = re.compile(r"([^/:?#]+)(?:/_history/.*)?\Z")
_BEGINNINGS = (
    "birthDate", "effectiveDateTime", "effectiveInstant", "onsetDateTime", "performedDateTime",
    "started", "whenHandedOver",
)  # fmt: skip
_PERIODS = ("effectivePeriod", "onsetPeriod", "performedPeriod", "period")
_RECORDED = ("issued", "recordedDate", "authoredOn", "dateAsserted")
_SPREAD = ("Observation", "DiagnosticReport", "Condition")
_UNCERTAIN = ("unconfirmed", "provisional", "differential")
_PRELIMINARY = ("preliminary", "registered", "partial")
_STOPPED, _OVER = ("stopped", "on-hold", "revoked"), ("inactive", "remission", "resolved")
_ONLY_PLANNED = ("proposal", "plan", "option")
_BIRTH_SEX, _SEXES = "/us-core-birthsex", {"F": "female", "M": "male"}


class When(NamedTuple):
    """The dates of a resource as written, and the instants at which each of them begins.

    begin: of what it tells of, or of the time within which that was, which lasts to the end of `until`.
    """

    begin_text: str | None
    begin: int | None
    until_text: str | None
    until: int | None
    end_text: str | None
    end: int | None
    known_text: str | None
    known: int | None

    @property
    def known_or_begin(self) -> int | None:
        """When it was recorded, or else when it was."""
        return self.begin if self.known is None else self.known

    def unread(self) -> str | None:
        """The first date that cannot be read."""
        dates = (
            (self.begin_text, self.begin),
            (self.until_text, self.until),
            (self.end_text, self.end),
            (self.known_text, self.known),
        )
        return next((written for written, start in dates if start is None and written is not None), None)


class Told(NamedTuple):
    """A resource, and what it says whichever of its codes is asked about."""

    kind: str | None
    content: Resource
    name: str
    person: str | None
    dates: When
    status: str
    left_out: str | None
    medicine: str | None


def told_by(kind: str | None, resource: Resource, calendar: Calendar, not_done: frozenset[str]) -> Told:
    """Read a resource. not_done: the states in which it tells of nothing that happened."""
    dates = when(kind, resource, calendar)
    return Told(
        kind,
        resource,
        f"{kind}/{text_at(resource, 'id') or ''}" if kind is not None else "",
        person_of(kind, resource),
        dates,
        status_of(resource, dates),
        left_out(resource, not_done),
        text_at(resource, "medicationReference", "reference"),
    )


def person_of(kind: str | None, resource: object) -> str | None:
    """The id of the patient whom a resource is of."""
    if kind == "Patient":
        return text_at(resource, "id")
    reference = whose(resource)
    if reference is None or reference.startswith("urn:uuid:"):
        return None if reference is None else reference.removeprefix("urn:uuid:")
    found = _PERSON.search(reference)
    return found[1] if found else None


def whose(resource: object) -> str | None:
    """The reference to the patient, as written."""
    return either(text_at(resource, "subject", "reference"), text_at(resource, "patient", "reference"))


def id_in(reference: str) -> str:
    """The id that a reference ends with, or nothing."""
    found = _ID.search(reference)
    return found[1] if found else ""


def when(kind: str | None, resource: Resource, calendar: Calendar) -> When:
    """Read every date of a resource. An observation over a period was made at some time in it."""
    known = _first_text(resource, *_RECORDED)
    periods = [resource[name] for name in _PERIODS if name in resource]
    closes = either(*(text_at(period, "end") for period in periods)) if periods else None
    begins = _first_text(resource, *_BEGINNINGS)
    if begins is None:
        starts = (text_at(period, "start") for period in periods)
        begins = either(*starts, known if closes is None else None)
    spread = kind in _SPREAD
    ends = either(
        text_at(resource, "abatementDateTime"),
        text_at(resource, "abatementPeriod", "end"),
        None if spread or kind is None else closes,
        _last_dose(resource),
    )
    until = closes if spread and closes is not None else begins
    begin = calendar.start(begins)
    return When(
        *(begins, begin),
        *(until, begin if until == begins else calendar.start(until)),
        *(ends, None if ends is None else calendar.start(ends)),
        *(known, None if known is None else calendar.start(known)),
    )


def _first_text(resource: Resource, *names: str) -> str | None:
    for name in names:
        value = resource.get(name)
        if value is not None:
            return text(value)
    return None


def _last_dose(resource: object) -> str | None:
    doses = items(part(resource, "dosageInstruction"))
    if not doses:
        return None
    ends = [text_at(dose, "timing", "repeat", "boundsPeriod", "end") for dose in doses]
    return max((end for end in ends if end is not None), default=None)


def status_of(resource: object, dates: When) -> str:
    """How sure a resource is, and whether what it tells of is over."""
    status, verified = text_at(resource, "status"), _verified(resource)
    if verified == "refuted" or status == "not-taken":
        return "refuted"
    if verified in _UNCERTAIN or status == "unknown":
        return "uncertain"
    if status in _PRELIMINARY:
        return "preliminary"
    over = (
        dates.end_text is not None
        or part(resource, "abatementString") is not None
        or status in _STOPPED
        or text_at(first(part(resource, "clinicalStatus", "coding")), "code") in _OVER
    )
    return "stopped" if over and dates.end is None else "final"


def left_out(resource: object, not_done: frozenset[str]) -> str | None:
    """Why a resource tells of nothing that happened; None where it does."""
    status, verified = text_at(resource, "status"), _verified(resource)
    if status in not_done:
        return status
    if verified == "entered-in-error":
        return verified
    if truth(part(resource, "doNotPerform")):
        return "do-not-perform"
    intent = text_at(resource, "intent")
    return intent if intent in _ONLY_PLANNED else None


def _verified(resource: object) -> str | None:
    return text_at(first(part(resource, "verificationStatus", "coding")), "code")


def sex_of(patient: object) -> str | None:
    """The sex at birth if it is said, else the administrative gender."""
    for extension in items(part(patient, "extension")):
        if (text_at(extension, "url") or "").endswith(_BIRTH_SEX):
            said = _SEXES.get(text_at(extension, "valueCode") or "")
            return said or text_at(patient, "gender")
    return text_at(patient, "gender")


def words_of_place(resource: object) -> str:
    """Every word of a resource that may say on which side it is."""
    words = (
        json_text(part(resource, "bodySite")),
        json_text(part(resource, "series")),
        text_at(resource, "code", "text"),
    )
    return " ".join(word for word in words if word is not None)
