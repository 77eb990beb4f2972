"""What is said of somebody where a test of the web application begins."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

A_LEG: dict[str, Any] = {
    "birth_date": "1958-02-11",
    "sex_at_birth": "male",
    "haemodynamic_instability": False,
    "cardiac_arrest": False,
    "limb_threat": False,
    "chest_symptoms": False,
    "arm_symptoms": False,
    "leg_symptoms": True,
    "inpatient": False,
}
"""Somebody with symptoms of a leg, of whom no score is known."""

LIKELY: dict[str, Any] = {
    **A_LEG,
    "active_cancer": True,
    "deep_vein_tenderness": True,
    "entire_leg_swollen": True,
    "scan_obtainable_in_4_hours": False,
    "alternative_dvt_at_least_as_likely": False,
}
"""A clot is likely, and no scan can be had in time: interim treatment is due."""

LIKELY_DVT: dict[str, Any] = {
    "birth_date": "1958-02-11",
    "sex_at_birth": "female",
    "haemodynamic_instability": False,
    "limb_threat": False,
    "chest_symptoms": False,
    "arm_symptoms": False,
    "leg_symptoms": True,
    "pregnant": False,
    "postpartum_days": "never",
    "inpatient": False,
    "injects_drugs": False,
    "on_therapeutic_anticoagulation": False,
    "deep_vein_tenderness": True,
    "entire_leg_swollen": True,
    "calf_difference": {"value": "4.5", "unit": "cm"},
    "previous_dvt": False,
    "active_cancer": False,
    "alternative_dvt_at_least_as_likely": False,
}
"""Everything that the score asks for; whether a scan can be had in time is not said."""

NOTHING_AGAINST: dict[str, Any] = yaml.safe_load(
    (resources.files("veinway.given") / "nothing_against_treatment.yaml").read_text("utf-8")
)
