"""A leg in plaster: NICE by judgement and 42 days, TRiP(cast) by points."""

from veinway.care.facts.person import adult
from veinway.care.facts.prevention import vte_outweighs_bleeding
from veinway.care.facts.prevention_leg import leg_immobilisation
from veinway.care.prevention.bars import lmwh_barred
from veinway.care.prevention.patients import anticoagulated, leg_in_plaster
from veinway.care.prevention.prophylaxis.outcomes import (
    CAST_NO_MEDICINE,
    CONSIDER_IN_CAST,
    CONSIDER_STOPPING,
    NOTHING_ADDED,
)
from veinway.care.prevention.questions import LEG_CAST
from veinway.care.prevention.scores.bands import HIGH
from veinway.care.prevention.scores.tripcast import TRIP_CAST, scored
from veinway.care.sources import CASTING_2024, LOCAL, NG89, PRODUCT, S, U
from veinway.language import *

_NICE = NG89.at("lower limb immobilisation")
_TRIP = CASTING_2024.at("abstract", S, "the sponsor's page")
_ANTICOAGULATED = NG89.at("people already anticoagulated", U)
_BAR = PRODUCT.at("reference 4, section 3, bars before the group", LOCAL)
days_in_cast = days_since("first", leg_immobilisation)
BARRED = neutral(
    "cast_medicine_barred",
    "LMWH is barred: a clinician decides; consider fondaparinux only where that is not barred.",
    short="LMWH barred",
    strength=Strength.DO_NOT,
)
LEG_CAST_NICE_CONCLUSION = table(
    "leg_cast_nice_conclusion",
    "Medicine with a leg in plaster, by NICE",
    hit="first",
    source=_NICE,
    unless=[row(anticoagulated, NOTHING_ADDED, id="anticoagulated", cite=_ANTICOAGULATED)],
    rows=[
        row(days_in_cast > 42, CONSIDER_STOPPING, id="beyond_42_days", cite=_NICE),
        row(no(vte_outweighs_bleeding), CAST_NO_MEDICINE, id="bleeding_outweighs", cite=_NICE),
        row(lmwh_barred, BARRED, id="barred", cite=_BAR),
        otherwise(CONSIDER_IN_CAST, id="risk_outweighs", cite=_NICE),
    ],
)
_for_whom = all_of(adult, leg_in_plaster)
LEG_CAST_NICE = step(
    "leg_cast_nice",
    "A leg in plaster, NICE NG89",
    question=LEG_CAST,
    guideline="nice",
    subject=PERSON,
    source=_NICE,
    for_whom=_for_whom,
    conclusion=LEG_CAST_NICE_CONCLUSION,
    plan=[],
)
LEG_CAST_TRIP_CONCLUSION = table(
    "leg_cast_trip_conclusion",
    "Medicine with a leg in plaster, by TRiP(cast)",
    hit="first",
    source=_TRIP,
    rows=[
        row(lmwh_barred, BARRED, id="barred", cite=_BAR),
        row(TRIP_CAST.is_(HIGH), CONSIDER_IN_CAST, id="7_and_over", cite=_TRIP),
        otherwise(CAST_NO_MEDICINE, id="below_7", cite=_TRIP),
    ],
)
LEG_CAST_TRIP = step(
    "leg_cast_trip",
    "A leg in plaster, TRiP(cast)",
    question=LEG_CAST,
    guideline="casting",
    subject=PERSON,
    source=_TRIP,
    for_whom=scored,
    conclusion=LEG_CAST_TRIP_CONCLUSION,
    plan=[],
)
