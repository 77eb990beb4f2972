"""Cancer and its treatment, where a score of prevention asks (reference 4, 2.8 and 2.9)."""

from veinway.care.facts.leg import active_cancer
from veinway.care.sources import COMPASS_CAT_2017, DICTIONARY, KHORANA_2008, S
from veinway.language import *

_D = DICTIONARY.at("reference 4, section 11.3")
_KHORANA = KHORANA_2008.at("items", S, "several reprints")
_COMPASS = COMPASS_CAT_2017.at("items", S, "BMJ table")

cancer_in_5_years = yes_no(
    "cancer_in_5_years",
    "Cancer diagnosed or active in the last 5 years, other than skin cancer that is no melanoma",
    ask="Was a cancer diagnosed, or active, in the last 5 years (other than skin cancer that is "
    "no melanoma)?",
    tell="Have you had cancer in the last 5 years?",
    source=_D,
)
chemotherapy = yes_no(
    "chemotherapy",
    "Chemotherapy",
    ask="Is chemotherapy given?",
    tell="Do you have chemotherapy?",
    source=_D,
)
chemotherapy_starting = yes_no(
    "chemotherapy_starting",
    "Chemotherapy is about to start",
    ask="Is chemotherapy about to start, as an outpatient?",
    tell="Are you about to start chemotherapy?",
    source=_KHORANA,
)
khorana_site = choice(
    "khorana_site",
    "Where the cancer is, as Khorana sorts it",
    {
        "very_high": "stomach or pancreas",
        "high": "lung, lymphoma, gynaecological, bladder or testicle",
        "brain_or_myeloma": "brain, or myeloma",
        "other": "elsewhere",
    },
    ask="Where did the cancer start: stomach or pancreas; lung, lymphoma, gynaecological, "
    "bladder or testicle; brain or myeloma; elsewhere?",
    tell="Where in the body did it start?",
    source=_KHORANA,
)
leucocyte_count = measure(
    "leucocyte_count",
    "Leucocyte count",
    ask="What is the leucocyte count?",
    unit="10*9/L",
    step="0.01",
    domain=(0, 1000),
    plausible=(1, 100),
    cost=Cost.BLOOD_TEST,
    find=(Find("observation", "leucocyte-count", within=days(28), after=days(1)),),
    source=_KHORANA,
)
red_cell_growth_factor = yes_no(
    "red_cell_growth_factor",
    "Growth factors for red cells",
    ask="Are growth factors for red cells (ESA) given?",
    tell="Do you have injections to raise your blood count?",
    source=_KHORANA,
)
compass_cancer = choice(
    "compass_cancer",
    "Cancer, as COMPASS-CAT sorts it",
    {"breast": "breast", "colorectal": "bowel", "lung": "lung", "ovarian": "ovary", "other": "another"},
    ask="Is it a cancer of the breast, the bowel, the lung or the ovary?",
    source=_COMPASS,
)
anthracycline_or_antihormonal = yes_no(
    "anthracycline_or_antihormonal",
    "Anthracycline, or anti-hormonal treatment for breast cancer",
    ask="Is an anthracycline given, or an anti-hormonal treatment for breast cancer?",
    source=_COMPASS,
)
days_since_cancer_diagnosis = measure(
    "days_since_cancer_diagnosis",
    "Days since the cancer was diagnosed",
    ask="How many days ago was the cancer diagnosed?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    or_never=True,
    cost=Cost.ASK,
    source=_COMPASS,
)
advanced_cancer_stage = yes_no(
    "advanced_cancer_stage",
    "Advanced stage of the cancer",
    ask="Is the stage of the cancer advanced?",
    source=_COMPASS,
)
two_cardiovascular_factors = yes_no(
    "two_cardiovascular_factors",
    "Two or more of: arterial disease, ischaemic stroke, coronary disease, hypertension, "
    "hyperlipidaemia, diabetes, obesity",
    ask="Are there two or more of: peripheral arterial disease, ischaemic stroke, coronary "
    "disease, hypertension, hyperlipidaemia, diabetes, obesity?",
    source=_COMPASS,
)
recently_in_hospital_acutely = yes_no(
    "recently_in_hospital_acutely",
    "Recently in hospital for an acute illness",
    ask="Was there a recent stay in hospital for an acute illness?",
    source=_COMPASS,
)
cancer_now_or_in_5_years = any_of(active_cancer, cancer_in_5_years)
