"""The code lists against the traps of clinical reference 1 (sections 7, 8, 10), whatever the concept."""

from __future__ import annotations

from veinway.care.knowledge import KNOWLEDGE
from veinway.records.codes import CodeRow, load_codes

WHO, CM = "http://hl7.org/fhir/sid/icd-10", "http://hl7.org/fhir/sid/icd-10-cm"
SNOMED, LOINC = "http://snomed.info/sct", "http://loinc.org"
INACTIVE = {"155492003"}
EITHER_LIMB = {(SNOMED, "90834002"), (SNOMED, "80068009"), (WHO, "M79.6"), (CM, "M79.6")}


ONLY_COUNTED = "clot-code"
"""No rule looks for it: its codes are read for the definitions that `veinway phenotype` compares."""


def of(system: str) -> list[CodeRow]:
    return [row for row in load_codes() if row.system == system and row.concept != ONLY_COUNTED]


def test_no_rule_looks_for_the_codes_that_are_only_counted() -> None:
    parts = [*KNOWLEDGE.facts.values(), *KNOWLEDGE.events.values()]
    assert ONLY_COUNTED not in {find.codes for part in parts for find in part.find}
    assert ONLY_COUNTED not in {name for episode in KNOWLEDGE.episodes for name in episode.opened_by}


def covered_by(row: CodeRow, code: str) -> bool:
    """The row matches the code: it is the code, or lists all that begins like it."""
    mine, theirs = row.code.replace(".", ""), code.replace(".", "")
    return mine == theirs or (row.descendants and theirs.startswith(mine))


_MOVED = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _times(one: int, other: int) -> int:
    """Multiplication in the group of the turns and flips of a pentagon."""
    turned = (one - other) % 5 if one >= 5 else (one + other) % 5
    return turned + 5 * ((one >= 5) != (other >= 5))


def _moved(digit: int, times: int) -> int:
    for _ in range(times):
        digit = _MOVED[digit]
    return digit


def checks_by_verhoeff(code: str) -> bool:
    """The last digit of a SNOMED CT identifier guards the others against slips of the pen."""
    found = 0
    for place, digit in enumerate(reversed(code)):
        found = _times(found, _moved(int(digit), place % 8))
    return found == 0


def test_the_check_digit_sees_a_slip() -> None:
    assert checks_by_verhoeff("128053003")
    assert not checks_by_verhoeff("128053004")
    assert not checks_by_verhoeff("120853003")


def test_no_snomed_code_was_mistyped_and_none_is_inactive() -> None:
    assert [row.code for row in of(SNOMED) if not checks_by_verhoeff(row.code)] == []
    assert {row.code for row in of(SNOMED)} & INACTIVE == set()


def loinc_check_digit(body: str) -> int:
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return -total % 10


def test_no_loinc_code_was_mistyped() -> None:
    parts = [(row.code, *row.code.split("-")) for row in of(LOINC)]
    assert [code for code, body, check in parts if loinc_check_digit(body) != int(check)] == []


def test_an_acute_clot_of_some_vein_is_nobodys_history() -> None:
    assert [row for row in of(CM) if covered_by(row, "I82.90")] == []


def test_the_history_of_any_disease_of_the_circulation_says_nothing_about_clots() -> None:
    assert [row for row in of(WHO) if covered_by(row, "Z86.7")] == []
    shown = [row for row in of(CM) if covered_by(row, "Z86.79")]
    assert shown == []


def test_codes_of_either_limb_never_say_which() -> None:
    named = [row for row in load_codes() if (row.system, row.code) in EITHER_LIMB]
    assert named
    assert [row for row in named if row.means != "uncertain"] == []


def test_superficial_and_unspecified_clots_are_no_deep_ones() -> None:
    deep = [row for row in load_codes() if row.concept in ("dvt", "previous-dvt")]
    wrong = {
        WHO: ("I80.0", "I80.8", "I80.9", "I82.9", "O22.2", "O87.0"),
        CM: ("I80.0", "O22.2", "O87.0"),
    }
    found = [(r.concept, code) for r in deep for code in wrong.get(r.system, ()) if covered_by(r, code)]
    assert found == []
    assert "2477008" not in {row.code for row in deep}


def test_obstetric_clots_are_clots() -> None:
    for system in (WHO, CM):
        for concept, code in (("dvt", "O22.3"), ("dvt", "O87.1"), ("pulmonary-embolism", "O88.2")):
            rows = [row for row in of(system) if row.concept == concept]
            assert any(covered_by(row, code) for row in rows), (concept, system, code)


def test_american_codes_that_are_not_leaves_are_matched_by_what_begins_like_them() -> None:
    rows = [row for row in of(CM) if row.concept == "dvt"]
    for leaf in ("I82.401", "I82.411", "I82.432", "I82.4Z1", "I82.451"):
        assert any(covered_by(row, leaf) for row in rows), leaf
