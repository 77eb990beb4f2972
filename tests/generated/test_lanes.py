"""The fast way through all rules says what the definition says: values, plans, and what to ask next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given

from generated.cases import NIGHTLY, Case, cases, size
from generated.situations import situation
from generated.worlds import SOURCE
from veinway.care.chapters.diagnosis import DIAGNOSIS as KNOWLEDGE
from veinway.engine.ask import Target, open_facts, unknown_facts
from veinway.engine.assess import assess_step
from veinway.engine.assessment import Assessment, Open, assess, read_score, read_step
from veinway.engine.compare import Comparison, Verdict, compare, compare_all, with_open
from veinway.engine.finding import Finding, ScoreFinding, StepFinding, TableFinding
from veinway.engine.lanes import Lanes
from veinway.engine.lanes_program import program_of
from veinway.engine.one import Reasoner
from veinway.engine.positions import Position
from veinway.language import (
    EPISODE,
    Score,
    Step,
    Table,
    action,
    all_of,
    neutral,
    no,
    otherwise,
    question,
    row,
    step,
    table,
)
from veinway.language.errors import DefinitionError
from veinway.language.expressions import Presume, PresumeOption, YesNoExpression
from veinway.language.values import Situation

PATIENTS = 200 if NIGHTLY else 8
SO, NOT_SO = neutral("so", "It is so."), neutral("not_so", "It is not so.")


def steps_about(answer: YesNoExpression, also: YesNoExpression) -> Iterator[Step]:
    """A step that concludes with one expression, is for whom another holds, and acts on both."""
    rows = [row(answer, SO, cite=SOURCE), otherwise(NOT_SO, cite=SOURCE)]
    try:
        conclusion = table("concluded", "t", hit="first", source=SOURCE, rows=rows, meanwhile=rows)
    except DefinitionError:
        return  # an expression that is always so, or never
    plan = [
        action("one", "One.", when=also, cite=SOURCE),
        action("two", "Two.", when=all_of(no(answer), also), until=answer, cite=SOURCE),
    ]
    yield step(
        "step",
        "s",
        question=question("q", "q"),
        guideline="g",
        subject=EPISODE,
        source=SOURCE,
        for_whom=also,
        conclusion=conclusion,
        plan=plan,
    )


def targets_of(case: Case) -> tuple[Target, ...]:
    rules = [rule for rule in case.rules if isinstance(rule, Score | Table)]
    answer = case.expressions["answer"]
    others = [part for part in case.expressions.values() if isinstance(part, YesNoExpression)]
    return (*rules, *steps_about(answer, others[0] if others else answer))  # type: ignore[arg-type]


def told(found: Finding) -> dict[str, Any]:
    """All that a finding says, without its reasons."""
    if isinstance(found, ScoreFinding):
        return {"value": found.value, "applies": found.applies, "total": found.total, "in": found.bands}
    if isinstance(found, TableFinding):
        return {
            "value": found.value,
            "rows": found.rows,
            "certain": found.certain,
            "meanwhile": found.meanwhile,
        }
    assert isinstance(found, StepFinding)
    assert found.conclusion is not None
    plan = [replace(part, why=None) for part in found.plan]
    applies = found.applies, found.strictly_applies, found.strict
    return {**told(found.conclusion), "applies": applies, "plan": plan}


def presumed(target: Target, here: Reasoner) -> set[str]:
    """The keys of the facts that the presumptions below a rule are about, read off its explanation."""
    roots = (target.for_whom, target.conclusion) if isinstance(target, Step) else (target,)
    made = [part for root in roots for part in here.find(root).walk() if part.presumed is not None]
    about = [f.of.of if isinstance(f.of, Presume | PresumeOption) else f.of for f in made]
    return {getattr(part.of, "key", "") for each in about for part in here.find(each).walk()}


def check_open(target: Target, found: Open, here: Reasoner, where: str) -> None:
    taken = presumed(target, here)
    matters = sorted(open_facts(target, here), key=lambda part: part.key in taken)
    assert list(found.matters) == matters, where
    assert found.unknown == unknown_facts(target, here), where
    known = {part.key for part in (*found.unknown, *(part.of for part in found.matters))}
    assert found.presumed & known == taken & known, where


def definition(target: Target, here: Reasoner, strict: Reasoner) -> Finding:
    return assess_step(target, here, strict) if isinstance(target, Step) else here.find(target)


def uncovered(situation: Situation, seed: int) -> Situation:
    """The same situation, of which less is known where a source's coverage is not trusted."""
    facts = {key: known for n, (key, known) in enumerate(situation.facts.items()) if (n + seed) % 3}
    histories = {key: replace(each, complete="") for key, each in situation.histories.items()}
    return replace(situation, facts=facts, histories=histories)


@size(300)
@given(cases(subjects=4))
def test_every_lane_says_what_the_definition_says(case: Case) -> None:
    targets = targets_of(case)
    program = program_of(targets)
    for n, each in enumerate(case.situations):
        without = uncovered(each, n) if n % 2 else each
        for presumptions in (True, False):
            strict = Reasoner(without, presumptions=False)
            here = Reasoner(each) if presumptions else strict
            lanes = Lanes(program, here, strict, asking=n % 3 == 0)
            fast = lanes.reasoners
            plain = Reasoner(here.situation, presumptions=presumptions)
            for target in targets:
                where = f"{target.key}, {case!r}\n{each}"
                found = definition(target, *fast)
                assert told(found) == told(definition(target, plain, strict)), where
                check_open(target, Open(target, lanes), plain, where)


def test_an_assessment_by_all_shipped_rules_says_what_the_definition_says() -> None:
    facts, events = KNOWLEDGE.facts.values(), KNOWLEDGE.events.values()
    random = Random(20260305)
    for n in range(PATIENTS):
        given_ = situation(random, facts, events, {})
        less = {key: replace(each, complete="") for key, each in given_.histories.items()}
        without = replace(given_, histories=less) if n % 2 else None
        guideline = KNOWLEDGE.guidelines[n % len(KNOWLEDGE.guidelines)]
        found = assess(KNOWLEDGE, given_, guideline, presumptions=n % 4 != 3, uncovered=without)
        check_assessment(found, without)


def check_assessment(found: Assessment, without: Situation | None) -> None:
    strict = Reasoner(without or found.situation, presumptions=False)
    here = Reasoner(found.situation) if found.presumptions else strict
    for reading in (*found.tables, *found.scores):
        rule: Any = reading.found.of
        assert told(reading.found) == told(here.find(rule)), rule.key
        assert told(reading.strict) == told(strict.find(rule)), rule.key
        check_open(rule, reading.open, here, rule.key)
        assert explained(reading.found) == explained(here.find(rule)), rule.key
    for of_step in found.steps:
        rule = of_step.found.of
        assert told(of_step.found) == told(assess_step(rule, here, strict)), rule.key
        check_open(rule, of_step.open, here, rule.key)
    for measure in found.measures:
        assert measure.value == here.find(measure.of).value  # type: ignore[arg-type]


def explained(found: Finding) -> list[tuple[Any, ...]]:
    """What an explanation shows, in order."""
    return [(part.of, part.value, part.reason, part.near, part.presumed) for part in found.walk()]


def test_one_score_is_read_by_the_same_lanes() -> None:
    facts, events = KNOWLEDGE.facts.values(), KNOWLEDGE.events.values()
    known = situation(Random(7), facts, events, {})
    here, strict = Reasoner(known), Reasoner(known, presumptions=False)
    for score in KNOWLEDGE.scores.values():
        reading = read_score(score, here, strict)
        assert told(reading.found) == told(Reasoner(known).find(score))
        assert len(reading.found.items) == len(score.items)
        check_open(score, reading.open, here, score.key)


def test_one_step_is_read_by_the_same_lanes() -> None:
    facts, events = KNOWLEDGE.facts.values(), KNOWLEDGE.events.values()
    known = situation(Random(8), facts, events, {})
    here, strict = Reasoner(known), Reasoner(known, presumptions=False)
    for each in KNOWLEDGE.steps.values():
        reading = read_step(each, here, strict)
        plain = assess_step(each, Reasoner(known), Reasoner(known, presumptions=False))
        assert told(reading.found) == told(plain), each.key
        assert explained(reading.found) == explained(plain), each.key


def said(position: Position) -> tuple[Any, ...]:
    """All that one guideline says, and not why."""
    claims = [(each.act, each.strengths, each.timing, each.open) for each in position.claims]
    return position.guideline, position.stance, claims, position.declined, position.pending


def compared(found: Comparison) -> tuple[Any, ...]:
    """All that a comparison says, and not why."""
    differences = [(each.verdict, each.act, said(each.one)) for each in found.differences]
    return found.question.key, found.verdict, [*map(said, found.positions)], differences, found.open


def test_guidelines_are_compared_by_the_same_lanes() -> None:
    facts, events = KNOWLEDGE.facts.values(), KNOWLEDGE.events.values()
    random, open_ = Random(9), 0
    for n in range(max(2, PATIENTS // 4)):
        known = situation(random, facts, events, {})
        strict = Reasoner(known, presumptions=False)
        here = strict if n % 2 else Reasoner(known)
        plain = [compare(KNOWLEDGE, each, here, strict) for each in KNOWLEDGE.questions.values()]
        plain = [each for each in plain if each.verdict is not Verdict.NOT_APPLICABLE]
        fast = compare_all(KNOWLEDGE, known, presumptions=n % 2 == 0)
        for one, other in zip(fast, plain, strict=True):
            assert compared(one) == compared(other)
            found = with_open(one, known).open
            assert found == with_open(other, known).open, one.question.key
            open_ += len(found)
    assert open_


def test_a_program_is_printed_once() -> None:
    targets = tuple(KNOWLEDGE.scores.values())
    assert program_of(targets) is program_of(targets)
