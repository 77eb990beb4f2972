"""The questions for the public, one at a time: which comes next, and what an answer says.

A question is asked while its answer could still change what to do; the engine says so, no list of
exceptions does. An emergency question that was not answered is asked once more at the end.
"""

from __future__ import annotations

from veinway.care.triage.questions import QUESTIONS, RED_FLAGS, WORTH_KNOWING
from veinway.care.triage.rules import PUBLIC_TRIAGE
from veinway.engine.one import Reasoner
from veinway.engine.urgency import is_known, matters, urgency
from veinway.language import Choice, Direction, Fact, Measure
from veinway.language.values import NEVER, Evidence, Interval, Known, Situation, Truth
from veinway.show.inquiry import Entry, Inquiry
from veinway.show.triage_answers import Misunderstood, read_duration

REFUSED = "prefers not to say"
NOT_KNOWN = "asked and not known"


ENTRIES = tuple(Entry(*entry) for entry in QUESTIONS)


def _open(reasoner: Reasoner) -> set[Fact]:
    """What could still change what to do, and what is worth knowing of whoever is in no emergency."""
    found = {fact for fact in matters(PUBLIC_TRIAGE, reasoner) if not is_known(fact, reasoner)}
    if not _is_emergency(reasoner):
        named = ((fact, reasoner.truth(when)) for fact, when in WORTH_KNOWING)
        found |= {fact for fact, so in named if so is Truth.YES and not is_known(fact, reasoner)}
    return found


TRIAGE = Inquiry("triage", ENTRIES, _open, frozenset(RED_FLAGS))


class Interview:
    """What was answered so far, and what comes next."""

    def __init__(self, day: int, minute: int, about: Inquiry = TRIAGE) -> None:
        self._day, self._minute, self._about = day, minute, about
        self._answers: list[tuple[Entry, dict[str, Known]]] = []

    @property
    def situation(self) -> Situation:
        facts: dict[str, Known] = {}
        for _, said in self._answers:
            facts |= said
        day, minute = self._day, self._minute
        return Situation(facts, {}, day, day, minute, minute, {})

    def next(self) -> tuple[Entry, bool] | None:
        """The next question and whether it is asked again; None when nothing asked changes anything."""
        reasoner = Reasoner(self.situation)
        open_ = self._about.open(reasoner)
        times = dict.fromkeys(self._about.entries, 0)
        for entry, _ in self._answers:
            times[entry] += 1
        waiting = [entry for entry in self._about.entries if not open_.isdisjoint(entry.facts)]
        for entry in waiting:
            if times[entry] == 0:
                return entry, False
        for entry in waiting:
            if times[entry] == 1 and not self._about.again.isdisjoint(entry.facts):
                return entry, True
        return None

    def answer(self, entry: Entry, said: dict[str, Known]) -> None:
        self._answers.append((entry, said))

    def back(self) -> Entry | None:
        """Take back the last answer; the question it belonged to, or None at the first one."""
        return self._answers.pop()[0] if self._answers else None


def _is_emergency(reasoner: Reasoner) -> bool:
    """Nothing more is asked of somebody who is to call for help, whatever it could add to the advice."""
    return urgency(PUBLIC_TRIAGE, reasoner).at_least.direction is Direction.ESCALATES


# What an answer says ----------------------------------------------------------------------------


def not_known(entry: Entry, reason: str = NOT_KNOWN) -> dict[str, Known]:
    """The answer "don't know" (or another reason for there being none): unknown, never no."""
    return {fact.key: Known(fact.anything, reason=reason) for fact in entry.facts}


def chosen(entry: Entry, numbers: frozenset[int]) -> dict[str, Known]:
    """The answer to choose these options, counted from 0; in a list, what is not chosen is not so."""
    if entry.is_list:
        return {
            fact.key: _known(Truth.of(place in numbers, place not in numbers), fact.tell)
            for place, fact in enumerate(entry.facts)
        }
    fact, (number,) = entry.facts[0], numbers
    if isinstance(fact, Choice):
        option = fact.options[number]
        return {fact.key: _known(frozenset({option.key}), option.label)}
    return {fact.key: _known(Truth.NO if number else Truth.YES, entry.options[number])}


def counted(entry: Entry, text: str) -> dict[str, Known]:
    """The answer to a question for a number; Misunderstood says what to write instead."""
    fact = entry.facts[0]
    assert isinstance(fact, Measure)
    if fact.or_never and text in ("n", "no", "never", "0 times"):
        return {fact.key: _known(Interval(NEVER, NEVER), "never")}
    if fact.symbol == "d":
        value = read_duration(text)
    elif text.isdecimal():
        value = Interval(int(text), int(text))
    else:
        raise Misunderstood("Type a whole number, such as 54.")
    if not value.within(fact.domain):
        low, high = (f"{float(end):g}" for end in fact.domain)
        raise Misunderstood(f"Type a number from {low} to {high}.")
    # What is known is counted in steps of the grid, which divides a whole number of the unit.
    steps = Interval(*(int(end / fact.step) for end in value))
    return {fact.key: _known(steps, text)}


def _known(value: Truth | Interval | frozenset[str], text: str) -> Known:
    return Known(value, (Evidence("answer", recorded=text),))
