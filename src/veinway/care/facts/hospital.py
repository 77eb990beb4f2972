"""Stays in hospital, the assessment of the risk of a clot, and the first dose to prevent one."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 4, section 11.7")

hospital_stay = Event(
    "hospital_stay",
    "An admission to hospital",
    attributes=(),
    ask="When was the patient admitted to hospital?",
    find=(Find("encounter", "inpatient"),),
    cost=Cost.RECORD,
    source=_D,
)
hospital_discharge = Event(
    "hospital_discharge",
    "The end of a stay in hospital; today while it goes on",
    attributes=(),
    ask="When did the stay in hospital end?",
    find=(Find("encounter", "inpatient", last_day=True),),
    cost=Cost.RECORD,
    source=_D,
)
assessed_as = choice(
    "assessed_as",
    "What the assessment came to",
    {
        "medicine_needed": "medicine is needed to prevent a clot",
        "no_medicine_needed": "no medicine is needed",
    },
    ask="What did the assessment of the risk of a clot come to?",
    source=_D,
)
vte_risk_assessment = Event(
    "vte_risk_assessment",
    "Assessment of the risk of a clot in hospital or with a leg in plaster",
    attributes=(assessed_as,),
    ask="When was the risk of a clot assessed, and what did it come to?",
    find=(Find("observation", "vte-risk-assessment"),),
    cost=Cost.RECORD,
    source=_D,
)
prophylactic_dose = Event(
    "prophylactic_dose",
    "A dose of medicine to prevent a clot",
    attributes=(),
    ask="When was medicine to prevent a clot given?",
    find=(Find("medication", "anticoagulant"),),
    cost=Cost.RECORD,
    source=_D,
)
clot_present_on_admission = yes_no(
    "clot_present_on_admission",
    "The clot that was found on the day of admission was there on admission",
    ask="Was the clot that was found on the day of admission there on admission?",
    cost=Cost.RECORD,
    source=_D,
)
