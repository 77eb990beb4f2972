"""A rule that is written wrongly fails when it is defined, with words that say what to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from spec.run import CITE, NAMES
from veinway.language import (
    AT,
    NO,
    Band,
    Derived,
    Event,
    Source,
    above,
    action,
    agreed,
    all_of,
    any_of,
    at_least,
    below,
    between,
    by,
    by_choice,
    choice,
    commits,
    from_,
    hours,
    in_days,
    measure,
    neutral,
    no,
    obtainable,
    otherwise,
    points,
    presume,
    row,
    score,
    table,
    up_to,
    yes_no,
)
from veinway.language.errors import DefinitionError
from veinway.language.facts import Silence
from veinway.language.time import Span

a, b, x, y, sex, fall, depth = (NAMES[key] for key in ("a", "b", "x", "y", "sex", "fall", "depth"))
ONE, TWO = neutral("one", "One."), neutral("two", "Two.")
LOW, HIGH = Band("low", "low"), Band("high", "high")
weight = measure("w", "w", ask="w?", source=CITE, unit="kg", step=1, domain=(0, 100))


def bands(*cuts: Any) -> Any:
    return score("s", "S", source=CITE, items=[points("0.5", a)], bands=list(cuts), for_whom=None)


def measured(silence: Silence) -> Any:
    return measure("k", "k", ask="?", source=CITE, unit="1", step=1, domain=(0, 9), silence=silence)


def rules(*rows: Any, hit: Any = "unique") -> Any:
    return table("t", "T", hit=hit, source=CITE, rows=list(rows))


MISTAKES: list[tuple[str, str, Callable[[], Any]]] = [
    ("and", "D120 all_of", lambda: a and b),
    ("or", "D120 any_of", lambda: a or b),
    ("not", "D120 no(", lambda: not a),
    ("if", "D120", lambda: 1 if a else 2),
    ("a chained comparison", "D120 between", lambda: 1 < x < 3),
    ("&", "D120 all_of", lambda: a & b),
    ("|", "D120 any_of", lambda: a | b),
    ("~", "D120 no(", lambda: ~a),
    ("==", "D120 is_", lambda: sex == "male"),
    ("!=", "D120", lambda: sex != "male"),
    ("an unknown option", "D121 options", lambda: sex.is_("mal")),
    ("at_least more than there are", "D122", lambda: at_least(3, a, b)),
    ("a presumption that is no value", "D123", lambda: presume(a, None, because="x", source=CITE)),  # type: ignore[arg-type]
    ("a presumption without a reason", "D125 because", lambda: presume(a, NO, because="", source=CITE)),
    ("a number as a condition", "D126 yes/no", lambda: all_of(a, x)),
    ("a condition on nothing", "D127", lambda: any_of()),
    ("points for a number", "D126", lambda: points(1, x)),
    ("a missing source", "D102 source=", lambda: yes_no("k", "k", ask="?", source=None)),  # type: ignore[arg-type]
    ("a source registered twice", "D101", lambda: Source("SPEC", "again", "2026")),
    ("silence that is a number", "D153 presume(", lambda: measured(Silence("0", "nothing said", CITE))),
    (
        "silence that is neither yes nor no",
        "D123",
        lambda: yes_no("k", "k", ask="?", source=CITE, silence=Silence("none", "nothing said", CITE)),
    ),
    (
        "silence that is no option",
        "D121 male",
        lambda: choice(
            "k", "k", {"male": "m"}, ask="?", source=CITE, silence=Silence("man", "nothing said", CITE)
        ),
    ),
    ("a float", "D140 text", lambda: x >= 2.5),
    ("a threshold finer than the grid", "D142 finer", lambda: x >= "2.5"),
    ("two units", "D130", lambda: weight >= x),
    ("a sum of two units", "D130", lambda: weight + x),
    ("a formula in another unit", "D130", lambda: Derived("d", "d", "kg", x * 2, CITE)),
    ("an input used twice", "D145 twice", lambda: x / (x + 1) >= 1),
    ("three records that agree", "D146 inside", lambda: agreed(x, agreed(y, depth))),
    ("a product that is not monotone", "D141 negative", lambda: (x - 50) * y),
    ("a quotient by something that may be zero", "D141", lambda: x / depth),
    ("a choice without a number for each option", "D144", lambda: by_choice(sex, {"male": 1})),
    ("a gap between bands", "D181 no band", lambda: bands(up_to(0, LOW), from_(1, HIGH))),
    ("two bands for one total", "D181 two bands", lambda: bands(up_to(1, LOW), from_(1, HIGH))),
    ("bands that fall", "D181", lambda: bands(below(2, LOW), below(1, LOW), from_(1, HIGH))),
    ("bands without an end", "D180", lambda: bands(below(2, LOW), below(3, HIGH))),
    (
        "two rows for one patient",
        "D190 x >= 4",
        lambda: rules(
            row(x >= 3, ONE, cite=CITE), row(x >= 4, TWO, cite=CITE), row(x < 3, TWO, cite=CITE)
        ),
    ),
    (
        "a patient without a row",
        "D191 otherwise",
        lambda: rules(row(x > 3, ONE, cite=CITE), row(x < 3, TWO, cite=CITE)),
    ),
    (
        "a row that can never decide",
        "D192",
        lambda: rules(
            row(x >= 3, ONE, cite=CITE),
            row(x >= 4, TWO, cite=CITE),
            otherwise(TWO, cite=CITE),
            hit="first",
        ),
    ),
    (
        "worst without a rank",
        "D193",
        lambda: rules(row(a, ONE, cite=CITE), otherwise(TWO, cite=CITE), hit="worst"),
    ),
    ("an empty table", "D194", lambda: rules()),
    (
        "otherwise before the end",
        "D195",
        lambda: rules(otherwise(ONE, cite=CITE), row(a, TWO, cite=CITE)),
    ),
    (
        "two outcomes of one name",
        "D196",
        lambda: rules(row(a, ONE, cite=CITE), otherwise(neutral("one", "!"), cite=CITE)),
    ),
    ("a fact key with a space", "D150", lambda: yes_no("two words", "k", ask="?", source=CITE)),
    (
        "a domain off the grid",
        "D151",
        lambda: measure("m", "m", ask="?", source=CITE, unit="1", step=2, domain=(0, 5)),
    ),
    (
        "a plausible range outside the domain",
        "D152",
        lambda: measure(
            "m", "m", ask="?", source=CITE, unit="1", step=1, domain=(0, 5), plausible=(0, 9)
        ),
    ),
    (
        "a unit that nobody knows",
        "F210 UCUM",
        lambda: measure("m", "m", ask="?", source=CITE, unit="furlong", step=1, domain=(0, 5)) >= 3,
    ),
    ("an outcome key with a space", "D160", lambda: commits("two words", "!")),
    ("a negative span", "D110", lambda: Span(-1, "day")),
    ("an attribute that the event has not", "D170", lambda: fall.attribute("height")),
    (
        "obtainable within days",
        "D172",
        lambda: obtainable(a, request=fall, result=fall, within=Span(1, "day")),
    ),
    (
        "a window after no action",
        "D201 after=",
        lambda: action("k", "K", when=a, cite=CITE, due=in_days(6, 8)),
    ),
    (
        "a window after no request",
        "D201 request=",
        lambda: action("k", "K", when=a, cite=CITE, due=by(hours(4), of="request")),
    ),
]


@pytest.mark.parametrize(
    ("mistake", "expected", "write"), MISTAKES, ids=[name for name, _, _ in MISTAKES]
)
def test_a_mistake_says_what_to_write(mistake: str, expected: str, write: Callable[[], Any]) -> None:
    code, _, words = expected.partition(" ")
    with pytest.raises(Exception, match=code) as caught:
        write()
    assert words in str(caught.value)
    assert type(caught.value).__module__ == "veinway.language.errors", mistake


def test_between_includes_its_ends_and_needs_a_number() -> None:
    with pytest.raises(TypeError):
        between(a, 1, 2)  # type: ignore[arg-type]


def test_an_event_needs_a_source() -> None:
    with pytest.raises(DefinitionError, match="D102"):
        Event("e", "e", (), ask="?", source=None)  # type: ignore[arg-type]


def test_an_expression_can_be_kept_in_a_set_by_identity() -> None:
    assert len({a, b, a, AT}) == 3
    assert no(a) is not no(a)


def test_half_points_are_kept() -> None:
    assert bands(below(1, LOW), from_(1, HIGH)).step * 2 == 1
    assert bands(up_to("0.5", LOW), above("0.5", HIGH)).option_keys() == ("low", "high")
