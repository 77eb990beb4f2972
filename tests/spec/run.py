"""Turns a row of a specification into a situation, and a value into the text of the page."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Any

from veinway import language
from veinway.language import Cite, Event, Fact, Source, choice, date_fact, measure, yes_no
from veinway.language.time import day_number
from veinway.language.values import Happened, History, Interval, Known, Situation, Truth

CITE: Cite = Source("SPEC", "Specification of the language", "2026").at("words")
TODAY = day_number(date(2026, 5, 31))


def _number(key: str) -> Fact:
    return measure(key, key, ask=f"{key}?", source=CITE, unit="1", step=1, domain=(1, 100))


depth = measure("depth", "depth", ask="depth?", source=CITE, unit="1", step=1, domain=(0, 100))
NAMES: dict[str, Any] = {
    **{key: yes_no(key, key, ask=f"{key}?", source=CITE) for key in "abc"},
    **{key: _number(key) for key in "xy"},
    "sex": choice("sex", "sex", {"male": "male", "female": "female"}, ask="sex?", source=CITE),
    "vein": choice(
        "vein",
        "vein",
        {"calf": "calf", "femoral": "femoral", "iliac": "iliac"},
        ask="vein?",
        source=CITE,
    ),
    "depth": depth,
    "fall": Event("fall", "fall", attributes=(depth,), ask="falls?", source=CITE),
    "scan": Event("scan", "scan", attributes=(), ask="scans?", source=CITE),
    "visit": date_fact(
        "visit",
        "visit",
        ask="visit?",
        source=CITE,
        earliest=date(1990, 1, 1),
        latest=date(2100, 1, 1),
    ),
    "cite": CITE,
}


def expression(written: str) -> Any:
    """The expression that a specification writes down."""
    words = {name: getattr(language, name) for name in language.__all__}
    return eval(written, {**words, **NAMES})


def situation(of: tuple[str, ...], known: tuple[str, ...]) -> Situation:
    """What a row says to be known."""
    facts: dict[str, Known] = {}
    histories: dict[str, History] = {}
    for name, text in zip(of, known, strict=True):
        thing = NAMES[name]
        if isinstance(thing, Event):
            histories[name] = _history(text)
        elif text != "?":
            facts[name] = Known(_value(thing, text))
    minute = TODAY * 1440
    return Situation(facts, histories, TODAY, TODAY, minute, minute, {})


def _value(fact: Any, text: str) -> Any:
    if text in ("yes", "no"):
        return Truth.YES if text == "yes" else Truth.NO
    if isinstance(fact, language.Choice):
        return frozenset(text.split("|"))
    if isinstance(fact, language.DateFact):
        first, _, last = text.partition("..")
        return Interval(*(day_number(date.fromisoformat(day)) for day in (first, last or first)))
    return _interval(text)


def _interval(text: str) -> Interval:
    low, _, high = text.partition("..")
    return Interval(int(low), int(high or low))


def _history(text: str) -> History:
    inside = re.fullmatch(r"\[(.*)\]( complete)?", text)
    assert inside is not None, text
    events = []
    for each in filter(None, inside[1].split(", ")):
        ago, _, value = each.partition(":")
        latest, earliest = _interval(ago)
        attributes: dict[str, Any] = {"depth": _interval(value)} if value else {}
        day = Interval(TODAY - earliest, TODAY - latest)
        events.append(Happened(day, Interval(day.low * 1440, day.high * 1440), attributes))
    return History(tuple(events), "the list is complete" if inside[2] else "")


def shown(value: Any) -> str:
    """A value as the page prints it."""
    if isinstance(value, Truth):
        return {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: "?"}[value]
    if isinstance(value, Interval):
        ends = [f"{Fraction(end)}" for end in value]
        return ends[0] if value.known else "..".join(ends)
    return "|".join(sorted(value))
