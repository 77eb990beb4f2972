"""The reference row by row: what is named exists, nothing is named twice, no rule is without a row."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from veinway.care.knowledge import KNOWLEDGE
from veinway.language import Score, Step, Table
from veinway.show.docs_reference import reference_page
from veinway.show.reference_rows import (
    COLUMNS,
    ReferenceRow,
    exists,
    read_rows,
    rules_named,
    shipped_rows,
    unknown_places,
)

ROWS = shipped_rows()


def test_every_place_that_a_row_names_exists() -> None:
    found = {row.row: unknown_places(KNOWLEDGE, row) for row in ROWS}
    assert {row: places for row, places in found.items() if places} == {}


def test_no_row_is_listed_twice_and_no_place_twice_in_a_row() -> None:
    assert [row for row, count in Counter(row.row for row in ROWS).items() if count > 1] == []
    assert [row.row for row in ROWS if len(set(row.where)) < len(row.where)] == []


def test_a_row_that_nothing_implements_says_why() -> None:
    assert [row.row for row in ROWS if not row.where and not row.because] == []


def test_every_score_table_and_step_is_named_by_a_row() -> None:
    named = rules_named(ROWS)
    concluded = {step.conclusion.key: step.key for step in KNOWLEDGE.steps.values()}
    rules = {key for key, rule in KNOWLEDGE.rules.items() if isinstance(rule, Score | Table | Step)}
    assert sorted(key for key in rules if not {key, concluded.get(key, key)} & named) == []


def _ids(*pattern: str) -> set[str]:
    return {row.row for row in ROWS for each in pattern if re.fullmatch(each, row.row)}


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        (r"TR-E\d+", 11),
        (r"TR-U\d+", 10),
        (r"Q\d+", 26),
        (r"D\d+", 17),
        (r"P\d+", 14),
        (r"H\d", 6),
        (r"E\d+", 20),
        (r"A\d", 7),
        (r"S\d+", 10),
        (r"ESVS-\d", 7),
        (r"K\d+", 10),
        (r"DIFF-\d\d", 15),
        (r"R\d+", 11),
        (r"VAL-\d+", 12),
        (r"ROUTE-\d+", 10),
    ],
)
def test_the_numbered_rows_of_the_reference_are_all_there(pattern: str, count: int) -> None:
    assert len(_ids(pattern)) == count


def test_every_section_from_1_to_6_is_there() -> None:
    sections = {row.section for row in ROWS}
    expected = [(1, 7), (2, 13), (3, 10), (4, 4), (5, 7), (6, 4)]
    assert {f"{n}.{m}" for n, last in expected for m in range(1, last + 1)} <= sections
    assert "3.0" in sections


@pytest.mark.parametrize(
    ("place", "there"),
    [
        ("wells_dvt", True),
        ("wells_dvt:#10", True),
        ("wells_dvt:#11", False),
        ("wells_dvt:likely", True),
        ("suspected_dvt_nice:repeat_scan_day_6_to_8", True),
        ("suspected_dvt_nice_conclusion:D14", True),
        ("suspected_dvt_nice_conclusion:D99", False),
        ("no_such_rule", False),
        ("fact:active_cancer", True),
        ("fact:active_cancr", False),
        ("event:leg_scan", True),
        ("parameter:d_dimer_cut_off", True),
        ("question:distal_dvt:nice", True),
        ("question:distal_dvt:chest", False),
        ("law:no_such_law", False),
        ("file:records/units.py", True),
        ("file:d-dimer.csv", True),
        ("file:no/such.py", False),
    ],
)
def test_a_place_is_found_or_not(place: str, there: bool) -> None:
    assert exists(KNOWLEDGE, place) is there


def test_rows_are_read_from_text() -> None:
    text = ",".join(COLUMNS) + "\n3.1,D2,Scan,wells_dvt:#1 fact:leg_scan,\n4.1,X,Y,,not read\n"
    assert read_rows(text) == (
        ReferenceRow("3.1", "D2", "Scan", ("wells_dvt:#1", "fact:leg_scan"), ""),
        ReferenceRow("4.1", "X", "Y", (), "not read"),
    )


def test_the_page_lists_every_row_and_what_is_not_computable() -> None:
    made = reference_page(KNOWLEDGE)
    assert [row.row for row in ROWS if f"| {row.row} |" not in made] == []
    assert "## Not computable" in made
