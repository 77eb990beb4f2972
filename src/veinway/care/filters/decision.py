"""Whether a filter is placed: the order of reference 3, section 4.2; the first row that holds counts.

A trial, chronic hypertension alone, a birth that is near and a bar of a few days count only once known:
silence about them must not keep every patient waiting.
"""

from veinway.care.facts.clot_removal import absolute_bar_to_anticoagulation
from veinway.care.facts.person import adult
from veinway.care.facts.recurrence_on_treatment import failure_steps_done
from veinway.care.facts.stents_filters import (
    bar_for_days_and_little_clot,
    cteph_alone,
    filter_plan_documented,
    free_floating_or_lysis_planned,
    in_filter_trial,
    pregnant_near_delivery,
    proximal_residual_thrombus,
    qualifying_vte,
    recurrence_on_anticoagulation,
    vte_event_age_days,
)
from veinway.care.sources import (
    CHEST_2021,
    ESC_2019,
    LOCAL,
    NG158,
    PRODUCT,
    SIR_2020,
    TC_FILTERS,
    TC_PE_HIGH,
    S,
    U,
)
from veinway.care.treatment.questions import VENA_CAVA_FILTER
from veinway.language import *

_RULE = PRODUCT.at("reference 3, section 4.2", LOCAL)
_SIR = SIR_2020.at("recommendations", S, "two summaries")
_TC = TC_FILTERS.at("indications")
_ONLY_IF_KNOWN = "nothing of the kind is on record, and it is asked about when a filter is considered"

PER_TRIAL = neutral("filter_per_trial", "By the protocol of the trial.", short="by the trial")
NO_FILTER = neutral(
    "filter_not", "No filter.", action="vena_cava_filter", strength=Strength.DO_NOT, short="no filter"
)
NO_FILTER_USUALLY = neutral(
    "filter_usually_not",
    "Usually no filter so late; rare exceptions are a specialist's.",
    action="vena_cava_filter",
    strength=Strength.DO_NOT,
    short="usually no filter",
)
SPECIALIST = neutral(
    "filter_specialist", "A specialist decides on a filter.", action="specialist", short="specialist"
)
MONITOR = neutral(
    "filter_monitor_ultrasound",
    "No filter yet: anticoagulation is barred for days only; repeat the duplex scan.",
    action="repeat_scan",
    short="repeat duplex",
)
CONSIDER_FILTER = commits(
    "filter_consider",
    "Consider a retrievable filter, once a named person and a date for its removal are on record.",
    action="vena_cava_filter",
    strength=Strength.CONSIDER,
    short="consider a filter",
)
PLAN_FIRST = neutral(
    "filter_plan_first",
    "A filter may be considered, but first a named person and a date for its removal must be on record.",
    action="filter_plan",
    short="plan first",
)
TREAT_FAILURE_FIRST = neutral(
    "filter_treat_failure_first",
    "First see to adherence, dose, another cause and another drug; a filter only after that, if at all.",
    action="treat_failure",
    short="treat the failure first",
)
NO_ROUTINE_FILTER = neutral(
    "filter_no_routine",
    "No filter for a free-floating clot or a planned removal of clot, as a routine.",
    action="vena_cava_filter",
    strength=Strength.DO_NOT,
    short="no routine filter",
)

_in_trial = presume(in_filter_trial, NO, because=_ONLY_IF_KNOWN, source=_RULE)
_cteph_alone = presume(cteph_alone, NO, because=_ONLY_IF_KNOWN, source=_RULE)
_near_delivery = presume(pregnant_near_delivery, NO, because=_ONLY_IF_KNOWN, source=_RULE)
_for_days = presume(bar_for_days_and_little_clot, NO, because=_ONLY_IF_KNOWN, source=_RULE)
barred = absolute_bar_to_anticoagulation

FILTER_TABLE = table(
    "vena_cava_filter_conclusion",
    "Whether a filter of the vena cava is placed",
    hit="first",
    source=_RULE,
    rows=[
        row(_in_trial, PER_TRIAL, id="IVC-11", cite=NG158.section("1.7", U)),
        row(_cteph_alone, NO_FILTER, id="IVC-10", cite=_TC),
        row(_near_delivery, SPECIALIST, id="IVC-09", cite=_RULE),
        row(no(qualifying_vte), NO_FILTER, id="IVC-01", cite=_TC),
        row(all_of(barred, _for_days), MONITOR, id="IVC-12", cite=TC_PE_HIGH.at("serial ultrasound")),
        row(
            all_of(barred, vte_event_age_days <= 30, filter_plan_documented),
            CONSIDER_FILTER,
            id="IVC-03",
            cite=CHEST_2021.rec("13"),
        ),
        row(
            all_of(barred, vte_event_age_days <= 30),
            PLAN_FIRST,
            id="IVC-03, no plan",
            cite=NG158.section("1.7", S, "GPnotebook"),
        ),
        row(
            all_of(barred, vte_event_age_days <= 90, proximal_residual_thrombus),
            SPECIALIST,
            id="IVC-05",
            cite=_SIR,
        ),
        row(barred, NO_FILTER_USUALLY, id="IVC-04", cite=_SIR),
        row(
            all_of(recurrence_on_anticoagulation, failure_steps_done),
            SPECIALIST,
            id="IVC-06",
            cite=ESC_2019.section("6.9"),
        ),
        row(recurrence_on_anticoagulation, TREAT_FAILURE_FIRST, id="IVC-06, first", cite=_RULE),
        row(
            free_floating_or_lysis_planned,
            NO_ROUTINE_FILTER,
            id="IVC-08",
            cite=ESC_2019.section("6.9"),
        ),
        otherwise(NO_FILTER, id="IVC-02", cite=CHEST_2021.rec("12")),
    ],
)
FILTER_STEP = step(
    "vena_cava_filter_veinway",
    "A filter of the vena cava",
    question=VENA_CAVA_FILTER,
    guideline="veinway",
    subject=PERSON,
    source=_RULE,
    for_whom=adult,
    conclusion=FILTER_TABLE,
    plan=[],
)
