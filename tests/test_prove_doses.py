"""A dose never rises as a measure gets worse: proved for what is shipped, and a seeded bug is found."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Literal

import pytest

from veinway.care.facts.person import body_height, body_weight, serum_creatinine
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.measures import creatinine_clearance
from veinway.care.treatment.doses.common import NO_DOSE
from veinway.care.treatment.doses.laws import DOSES_NEVER_RISE
from veinway.engine.one import Reasoner
from veinway.engine.prove import prove
from veinway.language import (
    NeverRises,
    Row,
    Table,
    Tag,
    amount,
    dose,
    never_rises,
    otherwise,
    row,
    table,
)
from veinway.language.errors import DefinitionError
from veinway.language.sources import Source

pytest.importorskip("z3")

CITE = Source("PROVE_DOSES_TEST", "A test", "2026").at("nowhere", Tag.CONFIRMED)
TREATMENT = KNOWLEDGE.chapter("treatment")
FULL = dose("full", "Full.", amount(60, "mg"))
HALF = dose("half", "Half.", amount(30, "mg"))
TWICE = dose("twice", "Half, twice a day.", amount(30, "mg", times=2))


def table_of(*rows: Row) -> Table:
    return table("t", "t", hit="first", source=CITE, rows=list(rows))


def law(of: Table, measure: Any, worse: Literal["higher", "lower"]) -> NeverRises:
    return never_rises("law", "Never more.", of=of, measure=measure, worse=worse, source=CITE)


def proved(*laws: NeverRises) -> Any:
    # A busy machine may need more than the ten seconds a question that are usual.
    report = prove(replace(TREATMENT, rules={}, invariants=(), monotone=laws), size="nightly")
    return report.results


def test_every_shipped_dose_never_rises_as_something_gets_worse() -> None:
    results = proved(*DOSES_NEVER_RISE)
    assert [result.subject for result in results if result.status != "proved"] == []
    assert len(results) == len(DOSES_NEVER_RISE)


def test_every_dose_table_of_a_drug_that_looks_at_the_clearance_has_a_law() -> None:
    covered = {each.of for each in DOSES_NEVER_RISE if each.measure is serum_creatinine}
    for drug in TREATMENT.drugs.values():
        for part in drug.phases:
            atoms = part.dose.diagram.atoms if part.dose.diagram else ()
            gives = any(outcome.gives is not None for outcome in part.dose.outcomes)
            if gives and creatinine_clearance in {atom.subject for atom in atoms}:
                assert part.dose in covered, part.dose.key


def test_a_dose_that_rises_with_a_lower_clearance_is_found_with_both_patients() -> None:
    # The seeded bug: 30 to 50 was lowered, and below 30 was forgotten.
    wrong = table_of(
        row(creatinine_clearance < 15, NO_DOSE, cite=CITE),
        row(creatinine_clearance < 30, FULL, cite=CITE),
        row(creatinine_clearance <= 50, HALF, cite=CITE),
        otherwise(FULL, cite=CITE),
    )
    [found] = proved(law(wrong, serum_creatinine, "higher"))
    assert found.status == "failed"
    example = found.counter_example
    assert example is not None
    assert example.confirmed == "by the one-patient engine"
    less = Reasoner(example.situation, presumptions=False).table(wrong)
    assert [outcome.key for outcome in less.outcomes] == ["half"]
    assert re.search(r"who is worse: .*serum_creatinine", found.note)


def test_the_same_amount_a_day_in_more_doses_does_not_rise() -> None:
    split = table_of(row(creatinine_clearance <= 50, TWICE, cite=CITE), otherwise(FULL, cite=CITE))
    [found] = proved(law(split, serum_creatinine, "higher"))
    assert found.status == "proved"


def test_a_dose_that_rises_with_a_lower_weight_is_found() -> None:
    wrong = table_of(row(body_weight <= 60, FULL, cite=CITE), otherwise(HALF, cite=CITE))
    [found] = proved(law(wrong, body_weight, "lower"))
    assert found.status == "failed"
    [other] = proved(law(wrong, body_weight, "higher"))
    assert other.status == "proved"


def test_a_measure_that_decides_nothing_proves_nothing_wrong() -> None:
    of = table_of(row(body_weight <= 60, FULL, cite=CITE), otherwise(HALF, cite=CITE))
    [found] = proved(law(of, body_height, "lower"))
    assert found.status == "proved"


def test_doses_in_two_units_do_not_compare() -> None:
    mixed = table_of(
        row(body_weight <= 60, FULL, cite=CITE),
        otherwise(dose("units", "Units.", amount(60, "[iU]")), cite=CITE),
    )
    with pytest.raises(DefinitionError, match="D215"):
        law(mixed, body_weight, "lower")
