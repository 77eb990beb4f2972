"""Whether a clot of an arm is suspected beside what else is: then no drug is stopped for the rest."""

from veinway.care.facts.alarm import arm_symptoms
from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

arm_open = presume(
    arm_symptoms,
    NO,
    because="no symptom in an arm is on record beside those that are",
    source=PRODUCT.at("presumption on symptoms in an arm", LOCAL),
)
