"""The count of risk factors for bleeding in the CHEST guidelines of 2012 and 2016."""

from veinway.care.facts.bleeding import frequent_falls, renal_failure
from veinway.care.facts.bleeding_risk import (
    alcohol_abuse,
    anaemia,
    bled_before,
    comorbidity_with_reduced_function,
    diabetes,
    liver_failure,
    metastatic_cancer,
    poor_anticoagulant_control,
    recent_surgery,
    stroke_history,
    takes_any_antiplatelet,
    thrombocytopenia,
)
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.medicines import takes_nsaid
from veinway.care.facts.person import adult, age
from veinway.care.sources import CHEST_FACTORS_2016, S
from veinway.care.treatment.bleeding.levels import HIGH, INFORMS, LOW, MODERATE
from veinway.language import *

_TABLE = CHEST_FACTORS_2016.at("table of risk factors", S, "reference 2, section 4.4")

CHEST_FACTORS = score(
    "chest_factors",
    "CHEST count of risk factors for bleeding",
    source=_TABLE,
    items=[
        points(1, age > 65, "Age over 65"),
        points(1, age > 75, "Age over 75, which counts beside the one before"),
        points(1, bled_before, "Bleeding before"),
        points(1, any_of(active_cancer, metastatic_cancer), "Cancer"),
        points(1, metastatic_cancer, "Metastatic cancer, which counts beside the one before"),
        points(1, renal_failure),
        points(1, liver_failure),
        points(1, thrombocytopenia, "Low platelets"),
        points(1, stroke_history),
        points(1, diabetes),
        points(1, anaemia, "Anaemia"),
        points(1, takes_any_antiplatelet, "Antiplatelet drug"),
        points(1, poor_anticoagulant_control),
        points(1, comorbidity_with_reduced_function),
        points(1, recent_surgery),
        points(1, frequent_falls),
        points(1, alcohol_abuse),
        points(1, takes_nsaid, "Non-steroidal anti-inflammatory drug"),
    ],
    bands=[up_to(0, LOW), up_to(1, MODERATE), from_(2, HIGH)],
    for_whom=adult,
    warning=f"Not validated; the table defines no limits but those of age. {INFORMS}",
)

CHEST_FACTORS_RATE = table(
    "chest_factors_rate",
    "Major bleeding by the CHEST count",
    hit="unique",
    source=_TABLE,
    rows=[
        row(
            CHEST_FACTORS.is_(LOW),
            neutral(
                "chest_factors_0",
                "Major bleeding: 1.6 % in the first 3 months, then 0.8 % a year",
                short="1.6 %, then 0.8 %/year",
            ),
            cite=_TABLE,
        ),
        row(
            CHEST_FACTORS.is_(MODERATE),
            neutral(
                "chest_factors_1",
                "Major bleeding: 3.2 % in the first 3 months, then 1.6 % a year",
                short="3.2 %, then 1.6 %/year",
            ),
            cite=_TABLE,
        ),
        row(
            CHEST_FACTORS.is_(HIGH),
            neutral(
                "chest_factors_2",
                "Major bleeding: 12.8 % in the first 3 months, then 6.5 % a year or more",
                short="12.8 %, then 6.5 %/year or more",
            ),
            cite=_TABLE,
        ),
    ],
)
