"""What opens, merges and closes an episode: of suspicion, one for DVT and embolism together.

A cough or a chest pain alone opens none: hardly any of them is suspected to be an embolism. What opens
one is a leg with symptoms, a test that is only done on suspicion, or a diagnosis; the routing then says
which pathway the episode belongs to.
"""

from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

SUSPECTED_VTE = Episode(
    key="suspected_vte",
    label="An episode of suspected DVT or pulmonary embolism",
    opened_by=(
        "leg-symptoms",
        "d-dimer",
        "leg-vein-scan",
        "leg-vein-scan-request",
        "dvt",
        "ctpa",
        "ctpa-request",
        "lung-scintigraphy",
        "pulmonary-embolism",
    ),
    merged_within=days(28),
    closed_after=days(90),
    source=PRODUCT.at("episodes of suspicion", LOCAL),
)

TREATED_VTE = Episode(
    key="treated_vte",
    label="A person with a clot, or on an anticoagulant, on the day of the evaluation",
    opened_by=("dvt", "pulmonary-embolism", "anticoagulant"),
    merged_within=days(28),
    closed_after=days(90),
    source=PRODUCT.at("episodes of treatment", LOCAL),
    index="at",
)

AT_RISK = Episode(
    key="at_risk",
    label="A person at risk of a clot, on the day of the evaluation",
    opened_by=("inpatient", "leg-plaster", "pregnant", "major-surgery", "active-cancer"),
    merged_within=days(28),
    closed_after=days(90),
    source=PRODUCT.at("episodes of risk", LOCAL),
    index="at",
)

IN_SERVICE = Episode(
    key="in_service",
    label="A person who was in hospital, in plaster, or had a clot, on the day of the evaluation",
    opened_by=("inpatient", "leg-plaster", "dvt", "pulmonary-embolism"),
    merged_within=days(28),
    closed_after=days(90),
    source=PRODUCT.at("people of a service", LOCAL),
    index="at",
)
