"""The code lists: every concept that the rules name has one, and no code is in two minds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from veinway.care.episodes import SUSPECTED_VTE
from veinway.care.knowledge import KNOWLEDGE
from veinway.language.errors import SourceError
from veinway.records.codes import OTHER_NAMES, OWN_SYSTEM, CodeRow, _read_list, concepts, load_codes

WHO, CM = "http://hl7.org/fhir/sid/icd-10", "http://hl7.org/fhir/sid/icd-10-cm"


def codes_of(concept: str, system: str) -> dict[str, CodeRow]:
    return {row.code: row for row in load_codes() if (row.concept, row.system) == (concept, system)}


def named_by_the_rules() -> Iterator[str]:
    parts = [*KNOWLEDGE.facts.values(), *KNOWLEDGE.events.values()]
    yield from (find.codes for part in parts for find in part.find)
    yield from SUSPECTED_VTE.opened_by


def test_every_concept_that_a_rule_looks_for_has_a_code_list() -> None:
    assert set(named_by_the_rules()) - concepts() == set()


def test_no_code_is_listed_twice_for_one_concept() -> None:
    listed = [(row.concept, row.system, row.code) for row in load_codes()]
    assert len(listed) == len(set(listed))


def test_every_code_says_where_it_comes_from_and_under_which_licence() -> None:
    assert [
        row for row in load_codes() if not (row.display and row.origin and row.licence and row.date)
    ] == []


def test_no_listed_code_descends_from_another_so_that_one_coding_is_one_row() -> None:
    by_system: dict[str, list[CodeRow]] = defaultdict(list)
    for row in load_codes():
        by_system[row.system].append(row)
    nested = [
        (short.code, long.code)
        for rows in by_system.values()
        for short in rows
        for long in rows
        if short.descendants
        and long.code.replace(".", "").startswith(short.code.replace(".", ""))
        and (long.code, long.descendants) != (short.code, short.descendants)
    ]
    assert nested == []


def test_only_classifications_have_descendants_by_prefix() -> None:
    assert {row.system for row in load_codes() if row.descendants} == {WHO, CM}


def test_a_leg_dvt_is_i80_in_the_world_and_i82_in_the_united_states() -> None:
    assert {"I80.1", "I80.2"} <= codes_of("dvt", WHO).keys()
    assert not [code for code in codes_of("dvt", WHO) if code.startswith("I82")]
    assert "I82.4" in codes_of("dvt", CM)
    assert not [code for code in codes_of("dvt", CM) if code.startswith("I80")]


def test_superficial_and_chronic_clots_are_no_current_dvt() -> None:
    assert not codes_of("dvt", WHO).keys() & {"I80.0", "I80.9", "I82.9"}
    assert not codes_of("dvt", CM).keys() & {"I82.5", "Z86.718"}


def test_the_history_of_any_disease_of_the_circulation_is_no_previous_dvt() -> None:
    assert not [code for code in codes_of("previous-dvt", WHO) if code.startswith("Z86")]
    assert "I82.90" not in codes_of("previous-dvt", CM)
    assert codes_of("previous-dvt", CM)["Z86.718"].means == "uncertain"


def test_the_family_of_a_d_dimer_follows_its_code() -> None:
    families = {code: row.family for code, row in codes_of("d-dimer", "http://loinc.org").items()}
    assert (families["48065-7"], families["48066-5"], families["30240-6"]) == ("FEU", "DDU", "unknown")
    assert "38898-3" not in families


def test_a_pain_that_may_be_in_an_arm_is_an_uncertain_leg_symptom() -> None:
    codes = codes_of("leg-symptoms", "http://snomed.info/sct")
    assert {codes["90834002"].means, codes["80068009"].means} == {"uncertain"}


@pytest.mark.parametrize("concept", ["d-dimer", "leg-vein-scan"])
def test_what_can_be_reported_can_be_ordered_by_the_same_codes(concept: str) -> None:
    reported = {(row.system, row.code) for row in load_codes() if row.concept == concept}
    ordered = {(row.system, row.code) for row in load_codes() if row.concept == f"{concept}-request"}
    assert {code for code in reported if code[0] != OWN_SYSTEM} <= ordered


def test_every_other_name_belongs_to_a_system_that_is_used() -> None:
    assert OTHER_NAMES.keys() <= {row.system for row in load_codes()}


HEAD = "system,code,display,descendants,means,family,origin,licence,date,note\n"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("code,system\n", "odd.csv"),
        (HEAD + "http://loinc.org,1\n", "odd.csv, line 2"),
        (HEAD + "http://loinc.org,,INR,no,,,,,,\n", "odd.csv, line 2"),
        (HEAD + "http://loinc.org,1,INR,maybe,,,,,,\n", "odd.csv, line 2"),
    ],
)
def test_a_code_list_of_another_shape_is_refused_with_its_line(
    tmp_path: Path, text: str, where: str
) -> None:
    file = tmp_path / "odd.csv"
    file.write_text(text)
    with pytest.raises(SourceError) as caught:
        _read_list(file)
    assert (caught.value.code, caught.value.where) == ("S303", where)
