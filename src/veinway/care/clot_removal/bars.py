"""What speaks against catheter-directed thrombolysis: SIR's list of 2014, absolute and relative.

The windows of this list are its own: they are not those of thrombolysis for embolism.
"""

from veinway.care.facts.blood_tests import active_bleeding, platelet_count
from veinway.care.facts.chest import systolic_bp
from veinway.care.facts.chest_tests import contrast_allergy
from veinway.care.facts.clot_removal import (
    absolute_bar_to_anticoagulation,
    diabetic_retinopathy,
    egfr_below_60,
    endocarditis,
    gut_bleeding_or_eye_surgery,
    heparin_allergy,
    infected_clot_suspected,
    intracranial_lesion_or_seizures,
    intravascular_coagulation,
    lytic_allergy,
    neurosurgery_or_head_injury,
    operation_birth_or_resuscitation,
    pregnant_or_breastfeeding,
    severe_liver_dysfunction,
    shunt_or_left_heart_clot,
    stroke_or_tia,
    too_ill_for_procedure,
)
from veinway.care.facts.home_treatment import diastolic_bp
from veinway.care.sources import LOCAL, PRODUCT, SIR_2014, S
from veinway.language import *

_LIST = SIR_2014.at("list", S, "a Korean review")
_NUMBER = PRODUCT.at("reference 3, section 2.5, platelets", LOCAL)

ABSOLUTE = neutral(
    "clot_removal_contraindicated", "An absolute contraindication.", rank=3, short="absolute"
)
BLEEDING = neutral(
    "clot_removal_bleeding_risk",
    "A relative contraindication that raises the risk of bleeding.",
    rank=2,
    short="relative, bleeding",
)
CAUTION = neutral(
    "clot_removal_procedure_caution",
    "A caution about the procedure: for the team to weigh; it is no bleeding risk.",
    rank=1,
    short="caution",
)
NOTHING = neutral("clot_removal_not_barred", "Nothing on the list.", rank=0, short="none")

_3_MONTHS = within(months(3))
_10_DAYS = within(days(10))

ABSOLUTE_BARS = any_of(
    active_bleeding,
    intravascular_coagulation,
    any_event(stroke_or_tia, in_=_3_MONTHS),
    any_event(neurosurgery_or_head_injury, in_=_3_MONTHS),
    absolute_bar_to_anticoagulation,
)
BLEEDING_BARS = any_of(
    any_event(operation_birth_or_resuscitation, in_=_10_DAYS),
    intracranial_lesion_or_seizures,
    systolic_bp > 180,
    diastolic_bp > 110,
    any_event(gut_bleeding_or_eye_surgery, in_=_3_MONTHS),
    platelet_count < 100,
    severe_liver_dysfunction,
    endocarditis,
    diabetic_retinopathy,
)
CDT_BARS = table(
    "cdt_contraindications",
    "Contraindications to catheter-directed thrombolysis, SIR 2014",
    hit="worst",
    source=_LIST,
    rows=[
        row(any_of(active_bleeding, intravascular_coagulation), ABSOLUTE, id="CA1", cite=_LIST),
        row(
            any_of(
                any_event(stroke_or_tia, in_=_3_MONTHS),
                any_event(neurosurgery_or_head_injury, in_=_3_MONTHS),
            ),
            ABSOLUTE,
            id="CA2",
            cite=_LIST,
        ),
        row(absolute_bar_to_anticoagulation, ABSOLUTE, id="CA3", cite=_LIST),
        row(any_event(operation_birth_or_resuscitation, in_=_10_DAYS), BLEEDING, id="CR1", cite=_LIST),
        row(intracranial_lesion_or_seizures, BLEEDING, id="CR2", cite=_LIST),
        row(any_of(systolic_bp > 180, diastolic_bp > 110), BLEEDING, id="CR3", cite=_LIST),
        row(any_event(gut_bleeding_or_eye_surgery, in_=_3_MONTHS), BLEEDING, id="CR4", cite=_LIST),
        row(any_of(lytic_allergy, heparin_allergy, contrast_allergy), CAUTION, id="CR5", cite=_LIST),
        row(platelet_count < 100, BLEEDING, id="CR6", cite=_NUMBER),
        row(shunt_or_left_heart_clot, CAUTION, id="CR7", cite=_LIST),
        row(too_ill_for_procedure, CAUTION, id="CR8", cite=_LIST),
        row(infected_clot_suspected, CAUTION, id="CR9", cite=_LIST),
        row(egfr_below_60, CAUTION, id="CR10", cite=_LIST),
        row(pregnant_or_breastfeeding, CAUTION, id="CR11", cite=_LIST),
        row(severe_liver_dysfunction, BLEEDING, id="CR12", cite=_LIST),
        row(endocarditis, BLEEDING, id="CR13", cite=_LIST),
        row(diabetic_retinopathy, BLEEDING, id="CR14", cite=_LIST),
        otherwise(NOTHING, cite=_LIST),
    ],
)
