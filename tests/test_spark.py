"""Spark decides as one machine does. Where Spark or Java is missing, this is left out, and said so."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from command_line import Run
from left_out import left_out
from veinway.made_up import synthesise

AT = "2026-03-31"
NEEDED = ("pyspark", "pandas")


@pytest.fixture(scope="module")
def spark() -> Iterator[None]:
    """A small Spark on this machine."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing or shutil.which("java") is None:
        what = " and ".join([*missing, *(["Java"] if shutil.which("java") is None else [])])
        left_out(f"no {what}: the Spark engine is not tested", "apt-get install default-jre-headless")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("veinway tests")
    for name, value in {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.ui.enabled": "false",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield
    session.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made-up people, a medicine that orders refer to, and lines that cannot be used."""
    made = tmp_path_factory.mktemp("spark") / "people"
    synthesise(60, 7, made)
    coding = {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "1364430"}
    medicine = {"resourceType": "Medication", "id": "m", "code": {"coding": [coding]}}
    (made / "Medication.ndjson").write_text(json.dumps(medicine) + "\n")
    orders = made / "MedicationRequest.ndjson"
    with orders.open("a") as file:
        for person in ("p0000001", "p0000002"):
            order = {
                "resourceType": "MedicationRequest",
                "id": f"of-{person}",
                "status": "active",
                "intent": "order",
                "subject": {"reference": f"https://example.org/fhir/Patient/{person}"},
                "medicationReference": {"reference": "Medication/m"},
                "authoredOn": "2026-01-05",
            }
            file.write(json.dumps(order) + "\n")
    with (made / "Observation.ndjson").open("a") as file:
        file.write('{"resourceType": "Observ\n{"a": 1}\n')
    (made / "Claim.ndjson").write_text('{"resourceType": "Claim"}\n')
    return made


def report(out: Path) -> dict[str, Any]:
    found = json.loads((out / "report.json").read_text())
    # What would decide most is asked of a sample, which is another one where people are in shares.
    for rule in (*found["steps"], *found["tables"], *found["scores"]):
        del rule["deciding"]
    del found["decisions"]
    for problem in found["problems"]:
        problem.pop("where", None)  # a line that was moved has no number any more
    return found


def decisions(file: Path) -> pl.DataFrame:
    place = file / "*.parquet" if file.is_dir() else file
    return pl.read_parquet(place).sort("person", "index", "side")


def test_spark_decides_as_one_machine_does(run: Run, spark: None, folder: Path, tmp_path: Path) -> None:
    statuses = {
        engine: run(
            "cohort", folder, "--at", AT, "--out", tmp_path / engine, "--engine", engine, "--json"
        ).status
        for engine in ("local", "spark")
    }
    assert statuses == {"local": 2, "spark": 2}
    here, there = (decisions(tmp_path / engine / "decisions.parquet") for engine in statuses)
    assert here.height >= 60
    assert len(list((tmp_path / "spark" / "decisions.parquet").glob("part-*"))) >= 2
    assert here.equals(there)
    assert report(tmp_path / "local") == report(tmp_path / "spark")
    codes = {problem["code"] for problem in report(tmp_path / "spark")["problems"]}
    assert {"S340", "S341", "S351"} <= codes


def test_an_export_without_anybody_gives_an_empty_table(run: Run, spark: None, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "Patient.ndjson").write_text("")
    out = tmp_path / "out"
    answer = run("cohort", source, "--at", AT, "--out", out, "--engine", "spark", "--json")
    assert answer.document["subjects"] == 0
    assert decisions(out / "decisions.parquet").height == 0


# Without Spark ----------------------------------------------------------------------------------


def test_spark_is_refused_what_it_does_not_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "condition_occurrence.csv").write_text("a\n")
    out = tmp_path / "out"
    answer = run("cohort", tmp_path, "--at", AT, "--out", out, "--engine", "spark", "--json")
    assert (answer.status, answer.document["error"]["code"]) == (2, "S324")


def test_an_engine_that_is_not_known_is_refused(run: Run, folder: Path, tmp_path: Path) -> None:
    answer = run("cohort", folder, "--at", AT, "--out", tmp_path, "--engine", "flink", "--json")
    assert (answer.status, answer.document["error"]["code"]) == (2, "I244")


def test_without_spark_the_engine_says_what_to_install(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyspark.errors", None)
    answer = run("cohort", folder, "--at", AT, "--out", tmp_path, "--engine", "spark", "--json")
    assert (answer.status, answer.document["error"]["code"]) == (2, "I243")
    assert "veinway[spark]" in answer.document["error"]["todo"]
