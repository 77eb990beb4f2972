"""The site's own D-dimer cut-off rules out no more than its assay can (reference 1, section 2.13)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.knowledge import KNOWLEDGE
from veinway.engine.one import Reasoner
from veinway.language.values import Truth
from veinway.records.cases import read_case


@pytest.mark.parametrize(
    ("cut_off", "age", "value", "expected"),
    [
        (400, 44, 399, Truth.YES),
        (400, 44, 450, Truth.NO),
        (400, 80, 450, Truth.NO),
        (500, 44, 450, Truth.YES),
        (500, 50, 500, Truth.NO),
        (500, 80, 700, Truth.YES),
        (600, 44, 550, Truth.YES),
        (600, 80, 700, Truth.NO),
    ],
)
def test_age_moves_the_cut_off_only_where_the_site_has_500(
    cut_off: int, age: int, value: int, expected: Truth
) -> None:
    facts = {"age_years": age, "d_dimer": {"value": value, "unit": "ug/L{FEU}"}}
    told = read_case({"at": "2026-03-04T09:30", "facts": facts}, KNOWLEDGE).situations[""]
    site = {**told.parameters, "d_dimer_cut_off": Fraction(cut_off)}
    assert Reasoner(replace(told, parameters=site)).truth(d_dimer_negative) is expected
