"""Every worked example and trap, on both engines."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction
from itertools import takewhile
from typing import Any

import pytest

from case_files import FOLDER, Example, examples
from generated.engines import differences
from veinway.care.knowledge import KNOWLEDGE
from veinway.engine.ask import open_facts
from veinway.engine.assess import assess_step
from veinway.engine.assessment import assess, more_symptomatic_first
from veinway.engine.finding import StepFinding
from veinway.engine.one import Reasoner
from veinway.engine.planes import from_situations
from veinway.engine.planning import FirstDose, Option, option
from veinway.engine.recalls import due_again
from veinway.engine.schedule import schedule, supply
from veinway.language import Derived, Drug, SeriesMeasure, Step, Table
from veinway.language.knowledge import Knowledge
from veinway.language.time import date_of
from veinway.language.values import Interval, Situation, Truth
from veinway.records.cases import Unusable, read_cases
from veinway.show.values import number_words

EXAMPLES = list(examples())
STEP = KNOWLEDGE.steps["suspected_dvt_nice"]
OF_THE_STEP = (
    "again",
    "applies",
    "decided",
    "by_presumption",
    "outcomes",
    "rows",
    "plan",
    "reasons",
    "due_days",
)
SAID = {Truth.YES: True, Truth.NO: False, Truth.UNKNOWN: None}


def speaking(example: Example) -> str:
    """The limb that is asked; the more symptomatic one where two are described."""
    if len(example.situations) == 1:
        return next(iter(example.situations))
    limbs = {side: assess(example.chapter, limb, "nice") for side, limb in example.situations.items()}
    return next(iter(more_symptomatic_first(limbs)))


def score_answer(reasoner: Reasoner, key: str) -> dict[str, Any]:
    found = reasoner.score(KNOWLEDGE.scores[key])
    bands = [band for band in found.of.option_keys() if band in found.bands]
    return {
        "applies": SAID[found.applies],
        "low": found.total.low,
        "high": found.total.high,
        "band": bands[0] if found.decided else None,
        "bands": bands,
        "open": [fact.key for fact in open_facts(KNOWLEDGE.scores[key], reasoner)],
    }


def step_answer(found: StepFinding, situation: Situation) -> dict[str, Any]:
    again = due_again(found, situation)
    return {
        "again": again and [date_of(day).isoformat() for day in again],
        "applies": SAID[found.applies],
        "decided": found.decided,
        "by_presumption": found.decided_by_presumption,
        "outcomes": sorted(found.value),
        "rows": [row.id for row in found.conclusion.rows],
        "plan": {entry.action.key: entry.state for entry in found.plan},
        "reasons": {entry.action.key: entry.reason for entry in found.plan},
        "due_days": {
            entry.action.key: [date_of(entry.due_from).isoformat(), date_of(entry.due_by).isoformat()]
            for entry in found.plan
            if entry.unit == "day" and entry.due_from is not None
        },
    }


def check(expected: Any, found: Any, where: str) -> None:
    """What is expected is found; of a mapping only the named entries are compared."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            check(value, found[key], f"{where}.{key}")
    elif isinstance(found, Fraction | int) and not isinstance(found, bool):
        assert Fraction(expected) == found, where
    else:
        assert expected == found, where


def check_step(expected: dict[str, Any], step: Step, reasoner: Reasoner, strict: Reasoner) -> None:
    """What is expected of a step; the order of its outcomes does not matter."""
    if "outcomes" in expected:
        expected = expected | {"outcomes": sorted(expected["outcomes"])}
    found = assess_step(step, reasoner, strict)
    check(expected, step_answer(found, reasoner.situation), step.key)


def check_rules(expected: dict[str, Any], reasoner: Reasoner, strict: Reasoner) -> None:
    for key, value in expected.items():
        rule = KNOWLEDGE.rules[key]
        if key in KNOWLEDGE.steps:
            check_step(value, rule, reasoner, strict)
        elif key in KNOWLEDGE.scores:
            check(value, score_answer(reasoner, key), key)
        elif key in KNOWLEDGE.tables:
            assert sorted(value) == sorted(reasoner.table(rule).value), key
        else:
            low, high = (Fraction(str(end)) for end in value)
            assert reasoner.number(rule).within(Interval(low, high)), key


def dates(found: Option, first: int) -> dict[str, dict[str, str | None]]:
    """When each phase begins and ends, and its last dose, where every dose before it is settled."""
    settled = takewhile(lambda each: each.settled, found.phases)
    parts = [(each.phase.key, each.lasts, each.given) for each in settled]
    timed = schedule([(lasts, given) for _, lasts, given in parts], first)
    return {
        key: {"starts": moment(when.starts), "last": moment(when.last), "ends": moment(when.ends)}
        for (key, *_), when in zip(parts, timed, strict=False)
    }


def tablets(found: Option, first: int) -> dict[str, int]:
    """How many of each strength the first 30 days take."""
    given = [(each.lasts, each.given) for each in found.phases if each.given is not None]
    timed = zip((dose for _, dose in given), schedule(given, first), strict=False)
    needed = supply([(dose, when) for dose, when in timed if dose], found.drug.strengths)
    return {str(number_words(strength)): count for strength, count in sorted(needed.items())}


def moment(minute: int | None) -> str | None:
    if minute is None:
        return None
    return (datetime(1970, 1, 1) + timedelta(minutes=minute)).isoformat(timespec="minutes")


def drug_answer(found: Option, first: int) -> dict[str, Any]:
    """What is said of one drug: `doses` of the phases whose dose is decided, given or not."""
    return {
        "dates": dates(found, first),
        "tablets": tablets(found, first),
        "standing": found.standing,
        "offered": found.offered,
        "refused": found.refused,
        "verdicts": sorted(outcome.key for outcome in found.verdict.outcomes),
        "reasons": [reason.row.id for reason in found.reasons if reason.truth is Truth.YES],
        "open": [reason.row.id for reason in found.reasons if reason.truth is Truth.UNKNOWN],
        "missing": sorted(fact.key for fact in found.missing),
        "doses": {
            each.phase.key: each.dose.outcomes[0].key for each in found.phases if each.given is not None
        },
        "may_be": {each.phase.key: sorted(o.key for o in each.may_be) for each in found.phases},
        "amounts": {
            each.phase.key: [number_words(end) for end in each.amount]
            for each in found.phases
            if each.amount is not None
        },
        "weighed": {
            each.phase.key: [number_words(end) for end in each.weighed]
            for each in found.phases
            if each.weighed is not None
        },
        "ready": {each.phase.key: [number_words(end) for end in each.ready] for each in found.phases},
        "marks": {each.phase.key: sorted(each.marks) for each in found.phases},
        "credited": {each.phase.key: each.credited for each in found.phases},
        "flags": sorted(each.flag.key for each in found.flags if each.truth is Truth.YES),
        "first_dose": None if found.first_dose is None else first_dose_answer(found.first_dose),
        "near": sorted(outcome.key for outcome in found.near),
        "near_doses": {
            each.phase.key: sorted(outcome.key for outcome in each.near) for each in found.phases
        },
    }


def first_dose_answer(found: FirstDose) -> dict[str, Any]:
    return {
        "doses": [each.may_be[0].key for each in found.doses],
        "awaited": sorted(fact.key for fact in found.awaited),
    }


def check_drugs(expected: dict[str, Any], example: Example, reasoner: Reasoner) -> None:
    for key, value in expected.items():
        found = option(example.chapter.drugs[key], reasoner)
        check(value, drug_answer(found, reasoner.situation.at_minute), key)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_one_patient_gives_what_the_reference_says(example: Example) -> None:
    side = speaking(example)
    reasoner = Reasoner(example.situations[side])
    expected = dict(example.expect)
    assert side == expected.pop("speaks", side)
    expected.pop("triage", None)  # what the public is told: tests/test_triage.py
    strict = Reasoner(example.situations[side], presumptions=False)
    check_rules(expected.pop("strict", {}), strict, strict)
    check_drugs(expected.pop("drugs", {}), example, reasoner)
    of_step = {key: expected.pop(key) for key in OF_THE_STEP if key in expected}
    check_step(of_step, STEP, reasoner, strict)
    check_rules(expected, reasoner, strict)


def differences_in(chapter: Knowledge, examples: list[Example], rules: list[Any]) -> str:
    """What the engines say differently of these examples, by these rules."""
    situations = [each for example in examples for each in example.situations.values()]
    measures = {rule.key: rule for rule in rules if isinstance(rule, Derived | SeriesMeasure)}
    others = [rule for rule in rules if rule.key not in measures and not isinstance(rule, Drug)]
    found = differences(others, measures, situations, from_situations(situations, chapter))
    return "\n".join(map(str, found))


def asked(example: Example) -> set[str]:
    """The rules that an example says something of; of a drug, its tables."""
    keys = {*example.expect, *example.expect.get("strict", {})}
    drugs = (KNOWLEDGE.drugs[key] for key in example.expect.get("drugs", {}))
    tables = {part.key for drug in drugs for part in drug.parts() if isinstance(part, Table)}
    step = {STEP.key} if keys.intersection(OF_THE_STEP) else set()
    return (keys & KNOWLEDGE.rules.keys()) | tables | step


FILES = sorted({example.name.partition(":")[0] for example in EXAMPLES})


@pytest.mark.parametrize("file", FILES)
def test_every_case_gives_the_same_on_columns(file: str) -> None:
    some = [example for example in EXAMPLES if example.name.startswith(f"{file}:")]
    keys = set().union(*map(asked, some))
    assert keys
    assert differences_in(some[0].chapter, some, [KNOWLEDGE.rules[key] for key in sorted(keys)]) == ""


@pytest.mark.nightly
@pytest.mark.parametrize("name", [chapter.name for chapter in KNOWLEDGE.chapters])
def test_every_case_gives_the_same_on_columns_by_every_rule(name: str) -> None:
    chapter = KNOWLEDGE.chapter(name)
    some = [example for example in EXAMPLES if example.chapter is chapter]
    rules = [rule for rule in chapter.rules.values() if not isinstance(rule, Derived | SeriesMeasure)]
    measures = [rule for rule in chapter.rules.values() if isinstance(rule, Derived)]
    assert differences_in(chapter, some, [*rules, *measures]) == ""


def test_the_case_files_are_facts_files_that_the_command_line_reads() -> None:
    for file in sorted(FOLDER.glob("*.yaml")):
        read = list(read_cases(file.read_text(encoding="utf-8"), KNOWLEDGE, name=file.name))
        assert read
        assert [case for case in read if isinstance(case, Unusable)] == []
