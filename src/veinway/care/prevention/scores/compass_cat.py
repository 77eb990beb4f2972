"""COMPASS-CAT: cancer of breast, bowel, lung or ovary; the row on the catheter belongs to it."""

from veinway.care.facts.bleeding_risk import central_venous_catheter
from veinway.care.facts.blood_tests import platelet_count
from veinway.care.facts.person import adult
from veinway.care.facts.prevention_cancer import (
    advanced_cancer_stage,
    anthracycline_or_antihormonal,
    compass_cancer,
    days_since_cancer_diagnosis,
    recently_in_hospital_acutely,
    two_cardiovascular_factors,
)
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.prevention.patients import medical, starts_chemotherapy
from veinway.care.prevention.scores.bands import HIGH, NOT_HIGH
from veinway.care.sources import COMPASS_CAT_2017, S
from veinway.language import *

COMPASS_CAT = score(
    "compass_cat",
    "COMPASS-CAT",
    source=COMPASS_CAT_2017.at("items", S, "reprints"),
    items=[
        points(6, anthracycline_or_antihormonal),
        points(4, days_since_cancer_diagnosis <= 182, "Diagnosed in the last 6 months"),
        points(3, central_venous_catheter),
        points(2, advanced_cancer_stage),
        points(5, two_cardiovascular_factors),
        points(5, recently_in_hospital_acutely),
        points(1, previous_vte, "DVT or pulmonary embolism before"),
        points(2, platelet_count >= 350, "Platelets 350 or more"),
    ],
    bands=[below(7, NOT_HIGH), from_(7, HIGH)],
    for_whom=all_of(
        adult,
        starts_chemotherapy,
        no(medical),
        compass_cancer.one_of("breast", "colorectal", "lung", "ovarian"),
    ),
)
