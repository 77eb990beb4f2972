"""Every word of the language means what its specification says, on every engine."""

from __future__ import annotations

import pytest

from generated.engines import differences
from spec import page, run
from spec.words import SECTIONS, Spec
from veinway.engine.one import Reasoner
from veinway.engine.planes import from_situations
from veinway.language.knowledge import events_of, facts_of

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


@pytest.mark.parametrize(("spec", "row"), ROWS)
def test_many_patients_follow_the_specification(spec: Spec, row: tuple[str, ...]) -> None:
    written = run.expression(spec.written)
    situations = [run.situation(spec.of, tuple(row[:-1]))]
    planes = from_situations(situations, facts_of(written), events_of(written))
    assert differences([], {"result": written}, situations, planes) == []


def test_the_reference_page_is_printed_from_the_specifications() -> None:
    assert page.PAGE.read_text(encoding="utf-8") == page.page()
