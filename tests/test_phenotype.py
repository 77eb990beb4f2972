"""Who has a clot by each definition: worked examples, the code lists, and the command."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from command_line import Run
from fhir_snippets import CM, DAY, SNOMED, condition, medicine, observation, patient, resource
from test_schemas import problems
from veinway.care.facts.chest_tests import ctpa_result, scintigraphy_result
from veinway.care.facts.tests import scan_result
from veinway.care.phenotypes.all import OUTCOMES, PHENOTYPES
from veinway.care.phenotypes.scans import POSITIVE
from veinway.care.sources import PRODUCT
from veinway.engine.coded import ALWAYS, Beside, Coded, CodedPerson, Frame
from veinway.engine.phenotypes import judge
from veinway.language.errors import DefinitionError
from veinway.language.phenotypes import phenotype
from veinway.language.sources import Tag
from veinway.language.values import Truth
from veinway.records.codes import OWN_SYSTEM, load_codes
from veinway.records.documents import load_yaml
from veinway.records.listed_codes import bare
from veinway.records.phenotype_codes import code_name, groups_of, phenotype_codes

CASES = Path(__file__).parents[1] / "cases" / "phenotypes" / "people.yaml"
SYSTEMS = {
    "icd10": "http://hl7.org/fhir/sid/icd-10",
    "icd10cm": CM,
    "snomed": SNOMED,
    "read2": "http://read.info/readv2",
}
SAID = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: "possible"}
BY_KEY = {each.key: each for each in PHENOTYPES}


# Worked examples ----------------------------------------------------------------------------------


def number(day: str) -> int:
    return (date.fromisoformat(day) - date(1970, 1, 1)).days


def days(written: str | list[str]) -> tuple[int, int]:
    if not written:
        return ALWAYS
    first, last = (written, written) if isinstance(written, str) else written
    return number(first), number(last)


def coded(system: str, code: str, day: str | list[str], *marks: str) -> Coded:
    name, groups = code_name(SYSTEMS[system], code), groups_of(SYSTEMS[system], code)
    sure = Truth.UNKNOWN if "provisional" in marks else Truth.YES
    return Coded(name, *days(day), sure, groups, Truth.YES if "main" in marks else Truth.NO)


def beside(what: Any, day: str | list[str], end: str = "") -> Beside:
    return Beside(what, *days(day), ends=days(end) if end else None)


def examples() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load_yaml(CASES.read_text("utf-8"), CASES.name)["cases"]
    return found


@pytest.mark.parametrize("case", examples(), ids=lambda case: case["id"])
def test_a_definition_counts_whom_the_reference_says(case: dict[str, Any]) -> None:
    codes = [coded(*each) for each in case["codes"]]
    seen = number(case["seen_from"]) if "seen_from" in case else min(code.first for code in codes)
    who = CodedPerson("a", codes, [beside(*each) for each in case.get("beside", ())], seen)
    period = days(case["period"]) if "period" in case else ALWAYS
    held = frozenset(case["held"]) if "held" in case else Frame().held
    frame = Frame(period, held, case.get("strict", False))
    said = {key: SAID[judge(BY_KEY[key], who, frame).truth] for key in case["expect"]}
    assert said == case["expect"]


# The definitions and their lists ------------------------------------------------------------------


def test_every_definition_counts_groups_that_its_list_has_and_every_key_is_its_own() -> None:
    groups: dict[str, set[str]] = {}
    for row in phenotype_codes():
        groups.setdefault(row.concept, set()).add(row.means)
    for each in PHENOTYPES:
        named = {*each.groups, *(each.clean.groups if each.clean else ())}
        named |= set(each.recurrence.groups) if each.recurrence else set()
        assert named <= groups[each.codes], each.key
    assert len(BY_KEY) == len(PHENOTYPES)
    assert {each.outcome for each in PHENOTYPES} == {each.key for each in OUTCOMES}
    assert {each.standard for each in OUTCOMES} - {""} <= BY_KEY.keys()


def test_our_own_definitions_are_local_choices_and_published_ones_name_what_was_read() -> None:
    assert {each.source.tag for each in PHENOTYPES if each.body == "Veinway"} == {Tag.LOCAL}
    published = [each for each in PHENOTYPES if each.source.tag is Tag.CONFIRMED]
    assert {each.source.source for each in published}.isdisjoint({PRODUCT})
    assert len(published) > 10


def test_every_code_of_a_definition_is_read_from_records() -> None:
    read = [(row.system, bare(row.code), row.descendants) for row in load_codes()]
    lost = {
        (row.system, row.code)
        for row in phenotype_codes()
        if row.system != OWN_SYSTEM
        and not any(
            system == row.system
            and (bare(row.code) == code or (below and bare(row.code).startswith(code)))
            for system, code, below in read
        )
        # Read by the finer codes that stand for it.
        and not any(system == row.system and code.startswith(bare(row.code)) for system, code, _ in read)
    }
    assert lost == set()


def test_the_lists_say_where_each_code_comes_from_and_name_none_twice() -> None:
    rows = phenotype_codes()
    assert len({(row.concept, row.system, row.code) for row in rows}) == len(rows)
    assert all(row.display and row.means and row.origin and row.licence and row.date for row in rows)


def test_of_nested_codes_the_longest_speaks_and_a_longer_code_of_no_class_is_another() -> None:
    who = SYSTEMS["icd10"]
    assert groups_of(who, "I80.1")["bhf-ccu002-02"].name == "dvt_listed"
    assert groups_of(who, "I80.0")["bhf-ccu002-02"].name == "dvt_queried"
    assert "own" not in groups_of(CM, "I26.999")
    assert groups_of("urn:oid:2.16.840.1.113883.6.90", "I82.412")["own"].name == "leg_dvt"


def test_the_results_that_show_a_clot_are_options_of_a_scan() -> None:
    facts = (scan_result, ctpa_result, scintigraphy_result)
    options = {option for fact in facts for option in fact.option_keys()}
    assert set(POSITIVE) <= options


@pytest.mark.parametrize("wrong", [{"groups": []}, {"groups": ["pe"], "needs": [[]]}])
def test_a_definition_that_counts_nobody_is_refused(wrong: dict[str, Any]) -> None:
    about = {"outcome": "pe", "body": "B", "codes": "own", "source": PRODUCT.at("a test", Tag.LOCAL)}
    with pytest.raises(DefinitionError, match="D225"):
        phenotype("a", "A", **about, **wrong)


# Records ------------------------------------------------------------------------------------------

STAY = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "IMP"}
WHO = SYSTEMS["icd10"]


def encounter(*ranked: tuple[str, int | None]) -> dict[str, Any]:
    named = [
        {"condition": {"reference": f"Condition/{name}"}} | ({"rank": rank} if rank else {})
        for name, rank in ranked
    ]
    return resource("Encounter", id="e", status="finished", **{"class": STAY}, diagnosis=named)


def written(folder: Path, *people: tuple[str, list[dict[str, Any]]]) -> Path:
    """A folder of NDJSON, with these resources of these people."""
    folder.mkdir()
    lines: dict[str, list[str]] = {"Patient": []}
    for person, resources in people:
        lines["Patient"].append(json.dumps(patient(id=person)))
        for place, each in enumerate(resources):
            mine = each | {"subject": {"reference": f"Patient/{person}"}}
            mine["id"] = f"{person}-{each['id'] if each['id'] != 'x' else place}"
            lines.setdefault(each["resourceType"], []).append(json.dumps(mine))
    for kind, of_kind in lines.items():
        (folder / f"{kind}.ndjson").write_text("\n".join(of_kind) + "\n")
    return folder


def by_key(answer: dict[str, Any]) -> dict[str, Any]:
    return {each["key"]: each for outcome in answer["outcomes"] for each in outcome["definitions"]}


def scan(**more: Any) -> dict[str, Any]:
    shown = {"coding": [{"system": "https://veinway.org/fhir/option", "code": "dvt_proximal"}]}
    own = {"coding": [{"system": OWN_SYSTEM, "code": "leg-vein-scan"}]}
    return observation(own, valueCodeableConcept=shown, **more)


@pytest.fixture
def hospital(tmp_path: Path) -> Path:
    refuted = {"coding": [{"code": "refuted"}]}
    provisional = {"coding": [{"code": "provisional"}]}
    given = {"status": "completed", "effectiveDateTime": DAY, "authoredOn": None}
    stays = encounter(("main-c", 1), ("main-d", 2))
    return written(
        tmp_path / "hospital",
        ("main", [condition("I80.2", WHO, id="c"), condition("I26.9", WHO, id="d"), stays]),
        ("given", [condition("I80.2", WHO), medicine("MedicationAdministration", **given), scan()]),
        ("ordered", [condition("I80.2", WHO), medicine()]),
        ("refuted", [condition("I80.2", WHO, verificationStatus=refuted)]),
        ("provisional", [condition("I80.2", WHO, verificationStatus=provisional)]),
        ("superficial", [condition("I80.0", WHO)]),
        ("year", [condition("I80.2", WHO, onsetDateTime="2024")]),
        ("healthy", []),
    )


def test_records_are_counted_with_what_is_certain_and_what_is_possible(
    run: Run, hospital: Path, tmp_path: Path
) -> None:
    rows = tmp_path / "people.csv"
    answer = run("phenotype", hospital, "--period", "2024-03", "--out", rows, "--json").document
    assert problems("phenotype", answer) == []
    found = by_key(answer)
    assert answer["persons"] == 8
    assert answer["persons_with_a_code"] == 6
    # Certain: main, given and ordered; possible: the provisional one and that of some day of the year.
    assert found["veinway_dvt_possible"]["persons"] == [3, 5]
    assert found["veinway_dvt_probable"]["persons"] == [2, 3]
    # The source has no procedures at all, so that one may have confirmed the others.
    assert found["veinway_dvt_confirmed"]["persons"] == [1, 3]
    assert found["veinway_pe_probable"]["persons"] == [0, 0]
    assert found["bhf_dvt_queried"]["persons"] == [4, 6]
    strictly = run("phenotype", hospital, "--period", "2024-03", "--strict", "--json").document
    assert by_key(strictly)["veinway_dvt_probable"]["persons"] == [2, 5]
    assert {each["why"]: each["persons"] for each in found["veinway_dvt_possible"]["unsure"]} == {
        "code": 1,
        "period": 1,
    }
    lines = {line["person"]: line for line in csv.DictReader(rows.read_text("utf-8").splitlines())}
    assert lines["ordered"]["veinway_dvt_probable"] == "possible"
    assert lines["main"]["veinway_dvt_probable"] == "yes"
    assert lines["superficial"]["opensafely_outcomes_dvt_day"] == "2024-03-01"


def test_who_is_counted_by_one_and_not_by_another_is_explained_by_the_code(
    run: Run, hospital: Path
) -> None:
    answer = run("phenotype", hospital, "--json").document
    dvt = next(each for each in answer["outcomes"] if each["key"] == "dvt")
    pair = {"counted_by": "bhf_dvt_queried", "not_by": "veinway_dvt_possible"}
    found = [each for each in dvt["differences"] if pair.items() <= each.items()]
    assert [(each["persons"], each["reasons"][0]["code"]) for each in found] == [(1, "ICD-10 I80.0")]
    both = {tuple(each["definitions"]): each["persons"] for each in dvt["overlap"]}
    assert both["veinway_dvt_possible", "bhf_dvt_queried"] == [4, 5]


def test_a_kind_of_record_that_a_source_has_none_of_leaves_everything_open(
    run: Run, tmp_path: Path
) -> None:
    source = written(tmp_path / "codes", ("a", [condition("I26.9", WHO)]))
    answer = run("phenotype", source, "--json").document
    assert not any(answer["held"].values())
    assert by_key(answer)["veinway_pe_confirmed"]["persons"] == [0, 1]
    assert "this source has none that is read here" in " ".join(run("phenotype", source).out.split())


def test_the_page_says_for_whom_it_is_what_is_wrong_and_what_is_not_read(
    run: Run, hospital: Path
) -> None:
    text = " ".join(run("phenotype", hospital).out.split())
    assert "For people who count clots in records" in text
    assert "no clinician has signed off" in text
    assert "a clot of a superficial vein counts as DVT" in text
    assert "certificates are not read" in text
    assert "Knowledge edition" in text


def test_definitions_are_held_against_what_is_true_of_made_up_people(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "treated"
    run("synthesise", "--patients", 40, "--seed", 3, "--out", folder, "--what", "treated", "--json")
    truth = folder / "truth_clots.parquet"
    answer = run("phenotype", folder, "--truth", truth, "--json").document
    assert problems("phenotype", answer) == []
    held = {each["definition"]: each for each in answer["agreement"]}
    true = pl.read_parquet(truth)
    assert held["veinway_vte_possible"]["true"] == true["person"].n_unique() == 35
    assert held["veinway_vte_possible"]["precision"] == held["veinway_vte_possible"]["recall"] == 1
    assert held["opensafely_vaccinated_pe"]["recall"] == 0
    assert "precision" in run("phenotype", folder, "--truth", truth).out


def test_what_is_known_to_go_wrong_with_codes_costs_published_definitions_precision(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "coded"
    run("synthesise", "--patients", 300, "--seed", 3, "--out", folder, "--what", "coded", "--json")
    period = ("--period", "2025-04..2026-03")
    answer = run(
        "phenotype", folder, *period, "--truth", folder / "truth_clots.parquet", "--json"
    ).document
    held = {each["definition"]: each for each in answer["agreement"]}
    assert held["veinway_dvt_confirmed"]["precision"] == held["veinway_dvt_incident"]["precision"] == 1
    assert held["bhf_dvt_queried"]["precision"] < held["bhf_dvt_listed"]["precision"]
    assert held["opensafely_vaccinated_dvt"]["precision"] < held["veinway_dvt_possible"]["precision"]
    assert answer["held"]["main diagnoses of stays in hospital"] is True


def test_another_file_is_no_truth_and_a_period_that_is_none_is_refused(
    run: Run, hospital: Path, tmp_path: Path
) -> None:
    other = hospital / "Patient.ndjson"
    assert run("phenotype", hospital, "--truth", other, "--json").document["error"]["code"] == "S309"
    missing = hospital / "truth.parquet"
    error = run("phenotype", hospital, "--truth", missing, "--json").document["error"]
    assert (error["code"], error["where"]) == ("S309", str(missing))
    assert "there is no file of this name" in error["what"]
    assert "Error" not in json.dumps(error)
    lacking = tmp_path / "lacking.parquet"
    pl.DataFrame({"person": ["a"]}).write_parquet(lacking)
    error = run("phenotype", hospital, "--truth", lacking, "--json").document["error"]
    assert "it lacks a column" in error["what"]
    assert run("phenotype", hospital, "--period", "soon", "--json").document["error"]["code"] == "I246"
