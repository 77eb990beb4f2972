"""Both engines say the same: of every kind of expression, in both modes, about any situation."""

from __future__ import annotations

import gc
import sys
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generated.cases import NIGHTLY, Case, cases, size
from generated.engines import differences
from generated.rules import ALSO_A_LEAF, EVERY_KIND, Maker
from generated.situations import situation
from generated.worlds import SOURCE, worlds
from veinway.care.chapters.diagnosis import DIAGNOSIS as KNOWLEDGE
from veinway.engine.columns import compile_program
from veinway.engine.planes import from_situations
from veinway.language import Derived, SeriesMeasure, measure
from veinway.language.errors import DefinitionError
from veinway.language.expressions import Expression

PATIENTS = 20_000 if NIGHTLY else 400


@size(1000)
@given(cases())
def test_both_engines_say_the_same_about_any_rule(case: Case) -> None:
    found = differences(case.rules, case.expressions, case.situations, case.planes)
    assert not found, str(found[0])


def test_both_engines_say_the_same_by_every_shipped_rule() -> None:
    facts, events = KNOWLEDGE.facts.values(), KNOWLEDGE.events.values()
    random = Random(20260304)
    situations = [situation(random, facts, events, {}) for _ in range(PATIENTS)]
    numbers = (Derived, SeriesMeasure)
    rules = [rule for rule in KNOWLEDGE.rules.values() if not isinstance(rule, numbers)]
    named = {key: rule for key, rule in KNOWLEDGE.rules.items() if isinstance(rule, numbers)}
    found = differences(rules, named, situations, from_situations(situations, KNOWLEDGE))
    assert not found, str(found[0])


def kinds_of_expression() -> set[type]:
    """Every class of the language that an expression can be, without those that only have subclasses."""
    gc.collect()
    found, left = set(), [Expression]
    while left:
        kind = left.pop()
        below = [each for each in kind.__subclasses__() if _is_defined(each)]
        left += below
        if not below:
            found.add(kind)
    return found


def _is_defined(kind: type) -> bool:
    """Dataclasses with slots leave the class that they were made from behind."""
    return getattr(sys.modules[kind.__module__], kind.__name__, None) is kind


def test_every_kind_of_expression_is_generated() -> None:
    assert kinds_of_expression() == {*EVERY_KIND, ALSO_A_LEAF}


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: kind.__name__)
def test_a_generated_expression_is_of_the_kind_that_it_is_listed_under(kind: type) -> None:
    @size(20)
    @given(st.data())
    def drawn(data: st.DataObject) -> None:
        made = EVERY_KIND[kind](Maker(data.draw, data.draw(worlds())), 1)
        seen.add(type(made))

    seen: set[type] = set()
    drawn()
    assert kind in seen


def test_a_number_that_does_not_fit_into_64_bits_is_refused_before_anything_runs() -> None:
    huge = measure(
        "huge", "huge", ask="?", source=SOURCE, unit="1", step="0.000001", domain=(0, 10_000_000)
    )
    with pytest.raises(DefinitionError) as error:
        compile_program([], {"cube": huge**3 > 1}, presumptions=False)
    assert error.value.code == "D220"
