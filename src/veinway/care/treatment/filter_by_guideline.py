"""When a vena cava filter is considered, guideline by guideline (reference 2, section 5.3).

A bar to anticoagulation is the main reason. After a failure of treatment NICE and ESC accept a filter,
and Thrombosis Canada does not (D-15, trap T-41).
"""

from veinway.care.facts.person import adult
from veinway.care.facts.recurrence_on_treatment import (
    bar_will_last,
    failure_steps_done,
    filter_in_place,
    high_risk_of_further_pe,
    recurrence_on_treatment,
    unavoidable_operation,
)
from veinway.care.facts.treatment import indication, vte_diagnosis
from veinway.care.sources import (
    CHEST_2021,
    ESC_2019,
    LOCAL,
    NG158,
    PRODUCT,
    THROMBOSIS_CANADA,
    S,
)
from veinway.care.treatment.bars import absolute_bar
from veinway.care.treatment.filter_outcomes import (
    CONSIDER_FILTER,
    FILTER_AFTER_FAILURE,
    FILTER_IIA_C,
    FILTER_RECOMMENDED,
    NO_FILTER,
    NO_FILTER_FOR_FAILURE,
    NO_ROUTINE_FILTER,
    STEPS_BEFORE_FILTER,
    TEMPORARY_FILTER_FOR_OPERATION,
)
from veinway.care.treatment.questions import VENA_CAVA_FILTER
from veinway.language import *

_NICE = NG158.section("1.7", S, "GPnotebook; conditions from memory")
_ESC = ESC_2019.section("6.9, class IIa C")
_ESC_ROUTINE = ESC_2019.section("6.9, class III A")
_CHEST = CHEST_2021.at("inferior vena cava filter, strong")
_TC = THROMBOSIS_CANADA.at("inferior vena cava filters")
_RULE = PRODUCT.at("reference 2, section 5.3", LOCAL)

fresh_clot = any_event(vte_diagnosis, in_=within(days(28)))
_proximal_or_embolism = indication.one_of("dvt_proximal", "pe")
# Expected to last: a filter is not put in for a bar of a few days.
_barred = all_of(absolute_bar, bar_will_last)
filter_to_consider = all_of(_proximal_or_embolism, fresh_clot, _barred)
failed_with_embolism = presume_not(
    recurrence_on_treatment,
    "suspected",
    "excluded",
    "dvt",
    "pe",
    because="nobody suspects another clot",
    source=PRODUCT.at("presumption on another clot", LOCAL),
).is_("pe")
_operation = presume(
    unavoidable_operation,
    NO,
    because="no such operation is on record",
    source=PRODUCT.at("presumption on operations that cannot wait", LOCAL),
)
_has_filter = presume(
    filter_in_place,
    NO,
    because="no filter is on record",
    source=PRODUCT.at("presumption on filters", LOCAL),
)
_clot = all_of(adult, indication.one_of("dvt_proximal", "dvt_distal", "pe", "sspe"))
_retrieve = action(
    "retrieve_filter",
    "Anticoagulation is possible: start it, and have the filter removed once it is established.",
    when=all_of(_has_filter, no(absolute_bar)),
    cite=_RULE,
)
_plan_removal = action(
    "plan_filter_removal",
    "Before a filter is put in: write down the plan and the date of its removal, and review them.",
    when=filter_to_consider,
    until=_has_filter,
    cite=_NICE,
)

FILTER_NICE_CONCLUSION = table(
    "vena_cava_filter_nice_conclusion",
    "Vena cava filter, by NICE",
    hit="first",
    source=_NICE,
    rows=[
        row(filter_to_consider, CONSIDER_FILTER, id="filter_to_consider", cite=_NICE),
        row(
            all_of(failed_with_embolism, failure_steps_done, high_risk_of_further_pe),
            FILTER_AFTER_FAILURE,
            id="filter_after_failure",
            cite=_NICE,
        ),
        row(failed_with_embolism, STEPS_BEFORE_FILTER, id="steps_first", cite=_NICE),
        otherwise(NO_FILTER, id="none", cite=_NICE),
    ],
)
VENA_CAVA_FILTER_NICE = step(
    "vena_cava_filter_nice",
    "Vena cava filter, NICE NG158",
    question=VENA_CAVA_FILTER,
    guideline="nice",
    subject=PERSON,
    source=_NICE,
    for_whom=_clot,
    conclusion=FILTER_NICE_CONCLUSION,
    plan=[_plan_removal, _retrieve],
)
FILTER_ESC_CONCLUSION = table(
    "vena_cava_filter_esc_conclusion",
    "Vena cava filter, by ESC",
    hit="first",
    source=_ESC,
    rows=[
        row(_barred, FILTER_IIA_C, id="bar", cite=_ESC),
        row(failed_with_embolism, FILTER_IIA_C, id="recurrence", cite=_ESC),
        otherwise(NO_ROUTINE_FILTER, id="routine", cite=_ESC_ROUTINE),
    ],
)
VENA_CAVA_FILTER_ESC = step(
    "vena_cava_filter_esc",
    "Vena cava filter, ESC 2019",
    question=VENA_CAVA_FILTER,
    guideline="esc",
    subject=PERSON,
    source=_ESC,
    for_whom=all_of(adult, indication.one_of("pe", "sspe")),
    conclusion=FILTER_ESC_CONCLUSION,
    plan=[],
)
FILTER_CHEST_CONCLUSION = table(
    "vena_cava_filter_chest_conclusion",
    "Vena cava filter, by CHEST",
    hit="first",
    source=_CHEST,
    rows=[
        row(filter_to_consider, FILTER_RECOMMENDED, id="bar", cite=_CHEST),
        otherwise(NO_FILTER, id="anticoagulated", cite=_CHEST),
    ],
)
VENA_CAVA_FILTER_CHEST = step(
    "vena_cava_filter_chest",
    "Vena cava filter, CHEST 2021",
    question=VENA_CAVA_FILTER,
    guideline="chest",
    subject=PERSON,
    source=_CHEST,
    for_whom=_clot,
    conclusion=FILTER_CHEST_CONCLUSION,
    plan=[],
)
FILTER_TC_CONCLUSION = table(
    "vena_cava_filter_tc_conclusion",
    "Vena cava filter, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        row(filter_to_consider, CONSIDER_FILTER, id="bar", cite=_TC),
        row(
            all_of(_proximal_or_embolism, fresh_clot, _operation),
            TEMPORARY_FILTER_FOR_OPERATION,
            id="operation",
            cite=THROMBOSIS_CANADA.at("warfarin: perioperative management"),
        ),
        row(failed_with_embolism, NO_FILTER_FOR_FAILURE, id="recurrence", cite=_TC),
        otherwise(NO_FILTER, id="none", cite=_TC),
    ],
)
VENA_CAVA_FILTER_TC = step(
    "vena_cava_filter_tc",
    "Vena cava filter, Thrombosis Canada 2025",
    question=VENA_CAVA_FILTER,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_clot,
    conclusion=FILTER_TC_CONCLUSION,
    plan=[],
)
