"""The anticoagulation clinic: of every open episode the drug, the last INR, and what is due when.

It is worked out like the list of what is due (see `overview`), by rules of the treatment chapter. An
episode is on the list once an anticoagulant, an INR or a chosen drug is known of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from veinway.care.facts.treatment import current_anticoagulant
from veinway.care.treatment.check_ups import on_doac
from veinway.care.warfarin.maintenance import on_warfarin
from veinway.care.worklists import WORK_LISTS
from veinway.engine.duties import POSSIBLE, Duty, duties
from veinway.engine.one import Reasoner
from veinway.language.time import MINUTES_A_DAY, day_number
from veinway.language.values import Situation, Truth
from veinway.show.citations import cite_words
from veinway.show.inr_page import per_cent
from veinway.show.inr_parts import series_of
from veinway.show.values import day_words, value_words
from veinway.web.service.course import DOSE, DRUG, said_of_course
from veinway.web.service.given import Given
from veinway.web.service.inr import (
    Proposal,
    about_words,
    proposal,
    said_in_course,
)
from veinway.web.service.inr import value_words as inr_words
from veinway.web.service.overview import Overview, Seen, Snapshot
from veinway.web.service.treating import treated

LISTS = tuple(each for each in WORK_LISTS if each.chapter == "treatment" and each.key != "inr_tests")
"""When the INR is due is told by the INR page: it knows the day that was agreed."""


@dataclass(frozen=True, slots=True)
class CheckUp:
    """Something that is due on treatment; first and last are days, where there are any."""

    text: str
    state: str
    first: int | None
    last: int | None
    source: str


@dataclass(frozen=True, slots=True)
class InrState:
    """The last INR: value and day in words, the days between which the next is due."""

    value: str
    day: str
    first: int | None
    last: int | None
    agreed: bool
    """The day was agreed, and is not only what the rules say."""
    decided: bool
    control: str
    """Time in range in words, "" where it cannot be said."""


@dataclass(frozen=True, slots=True)
class Treated:
    """One person of the clinic."""

    drug: str
    kind: str
    """warfarin, doac, other, none or unknown."""
    chosen: str
    weekly: str
    inr: InrState | None
    locked: bool
    check_ups: tuple[CheckUp, ...]
    not_said: tuple[str, ...]
    """The checks of which it cannot be said whether they are due."""


class ClinicOverview(Overview):
    """The memory of the anticoagulation clinic."""

    def made(self, given: Given, seen: Seen, as_of: str) -> Snapshot:
        """An episode as the clinic sees it; nothing beside where it is not on its list."""
        return Snapshot(seen, as_of, beside=treated_of(given))


def treated_of(given: Given) -> Treated | None:
    """One person of the clinic; None where nothing says that they are on an anticoagulant."""
    situation, _ = treated(given)
    chosen, dose = said_in_course(given, DRUG), said_in_course(given, DOSE)
    reasoner = Reasoner(situation)
    kind, drug = _drug(situation, reasoner)
    known = kind not in ("none", "unknown") or series_of(situation) or dose
    if not known and not (chosen and kind == "unknown"):
        return None
    found = proposal(given)
    strict = Reasoner(situation, presumptions=False)
    listed = list(duties(LISTS, reasoner, strict))
    return Treated(
        drug,
        kind,
        said_of_course(chosen) if chosen else "",
        str(dose.get("weekly", "")),
        _inr(situation, found, dose) if kind not in ("doac", "none") else None,
        found.locked,
        tuple(_check_up(each) for each in listed if each.state != POSSIBLE),
        _not_said(listed, reasoner),
    )


def _drug(situation: Situation, reasoner: Reasoner) -> tuple[str, str]:
    found = reasoner.find(current_anticoagulant)
    words = value_words(current_anticoagulant, found.value)
    if not isinstance(found.value, frozenset) or len(found.value) != 1:
        return "unknown", "not known" if words == "unknown" else words
    if reasoner.truth(on_warfarin) is Truth.YES:
        return "warfarin", words
    if reasoner.truth(on_doac) is Truth.YES:
        return "doac", words
    return ("none" if "none" in found.value else "other"), words


def _not_said(listed: list[Duty], reasoner: Reasoner) -> tuple[str, ...]:
    """What cannot be said: something is missing, or the last time that it was done is not known."""
    told = {each.list.key for each in listed}
    labels = [each.list.label for each in listed if each.state == POSSIBLE]
    labels += [
        each.label
        for each in LISTS
        if each.recalls
        and each.key not in told
        and any(reasoner.truth(step.for_whom) is not Truth.NO for step in each.steps)
    ]
    return tuple(dict.fromkeys(labels))


def _inr(situation: Situation, found: Proposal, dose: dict[str, Any]) -> InrState | None:
    series = series_of(situation)
    if not series:
        return None
    day, value = series[-1]
    decided = dose.get("about") == about_words(day, value)
    first, last = found.next_days or (None, None)
    agreed = decided and bool(dose.get("next_inr"))
    if agreed:
        first, last = None, day_number(date.fromisoformat(dose["next_inr"]))
    return InrState(inr_words(value), day_words(day), first, last, agreed, decided, _control(found))


def _control(found: Proposal) -> str:
    if found.reading is None or found.reading.control.rosendaal is None:
        return ""
    low, high = found.reading.control.rosendaal
    one, other = per_cent(low), per_cent(high)  # type: ignore[arg-type]
    return one if low == high else f"{one} to {other}"


def _check_up(duty: Duty) -> CheckUp:
    first, last = duty.first, duty.last
    if duty.minutes:
        first = None if first is None else first // MINUTES_A_DAY
        last = None if last is None else last // MINUTES_A_DAY
    return CheckUp(f"{duty.list.label}: {duty.text}", duty.state, first, last, cite_words(duty.cite))
