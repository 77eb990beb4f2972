"""Whoever is left out of one pathway is taken up by another; a child and the pregnant by their own."""

from __future__ import annotations

from itertools import product

import pytest

from veinway.care.chapters.diagnosis import DIAGNOSIS as KNOWLEDGE
from veinway.care.facts.tests import d_dimer
from veinway.engine.one import Reasoner
from veinway.language import Step, Strength
from veinway.language.knowledge import facts_of
from veinway.language.values import Situation, Truth
from veinway.records.cases import read_case

OF_PREGNANCY = {
    "suspected_dvt_in_pregnancy_rcog",
    "suspected_pe_in_pregnancy_rcog",
    "suspected_pe_in_pregnancy_esc",
    "d_dimer_in_pregnancy_rcog",
    "d_dimer_in_pregnancy_esc",
    "amniotic_fluid_embolism_esc",
}
TAKEN_UP_BY = (
    "suspected_dvt_nice",
    "suspected_pe_nice",
    "suspected_vte_on_anticoagulation",
    "suspected_vte_in_hospital",
    "suspected_vte_in_injecting",
    "suspected_vte_in_child",
    *OF_PREGNANCY,
)
DECIDES_ABOUT_A_SUSPICION = ("suspected_dvt", "suspected_pe", "suspected_vte")
UNSTABLE = "unstable"
"""Who is unstable is resuscitated first, whether pregnant or not."""
STABLE = {
    "haemodynamic_instability": False,
    "cardiac_arrest": False,
    "vasopressors": False,
    "systolic_bp": {"value": 120, "unit": "mm[Hg]"},
    "sbp_fall": {"value": 0, "unit": "mm[Hg]"},
}


def told(**facts: object) -> Situation:
    case = {"at": "2026-03-04T09:30", "facts": facts}
    return read_case(case, KNOWLEDGE).situations[""]


def about_a_suspicion() -> list[Step]:
    return [
        step
        for key, step in KNOWLEDGE.steps.items()
        if key.startswith(DECIDES_ABOUT_A_SUSPICION) and key not in OF_PREGNANCY and UNSTABLE not in key
    ]


@pytest.mark.parametrize("step", about_a_suspicion(), ids=lambda step: step.key)
def test_no_pathway_of_adults_is_for_the_pregnant(step: Step) -> None:
    for who in ({"pregnant": True}, {"pregnant": False, "postpartum_days": 42}):
        assert Reasoner(told(age_years=30, **who)).truth(step.for_whom) is Truth.NO


def test_no_pathway_about_a_suspicion_is_for_a_child_but_its_own() -> None:
    child = Reasoner(told(age_years=15))
    steps = [*about_a_suspicion(), *(KNOWLEDGE.steps[key] for key in OF_PREGNANCY)]
    found = {step.key for step in steps if child.truth(step.for_whom) is not Truth.NO}
    assert found == {"suspected_vte_in_child"}


@pytest.mark.parametrize("symptoms", ["leg_symptoms", "chest_symptoms"])
def test_every_patient_with_symptoms_has_a_step_that_says_what_to_do(symptoms: str) -> None:
    names = ("pregnant", "inpatient", "injects_drugs", "on_therapeutic_anticoagulation")
    for age, days, *answers in product((15, 30), (10, 43), *([(True, False)] * len(names))):
        who = {"age_years": age, "postpartum_days": days, **dict(zip(names, answers, strict=True))}
        facts = {"leg_symptoms": False, "chest_symptoms": False, symptoms: True}
        reasoner = Reasoner(told(**facts, **who, **STABLE))
        steps = (KNOWLEDGE.steps[key] for key in TAKEN_UP_BY)
        assert any(reasoner.truth(step.for_whom) is Truth.YES for step in steps), who


def test_nobody_is_told_to_stop_a_drug_that_was_not_started_for_the_suspicion() -> None:
    own_drug = Reasoner(told(age_years=60, pregnant=False, on_therapeutic_anticoagulation=True))
    for step in KNOWLEDGE.steps.values():
        stops = [a for a in step.plan if a.act == "stop_interim_anticoagulation"]
        for action in stops:
            may = (
                own_drug.truth(step.for_whom).can_be_yes and own_drug.truth(action.indicated).can_be_yes
            )
            assert not may or action.strength is Strength.DO_NOT, (step.key, action.key)


def test_a_negative_scan_in_pregnancy_needs_no_d_dimer() -> None:
    for key in ("suspected_dvt_in_pregnancy_rcog", "suspected_pe_in_pregnancy_rcog"):
        assert d_dimer.key not in {fact.key for fact in facts_of(KNOWLEDGE.steps[key])}
