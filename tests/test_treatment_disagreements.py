"""Where sources disagree on anticoagulation (reference 2, section 10.2): in `compare`, or in a row."""

from __future__ import annotations

from typing import Any

import pytest

from test_compare_cases import FOLDER, cases, check_expected
from veinway.care.knowledge import KNOWLEDGE
from veinway.language import Drug, Score, Step, Strength, Table
from veinway.language.knowledge import Rule, facts_of
from veinway.records.documents import load_yaml

FILE = "treatment.yaml"


@pytest.mark.parametrize("case", cases(FILE), ids=lambda case: case["id"])
def test_guidelines_differ_on_treatment_as_the_reference_says(case: dict[str, Any]) -> None:
    check_expected(case)


# Two rows, or two rules ---------------------------------------------------------------------------

CONTENT = load_yaml((FOLDER / FILE).read_text("utf-8"), FILE)
PLACES = [(row, place) for row, places in CONTENT["elsewhere"].items() for place in places]


def names_in(rule: Rule) -> set[str]:
    """What a reader can point at in a rule: rows, outcomes, flags, and the facts of a score."""
    if isinstance(rule, Drug):
        return {flag.key for flag in rule.flags}
    if isinstance(rule, Score):
        return {fact.key for fact in facts_of(rule)}
    table = rule.conclusion if isinstance(rule, Step) else rule
    assert isinstance(table, Table)
    return {row.id for row in table.rows} | {outcome.key for outcome in table.outcomes}


@pytest.mark.parametrize(("row", "place"), PLACES, ids=[f"{row}: {place}" for row, place in PLACES])
def test_a_disagreement_that_no_comparison_shows_is_two_rows_or_two_rules(row: str, place: str) -> None:
    key, name = place.split(" ", 1)
    assert name in names_in(KNOWLEDGE.rules[key]), row


def test_every_disagreement_of_the_reference_is_visible_somewhere() -> None:
    shown = {case["row"] for case in cases(FILE)} | set(CONTENT["elsewhere"])
    assert {f"D-{number:02}" for number in range(1, 29)} - shown == set()


def test_nobody_is_told_to_wear_stockings_against_the_post_thrombotic_syndrome() -> None:
    offered = [
        (step.key, outcome.key)
        for step in KNOWLEDGE.steps.values()
        for outcome in step.conclusion.outcomes
        if outcome.action == "stockings_against_pts" and outcome.strength is not Strength.DO_NOT
    ]
    assert offered == [("stockings_against_pts_esvs", "early_compression")]
    unconfirmed = KNOWLEDGE.steps["stockings_against_pts_esvs"].conclusion.rows[0]
    assert unconfirmed.enables_unconfirmed
    assert not [
        a.key for s in KNOWLEDGE.steps.values() for a in s.plan if a.act == "stockings_against_pts"
    ]
