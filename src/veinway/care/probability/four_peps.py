"""4PEPS: four levels of probability, each with its own way to rule embolism out."""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.chest import (
    chest_pain,
    chronic_respiratory_disease,
    dyspnoea,
    heart_rate,
    leg_plaster_in_4_weeks,
    low_oxygen_saturation,
    oestrogen_use,
    pe_most_likely,
    syncope,
)
from veinway.care.facts.leg import bedridden_days, surgery
from veinway.care.facts.leg_signs import leg_pain, previous_vte, unilateral_leg_swelling
from veinway.care.facts.person import age, sex_at_birth
from veinway.care.facts.tests import d_dimer
from veinway.care.probability.levels import HIGH, LOW, MODERATE
from veinway.care.probability.outcomes import (
    CHEST_IMAGING_NEEDED,
    CHEST_IMAGING_WITHOUT_D_DIMER,
    PE_EXCLUDED,
    PE_EXCLUDED_WITHOUT_TEST,
)
from veinway.care.probability.validity import (
    anticoagulated_row,
    child_row,
    pregnant_row,
    stable_adult_not_pregnant,
    unstable_row,
)
from veinway.care.sources import ROY_2021, S
from veinway.language import *

VERY_LOW = Band("very_low", "very low probability")
_RULE = ROY_2021.at("tables", S, "MedicalAlgorithms and MDCalc")

_immobile = any_of(any_event(surgery, in_=within(weeks(4))), leg_plaster_in_4_weeks, bedridden_days > 3)
FOUR_PEPS = score(
    "four_peps",
    "4PEPS, four-level probability of embolism",
    source=_RULE,
    items=[
        only_one(points(-2, age < 50, "Younger than 50"), points(-1, age < 65, "50 to 64"), label="Age"),
        points(-1, chronic_respiratory_disease),
        points(-1, heart_rate < 80, "Heart rate below 80"),
        points(1, all_of(chest_pain, dyspnoea), "Chest pain and new breathlessness"),
        points(2, sex_at_birth.is_("male"), "Male sex"),
        points(2, oestrogen_use),
        points(2, previous_vte, "Previous DVT or PE"),
        points(2, syncope),
        points(
            2, _immobile, "Surgery, a leg in plaster or more than 3 days in bed, in the last 4 weeks"
        ),
        points(3, low_oxygen_saturation, "Oxygen saturation below 95 %"),
        points(3, any_of(leg_pain, unilateral_leg_swelling), "Calf pain or oedema of one leg"),
        points(5, pe_most_likely),
    ],
    bands=[below(0, VERY_LOW), up_to(5, LOW), up_to(12, MODERATE), from_(13, HIGH)],
    for_whom=stable_adult_not_pregnant,
    warning="At what time heart rate and saturation were taken was not assessed by the authors.",
)
FOUR_PEPS_RESULT = table(
    "four_peps_result",
    "4PEPS with its D-dimer",
    hit="first",
    source=_RULE,
    unless=[child_row, pregnant_row, unstable_row, anticoagulated_row],
    rows=[
        row(FOUR_PEPS.is_(VERY_LOW), PE_EXCLUDED_WITHOUT_TEST, id="very_low", cite=_RULE),
        row(FOUR_PEPS.is_(HIGH), CHEST_IMAGING_WITHOUT_D_DIMER, id="high", cite=_RULE),
        row(all_of(FOUR_PEPS.is_(LOW), d_dimer < 1000), PE_EXCLUDED, id="low", cite=_RULE),
        # Below 500 or below ten times the age: the larger of the two.
        row(all_of(FOUR_PEPS.is_(MODERATE), d_dimer_negative), PE_EXCLUDED, id="moderate", cite=_RULE),
        otherwise(CHEST_IMAGING_NEEDED, id="imaging", cite=_RULE),
    ],
)
