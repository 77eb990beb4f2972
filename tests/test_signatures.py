"""Signatures: who confirmed what, and that a changed statement is unsigned again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import pytest

from command_line import Run
from test_schemas import problems
from veinway.care.knowledge import KNOWLEDGE
from veinway.language import Table
from veinway.language.describing import ONLY_WHERE_SET, describe
from veinway.language.errors import SourceError
from veinway.language.knowledge import walk
from veinway.show.docs_to_confirm import to_confirm_page
from veinway.show.signatures import Signature, ledger, read_signatures, shipped_signatures
from veinway.show.statements import Statement, statements
from veinway.show.status import status_answer

HEAD = "hash,where,name,role,date,edition\n"
OPEN = [each for each in statements(KNOWLEDGE) if each.cite.tag.needs_sign_off]


def signed(statement: Statement, hash_: str = "") -> Signature:
    made = hash_ or statement.hash
    return Signature(made, statement.where, "A. Example", "consultant", "2026-12-01", "August 2023")


def test_the_shipped_signatures_can_be_read() -> None:
    made = shipped_signatures()
    assert len({each.hash for each in made}) == len(made)


def test_a_signature_is_read_from_its_line() -> None:
    (made,) = read_signatures(HEAD + "0123456789ab,a row,A. Example,consultant,2026-12-01,2023\n")
    assert made.words == "A. Example, consultant, 2026-12-01"


WRONG = {
    "other columns": "hash,name\n",
    "nothing at all": "",
    "a part is missing": HEAD + "0123456789ab,a row,,consultant,2026-12-01,2023\n",
    "too few parts": HEAD + "0123456789ab,a row\n",
    "too many parts": HEAD + "0123456789ab,a row,A,B,2026-12-01,2023,more\n",
    "no hash": HEAD + "xyz,a row,A,B,2026-12-01,2023\n",
    "no date": HEAD + "0123456789ab,a row,A,B,1 December,2023\n",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_line_that_is_no_signature_is_refused(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_signatures(text)
    assert caught.value.code == "S306"


def test_a_signature_holds_as_long_as_its_statement_stands() -> None:
    found = ledger(OPEN, [signed(OPEN[0]), signed(OPEN[1], "0" * 12)])
    assert list(found.holding) == [OPEN[0].hash]
    assert [each.where for each in found.stale] == [OPEN[1].where]


def test_the_page_says_who_signed_and_which_signature_is_stale() -> None:
    made = to_confirm_page(KNOWLEDGE, (signed(OPEN[0]), signed(OPEN[1], "0" * 12)))
    (line,) = [line for line in made.splitlines() if f"`{OPEN[0].hash}`" in line]
    assert line.endswith("| A. Example, consultant, 2026-12-01 |")
    assert "## Stale signatures" in made
    assert "| `000000000000` |" in made
    assert "Stale signatures" not in to_confirm_page(KNOWLEDGE, ())


def test_the_statements_to_sign_stand_file_by_file() -> None:
    made = to_confirm_page(KNOWLEDGE, ())
    assert "## imaging/nice.py" in made
    assert "## elsewhere" not in made
    assert [each.where for each in OPEN if not each.area] == []


def test_the_status_counts_what_is_signed_and_what_is_stale() -> None:
    signatures = [signed(OPEN[0]), signed(OPEN[1], "0" * 12)]
    sign_off = status_answer(KNOWLEDGE, signatures)["sign_off"]
    assert (sign_off["needed"], sign_off["signed"]) == (len(OPEN), 1)
    assert [each["hash"] for each in sign_off["stale"]] == ["0" * 12]


def test_the_status_counts_rules_tags_and_rows_of_the_reference() -> None:
    found = status_answer(KNOWLEDGE)
    kinds = {key: count for key, count in found["rules"].items() if key != "total"}
    assert sum(kinds.values()) == found["rules"]["total"] == len(KNOWLEDGE.rules)
    tags = {key: count for key, count in found["statements"].items() if key != "total"}
    assert sum(tags.values()) == found["statements"]["total"]
    reference = found["reference"]
    assert reference["implemented"] + reference["not_computable"] == reference["rows"]


def test_rules_status_shows_the_counts_and_holds_its_schema(run: Run) -> None:
    page = run("rules", "--status").out
    assert "rows of the reference" in page
    assert "to sign" in page
    answer = run("rules", "--status", "--json").document
    assert problems("rules", answer) == []
    assert "status" not in json.loads(run("rules", "--json").out)


def test_every_row_below_a_rule_is_a_statement_though_its_table_has_no_name() -> None:
    told = {each.where for each in statements(KNOWLEDGE)}
    rows = [
        f"{table.key}, row {row.id or row.then.key}"
        for table in walk(*KNOWLEDGE.rules.values())
        if isinstance(table, Table)
        for row in table.rows
    ]
    assert len(rows) > 1000
    assert [row for row in rows if row not in told] == []


def test_what_was_signed_stays_signed_where_a_field_that_came_later_is_not_set() -> None:
    @dataclass(frozen=True)
    class Before:
        key: str

    @dataclass(frozen=True)
    class After:
        key: str
        later: bool = field(default=False, metadata=ONLY_WHERE_SET)

    After.__name__ = "Before"
    assert describe(After("x")) == describe(Before("x"))
    assert describe(After("x", later=True)) != describe(Before("x"))
