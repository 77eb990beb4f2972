"""What people type: one of several options, several of them, or how long ago something was."""

from __future__ import annotations

import re

from veinway.language.values import Interval

_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = {"a": 1, **{word: number for number, word in enumerate(_WORDS.split(), start=1)}}
_LENGTHS = {"d": (1, 1), "w": (7, 7), "f": (14, 14), "m": (28, 31), "y": (365, 366)}
"""Days in a day, a week, a fortnight, a month and a year: the fewest and the most."""
_ROUGH = {"today": 0, "now": 0, "just now": 0, "yesterday": 1, "last night": 1}


class Misunderstood(Exception):
    """An answer that was not understood; its message says what to type."""


def read_duration(text: str) -> Interval:
    """How many days ago: "5", "2 weeks", "three months ago", "yesterday"; a month is 28 to 31 days."""
    said = text.removesuffix(" ago").strip()
    if said in _ROUGH:
        return Interval(_ROUGH[said], _ROUGH[said])
    found = re.fullmatch(r"(\d{1,5}|[a-z]+)\s*(d|days?|w|weeks?|fortnights?|m|months?|y|years?)?", said)
    count = found and (int(found[1]) if found[1].isdecimal() else _NUMBERS.get(found[1]))
    if not found or count is None or (found[1] == "a" and not found[2]):
        raise Misunderstood(
            'Type a number of days, such as 5, or words such as "3 weeks" or "yesterday".'
        )
    fewest, most = _LENGTHS[(found[2] or "d")[0]]
    rest = most - 1 if found[2] and fewest > 1 else 0
    return Interval(count * fewest, count * most + rest)


def read_choice(text: str, options: tuple[str, ...]) -> int:
    """Which option is meant: its number, or the beginning of its words where only one begins so."""
    if text.isdecimal() and 1 <= int(text) <= len(options):
        return int(text) - 1
    meant = [place for place, option in enumerate(options) if text and option.lower().startswith(text)]
    exact = [place for place in meant if re.split(r"[,;:(]", options[place].lower())[0].strip() == text]
    if len(exact or meant) == 1:
        return (exact or meant)[0]
    raise Misunderstood(f"Type a number from 1 to {len(options)}, or ? if you do not know.")


def read_choices(text: str, options: tuple[str, ...]) -> frozenset[int]:
    """Which options are meant: their numbers, or 0 for none of them."""
    if text in ("0", "n", "no", "none", "nowhere"):
        return frozenset()
    numbers = re.split(r"[\s,;]+(?:and\s+)?", text)
    if all(each.isdecimal() and 1 <= int(each) <= len(options) for each in numbers):
        return frozenset(int(each) - 1 for each in numbers)
    raise Misunderstood('Type the numbers that apply, such as "1 3", or 0 for none of them.')
