"""Nobody is told to start an anticoagulant and to stop it at the same instant, whichever steps speak."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

from case_files import examples
from veinway.care.chapters.diagnosis import DIAGNOSIS as KNOWLEDGE
from veinway.engine.assess import assess_step
from veinway.engine.one import Reasoner
from veinway.language import Action, Step, Strength
from veinway.language.errors import FactError
from veinway.language.values import Situation
from veinway.records.cases import read_case

STARTS = {"interim_anticoagulation", "start_treatment", "heparin_bolus"}
STOPS = {"stop_interim_anticoagulation"}
OPEN = {"due", "overdue", "requested"}
SHOWN = KNOWLEDGE.steps_by("nice")
PATIENTS = 300
NOT_YET_HELD: set[str] = set()
"""Steps that may still stop while a clot of the lung, an arm or the calf is treated."""

Told = tuple[Step, Action]


def told(situation: Situation) -> list[Told]:
    """The actions of starting and stopping that are due in what a clinician sees by default."""
    here, strict = Reasoner(situation), Reasoner(situation, presumptions=False)
    steps = [step for step in SHOWN if any(action.act in STARTS | STOPS for action in step.plan)]
    return [
        (step, found.action)
        for step in steps
        for found in assess_step(step, here, strict).plan
        if found.state in OPEN
        and found.action.act in STARTS | STOPS
        and found.action.strength is not Strength.DO_NOT
    ]


def disagree(one: Step, other: Step) -> bool:
    """Two guidelines that answer one question may say opposites; that is shown side by side."""
    return one.question is other.question and one.guideline != other.guideline


def contradictions(situation: Situation) -> list[tuple[str, str]]:
    entries = told(situation)
    starts = [(step, action) for step, action in entries if action.act in STARTS]
    stops = [(step, action) for step, action in entries if action.act in STOPS]
    return [
        (f"{step.key}.{start.key}", f"{other.key}.{stop.key}")
        for (step, start), (other, stop) in product(starts, stops)
        if not disagree(step, other) and other.key not in NOT_YET_HELD
    ]


YES_OR_NO = (
    "leg_symptoms",
    "chest_symptoms",
    "arm_symptoms",
    "haemodynamic_instability",
    "inpatient",
    "injects_drugs",
    "on_therapeutic_anticoagulation",
    "pregnant",
    "entire_leg_swollen",
    "pitting_oedema_confined",
    "deep_vein_tenderness",
    "alternative_dvt_at_least_as_likely",
    "alternative_less_likely_than_pe",
    "previous_dvt",
    "active_cancer",
    "haemoptysis",
    "back_or_buttock_pain",
    "venous_device_same_side",
    "arm_localised_pain",
    "scan_obtainable_in_4_hours",
    "d_dimer_obtainable_in_4_hours",
    "ctpa_obtainable_immediately",
    "contrast_allergy",
)
RARE = {"haemodynamic_instability", "inpatient", "injects_drugs", "on_therapeutic_anticoagulation"}
GIVEN = [
    "adult_outpatient",
    "no_wells_items",
    "no_pe_items",
    "stable_chest_symptoms",
    "no_constans_items",
    "clear_creatinine",
]
RESULTS = {
    "leg_scan": [
        "negative_proximal",
        "negative_whole_leg",
        "dvt_proximal",
        "dvt_distal_only",
        "svt_only",
    ],
    "bilateral_leg_scan": ["negative_proximal", "negative_whole_leg", "dvt_proximal"],
    "arm_scan": ["negative", "dvt_arm", "svt_only", "indeterminate"],
    "ctpa": ["negative", "pe", "indeterminate"],
    "lung_scintigraphy": ["normal", "nondiagnostic", "high_probability"],
}


def made_up(random: Random) -> Situation | None:
    """A patient of whom most is known; none if the facts that were drawn contradict each other."""
    facts: dict[str, Any] = {
        key: random.random() < (0.1 if key in RARE else 0.4)
        for key in YES_OR_NO
        if random.random() < 0.95
    }
    facts["age_years"] = random.choice([25, 45, 70])
    if facts.get("pregnant") and facts["age_years"] == 70:
        facts["age_years"] = 30
    facts["sex_at_birth"] = "female"
    if random.random() < 0.7:
        facts["d_dimer"] = {"value": random.choice([200, 450, 600, 3000]), "unit": "ug/L{FEU}"}
    if random.random() < 0.5:
        facts["clinical_suspicion"] = random.choice(["low", "high"])
    if random.random() < 0.3:
        facts["gestalt_pe_percent"] = {"value": random.choice([5, 30]), "unit": "%"}
    for key, results in RESULTS.items():
        if random.random() < 0.35:
            facts[key] = [
                {"date": f"2026-03-{day}T12:00", "result": random.choice(results)}
                for day in random.choice([["04"], ["04", "11"]])
            ]
    case = {
        "at": random.choice(["2026-03-04T13:00", "2026-03-12T09:30"]),
        "index": "2026-03-04T09:30",
        "given": GIVEN,
        "facts": facts,
    }
    if case["at"].startswith("2026-03-04"):
        for key in RESULTS:
            facts[key] = facts[key][:1] if key in facts else []
    try:
        return read_case(case, KNOWLEDGE).situations[""]
    except FactError:
        return None


def test_no_worked_example_is_told_to_start_and_to_stop() -> None:
    found = {
        example.name: contradictory
        for example in examples()
        for situation in example.situations.values()
        if (contradictory := contradictions(situation))
    }
    assert found == {}


def test_nobody_made_up_is_told_to_start_and_to_stop() -> None:
    random = Random(20260304)
    patients = [patient for _ in range(PATIENTS) if (patient := made_up(random)) is not None]
    assert len(patients) > PATIENTS / 2
    assert any(told(patient) for patient in patients)
    assert [found for patient in patients if (found := contradictions(patient))] == []
