"""What is decided stays decided, however the unknowns turn out; and nothing impossible is kept open."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generated.cases import Case, cases, size
from generated.narrowing import completions, narrowed, possible_values
from generated.situations import situation
from generated.worlds import SOURCE, choice_fact, measure_fact, yes_no_fact
from veinway.engine.one import Reasoner
from veinway.language import all_of, any_of, neutral, no, otherwise, row, table
from veinway.language import events as ev
from veinway.language.errors import DefinitionError
from veinway.language.knowledge import events_of, facts_of, walk
from veinway.language.numbers import Agreed
from veinway.language.values import Interval, Known, Possible, Situation

READ_FROM_WHAT_IS_KNOWN = (
    ev.DateOf,
    ev.TimeUntil,
    ev.ValueOf,
    ev.OptionOf,
    ev.SeriesMeasure,
    ev.Obtainable,
)
"""What these say is about the listed events; another one that turns up may change it."""


def answers(case: Case, situation: Situation) -> dict[str, Possible]:
    """All that the rules of a case say, without presumptions; of a table that collects, each row."""
    reasoner = Reasoner(situation, presumptions=False)
    found: dict[str, Possible] = {}
    for rule in case.rules:
        if getattr(rule, "hit", "") == "collect":
            found |= {f"row {n}": reasoner.truth(each.when) for n, each in enumerate(rule.rows)}
            continue
        finding = reasoner.find(rule)
        found[rule.key] = finding.value
        for name in ("total", "bands", "applies"):
            if hasattr(finding, name):
                found[f"{rule.key}.{name}"] = getattr(finding, name)
    return found | {name: reasoner.find(part).value for name, part in case.expressions.items()}


def contradict(before: Possible, after: Possible) -> bool:
    """Nothing of what was possible is left."""
    if isinstance(before, Interval) and isinstance(after, Interval):
        return before.common(after) is None
    return not before & after  # type: ignore[operator]


def widens(before: Possible, after: Possible) -> bool:
    """Something is possible now that was not."""
    if isinstance(before, Interval) and isinstance(after, Interval):
        return not after.within(before)
    return (before | after) != before  # type: ignore[operator]


def check(case: Case, before: Situation, after: Situation) -> None:
    """Knowing more reverses nothing; it keeps something open only where two records contradict."""
    roots = (*case.rules, *case.expressions.values())
    conflicts = any(isinstance(part, Agreed) for part in walk(*roots))
    reverses = contradict if conflicts else widens
    then, now = answers(case, before), answers(case, after)
    for name, value in then.items():
        message = f"{name} was {value} and is {now[name]}\n{before}\n{after}"
        assert not reverses(value, now[name]), message


def looked_at(case: Case) -> tuple[list[Any], list[Any], bool]:
    """Facts and events of a case, and whether an event may turn up without changing what is known."""
    roots = (*case.rules, *case.expressions.values())
    unlisted = not any(isinstance(part, READ_FROM_WHAT_IS_KNOWN) for part in walk(*roots))
    return list(facts_of(*roots)), list(events_of(*roots)), unlisted


@size(600)
@given(cases(subjects=2))
def test_nothing_decided_is_contradicted_however_the_unknowns_turn_out(case: Case) -> None:
    random = Random(case.seed)
    facts, events, unlisted = looked_at(case)
    for each in case.situations:
        for complete in completions(random, each, facts, events, unlisted):
            check(case, each, complete)


@size(400)
@given(cases(subjects=5))
def test_knowing_a_fact_better_never_reverses_what_was_decided(case: Case) -> None:
    random = Random(case.seed)
    facts, events, _ = looked_at(case)
    for each in case.situations:
        better = narrowed(random, each, facts, events)
        check(case, each, better)
        check(case, better, narrowed(random, better, facts, events))


A, B, C = (yes_no_fact(key) for key in ("a", "b", "c"))
D, E = choice_fact("d", 3), measure_fact("e", 1, 0, 4)  # type: ignore[arg-type]
ATOMS = [A, B, C, D.is_("a"), D.one_of("a", "b"), E >= 1, E > 1, E < 2, E <= 3]
INDEPENDENT = (A, B, C, D, E)


@st.composite
def conditions(draw: st.DrawFn) -> Any:
    """Conditions over five facts that have nothing to do with each other."""
    parts = draw(st.lists(st.sampled_from(ATOMS), min_size=1, max_size=3, unique_by=id))
    parts = [no(part) if draw(st.booleans()) else part for part in parts]
    return draw(st.sampled_from([all_of, any_of]))(*parts)


@st.composite
def tables_of_independent_facts(draw: st.DrawFn) -> Any:
    """A first-hit table over independent facts; rows that could never decide are left out."""
    outcomes = [neutral(f"outcome_{n}", "An outcome.") for n in range(4)]
    rows = [row(draw(conditions()), draw(st.sampled_from(outcomes)), cite=SOURCE) for _ in range(3)]
    last = otherwise(outcomes[0], cite=SOURCE)
    for count in range(3, 0, -1):
        try:
            return table("t", "t", hit="first", source=SOURCE, rows=[*rows[:count], last])
        except DefinitionError as error:
            if error.code != "D192":
                raise
    return table("t", "t", hit="first", source=SOURCE, rows=[row(A, outcomes[1], cite=SOURCE), last])


@size(200)
@given(tables_of_independent_facts(), st.integers(0, 2**32))
def test_a_table_of_independent_facts_keeps_open_exactly_what_may_come_out(
    table: Any, seed: int
) -> None:
    partial = situation(Random(seed), INDEPENDENT, (), {})
    facts = facts_of(table)
    left = [
        possible_values(f, partial.facts[f.key].value if f.key in partial.facts else None) for f in facts
    ]
    can_come_out: set[str] = set()
    for exact in product(*left):
        known = {fact.key: Known(value) for fact, value in zip(facts, exact, strict=True)}
        complete = Situation(known, {}, partial.index, partial.at, 0, 0, {})
        outcome = Reasoner(complete, presumptions=False).table(table).value
        assert isinstance(outcome, frozenset)
        assert len(outcome) == 1
        can_come_out |= outcome
    assert Reasoner(partial, presumptions=False).table(table).value == can_come_out
