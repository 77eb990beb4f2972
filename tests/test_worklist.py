"""Work lists: what a service owes its patients; as page, JSON, CSV and FHIR Tasks; and the truth."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from jsonschema import Draft202012Validator

import veinway.commands.worklist_run
from command_line import Run
from test_schemas import problems
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.worklists import WORK_LISTS
from veinway.commands.cohort_run import workshop
from veinway.commands.inputs import load_profile
from veinway.engine.duties import duties
from veinway.engine.duty_columns import DutyColumns
from veinway.engine.one import Reasoner
from veinway.engine.subjects import situations
from veinway.language.errors import DefinitionError
from veinway.language.worklists import work_list
from veinway.made_up import synthesise_treated
from veinway.records.cohort_facts import extract
from veinway.records.tabular.reading import read_records

_DATE_TIME = {
    "type": "string",
    "pattern": r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?)?)?$",
}
_TEXT = {"type": "string", "minLength": 1}
_CODING = {"type": "array", "items": {"required": ["system", "code"]}, "minItems": 1}
TASK = Draft202012Validator(
    {
        "properties": {
            "resourceType": {"const": "Task"},
            "id": {"pattern": r"^[A-Za-z0-9\-.]{1,64}$"},
            "status": {"enum": ["requested", "accepted"]},
            "intent": {"const": "proposal"},
            "priority": {"enum": ["routine", "urgent", "asap", "stat"]},
            "code": {"properties": {"coding": _CODING, "text": _TEXT}, "additionalProperties": False},
            "description": _TEXT,
            "for": {"required": ["reference"]},
            "authoredOn": _DATE_TIME,
            "groupIdentifier": {"required": ["system", "value"]},
            "note": {"type": "array", "items": {"required": ["text"]}, "minItems": 1},
            "restriction": {
                "properties": {"period": {"properties": {"start": _DATE_TIME, "end": _DATE_TIME}}}
            },
        },
        "required": ["resourceType", "status", "intent", "for"],
        "additionalProperties": False,
    }
)
"""What FHIR R4 asks of a Task, of the elements that are written."""
AT = "2026-03-31"
"""The day of the made-up people."""


def made_up(folder: Path, people: int, seed: int, **rates: float) -> Path:
    synthesise_treated(people, seed, folder, **rates)
    return folder


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """People of whom nothing is missing, and some whose records mislead."""
    folder = tmp_path_factory.mktemp("treated") / "complete"
    return made_up(folder, 900, 3, missing=0, misleading=0.3)


@pytest.fixture(scope="module")
def gappy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """People of whose records a third is missing."""
    return made_up(tmp_path_factory.mktemp("treated") / "gappy", 600, 4, missing=0.3, misleading=0.2)


def listed(run: Run, folder: Path, *options: object) -> list[dict[str, Any]]:
    profile = ("--profile", folder / "veinway.toml")
    return run("worklist", folder, "--at", AT, "--json", *profile, *options).lines


def held(run: Run, folder: Path) -> list[dict[str, Any]]:
    return listed(run, folder, "--truth", folder / "truth_worklist.parquet")


def test_on_complete_records_every_list_has_lines_and_is_exactly_what_is_true(
    run: Run, complete: Path
) -> None:
    lists = held(run, complete)
    assert [each["list"] for each in lists] == [each.key for each in WORK_LISTS]
    for each in lists:
        assert problems("worklist", each) == []
        assert each["listed"] == each["right"] == each["same_state"] > 0, each
        assert each["found_told"] == each["told"], each


def test_where_records_have_gaps_no_certain_line_is_false_and_none_that_is_told_is_missed(
    run: Run, gappy: Path
) -> None:
    lists = held(run, gappy)
    assert sum(each["true"] - each["found"] for each in lists) > 100
    for each in lists:
        assert each["listed"] == each["right"] == each["same_state"], each
        assert each["found_told"] == each["told"], each


DEPENDS_ON_WHAT_IS_HIDDEN = ("loading_too_long_found", "reduced_dose_too_early_found")
"""These rules ask for clearance or for atrial fibrillation to say whom they are about at all."""


def test_what_a_record_hides_of_a_safety_rule_is_possible_and_not_gone(run: Run, gappy: Path) -> None:
    shown = {(line["person"], line["what"]) for line in listed(run, gappy, "--possible")}
    truth = pl.read_parquet(gappy / "truth_worklist.parquet")
    rules = truth.filter(pl.col("list").is_in(["wrong_dose", "tests_missing"]))
    hidden = rules.filter(
        pl.col("hidden").list.len() > 0, ~pl.col("what").is_in(DEPENDS_ON_WHAT_IS_HIDDEN)
    )
    assert hidden.height > 10
    assert set(hidden.select("person", "what").rows()) <= shown


def test_columns_say_of_everybody_what_the_definition_says_of_one(gappy: Path) -> None:
    site = load_profile(str(gappy / "veinway.toml"), KNOWLEDGE)
    at = datetime.fromisoformat(f"{AT}T23:59")
    for name in ("diagnosis", "intervention", "treatment"):
        chapter = KNOWLEDGE.chapter(name)
        known = chapter.facts.keys() | chapter.events.keys()
        coverage = {key: value for key, value in site.coverage.items() if key in known}
        lists = [each for each in WORK_LISTS if each.chapter == name]
        columns = DutyColumns(lists, chapter, {})
        with workshop() as connection:
            read_records(connection, gappy, time_zone="UTC")
            for planes in extract(
                connection,
                knowledge=chapter,
                episode=chapter.episodes[0],
                at=at,
                coverage=coverage,
                most=150,
            ):
                found = Counter((row, *_said(duty)) for row, duty in columns.of(planes))
                rows = range(planes.height)
                slow = Counter(
                    (row, *_said(duty))
                    for row, situation in zip(rows, situations(planes, rows, chapter, {}), strict=True)
                    for duty in duties(
                        lists, Reasoner(situation), Reasoner(situation, presumptions=False)
                    )
                )
                assert found == slow
                break


def _said(duty: Any) -> tuple[object, ...]:
    return duty.list.key, duty.step.key, duty.what, duty.state, duty.first, duty.last, id(duty.cite)


def test_every_line_holds_its_schema_and_possible_ones_say_what_is_missing(
    run: Run, gappy: Path
) -> None:
    lines = listed(run, gappy, "--possible")
    assert {line["state"] for line in lines} >= {"overdue", "due", "flagged", "possible"}
    for line in lines:
        assert problems("worklist", line) == []
        assert bool(line["missing"]) is (line["state"] == "possible")


def test_what_is_late_comes_first_in_each_list(run: Run, gappy: Path) -> None:
    order = ("overdue", "flagged", "due", "requested")
    lines = listed(run, gappy)
    for each in WORK_LISTS:
        states = [line["state"] for line in lines if line["list"] == each.key]
        assert states == sorted(states, key=order.index)


def test_one_list_alone_has_the_same_lines_as_among_all(run: Run, gappy: Path) -> None:
    alone = listed(run, gappy, "--list", "filters")
    assert alone == [line for line in listed(run, gappy) if line["list"] == "filters"]
    assert len(alone) > 5


def test_who_is_late_by_every_answer_is_late_though_something_is_missing(run: Run, gappy: Path) -> None:
    truth = pl.read_parquet(gappy / "truth_worklist.parquet")
    bloods = truth.filter(pl.col("list") == "doac_bloods", pl.col("hidden").list.len() > 0)
    lines = {line["person"]: line for line in listed(run, gappy, "--list", "doac_bloods", "--possible")}
    states = Counter(lines[person]["state"] for person in bloods["person"])
    assert states.keys() == {"overdue", "due", "possible"} or states.keys() == {"overdue", "possible"}
    late = bloods.filter(pl.col("person").is_in([p for p in lines if lines[p]["state"] == "overdue"]))
    assert set(late["state"]) == {"overdue"}


def test_the_page_counts_each_list_and_names_the_first_of_it(run: Run, complete: Path) -> None:
    profile = ("--profile", complete / "veinway.toml")
    page = run("worklist", complete, "--at", AT, *profile, "--list", "filters", "--list", "stents").out
    assert "Filters without a plan, or past their removal (" in page
    assert "Reviews after a clot" not in page
    assert ".," not in page
    assert "overdue" in page
    assert "more" in page
    assert KNOWLEDGE.edition in page


def test_the_page_of_truth_has_a_line_for_each_list(run: Run, complete: Path) -> None:
    profile = ("--profile", complete / "veinway.toml", "--truth", complete / "truth_worklist.parquet")
    page = run("worklist", complete, "--at", AT, *profile).out
    for each in WORK_LISTS:
        assert each.key in page
    assert "100.00 %" in page


def test_csv_has_the_same_lines(run: Run, complete: Path, tmp_path: Path) -> None:
    lines = listed(run, complete, "--list", "doac_bloods", "--csv", tmp_path / "work.csv")
    with (tmp_path / "work.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == len(lines) > 0
    assert [row["person"] for row in rows] == [line["person"] for line in lines]
    assert rows[0]["source"] == lines[0]["source"] != ""


def test_fhir_tasks_are_valid_and_say_for_whom_by_when_and_by_which_rule(
    run: Run, complete: Path, tmp_path: Path
) -> None:
    lines = listed(run, complete, "--fhir", tmp_path / "tasks.ndjson")
    tasks = [json.loads(line) for line in (tmp_path / "tasks.ndjson").read_text().splitlines()]
    assert len(tasks) == len(lines)
    assert len({task["id"] for task in tasks}) == len(tasks)
    for task, line in zip(tasks, lines, strict=True):
        assert list(TASK.iter_errors(task)) == []
        assert task["for"]["reference"] == f"Patient/{line['person']}"
        assert task["note"][0]["text"].startswith(line["rule"])
        end = task.get("restriction", {}).get("period", {}).get("end")
        assert (end or "")[:10] == (line["by"] or "")[:10]


def test_a_source_without_anybody_in_it_has_empty_lists(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "nobody"
    folder.mkdir()
    (folder / "Patient.ndjson").write_text('{"resourceType":"Patient","id":"a","gender":"male"}\n')
    assert run("worklist", folder, "--at", AT, "--json").lines == []
    page = run("worklist", folder, "--at", AT).out
    assert "Repeat scans" in page
    assert "overdue" in page


def test_a_list_that_does_not_exist_is_refused_with_the_names_of_all(run: Run, complete: Path) -> None:
    answer = run("worklist", complete, "--at", AT, "--list", "reviews", "--json")
    assert answer.status == 2
    assert problems("worklist", answer.document) == []
    error = answer.document["error"]
    assert error["code"] == "I269"
    assert "three_month_reviews" in error["todo"]


def test_a_file_that_is_no_truth_is_refused(run: Run, complete: Path) -> None:
    answer = run("worklist", complete, "--at", AT, "--truth", complete / "Patient.ndjson", "--json")
    assert answer.document["error"]["code"] == "S307"
    assert "no Parquet file" in answer.document["error"]["what"]


def test_a_truth_that_is_not_there_is_said_to_be_missing_before_the_work(
    run: Run, complete: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(veinway.commands.worklist_run, "entries_of", None)
    missing = complete / "truth_worklists.parquet"
    answer = run("worklist", complete, "--at", AT, "--truth", missing, "--json")
    error = answer.document["error"]
    assert (answer.status, error["code"], error["where"]) == (2, "S307", str(missing))
    assert "there is no file of this name" in error["what"]
    assert "Check the path" in error["todo"]
    assert "Error" not in json.dumps(error)


def test_a_list_that_names_what_its_steps_do_not_say_is_no_list() -> None:
    step = WORK_LISTS[0].steps[0]
    for named in ({"acts": ["no_such_act"]}, {}):
        with pytest.raises(DefinitionError, match="D223"):
            work_list("a", "A", chapter="diagnosis", steps=[step], source=WORK_LISTS[0].source, **named)


def test_a_filter_is_possible_and_not_gone_where_nobody_says_that_the_record_is_complete(
    run: Run, complete: Path
) -> None:
    told = {line["person"] for line in listed(run, complete, "--list", "filters")}
    lines = run("worklist", complete, "--at", AT, "--list", "filters", "--possible", "--json").lines
    assert told <= {line["person"] for line in lines}
    assert {line["state"] for line in lines} == {"possible"}
    assert all("filter_event" in line["missing"] for line in lines)
