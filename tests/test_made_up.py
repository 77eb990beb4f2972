"""Made-up patients: the same every time, valid as records, and true to what they claim."""

from __future__ import annotations

import csv
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

from veinway.care.knowledge import KNOWLEDGE
from veinway.language import Choice, DateFact, Measure, YesNo
from veinway.language.errors import InputError
from veinway.made_up import Summary, synthesise
from veinway.made_up import codes as made_up_codes
from veinway.made_up.cohort import _Maker
from veinway.made_up.d_dimer import FORMS, report
from veinway.made_up.fhir import FACT, LOINC, SNOMED, TYPES
from veinway.made_up.misleading import TRICKS
from veinway.made_up.truth import (
    Operation,
    WellsFindings,
    completed_years,
    conclusion,
    d_dimer_class,
    route,
    wells_band,
    wells_total,
)
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


# The truth, against the worked examples of the reference -------------------------------------------

_ALL_NINE = WellsFindings(
    active_cancer=True,
    paralysis_paresis_or_cast=True,
    bedridden_days=3,
    deep_vein_tenderness=True,
    entire_leg_swollen=True,
    calf_difference_mm=30,
    pitting_oedema_confined=True,
    collateral_superficial_veins=True,
    previous_dvt=True,
)


@pytest.mark.parametrize(
    ("example", "found", "total", "band"),
    [
        ("W-01", WellsFindings(deep_vein_tenderness=True, calf_difference_mm=30), 2, "likely"),
        ("W-02", WellsFindings(deep_vein_tenderness=True, calf_difference_mm=29), 1, "unlikely"),
        (
            "W-03",
            WellsFindings(
                active_cancer=True,
                entire_leg_swollen=True,
                calf_difference_mm=40,
                pitting_oedema_confined=True,
                alternative_as_likely=True,
            ),
            2,
            "likely",
        ),
        ("W-04", WellsFindings(deep_vein_tenderness=True, previous_dvt=True), 2, "likely"),
        ("W-05", WellsFindings(alternative_as_likely=True), -2, "unlikely"),
        ("W-06", _ALL_NINE, 9, "likely"),
        ("W-07", WellsFindings(bedridden_days=3, paralysis_paresis_or_cast=True), 2, "likely"),
        ("W-08", WellsFindings(operations=(Operation(84, True, "general"),)), 1, "unlikely"),
        ("W-08", WellsFindings(operations=(Operation(85, True, "general"),)), 0, "unlikely"),
        ("W-11", WellsFindings(deep_vein_tenderness=True), 1, "unlikely"),
    ],
)
def test_the_truth_scores_the_worked_examples(
    example: str, found: WellsFindings, total: int, band: str
) -> None:
    assert (wells_total(found), wells_band(wells_total(found))) == (total, band), example


@pytest.mark.parametrize(("positive", "bands"), [(3, {"likely", "unlikely"}), (4, {"likely"})])
def test_an_open_alternative_leaves_both_bands_with_three_points_and_one_with_four(
    positive: int, bands: set[str]
) -> None:
    """W-09 and W-10."""
    names = ("deep_vein_tenderness", "entire_leg_swollen", "previous_dvt", "active_cancer")
    items = dict.fromkeys(names[:positive], True)
    reached = {
        wells_band(wells_total(WellsFindings(**items, alternative_as_likely=alternative)))  # type: ignore[arg-type]
        for alternative in (True, False)
    }
    assert reached == bands


def test_a_minor_operation_and_local_anaesthesia_score_nothing() -> None:
    for operation in (Operation(10, False, "general"), Operation(10, True, "local")):
        assert wells_total(WellsFindings(operations=(operation,))) == 0


def test_of_two_symptomatic_legs_the_worse_one_speaks(truth: pl.DataFrame) -> None:
    """W-12."""
    maker, seen = _Maker(7, 0.0, 0.0, 20543), 0
    for number in range(400):
        life = maker.life(number)
        totals = [wells_total(life.wells(leg)) for leg in life.legs]
        seen += len(totals) > 1
        assert totals[0] == max(totals)
        assert totals.count(totals[0]) == 1
    assert seen > 5


@pytest.mark.parametrize(
    ("example", "band", "d_dimer", "scans", "outcome"),
    [
        ("N-01", "likely", "", [], ""),
        ("N-01", "likely", "negative", [(0, "negative_proximal")], "dvt_not_likely"),
        ("N-02", "likely", "positive", [], ""),
        ("N-03", "likely", "positive", [(0, "negative_proximal")], ""),
        (
            "N-03",
            "likely",
            "positive",
            [(7, "negative_proximal"), (0, "negative_proximal")],
            "dvt_not_likely",
        ),
        (
            "D7",
            "likely",
            "positive",
            [(0, "negative_proximal"), (6, "dvt_proximal")],
            "dvt_confirmed",
        ),
        ("D6", "likely", "positive", [(0, "negative_proximal"), (5, "negative_proximal")], ""),
        ("N-04", "unlikely", "positive", [(0, "negative_proximal")], "dvt_not_likely"),
        ("N-05", "unlikely", "", [], ""),
        ("D11", "unlikely", "negative", [], "dvt_not_likely"),
        ("D15", "unlikely", "positive", [(0, "dvt_proximal")], "dvt_confirmed"),
        ("D5", "likely", "", [(0, "dvt_proximal")], "dvt_confirmed"),
        ("D14", "unlikely", "", [(0, "negative_whole_leg")], "dvt_not_likely"),
        ("distal", "likely", "positive", [(0, "dvt_distal_only")], "nice_silent_on_distal_dvt"),
        ("distal", "unlikely", "", [(0, "dvt_distal_only")], ""),
        ("superficial", "likely", "", [(0, "svt_only")], "superficial_vein_thrombosis"),
        ("6.1", "likely", "negative", [(0, "indeterminate")], "further_imaging"),
    ],
)
def test_the_truth_concludes_the_worked_examples(
    example: str, band: str, d_dimer: str, scans: list[tuple[int, str]], outcome: str
) -> None:
    assert conclusion(band, d_dimer, scans) == outcome, example


@pytest.mark.parametrize(
    ("tenths", "age", "expected"),
    [
        (6900, 70, "negative"),
        (7000, 70, "positive"),
        (4999, 50, "negative"),
        (5000, 50, "positive"),
        (5099, 51, "negative"),
        (5000, 30, "positive"),
    ],
)
def test_a_d_dimer_is_negative_strictly_below_the_cut_off(tenths: int, age: int, expected: str) -> None:
    assert d_dimer_class(tenths, tenths, age) == expected


def test_routing_follows_its_order() -> None:
    nothing = dict.fromkeys(YES_NO, False) | {"leg_symptoms": True}
    assert route(nothing, 40, 10_000) == "leg_pathway"
    assert route(nothing | {"chest_symptoms": True}, 40, 10_000) == "pe_pathway"
    both = nothing | {"inpatient": True, "chest_symptoms": True}
    assert route(both, 40, 10_000) == "inpatient_pathway"
    assert route(nothing, 40, 42) == "pregnancy_pathway"
    assert route(nothing, 40, 43) == "leg_pathway"
    assert route(nothing | {"pregnant": True}, 17, 10_000) == "out_of_scope_child"
    assert route(nothing | {"limb_threat": True}, 17, 10_000) == "limb_emergency"


def test_somebody_born_on_a_leap_day_is_a_year_older_on_1_march() -> None:
    def days(year: int, month: int, day: int) -> int:
        return (date(year, month, day) - date(1970, 1, 1)).days

    born = days(2008, 2, 29)
    assert completed_years(born, days(2026, 2, 28)) == 17
    assert completed_years(born, days(2026, 3, 1)) == 18


def test_a_birthday_counts_on_the_day_itself() -> None:
    born = (date(1976, 5, 10) - date(1970, 1, 1)).days
    day = (date(2026, 5, 10) - date(1970, 1, 1)).days
    assert [completed_years(born, day - 1), completed_years(born, day)] == [49, 50]


def test_a_result_below_the_limit_ends_one_grid_step_below_it() -> None:
    micrograms, milligrams, ddu = FORMS[0], FORMS[1], FORMS[4]
    assert report(micrograms, 100) == (270, "<", 0, 2699)
    assert report(milligrams, 3) == (0.27, "<", 0, 2699)
    assert report(milligrams, 53) == (0.53, "", 5300, 5300)
    assert report(ddu, 260) == (260, "", 5200, 5200)
    assert report(micrograms, 20_000) == (10_000, ">", 100_001, 10_000_000)


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
    assert error.value.code == "I240"
    assert error.value.where == next(iter(wrong))


def test_a_folder_that_is_not_empty_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "Patient.ndjson").write_text("somebody's data\n")
    with pytest.raises(InputError, match="not empty"):
        synthesise(5, 1, tmp_path)
    assert (tmp_path / "Patient.ndjson").read_text() == "somebody's data\n"


# Valid records --------------------------------------------------------------------------------------

_REQUIRED = {
    "Patient": (),
    "Condition": ("subject", "code"),
    "Observation": ("status", "code", "subject"),
    "Procedure": ("status", "subject", "code"),
    "MedicationRequest": ("status", "intent", "medicationCodeableConcept", "subject"),
    "MedicationAdministration": (
        "status",
        "medicationCodeableConcept",
        "subject",
        "effectiveDateTime",
    ),
    "Encounter": ("status", "class", "subject"),
    "DiagnosticReport": ("status", "code", "subject"),
    "ServiceRequest": ("status", "intent", "subject", "code"),
}
_STATUS = {
    "Observation": {"final", "preliminary", "entered-in-error"},
    "DiagnosticReport": {"final", "preliminary", "entered-in-error"},
    "Procedure": {"completed"},
    "MedicationRequest": {"active"},
    "MedicationAdministration": {"completed"},
    "Encounter": {"finished"},
    "ServiceRequest": {"completed"},
}


def test_every_resource_has_what_r4_requires(cohort: Summary) -> None:
    for kind in TYPES:
        count = 0
        for resource in resources(cohort.folder, kind):
            count += 1
            assert resource["resourceType"] == kind
            assert 0 < len(resource["id"]) <= 64
            assert not [name for name in _REQUIRED[kind] if name not in resource]
            assert resource.get("status") in _STATUS.get(kind, {None})
            assert not [value for value in resource.values() if value in (None, [], {}, "")]
        assert count == cohort.resources[kind] > 0


def test_every_reference_leads_to_a_patient_and_no_id_is_used_twice(cohort: Summary) -> None:
    people = {patient["id"] for patient in resources(cohort.folder, "Patient")}
    assert len(people) == PATIENTS
    for kind in TYPES[1:]:
        listed = list(resources(cohort.folder, kind))
        named = {resource["subject"]["reference"].removeprefix("Patient/") for resource in listed}
        assert named <= people
        by_id: dict[str, Any] = {}
        for resource in listed:
            assert by_id.setdefault(resource["id"], resource) == resource


def test_an_observation_has_one_value_and_a_quantity_has_a_ucum_code(cohort: Summary) -> None:
    for observation in resources(cohort.folder, "Observation"):
        values = [name for name in observation if name.startswith("value")]
        assert len(values) == ("component" not in observation)
        if values == ["valueQuantity"]:
            amount = observation["valueQuantity"]
            assert amount["system"] == "http://unitsofmeasure.org"
            assert amount["code"]
            assert amount.get("comparator", "<") in ("<", ">")


def test_every_code_that_stands_for_something_is_in_the_code_lists() -> None:
    lists = Path(__file__).parents[1] / "codes"
    expected = {
        "leg-symptoms": made_up_codes.LEG_SYMPTOMS,
        "chest-symptoms": made_up_codes.CHEST_SYMPTOMS,
        "previous-dvt": made_up_codes.PREVIOUS_DVT,
        "active-cancer": made_up_codes.ACTIVE_CANCER,
        "pulmonary-embolism": made_up_codes.PULMONARY_EMBOLISM,
        "pregnant": (made_up_codes.PREGNANT,),
        "injecting-drug-use": (made_up_codes.INJECTING_DRUG_USE,),
        "leg-paralysis": made_up_codes.LEG_PARALYSIS,
        "leg-plaster": made_up_codes.LEG_PLASTER,
        "major-surgery": (made_up_codes.MAJOR_SURGERY,),
        "leg-vein-scan": tuple(made_up_codes.SCAN.values()),
        "leg-vein-scan-request": tuple(made_up_codes.SCAN.values()),
        "oral-anticoagulant": made_up_codes.ANTICOAGULANTS,
        "anticoagulant": (made_up_codes.APIXABAN,),
        "baseline-bloods": made_up_codes.BASELINE_BLOODS,
        "dvt": (made_up_codes.DVT_TODAY,),
        "body-weight": (made_up_codes.MEASURED["body_weight"],),
        "body-height": (made_up_codes.MEASURED["body_height"],),
        "creatinine": tuple(made_up_codes.CREATININE.values()),
        "d-dimer": tuple((LOINC, form.loinc) for form in FORMS),
    }
    for concept, wanted in expected.items():
        with (lists / f"{concept}.csv").open() as file:
            rows = list(csv.DictReader(file))
        for system, code in wanted:
            assert any(stands_for(row, system, code) for row in rows), f"{concept} lacks {code}"


def stands_for(row: dict[str, str], system: str, code: str) -> bool:
    """Whether a line of a code list means this code, itself or as one of its descendants."""
    below = row["descendants"] == "yes" and code.startswith(row["code"])
    return row["system"] == system and (row["code"] == code or below)


# True to what they claim ----------------------------------------------------------------------------


def test_the_truth_has_every_fact_that_the_rules_look_at() -> None:
    for key, fact in KNOWLEDGE.facts.items():
        if isinstance(fact, YesNo):
            assert key in YES_NO
        elif isinstance(fact, Measure | DateFact):
            assert key in NUMBERS
        else:
            assert isinstance(fact, Choice)
            assert key == "sex_at_birth"
    outcomes = {row.then.key for row in KNOWLEDGE.tables["suspected_dvt_nice_conclusion"].rows}
    assert outcomes == {
        "dvt_confirmed",
        "dvt_not_likely",
        "further_imaging",
        "nice_silent_on_distal_dvt",
        "superficial_vein_thrombosis",
    }


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
    maker, seen = _Maker(11, 1.0, 0.0, 20543), 0
    for number in range(3000):
        _, row = maker.patient(number)
        positive = any(scan["result"] == "dvt_proximal" for scan in row["scans"])
        if positive and row["d_dimer_class"] == "negative":
            seen += 1
            assert not {"leg_scan", "leg_scan.result"} & set(row["hidden"])
    assert seen > 5


def test_an_answer_about_time_agrees_with_the_times_of_request_and_result() -> None:
    maker = _Maker(5, 0.0, 0.0, 20543)
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
    maker, same_day = _Maker(5, 0.0, 0.0, 20543), Counter[str]()
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
    maker = _Maker(1, 0.0, 0.0, 20543)
    first = {maker._stream(number, purpose).random() for number in range(50) for purpose in range(3)}
    assert len(first) == 150
    assert maker._stream(0, 0).random() == Random(1 << 34).random()
