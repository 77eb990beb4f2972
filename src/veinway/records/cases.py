"""Facts files: what a person knows of a patient, as YAML, JSON or JSON lines.

    {"id": "a", "at": "2026-03-04T09:30", "given": "adult_outpatient",
     "facts": {"active_cancer": true, "calf_difference": {"value": 3.5, "unit": "cm"},
               "surgery": [{"date": "2026-01-05", "major": true, "anaesthesia": "general"}]},
     "actions": {"interim_anticoagulation": {"status": "refused", "reason": "her wish"}},
     "limbs": {"left": {"deep_vein_tenderness": true}, "right": {}}}

What is not listed is unknown. A list of events is all of them (an empty list: none happened); a
single event stands alone, and others may have happened, as beside those of {"some": [...]}. `given`
names files of explicit facts, which the case's own answers replace.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, tzinfo
from functools import lru_cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from ..language import Event, Fact
from ..language.arithmetic import Derived
from ..language.errors import FactError, InputError, VeinwayError
from ..language.events import YearsSince
from ..language.knowledge import Knowledge, walk
from ..language.numbers import Agreed
from ..language.time import MINUTES_A_DAY, date_of, day_number
from ..language.values import (
    SETTLED,
    Evidence,
    Happened,
    History,
    Interval,
    Known,
    Settled,
    Situation,
)
from .answers import read_answer, read_days, unknown_name
from .documents import ANSWERED_TWICE, documents, load_yaml

_CASE_KEYS = {"id", "at", "index", "given", "facts", "limbs", "actions"}
_BESIDE = {"author", "source", "expect"}
"""What a worked example says beside its facts; it changes no answer."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case: a situation for each limb that was described apart ('' when none was)."""

    id: str
    situations: dict[str, Situation]


@dataclass(frozen=True, slots=True)
class Unusable:
    """A case that could not be read, and why."""

    id: str
    error: VeinwayError


def read_cases(
    text: str, knowledge: Knowledge, *, at: str = "", time_zone: str = "UTC", name: str = "input"
) -> Iterator[Case | Unusable]:
    """Every case of a facts file; one that cannot be used does not stop the others."""
    for number, raw in enumerate(documents(text, name), start=1):
        id_ = str(raw.get("id", number)) if isinstance(raw, dict) else str(number)
        try:
            if isinstance(raw, VeinwayError):
                raise raw
            if isinstance(raw, dict) and ANSWERED_TWICE in raw:
                what = f"{raw[ANSWERED_TWICE]} is answered twice, and the answers contradict each other."
                raise FactError("F206", what, where=f"case {id_}", todo="Keep one of them.")
            yield read_case(raw, knowledge, at=at, time_zone=time_zone, id_=id_)
        except VeinwayError as error:
            yield Unusable(id_, error)


def read_case(
    raw: Any, knowledge: Knowledge, *, at: str = "", time_zone: str = "UTC", id_: str = "1"
) -> Case:
    """One case from its parsed form."""
    where = f"case {id_}"
    if not isinstance(raw, dict):
        raise InputError(
            "I211",
            "A case is an object with an id, at and facts.",
            where=where,
            todo="Write `facts:` and below it what is known, such as `  leg_symptoms: true`.",
        )
    if strange := sorted(set(raw) - _CASE_KEYS - _BESIDE):
        raise unknown_name(strange[0], sorted(_CASE_KEYS), where, kind="part of a case")
    clock = _Clock(raw, at, ZoneInfo(time_zone), where)
    shared = {**_given(raw, where), **_object(raw.get("facts", {}), where)}
    limbs = raw.get("limbs") or {"": {}}
    situations = {}
    for side, own in limbs.items():
        if side not in ("", "left", "right"):
            raise InputError(
                "I211", f"{side!r} is not a limb.", where=where, todo="Write left or right."
            )
        place = f"{where}, {side}" if side else where
        situations[side] = _Reader(knowledge, clock, place, raw.get("actions") or {}).situation(
            {**shared, **_object(own, place)}
        )
    return Case(id_, situations)


class _Clock:
    """The two instants of a case."""

    def __init__(self, raw: dict[str, Any], at: str, zone: tzinfo, where: str) -> None:
        self.zone = zone
        stated = raw.get("at", at)
        if not stated:
            raise InputError(
                "I213", "The case does not say at which time.", where=where, todo="Write at."
            )
        self.at = self.instant(stated, where)
        self.index = self.instant(raw.get("index", stated), where)
        if self.index > self.at:
            raise FactError("F207", "The suspicion (index) lies after at.", where=where)

    def instant(self, text: Any, where: str) -> datetime:
        try:
            when = text if isinstance(text, datetime) else datetime.fromisoformat(str(text))
        except ValueError:
            todo = "Write 2026-03-04T09:30."
            raise FactError("F207", f"{text!r} is not an instant.", where=where, todo=todo) from None
        return when if when.tzinfo else when.replace(tzinfo=self.zone)

    def day(self, when: datetime) -> int:
        return day_number(when.astimezone(self.zone).date())


def minute_of(when: datetime) -> int:
    """Minutes since 1970-01-01 UTC."""
    return int(when.timestamp()) // 60


class _Reader:
    """Reads the facts and events of one situation."""

    def __init__(self, knowledge: Knowledge, clock: _Clock, where: str, actions: dict[str, Any]) -> None:
        self.knowledge, self.clock, self.where, self.actions = knowledge, clock, where, actions

    def situation(self, answers: dict[str, Any]) -> Situation:
        facts: dict[str, Known] = {}
        histories: dict[str, History] = {}
        for key, answer in _gathered(answers, self.knowledge).items():
            if key in self.knowledge.events:
                histories[key] = self._history(self.knowledge.events[key], answer)
            elif key in self.knowledge.facts:
                facts[key] = read_answer(self.knowledge.facts[key], answer, self.where)
            else:
                names = sorted({**self.knowledge.facts, **self.knowledge.events})
                raise unknown_name(key, names, self.where)
        clock = self.clock
        result = Situation(
            facts,
            histories,
            clock.day(clock.index),
            clock.day(clock.at),
            minute_of(clock.index),
            minute_of(clock.at),
            {},
            self._settled(),
        )
        check_agreement(self.knowledge, result, self.where)
        return result

    def _settled(self) -> tuple[Settled, ...]:
        """What was said of actions of the plan: ordered, refused, impossible, withdrawn."""
        known = sorted({entry.key for step in self.knowledge.steps.values() for entry in step.plan})
        result = []
        for key, said in self.actions.items():
            place = f"{self.where}, {key}"
            if key not in known:
                raise unknown_name(key, known, self.where, kind="action")
            if not isinstance(said, dict) or said.get("status") not in SETTLED:
                todo = f"Write {{'status': one of {', '.join(SETTLED)}}}."
                raise FactError(
                    "F202", f"{said!r} is not what became of an action.", where=place, todo=todo
                )
            minute = minute_of(self.clock.instant(said.get("date", self.clock.at), place))
            result.append(Settled(key, minute, said["status"], str(said.get("reason", ""))))
        return tuple(result)

    def _history(self, event: Event, answer: Any) -> History:
        if answer is None or answer == "unknown":
            return History()
        if isinstance(answer, list):
            return History(tuple(self._event(event, one) for one in answer), "all of them were listed")
        if isinstance(answer, dict) and isinstance(answer.get("some"), list):
            return History(tuple(self._event(event, one) for one in answer["some"]))
        return History((self._event(event, answer),))

    def _event(self, event: Event, answer: Any) -> Happened:
        place = f"{self.where}, {event.key}"
        if not isinstance(answer, dict):
            raise FactError(
                "F202", f"{answer!r} is not an event.", where=place, todo="Write {'date': ...}."
            )
        day, minute = self._when(answer, place)
        attributes = {}
        known = {attribute.key: attribute for attribute in event.attributes}
        for key, value in answer.items():
            if key in ("date", "days_ago", "certain"):
                continue
            if key not in known:
                raise unknown_name(key, sorted(known), place, kind="attribute")
            attributes[key] = read_answer(known[key], value, place).value
        shown = Evidence("answer", when=str(answer.get("date", "")), recorded=event.label)
        return Happened(day, minute, attributes, bool(answer.get("certain", True)), shown)

    def _when(self, answer: dict[str, Any], place: str) -> tuple[Interval, Interval]:
        clock = self.clock
        at, index = clock.day(clock.at), clock.day(clock.index)
        if "days_ago" in answer:
            day = Interval(index - int(answer["days_ago"]), index - int(answer["days_ago"]))
        elif "date" in answer:
            day = read_days(answer["date"], place)
        else:
            return Interval(index, at), Interval(minute_of(clock.index), minute_of(clock.at))
        if day.low > at:
            raise FactError("F207", f"{answer.get('date')} lies after at.", where=place)
        day = Interval(day.low, min(day.high, at))
        text = str(answer.get("date", ""))
        if len(text) > 10:
            exact = minute_of(clock.instant(answer["date"], place))
            if exact > minute_of(clock.at):
                raise FactError("F207", f"{text} lies after at.", where=place)
            return day, Interval(exact, exact)
        start = _midnight(clock, int(day.low))
        end = start + int(day.high - day.low + 1) * MINUTES_A_DAY - 1
        return day, Interval(start, min(end, minute_of(clock.at)))


def _midnight(clock: _Clock, day: int) -> int:
    return minute_of(datetime.combine(date_of(day), time(), clock.zone))


def check_agreement(knowledge: Knowledge, situation: Situation, where: str) -> None:
    """Refuse two answers about one quantity that cannot both be true (an age and a date of birth)."""
    from ..engine.one import Reasoner

    reasoner = Reasoner(situation)
    for part in _agreements(knowledge):
        if reasoner.find(part).reason == "conflict":
            names = [_name(part.one), _name(part.other)]
            raise FactError("F206", f"{names[0]} and {names[1]} contradict each other.", where=where)


@lru_cache
def _agreements(knowledge: Knowledge) -> tuple[Agreed, ...]:
    return tuple(part for part in walk(*knowledge.rules.values()) if isinstance(part, Agreed))


def _name(part: object) -> str:
    if isinstance(part, YearsSince):
        return part.date.key
    if isinstance(part, Fact | Derived):
        return part.key
    return " and ".join(_name(inner) for inner in getattr(part, "parts", tuple)()) or "a number"


def _gathered(answers: dict[str, Any], knowledge: Knowledge) -> dict[str, Any]:
    """Attributes written flat (`surgery_date`, `surgery_major`) belong to one event."""
    result = dict(answers)
    for event in knowledge.events.values():
        names = {f"{event.key}_{key}": key for key in ("date", *(a.key for a in event.attributes))}
        flat = {names[key]: result.pop(key) for key in list(result) if key in names}
        if flat and event.key not in result:
            result[event.key] = flat
    return result


def _object(answers: Any, where: str) -> dict[str, Any]:
    if not isinstance(answers, dict):
        raise InputError("I211", "facts is an object of fact names and answers.", where=where)
    return answers


def _given(raw: dict[str, Any], where: str) -> dict[str, Any]:
    names = raw.get("given", [])
    facts: dict[str, Any] = {}
    for name in names if isinstance(names, list) else [names]:
        file = resources.files("veinway") / "given" / f"{name}.yaml"
        if not str(name).isidentifier() or not file.is_file():
            folder = resources.files("veinway") / "given"
            known = sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir())
            raise unknown_name(str(name), known, where, kind="given")
        facts |= load_yaml(file.read_text(encoding="utf-8"), str(name))
    return facts
