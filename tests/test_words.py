"""Every word of the language means what its specification says, on every engine."""

from __future__ import annotations

import pytest

from spec import page, run
from spec.words import SECTIONS, Spec
from veinway.engine.one import Reasoner

ROWS = [
    pytest.param(spec, row, id=f"{spec.word} {' '.join(row)}")
    for _, specs in SECTIONS
    for spec in specs
    for row in spec.rows
]


@pytest.mark.parametrize(("spec", "row"), ROWS)
def test_one_patient_follows_the_specification(spec: Spec, row: tuple[str, ...]) -> None:
    *known, expected = row
    reasoner = Reasoner(run.situation(spec.of, tuple(known)))
    assert run.shown(reasoner.find(run.expression(spec.written)).value) == expected


def test_the_reference_page_is_printed_from_the_specifications() -> None:
    assert page.PAGE.read_text(encoding="utf-8") == page.page()
