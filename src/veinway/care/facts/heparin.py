"""Heparin, the platelets under it, and heparin-induced thrombocytopenia (reference 2, section 6.5)."""

from veinway.care.sources import DICTIONARY, FOUR_TS_2006, LOCAL, PRODUCT, TC_HIT, S
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")
_COPIES = "two reference tables"
_TABLE = FOUR_TS_2006.at("table", S, _COPIES)

heparin_induced_thrombocytopenia = Event(
    "heparin_induced_thrombocytopenia",
    "Heparin-induced thrombocytopenia that was diagnosed",
    attributes=(),
    ask="Was heparin-induced thrombocytopenia ever diagnosed, and when?",
    find=(Find("condition", "heparin-induced-thrombocytopenia"),),
    source=TC_HIT.at("diagnosis"),
)
hit_suspicion = yes_no(
    "hit_suspicion",
    "Heparin-induced thrombocytopenia is suspected, and has not been ruled out",
    ask="Is heparin-induced thrombocytopenia suspected now (platelets fall under heparin, a new clot, a "
    "reaction to it), and has it not been ruled out?",
    source=TC_HIT.at("diagnosis"),
)
platelets_before_fall = measure(
    "platelets_before_fall",
    "Highest platelet count from the start of heparin, or just before, up to the fall",
    ask="What was the highest platelet count from the start of heparin, or just before, up to the fall?",
    unit="10*9/L",
    step="0.1",
    domain=("0.1", 5000),
    plausible=(20, 1500),
    cost=Cost.BLOOD_TEST,
    source=PRODUCT.at("reference 2, section 6.5, baseline", LOCAL),
)
platelets_lowest = measure(
    "platelets_lowest",
    "Lowest platelet count since heparin was started",
    ask="What was the lowest platelet count since heparin was started?",
    unit="10*9/L",
    step="0.1",
    domain=(0, 5000),
    plausible=(1, 1500),
    cost=Cost.BLOOD_TEST,
    source=_TABLE,
)
heparin_days_to_fall = measure(
    "heparin_days_to_fall",
    "Days from the first dose of this heparin to the fall of the platelets",
    ask="How many days after the first dose of this heparin did the platelets begin to fall?",
    unit="d",
    step=1,
    domain=(0, 1000),
    plausible=(0, 60),
    source=_TABLE,
)
platelet_fall_dated_clearly = yes_no(
    "platelet_fall_dated_clearly",
    "The counts show clearly when the platelets fell",
    ask="Do the counts show clearly when the platelets fell, with none missing?",
    source=_TABLE,
)
days_from_earlier_heparin = measure(
    "days_from_earlier_heparin",
    "Days from the last dose of earlier heparin to the first dose of this heparin",
    ask="How many days before this heparin was heparin last given (never, if never)?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    or_never=True,
    cost=Cost.ASK,
    source=_TABLE,
)
hit_timing_judged = choice(
    "hit_timing_judged",
    "Timing of the fall, as a haematologist judges it where the table has no cell for it",
    {"fits": "fits (2 points)", "may_fit": "may fit (1 point)", "does_not": "does not fit (0 points)"},
    ask="The platelets fell on day 2 or 3 after heparin in the last 100 days: the table has no cell for "
    "it. How does a haematologist judge the timing?",
    source=PRODUCT.at("reference 2, section 6.5, timing gap", LOCAL),
)
hit_clot = choice(
    "hit_clot",
    "Thrombosis, or what else speaks for the heparin",
    {
        "certain": "a new clot that is confirmed, skin necrosis at injection sites, or an acute "
        "reaction after an intravenous bolus",
        "possible": "a clot that grew or came back, skin lesions without necrosis, or a clot that is "
        "suspected only",
        "none": "none of these",
    },
    ask="Is there a new clot, or a reaction of the skin or the body to heparin?",
    source=_TABLE,
)
other_cause_of_low_platelets = choice(
    "other_cause_of_low_platelets",
    "Another cause of the low platelets",
    {"none": "none is apparent", "possible": "possible", "definite": "definite"},
    ask="Is there another cause of the low platelets?",
    source=_TABLE,
)
heparin_setting = choice(
    "heparin_setting",
    "Which heparin is given, and to whom",
    {
        "surgical_ufh": "unfractionated heparin after an operation or an injury",
        "medical_ufh": "unfractionated heparin in medicine or obstetrics",
        "bypass_lmwh": "low molecular weight heparin after cardiopulmonary bypass",
        "surgical_lmwh": "low molecular weight heparin after another operation or an injury",
        "medical_lmwh": "low molecular weight heparin in medicine or obstetrics",
        "none": "no heparin",
    },
    ask="Which heparin is given, and to whom?",
    source=_D,
)
