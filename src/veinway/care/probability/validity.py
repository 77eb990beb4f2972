"""For whom rules hold (reference 1, section 2.13), as rows that come before a rule's own."""

from veinway.care.facts.alarm import haemodynamic_instability
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.person import adult, inpatient, pregnant
from veinway.care.probability.outcomes import (
    NOT_FOR_CHILDREN,
    NOT_FOR_INPATIENTS,
    NOT_IN_PREGNANCY,
    NOT_PREGNANT,
    NOT_WHEN_ANTICOAGULATED,
    NOT_WHEN_UNSTABLE,
)
from veinway.care.sources import ESC_2019, LOCAL, NG158, PRODUCT
from veinway.language import *

child_row = row(no(adult), NOT_FOR_CHILDREN, id="child", cite=PRODUCT.at("section 0.3, under 18", LOCAL))
pregnant_row = row(pregnant, NOT_IN_PREGNANCY, id="pregnant", cite=NG158.at("context"))
not_pregnant_row = row(
    no(pregnant), NOT_PREGNANT, id="not_pregnant", cite=PRODUCT.at("section 2.13", LOCAL)
)
unstable_row = row(haemodynamic_instability, NOT_WHEN_UNSTABLE, id="unstable", cite=ESC_2019.table(4))
inpatient_row = row(
    inpatient, NOT_FOR_INPATIENTS, id="inpatient", cite=PRODUCT.at("section 2.13", LOCAL)
)
anticoagulated_row = row(
    on_therapeutic_anticoagulation,
    NOT_WHEN_ANTICOAGULATED,
    id="anticoagulated",
    cite=PRODUCT.at("section 0.3, D-dimer on anticoagulation", LOCAL),
)

stable_adult_not_pregnant = all_of(adult, no(pregnant), no(haemodynamic_instability))
