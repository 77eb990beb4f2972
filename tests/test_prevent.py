"""`veinway prevent`: each of the people that the reference names, on the page and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from command_line import Run
from test_schemas import problems

CASES = Path(__file__).parents[1] / "cases"


def _case(file: str, beginning: str) -> dict[str, Any]:
    """A worked example by how its name begins, as the command line takes it."""
    content = yaml.safe_load((CASES / f"{file}.yaml").read_text("utf-8"))
    found = next(case for case in content["cases"] if case["id"].startswith(beginning))
    return {"id": "x", "at": content["at"], "given": found["given"], "facts": found["facts"]}


PEOPLE = {
    "inpatient": ("prevention_scores", "16 ", "hospital", "padua", 6),
    "surgical patient": ("prevention_scores", "13 ", "hospital", "caprini_2005", 12),
    "leg cast": ("prevention_care", "30 ", "leg_cast", "tripcast", 7),
    "at booking": ("prevention_care", "35 ", "pregnancy", "rcog_antenatal", 6),
    "after birth": ("prevention_care", "38 ", "after_birth", "rcog_postnatal", 2),
    "start of chemotherapy": ("prevention_care", "33 ", "chemotherapy", "khorana", 2),
}


def _answer(run: Run, tmp_path: Path, case: dict[str, Any], *more: str) -> dict[str, Any]:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(case))
    answer: dict[str, Any] = run("prevent", str(file), *more, "--json").document
    return answer


def _occasion(answer: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(o for o in answer["occasions"] if o["occasion"] == key)
    return found


@pytest.mark.parametrize("name", PEOPLE)
def test_each_of_them_has_the_score_that_the_reference_names(
    run: Run, tmp_path: Path, name: str
) -> None:
    file, beginning, occasion, score, total = PEOPLE[name]
    answer = _answer(run, tmp_path, _case(file, beginning))
    assert problems("prevent", answer) == []
    found = _occasion(answer, occasion)
    assert found["applies"] is True
    totals = {each["score"]: (each["low"], each["high"]) for each in found["scores"]}
    assert totals[score] == (total, total)


def _conclusions(found: dict[str, Any]) -> dict[str, str]:
    steps = (step for step in found["steps"] if step["applies"])
    return {step["step"]: step["conclusion"]["outcomes"][0]["key"] for step in steps}


def test_a_traveller_is_told_what_each_source_says(run: Run, tmp_path: Path) -> None:
    answer = _answer(run, tmp_path, _case("prevention_life", "42b"))
    assert problems("prevent", answer) == []
    assert _conclusions(_occasion(answer, "journey")) == {
        "journey_cks": "journey_stockings",
        "journey_bsh": "journey_stockings",
        "journey_tc": "journey_stockings",
        "journey_veinway": "journey_silent",
    }


def test_who_asks_for_the_pill_has_both_categories(run: Run, tmp_path: Path) -> None:
    answer = _answer(run, tmp_path, _case("prevention_life", "47 20"))
    assert problems("prevent", answer) == []
    found = _conclusions(_occasion(answer, "contraception"))
    assert found == {"contraception_ukmec": "mec_3", "contraception_us_mec": "mec_4"}


def test_one_guideline_alone_answers_where_it_speaks(run: Run, tmp_path: Path) -> None:
    answer = _answer(run, tmp_path, _case("prevention_life", "42b"), "--guideline", "bsh")
    assert list(_conclusions(_occasion(answer, "journey"))) == ["journey_bsh"]


def test_doses_stand_beside_what_names_them_and_refused_ones_say_why(run: Run, tmp_path: Path) -> None:
    booking = _occasion(_answer(run, tmp_path, _case("prevention_care", "40 90.5")), "pregnancy")
    assert booking["medicines"] == [], "a score of 0 names none"
    cast = _occasion(_answer(run, tmp_path, _case("prevention_care", "30 ")), "leg_cast")
    offered = {each["drug"]: each["phases"][0]["dose"] for each in cast["medicines"]}
    assert offered["dalteparin_prophylaxis"] == "5,000 IU under the skin once a day"
    barred = _occasion(
        _answer(run, tmp_path, _case("prevention_care", "who had HIT is offered no heparin in")),
        "leg_cast",
    )
    assert barred["medicines"] == []


def test_what_is_missing_is_asked_for_and_nobody_is_taken_for_healthy(run: Run, tmp_path: Path) -> None:
    case = {"id": "x", "at": "2026-03-04T12:00", "facts": {"age_years": 70, "inpatient": True}}
    answer = _answer(run, tmp_path, case)
    found = _occasion(answer, "hospital")
    padua = next(each for each in found["scores"] if each["score"] == "padua")
    assert (padua["low"], padua["high"]) == (1, 20)
    assert {"active_cancer", "reduced_mobility_days"} <= {each["fact"] for each in found["missing"]}


def test_nothing_known_brings_nobody_to_prevention_for_certain(run: Run, tmp_path: Path) -> None:
    answer = _answer(run, tmp_path, {"id": "x", "at": "2026-03-04T12:00", "facts": {}})
    assert problems("prevent", answer) == []
    assert [each for each in answer["occasions"] if each["applies"]] == []


def test_who_is_brought_by_nothing_sees_which_fact_would_bring_them(run: Run) -> None:
    page = " ".join(
        run("prevent", "-", stdin='{"id": "x", "at": "2026-03-04", "facts": {}}').out.split()
    )
    assert "A facts file says what does, such as `inpatient: true`" in page


def test_the_page_says_score_advice_and_source(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(_case("prevention_care", "38 ")))
    page = " ".join(run("prevent", str(file)).out.split())
    assert "RCOG 37a, before birth" not in page
    assert "Consider LMWH for at least 10 days after birth. RCOG 37a, appendix I" in page
    assert "40 mg under the skin once a day" in page


def test_a_wrong_fact_is_said_and_the_others_are_answered(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    good, bad = _case("prevention_care", "38 "), {"id": "b", "facts": {"no_such_fact": True}}
    file.write_text("\n".join(json.dumps(each) for each in (good, bad)))
    done = run("prevent", str(file), "--json")
    assert (done.status, [("occasions" in line) for line in done.lines]) == (2, [True, False])
