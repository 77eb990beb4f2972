"""What AHRQ's indicator 12 asks of a stay with an operation; hardly any of it is in records."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 4, sections 7.4 and 11.7")

surgical_stay = yes_no(
    "surgical_stay",
    "A stay in a surgical group with an operation",
    ask="Was the stay in a surgical group (MS-DRG), with a procedure in an operating room?",
    cost=Cost.RECORD,
    source=_D,
)
clot_after_operation = choice(
    "clot_after_operation",
    "A clot among the secondary diagnoses of the stay",
    {
        "pe": "pulmonary embolism",
        "dvt_proximal": "proximal deep vein thrombosis",
        "dvt_distal": "clot of calf veins only",
        "none": "no clot",
    },
    ask="Which clot is among the secondary diagnoses of the stay?",
    cost=Cost.RECORD,
    source=_D,
)
clot_before_operation = yes_no(
    "clot_before_operation",
    "The clot is the principal diagnosis, or was there on admission",
    ask="Is the clot the principal diagnosis, or was it there on admission?",
    cost=Cost.RECORD,
    source=_D,
)
heparin_thrombocytopenia_in_stay = yes_no(
    "heparin_thrombocytopenia_in_stay",
    "Heparin-induced thrombocytopenia among the diagnoses of the stay",
    ask="Is heparin-induced thrombocytopenia among the diagnoses of the stay?",
    cost=Cost.RECORD,
    source=_D,
)
vein_filter_or_clot_removal_first = yes_no(
    "vein_filter_or_clot_removal_first",
    "The vena cava was interrupted, or a clot of the lung or a dialysis access removed, by the first "
    "operation or as the only one",
    ask="Was the vena cava interrupted, or a clot of the lung or a dialysis access removed, on or "
    "before the day of the first operation, or as the only operation?",
    cost=Cost.RECORD,
    source=_D,
)
first_operation_day = measure(
    "first_operation_day",
    "Day of the stay of the first operation (0: the day of admission)",
    ask="On which day of the stay was the first operation (0: the day of admission)?",
    unit="d",
    step=1,
    domain=(0, 3650),
    plausible=(0, 100),
    cost=Cost.RECORD,
    source=_D,
)
brain_or_spine_injury_on_admission = yes_no(
    "brain_or_spine_injury_on_admission",
    "Acute injury of the brain or the spinal cord on admission",
    ask="Was there an acute injury of the brain or the spinal cord on admission?",
    cost=Cost.RECORD,
    source=_D,
)
ecmo_in_stay = yes_no(
    "ecmo_in_stay",
    "Extracorporeal membrane oxygenation during the stay",
    ask="Was extracorporeal membrane oxygenation used during the stay?",
    cost=Cost.RECORD,
    source=_D,
)
obstetric_stay = yes_no(
    "obstetric_stay",
    "A stay for pregnancy, birth or the weeks after it",
    ask="Was it a stay for pregnancy, birth or the weeks after it (MDC 14)?",
    cost=Cost.RECORD,
    source=_D,
)
