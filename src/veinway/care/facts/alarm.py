"""What sends a patient elsewhere before any score is worked out."""

from veinway.care.sources import DICTIONARY, ESC_2019
from veinway.language import *

_D = DICTIONARY.at("section 3.0")

haemodynamic_instability = yes_no(
    "haemodynamic_instability",
    "Cardiac arrest, shock or persistent low blood pressure",
    ask="Is there cardiac arrest, shock, or low blood pressure for more than 15 minutes?",
    cost=Cost.EXAMINE,
    source=ESC_2019.table(4),
)
limb_threat = yes_no(
    "limb_threat",
    "The limb is threatened",
    ask="Is the limb threatened: blue, white, mottled or black, tight, cold, numb or weak, severe pain?",
    tell="Is the leg blue, very pale, tight, cold, numb, or is the pain severe and getting worse?",
    cost=Cost.EXAMINE,
    source=_D,
)
chest_symptoms = yes_no(
    "chest_symptoms",
    "Chest symptoms that could be an embolism",
    ask="Is there chest pain, breathlessness, coughing of blood or fainting?",
    tell="Do you have chest pain, are you breathless, have you coughed blood or fainted?",
    find=(Find("condition", "chest-symptoms", within=days(14), after=days(1)),),
    source=_D,
)
arm_symptoms = yes_no(
    "arm_symptoms",
    "Symptoms of a clot in an arm",
    ask="Are the symptoms in an arm?",
    tell="Is it your arm that hurts or is swollen?",
    source=_D,
)
leg_symptoms = yes_no(
    "leg_symptoms",
    "Symptoms of a clot in a leg",
    ask="Are the symptoms in a leg?",
    tell="Is it your leg that hurts or is swollen?",
    find=(Find("condition", "leg-symptoms", within=days(14), after=days(1)),),
    source=_D,
)
