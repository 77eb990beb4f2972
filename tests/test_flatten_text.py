"""Lines that are left out by their text are those that no rule needs, and no others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from fhir_snippets import CM, DAY, LOINC, OWN, SNOMED, concept, condition, observation, patient
from test_flatten_plain import both_ways
from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.language.chosen import chosen
from veinway.made_up import synthesise
from veinway.records import flatten_shapes
from veinway.records.flatten import flatten
from veinway.records.flatten_program import Group
from veinway.records.flatten_text import lines_sql
from veinway.records.looks import needed_concepts
from veinway.records.sources import open_source

Resource = dict[str, Any]
LOOKED_THROUGH = "read_json_objects"
EPISODE = DIAGNOSIS.episodes[0]


def compact(*resources: Resource | str) -> str:
    texts = (r if isinstance(r, str) else json.dumps(r, separators=(",", ":")) for r in resources)
    return "".join(f"{text}\n" for text in texts)


def lines_of(group: Group) -> str:
    with duckdb.connect() as connection:
        return lines_sql(connection, group, None)


def exported(folder: Path, kind: str, needed: str, irrelevant: Resource) -> Path:
    """A file with some lines among many of which no rule needs one."""
    rest = compact(*(irrelevant | {"id": f"n-{number}"} for number in range(400)))
    (folder / f"{kind}.ndjson").write_text(rest + needed + rest, encoding="utf-8")
    (folder / "Patient.ndjson").write_text(compact(patient()), encoding="utf-8")
    query = lines_of(Group(kind, True, [str(folder / f"{kind}.ndjson")], 0))
    assert LOOKED_THROUGH in query
    return folder


CHOLESTEROL = observation("2093-3", valueQuantity={"value": 181.2, "unit": "mg/dL"})
OBSERVATIONS: dict[str, Resource | str] = {
    "needed": observation("8867-4"),
    "needed, of our own": observation(concept("body_weight", OWN)),
    "needed for the third of its codes": observation(
        {
            "coding": [
                {"system": SNOMED, "code": "1"},
                {},
                {"system": LOINC, "code": "8867-4"},
            ]
        }
    ),
    "needed for a component": observation("1", component=[{"code": concept("8480-6")}]),
    "a code with an escaped letter": compact(observation("8867-4")).replace("8867-4", "8867\\u002d4"),
    "a code written with spaces": json.dumps(observation("8867-4")),
    "a type that does not stand first": compact({"id": "1", "code": concept("1")} | CHOLESTEROL),
    "another type": condition(),
    "an unknown type": CHOLESTEROL | {"resourceType": "Observatio"},
    "of nobody": CHOLESTEROL | {"subject": None},
    "of a patient named in another way": CHOLESTEROL | {"subject": {"identifier": {"value": "1"}}},
    "no JSON": "{",
    "not an object": "[1]",
}


@pytest.mark.parametrize("line", OBSERVATIONS.values(), ids=OBSERVATIONS)
def test_what_a_line_says_is_the_same_among_many_that_no_rule_needs(
    tmp_path: Path, line: Resource | str
) -> None:
    needed = line if isinstance(line, str) else compact(line)
    both_ways(exported(tmp_path, "Observation", needed.rstrip("\n") + "\n", CHOLESTEROL))


DIAGNOSES = ("I80.2", "I802", "i80.2", "I.802")


@pytest.mark.parametrize("code", DIAGNOSES)
def test_a_code_of_a_classification_is_found_however_it_is_written(tmp_path: Path, code: str) -> None:
    entries, _, _ = both_ways(
        exported(tmp_path, "Condition", compact(condition(code, CM)), condition("J06.9", CM))
    )
    assert entries == 2


def test_a_file_of_which_most_lines_are_needed_is_taken_apart_as_a_whole(tmp_path: Path) -> None:
    synthesise(50, 1, tmp_path)
    query = lines_of(Group("Observation", True, [str(tmp_path / "Observation.ndjson")], 0))
    assert LOOKED_THROUGH not in query


def test_only_the_files_with_few_needed_lines_are_looked_through(tmp_path: Path) -> None:
    few, many = tmp_path / "Observation.few.ndjson", tmp_path / "Observation.many.ndjson"
    few.write_text(compact(*[CHOLESTEROL] * 100))
    many.write_text(compact(*[observation("8867-4")] * 100))
    files = [str(file) for file in (few, many, few, few)]
    parts = lines_of(Group("Observation", True, files, 5)).split(" UNION ALL ")
    assert [LOOKED_THROUGH in part for part in parts] == [True, False, True]
    assert [f"file_index + {first})" in part for first, part in zip((5, 6, 7), parts, strict=True)] == [
        True
    ] * 3


def read(folder: Path, concepts: frozenset[str] | None) -> set[tuple[str, str]]:
    """The system and code of every way of recording that is read."""
    with duckdb.connect() as connection:
        flatten(connection, open_source(folder), evidence=False, concepts=concepts)
        ways = "SELECT system, code FROM way SEMI JOIN entry USING (shape) WHERE kind <> 'patient'"
        return set(connection.execute(ways).fetchall())


def test_only_codes_that_the_rules_look_at_are_read_and_our_own_always_are(tmp_path: Path) -> None:
    (tmp_path / "Observation.ndjson").write_text(
        compact(
            observation("718-7", effectiveDateTime=DAY),
            observation("8867-4"),
            observation(concept("body_weight", OWN)),
        )
    )
    (tmp_path / "Patient.ndjson").write_text(compact(patient()))
    haemoglobin, pulse, own = (LOINC, "718-7"), (LOINC, "8867-4"), (OWN, "body_weight")
    assert read(tmp_path, None) == {haemoglobin, pulse, own}
    assert read(tmp_path, needed_concepts(DIAGNOSIS, EPISODE)) == {pulse, own}
    wells = chosen(DIAGNOSIS, ["wells_dvt_1997"])
    assert haemoglobin not in read(tmp_path, needed_concepts(wells, EPISODE))


def test_a_connection_reads_other_codes_when_it_is_asked_for_others(tmp_path: Path) -> None:
    (tmp_path / "Observation.ndjson").write_text(compact(observation("718-7"), observation("8867-4")))
    with duckdb.connect() as connection:
        counts = []
        for concepts in (None, frozenset({"heart-rate"}), None):
            flatten(connection, open_source(tmp_path), concepts=concepts)
            counts.append(connection.execute("SELECT count(*) FROM record").fetchall()[0][0])
    assert counts == [2, 1, 2]


def test_shapes_that_share_a_hash_are_read_line_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synthesise(20, 1, tmp_path / "made-up")
    monkeypatch.setattr(flatten_shapes, "_hash", lambda kind: "1::UBIGINT")
    entries, odd, _ = both_ways(tmp_path / "made-up")
    assert odd > entries // 2
