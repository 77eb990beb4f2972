"""`veinway compare`, and what `veinway assess` says of where guidelines differ."""

from __future__ import annotations

import json
from typing import Any

import pytest

from command_line import Run
from test_compare_cases import cases
from test_schemas import problems
from veinway.care.knowledge import KNOWLEDGE
from veinway.show.docs_guidelines import columns_of, guidelines_page

PATIENTS = {case["id"]: case for case in cases("patients.yaml")}
AGAIN = next(case for name, case in PATIENTS.items() if "at different times" in name)
PREGNANT = next(case for name, case in PATIENTS.items() if name.startswith("N-11"))


def typed(*given: dict[str, Any]) -> str:
    parts = ("id", "at", "index", "given", "facts")
    return "\n".join(json.dumps({key: case[key] for key in parts if key in case}) for case in given)


def flat(page: str) -> str:
    return " ".join(page.split())


# The page -----------------------------------------------------------------------------------------


def test_the_page_says_who_says_what_by_when_and_where_they_differ(run: Run) -> None:
    answer = run("compare", "-", stdin=typed(AGAIN))
    assert answer.status == 0
    page = answer.out
    assert "guideline" in page
    assert "day 6 to 8" in page
    assert "≠ Different timing, repeat scan" in page
    assert "section 1.1, row D6" in page
    assert max(map(len, page.splitlines())) <= 100


def test_one_question_can_be_asked_alone(run: Run) -> None:
    page = run("compare", "-", "--question", "dvt_repeat_scan", stdin=typed(AGAIN)).out
    assert KNOWLEDGE.questions["dvt_repeat_scan"].label in page
    assert KNOWLEDGE.questions["dvt_score"].label not in page


def test_a_silent_guideline_is_named_with_the_place_that_was_looked_at(run: Run) -> None:
    page = run("compare", "-", "--question", "dvt_repeat_scan", stdin=typed(AGAIN)).out
    (line,) = [line for line in page.splitlines() if line.strip().startswith("ESC")]
    assert "says nothing about this" in line
    assert "ESC 2019" in line


def test_a_refusal_stands_against_an_option(run: Run) -> None:
    page = run("compare", "-", "--question", "d_dimer_in_pregnancy", stdin=typed(PREGNANT)).out
    assert "≠ Different action, D-dimer" in page
    assert "do not" in page


def test_guidelines_that_conclude_otherwise_and_ask_for_nothing_are_not_said_to_differ_in_action(
    run: Run,
) -> None:
    fall = next(case for name, case in PATIENTS.items() if name.startswith("N-09"))
    page = flat(run("compare", "-", "--question", "haemodynamic_instability", stdin=typed(fall)).out)
    said = "≠ Different conclusion. ESC: unstable: persistent hypotension; AHA/ACC: not met."
    assert said in page


def test_what_is_not_known_is_said_with_what_would_settle_it(run: Run) -> None:
    empty = {"id": "empty", "at": "2026-03-04T10:00", "facts": {}}
    page = run("compare", "-", "--question", "dvt_repeat_scan", stdin=typed(empty)).out
    assert "whether it is for this patient is not known" in flat(page)
    assert "? Not decided" in page
    assert "To settle it" in page
    assert "≠" not in page


def test_a_guideline_that_is_not_for_this_patient_says_why(run: Run) -> None:
    before = {**AGAIN, "facts": {**AGAIN["facts"], "previous_dvt": True}}
    page = run("compare", "-", "--question", "suspected_dvt", stdin=typed(before)).out
    assert "○ CHEST: not for this patient, because previously documented deep vein thrombosis." in flat(
        page
    )


def test_a_question_that_does_not_exist_names_the_nearest(run: Run) -> None:
    answer = run("compare", "-", "--question", "dvt_repeat_scann", stdin=typed(AGAIN))
    assert answer.status == 2
    assert "[I206]" in answer.err
    assert "dvt_repeat_scan" in answer.err


def test_a_case_that_cannot_be_used_does_not_stop_the_others(run: Run) -> None:
    wrong = {"id": "wrong", "at": "2026-03-04", "facts": {"active_cancr": True}}
    answer = run("compare", "-", "--json", stdin=typed(wrong, PREGNANT))
    assert answer.status == 2
    assert [line.get("error", {}).get("code") for line in answer.lines] == ["F201", None]


def test_each_limb_is_compared(run: Run) -> None:
    limbs = {"left": {"deep_vein_tenderness": True}, "right": {}}
    line = {
        "id": "a",
        "at": "2026-03-04T10:00",
        "given": "adult_outpatient",
        "facts": {},
        "limbs": limbs,
    }
    answers = run("compare", "-", "--json", stdin=json.dumps(line)).lines
    assert [answer["side"] for answer in answers] == ["left", "right"]


# JSON ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", PATIENTS.values(), ids=PATIENTS)
def test_every_comparison_holds_its_schema(run: Run, case: dict[str, Any]) -> None:
    (line,) = run("compare", "-", "--json", stdin=typed(case)).lines
    assert problems("compare", line) == []
    expected = {key: said["verdict"] for key, said in case["expect"].items() if "verdict" in said}
    verdicts = {each["question"]: each["verdict"] for each in line["questions"]}
    assert {key: verdicts[key] for key in expected} == expected


def test_an_assessment_says_under_its_step_where_guidelines_differ(run: Run) -> None:
    page = run("assess", "-", stdin=typed(AGAIN)).out
    assert "≠ Where guidelines differ" in page
    assert "row D6" in page.split("≠ Where guidelines differ")[1]
    (line,) = run("assess", "-", "--json", stdin=typed(AGAIN)).lines
    assert problems("assess", line) == []
    steps = {step["step"]: step for step in line["steps"]}
    assert steps["suspected_dvt_nice"]["differs"]["verdict"] == "different timing"
    assert "differs" not in steps["dvt_score_nice"]


# The page of an assessment ------------------------------------------------------------------------


def test_a_step_that_is_not_for_this_patient_is_one_line_at_the_end(run: Run) -> None:
    page = run("assess", "-", stdin=typed(PREGNANT)).out
    assert "Does not apply: " in page
    assert "because pregnant" in flat(page)
    assert page.index("Does not apply") > page.index("What to do now")


def test_what_is_due_comes_before_what_is_decided_and_what_may_come(run: Run) -> None:
    page = run("assess", "-", stdin=typed(AGAIN)).out
    order = ["What to do now", "Also decided", "What else may come", "What would settle it"]
    places = [page.index(heading) for heading in order]
    assert places == sorted(places)
    assert page.index("Repeat the proximal leg vein ultrasound") < page.index("Also decided")


def test_an_empty_record_is_told_in_one_screen(run: Run) -> None:
    page = run("assess", "-", stdin=json.dumps({"id": "e", "at": "2026-03-04T10:00", "facts": {}})).out
    assert "Whether these are for this patient is not known" in page
    assert "At once" not in page
    assert len(page.splitlines()) < 100


# docs/guidelines.md -------------------------------------------------------------------------------


def test_the_guidelines_page_has_every_question_and_every_guideline() -> None:
    made = guidelines_page(KNOWLEDGE)
    assert [key for key in KNOWLEDGE.questions if f"\n## {key}\n" not in made] == []
    assert set(KNOWLEDGE.guidelines) <= set(columns_of(KNOWLEDGE))
    assert "Says nothing: NICE" in made
    assert "6-8 days" in made
