"""What a dose turns on beside weight, age and kidney function (reference 2, section 1.4)."""

from veinway.care.sources import (
    DICTIONARY,
    ESC_2019,
    LOCAL,
    PRODUCT,
    RASCHKE_1993,
    RIVAROXABAN_LABEL,
    THROMBOSIS_CANADA,
    S,
)
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")

early_pregnancy_weight = measure(
    "early_pregnancy_weight",
    "Body weight in early pregnancy",
    ask="What was the body weight in early pregnancy (at booking)?",
    tell="How much did you weigh at the start of the pregnancy?",
    unit="kg",
    step="0.1",
    domain=("0.1", 650),
    plausible=(30, 300),
    tolerance=1,
    source=ESC_2019.section("9.5"),
)
bleeding_outweighs_recurrence = yes_no(
    "bleeding_outweighs_recurrence",
    "The risk of bleeding is judged higher than that of another clot",
    ask="Is the risk of bleeding judged higher than the risk of another clot?",
    source=RIVAROXABAN_LABEL.section("4.2"),
)
# The lower dose is only chosen by somebody who weighed it: silence leaves the standard dose.
bleeding_judged_higher = presume(
    bleeding_outweighs_recurrence,
    NO,
    because="nobody recorded that the risk of bleeding outweighs that of another clot",
    source=PRODUCT.at("presumption on the weighing of bleeding", LOCAL),
)
full_extended_dose_needed = yes_no(
    "full_extended_dose_needed",
    "High risk of another clot in spite of a reduced dose",
    ask="Is the risk of another clot high: complicated other illness, or a clot on the reduced dose?",
    source=RIVAROXABAN_LABEL.section("4.2"),
)
asian_descent = yes_no(
    "asian_descent",
    "Of Asian descent",
    ask="Is the person of Asian descent (lower doses of warfarin are needed)?",
    source=THROMBOSIS_CANADA.at("warfarin"),
)
thrombolysed_as_recorded = yes_no(
    "thrombolysed",
    "Thrombolysis was given for this clot",
    ask="Was thrombolysis given for this clot?",
    source=THROMBOSIS_CANADA.at("pulmonary embolism"),
)
thrombolysed = presume(
    thrombolysed_as_recorded,
    NO,
    because="no thrombolysis is recorded",
    source=PRODUCT.at("presumption on thrombolysis", LOCAL),
)
aptt_range_set = yes_no(
    "aptt_range_set",
    "The laboratory has set its own APTT range for heparin",
    ask="Has the laboratory set its own APTT range for heparin?",
    cost=Cost.RECORD,
    source=THROMBOSIS_CANADA.at("heparins"),
)
aptt_ratio = measure(
    "aptt_ratio",
    "Activated partial thromboplastin time, ratio to the control",
    ask="What is the APTT ratio?",
    unit="1",
    step="0.01",
    domain=(0, 30),
    plausible=("0.7", 10),
    cost=Cost.BLOOD_TEST,
    source=RASCHKE_1993.at("nomogram", S, "table copies"),
)
heparin_rate = measure(
    "heparin_rate",
    "Present rate of the heparin infusion",
    ask="At what rate does heparin run now, in units per kilogram and hour?",
    unit="[iU]/kg/h",
    step="0.1",
    domain=(0, 100),
    plausible=(5, 40),
    source=RASCHKE_1993.at("nomogram", S, "table copies"),
)
creatinine_test = Event(
    "creatinine_test",
    "A measured creatinine",
    attributes=(),
    ask="When was creatinine last measured?",
    find=(Find("observation", "creatinine"),),
    cost=Cost.BLOOD_TEST,
    source=_D,
)
