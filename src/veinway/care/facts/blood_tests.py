"""Blood tests that treatment goes by (reference 2, sections 6.1 and 11)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")

platelet_count = measure(
    "platelet_count",
    "Platelet count",
    ask="What is the platelet count?",
    unit="10*9/L",
    step="0.1",
    domain=(0, 5000),
    plausible=(5, 1500),
    tolerance=5,
    cost=Cost.BLOOD_TEST,
    find=(Find("observation", "platelet-count", within=months(3), after=days(28)),),
    source=_D,
)
haemoglobin = measure(
    "haemoglobin",
    "Haemoglobin",
    ask="What is the haemoglobin, with its unit?",
    unit="g/L",
    step="0.1",
    domain=(1, 300),
    plausible=(30, 220),
    cost=Cost.BLOOD_TEST,
    find=(Find("observation", "haemoglobin", within=months(12), after=days(28)),),
    source=_D,
)
active_bleeding = yes_no(
    "active_bleeding",
    "Active bleeding that matters clinically",
    ask="Is there active bleeding that matters clinically?",
    tell="Are you bleeding now?",
    source=_D,
)
