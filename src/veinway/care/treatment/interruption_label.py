"""How long without the drug before a procedure, as the product information counts it: in hours."""

from veinway.care.measures import creatinine_clearance
from veinway.care.sources import APIXABAN_LABEL, DABIGATRAN_LABEL
from veinway.care.treatment.interruption_outcomes import (
    DAYS_1_TO_2,
    DAYS_2_TO_3,
    DAYS_4,
    HOURS_24,
    HOURS_24_OR_48,
    HOURS_48,
    LABEL_SILENT,
)
from veinway.care.treatment.interruption_patients import (
    clearance_30_to_50,
    dabigatran,
    high_risk,
    low_risk,
    minimal_risk,
    taken,
    to_be_interrupted,
)
from veinway.care.treatment.questions import INTERRUPTION
from veinway.language import *

_LABEL = APIXABAN_LABEL.section("4.4")
_DABI = DABIGATRAN_LABEL.section("4.2")

_any_risk = no(minimal_risk)
_80 = creatinine_clearance >= 80
_from_50_to_80 = all_of(creatinine_clearance >= 50, creatinine_clearance < 80)

INTERRUPTION_LABEL = step(
    "interruption_label",
    "Interruption for a procedure, product information",
    question=INTERRUPTION,
    guideline="label",
    subject=PERSON,
    source=_LABEL,
    for_whom=to_be_interrupted,
    conclusion=table(
        "interruption_label_conclusion",
        "Time without the drug before a procedure, product information",
        hit="first",
        source=_LABEL,
        rows=[
            row(
                all_of(taken.is_("apixaban"), low_risk), HOURS_24_OR_48, id="apixaban, low", cite=_LABEL
            ),
            row(all_of(taken.is_("apixaban"), high_risk), HOURS_48, id="apixaban, high", cite=_LABEL),
            row(
                all_of(taken.one_of("rivaroxaban", "edoxaban"), _any_risk),
                HOURS_24,
                id="rivaroxaban, edoxaban",
                cite=_LABEL,
            ),
            row(all_of(dabigatran, _80, high_risk), HOURS_48, id="dabigatran 80, high", cite=_DABI),
            row(all_of(dabigatran, _80, low_risk), HOURS_24, id="dabigatran 80", cite=_DABI),
            row(
                all_of(dabigatran, _from_50_to_80, high_risk),
                DAYS_2_TO_3,
                id="dabigatran 50, high",
                cite=_DABI,
            ),
            row(
                all_of(dabigatran, _from_50_to_80, low_risk),
                DAYS_1_TO_2,
                id="dabigatran 50",
                cite=_DABI,
            ),
            row(
                all_of(dabigatran, clearance_30_to_50, high_risk),
                DAYS_4,
                id="dabigatran 30, high",
                cite=_DABI,
            ),
            row(
                all_of(dabigatran, clearance_30_to_50, low_risk),
                DAYS_2_TO_3,
                id="dabigatran 30",
                cite=_DABI,
            ),
            otherwise(LABEL_SILENT, cite=_LABEL),
        ],
    ),
    plan=[],
)
