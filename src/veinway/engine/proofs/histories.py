"""Histories of events that give the values which rules read from them: a small, ordered search.

Values read from events are unknowns of their own in a proof, so a patient that refutes a law may have
values that no history gives together. Histories of none, one and two events are tried, on the days at
which a window starts or ends; where none fits, the patient stays unconfirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, product

from ...language import events as ev
from ...language.expressions import Expression
from ...language.facts import Choice, Fact, YesNo
from ...language.knowledge import walk
from ...language.time import MINUTES_A_DAY, shift
from ...language.values import Happened, History, Interval, Possible, Situation, Truth
from ..one import Reasoner
from .ask import Known

_DAYS = (0, -1, -10, -400, 3, 7, 30)
_TRIED, _KEPT = 3000, 4
_READ = (ev.AnyEvent, ev.CountOf, ev.DaysSince, ev.ValueOf, ev.OptionOf, ev.SeriesMeasure)


Wanted = dict[Expression, Possible]
"""What rules should read from events of one kind."""


def histories(known: Known, situation: Situation) -> Iterator[dict[str, History]]:
    """Histories, one a kind of event, under which every leaf may be no more than it should be."""
    kinds = {leaf.of.of.event for leaf in known if isinstance(leaf.of, _READ)}
    ordered = sorted(kinds, key=lambda kind: kind.key)
    fitting = [list(islice(_fitting(kind, known, situation), _KEPT)) for kind in ordered]
    for chosen in product(*fitting):
        yield dict(zip((kind.key for kind in ordered), chosen, strict=True))


def _fitting(kind: ev.Event, known: Known, situation: Situation) -> Iterator[History]:
    wanted: Wanted = {
        leaf.of: value
        for leaf, value in known.items()
        if isinstance(leaf.of, _READ) and leaf.of.of.event is kind
    }
    for history in islice(_candidates(kind, wanted, situation.index), _TRIED):
        inner = Situation(
            situation.facts,
            {kind.key: history},
            situation.index,
            situation.at,
            situation.index_minute,
            situation.at_minute,
            situation.parameters,
        )
        reasoner = Reasoner(inner)
        if all(inside(reasoner.find(part).value, value) for part, value in wanted.items()):
            yield history


def inside(value: Possible, wanted: Possible) -> bool:
    """Everything that the value may be is wanted."""
    if isinstance(value, Interval) and isinstance(wanted, Interval):
        return value.within(wanted)
    if isinstance(value, Truth) and isinstance(wanted, Truth):
        return value | wanted == wanted
    return isinstance(value, frozenset) and isinstance(wanted, frozenset) and value <= wanted


def _candidates(kind: ev.Event, wanted: Wanted, index: int) -> Iterator[History]:
    """None, one and two events; complete ones after those that may have gaps."""
    events = _events(kind, wanted, index)
    for count in (0, 1, 2):
        for chosen in combinations(events, count):
            yield History(chosen)
            yield History(chosen, "all of them are listed")


def _events(kind: ev.Event, wanted: Wanted, index: int) -> list[Happened]:
    values = [_values(attribute, wanted) for attribute in kind.attributes]
    keys = [attribute.key for attribute in kind.attributes]
    events = []
    for day in _days(wanted, index):
        minutes = Interval(day * MINUTES_A_DAY, (day + 1) * MINUTES_A_DAY - 1)
        for chosen in product(*values):
            known = {key: value for key, value in zip(keys, chosen, strict=True) if value is not None}
            events.append(Happened(Interval(day, day), minutes, known))
    return events


def _days(wanted: Wanted, index: int) -> list[int]:
    """Days that differ for the windows, the index day first."""
    days = dict.fromkeys(index + day for day in _DAYS)
    for part in wanted:
        window = part.of.window if isinstance(part, _READ) else None
        if window is not None and window.back is not None and window.back.unit != "minute":
            edge = shift(index, window.back, -1)
            days |= dict.fromkeys((edge, edge - 1))
    return list(days)


def _values(attribute: Fact, wanted: Wanted) -> list[Possible | None]:
    """Values of an attribute that some rule asks for; None for one that nobody recorded."""
    values: dict[Possible | None, None] = {None: None}
    for part, value in wanted.items():
        if getattr(part, "attribute", None) is attribute:
            values[_on_grid(attribute, value)] = None
        if (
            isinstance(part, _READ)
            and part.of.where is not None
            and attribute in set(walk(part.of.where))
        ):
            values |= dict.fromkeys(_all_values(attribute))
    return list(values)


def _on_grid(attribute: Fact, value: Possible) -> Possible:
    step = getattr(attribute, "step", None)
    if isinstance(value, Interval) and step is not None:
        return Interval(int(value.low / step), int(value.high / step))
    return value


def _all_values(attribute: Fact) -> list[Possible]:
    if isinstance(attribute, YesNo):
        return [Truth.YES, Truth.NO]
    if isinstance(attribute, Choice):
        return [frozenset({key}) for key in attribute.option_keys()]
    anything = attribute.anything
    assert isinstance(anything, Interval)
    return [Interval(end, end) for end in anything]
