"""Vital signs of severe illness (NICE CKS, as the reference quotes it), and what their absence means."""

from veinway.care.facts.chest import (
    body_temperature,
    heart_rate,
    respiratory_rate,
    spo2,
    systolic_bp,
)
from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

low_blood_pressure = systolic_bp < 90
very_fast_heart = heart_rate > 130
very_fast_breathing = respiratory_rate > 25
very_low_oxygen = spo2 < 91
cold_body = body_temperature < 35

# A member of the public measures nothing. What a measurement would show is asked in words: fainting,
# breathlessness, a racing heart, drowsiness. Where something was measured, the measurement counts.
_BECAUSE = "nothing was measured; the questions on breathing, heart beat and fainting are asked instead"
_CITE = PRODUCT.at("presumption on vital signs in public triage", LOCAL)

vital_sign_of_severe_illness = any_of(
    presume(low_blood_pressure, NO, because=_BECAUSE, source=_CITE),
    presume(very_fast_heart, NO, because=_BECAUSE, source=_CITE),
    presume(very_fast_breathing, NO, because=_BECAUSE, source=_CITE),
    presume(very_low_oxygen, NO, because=_BECAUSE, source=_CITE),
    presume(cold_body, NO, because=_BECAUSE, source=_CITE),
)
