"""`veinway demo`: one patient from the first question to the decision, then a made-up population.

Deterministic and offline. The patient is invented; so is everybody in the population.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from veinway.commands.inputs import Patient, read_cases_of
from veinway.commands.output import FINE, shipped_chapter, write_document

if TYPE_CHECKING:
    from veinway.engine.assessment import Assessment
    from veinway.language.knowledge import Knowledge
    from veinway.show.json_answers import Answer

WELLS, GUIDELINE = "wells_dvt", "nice"
SHOWN = ("suspected_dvt_nice", "wells_dvt")
"""The rules whose counts are shown; `veinway cohort` shows all."""
QUESTION = "alternative_dvt_at_least_as_likely"
KNOWN: dict[str, Any] = {
    "birth_date": "1968-05-17",
    "sex_at_birth": "female",
    "pregnant": False,
    "postpartum_days": "never",
    "inpatient": False,
    "injects_drugs": False,
    "on_therapeutic_anticoagulation": False,
    "haemodynamic_instability": False,
    "limb_threat": False,
    "chest_symptoms": False,
    "arm_symptoms": False,
    "leg_symptoms": True,
    "active_cancer": False,
    "paralysis_paresis_or_cast": False,
    "bedridden_days": 0,
    "surgery": [],
    "deep_vein_tenderness": True,
    "entire_leg_swollen": False,
    "calf_difference": {"value": 3.5, "unit": "cm"},
    "collateral_superficial_veins": False,
    "previous_dvt": False,
    "scan_obtainable_in_4_hours": False,
}
"""A woman of 57 with a sore, swollen calf. Nobody has looked for pitting oedema yet, and nobody has
said whether something else would explain the leg as well."""


def run(*, patients: int, seed: int, as_json: bool) -> int:
    """The patient before and after one answer, then the population."""
    from veinway.commands.demo_population import population

    knowledge = shipped_chapter("diagnosis")
    before, after = _assessed(knowledge, KNOWN), _assessed(knowledge, {**KNOWN, QUESTION: False})
    if as_json:
        from veinway.show.json_answers import assess_answer

        pair = [assess_answer("demo", found, knowledge.edition) for found in (before, after)]
        report = population(knowledge, patients, seed)
        write_document({"before": pair[0], "after": pair[1], "population": report})
        return FINE
    _patient(knowledge, before, after)
    _population(population(knowledge, patients, seed), patients)
    return FINE


def _assessed(knowledge: Knowledge, facts: dict[str, Any]) -> Assessment:
    import json

    from veinway.engine.assessment import assess
    from veinway.records.profile import DEFAULT_PROFILE

    case = {"id": "demo", "at": "2026-03-04T10:00", "index": "2026-03-04T09:30", "facts": facts}
    (patient,) = read_cases_of(json.dumps(case), "demo", knowledge, "", DEFAULT_PROFILE)
    assert isinstance(patient, Patient)
    return assess(knowledge, patient.situations[""], GUIDELINE)


def _patient(knowledge: Knowledge, before: Assessment, after: Assessment) -> None:
    from veinway.show.demo_page import chapter, one_question
    from veinway.show.terminal import print_page
    from veinway.show.text import patient_page

    print_page(chapter("1", "A woman of 57 with a sore, swollen calf. The Wells score is not decided:"))
    reading = next(score for score in before.scores if getattr(score.found.of, "key", "") == WELLS)
    print_page(one_question(reading))
    print_page(chapter("2", "The answer is no. Now the pathway says what to do, and by when:"))
    print_page(patient_page("Patient demo", after, knowledge.edition, brief=True))


def _population(report: Answer, patients: int) -> None:
    from veinway.show.demo_page import chapter, next_steps
    from veinway.show.report_page import report_page
    from veinway.show.terminal import print_page

    title = f"The same rules on {patients:,} made-up patients with gaps in their records:"
    print_page(chapter("3", title))
    print_page(report_page(report, rules=SHOWN))
    print_page(next_steps())
