"""The meaning of every word of the language, as examples that run on every engine.

`docs/language.md` is printed from this file (`python3 dev.py docs`), so the reference cannot differ
from what the engines do. In a row, `?` is unknown, `2..5` is a number that may be any of these,
`a|b` a choice that may be either, and a list of events stands as `[10, 90]`: so many days ago.
"""

from __future__ import annotations

from spec.event_words import EVENTS
from spec.shape import Spec

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
        "in_band",
        "Whether a number lies in a band as a table prints it, once rounded half up.",
        "in_band(x, '3-4', to=2)",
        (("2", "yes"), ("4", "yes"), ("5", "no"), ("1", "no"), ("4..5", "?")),
        of=("x",),
    ),
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

SECTIONS = (
    ("Yes and no", YES_NO),
    ("Numbers", NUMBERS),
    ("Events", EVENTS),
)
