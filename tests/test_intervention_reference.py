"""Reference 3, sections 10 to 12: each worked example, trap and disagreement is held somewhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from case_files import FOLDER as CASES
from fhir_snippets import condition, patient
from test_compare_cases import FOLDER, cases, check_expected
from test_treatment_disagreements import names_in
from veinway.care.imaging.extent import DVT_EXTENT
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.severity.worsening import shock_index_raised
from veinway.engine.one import Reasoner
from veinway.language import Drug, Score
from veinway.language.knowledge import facts_of
from veinway.language.values import Truth
from veinway.records.bundle import read_bundle
from veinway.records.cases import read_case
from veinway.records.documents import load_yaml

FILE = "intervention.yaml"
CONTENT = load_yaml((FOLDER / FILE).read_text("utf-8"), FILE)
WHO = "http://hl7.org/fhir/sid/icd-10"
EXAMPLES = {
    "SV": 20,
    "SC": 24,
    "HM": 12,
    "LY": 13,
    "CD": 13,
    "ST": 4,
    "FV": 11,
    "PT": 7,
    "CT": 6,
    "FU": 7,
    "TV": 2,
    "PO": 4,
}


@pytest.mark.parametrize("case", cases(FILE), ids=lambda case: case["id"])
def test_guidelines_differ_on_interventions_as_the_reference_says(case: dict[str, Any]) -> None:
    check_expected(case)


# Two rows, two rules, or a choice of the site -------------------------------------------------------


def is_there(place: str) -> bool:
    """Whether a rule has a row, an outcome or a fact of a name, or a choice of the site exists."""
    key, name = place.split(" ", 1)
    if key == "parameter":
        return name in KNOWLEDGE.parameters
    if key == "sheet":
        return name in {each.key for each in KNOWLEDGE.sheets}
    rule = KNOWLEDGE.rules[key]
    phases = {part.key for part in rule.phases} if isinstance(rule, Drug) else set()
    return name in names_in(rule) | phases


def test_a_disagreement_that_no_comparison_shows_is_two_rows_or_a_choice_of_the_site() -> None:
    places = [place for places in CONTENT["elsewhere"].values() for place in places]
    assert [place for place in places if not is_there(place)] == []


def test_no_item_of_a_scale_of_the_post_thrombotic_syndrome_counts_age() -> None:
    for key in CONTENT["not_counted"]["D-16"]:
        score = KNOWLEDGE.rules[key]
        assert isinstance(score, Score)
        assert "age_years" not in {fact.key for fact in facts_of(*score.items)}


def test_every_disagreement_of_the_reference_is_visible_somewhere() -> None:
    parts = (CONTENT["elsewhere"], CONTENT["not_counted"])
    shown = {case["row"] for case in cases(FILE)}.union(*parts)
    assert {f"D-{number:02}" for number in range(1, 25)} - shown == set()


# Worked examples and traps ------------------------------------------------------------------------


@cache
def held() -> tuple[str, ...]:
    """What each case is called, and which example or trap it is from."""
    files = [*sorted(CASES.glob("*.yaml")), FOLDER / FILE]
    lines = (line.strip() for file in files for line in file.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line.startswith(("- id:", "source:")))


@cache
def text_of_tests() -> str:
    return "\n".join(file.read_text("utf-8") for file in sorted(Path(__file__).parent.glob("test_*.py")))


def test_every_worked_example_is_a_case_or_a_test() -> None:
    said = "\n".join(held())
    ids = [f"{kind}-{number:02}" for kind, count in EXAMPLES.items() for number in range(1, count + 1)]
    in_tests = {
        "SV-19": "test_right_heart_for_low_risk.py",
        "CD-10": "test_decision_sheet.py",
        "PO-03": Path(__file__).name,
    }
    missing = {each for each in ids if not re.search(rf"\b{each}\b", said)}
    assert missing == set(in_tests)
    for each, name in in_tests.items():
        assert each in (Path(__file__).parent / name).read_text("utf-8")


def is_held(place: str) -> bool:
    """Whether a trap is held where it says: a case, a test, or a rule."""
    kind, name = place.split(" ", 1)
    if kind == "case":
        return any(line.startswith(f"- id: {name}") for line in held())
    if kind == "test":
        return f"def test_{name}" in text_of_tests()
    return is_there(name) if kind == "rule" else kind == "nothing" and bool(name)


def test_every_trap_is_held_or_says_why_nothing_computes_it() -> None:
    traps = CONTENT["traps"]
    assert sorted(traps) == [f"TR-{number:02}" for number in range(1, 53)]
    lost = [(trap, place) for trap, places in traps.items() for place in places if not is_held(place)]
    assert lost == []


def test_a_coded_clot_without_a_vein_is_of_unknown_extent() -> None:
    """PO-03 and trap TR-42: I80.2 is a DVT, and says nothing of the iliac vein."""
    at = datetime(2026, 6, 30, tzinfo=UTC)
    coded = condition("I80.2", WHO, id="c", recordedDate="2026-06-29T09:00:00Z")
    entries = [{"resource": each} for each in (patient(), coded)]
    given = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    chapter = KNOWLEDGE.chapter("intervention")
    reading = read_bundle(given, knowledge=chapter, episode=chapter.episodes[0], at=at)
    assert reading.episode_found
    situation = reading.subjects[0].situation
    assert Reasoner(situation).table(DVT_EXTENT).value == {o.key for o in DVT_EXTENT.outcomes}


@pytest.mark.parametrize(("counts", "expected"), [(0, Truth.NO), (1, Truth.YES)])
def test_a_site_says_whether_a_shock_index_of_exactly_1_counts(counts: int, expected: Truth) -> None:
    facts = {
        "heart_rate": {"value": 110, "unit": "/min"},
        "systolic_bp": {"value": 110, "unit": "mm[Hg]"},
    }
    case = {"at": "2026-11-01T09:00", "given": "stable_pe", "facts": facts}
    told = read_case(case, KNOWLEDGE).situations[""]
    site = replace(told, parameters={"shock_index_counts_at_1": Fraction(counts)})
    assert Reasoner(site).truth(shock_index_raised) is expected


@pytest.mark.parametrize(("counts", "expected"), [(1, {"stent_candidate"}), (0, {"stent_not_now"})])
def test_a_site_says_whether_a_narrowing_of_exactly_50_percent_counts(
    counts: int, expected: set[str]
) -> None:
    """ST-01, both ways."""
    content = load_yaml((CASES / "procedures.yaml").read_text("utf-8"), "procedures.yaml")
    (example,) = [each for each in content["cases"] if each["id"].startswith("ST-01")]
    case = {"at": content["at"], **{k: v for k, v in example.items() if k in ("given", "facts")}}
    told = read_case(case, KNOWLEDGE).situations[""]
    site = replace(told, parameters={"narrowing_of_50_counts": Fraction(counts)})
    step = KNOWLEDGE.steps["vein_stent_veinway"]
    assert set(Reasoner(site).table(step.conclusion).value) == expected


def test_no_artery_and_no_plaque_is_spoken_of_where_a_vein_is_opened() -> None:
    about = ("clot_removal", "vein_stent", "alteplase_leg", "after_vein_stent")
    texts = [
        outcome.text
        for key, rule in KNOWLEDGE.tables.items()
        if key.startswith(about)
        for outcome in rule.outcomes
    ]
    assert len(texts) > 20
    assert [text for text in texts if re.search(r"arter|plaque", text.lower())] == []
