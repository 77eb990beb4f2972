"""Made-up patients: the same every time, valid as records, and true to what they claim."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest

from veinway.care.facts.findings import anticoagulation_contraindicated
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.suspected_dvt.embolism import embolism_is_open
from veinway.care.suspected_dvt.patients import is_unstable
from veinway.language import Choice, DateFact, Measure, YesNo
from veinway.language.errors import InputError
from veinway.language.knowledge import facts_of
from veinway.made_up import Summary, synthesise
from veinway.made_up.cohort import Maker
from veinway.made_up.fhir import FACT, SNOMED, TYPES
from veinway.made_up.misleading import TRICKS
from veinway.made_up.truth import wells_total
from veinway.made_up.truth_table import NUMBERS, YES_NO
from veinway.records.profile import read_profile

PATIENTS = 3000


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    """One cohort that most tests read."""
    return synthesise(PATIENTS, 7, tmp_path_factory.mktemp("made_up") / "cohort", misleading=0.2)


@pytest.fixture(scope="module")
def truth(cohort: Summary) -> pl.DataFrame:
    return pl.read_parquet(cohort.truth)


def resources(folder: Path, kind: str) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob(f"{kind}.*ndjson")):
        yield from map(json.loads, file.read_text().splitlines())


# The same every time --------------------------------------------------------------------------------


def content(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_a_seed_always_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two, other = tmp_path / "one", tmp_path / "two", tmp_path / "other"
    synthesise(150, 3, one)
    synthesise(150, 3, two)
    synthesise(150, 4, other)
    assert content(one) == content(two)
    assert content(one)["Observation.ndjson"] != content(other)["Observation.ndjson"]


def test_the_size_of_the_files_changes_no_patient(tmp_path: Path) -> None:
    whole, split = tmp_path / "whole", tmp_path / "split"
    synthesise(150, 3, whole)
    synthesise(150, 3, split, patients_per_file=40)
    for kind in TYPES:
        parts = sorted(split.glob(f"{kind}.*.ndjson"))
        assert len(parts) == 4
        assert b"".join(part.read_bytes() for part in parts) == (whole / f"{kind}.ndjson").read_bytes()
    assert (whole / "truth.parquet").read_bytes() == (split / "truth.parquet").read_bytes()


def test_more_patients_and_other_rates_keep_the_truth_of_a_patient(tmp_path: Path) -> None:
    few, many = tmp_path / "few", tmp_path / "many"
    synthesise(60, 3, few, missing=0.0, misleading=0.0)
    synthesise(90, 3, many, missing=0.6, misleading=0.0)
    one, two = pl.read_parquet(few / "truth.parquet"), pl.read_parquet(many / "truth.parquet")
    assert one.drop("hidden").equals(two.head(60).drop("hidden"))


def test_compressed_files_hold_the_same_lines(tmp_path: Path) -> None:
    plain, packed = tmp_path / "plain", tmp_path / "packed"
    synthesise(50, 3, plain)
    synthesise(50, 3, packed, compress=True)
    for kind in TYPES:
        written = (packed / f"{kind}.ndjson.gz").read_bytes()
        assert gzip.decompress(written) == (plain / f"{kind}.ndjson").read_bytes()
        assert written[3:8] == bytes(5), "no name and no time, so that equal content is equal bytes"


def test_progress_ends_with_all_patients(tmp_path: Path) -> None:
    seen: list[int] = []
    synthesise(30, 3, tmp_path / "out", progress=seen.append)
    assert seen[-1] == 30


@pytest.mark.parametrize(
    "wrong", [{"patients": 0}, {"seed": -1}, {"missing": 1.5}, {"misleading": -0.1}]
)
def test_an_argument_out_of_range_is_named(tmp_path: Path, wrong: dict[str, Any]) -> None:
    arguments: dict[str, Any] = {"patients": 5, "seed": 1, "out": tmp_path / "out", **wrong}
    with pytest.raises(InputError) as error:
        synthesise(**arguments)
    assert error.value.code == "I242"
    assert error.value.where == next(iter(wrong))


def test_a_folder_that_is_not_empty_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "Patient.ndjson").write_text("somebody's data\n")
    with pytest.raises(InputError, match="not empty"):
        synthesise(5, 1, tmp_path)
    assert (tmp_path / "Patient.ndjson").read_text() == "somebody's data\n"


# True to what they claim ----------------------------------------------------------------------------


def test_the_truth_has_every_fact_that_the_first_mile_looks_at() -> None:
    scores = [score for key, score in KNOWLEDGE.scores.items() if key.startswith("wells_dvt")]
    # The made-up are neither in shock nor short of breath by measure: what asks that has its own truth.
    elsewhere = facts_of(is_unstable, embolism_is_open, anticoagulation_contraindicated)
    other = {fact.key for fact in elsewhere} - {*YES_NO, *NUMBERS, "sex_at_birth"}
    for fact in facts_of(KNOWLEDGE.steps["suspected_dvt_nice"], *scores):
        if fact.key in other:
            continue
        if isinstance(fact, YesNo):
            assert fact.key in YES_NO
        elif isinstance(fact, Measure | DateFact):
            assert fact.key in NUMBERS
        else:
            assert isinstance(fact, Choice)
            assert fact.key == "sex_at_birth"
    outcomes = {row.then.key for row in KNOWLEDGE.tables["suspected_dvt_nice_conclusion"].rows}
    assert outcomes == {
        "dvt_confirmed",
        "dvt_not_likely",
        "further_imaging",
        "nice_silent_on_distal_dvt",
        "superficial_vein_thrombosis",
    }


def test_of_two_symptomatic_legs_the_worse_one_speaks() -> None:
    """W-12."""
    maker, seen = Maker(7, 0.0, 0.0, 20543), 0
    for number in range(400):
        life = maker.life(number)
        totals = [wells_total(life.wells(leg)) for leg in life.legs]
        seen += len(totals) > 1
        assert totals[0] == max(totals)
        assert totals.count(totals[0]) == 1
    assert seen > 5


def test_every_branch_of_the_pathway_is_visited(truth: pl.DataFrame) -> None:
    assert set(truth["outcome"].drop_nulls()) == {
        "",
        "dvt_confirmed",
        "dvt_not_likely",
        "further_imaging",
        "nice_silent_on_distal_dvt",
        "superficial_vein_thrombosis",
    }
    assert len(set(truth["route"])) == 9
    assert set(truth["misleading"]) == {"", *TRICKS}
    assert set(truth["wells_total"].drop_nulls()) >= set(range(-2, 7))


def test_facts_are_missing_at_the_chosen_rate(truth: pl.DataFrame) -> None:
    everybody = Counter(key for hidden in truth["hidden"] for key in hidden)
    for key in ("active_cancer", "previous_dvt", "deep_vein_tenderness", "surgery", "birth_date"):
        assert everybody[key] / PATIENTS == pytest.approx(0.3, abs=0.04), key
    tested = truth.filter(pl.col("d_dimer.low").is_not_null() & (pl.col("misleading") == ""))
    hidden = tested["hidden"].list.contains("d_dimer").mean()
    assert hidden == pytest.approx(0.3, abs=0.04)


def test_about_as_many_records_mislead_as_was_asked_for(truth: pl.DataFrame) -> None:
    assert (truth["misleading"] != "").mean() == pytest.approx(0.2, abs=0.03)


def test_a_hidden_fact_is_absent_from_the_record_and_never_no(
    cohort: Summary, truth: pl.DataFrame
) -> None:
    hidden = {row["person"]: set(row["hidden"]) for row in truth.iter_rows(named=True)}
    tricked = set(truth.filter(pl.col("misleading") == "wrong_side")["person"])
    for observation in resources(cohort.folder, "Observation"):
        coding = observation["code"]["coding"][0]
        person = observation["subject"]["reference"].removeprefix("Patient/")
        if coding["system"] == FACT and person not in tricked:
            assert coding["code"] not in hidden[person]
    cancers = {row["person"] for row in truth.iter_rows(named=True) if "active_cancer" in row["hidden"]}
    for condition in resources(cohort.folder, "Condition"):
        person = condition["subject"]["reference"].removeprefix("Patient/")
        is_cancer = (SNOMED, "363346000") == tuple(condition["code"]["coding"][0].values())
        if is_cancer and person in cancers and "clinicalStatus" in condition:
            assert condition["clinicalStatus"]["coding"][0]["code"] == "resolved"


def test_what_a_reader_may_presume_absent_is_never_hidden_when_present(truth: pl.DataFrame) -> None:
    for key in ("inpatient", "injects_drugs", "on_therapeutic_anticoagulation"):
        present = truth.filter(pl.col(key))
        assert len(present) > 10
        assert not present["hidden"].list.contains(key).any()


def test_a_positive_scan_that_nothing_asked_for_is_never_hidden() -> None:
    maker, seen = Maker(11, 1.0, 0.0, 20543), 0
    for number in range(3000):
        _, row = maker.patient(number)
        positive = any(scan["result"] == "dvt_proximal" for scan in row["scans"])
        if positive and row["d_dimer_class"] == "negative":
            seen += 1
            assert not {"leg_scan", "leg_scan.result"} & set(row["hidden"])
    assert seen > 5


def test_an_answer_about_time_agrees_with_the_times_of_request_and_result() -> None:
    maker = Maker(5, 0.0, 0.0, 20543)
    for number in range(500):
        life = maker.life(number)
        if life.scan_requested is not None:
            in_time = life.scans[0].issued - life.scan_requested <= 240
            assert in_time == life.yes["scan_obtainable_in_4_hours"]
        if life.d_dimer is not None:
            in_time = life.d_dimer.issued - life.d_dimer.requested <= 240
            assert in_time == life.yes["d_dimer_obtainable_in_4_hours"]


def test_what_follows_the_suspicion_on_its_day_does_not_come_before_it() -> None:
    """The interim dose and the admission of the same day are traps for a reader that compares days."""
    maker, same_day = Maker(5, 0.0, 0.0, 20543), Counter[str]()
    for number in range(1500):
        life = maker.life(number)
        for name, minute, key in (
            ("dose", life.interim_dose, "on_therapeutic_anticoagulation"),
            ("admission", life.admitted, "inpatient"),
        ):
            if minute is not None:
                same_day[name] += minute // 1440 == life.day
                assert minute > life.index
                assert not life.yes[key]
    assert same_day["dose"] > 100
    assert same_day["admission"] > 5


def test_a_cohort_without_gaps_says_that_silence_about_operations_means_none(tmp_path: Path) -> None:
    synthesise(5, 1, tmp_path / "whole", missing=0.0)
    synthesise(5, 1, tmp_path / "gaps", missing=0.1)
    profile = read_profile(tmp_path / "whole" / "veinway.toml", KNOWLEDGE)
    assert list(profile.coverage) == ["surgery"]
    assert not (tmp_path / "gaps" / "veinway.toml").exists()


def test_nothing_of_an_honest_record_is_later_than_at(tmp_path: Path) -> None:
    at = date(2025, 1, 15)
    summary = synthesise(300, 2, tmp_path / "out", misleading=0.0, at=at)
    for kind in TYPES[1:]:
        for resource in resources(summary.folder, kind):
            written = [value for name, value in resource.items() if name in _DATES]
            assert all(value[:10] <= at.isoformat() for value in written)


_DATES = (
    "onsetDateTime",
    "recordedDate",
    "effectiveDateTime",
    "issued",
    "authoredOn",
    "performedDateTime",
)


def test_streams_of_a_patient_do_not_overlap() -> None:
    maker = Maker(1, 0.0, 0.0, 20543)
    first = {maker.stream(number, purpose).random() for number in range(50) for purpose in range(3)}
    assert len(first) == 150
    assert maker.stream(0, 0).random() == Random(1 << 34).random()
