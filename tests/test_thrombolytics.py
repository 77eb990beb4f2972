"""Thrombolytics: no dose with a contraindication or while one is open; and what is shown of them."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from command_line import Run
from test_schemas import problems
from veinway.care.clot_removal import catheter_lysis
from veinway.care.facts.person import body_weight
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.severity import lytics_doses
from veinway.care.severity.laws import LYTIC_DOSES
from veinway.care.severity.lysis import LYSIS_BARS
from veinway.care.severity.lytics_doses import ALTEPLASE_100
from veinway.care.severity.outcomes import LYSIS_BARRED
from veinway.engine.one import Reasoner
from veinway.engine.planning import plan
from veinway.engine.prove import prove
from veinway.language import Dose, Table, gives_nothing, otherwise, table
from veinway.language.knowledge import events_of, facts_of
from veinway.language.values import Situation
from veinway.records.cases import read_case

INTERVENTION = KNOWLEDGE.chapter("intervention")
AT = "2026-11-01T09:00"
SHOCK = {
    "haemodynamic_instability": None,
    "systolic_bp": {"value": 84, "unit": "mm[Hg]"},
    "hypotension_minutes": {"value": 25, "unit": "min"},
    "other_cause_of_hypotension": False,
    "body_weight": {"value": 70, "unit": "kg"},
}
CONTRAINDICATIONS = sorted(
    {each.key for each in (*facts_of(LYSIS_BARS), *events_of(LYSIS_BARS))}
    # The age only says who cannot be pregnant, and a known pressure of 84 is not above 180.
    - {"age_years", "birth_date", "sex_at_birth", "systolic_bp", "refractory_hypertension"}
    - {"pregnant", "postpartum_days"}
)


def situation(**facts: Any) -> Situation:
    case = {"at": AT, "given": ["stable_pe", "nothing_against_lysis"], "facts": {**SHOCK, **facts}}
    return read_case(case, KNOWLEDGE).situations[""]


def given(here: Situation) -> dict[str, list[str]]:
    """The phases of every thrombolytic of the lung that have a dose for this patient."""
    options = plan(INTERVENTION, Reasoner(here), None).options
    return {
        each.drug.key: [part.phase.key for part in each.phases if part.given is not None]
        for each in options
        if any(part.given is not None for part in each.phases)
    }


# Laws ---------------------------------------------------------------------------------------------


def test_no_lytic_dose_stands_beside_an_absolute_contraindication_for_anybody() -> None:
    pytest.importorskip("z3")
    report = prove(replace(INTERVENTION, rules={}, monotone=()), size="ci")
    lysis = [each for each in report.results if "contraindication" in each.subject]
    assert [each.subject for each in report.results if each.status != "proved"] == []
    assert len(lysis) >= 2 * (len(LYTIC_DOSES) + 4 + 1)


def test_a_dose_table_that_forgets_the_contraindications_is_caught() -> None:
    pytest.importorskip("z3")
    cite = lytics_doses.ESC_DOSES
    forgets = table("t", "t", hit="unique", source=cite, rows=[otherwise(ALTEPLASE_100, cite=cite)])
    law = gives_nothing(forgets, "barred", LYSIS_BARS.one_of(LYSIS_BARRED), cite)
    report = prove(replace(INTERVENTION, rules={}, invariants=(law,), monotone=()), size="ci")
    assert {each.status for each in report.results} == {"failed"}


def test_somebody_in_shock_of_whom_all_is_known_has_doses() -> None:
    found = given(situation())
    assert found["alteplase_lysis_esc"] == ["infusion"]
    assert found["urokinase_lysis"] == ["bolus", "infusion"]
    # What nobody has confirmed is shown and not given.
    assert {"alteplase_lysis_label", "tenecteplase_lysis"}.isdisjoint(found)


@pytest.mark.parametrize("unknown", [*CONTRAINDICATIONS, "body_weight", "pe_confirmed"])
def test_no_dose_is_given_while_one_of_these_is_not_known(unknown: str) -> None:
    assert given(situation(**{unknown: None})) == {}


# What the sources print ----------------------------------------------------------------------------


def at_weight(of: Table, kilograms: str) -> Fraction:
    """What the only possible dose of a table comes to at a weight."""
    here = situation(body_weight={"value": kilograms, "unit": "kg"})
    (outcome,) = [each for each in Reasoner(here).table(of).outcomes if isinstance(each.gives, Dose)]
    dose = outcome.gives
    assert isinstance(dose, Dose)
    weight = Fraction(Reasoner(here).number(body_weight).high)
    return dose.a_day * weight if dose.per else dose.a_day


@pytest.mark.parametrize(
    ("of", "kilograms", "a_day"),
    [
        (lytics_doses.ALTEPLASE_UK, "60", Fraction(90)),  # LY-08
        (lytics_doses.ALTEPLASE_UK, "65", Fraction(100)),
        (catheter_lysis.CAVENT_RATE, "80", Fraction("19.2")),  # CD-09
        (catheter_lysis.CAVENT_RATE, "100", Fraction(20)),
        (catheter_lysis.ATTRACT_RATE, "80", Fraction("19.2")),
        (catheter_lysis.ATTRACT_RATE, "100", Fraction(24)),
        (catheter_lysis.ATTRACT_RATE, "120", Fraction(24)),
    ],
)
def test_rows_that_nobody_has_confirmed_come_to_what_the_reference_says(
    of: Table, kilograms: str, a_day: Fraction
) -> None:
    assert at_weight(of, kilograms) == a_day


# The page, and JSON ---------------------------------------------------------------------------------


def assessed(run: Run, *options: str, **facts: Any) -> Any:
    given = ["stable_pe", "nothing_against_lysis"]
    case = {"id": "a", "at": AT, "given": given, "facts": {**SHOCK, **facts}}
    return run("assess", "-", "--chapter", "intervention", *options, stdin=json.dumps(case))


def section_of(out: str) -> str:
    """The part of the page on how much of a thrombolytic."""
    _, found, after = out.partition("Thrombolytics in embolism: how much")
    return found and " ".join(after.split("What would settle it")[0].split())


def test_the_page_shows_each_printed_way_with_its_dose_and_place(run: Run) -> None:
    shown = section_of(assessed(run).out)
    assert "0.6 mg/kg, which is 42 mg, into a vein once ESC 2019, table 10" in shown
    assert "4,400 IU/kg, which is 308,000 IU" in shown
    assert "Tenecteplase, not confirmed, needs a clinician: Tenecteplase 40 mg" in shown


def test_the_page_shows_no_dose_while_something_must_be_known_first(run: Run) -> None:
    shown = section_of(assessed(run, body_weight=None, active_bleeding=None).out)
    assert (
        "no dose yet. Must be known first: active bleeding that matters clinically; body weight" in shown
    )
    assert " mg" not in shown


def test_the_fixed_dose_of_an_arrest_is_shown_while_the_weight_is_not_known(run: Run) -> None:
    shown = section_of(assessed(run, body_weight=None, cardiac_arrest=True).out)
    assert "no other dose yet. Must be known first: body weight" in shown
    assert "50 mg into a vein once" in shown
    assert "100 mg" not in shown


def test_the_page_says_nothing_of_doses_to_somebody_who_is_stable(run: Run) -> None:
    stable = {"systolic_bp": {"value": 120, "unit": "mm[Hg]"}, "hypotension_minutes": None}
    assert section_of(assessed(run, **stable, haemodynamic_instability=False).out) == ""


@pytest.mark.parametrize("facts", [{}, {"active_bleeding": True}, {"active_bleeding": None}])
def test_the_thrombolytics_in_json_hold_to_the_schema(run: Run, facts: dict[str, Any]) -> None:
    (line,) = assessed(run, "--json", **facts).lines
    assert problems("assess", line) == []
    ways = {each["drug"]: each for each in line["thrombolytics"]}
    doses = [part["dose"] for way in ways.values() for part in way["phases"] if part["dose"]]
    assert bool(doses) is (facts == {})
    assert ways["alteplase_lysis_esc"]["standing"] == (
        "allowed" if not facts else "contraindicated" if facts["active_bleeding"] else "open"
    )
