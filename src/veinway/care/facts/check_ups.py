"""Check-ups while on treatment (reference 2, sections 6.1 and 6.2)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 6.2")

treatment_bloods = Event(
    "treatment_bloods",
    "Blood count, kidney and liver function on treatment",
    attributes=(),
    ask="When were blood count, kidney and liver function last checked?",
    find=(Find("observation", "creatinine"),),
    cost=Cost.BLOOD_TEST,
    source=_D,
)
treatment_review = Event(
    "treatment_review",
    "Review of anticoagulation: adherence, bleeding, side effects, medicines, whether to go on",
    attributes=(),
    ask="When was anticoagulation last reviewed?",
    find=(Find("procedure", "anticoagulation-review"),),
    source=_D,
)
intercurrent_event = yes_no(
    "illness_bleeding_or_new_medicine",
    "An illness, a bleeding or a new interacting medicine since the last check",
    ask="Was there an illness, a bleeding, or a new interacting medicine since the last check?",
    tell="Have you been ill, bled, or started a new medicine since your last check?",
    source=_D,
)
