"""Candidacy: criteria say what the table decides, and each is met, not met or unknown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from case_files import examples
from command_line import Run, case
from test_schemas import problems
from veinway.care.candidacy import CANDIDACY
from veinway.care.knowledge import KNOWLEDGE
from veinway.engine.finding import TableFinding
from veinway.language.values import Situation, Truth
from veinway.show.candidacy import Candidacy, Way, candidacies

ILIAC = {
    "symptom_days": 5,
    "limb_threat": False,
    "good_functional_status": True,
    "leg_scan": {"date": "2026-03-04", "result": "dvt_proximal", "segment": "external_iliac"},
}
NOBODY = Situation({}, {}, 0, 0, 0, 0, {})


def _situations() -> Iterator[Situation]:
    """The worked examples of procedures, each as it is and with every fact left out once in turn."""
    for example in examples(files="procedures.yaml"):
        for situation in example.situations.values():
            yield situation
            for key in list(situation.facts)[:6]:
                yield replace(situation, facts={k: v for k, v in situation.facts.items() if k != key})


def _ways(found: tuple[Candidacy, ...]) -> Iterator[tuple[TableFinding, Way]]:
    for each in found:
        for answer in each.answers:
            conclusion = answer.reading.found.conclusion
            assert conclusion is not None
            yield from ((conclusion, way) for way in answer.ways)


def test_criteria_that_are_met_are_the_row_and_one_that_is_not_met_rules_it_out() -> None:
    seen = dict.fromkeys(Truth, 0)
    for situation in _situations():
        for conclusion, way in _ways(candidacies(KNOWLEDGE, situation)):
            truths = {each.truth for each in way.criteria}
            if truths == {Truth.YES}:
                seen[Truth.YES] += 1
                # Another way may come first; nothing that leads elsewhere may.
                assert all(row.then.direction.value != "neutral" for row in conclusion.rows)
            elif Truth.NO in truths:
                seen[Truth.NO] += 1
                assert way.row not in conclusion.rows
            else:
                seen[Truth.UNKNOWN] += 1
                assert not (conclusion.decided and way.row in conclusion.rows)
    assert min(seen.values()) > 20


def test_each_guideline_says_met_not_met_or_unknown_of_an_iliac_clot(run: Run) -> None:
    shown = run("assess", "-", "--chapter", "intervention", stdin=case(**ILIAC)).out
    page = shown.partition("Candidate: Is a clot of the iliac")[2]
    for guideline in ("NICE:", "CHEST:", "ASH:", "ESVS:", "SIR:", "AHA/ACC:"):
        assert guideline in page
    nice = page.partition("consider removal: 3 met, 0 not met, 4 unknown")[2]
    assert "NICE NG158, section 1.6" in nice.splitlines()[0]
    assert "● met     Days with symptoms of the clot is less than 14 days" in nice
    assert "? unknown A life expectancy of one year or more" in nice
    assert "○ not met The limb is threatened" in page
    assert "Bacterial endocarditis  CR13  SIR 2014" in page


def test_day_14_is_not_met_for_nice_and_met_for_the_american_limit(run: Run) -> None:
    answer = run(
        "assess", "-", "--chapter", "intervention", "--json", stdin=case(**{**ILIAC, "symptom_days": 14})
    )
    (found,) = [e for e in answer.document["candidacy"] if e["question"] == "clot_removal"]
    met: dict[str, dict[str, Any]] = {
        by["guideline"]: {c["words"]: c["met"] for way in by["ways"] for c in way["criteria"]}
        for by in found["guidelines"]
    }
    assert met["nice"]["Days with symptoms of the clot is less than 14 days"] is False
    assert met["aha"]["Days with symptoms of the clot is 21 days or less"] is True
    assert met["nice"]["A life expectancy of one year or more"] is None
    assert problems("assess", answer.document) == []


def test_of_an_empty_record_nothing_is_known_but_what_is_presumed(run: Run) -> None:
    assert "Candidate:" not in run("assess", "-", "--chapter", "intervention", stdin=case()).out
    nobody = candidacies(KNOWLEDGE, NOBODY)
    assert [each.question for each in nobody] == list(CANDIDACY)
    for _, way in _ways(nobody):
        known = way.count(Truth.YES) + way.count(Truth.NO)
        assert known == sum(each.presumed for each in way.criteria)


def test_what_a_site_chose_for_everybody_is_no_criterion_of_a_patient_and_is_never_met() -> None:
    def criteria(counts: int) -> dict[str, Truth]:
        here = replace(NOBODY, parameters={"narrowing_of_50_counts": Fraction(counts)})
        ways = _ways(candidacies(KNOWLEDGE, here, presumptions=False))
        return {each.words: each.truth for _, way in ways for each in way.criteria}

    assert criteria(0) == criteria(1)
    assert Truth.YES not in criteria(0).values()


@pytest.mark.parametrize("strict", [False, True])
def test_what_is_presumed_is_said_to_be_and_is_unknown_without_presumptions(strict: bool) -> None:
    found = candidacies(KNOWLEDGE, NOBODY, presumptions=not strict)
    presumed = [c.words for _, way in _ways(found) for c in way.criteria if c.presumed]
    assert ("Absent: in a trial of filters" in presumed) is not strict
    assert strict is (presumed == [])
