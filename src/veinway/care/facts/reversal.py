"""Bleeding under an anticoagulant, and the last dose of it (reference 2, sections 6.13 and 11)."""

from veinway.care.sources import (
    ANDEXANET_LEAFLET,
    DICTIONARY,
    PROTAMINE_PAGES,
    THROMBOSIS_CANADA,
    S,
)
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")
_GUIDE = THROMBOSIS_CANADA.at("guide on bleeding")
_PROTAMINE = PROTAMINE_PAGES.at("dose", S, "three reference pages")
_HEPARINS = THROMBOSIS_CANADA.at("guide on heparins")

bleeding_severity = choice(
    "bleeding_severity",
    "How severe the bleeding is that there is now",
    {
        "none": "no bleeding",
        "minor": "minor",
        "relevant": "clinically relevant, but not major",
        "major": "major or life-threatening: a critical organ, haemoglobin down by 20 g/L or more, or 2 "
        "units transfused",
    },
    ask="How severe is the bleeding that there is now?",
    source=_GUIDE,
)
hours_since_last_dose = measure(
    "hours_since_last_dose",
    "Hours since the last dose of the anticoagulant",
    ask="How many hours ago was the last dose of the anticoagulant?",
    tell="How many hours ago did you take the last dose of your blood thinner?",
    unit="h",
    step="0.1",
    domain=(0, 100_000),
    cost=Cost.ASK,
    source=_D,
)
last_dose_mg = measure(
    "last_dose_mg",
    "Last single dose of the oral anticoagulant",
    ask="How many mg was the last single dose of the oral anticoagulant?",
    unit="mg",
    step="0.5",
    domain=(0, 1000),
    plausible=("0.5", 300),
    cost=Cost.ASK,
    source=ANDEXANET_LEAFLET.at("dose"),
)
last_lmwh_dose = measure(
    "last_lmwh_dose",
    "Last dose of low molecular weight heparin, in units of anti-Xa activity",
    ask="How many units of anti-Xa activity was the last dose of low molecular weight heparin (1 mg of "
    "enoxaparin is 100 units)?",
    unit="[iU]",
    step=1,
    domain=(0, 100_000),
    plausible=(1000, 30_000),
    also={"mg": 100},
    cost=Cost.ASK,
    source=_PROTAMINE,
)
heparin_in_last_hour = measure(
    "heparin_in_last_hour",
    "Unfractionated heparin given in the last hour",
    ask="How many units of unfractionated heparin were given in the last hour?",
    unit="[iU]",
    step=1,
    domain=(0, 1_000_000),
    plausible=(0, 30_000),
    cost=Cost.ASK,
    source=_HEPARINS,
)
heparin_in_hour_before = measure(
    "heparin_in_hour_before",
    "Unfractionated heparin given in the hour before the last",
    ask="How many units of unfractionated heparin were given in the hour before the last?",
    unit="[iU]",
    step=1,
    domain=(0, 1_000_000),
    plausible=(0, 30_000),
    cost=Cost.ASK,
    source=_HEPARINS,
)
heparin_two_hours_before = measure(
    "heparin_two_hours_before",
    "Unfractionated heparin given in the hour before these two",
    ask="How many units of unfractionated heparin were given in the hour before these two?",
    unit="[iU]",
    step=1,
    domain=(0, 1_000_000),
    plausible=(0, 30_000),
    cost=Cost.ASK,
    source=_HEPARINS,
)
