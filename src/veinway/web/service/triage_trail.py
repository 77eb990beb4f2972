"""What a member of the public has said so far: carried by the page itself, read again with every answer.

Nothing is kept here between two pages. A form brings back all answers in hidden fields, each as
"heart_racing:yes"; whatever cannot have come from one of our pages is refused as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from math import ceil

from starlette.datastructures import FormData

from veinway.care.triage.countries import COUNTRIES
from veinway.language import Choice, Measure
from veinway.language.time import day_number
from veinway.language.values import Evidence, Known, Situation, Truth
from veinway.records.cases import minute_of
from veinway.show.inquiry import Entry, Inquiry
from veinway.show.triage_answers import Misunderstood
from veinway.show.triage_interview import REFUSED, TRIAGE, Interview, chosen, counted, not_known
from veinway.web.texts.english import NOWHERE

UNKNOWN_ANSWER, NONE, NEVER_ANSWER, REFUSED_ANSWER = "unknown", "none", "never", "refused"
UNITS = ("days", "weeks", "months", "years")
PLACES = (*(code for code in COUNTRIES if code != "GB"), NOWHERE)
"""The countries to choose from; the United Kingdom by its four parts, which differ."""
_ASKED_AT_MOST = 2


class Tampered(Exception):
    """What was sent cannot have come from one of our pages."""


class Unclear(Exception):
    """An answer that has to be given again: the name of the text that says why, and its places."""

    def __init__(self, name: str, **places: int) -> None:
        super().__init__(name)
        self.name, self.places = name, places


def key_of(entry: Entry) -> str:
    """The name of a question in a form."""
    return entry.facts[0].key


def entry_of(key: str, about: Inquiry = TRIAGE) -> Entry:
    """The question of this name; Tampered if there is none."""
    found = about.entry(key)
    if found is None:
        raise Tampered
    return found


def options_of(entry: Entry) -> tuple[str, ...]:
    """The names of what can be chosen: facts in a list, options of a choice, yes and no."""
    fact = entry.facts[0]
    if entry.is_list:
        return tuple(each.key for each in entry.facts)
    if isinstance(fact, Choice):
        return tuple(option.key for option in fact.options)
    return () if isinstance(fact, Measure) else ("yes", "no")


def counts_days(entry: Entry) -> bool:
    """It asks how long ago something was."""
    fact = entry.facts[0]
    return isinstance(fact, Measure) and fact.symbol == "d"


def may_be_never(entry: Entry) -> bool:
    """It may be that this never happened."""
    fact = entry.facts[0]
    return isinstance(fact, Measure) and fact.or_never


# What an answer means ---------------------------------------------------------------------------


def meaning(entry: Entry, value: str) -> dict[str, Known]:
    """What an answer as it travels says of the facts of its question; Tampered if it is none of ours."""
    if value == UNKNOWN_ANSWER:
        return not_known(entry)
    if value == REFUSED_ANSWER and entry.may_be_refused:
        return not_known(entry, REFUSED)
    options = options_of(entry)
    if entry.is_list:
        return _of_list(entry, value.split("+"), options)
    if options:
        if value not in options:
            raise Tampered
        return chosen(entry, frozenset({options.index(value)}))
    try:
        return counted(entry, value)
    except Misunderstood:
        raise Tampered from None


def _of_list(entry: Entry, named: list[str], options: tuple[str, ...]) -> dict[str, Known]:
    """Of a list, what is named is so; the rest is not so, or unknown where that was said as well."""
    if named == [NONE]:
        return chosen(entry, frozenset())
    if len(set(named)) < len(named) or not set(named) <= {*options, UNKNOWN_ANSWER}:
        raise Tampered
    if UNKNOWN_ANSWER not in named:
        return chosen(entry, frozenset(map(options.index, named)))
    so = {
        key: Known(Truth.YES, (Evidence("answer", recorded="yes"),)) for key in named if key in options
    }
    return not_known(entry) | so


def answer_in(entry: Entry, form: FormData) -> str:
    """The answer in a form, as it travels; Unclear where it must be given again."""
    given = [str(each) for each in form.getlist("answer")]
    if not options_of(entry):
        value = _number_in(entry, form, given)
    elif entry.is_list:
        value = _several_in(given)
    elif len(given) == 1:
        value = given[0]
    elif given:
        raise Tampered
    else:
        raise Unclear("error.choose_one")
    meaning(entry, value)
    return value


def _several_in(given: list[str]) -> str:
    if not given:
        raise Unclear("error.choose_any")
    if NONE in given and len(given) > 1:
        raise Unclear("error.none_and_others")
    return "+".join(given)


def _number_in(entry: Entry, form: FormData, given: list[str]) -> str:
    if given in ([UNKNOWN_ANSWER], [NEVER_ANSWER]):
        return given[0]
    fact, number = entry.facts[0], str(form.get("number", "")).strip()
    assert isinstance(fact, Measure)
    if not (number.isascii() and number.isdigit()):
        raise Unclear("error.number")
    value = number.lstrip("0") or "0"
    if counts_days(entry):
        unit = str(form.get("unit", "")) or ("days" if value == "0" else "")
        if not unit:
            raise Unclear("error.unit")
        if unit not in UNITS:
            raise Tampered
        value = f"{value} {unit}"
    try:
        counted(entry, value)
    except Misunderstood:
        if counts_days(entry):
            raise Unclear("error.too_long") from None
        raise Unclear("error.range", low=ceil(fact.domain.low), high=int(fact.domain.high)) from None
    return value


# All answers ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Trail:
    """What a page carries. country: "" while it was not asked. said: question and answer, in order."""

    country: str = ""
    said: tuple[tuple[str, str], ...] = ()
    about: Inquiry = TRIAGE

    def with_answer(self, entry: Entry, value: str) -> Trail:
        """One answer more."""
        return _checked(replace(self, said=(*self.said, (key_of(entry), value))))

    def without(self, key: str) -> Trail:
        """The same, but for what was answered to one question."""
        return replace(self, said=tuple(each for each in self.said if each[0] != key))

    def answer_to(self, key: str) -> str:
        """The last answer to a question, "" for none."""
        return next((value for name, value in reversed(self.said) if name == key), "")


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a trail has led: what was asked and said, and what comes next (None at the end)."""

    path: tuple[tuple[Entry, str], ...]
    next: Entry | None
    again: bool
    situation: Situation
    answers: dict[str, str] = field(default_factory=dict)


def trail_of(form: FormData, about: Inquiry = TRIAGE) -> Trail:
    """What the hidden fields carry; Tampered where they fit none of our pages."""
    country = str(form.get("country", ""))
    if country not in ("", *PLACES):
        raise Tampered
    said = tuple(str(each).partition(":")[::2] for each in form.getlist("said"))
    return _checked(Trail(country, tuple((key, value) for key, value in said), about))


def _checked(trail: Trail) -> Trail:
    keys = [key for key, _ in trail.said]
    if any(keys.count(key) > _ASKED_AT_MOST for key in set(keys)):
        raise Tampered
    for key, value in trail.said:
        meaning(entry_of(key, trail.about), value)
    return trail


def walk(trail: Trail, at: datetime) -> Walk:
    """Ask as the interview asks, and let the trail answer for as long as it can.

    After a change an answer may not be asked for any more: it stays in the trail, in case it is again,
    but it is not told as something that was asked. It could not change what to do, or it would be asked.
    """
    interview = Interview(day_number(at.date()), minute_of(at), trail.about)
    left, path = list(trail.said), []
    while (waiting := interview.next()) is not None:
        entry = waiting[0]
        value = next((value for key, value in left if key == key_of(entry)), None)
        if value is None:
            break
        left.remove((key_of(entry), value))
        interview.answer(entry, meaning(entry, value))
        path.append((entry, value))
    asked, once_more = (None, False) if waiting is None else waiting
    answers = {key_of(each): value for each, value in path}
    return Walk(tuple(path), asked, once_more, interview.situation, answers)
