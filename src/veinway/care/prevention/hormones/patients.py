"""The women and the facts that both sets of criteria look at."""

from veinway.care.facts.conditions_treatment import breastfeeding_as_recorded
from veinway.care.facts.person import adult, postpartum_days, sex_at_birth
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_hormones import clot_now
from veinway.care.prevention.patients import combined_contraception_asked
from veinway.language import *

for_whom = all_of(adult, sex_at_birth.is_("female"), combined_contraception_asked)
breastfeeds = breastfeeding_as_recorded
gave_birth = postpartum_days
clot_ever = any_of(previous_vte, clot_now)
