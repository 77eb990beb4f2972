"""Whom the rules around a procedure are for, and the day that they count from."""

from veinway.care.facts.person import adult
from veinway.care.facts.procedure import procedure_bleeding_risk, procedure_date, procedure_planned
from veinway.care.facts.treatment import current_anticoagulant, vte_diagnosis
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

taken = current_anticoagulant
xa_inhibitor = taken.one_of("apixaban", "rivaroxaban", "edoxaban")
dabigatran = taken.is_("dabigatran")
warfarin = taken.is_("warfarin")
minimal_risk = procedure_bleeding_risk.is_("minimal")
low_risk = procedure_bleeding_risk.is_("low_moderate")
high_risk = procedure_bleeding_risk.is_("high")
clearance_30_to_50 = all_of(creatinine_clearance >= 30, creatinine_clearance < 50)
recent_clot = any_event(vte_diagnosis, in_=within(months(3), before=procedure_date))
to_be_interrupted = all_of(
    adult,
    presume(
        procedure_planned,
        NO,
        because="no procedure is recorded as planned",
        source=PRODUCT.at("presumption on procedures", LOCAL),
    ),
    no(taken.is_("none")),
)
