"""What comes before every guideline's choice: whom it is not for, and what leaves few drugs.

Reference 2, section 1.0. A guideline's step is not for these patients; the rows stand in its table too,
so that no drug is ever ranked by a choice that was not meant for the patient.
"""

from veinway.care.facts.blood_tests import active_bleeding
from veinway.care.facts.heparin import hit_suspicion
from veinway.care.facts.person import adult, pregnant
from veinway.care.facts.treatment import indication
from veinway.care.sources import (
    APIXABAN_LABEL,
    ESC_2019,
    LOCAL,
    NG158,
    PRODUCT,
    TC_HIT,
    THROMBOSIS_CANADA,
)
from veinway.care.treatment.bars import (
    bar_on_record,
    hit_in_100_days,
    platelets_below_20_that_stay,
)
from veinway.care.treatment.choice.outcomes import (
    LMWH_IN_PREGNANCY,
    NO_CLOT_TO_TREAT,
    NO_DRUG_WHILE_BARRED,
    NON_HEPARIN,
    OUT_OF_SCOPE_CHILD,
    UFH_INFUSION,
    VALVE_IN_PREGNANCY,
    VKA_FOR_VALVE,
    WHILE_BREASTFEEDING,
)
from veinway.care.treatment.choice.patients import unstable_embolism
from veinway.care.treatment.verdicts.shared import breastfeeding, mechanical
from veinway.language import *

_GATES = PRODUCT.at("reference 2, section 1.0", LOCAL)

# As long as nobody has ruled it out: the 4Ts score is asked where HIT is, not before every choice.
_hit = any_of(
    presume(
        hit_suspicion,
        NO,
        because="none is recorded",
        source=PRODUCT.at("presumption on suspected HIT", LOCAL),
    ),
    hit_in_100_days,
)

# No drug is named while one is known to be ruled out. Each drug's own verdict asks for bleeding and
# platelets; a choice is not held up by them.
_UNASKED = PRODUCT.at("presumption on what bars anticoagulation", LOCAL)
_barred = any_of(
    presume(active_bleeding, NO, because="no bleeding is recorded", source=_UNASKED),
    presume(platelets_below_20_that_stay, NO, because="no platelet count is recorded", source=_UNASKED),
    bar_on_record,
)

FIRST_GATES = [
    row(no(adult), OUT_OF_SCOPE_CHILD, id="G0", cite=NG158.at("context")),
    row(indication.is_("other"), NO_CLOT_TO_TREAT, id="G1", cite=_GATES),
    row(_barred, NO_DRUG_WHILE_BARRED, id="G2", cite=_GATES),
    row(_hit, NON_HEPARIN, id="G5", cite=TC_HIT.at("management")),
]
LATER_GATES = [
    row(all_of(pregnant, mechanical), VALVE_IN_PREGNANCY, id="G4_G6", cite=_GATES),
    row(pregnant, LMWH_IN_PREGNANCY, id="G4_pregnant", cite=ESC_2019.section("9.5")),
    row(mechanical, VKA_FOR_VALVE, id="G6", cite=_GATES),
    row(
        breastfeeding,
        WHILE_BREASTFEEDING,
        id="G4_breastfeeding",
        cite=THROMBOSIS_CANADA.at("pregnancy"),
    ),
]
# NICE has a row of its own for the unstable patient.
UNSTABLE = row(unstable_embolism, UFH_INFUSION, id="G3", cite=APIXABAN_LABEL.section("4.4"))
GATES = [*FIRST_GATES, UNSTABLE, *LATER_GATES]

special_patient = any_of(_barred, _hit, pregnant, mechanical, breastfeeding)
ordinary_adult = all_of(adult, no(special_patient), no(indication.is_("other")))
ordinary_stable_adult = all_of(ordinary_adult, no(unstable_embolism))
