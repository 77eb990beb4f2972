"""The course of a vitamin K antagonist (reference 2, sections 6.6 to 6.9)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 6.7")

warfarin_start = Event(
    "warfarin_start",
    "First dose of the present course of a vitamin K antagonist",
    attributes=(),
    ask="When was the first dose of warfarin given?",
    source=_D,
)
inr_range = choice(
    "inr_range",
    "Target range of the INR",
    {
        "from_2_to_3": "2.0 to 3.0 (target 2.5)",
        "from_2_5_to_3_5": "2.5 to 3.5 (target 3.0)",
        "from_3_to_4": "3.0 to 4.0 (target 3.5)",
    },
    ask="Which INR range is the target?",
    source=_D,
)
temporary_cause = yes_no(
    "inr_temporary_cause",
    "A passing cause explains the INR (missed tablets, alcohol, illness, a short course of a medicine)",
    ask="Does a passing cause explain the INR: missed or extra tablets, alcohol, an illness, a medicine "
    "that was taken for a short time?",
    tell="Did you miss tablets, take extra ones, drink more than usual, fall ill or take "
    "other medicine?",
    source=_D,
)
raised_risk_out_of_range = yes_no(
    "inr_raised_risk",
    "A raised risk of bleeding or of a clot for as long as the INR is out of range",
    ask="Is the risk of bleeding or of a clot raised while the INR is out of range?",
    source=_D,
)
interacting_medicine_started = yes_no(
    "interacting_medicine_started",
    "A medicine that changes the INR was started or stopped since the last INR",
    ask="Was a medicine started or stopped that changes the INR?",
    tell="Has any of your medicines been started or stopped since the last blood test?",
    source=_D,
)
dose_changed = yes_no(
    "warfarin_dose_changed",
    "The dose of warfarin is changed today",
    ask="Is the dose of warfarin changed today?",
    source=_D,
)
dose_discrepancy = yes_no(
    "warfarin_dose_discrepancy",
    "The dose that is taken is not the dose on record",
    ask="Does the patient take another dose of warfarin than the one on record?",
    tell="Do you take another dose of warfarin than the one in your book?",
    source=_D,
)
bleeding_on_vka = choice(
    "bleeding_on_vka",
    "Bleeding while on a vitamin K antagonist",
    {"none": "no bleeding", "non_major": "bleeding that is not major", "major": "major bleeding"},
    ask="Is there bleeding, and is it major?",
    tell="Are you bleeding?",
    source=_D,
)
induction_day = measure(
    "induction_day",
    "Day of induction with warfarin, the first dose being on day 1",
    ask="Which day of the induction is it?",
    unit="d",
    step=1,
    domain=(1, 365),
    source=DICTIONARY.at("reference 2, section 6.6"),
)
warfarin_in_hospital = yes_no(
    "warfarin_in_hospital",
    "Induction in hospital, with heparin cover and a daily INR in the morning",
    ask="Is induction done in hospital, with heparin cover and an INR each morning?",
    source=DICTIONARY.at("reference 2, section 6.6"),
)
frail = yes_no(
    "frail",
    "Frail",
    ask="Is the patient frail?",
    source=DICTIONARY.at("reference 2, section 6.2"),
)
