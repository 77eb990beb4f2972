"""Conditions that speak for or against single anticoagulants (reference 2, section 1.6)."""

from veinway.care.sources import (
    APIXABAN_LABEL,
    DABIGATRAN_LABEL,
    DICTIONARY,
    ISTH_OBESITY_2021,
    RIVAROXABAN_LABEL,
    THROMBOSIS_CANADA,
    TINZAPARIN_LABEL,
    S,
    U,
)
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")
_VALVE = APIXABAN_LABEL.section("4.4")

breastfeeding_as_recorded = yes_no(
    "breastfeeding",
    "Breastfeeding",
    ask="Is the patient breastfeeding?",
    tell="Are you breastfeeding?",
    source=_D,
)
mechanical_valve = yes_no(
    "mechanical_valve",
    "Mechanical heart valve",
    ask="Is there a mechanical heart valve?",
    tell="Do you have a mechanical heart valve?",
    find=(Find("condition", "mechanical-valve"),),
    source=_VALVE,
)
bioprosthetic_valve = yes_no(
    "bioprosthetic_valve",
    "Biological heart valve prosthesis",
    ask="Is there a biological prosthesis of a heart valve?",
    tell="Do you have a heart valve of animal tissue?",
    source=_VALVE,
)
arterial_clot_in_aps = yes_no(
    "arterial_clot_in_aps",
    "Arterial or microvascular clot in antiphospholipid syndrome",
    ask="Was there an arterial or a microvascular clot in antiphospholipid syndrome?",
    source=THROMBOSIS_CANADA.at("antiphospholipid syndrome"),
)
bariatric_surgery = Event(
    "bariatric_surgery",
    "Operation on stomach or bowel to lose weight",
    attributes=(),
    ask="Was there an operation on stomach or bowel to lose weight, and when?",
    find=(Find("procedure", "bariatric-surgery"),),
    source=ISTH_OBESITY_2021.at("bariatric surgery", S, "a third-party extraction"),
)
upper_gut_not_intact = yes_no(
    "upper_gut_not_intact",
    "No intact upper gastrointestinal tract, or a short bowel",
    ask="Has part of the stomach or the small bowel been removed or bypassed, so that a tablet may not "
    "be taken up?",
    source=THROMBOSIS_CANADA.at("cancer and thrombosis"),
)
repeated_vomiting = yes_no(
    "repeated_vomiting",
    "Repeated vomiting",
    ask="Is there repeated vomiting?",
    tell="Do you vomit again and again?",
    source=THROMBOSIS_CANADA.at("cancer and thrombosis"),
)
feeding_tube = choice(
    "feeding_tube",
    "Tube through which medicines are given",
    {
        "none": "none",
        "gastric": "a tube that ends in the stomach",
        "beyond_stomach": "a tube that ends beyond the stomach",
    },
    ask="Are medicines given through a feeding tube, and where does it end?",
    source=THROMBOSIS_CANADA.at("DOACs, frequent questions"),
)
objects_to_animal_products = yes_no(
    "objects_to_animal_products",
    "Does not want drugs made from animals",
    ask="Does the patient object to drugs that are made from animals (heparins come from pigs)?",
    tell="Would you mind a medicine that is made from pigs?",
    source=DICTIONARY.at("reference 2, section 1.6.10", U),
)
thrombolysis_likely = yes_no(
    "thrombolysis_likely",
    "Thrombolysis or removal of the embolus is planned or likely",
    ask="Is thrombolysis, or removal of the embolus, planned or likely?",
    source=RIVAROXABAN_LABEL.section("4.4"),
)
gastritis_or_reflux = yes_no(
    "gastritis_or_reflux",
    "Gastritis, oesophagitis or reflux",
    ask="Is there a gastritis, an oesophagitis or a reflux?",
    tell="Do you have heartburn, or an inflamed stomach or gullet?",
    source=DABIGATRAN_LABEL.section("4.2"),
)
neuraxial_anaesthesia = yes_no(
    "neuraxial_anaesthesia",
    "Spinal or epidural anaesthesia, now or planned within 24 hours",
    ask="Is there a spinal or epidural anaesthesia or catheter, now or planned within 24 hours?",
    source=TINZAPARIN_LABEL.at("contraindications", S, "a copy of the UK product information"),
)
genitourinary_bleeding = yes_no(
    "genitourinary_bleeding",
    "Bleeding from the urinary tract or the womb",
    ask="Is there bleeding from the urinary tract or the womb?",
    tell="Is there blood in your urine?",
    source=THROMBOSIS_CANADA.at("cancer and thrombosis"),
)
