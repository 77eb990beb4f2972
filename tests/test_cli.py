"""The command line: right answers for right input, and a clear error for every kind of wrong input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import veinway.commands.rules
from command_line import AT, Answer, Run, case
from test_schemas import problems
from veinway.commands.demo import KNOWN, QUESTION


def score_lines(run: Run, *lines: str, key: str = "wells_dvt", options: tuple[str, ...] = ()) -> Answer:
    return run("score", key, "-", *options, stdin="\n".join(lines))


# Help and start ---------------------------------------------------------------------------------


def test_help_names_every_command_and_exit_status(run: Run) -> None:
    answer = run("--help")
    assert answer.status == 0
    for command in ("demo", "assess", "score", "cohort", "facts", "rules", "explain", "prove", "schema"):
        assert command in answer.out
    assert "2: some input could not be used" in " ".join(answer.out.split())


def test_help_imports_neither_polars_nor_duckdb_nor_the_medicine() -> None:
    code = (
        "import sys\nfrom veinway.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "heavy = {'polars', 'duckdb', 'pyarrow', 'yaml', 'z3', 'veinway.care', 'rich.console'}\n"
        "print('heavy:', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "heavy: []"


@pytest.mark.parametrize(
    ("arguments", "code", "named", "advice"),
    [
        (("cohort", "folder", "--out", "x"), "I248", "'--at'", "Add --at DATE."),
        (("cohort",), "I248", "'SOURCE'", "Add SOURCE."),
        (("synthesise", "--seed", "1", "--out", "x"), "I248", "'--patients'", "Add --patients"),
        (("nonsense",), "I249", "'nonsense'", "`veinway --help`"),
        (("facts", "--nonsense"), "I249", "--nonsense", "`veinway facts --help`"),
        (("synthesise", "--patients", "many"), "I249", "'--patients'", "`veinway synthesise --help`"),
        (("facts", "more"), "I249", "more", "`veinway facts --help`"),
    ],
)
def test_a_command_line_that_is_not_understood_has_a_code_and_says_what_to_write(
    run: Run, arguments: tuple[str, ...], code: str, named: str, advice: str
) -> None:
    answer = run(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("✗ veinway")
    assert f"[{code}]" in answer.err
    assert named in answer.err
    assert advice in answer.err
    told = run(*arguments, "--json")
    assert told.status == 2
    assert told.document["error"]["code"] == code
    assert problems("error", told.document) == []


def test_without_a_command_the_help_is_shown_and_the_status_is_2(run: Run) -> None:
    answer = run()
    assert answer.status == 2
    assert "Usage: veinway" in answer.out + answer.err
    assert "[I24" not in answer.out + answer.err


def test_who_gives_up_at_a_question_is_told_so_without_a_fault(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given_up(**_: object) -> int:
        raise EOFError

    monkeypatch.setattr(veinway.commands.rules, "facts", given_up)
    answer = run("facts")
    assert answer.status == 1
    assert "Aborted" in answer.err
    assert "X900" not in answer.err


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("veinway ")


# Score ------------------------------------------------------------------------------------------


def test_an_undecided_score_names_its_bands_and_what_is_open(run: Run) -> None:
    (line,) = score_lines(run, case(active_cancer=True)).lines
    assert (line["low"], line["high"]) == (-1, 9)
    assert (line["band"], line["decided"], line["bands"]) == (None, False, ["unlikely", "likely"])
    assert "previous_dvt" in line["open"]
    assert "active_cancer" not in line["open"]


def test_a_decided_score_has_one_band_and_names_what_is_not_known(run: Run) -> None:
    facts = {**KNOWN, QUESTION: False}
    (line,) = score_lines(run, json.dumps({"id": "a", "at": AT, "facts": facts})).lines
    assert (line["low"], line["high"], line["band"], line["decided"]) == (2, 3, "likely", True)
    assert "bands" not in line
    assert "pitting_oedema_confined" in line["open"]


def test_a_score_says_why_it_is_not_valid_for_a_child(run: Run) -> None:
    line = json.dumps({"id": "child", "at": AT, "facts": {"age_years": 12}})
    (answer,) = score_lines(run, line).lines
    assert answer["applies"] is False
    assert "18 years" in answer["reason"]
    assert not {"low", "high", "band"} & set(answer)


def test_a_score_that_may_not_be_valid_names_the_facts_that_decide_it(run: Run) -> None:
    line = json.dumps({"id": "a", "at": AT, "facts": {"age_years": 52}})
    (answer,) = score_lines(run, line).lines
    assert answer["applies"] is None
    assert "pregnant" in answer["applies_open"]
    assert "age_years" not in answer["applies_open"]
    assert (answer["band"], answer["decided"]) == (None, False)


def test_strict_never_uses_a_presumption(run: Run) -> None:
    facts = {**KNOWN, QUESTION: False}
    del facts["inpatient"]
    line = json.dumps({"id": "a", "at": AT, "facts": facts})
    assert score_lines(run, line).lines[0]["decided"]
    (strict,) = score_lines(run, line, options=("--strict",)).lines
    assert (strict["decided"], strict["applies"], strict["applies_open"]) == (False, None, ["inpatient"])


def test_the_more_symptomatic_limb_speaks_for_the_patient(run: Run) -> None:
    limbs = {
        "left": {"deep_vein_tenderness": True, "entire_leg_swollen": True, QUESTION: False},
        "right": {QUESTION: True},
    }
    line = {"id": "a", "at": AT, "given": "adult_outpatient", "limbs": limbs}
    (answer,) = score_lines(run, json.dumps(line)).lines
    assert (answer["band"], answer["decided"]) == ("likely", True)
    assert answer["limbs"]["right"]["decided"] is False


def test_every_line_out_carries_the_edition_of_the_knowledge(run: Run) -> None:
    edition = run("rules", "--json").document["edition"]
    assert score_lines(run, case()).lines[0]["edition"] == edition


def test_score_text_is_a_table_that_shows_unknown_as_unknown(run: Run) -> None:
    answer = score_lines(run, case("left-leg"), options=("--text",))
    assert "left-leg" in answer.out
    assert "? DVT unlikely or DVT likely" in answer.out


WRONG_LINES = {
    "an unknown fact": ('{"id": "x", "at": "2026-03-04", "facts": {"active_cancr": true}}', "F201"),
    "a wrong unit": (case("x", calf_difference={"value": 3, "unit": "kg"}), "F203"),
    "a missing unit": (case("x", calf_difference=3), "F204"),
    "an impossible value": (case("x", calf_difference={"value": 300, "unit": "cm"}), "F205"),
    "a value that is no number": (case("x", bedridden_days="many"), "F202"),
    "never of days that it lasted": (case("x", bedridden_days="never"), "F202"),
    "a value finer than its grid": (case("x", calf_difference={"value": 3.14159, "unit": "cm"}), "F208"),
    "an option that does not exist": (case("x", sex_at_birth="other"), "F209"),
    "an event in the future": (case("x", surgery=[{"date": "2027-01-01"}]), "F207"),
    "two answers that contradict": (case("x", age_years=30, birth_date="1950-01-01"), "F206"),
    "an instant that is none": ('{"id": "x", "at": "yesterday", "facts": {}}', "F207"),
    "no instant": ('{"id": "x", "facts": {}}', "I213"),
    "a part that does not exist": ('{"id": "x", "at": "2026-03-04", "fact": {}}', "F201"),
    "broken JSON": ('{"id": "x", "at": ', "I210"),
}


@pytest.mark.parametrize(("line", "code"), WRONG_LINES.values(), ids=WRONG_LINES)
def test_a_line_that_cannot_be_used_is_an_error_and_the_others_are_answered(
    run: Run, line: str, code: str
) -> None:
    answer = score_lines(run, case("first"), line, case("last"))
    first, wrong, last = answer.lines
    assert answer.status == 2
    assert (first["id"], last["id"]) == ("first", "last")
    assert first["score"] == last["score"] == "wells_dvt"
    assert wrong["error"]["code"] == code
    assert wrong["error"]["what"]
    assert "Traceback" not in answer.err


def test_an_error_says_what_where_and_what_to_do(run: Run) -> None:
    (wrong,) = score_lines(run, WRONG_LINES["an unknown fact"][0]).lines
    assert wrong["id"] == "x"
    assert "active_cancr" in wrong["error"]["what"]
    assert "case x" in wrong["error"]["where"]
    assert "active_cancer" in wrong["error"]["todo"]


def test_broken_json_is_named_with_its_file_and_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "patient.json"
    file.write_text('{"id": "x",\n "facts": ', encoding="utf-8")
    assert run("assess", file).err.startswith("✗ patient.json, line 2: This is not JSON")


def test_a_score_that_does_not_exist_names_those_that_do(run: Run) -> None:
    answer = score_lines(run, case(), key="welsh_dvt")
    assert answer.status == 2
    assert "I201" in answer.err
    assert "wells_dvt" in answer.err


# Assess -----------------------------------------------------------------------------------------


def test_assess_says_first_what_to_do_by_when_and_on_whose_authority(run: Run) -> None:
    facts = {**KNOWN, QUESTION: False}
    line = {"id": "a", "at": AT, "index": "2026-03-04T09:30", "facts": facts}
    answer = run("assess", "-", stdin=json.dumps(line))
    page = answer.out
    assert answer.status == 0
    assert "due by 2026-03-04 13:30" in page
    assert page.index("What to do now") < page.index("DVT likely")
    assert "NG158, recommendation 1.1.4" in page
    assert "not signed by a clinician" in " ".join(page.split())


def test_unknown_never_looks_like_no_on_a_page(run: Run) -> None:
    page = run("assess", "-", stdin=case(active_cancer=False)).out
    cancer = next(line for line in page.splitlines() if "Active cancer" in line)
    previous = next(line for line in page.splitlines() if "Previously documented" in line)
    assert "○ no" in cancer
    assert "? unknown" in previous


def test_an_escalating_outcome_that_cannot_be_excluded_is_shown_but_not_as_decided(run: Run) -> None:
    page = run("assess", "-", stdin=case()).out
    assert "Not excluded: check" in page
    assert "Is the limb threatened" in page
    assert "At once" not in page


def test_a_certain_emergency_comes_first(run: Run) -> None:
    page = run("assess", "-", stdin=case(haemodynamic_instability=True)).out
    assert page.index("At once") < page.index("What to do now")
    assert "Emergency: unstable" in page


def test_a_presumption_is_shown_with_its_reason_and_the_strict_reading_beside_it(run: Run) -> None:
    facts = {**KNOWN, QUESTION: False}
    del facts["inpatient"]
    line = json.dumps({"id": "a", "at": AT, "facts": facts})
    page = run("assess", "-", stdin=line).out
    assert "no hospital stay is recorded" in page
    assert "Without presumptions: 2 to 3" in page
    strict = run("assess", "-", "--strict", stdin=line).out
    assert "no hospital stay is recorded" not in strict
    assert "nothing is presumed" in strict


def test_why_shows_the_tree_down_to_the_evidence(run: Run) -> None:
    page = run("assess", "-", "--why", stdin=case(calf_difference={"value": 35, "unit": "mm"})).out
    assert "Why ─" in page
    assert "[answer 35 mm]" in page
    assert "3.5 cm" in page


def test_assess_reads_yaml(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("id: y\nat: 2026-03-04T10:00\nfacts:\n  age_years: 52\n  active_cancer: true\n")
    (line,) = run("assess", file, "--json").lines
    assert (line["id"], line["at"], line["index"]) == ("y", "2026-03-04T10:00Z", "2026-03-04")


def test_each_limb_is_assessed_and_the_one_that_speaks_comes_first(run: Run) -> None:
    limbs = {"left": {}, "right": {"deep_vein_tenderness": True, "entire_leg_swollen": True}}
    line = {"id": "a", "at": AT, "given": "adult_outpatient", "limbs": limbs}
    answers = run("assess", "-", "--json", stdin=json.dumps(line)).lines
    assert [(a["side"], a["speaks"]) for a in answers] == [("right", True), ("left", False)]


def test_a_case_that_cannot_be_used_is_reported_and_the_rest_is_assessed(run: Run) -> None:
    lines = "\n".join([case("first"), WRONG_LINES["a wrong unit"][0], case("last")])
    answer = run("assess", "-", stdin=lines)
    assert answer.status == 2
    assert "Patient first" in answer.out
    assert "Patient last" in answer.out
    assert "[F203]" in answer.err
    in_json = run("assess", "-", "--json", stdin=lines)
    assert [line.get("error", {}).get("code") for line in in_json.lines] == [None, "F203", None]


def test_the_signs_for_yes_and_no_survive_a_locale_without_them() -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": ""}
    line = case(active_cancer=False, previous_dvt=True)
    command = [sys.executable, "-m", "veinway.cli", "assess", "-"]
    done = subprocess.run(command, input=line.encode(), capture_output=True, env=plain, check=False)
    page = done.stdout.decode("utf-8")
    assert "○ no" in page
    assert "● yes" in page
