"""The meaning of the words on events, as examples (see `words`)."""

from __future__ import annotations

from spec.shape import Spec

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
        "the_first",
        "The first such event, to count from: how far two of them lie apart.",
        "minutes_until('last', fall, depth >= 5, since=the_first(fall, depth >= 5)) >= 1440",
        (
            ("[10:6, 8:7]", "yes"),
            ("[10:6, 9:7]", "yes"),
            ("[10:6]", "no"),
            ("[10:2, 8:7]", "no"),
            ("[10:0..9, 8:7]", "?"),
            ("[]", "?"),
        ),
        of=("fall",),
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
    Spec(
        "within, before another day",
        "Calendar days back from the day of an event, both ends included; where there is no such event,"
        " nothing lies in it.",
        "any_event(fall, in_=within(weeks(4), before=date_of_event('last', scan)))",
        (
            ("[38] complete", "[10]", "yes"),
            ("[39] complete", "[10]", "no"),
            ("[10] complete", "[10]", "yes"),
            ("[9] complete", "[10]", "no"),
            ("[39] complete", "[12, 10]", "no"),
            ("[12] complete", "[]", "no"),
        ),
        of=("fall", "scan"),
    ),
    Spec(
        "within, before a date",
        "The day may be a date, and one that lies ahead, such as that of a planned operation.",
        "any_event(fall, in_=within(weeks(4), before=visit))",
        (
            ("[18] complete", "2026-06-10", "yes"),
            ("[19] complete", "2026-06-10", "no"),
            ("[18] complete", "2026-06-10..2026-06-11", "?"),
            ("[5] complete", "?", "?"),
            ("[] complete", "?", "no"),
        ),
        of=("fall", "visit"),
    ),
    Spec(
        "days_before",
        "From the first to the last of these days before an anchor, both included.",
        "any_event(fall, in_=days_before(10, 1))",
        (
            ("[10] complete", "yes"),
            ("[11] complete", "no"),
            ("[1] complete", "yes"),
            ("[0] complete", "no"),
            ("[0..1] complete", "?"),
        ),
        of=("fall",),
    ),
)
