"""Pregnancy and the time after birth: what its own rules ask."""

from fractions import Fraction

from veinway.care.facts.person import born_in_last_6_weeks, pregnant
from veinway.care.sources import DICTIONARY, ESC_2019, LOCAL, PRODUCT, RCOG_37B, U
from veinway.language import *

_D = DICTIONARY.at("section 8, pregnancy")

gestational_age_weeks = measure(
    "gestational_age_weeks",
    "Gestational age",
    ask="How many weeks pregnant (weeks and days, in weeks or in days)?",
    tell="How many weeks pregnant are you?",
    unit="wk",
    # Both whole days (sevenths of a week) and tenths of a week lie on this grid.
    step=Fraction(1, 70),
    domain=(0, 45),
    find=(Find("observation", "gestational-age", within=days(7), after=days(1)),),
    source=_D,
)
leg_side = choice(
    "leg_side",
    "Which leg has symptoms",
    {"left": "the left leg", "right": "the right leg", "both": "both legs"},
    ask="Which leg has symptoms?",
    tell="Which leg is it?",
    cost=Cost.ASK,
    find=(Find("observation", "leg-side", within=days(7), after=days(7)),),
    source=_D,
)

# During pregnancy or within 42 days of birth: one pathway (reference 1, section 5.1).
expecting_or_new_mother = any_of(pregnant, born_in_last_6_weeks)
clinical_suspicion = choice(
    "clinical_suspicion",
    "Clinical suspicion of a clot in pregnancy",
    {"low": "low", "intermediate": "neither low nor high", "high": "high"},
    ask="How strong is the suspicion of a clot, by the clinician's own judgement?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "clinical-suspicion", within=days(1), after=days(14)),),
    source=RCOG_37B.at("rows R3 and R4"),
)
# The guideline knows low and high; whoever says neither has not said low.
suspicion_not_low = clinical_suspicion.one_of("intermediate", "high")
back_or_buttock_pain = yes_no(
    "back_or_buttock_pain",
    "Pain in the back or the buttock of the side of the leg",
    ask="Is there pain in the back or the buttock?",
    tell="Does your back or your buttock hurt?",
    find=(Find("condition", "back-or-buttock-pain", within=days(14), after=days(7)),),
    source=RCOG_37B.at("row R5", U),
)
iliac_imaging_result = choice(
    "iliac_imaging_result",
    "Result of imaging of the iliac veins (Doppler, MR or conventional venography)",
    {
        "clot": "clot in an iliac vein",
        "no_clot": "no clot in the iliac veins",
        "indeterminate": "indeterminate",
    },
    ask="What did imaging of the iliac veins show?",
    cost=Cost.SCAN,
    find=(Find("observation", "iliac-imaging-result", within=days(1), after=days(90)),),
    source=RCOG_37B.at("row R5", U),
)
chest_x_ray_result = choice(
    "chest_x_ray_result",
    "Result of the chest X-ray",
    {"normal": "normal", "abnormal": "abnormal"},
    ask="Is the chest X-ray normal or abnormal?",
    cost=Cost.SCAN,
    find=(Find("observation", "chest-x-ray-result", within=days(1), after=days(2)),),
    source=ESC_2019.at("figure 7"),
)
experienced_reading = choice(
    "experienced_reading",
    "What a radiologist with experience in pregnancy sees on the lung imaging",
    {
        "confirms": "an embolism is confirmed",
        "refutes": "there is no embolism",
        "unclear": "it stays unclear",
    },
    ask="What did a reader with experience in diagnosing embolism in pregnancy see?",
    cost=Cost.SCAN,
    find=(Find("observation", "experienced-reading", within=days(1), after=days(14)),),
    source=ESC_2019.at("figure 7"),
)
intravascular_coagulation = yes_no(
    "intravascular_coagulation",
    "Disseminated intravascular coagulation",
    ask="Is there disseminated intravascular coagulation?",
    cost=Cost.BLOOD_TEST,
    find=(Find("condition", "intravascular-coagulation", within=days(1), after=days(1)),),
    source=ESC_2019.section("9.5"),
)
respiratory_failure = yes_no(
    "respiratory_failure",
    "Respiratory failure",
    ask="Is there respiratory failure?",
    cost=Cost.EXAMINE,
    find=(Find("condition", "respiratory-failure", within=days(1), after=days(1)),),
    source=ESC_2019.section("9.5"),
)
collapse_explained = yes_no(
    "collapse_explained",
    "The arrest, shock or respiratory failure has another explanation",
    ask="Is the arrest, shock or respiratory failure explained by something else?",
    cost=Cost.EXAMINE,
    source=PRODUCT.at("section 5.1, amniotic fluid embolism", LOCAL),
)
