"""Legs that bear a stocking or do not, and long journeys (reference 2, section 8)."""

from veinway.care.sources import AHA_2026, DERBYSHIRE, DICTIONARY, NG89, THROMBOSIS_CANADA, S, U
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 8.2")
_AIR = THROMBOSIS_CANADA.at("air travel")

leg_still_swells_or_hurts = yes_no(
    "leg_still_swells_or_hurts",
    "The leg that had the clot is swollen or hurts",
    ask="Is the leg that had the clot swollen or painful?",
    tell="Is the leg that had the clot swollen, or does it hurt?",
    source=THROMBOSIS_CANADA.at("post-thrombotic syndrome"),
)
arterial_disease_symptoms = yes_no(
    "arterial_disease_symptoms",
    "Symptoms or signs of arterial disease of the legs",
    ask="Are there symptoms or signs of arterial disease of the legs (pain on walking, weak pulses)?",
    tell="Do your calves hurt when you walk, and stop hurting when you stand still?",
    cost=Cost.EXAMINE,
    source=DERBYSHIRE.at("peripheral arterial disease", S, "a formulary page"),
)
abpi = measure(
    "abpi",
    "Ankle brachial pressure index, the lower of both legs",
    ask="What is the ankle brachial pressure index?",
    unit="1",
    step="0.01",
    domain=(0, 5),
    plausible=("0.2", 2),
    cost=Cost.EXAMINE,
    source=_D,
)
arterial_bypass = yes_no(
    "arterial_bypass",
    "Arterial bypass of a leg",
    ask="Is there an arterial bypass in a leg?",
    source=_D,
)
leg_neuropathy = yes_no(
    "leg_neuropathy",
    "Neuropathy of the legs",
    ask="Is there a neuropathy of the legs?",
    tell="Are your feet numb?",
    source=NG89.at("anti-embolism stockings", U),
)
fragile_leg_skin = yes_no(
    "fragile_leg_skin",
    "Fragile or damaged skin of the leg (graft, dermatitis, wound)",
    ask="Is the skin of the leg fragile or damaged: a graft, dermatitis, a wound?",
    cost=Cost.EXAMINE,
    source=NG89.at("anti-embolism stockings", U),
)
severe_heart_failure = yes_no(
    "severe_heart_failure",
    "Severe heart failure, or severe swelling of the legs from it",
    ask="Is there severe heart failure, pulmonary oedema or severe oedema of the legs?",
    source=NG89.at("anti-embolism stockings", U),
)
deformed_leg_or_allergy = yes_no(
    "deformed_leg_or_allergy",
    "A leg that no stocking fits, or an allergy to its material",
    ask="Is the leg too deformed for a stocking, or is there an allergy to its material?",
    source=NG89.at("anti-embolism stockings", U),
)
travel_hours = measure(
    "travel_hours",
    "Hours of the journey that is planned",
    ask="How many hours does the planned journey last (0 if none)?",
    tell="How many hours will your journey take?",
    unit="h",
    step="0.5",
    domain=(0, 72),
    cost=Cost.ASK,
    source=_AIR,
)
raised_travel_risk = yes_no(
    "raised_travel_risk",
    "Raised risk of a clot on a journey",
    ask="Is there a raised risk of a clot on the journey: an earlier clot, cancer, a recent operation, "
    "pregnancy, hormones?",
    source=_AIR,
)
earlier_travel_pe = yes_no(
    "earlier_travel_pe",
    "An earlier embolism that came with a journey",
    ask="Did an earlier embolism come with a journey?",
    source=AHA_2026.at("travel", S, "a third-party extraction"),
)
