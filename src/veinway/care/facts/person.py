"""Who the patient is: age, sex, size, pregnancy, and what keeps an adult pathway from applying."""

from datetime import date

from veinway.care.sources import DICTIONARY, LOCAL, PRODUCT
from veinway.language import *

_D = DICTIONARY.at("section 8, person")

birth_date = date_fact(
    "birth_date",
    "Date of birth",
    ask="What is the date of birth?",
    tell="When were you born?",
    earliest=date(1890, 1, 1),
    latest=date(2100, 1, 1),
    cost=Cost.RECORD,
    find=(Find("patient", "birth-date"),),
    source=_D,
)
age_years = measure(
    "age_years",
    "Age in completed years, as stated",
    ask="What is the age in completed years?",
    tell="How old are you?",
    unit="a",
    step=1,
    domain=(0, 130),
    plausible=(0, 110),
    cost=Cost.RECORD,
    source=_D,
)
age = agreed(age_years, YearsSince(birth_date, INDEX))
adult = age >= 18

sex_at_birth = choice(
    "sex_at_birth",
    "Sex at birth",
    {"female": "female", "male": "male"},
    ask="Which sex was recorded at birth?",
    tell="Which sex were you given at birth?",
    cost=Cost.RECORD,
    find=(Find("patient", "gender"),),
    source=_D,
)
body_weight = measure(
    "body_weight",
    "Body weight",
    ask="What is the actual body weight?",
    tell="How much do you weigh, in kilograms?",
    unit="kg",
    step="0.1",
    domain=("0.1", 650),
    plausible=(30, 300),
    tolerance=1,
    find=(Find("observation", "body-weight", within=months(12), after=days(28)),),
    source=_D,
)
body_height = measure(
    "body_height",
    "Body height",
    ask="What is the height?",
    tell="How tall are you, in centimetres?",
    unit="cm",
    step="0.1",
    domain=(20, 280),
    plausible=(120, 220),
    find=(Find("observation", "body-height"),),
    source=_D,
)
serum_creatinine = measure(
    "serum_creatinine",
    "Serum creatinine",
    ask="What is the serum creatinine, with its unit?",
    unit="umol/L",
    step="0.0001",
    domain=(1, 5000),
    plausible=(20, 1500),
    also={"mg/dL": "88.4"},
    cost=Cost.BLOOD_TEST,
    find=(Find("observation", "creatinine", within=months(12), after=days(28)),),
    source=_D,
)
pregnant_as_recorded = yes_no(
    "pregnant",
    "Pregnant",
    ask="Is the patient pregnant?",
    tell="Are you pregnant?",
    find=(Find("condition", "pregnant", within=days(300)),),
    source=_D,
)
pregnant = presume(
    pregnant_as_recorded,
    NO,
    when=any_of(sex_at_birth.is_("male"), age >= 60),
    because="recorded male, or aged 60 or over",
    source=PRODUCT.at("presumption on pregnancy", LOCAL),
)
postpartum_days = measure(
    "postpartum_days",
    "Days since giving birth",
    ask="How many days since giving birth (never, if never)?",
    tell="Have you had a baby in the last 6 weeks? If so, how many days ago?",
    unit="d",
    step=1,
    domain=(0, 10_000_000),
    or_never=True,
    cost=Cost.ASK,
    source=_D,
)
born_in_last_6_weeks = presume(
    postpartum_days <= 42,
    NO,
    when=any_of(sex_at_birth.is_("male"), age >= 60),
    because="recorded male, or aged 60 or over",
    source=PRODUCT.at("presumption on pregnancy", LOCAL),
)
inpatient_as_recorded = yes_no(
    "inpatient",
    "In hospital, today or when the clot was suspected",
    ask="Is the patient in hospital (or was, when a clot was first suspected)?",
    find=(Find("encounter", "inpatient", within=days(0)),),
    source=_D,
)
inpatient = presume(
    inpatient_as_recorded,
    NO,
    because="no hospital stay is recorded at the time of first suspicion",
    source=PRODUCT.at("presumption on setting", LOCAL),
)
injects_drugs_as_recorded = yes_no(
    "injects_drugs",
    "Injects drugs",
    ask="Does the patient inject drugs?",
    tell="Do you inject drugs, especially in the groin?",
    find=(Find("condition", "injecting-drug-use"),),
    source=_D,
)
injects_drugs = presume(
    injects_drugs_as_recorded,
    NO,
    because="injecting drug use is not recorded",
    source=PRODUCT.at("presumption on injecting drug use", LOCAL),
)
