"""Units of recorded values: exact, outward to the grid, and never a guess between FEU and DDU."""

from __future__ import annotations

from fractions import Fraction

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from record_rows import LOINC, OURS, day, minute, put, record
from veinway.care.episodes import SUSPECTED_VTE
from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.leg import stated_calf_difference
from veinway.care.facts.person import body_height, body_weight, serum_creatinine
from veinway.care.facts.tests import d_dimer
from veinway.care.knowledge import KNOWLEDGE
from veinway.language import Measure
from veinway.language.values import Interval
from veinway.records.extract import Extraction, Instant
from veinway.records.units import conversion, on_grid


def interval(fact: Measure, value: str, comparator: str = "", **unit: object) -> tuple[Interval, str]:
    return on_grid(fact, conversion(fact, **unit), Fraction(value), comparator)  # type: ignore[arg-type]


def feu(micrograms_a_litre: int) -> tuple[Interval, str]:
    """A D-dimer in ug/L FEU, on its grid of 0.1."""
    return Interval(10 * micrograms_a_litre, 10 * micrograms_a_litre), ""


@pytest.mark.parametrize(
    ("name", "value", "unit", "expected"),
    [
        ("DD-01", "0.5", {"symbol": "mg/L", "text": "mg/L FEU"}, 500),
        ("DD-02", "250", {"text": "ng/mL DDU"}, 500),
        ("DD-03", "380", {"text": "ng/mL DDU"}, 760),
        ("DD-04 at the cut-off", "0.6", {"text": "mg/L FEU"}, 600),
        ("DD-04 below the cut-off", "0.59", {"symbol": "mg/L{FEU}"}, 590),
        ("DD-05", "0.51", {"symbol": "ug/mL", "family": "FEU"}, 510),
        ("DD-08 in FEU", "690", {"symbol": "ug/L{FEU}"}, 690),
        ("DD-08 in DDU", "345", {"symbol": "ug/L{DDU}"}, 690),
        ("the family in brackets", "0.5", {"text": "µg/mL (FEU)"}, 500),
        ("the family in small letters", "500", {"text": "ng/mL feu"}, 500),
        ("the family of the code", "250", {"symbol": "ng/mL", "family": "DDU"}, 500),
        ("all in capitals", "500", {"text": "NG/ML FEU"}, 500),
    ],
)
def test_a_d_dimer_becomes_feu(name: str, value: str, unit: dict[str, str], expected: int) -> None:
    assert interval(d_dimer, value, **unit) == feu(expected), name


def test_a_d_dimer_without_a_family_has_no_value() -> None:
    """DD-06."""
    assert interval(d_dimer, "400", text="ng/mL") == (d_dimer.anything, "unit family not stated")


def test_a_ddu_code_with_an_feu_unit_is_a_conflict_and_has_no_value() -> None:
    """DD-07."""
    found = interval(d_dimer, "0.4", text="mg/L FEU", family="DDU")
    assert found == (d_dimer.anything, "conflict")


def test_two_units_that_name_different_families_are_a_conflict() -> None:
    found = interval(d_dimer, "0.4", symbol="mg/L{DDU}", text="mg/L FEU")
    assert found == (d_dimer.anything, "conflict")


@pytest.mark.parametrize(
    ("limit", "expected"),
    [("0.45", 400), ("0.5", 400), ("0.55", 400), ("0.2", 800), ("0.25", 800), ("0.28", 800)],
)
def test_the_reference_range_suggests_a_family(limit: str, expected: int) -> None:
    how = conversion(d_dimer, "mg/L", range_high=Fraction(limit))
    assert on_grid(d_dimer, how, Fraction("0.4")) == feu(expected)
    assert how.note == "family inferred from the reference range"


@pytest.mark.parametrize("limit", ["0.1", "0.29", "0.44", "0.56", "250"])
def test_another_reference_range_suggests_nothing(limit: str) -> None:
    found = interval(d_dimer, "0.4", symbol="mg/L", range_high=Fraction(limit))
    assert found == (d_dimer.anything, "unit family not stated")


def test_a_stated_family_outranks_the_reference_range() -> None:
    found = interval(d_dimer, "0.4", text="mg/L FEU", range_high=Fraction("0.25"))
    assert found == feu(400)


def test_creatinine_in_milligrams_converts_exactly() -> None:
    assert interval(serum_creatinine, "1", symbol="mg/dL") == (Interval(884_000, 884_000), "")
    assert interval(serum_creatinine, "0.0113122172", symbol="mg/dL")[0] == Interval(10_000, 10_001)


@pytest.mark.parametrize(
    ("fact", "value", "unit", "expected"),
    [
        (body_weight, "80", {"symbol": "kg"}, 800),
        (body_weight, "80000", {"symbol": "g"}, 800),
        (body_height, "1.7", {"symbol": "m"}, 1700),
        (inr, "2.5", {}, 250),
        (inr, "2.5", {"symbol": "{INR}"}, 250),
        (inr, "2.5", {"text": "INR"}, 250),
        (stated_calf_difference, "-5", {"symbol": "mm"}, -5),
    ],
)
def test_a_unit_of_the_same_kind_converts(
    fact: Measure, value: str, unit: dict[str, str], expected: int
) -> None:
    assert interval(fact, value, **unit) == (Interval(expected, expected), "")


def test_a_value_between_two_grid_points_takes_both() -> None:
    assert interval(body_weight, "80.25", symbol="kg")[0] == Interval(802, 803)
    assert interval(stated_calf_difference, "-0.25", symbol="cm")[0] == Interval(-3, -2)
    assert interval(body_weight, "176", symbol="[lb_av]")[0] == Interval(798, 799)


@pytest.mark.parametrize(
    ("comparator", "expected"),
    [
        ("<", Interval(0, 4999)),
        ("<=", Interval(0, 5000)),
        (">", Interval(5001, 10_000_000)),
        (">=", Interval(5000, 10_000_000)),
    ],
)
def test_a_comparator_opens_the_interval(comparator: str, expected: Interval) -> None:
    assert interval(d_dimer, "500", comparator, symbol="ug/L{FEU}") == (expected, "")


def test_a_limit_between_two_grid_points_is_taken_outwards() -> None:
    assert interval(body_weight, "80.25", "<", symbol="kg")[0].high == 803
    assert interval(body_weight, "80.25", ">", symbol="kg")[0].low == 802


@pytest.mark.parametrize(
    ("fact", "value", "comparator", "unit", "reason"),
    [
        (body_weight, "651", "", {"symbol": "kg"}, "impossible value"),
        (body_weight, "0", "", {"symbol": "kg"}, "impossible value"),
        (body_weight, "0", "<", {"symbol": "kg"}, "impossible value"),
        (body_weight, "650", ">", {"symbol": "kg"}, "impossible value"),
        (d_dimer, "-1", "", {"symbol": "ug/L{FEU}"}, "impossible value"),
        (body_weight, "80", "~", {"symbol": "kg"}, "unusable value"),
        (body_weight, "80", "", {}, "unusable unit"),
        (body_weight, "80", "", {"symbol": "stone"}, "unusable unit"),
        (body_weight, "80", "", {"symbol": "cm"}, "unusable unit"),
        (body_weight, "80", "", {"symbol": "kg", "text": "g"}, "unusable unit"),
        (d_dimer, "400", "", {"text": "mmol/L FEU"}, "unusable unit"),
    ],
)
def test_what_cannot_be_used_is_unknown_and_says_why(
    fact: Measure, value: str, comparator: str, unit: dict[str, str], reason: str
) -> None:
    assert interval(fact, value, comparator, **unit) == (fact.anything, reason)


# The same in SQL ------------------------------------------------------------------------------

_CONNECTION = duckdb.connect(config={"threads": 1})
_CODES = {"d_dimer": d_dimer, "body_weight": body_weight, "calf_difference": stated_calf_difference}
_UNITS = {
    "d_dimer": ["mg/L FEU", "ng/mL DDU", "ng/mL", "ug/L FEU"],
    "body_weight": ["kg", "g", "lb", "cm", ""],
    "calf_difference": ["cm", "mm", "in"],
}


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_the_sql_puts_a_value_on_the_grid_as_the_definition_does(data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(_CODES)))
    unit = data.draw(st.sampled_from(_UNITS[key]))
    comparator = data.draw(st.sampled_from(["", "<", "<=", ">", ">=", "~"]))
    value = data.draw(st.decimals(-1000, 10**13, places=3, allow_nan=False, allow_infinity=False))
    rows = [record(key, "2026-03-04", value=value, unit_text=unit, comparator=comparator)]
    put(_CONNECTION, rows)
    extraction = Extraction(_CONNECTION, KNOWLEDGE, SUSPECTED_VTE, {})
    extraction.learn()
    extraction.read(Instant(day("2026-03-05"), minute("2026-03-05T00:00")))
    low, high, reason = _CONNECTION.execute(
        "SELECT f.low, f.high, f.reason FROM found f JOIN look l USING (look) WHERE l.name = ?", [key]
    ).fetchall()[0]
    how = conversion(_CODES[key], text=unit)
    assert (Interval(low, high), reason) == on_grid(_CODES[key], how, Fraction(value), comparator)


def test_a_loinc_code_brings_its_family() -> None:
    rows = [record("48065-7", "2026-03-04", system=LOINC, value="0.5", unit="mg/L")]
    rows += [record("48066-5", "2026-03-04", system=LOINC, value="0.5", unit="mg/L")]
    rows += [record("30240-6", "2026-03-04", system=LOINC, value="0.5", unit="mg/L", range_high="0.25")]
    rows += [record("d-dimer", "2026-03-04", system=OURS, value="0.5", unit="mg/L", range_high="0.5")]
    put(_CONNECTION, rows)
    extraction = Extraction(_CONNECTION, KNOWLEDGE, SUSPECTED_VTE)
    extraction.learn()
    extraction.read(Instant(day("2026-03-05"), minute("2026-03-05T00:00")))
    found = _CONNECTION.execute(
        "SELECT f.low, f.note FROM found f JOIN look l ON l.look = f.look WHERE l.name = 'd_dimer' "
        "ORDER BY resource"
    ).fetchall()
    inferred = "family inferred from the reference range"
    assert found == [(5000, ""), (10_000, ""), (10_000, inferred), (5000, inferred)]
