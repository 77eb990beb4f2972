"""Stents of the iliac veins, and filters of the vena cava (reference 3, section 9.3)."""

from datetime import date

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 3, section 9.3")

venous_claudication = yes_no(
    "venous_claudication",
    "Venous claudication that limits walking",
    ask="Is there bursting pain of the leg on walking that settles with rest and raising it?",
    tell="Does your leg get a bursting pain when you walk, that settles when you rest and raise it?",
    source=_D,
)
stenosis_percent = measure(
    "stenosis_percent",
    "Narrowing of the iliac or common femoral vein (100: closed)",
    ask="How narrow is the iliac or common femoral vein, in per cent (100 if it is closed)?",
    unit="%",
    step="0.1",
    domain=(0, 100),
    cost=Cost.SCAN,
    source=_D,
)
dvt_same_leg_in_3_months = yes_no(
    "ipsilateral_proximal_dvt_in_3_months",
    "A new proximal DVT of that leg in the last 3 months",
    ask="Was there a new proximal DVT of that leg in the last 3 months?",
    source=_D,
)
inflow_adequate = yes_no(
    "inflow_adequate",
    "Good inflow: common femoral, and femoral or deep femoral vein",
    ask="Is the inflow good (common femoral vein, and femoral or deep femoral vein open)?",
    cost=Cost.SCAN,
    source=_D,
)
ankle_brachial_index = measure(
    "abi",
    "Ankle-brachial index",
    ask="What is the ankle-brachial index?",
    unit="1",
    step="0.01",
    domain=(0, 3),
    plausible=("0.1", 2),
    source=_D,
)
stented_before = yes_no(
    "stented_at_this_site",
    "Already stented at this site",
    ask="Is there a stent at this site already?",
    source=_D,
)
conservative_care_tried = yes_no(
    "conservative_care_tried",
    "Conservative care was tried first",
    ask="Was conservative care (compression, exercise, weight) tried first?",
    source=_D,
)
stent = Event(
    "vein_stent",
    "A stent placed in a vein",
    attributes=(),
    ask="When was a stent placed in a vein?",
    find=(Find("procedure", "vein-stent"),),
    source=_D,
)
stent_duplex = Event(
    "stent_duplex",
    "Duplex scan of a stent",
    attributes=(),
    ask="When was the stent scanned?",
    cost=Cost.SCAN,
    find=(Find("scan", "stent-duplex"),),
    source=_D,
)
qualifying_vte = yes_no(
    "qualifying_vte",
    "A proximal DVT of a leg, or an embolism that is not an isolated subsegmental one",
    ask="Is there a proximal DVT of a leg, or an embolism larger than an isolated subsegmental one?",
    source=_D,
)
vte_event_age_days = measure(
    "vte_event_age_days",
    "Days since the newest clot was confirmed",
    ask="How many days since the newest clot was confirmed?",
    unit="d",
    step=1,
    domain=(0, 36500),
    cost=Cost.RECORD,
    source=_D,
)
proximal_residual_thrombus = yes_no(
    "proximal_residual_thrombus",
    "Clot left in a proximal vein",
    ask="Is there still clot in a proximal vein?",
    cost=Cost.SCAN,
    source=_D,
)
in_filter_trial = yes_no(
    "in_filter_trial", "In a trial of filters", ask="Is the patient in a trial of filters?", source=_D
)
cteph_alone = yes_no(
    "cteph_is_the_only_reason",
    "Chronic thromboembolic hypertension is the only reason",
    ask="Is chronic thromboembolic hypertension the only reason for a filter?",
    source=_D,
)
pregnant_near_delivery = yes_no(
    "pregnant_proximal_dvt_delivery_in_2_weeks",
    "Pregnant with a proximal DVT, delivery within 2 weeks, anticoagulation must stop",
    ask="Is the patient pregnant with a proximal DVT, delivery due within 2 weeks, and must "
    "anticoagulation stop?",
    source=_D,
)
bar_for_days_and_little_clot = yes_no(
    "bar_for_days_only_and_little_clot",
    "Anticoagulation is barred for a few days only, and little or no clot is left in the leg",
    ask="Is anticoagulation barred for only a few days, and is little or no clot left in the leg?",
    source=_D,
)
recurrence_on_anticoagulation = yes_no(
    "recurrence_on_anticoagulation",
    "A new clot on full-dose anticoagulation",
    ask="Is this a new clot on full-dose anticoagulation?",
    source=_D,
)
free_floating_or_lysis_planned = yes_no(
    "free_floating_or_lysis_planned",
    "A free-floating clot, or thrombolysis planned",
    ask="Is the clot free-floating, or is thrombolysis or removal planned?",
    source=_D,
)
filter_plan_documented = yes_no(
    "filter_plan_documented",
    "A named person and a date for removing the filter are on record",
    ask="Are a named person and a date for removing the filter on record?",
    source=_D,
)
what_happened = choice(
    "what",
    "What happened to the filter",
    {
        "planned": "it was planned",
        "inserted": "it was placed",
        "booked": "its removal was booked",
        "retrieved": "it was removed",
        "attempt_failed": "an attempt to remove it failed",
        "permanent": "it was declared permanent, with a reason",
        "lost": "the patient was lost to follow-up",
        "died": "the patient died",
    },
    ask="What happened to the filter?",
    source=_D,
)
filter_event = Event(
    "filter_event",
    "Something that happened to a filter of the vena cava",
    attributes=(what_happened,),
    ask="What happened to the filter, and when?",
    find=(Find("procedure", "vena-cava-filter"),),
    source=_D,
)
filter_review = Event(
    "filter_review",
    "Review of a filter of the vena cava",
    attributes=(),
    ask="When was the filter last reviewed?",
    find=(Find("procedure", "filter-review"),),
    source=_D,
)
filter_removal_day = date_fact(
    "filter_retrieval_target_date",
    "The day by which the filter is to be removed",
    ask="By which day is the filter to be removed?",
    earliest=date(1973, 1, 1),
    latest=date(2100, 1, 1),
    cost=Cost.RECORD,
    source=DICTIONARY.at("reference 3, section 4.5"),
)
anticoagulation_established = yes_no(
    "anticoagulation_established",
    "14 days or more of stable anticoagulation",
    ask="Has anticoagulation been stable for 14 days or more?",
    source=_D,
)
