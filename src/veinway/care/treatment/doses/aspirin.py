"""Aspirin: no treatment of a clot; only where every anticoagulant is refused after the first months."""

from veinway.care.facts.treatment import indication
from veinway.care.sources import NG158, S
from veinway.care.treatment.doses.common import not_while_bleeding
from veinway.language import *

_DOSE = NG158.section("1.4, aspirin", S, "reference 2, section 3.5")

ASPIRIN_75_TO_100 = dose(
    "aspirin_75_to_100_od",
    "Aspirin 75 to 100 mg once a day (NICE: 75 or 150 mg).",
    amount(75, "mg", up_to=100),
)
ASPIRIN_EXTENDED = table(
    "aspirin_extended_dose",
    "Aspirin in the place of an anticoagulant that was refused",
    hit="unique",
    source=_DOSE,
    rows=[
        not_while_bleeding,
        otherwise(ASPIRIN_75_TO_100, id="everybody_else", cite=_DOSE),
    ],
)
PHASES = [
    phase(
        "extended",
        "After treatment, if every anticoagulant is refused",
        dose=ASPIRIN_EXTENDED,
        lasts=until_review(),
        source=_DOSE,
        when=indication.is_("extended_prevention"),
    )
]
