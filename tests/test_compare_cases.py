"""Guidelines side by side on worked examples: cases/compare, from section 3.10 of the reference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from veinway.care.knowledge import KNOWLEDGE
from veinway.engine.compare import Comparison, compare
from veinway.engine.one import Reasoner
from veinway.records.cases import read_case
from veinway.records.documents import load_yaml
from veinway.show.compare_words import difference_lines, time_words

FOLDER = Path(__file__).parents[1] / "cases" / "compare"
INPUT = ("at", "index", "given", "facts", "actions")


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file, each with the file's instant where it names none."""
    content = load_yaml((FOLDER / name).read_text(encoding="utf-8"), name)
    return [{"at": content["at"], **case} for case in content["cases"]]


def asked(case: dict[str, Any], question: str) -> Comparison:
    """The comparison on one question for the patient of a case."""
    read = read_case({key: case[key] for key in INPUT if key in case}, KNOWLEDGE, id_=case["id"])
    here = Reasoner(read.situations[""])
    return compare(KNOWLEDGE, KNOWLEDGE.questions[question], here, here)


def answer(found: Comparison) -> dict[str, Any]:
    """What a case may expect of a comparison."""
    acts: dict[str, str] = {}
    for each in found.differences:
        acts.setdefault(each.act, each.verdict.value)
    return {
        "verdict": found.verdict.value,
        "acts": acts,
        "stances": {each.guideline: each.stance.value for each in found.positions},
        "asks": {
            each.guideline: sorted(
                claim.act for claim in each.claims if claim.open and not claim.forbids
            )
            for each in found.positions
        },
    }


def check_expected(case: dict[str, Any]) -> None:
    """What a case expects of each question that it names is what a comparison says."""
    for question, expected in case["expect"].items():
        found = asked(case, question)
        said = answer(found)
        for part, value in expected.items():
            chosen = said[part]
            if isinstance(value, dict):
                chosen = {key: chosen.get(key) for key in value}
                value = {k: sorted(v) if isinstance(v, list) else v for k, v in value.items()}
            assert chosen == value, (question, part, difference_lines(found))


@pytest.mark.parametrize("case", cases("patients.yaml"), ids=lambda case: case["id"])
def test_guidelines_differ_as_the_reference_says(case: dict[str, Any]) -> None:
    check_expected(case)


# Table 3.10 ---------------------------------------------------------------------------------------


def cells() -> Iterator[Any]:
    """Each cell of table 3.10 with the patient for whom it is asked."""
    for case in cases("table.yaml"):
        for guideline, expected in case["cells"].items():
            yield pytest.param(case, guideline, expected, id=f"{case['id']}: {guideline}")


def check_cell(found: Comparison, guideline: str, expected: Any) -> None:
    """A cell holds `silent`, or what is asked (act: how strongly and when) and what is not."""
    positions = [each for each in found.positions if each.guideline == guideline]
    if expected == "silent":
        assert [each.stance.value for each in positions if each.stance.value != "silent"] == []
        return
    assert [each.stance.value for each in positions] == ["speaks"]
    claims = {claim.act: claim for claim in positions[0].claims}
    for act, how in (expected.get("asks") or {}).items():
        assert act in sorted(claims)
        said = {
            "strength": " or ".join(sorted(each.value for each in claims[act].strengths)),
            "timing": time_words(claims[act].timing),
        }
        assert {key: said[key] for key in how or {}} == (how or {}), act
    wanted = {act for act, claim in claims.items() if not claim.forbids}
    assert sorted(wanted & set(expected.get("asks_not", []))) == []


@pytest.mark.parametrize(("case", "guideline", "expected"), list(cells()))
def test_the_rules_say_what_the_table_of_disagreements_says(
    case: dict[str, Any], guideline: str, expected: Any
) -> None:
    check_cell(asked(case, case["question"]), guideline, expected)


def test_every_row_of_the_table_is_there() -> None:
    rows = {case["row"] for case in cases("table.yaml")}
    assert rows == {f"DIFF-{number:02}" for number in range(1, 16)}


def test_no_guideline_both_answers_a_question_and_is_listed_as_silent() -> None:
    both = [
        (asked.key, each.guideline)
        for asked in KNOWLEDGE.questions.values()
        for each in asked.silent
        if each.guideline in {step.guideline for step in KNOWLEDGE.answers(asked)}
    ]
    assert both == []


def test_every_question_has_an_answer() -> None:
    assert [key for key, each in KNOWLEDGE.questions.items() if not KNOWLEDGE.answers(each)] == []
