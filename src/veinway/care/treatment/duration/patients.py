"""For whom the length of treatment is decided, and what all guidelines look at."""

from veinway.care.facts.duration import anticoagulation_review, bleeding_risk
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.treatment import indication, treatment_start, vte_diagnosis, vte_site
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.treatment.duration.clot import clot_dated, clot_of_leg_or_lung, long_term
from veinway.care.treatment.duration.outcomes import NOT_DATED
from veinway.language import *

adult_with_clot = all_of(adult, no(expecting_or_new_mother), clot_of_leg_or_lung)
_last_clot = last(vte_diagnosis, vte_site)
adult_with_embolism = all_of(
    adult,
    no(expecting_or_new_mother),
    any_of(indication.is_("pe"), all_of(long_term, _last_clot.is_("pe"))),
)
adult_with_leg_clot = all_of(
    adult,
    no(expecting_or_new_mother),
    any_of(indication.is_("dvt_proximal"), all_of(long_term, _last_clot.is_("dvt_proximal"))),
)
not_dated = row(
    no(clot_dated),
    NOT_DATED,
    id="not_dated",
    cite=PRODUCT.at("reference 2, section 3.1, windows before the clot", LOCAL),
)
high_bleeding_risk = bleeding_risk.is_("high")
not_reviewed_for_a_year = all_of(
    any_event(treatment_start),
    no(any_event(treatment_start, in_=within(months(12)))),
    no(any_event(anticoagulation_review, in_=within(months(12)))),
)
