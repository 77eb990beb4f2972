"""A planned procedure, a switch, a missed dose: what interrupts or changes an anticoagulant."""

from datetime import date

from veinway.care.sources import APIXABAN_LABEL, DICTIONARY, THROMBOSIS_CANADA
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")
_PERIOPERATIVE = THROMBOSIS_CANADA.at("guide on DOACs around procedures")
_MISSED = APIXABAN_LABEL.section("4.2")

procedure_date = date_fact(
    "procedure_date",
    "Day of the planned procedure",
    ask="On which day is the procedure planned?",
    tell="On which day is your operation?",
    earliest=date(1990, 1, 1),
    latest=date(2100, 1, 1),
    source=_PERIOPERATIVE,
)
procedure_planned = yes_no(
    "procedure_planned",
    "A procedure or an operation is planned",
    ask="Is a procedure or an operation planned?",
    tell="Is an operation or another procedure planned for you?",
    source=_PERIOPERATIVE,
)
procedure_bleeding_risk = choice(
    "procedure_bleeding_risk",
    "Bleeding risk of the procedure",
    {
        "minimal": "minimal (teeth cleaned or 1 or 2 pulled, cataract, minor skin surgery)",
        "low_moderate": "low or moderate",
        "high": "high, or anaesthesia at the spine",
    },
    ask="How high is the bleeding risk of the procedure (anaesthesia at the spine counts as high)?",
    source=_PERIOPERATIVE,
)
high_risk_site_of_surgery = yes_no(
    "high_risk_site_of_surgery",
    "Operation on the heart, the spine or inside the skull",
    ask="Is it an operation on the heart, the spine or inside the skull?",
    source=THROMBOSIS_CANADA.at("guide on warfarin around procedures"),
)
switch_planned = yes_no(
    "switch_planned",
    "A switch to another anticoagulant is planned",
    ask="Is a switch to another anticoagulant planned?",
    source=_D,
)
switch_to = choice(
    "switch_to",
    "Anticoagulant that is to be taken from now on",
    {
        "apixaban": "apixaban",
        "rivaroxaban": "rivaroxaban",
        "edoxaban": "edoxaban",
        "dabigatran": "dabigatran",
        "warfarin": "warfarin or another vitamin K antagonist",
        "lmwh": "a low molecular weight heparin",
        "fondaparinux": "fondaparinux",
        "heparin": "unfractionated heparin",
    },
    ask="Which anticoagulant is to be taken from now on?",
    source=_D,
)
dose_missed = yes_no(
    "dose_missed",
    "A dose of the anticoagulant was missed",
    ask="Was a dose of the anticoagulant missed?",
    tell="Did you miss a dose of your blood thinner?",
    source=_MISSED,
)
missed_dose_of_day = choice(
    "missed_dose_of_day",
    "Which dose was missed",
    {
        "morning": "the morning dose of two a day",
        "evening": "the evening dose of two a day",
        "daily": "the only dose of the day",
    },
    ask="Which dose was missed: of two a day the one in the morning or the evening, or the only one?",
    tell="Which dose did you miss: the one in the morning, the one in the evening, or the only one?",
    source=_MISSED,
)
noticed_the_same_day = yes_no(
    "noticed_the_same_day",
    "The missed dose was noticed on the same day",
    ask="Was the missed dose noticed on the same day (in the evening for one of the evening)?",
    tell="Did you notice on the same day?",
    source=_MISSED,
)
hours_to_next_dose = measure(
    "hours_to_next_dose",
    "Hours until the next dose is due",
    ask="In how many hours is the next dose due?",
    tell="In how many hours is your next dose due?",
    unit="h",
    step="0.1",
    domain=(0, 1000),
    cost=Cost.ASK,
    source=_MISSED,
)
missed_over_24_hours = yes_no(
    "missed_over_24_hours",
    "No dose for more than 24 hours",
    ask="Has there been no dose for more than 24 hours?",
    tell="Have you taken no dose for more than 24 hours?",
    source=_MISSED,
)
