"""AHRQ patient safety indicator 12, perioperative embolism or DVT (reference 4, section 7.4).

A clot of calf veins alone does not count, and neither does one that was there on admission. The flag
that says so, the group of the stay and the day of the operation are in hardly any record: without them
the measure cannot be computed, and says so.
"""

from veinway.care.facts.operated_stay import (
    brain_or_spine_injury_on_admission,
    clot_after_operation,
    clot_before_operation,
    ecmo_in_stay,
    first_operation_day,
    heparin_thrombocytopenia_in_stay,
    obstetric_stay,
    surgical_stay,
    vein_filter_or_clot_removal_first,
)
from veinway.care.facts.person import adult
from veinway.care.quality.outcomes import NO_PERIOPERATIVE_CLOT, PERIOPERATIVE_CLOT
from veinway.care.quality.questions import CLOT_AFTER_OPERATION
from veinway.care.sources import AHRQ_PSI_12, U
from veinway.language import *

_SPECIFICATION = AHRQ_PSI_12.at("specification")

PSI_12 = step(
    "quality_psi_12",
    "Embolism or proximal DVT after an operation (AHRQ PSI-12)",
    question=CLOT_AFTER_OPERATION,
    guideline="veinway",
    subject=PERSON,
    source=AHRQ_PSI_12.at("exclusion of obstetric stays by MDC 14", U),
    for_whom=all_of(
        adult,
        surgical_stay,
        no(clot_before_operation),
        no(heparin_thrombocytopenia_in_stay),
        no(vein_filter_or_clot_removal_first),
        first_operation_day < 10,
        no(brain_or_spine_injury_on_admission),
        no(ecmo_in_stay),
        no(obstetric_stay),
    ),
    conclusion=table(
        "quality_psi_12_conclusion",
        "Whether a clot of the lung or of a proximal vein came after the operation",
        hit="first",
        source=_SPECIFICATION,
        rows=[
            row(
                clot_after_operation.one_of("pe", "dvt_proximal"),
                PERIOPERATIVE_CLOT,
                id="yes",
                cite=_SPECIFICATION,
            ),
            otherwise(NO_PERIOPERATIVE_CLOT, id="no", cite=_SPECIFICATION),
        ],
    ),
    plan=[],
)
