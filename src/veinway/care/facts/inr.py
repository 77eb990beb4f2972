"""Measured INRs, one event each: what the overlap with warfarin ends by, and warfarin is dosed by."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11, inr")

inr_value = measure(
    "value",
    "INR",
    ask="What was the INR?",
    unit="1",
    step="0.01",
    domain=(0, 50),
    plausible=("0.8", 15),
    cost=Cost.BLOOD_TEST,
    source=_D,
)
inr_test = Event(
    "inr_test",
    "A measured INR",
    attributes=(inr_value,),
    ask="Which INRs were measured, when, and with what result?",
    find=(Find("observation", "inr"),),
    cost=Cost.BLOOD_TEST,
    source=_D,
)
