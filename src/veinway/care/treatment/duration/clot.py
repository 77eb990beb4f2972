"""What provoked the clot that is treated, in windows that end on the day of that clot.

The treatment is looked at on the day of the evaluation, months or years after the clot: nothing here
counts back from today. Without a dated clot no window lies anywhere; `clot_dated` says so first.
"""

from veinway.care.facts.chest import lower_limb_fracture, trauma
from veinway.care.facts.duration import every_clot_after_major_factor, high_risk_thrombophilia
from veinway.care.facts.leg import surgery
from veinway.care.facts.provoking import (
    MAJOR,
    MAJOR_BY_ESC,
    MINOR,
    PROVOKING_BY_NICE,
    active_autoimmune_disease,
    inflammatory_bowel_disease,
    provoking_factor,
    provoking_kind,
)
from veinway.care.facts.treatment import indication, treatment_start, vte_diagnosis
from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

clot_dated = any_event(vte_diagnosis)
clot_day = date_of_event("last", vte_diagnosis)
_in_3_months, _in_2_months = within(months(3), before=clot_day), within(months(2), before=clot_day)

# Operations and injuries have records of their own; whoever lists what provoked the clot names them too.
_SILENT_RECORDS = PRODUCT.at("presumption on operations and injuries before the clot", LOCAL)
_operation = presume(
    any_event(surgery, in_=_in_3_months),
    NO,
    because="no operation is on record",
    source=_SILENT_RECORDS,
)
_injury = presume(
    any_event(trauma, in_=_in_3_months),
    NO,
    because="no injury is on record",
    source=_SILENT_RECORDS,
)
_fracture = presume(
    any_event(lower_limb_fracture, in_=_in_3_months),
    NO,
    because="no fracture is on record",
    source=_SILENT_RECORDS,
)
major_factor = any_of(
    any_event(provoking_factor, provoking_kind.one_of(*MAJOR), in_=_in_3_months), _fracture
)
major_factor_by_esc = any_of(
    any_event(provoking_factor, provoking_kind.one_of(*MAJOR_BY_ESC), in_=_in_3_months), _fracture
)
provoked_by_nice = any_of(
    any_event(provoking_factor, provoking_kind.one_of(*PROVOKING_BY_NICE), in_=_in_3_months),
    _operation,
    _injury,
    _fracture,
)
minor_factor = any_event(provoking_factor, provoking_kind.one_of(*MINOR), in_=_in_2_months)
two_minor_factors = count(provoking_factor, provoking_kind.one_of(*MINOR), in_=_in_2_months) >= 2
# Exactly 30 minutes of general anaesthesia: neither "more than 30" nor "less than 30" (trap T-45).
operation_of_30_minutes = any_event(
    provoking_factor, provoking_kind.is_("surgery_30_minutes"), in_=_in_2_months
)
other_minor_factor = any_event(
    provoking_factor,
    provoking_kind.one_of(*[kind for kind in MINOR if kind != "surgery_30_minutes"]),
    in_=_in_2_months,
)
minor_factor_but_oestrogen = any_event(
    provoking_factor,
    provoking_kind.one_of(*[kind for kind in MINOR if kind != "oestrogen"]),
    in_=_in_2_months,
)

_SILENCE = PRODUCT.at("presumption on lasting causes of a clot", LOCAL)
persistent_factor = any_of(
    presume(inflammatory_bowel_disease, NO, because="none is on record", source=_SILENCE),
    presume(active_autoimmune_disease, NO, because="none is on record", source=_SILENCE),
)
thrombophilia = presume(
    high_risk_thrombophilia,
    NO,
    because="none is on record, and it is not tested for in everybody",
    source=_SILENCE,
)
# Records of one clot may lie some weeks apart; a clot before that is another one.
earlier_clot = any_event(vte_diagnosis, in_=days_before(40_000, 29, clot_day))
recurrent_not_only_after_major = all_of(earlier_clot, no(every_clot_after_major_factor))

three_months_done = all_of(
    any_event(treatment_start), no(any_event(treatment_start, in_=within(months(3))))
)
six_months_done = all_of(
    any_event(treatment_start), no(any_event(treatment_start, in_=within(months(6))))
)
long_term = indication.is_("extended_prevention")
clot_of_leg_or_lung = indication.one_of("dvt_proximal", "pe", "extended_prevention")
