"""The register of filters of the vena cava: where each is in its life, and how many are removed.

Nothing medical is decided here: the states, the measures and who is overdue are those of the rules.
Where records do not tell, a state is one of several, and a number has two ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from veinway.care.facts.stents_filters import (
    filter_event,
    filter_plan_documented,
    filter_removal_day,
    filter_review,
    what_happened,
)
from veinway.care.filters.life import FILTER_PAST_12_WEEKS, FILTER_STATE
from veinway.care.service_measures import FILTERS
from veinway.engine.one import Reasoner
from veinway.engine.service_tally import ShareTally
from veinway.language.values import Happened, History, Interval, Situation, Truth
from veinway.show.json_answers import moment
from veinway.show.values import day_words, value_words

STATES = {each.key: each.text for each in FILTER_STATE.outcomes}
_RETRIEVED, _DIED, _PERMANENT = "filter_retrieved", "filter_died", "filter_permanent"
GONE = frozenset({_RETRIEVED, _DIED, "filter_planned", "filter_none_in_place"})
"""States in which no filter is in place in somebody who lives."""


@dataclass(frozen=True, slots=True)
class FilterEvent:
    """Something that happened to a filter: the day, what it was in words, and where that is from."""

    day: str
    what: str
    key: str
    where: str


@dataclass(frozen=True, slots=True)
class FilterLife:
    """One person's filter. Days count since 1970-01-01; pairs are from the earliest to the latest.

    states: the outcomes that are possible. overdue: more than 12 weeks in place and not permanent. plan:
    whether a plan for its removal is on record. due: the day by which it is to be removed, where that is
    known. whole: nothing else has happened to it than what is listed. counts: of each measure whether it
    speaks of this filter, and whether it is met.
    """

    states: tuple[str, ...]
    overdue: Truth
    events: tuple[FilterEvent, ...]
    placed: tuple[int, int] | None
    ended: tuple[int, int] | None
    reviewed: int | None
    plan: Truth
    due: int | None
    whole: bool
    counts: tuple[tuple[Truth, Truth], ...]

    def dwell(self, today: int) -> tuple[int, int] | None:
        """For how many days it has been, or was, in place; None where its first day is not known."""
        if self.placed is None:
            return None
        first, last = self.ended or (today, today)
        if self.ended is None and set(self.states) & GONE:
            first = self.placed[1]
        return max(0, first - self.placed[1]), max(0, last - self.placed[0])

    @property
    def instead_of_a_day(self) -> str:
        """Why there is no day for its removal; "" where one is due, or may be.

        That somebody died meanwhile can hardly ever be excluded, and takes nothing from a removal.
        """
        states = set(self.states) - {_DIED}
        if states <= {_RETRIEVED} and any(each.key == "retrieved" for each in self.events):
            known = self.ended is not None and self.ended[0] == self.ended[1]
            return f"removed on {day_words(self.ended[0])}" if self.ended and known else "removed"
        if states == {_PERMANENT}:
            return "it stays, by decision"
        return "" if states else "the patient died"


def filter_life(situation: Situation) -> FilterLife | None:
    """What is known of a person's filter; None where nothing is on record of one."""
    history = situation.histories.get(filter_event.key, History())
    if not history.events:
        return None
    reasoner = Reasoner(situation)
    conclusion = reasoner.find(FILTER_STATE)
    possible = conclusion.value
    assert isinstance(possible, frozenset)
    planned = situation.facts.get(filter_removal_day.key)
    day = planned.value if planned is not None else None
    return FilterLife(
        tuple(key for key in STATES if key in possible),
        reasoner.truth(FILTER_PAST_12_WEEKS),
        tuple(_event(each) for each in sorted(history.events, key=lambda each: each.minute)),
        _last(history, "inserted"),
        _last(history, "retrieved") or _last(history, "died"),
        _reviewed(situation),
        reasoner.truth(filter_plan_documented),
        int(day.low) if isinstance(day, Interval) and day.known else None,
        bool(history.complete),
        tuple(_counts(reasoner)),
    )


def _counts(reasoner: Reasoner) -> Iterable[tuple[Truth, Truth]]:
    for measure in FILTERS.measures:
        assert measure.met is not None
        yield reasoner.truth(measure.of), reasoner.truth(measure.met)


def _event(happened: Happened) -> FilterEvent:
    value = happened.attributes.get(what_happened.key, what_happened.anything)
    key = next(iter(value)) if isinstance(value, frozenset) and len(value) == 1 else ""
    evidence = happened.evidence
    where = "" if evidence is None else evidence.resource
    low, high = (moment(int(end), "day") for end in (happened.day.low, happened.day.high))
    day = low if low == high else f"{low} to {high}"
    return FilterEvent(day, value_words(what_happened, value), key, where)


def _last(history: History, what: str) -> tuple[int, int] | None:
    """The day of the last certain event of a kind, from the earliest to the latest it may be."""
    days = [
        (int(each.day.low), int(each.day.high))
        for each in history.events
        if each.certain and each.attributes.get(what_happened.key) == frozenset({what})
    ]
    return max(days, default=None)


def _reviewed(situation: Situation) -> int | None:
    events = situation.histories.get(filter_review.key, History()).events
    return max((int(each.day.low) for each in events if each.certain and each.day.known), default=None)


# The whole register -------------------------------------------------------------------------------


def rates(lives: Sequence[FilterLife]) -> list[ShareTally]:
    """What each measure adds up to, in the order of the group of measures."""
    found = [ShareTally() for _ in FILTERS.measures]
    for life in lives:
        for tally, (of, met) in zip(found, life.counts, strict=True):
            _add(tally, of, met)
    return found


def _add(tally: ShareTally, of: Truth, met: Truth) -> None:
    sure, possible = of is Truth.YES, of.can_be_yes
    tally.of_sure += sure
    tally.of_possible += possible
    tally.both_sure += sure and met is Truth.YES
    tally.both_possible += possible and met.can_be_yes
    tally.not_met_sure += sure and met is Truth.NO
    tally.not_met_possible += possible and met.can_be_no


def median_dwell(lives: Sequence[FilterLife]) -> tuple[int, int] | None:
    """The median of the days that filters were in place before they were removed, with two ends."""
    dwells = [life.dwell(0) for life in lives if life.states == (_RETRIEVED,) and life.ended is not None]
    known = [each for each in dwells if each is not None]
    if not known:
        return None
    place = (len(known) - 1) // 2
    return sorted(low for low, _ in known)[place], sorted(high for _, high in known)[place]
