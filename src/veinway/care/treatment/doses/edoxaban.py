"""Edoxaban after at least 5 days of an injected anticoagulant, never together with it.

60 mg a day, or 30 mg by any one of three reasons. "Not above a clearance of 95" is for atrial
fibrillation in the USA only and is no rule here (trap T-02).
"""

from veinway.care.facts.leg import active_cancer
from veinway.care.facts.medicines import (
    takes_azithromycin,
    takes_ciclosporin,
    takes_clarithromycin,
    takes_dronedarone,
    takes_erythromycin,
    takes_itraconazole,
    takes_ketoconazole,
    takes_quinidine,
    takes_verapamil,
)
from veinway.care.facts.person import body_weight
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import EDOXABAN_LABEL, ESC_2019, RXNORM_PRODUCTS, US_LABELS, S
from veinway.care.treatment.doses.common import (
    BELOW_15,
    CANADIAN_LABEL,
    NO_DOSE,
    STALE_CREATININE,
    extended_phase,
    treatment_phase,
)
from veinway.care.treatment.doses.lead_in import injections_first
from veinway.care.treatment.verdicts.shared import in_us
from veinway.language import *

_LABEL = EDOXABAN_LABEL.section("4.2")
_US = US_LABELS.at("edoxaban, other medicines", S, "reference 2, section 1.4.3")

EDOXABAN_60 = dose("edoxaban_60_od", "Edoxaban 60 mg once a day.", amount(60, "mg"))
EDOXABAN_30 = dose("edoxaban_30_od", "Edoxaban 30 mg once a day.", amount(30, "mg"))

_medicine_eu = any_of(takes_ciclosporin, takes_dronedarone, takes_erythromycin, takes_ketoconazole)
_medicine_us = any_of(
    takes_verapamil,
    takes_quinidine,
    takes_azithromycin,
    takes_clarithromycin,
    takes_erythromycin,
    takes_itraconazole,
    takes_ketoconazole,
)
EDOXABAN_TREATMENT = table(
    "edoxaban_treatment_dose",
    "Edoxaban, after the lead-in and for as long as it goes on",
    hit="first",
    source=_LABEL,
    rows=[
        row(BELOW_15, NO_DOSE, id="kidney_failure", cite=_LABEL),
        row(between(creatinine_clearance, 15, 50), EDOXABAN_30, id="clearance_15_to_50", cite=_LABEL),
        row(body_weight <= 60, EDOXABAN_30, id="weight_up_to_60", cite=_LABEL),
        row(_medicine_eu, EDOXABAN_30, id="medicine", cite=_LABEL),
        row(all_of(in_us, _medicine_us), EDOXABAN_30, id="medicine_us", cite=_US),
        otherwise(EDOXABAN_60, id="none_of_these", cite=_LABEL),
    ],
)
PHASES = [
    injections_first(_LABEL),
    treatment_phase(EDOXABAN_TREATMENT, _LABEL),
    extended_phase(EDOXABAN_TREATMENT, ESC_2019.section("8.4, note e")),
]
STRENGTHS = strengths(15, 30, 60, source=RXNORM_PRODUCTS.at("edoxaban"))
FLAGS = [
    STALE_CREATININE,
    CANADIAN_LABEL,
    flag(
        "guideline_disagreement",
        "Active cancer: the label says that efficacy and safety are not established; guidelines "
        "recommend it.",
        when=active_cancer,
        source=EDOXABAN_LABEL.section("4.4"),
    ),
    flag(
        "region_specific",
        "The US label lowers the dose with this medicine; the EU and UK label does not.",
        when=all_of(_medicine_us, no(_medicine_eu)),
        source=_US,
    ),
    flag(
        "look_again",
        "30 mg is for as long as the other medicine is taken: look at the dose again when it stops.",
        when=_medicine_eu,
        source=_LABEL,
    ),
]
