"""The meaning of every word of the language, as examples that run on every engine.

`docs/language.md` is printed from this file (`python3 dev.py docs`), so the reference cannot differ
from what the engines do. In a row, `?` is unknown, `2..5` is a number that may be any of these,
`a|b` a choice that may be either, and a list of events stands as `[10, 90]`: so many days ago.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Spec:
    """One word: how it is written, and what it gives for what is known."""

    word: str
    text: str
    written: str
    rows: tuple[tuple[str, ...], ...]
    """Each row: what is known of each name in `of`, then the result."""
    of: tuple[str, ...] = ("a", "b")
    section: str = field(default="")


YES_NO = (
    Spec(
        "fact",
        "A yes/no fact that is not listed is unknown.",
        "a",
        (("yes", "yes"), ("no", "no"), ("?", "?")),
        of=("a",),
    ),
    Spec(
        "all_of",
        "Yes when every part is yes; no as soon as one part is no.",
        "all_of(a, b)",
        (
            ("yes", "yes", "yes"),
            ("yes", "no", "no"),
            ("no", "?", "no"),
            ("yes", "?", "?"),
            ("?", "?", "?"),
        ),
    ),
    Spec(
        "any_of",
        "Yes as soon as one part is yes; no when every part is no.",
        "any_of(a, b)",
        (
            ("no", "no", "no"),
            ("yes", "?", "yes"),
            ("no", "?", "?"),
            ("no", "yes", "yes"),
            ("?", "?", "?"),
        ),
    ),
    Spec(
        "no",
        "Yes when the part is certainly no. Unknown is never no.",
        "no(a)",
        (("yes", "no"), ("no", "yes"), ("?", "?")),
        of=("a",),
    ),
    Spec(
        "at_least",
        "Yes when enough parts are yes; no when too few still can be.",
        "at_least(2, a, b, c)",
        (
            ("yes", "yes", "?", "yes"),
            ("yes", "no", "?", "?"),
            ("no", "no", "?", "no"),
            ("?", "?", "no", "?"),
            ("yes", "yes", "no", "yes"),
        ),
        of=("a", "b", "c"),
    ),
    Spec(
        "is_",
        "Yes when this option alone is left; no when it is excluded.",
        "sex.is_('male')",
        (("male", "yes"), ("female", "no"), ("male|female", "?")),
        of=("sex",),
    ),
    Spec(
        "one_of",
        "Yes when only these options are left; no when all of them are excluded.",
        "vein.one_of('femoral', 'iliac')",
        (
            ("femoral", "yes"),
            ("femoral|iliac", "yes"),
            ("calf", "no"),
            ("calf|iliac", "?"),
            ("?", "?"),
        ),
        of=("vein",),
    ),
    Spec(
        "presume",
        "Where nothing is on record of the part it is taken to be the value; the reason is shown.",
        "presume(a, NO, because='not on record', source=cite)",
        (("yes", "yes"), ("no", "no"), ("?", "no")),
        of=("a",),
    ),
    Spec(
        "presume, when",
        "A presumption with a condition is made only when the condition is certain.",
        "presume(a, NO, when=b, because='not on record', source=cite)",
        (("?", "yes", "no"), ("?", "no", "?"), ("?", "?", "?"), ("yes", "yes", "yes")),
    ),
    Spec(
        "presume_not",
        "Where nothing is on record of a choice, these options are taken to be excluded. A record that"
        " leaves one of them open is not silence.",
        "presume_not(vein, 'iliac', because='not on record', source=cite).is_('calf')",
        (("?", "?"), ("calf|iliac", "?"), ("iliac", "no"), ("calf", "yes")),
        of=("vein",),
    ),
)

NUMBERS = (
    Spec(
        ">= and >",
        "Strict and non-strict are kept apart.",
        "all_of(x >= 3, no(x > 3))",
        (("3", "yes"), ("4", "no"), ("2", "no"), ("2..3", "?"), ("?", "?")),
        of=("x",),
    ),
    Spec(
        "<",
        "A comparison is decided when every value that is still possible stands the same way.",
        "x < 5",
        (("4", "yes"), ("5", "no"), ("0..4", "yes"), ("5..9", "no"), ("4..5", "?")),
        of=("x",),
    ),
    Spec(
        "between",
        "Both ends are included.",
        "between(x, 2, 4)",
        (("2", "yes"), ("4", "yes"), ("5", "no"), ("1..2", "?"), ("2..4", "yes")),
        of=("x",),
    ),
    Spec(
        "+ and -",
        "Low ends add to low ends; what is subtracted counts with its other end.",
        "x + 2 * y - 1",
        (("3", "4", "10"), ("1..3", "4", "8..10"), ("3", "1..2", "4..6")),
        of=("x", "y"),
    ),
    Spec(
        "- turns an interval round",
        "The highest difference needs the lowest subtrahend.",
        "x - y",
        (("5", "3", "2"), ("5", "1..3", "2..4"), ("5..6", "1..3", "2..5")),
        of=("x", "y"),
    ),
    Spec(
        "* and /",
        "Ratios are compared without dividing: 10 / 4 is at least 2.5 exactly.",
        "x / y >= '2.5'",
        (("10", "4", "yes"), ("9", "4", "no"), ("9..10", "4", "?"), ("10", "1..4", "yes")),
        of=("x", "y"),
    ),
    Spec(
        "**",
        "A power uses its input once.",
        "x ** 2 > 9",
        (("3", "no"), ("4", "yes"), ("3..4", "?")),
        of=("x",),
    ),
    Spec(
        "largest",
        "The largest of several numbers: the age-adjusted cut-off is the larger of 500 and 10 x age.",
        "largest(5, x)",
        (("3", "5"), ("7", "7"), ("3..7", "5..7")),
        of=("x",),
    ),
    Spec(
        "agreed",
        "One quantity that was recorded twice: what both records allow; their hull if they conflict.",
        "agreed(x, y)",
        (("1..5", "4..9", "4..5"), ("3", "?", "3"), ("2", "8", "2..8")),
        of=("x", "y"),
    ),
    Spec(
        "by_choice",
        "A number for each option.",
        "by_choice(sex, {'male': 10, 'female': 8})",
        (("male", "10"), ("female", "8"), ("?", "8..10")),
        of=("sex",),
    ),
)

EVENTS = (
    Spec(
        "any_event",
        "Yes when one certainly happened. An event that is not on record may still have happened,"
        " unless the list is complete.",
        "any_event(fall)",
        (("[10]", "yes"), ("[]", "?"), ("[] complete", "no"), ("[10] complete", "yes")),
        of=("fall",),
    ),
    Spec(
        "within weeks",
        "Calendar days back from the index date; exactly 12 weeks before still counts.",
        "any_event(fall, in_=within(weeks(12)))",
        (
            ("[84] complete", "yes"),
            ("[85] complete", "no"),
            ("[0] complete", "yes"),
            ("[80..90] complete", "?"),
        ),
        of=("fall",),
    ),
    Spec(
        "within months",
        "Calendar months, clamped to the end of the month: 3 months before 31 May is 28 February.",
        "any_event(fall, in_=within(months(3)))",
        (("[92] complete", "yes"), ("[93] complete", "no")),
        of=("fall",),
    ),
    Spec(
        "count",
        "How many certainly happened, to how many may have.",
        "count(fall, most=5)",
        (("[10, 20]", "2..5"), ("[10, 20] complete", "2"), ("[] complete", "0")),
        of=("fall",),
    ),
    Spec(
        "days_since",
        "Days since the last one; never is larger than any number of days.",
        "days_since('last', fall) <= 28",
        (
            ("[28, 90] complete", "yes"),
            ("[29] complete", "no"),
            ("[29]", "?"),
            ("[] complete", "no"),
            ("[]", "?"),
        ),
        of=("fall",),
    ),
    Spec(
        "days_until",
        "Days from the first suspicion, or from the first event of another kind, to such an event;"
        " negative before it. Until one has happened, at least the days that have passed.",
        "days_until('first', fall) <= -6",
        (
            ("[10]", "yes"),
            ("[6, 2]", "yes"),
            ("[5]", "no"),
            ("[4..8]", "?"),
            ("[] complete", "no"),
            ("[]", "?"),
        ),
        of=("fall",),
    ),
    Spec(
        "minutes_until",
        "The same in minutes, between instants.",
        "minutes_until('last', fall, since=scan) <= 1440",
        (
            ("[3]", "[4]", "yes"),
            ("[2]", "[4]", "no"),
            ("[5]", "[4]", "yes"),
            ("[2..3]", "[4]", "?"),
            ("[3]", "[]", "?"),
            ("[] complete", "[4]", "no"),
            ("[] complete", "[1]", "?"),
            ("[]", "[4]", "?"),
        ),
        of=("fall", "scan"),
    ),
    Spec(
        "last and first",
        "An attribute of the last one that is known; anything where none is.",
        "last(fall, depth)",
        (("[10:3, 5:7]", "7"), ("[10:3]", "3"), ("[]", "0..100"), ("[5:3, 5:7]", "3..7")),
        of=("fall",),
    ),
    Spec(
        "highest and lowest",
        "Over all that are known.",
        "highest(fall, depth)",
        (("[10:3, 5:7, 2:4]", "7"), ("[]", "0..100")),
        of=("fall",),
    ),
    Spec(
        "where",
        "All conditions hold for one event.",
        "any_event(fall, all_of(depth >= 5, depth <= 6))",
        (("[10:4, 5:7] complete", "no"), ("[10:4, 5:6] complete", "yes")),
        of=("fall",),
    ),
)

SECTIONS = (
    ("Yes and no", YES_NO),
    ("Numbers", NUMBERS),
    ("Events", EVENTS),
)
