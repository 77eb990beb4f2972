"""A clot in spite of treatment, and filters (reference 2, sections 5.3 and 7)."""

from veinway.care.sources import DICTIONARY, ESC_2019, NG158, THROMBOSIS_CANADA, S, U
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 7")
_STEPS = NG158.section("1.3, recurrence on treatment", U)
_FILTER = NG158.section("1.7", S, "GPnotebook; conditions from memory")

recurrence_on_treatment = choice(
    "recurrence_on_treatment",
    "Another clot in spite of treatment",
    {
        "no": "not suspected",
        "suspected": "suspected, not settled by imaging yet",
        "excluded": "suspected, and excluded by imaging",
        "dvt": "proven by imaging in a deep vein",
        "pe": "proven by imaging in the lung",
    },
    ask="Is another clot suspected in spite of treatment, and what did imaging show, compared with "
    "earlier imaging?",
    cost=Cost.SCAN,
    source=_D,
)
failure_explained = yes_no(
    "failure_explained",
    "Missed doses, too low a dose, an interaction, poor uptake (rivaroxaban without food), the "
    "weight or "
    "an INR below range explain the clot",
    ask="Do missed doses, a dose that is too low, an interaction, poor uptake, the weight, or "
    "an INR below "
    "range in the last 3 weeks explain the clot?",
    source=_STEPS,
)
loading_interrupted = yes_no(
    "loading_interrupted",
    "The higher first phase of the DOAC was interrupted",
    ask="Was the higher first phase of the DOAC interrupted?",
    source=_D,
)
failure_steps_done = yes_no(
    "failure_steps_done",
    "Adherence and other causes were addressed, and the dose was raised or the drug changed",
    ask="Were adherence and other causes of clotting addressed, and the dose raised or the "
    "drug changed?",
    source=_FILTER,
)
high_risk_of_further_pe = yes_no(
    "high_risk_of_further_pe",
    "High risk of a further embolism",
    ask="Is the risk of a further embolism high?",
    source=_FILTER,
)
bar_will_last = yes_no(
    "bar_will_last",
    "What bars anticoagulation is expected to last for more than a few days",
    ask="Will what bars anticoagulation last for more than a few days?",
    source=DICTIONARY.at("reference 2, section 5.3"),
)
unavoidable_operation = yes_no(
    "unavoidable_operation",
    "An operation that cannot wait until a month after the clot, and for which anticoagulation stops",
    ask="Must an operation be done within a month of the clot, with anticoagulation stopped for it?",
    source=THROMBOSIS_CANADA.at("warfarin: perioperative management"),
)
filter_in_place = yes_no(
    "filter_in_place",
    "A vena cava filter is in place",
    ask="Is a vena cava filter in place?",
    tell="Do you have a filter in the large vein of your belly?",
    source=ESC_2019.section("6.9"),
)
