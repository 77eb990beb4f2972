"""What comes before every guideline's choice: whom it is not for, and what leaves one drug only.

Reference 2, section 1.0. A guideline's step is not for these patients; the rows stand in its table too,
so that no drug is ever ranked by a choice that was not meant for the patient.
"""

from veinway.care.facts.person import adult, pregnant
from veinway.care.facts.treatment import indication
from veinway.care.sources import APIXABAN_LABEL, ESC_2019, LOCAL, NG158, PRODUCT
from veinway.care.treatment.choice.outcomes import (
    LMWH_IN_PREGNANCY,
    NO_CLOT_TO_TREAT,
    OUT_OF_SCOPE_CHILD,
    UFH_INFUSION,
)
from veinway.care.treatment.choice.patients import unstable_embolism
from veinway.language import *

_GATES = PRODUCT.at("reference 2, section 1.0", LOCAL)
_UNSTABLE = APIXABAN_LABEL.section("4.4")

GATES = [
    row(no(adult), OUT_OF_SCOPE_CHILD, id="G0", cite=NG158.at("context")),
    row(indication.is_("other"), NO_CLOT_TO_TREAT, id="G1", cite=_GATES),
    row(pregnant, LMWH_IN_PREGNANCY, id="G4_pregnant", cite=ESC_2019.section("9.5")),
]
# NICE has a row of its own for the unstable patient.
GATES_AND_INSTABILITY = [*GATES, row(unstable_embolism, UFH_INFUSION, id="G3", cite=_UNSTABLE)]

ordinary_adult = all_of(adult, no(pregnant), no(indication.is_("other")))
ordinary_stable_adult = all_of(ordinary_adult, no(unstable_embolism))
