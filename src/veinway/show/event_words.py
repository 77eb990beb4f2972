"""What is asked of events, in plain English: whether one happened, how many, how long ago.

Each function takes a part and `phrase`, which says any expression in words.
"""

from __future__ import annotations

from veinway.language import events as ev
from veinway.show.word_parts import Phrase, lower_first, selection_words


def any_event(part: ev.AnyEvent, phrase: Phrase) -> str:
    return f"at least one {selection_words(part.of, phrase)}"


def count_of(part: ev.CountOf, phrase: Phrase) -> str:
    return f"the number of events “{selection_words(part.of, phrase)}”"


def days_since(part: ev.DaysSince, phrase: Phrase) -> str:
    return f"days since {_the(part.which, part.of, phrase)}"


def time_until(part: ev.TimeUntil, phrase: Phrase) -> str:
    since = part.since
    start = phrase(since) if isinstance(since, ev.Anchor) else _the("first", since, phrase)
    unit = {"min": "minutes", "d": "days"}[part.symbol]
    return f"{unit} from {start} to {_the(part.which, part.of, phrase)}"


def _the(which: ev.Which, of: ev.Selection, phrase: Phrase) -> str:
    """One event of several; what is a first by its name is not called the first first."""
    return f"the {which} {selection_words(of, phrase).removeprefix(f'{which} ')}"


def date_of(part: ev.DateOf, phrase: Phrase) -> str:
    return f"the day of {_the(part.which, part.of, phrase)}"


def read_off(part: ev.ValueOf | ev.OptionOf, phrase: Phrase) -> str:
    """An attribute of one event; the highest and the lowest are read over all of them."""
    what, events = lower_first(part.attribute.label), selection_words(part.of, phrase)
    if part.which in ("highest", "lowest"):
        return f"the {part.which} {what} (of any {events})"
    return f"{what} (of the {part.which} {events})"


def years_since(part: ev.YearsSince, phrase: Phrase) -> str:
    return f"completed years from {lower_first(part.date.label)} to {phrase(part.anchor)}"
