"""For whom the length of treatment is decided, and what all guidelines look at."""

from veinway.care.facts.duration import bleeding_risk
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.treatment import indication, vte_diagnosis, vte_site
from veinway.care.treatment.duration.clot import clot_of_leg_or_lung, long_term
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
high_bleeding_risk = bleeding_risk.is_("high")
