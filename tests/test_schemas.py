"""Every JSON answer of the command line holds what its published schema says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from jsonschema import Draft202012Validator

from command_line import Run
from veinway.care.knowledge import KNOWLEDGE
from veinway.commands.demo import KNOWN, QUESTION
from veinway.schemas import load, names

AT = "2026-03-04T10:00"
CASES = (
    {"id": "decided", "at": AT, "facts": {**KNOWN, QUESTION: False}},
    {"id": "undecided", "at": AT, "facts": KNOWN},
    {"id": "child", "at": AT, "facts": {"age_years": 12}},
    {"id": "nothing known", "at": AT, "facts": {}},
    {"id": "wrong", "at": AT, "facts": {"active_cancr": True}},
    {
        "id": "emergency",
        "at": AT,
        "given": "adult_outpatient",
        "facts": {"haemodynamic_instability": True},
    },
    {
        "id": "two legs",
        "at": AT,
        "given": "adult_outpatient",
        "limbs": {"left": {"entire_leg_swollen": True}, "right": {}},
    },
)
LINES = "\n".join(json.dumps(case) for case in CASES)


def problems(name: str, answer: object) -> list[str]:
    """What of an answer its schema does not allow."""
    found = Draft202012Validator(load(name)).iter_errors(answer)
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@pytest.mark.parametrize("name", names())
def test_a_schema_is_a_schema_and_stands_on_its_own(run: Run, name: str) -> None:
    schema = run("schema", name).document
    Draft202012Validator.check_schema(schema)
    assert ".json#" not in json.dumps(schema)
    assert schema["title"]


def test_every_answer_in_json_has_a_schema(run: Run) -> None:
    listed = run("schema").out.split()
    assert listed == names()
    assert {
        "score",
        "assess",
        "cohort",
        "decisions",
        "facts",
        "rules",
        "explain",
        "prove",
        "error",
        "report",
        "worklist",
    } <= set(listed)


@pytest.mark.parametrize("key", sorted(KNOWLEDGE.scores))
def test_score_lines_hold_their_schema(run: Run, key: str) -> None:
    lines = run("score", key, "-", stdin=LINES).lines
    assert len(lines) == len(CASES)
    for line in lines:
        assert problems("score", line) == []


def test_score_lines_in_halves_hold_their_schema() -> None:
    line = {"id": "a", "score": "wells_pe", "low": 1.5, "high": 4.5, "band": None, "decided": False}
    assert (
        problems("score", line | {"bands": ["unlikely", "likely"], "open": [], "edition": "0" * 12})
        == []
    )


WRONG_LINES: dict[str, dict[str, Any]] = {
    "a band though it is not decided": {
        "band": "likely",
        "decided": False,
        "bands": ["unlikely", "likely"],
    },
    "decided without a band": {"band": None, "decided": True},
    "undecided without its bands": {"band": None, "decided": False},
    "a number though it is not valid": {"applies": False, "reason": "a child"},
}


@pytest.mark.parametrize("parts", WRONG_LINES.values(), ids=WRONG_LINES)
def test_the_schema_refuses_a_line_that_says(parts: dict[str, Any]) -> None:
    line = {"id": "a", "score": "wells_dvt", "low": 1, "high": 4, "edition": "0" * 12, "open": []}
    assert problems("score", line | parts)


@pytest.mark.parametrize("options", [(), ("--strict",)], ids=["presumed", "strict"])
def test_assessments_hold_their_schema(run: Run, options: tuple[str, ...]) -> None:
    lines = run("assess", "-", "--json", *options, stdin=LINES).lines
    assert len(lines) == len(CASES) + 1
    for line in lines:
        assert problems("assess", line) == []


@pytest.mark.parametrize("name", ["facts", "rules"])
def test_documents_hold_their_schema(run: Run, name: str) -> None:
    assert problems(name, run(name, "--json").document) == []


def test_a_report_of_proofs_holds_its_schema(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    some = dict(list(KNOWLEDGE.tables.items())[:3])
    few = replace(KNOWLEDGE, rules=some, invariants=KNOWLEDGE.invariants[:1], monotone=())
    monkeypatch.setattr("veinway.commands.prove.shipped_knowledge", lambda: few)
    assert problems("prove", run("prove", "--json").document) == []


EXPLAINED = sorted({**KNOWLEDGE.rules, **KNOWLEDGE.facts, **KNOWLEDGE.events, **KNOWLEDGE.parameters})


@pytest.mark.parametrize(
    "key",
    [
        # Every sixth each time, the others nightly: a schema is about kinds of things, not about each.
        pytest.param(key, marks=[pytest.mark.nightly] if number % 6 else [])
        for number, key in enumerate(EXPLAINED)
    ],
)
def test_every_explanation_holds_its_schema(run: Run, key: str) -> None:
    assert problems("explain", run("explain", key, "--json").document) == []


def test_errors_hold_their_schema(run: Run) -> None:
    for arguments in (("explain", "nothing"), ("assess", "/nowhere.json"), ("prove", "--size", "huge")):
        answer = run(*arguments, "--json")
        assert answer.status == 2
        assert problems("error", answer.document) == []


def test_the_demonstration_and_its_population_hold_their_schemas(run: Run) -> None:
    answer = run("demo", "--patients", 20, "--json").document
    assert problems("demo", answer) == []
    assert problems("cohort", answer["population"]) == []


def test_cohorts_and_every_row_of_their_decisions_hold_their_schemas(
    run: Run, people: Path, tmp_path: Path
) -> None:
    report = run("cohort", people, "--at", "2026-03-31", "--out", tmp_path, "--json").document
    assert problems("cohort", report) == []
    frame = pl.read_parquet(tmp_path / "decisions.parquet")
    rows = frame.with_columns(pl.col("index", "at").cast(pl.String)).to_dicts()
    for row in rows[:10]:
        assert problems("decisions", row) == []


def test_made_up_people_hold_their_schema(run: Run, tmp_path: Path) -> None:
    answer = run("synthesise", "--patients", 3, "--seed", 1, "--out", tmp_path / "new", "--json")
    assert problems("synthesise", answer.document) == []
