"""What the patient already takes, and the laboratory's view of it."""

from veinway.care.sources import DICTIONARY, LOCAL, PRODUCT
from veinway.language import *

_D = DICTIONARY.at("section 8, anticoagulation")

on_therapeutic_anticoagulation_as_recorded = yes_no(
    "on_therapeutic_anticoagulation",
    "Already on full-dose anticoagulation when the clot was suspected",
    ask="Was the patient on a full-dose anticoagulant, for whatever reason, at the first suspicion?",
    tell="Do you take a blood thinner?",
    # Of an injection the code rarely tells prevention from treatment: then it has to be asked.
    find=(
        Find("medication", "oral-anticoagulant", within=days(90)),
        Find("medication", "parenteral-anticoagulant", within=days(90)),
    ),
    source=_D,
)
on_therapeutic_anticoagulation = presume(
    on_therapeutic_anticoagulation_as_recorded,
    NO,
    because="no anticoagulant is recorded in the 90 days before the suspicion",
    source=PRODUCT.at("presumption on anticoagulation", LOCAL),
)
inr = measure(
    "inr",
    "International normalised ratio",
    ask="What was the last INR?",
    unit="1",
    step="0.01",
    domain=(0, 50),
    plausible=("0.8", 15),
    cost=Cost.BLOOD_TEST,
    find=(Find("observation", "inr", within=months(12), after=days(28)),),
    source=_D,
)
