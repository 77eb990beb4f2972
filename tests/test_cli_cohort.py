"""The command line on folders of many patients, made-up ones among them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from bundles import PATIENT, bundle, persons, resources_of
from command_line import Run
from test_cli_records import COVERED
from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.commands.cohort_run import cohort_rules
from veinway.engine.decision_frame import SUBJECT_COLUMNS, decision_schema
from veinway.made_up import synthesise

AT = "2026-03-31"
WORDS = {True: "yes", False: "no", None: "unknown"}


# A cohort ---------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def decided(people: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of `veinway cohort` on the made-up people."""
    from veinway.cli import main

    out = tmp_path_factory.mktemp("results")
    with pytest.raises(SystemExit) as ended:
        main(["cohort", str(people), "--at", AT, "--out", str(out), "--json"])
    assert ended.value.code == 0
    return out


def test_a_cohort_leaves_decisions_and_a_report_in_two_forms(decided: Path) -> None:
    assert {file.name for file in decided.iterdir()} == {
        "decisions.parquet",
        "report.json",
        "report.txt",
    }
    text = (decided / "report.txt").read_text()
    assert "certain" in text
    assert "\x1b" not in text


def test_decisions_have_the_documented_columns_and_no_empty_cell(decided: Path) -> None:
    frame = pl.read_parquet(decided / "decisions.parquet")
    documented: dict[str, Any] = dict(SUBJECT_COLUMNS)
    for rule in cohort_rules(DIAGNOSIS, "nice"):
        documented |= decision_schema(rule)
    assert dict(frame.schema) == documented
    assert sum(frame.null_count().row(0)) == 0


def test_the_report_adds_up_with_the_decisions(decided: Path) -> None:
    frame = pl.read_parquet(decided / "decisions.parquet")
    report = json.loads((decided / "report.json").read_text())
    assert report["subjects"] == frame.height
    for rule in report["scores"]:
        assert rule["presumed"]["decided"] == frame[f"{rule['key']}.decided"].sum()
        assert rule["strict"]["decided"] == frame[f"{rule['key']}.strict.decided"].sum()
        certain = sum(outcome["certain"] for outcome in rule["presumed"]["outcomes"])
        assert certain == rule["presumed"]["decided"]


def test_certain_never_exceeds_possible_and_strict_lies_outside(decided: Path) -> None:
    report = json.loads((decided / "report.json").read_text())
    for rule in (*report["steps"], *report["tables"], *report["scores"]):
        for one, other in zip(rule["presumed"]["outcomes"], rule["strict"]["outcomes"], strict=True):
            assert other["certain"] <= one["certain"] <= one["possible"] <= other["possible"]


def test_each_row_says_the_same_as_the_patient_on_his_own(run: Run, people: Path, decided: Path) -> None:
    frame = pl.read_parquet(decided / "decisions.parquet")
    for person in persons(people)[:6]:
        lines = run(
            "assess", "-", "--json", "--at", AT, stdin=bundle(*resources_of(people, person))
        ).lines
        for line in lines:
            row = frame.filter(person=person, side=line.get("side", "")).row(0, named=True)
            wells = next(score for score in line["scores"] if score["score"] == "wells_dvt")
            step = next(step for step in line["steps"] if step["step"] == "suspected_dvt_nice")
            outcomes = [outcome["key"] for outcome in step["conclusion"]["outcomes"]]
            assert sorted(row["suspected_dvt_nice_conclusion.outcomes"]) == sorted(outcomes)
            assert row["suspected_dvt_nice.decided"] == step["decided"]
            assert row["wells_dvt.decided"] == wells.get("decided", False)
            assert row["wells_dvt.applies"] == WORDS[wells.get("applies", True)]
            assert row["suspected_dvt_nice.applies"] == WORDS[step["applies"]]
            if "low" in wells:
                assert (row["wells_dvt.low"], row["wells_dvt.high"]) == (wells["low"], wells["high"])


def test_a_rule_alone_says_of_everybody_what_it_says_among_all(
    run: Run, people: Path, decided: Path, tmp_path: Path
) -> None:
    all_rules = pl.read_parquet(decided / "decisions.parquet")
    only = ("--only", "suspected_dvt_nice", "--only", "wells_pe")
    report = run("cohort", people, "--at", AT, "--out", tmp_path, *only, "--json").document
    told = {rule["key"] for kind in ("steps", "tables", "scores") for rule in report[kind]}
    assert {"suspected_dvt_nice", "wells_pe", "wells_dvt"} <= told
    assert "suspected_pe_nice" not in told
    less = pl.read_parquet(tmp_path / "decisions.parquet")
    both = all_rules.select(less.columns)
    assert less.sort("person", "side").equals(both.sort("person", "side"))


def test_a_rule_alone_does_without_coverage_of_what_it_does_not_look_at(
    run: Run, people: Path, tmp_path: Path
) -> None:
    profile = tmp_path / "veinway.toml"
    profile.write_text(COVERED)
    asked = ("cohort", people, "--at", AT, "--out", tmp_path, "--profile", profile, "--json")
    report = run(*asked, "--only", "instability_esc").document
    assert [rule["key"] for rule in report["steps"]] == ["instability_esc"]


WRONG_RULES = {
    "a rule that does not exist": ("suspected_dvt_nic", "I201"),
    "a part of other rules": ("time_to_leg_scan", "I345"),
    "a step of another chapter": ("duration_nice", "I201"),
}


@pytest.mark.parametrize(("rule", "code"), WRONG_RULES.values(), ids=WRONG_RULES)
def test_a_rule_that_cannot_be_decided_alone_says_why(
    run: Run, people: Path, tmp_path: Path, rule: str, code: str
) -> None:
    answer = run("cohort", people, "--at", AT, "--out", tmp_path, "--only", rule, "--json")
    assert answer.status == 2
    assert answer.document["error"]["code"] == code
    assert "suspected_dvt_nice" in answer.document["error"]["todo"] or rule != "suspected_dvt_nic"


def test_strict_reports_the_same_in_both_readings(run: Run, people: Path, tmp_path: Path) -> None:
    report = run("cohort", people, "--at", AT, "--out", tmp_path, "--strict", "--json").document
    for rule in report["scores"]:
        assert rule["presumed"] == rule["strict"]
        assert rule["decided_by_presumption"] == 0


def test_a_broken_line_is_counted_with_its_place_and_the_rest_is_decided(
    run: Run, people: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(people, broken)
    file = broken / "Observation.ndjson"
    first, *rest = file.read_text().splitlines()
    file.write_text("\n".join([first, '{"resourceType": "Observ', *rest]) + "\n")
    answer = run("cohort", broken, "--at", AT, "--out", tmp_path / "out", "--json")
    assert answer.status == 2
    problem = next(problem for problem in answer.document["problems"] if problem["code"] == "S340")
    assert problem["count"] == 1
    assert problem["where"].startswith("Observation.ndjson, line 2")
    assert answer.document["subjects"] >= 40


WRONG_COHORTS = {
    "an empty folder": ("S311", AT),
    "a folder that is missing": ("S310", AT),
    "a date that is none": ("I214", "31.3.2026"),
}


@pytest.mark.parametrize(("code", "at"), WRONG_COHORTS.values(), ids=WRONG_COHORTS)
def test_a_cohort_that_cannot_be_read_says_why(run: Run, tmp_path: Path, code: str, at: str) -> None:
    source = tmp_path / ("missing" if code == "S310" else ".")
    answer = run("cohort", source, "--at", at, "--out", tmp_path / "out", "--json")
    assert answer.status == 2
    assert answer.document["error"]["code"] == code


def test_results_cannot_go_where_a_file_is(run: Run, people: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    answer = run("cohort", people, "--at", AT, "--out", tmp_path / "taken" / "out")
    assert answer.status == 2
    assert "[S305]" in answer.err


def test_a_folder_without_episodes_gives_an_empty_table_and_says_how_many_people(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "Patient.ndjson").write_text(json.dumps(PATIENT) + "\n")
    out = tmp_path / "out"
    report = run("cohort", tmp_path, "--at", AT, "--out", out, "--json").document
    assert (report["persons"], report["subjects"]) == (1, 0)
    assert pl.read_parquet(out / "decisions.parquet").height == 0


# Made-up people ---------------------------------------------------------------------------------


def test_synthesise_says_what_it_wrote(run: Run, tmp_path: Path) -> None:
    answer = run("synthesise", "--patients", 5, "--seed", 1, "--out", tmp_path / "new", "--json")
    assert answer.document["resources"]["Patient"] == 5
    again = run("synthesise", "--patients", 5, "--seed", 1, "--out", tmp_path / "new")
    assert again.status == 2
    assert "[I241]" in again.err


def test_the_demonstration_is_the_same_every_time(run: Run) -> None:
    first = run("demo", "--patients", 30)
    assert first.status == 0
    assert "settles the band" in first.out
    assert "due by 2026-03-04 13:30" in first.out
    assert "made-up patients" in first.out
    assert run("demo", "--patients", 30).out == first.out


def test_the_one_question_of_the_demonstration_settles_the_score_alone(run: Run) -> None:
    answer = run("demo", "--patients", 5, "--json").document
    before, after = (
        {s["score"]: s for s in answer[part]["scores"]}["wells_dvt"] for part in ("before", "after")
    )
    first, *others = before["open"]["questions"]
    assert (before["decided"], after["decided"], after["band"]) == (False, True, "likely")
    assert (first["fact"], first["decides"]) == ("alternative_dvt_at_least_as_likely", "always")
    assert all(question["decides"] == "never alone" for question in others)


def test_a_cohort_counts_what_rests_on_coverage(run: Run, people: Path, tmp_path: Path) -> None:
    profile = tmp_path / "veinway.toml"
    profile.write_text(COVERED)
    plain = run("cohort", people, "--at", AT, "--out", tmp_path / "a", "--json").document
    covered = run(
        "cohort", people, "--at", AT, "--out", tmp_path / "b", "--profile", profile, "--json"
    ).document
    for one, other in zip(plain["scores"], covered["scores"], strict=True):
        assert one["strict"] == other["strict"]
        assert one["presumed"]["decided"] <= other["presumed"]["decided"]
    assert covered["profile"].startswith("veinway.toml, ")
    operations = [m for rule in covered["scores"] for m in rule["missing"] if m["key"] == "surgery"]
    assert operations == []


# Two legs ---------------------------------------------------------------------------------------


def test_of_two_legs_the_one_speaks_that_speaks_for_the_patient_alone(run: Run, tmp_path: Path) -> None:
    made, out = tmp_path / "made", tmp_path / "out"
    synthesise(120, 7, made)
    run("cohort", made, "--at", AT, "--out", out, "--json")
    frame = pl.read_parquet(out / "decisions.parquet")
    assert frame.filter(side="")["speaks"].all()
    both = frame.filter(pl.col("side") != "").group_by("person").agg(pl.col("side", "speaks"))
    assert both.height >= 2
    for person, sides, speaks in both.iter_rows():
        resources = resources_of(made, person)
        lines = run("assess", "-", "--json", "--at", AT, stdin=bundle(*resources)).lines
        assert dict(zip(sides, speaks, strict=True)) == {line["side"]: line["speaks"] for line in lines}
