"""Tallies as plain data, so that the shares of a cohort can be counted apart and added up."""

from __future__ import annotations

from typing import Any

from ..language.knowledge import Knowledge
from .tally import Count, RuleTally

_COUNTERS = ("applies", "certain", "possible")
_NUMBERS = ("decided", "not_computable", "needs_clinician")

Data = dict[str, Any]


def as_data(tally: RuleTally) -> Data:
    """One tally; what it names is named by its key."""
    return {
        "readings": {name: _counted(count) for name, count in tally.readings.items()},
        "undecided": tally.undecided,
        "by_presumption": tally.by_presumption,
        "missing": dict(tally.missing),
        "tried": {
            "undecided": tally.tried.undecided,
            "would": dict(tally.tried.would),
            "may": dict(tally.tried.may),
        },
    }


def _counted(count: Count) -> Data:
    counters = {name: dict(getattr(count, name)) for name in _COUNTERS}
    return counters | {name: getattr(count, name) for name in _NUMBERS}


def add_data(tally: RuleTally, data: Data, knowledge: Knowledge) -> None:
    """Add what was counted apart."""
    for name, counted in data["readings"].items():
        count = tally.readings[name]
        for counter in _COUNTERS:
            getattr(count, counter).update(counted[counter])
        for number in _NUMBERS:
            setattr(count, number, getattr(count, number) + counted[number])
    tally.undecided += data["undecided"]
    tally.by_presumption += data["by_presumption"]
    tally.missing.update(data["missing"])
    tried, parts = data["tried"], knowledge.facts | knowledge.events
    tally.tried.undecided += tried["undecided"]
    tally.tried.would.update(tried["would"])
    tally.tried.may.update(tried["may"])
    tally.tried.data.update({key: parts[key] for key in tried["may"]})
