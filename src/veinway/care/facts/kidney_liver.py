"""Kidney and liver, as far as an anticoagulant turns on them (reference 2, sections 1.1 and 1.2)."""

from veinway.care.sources import APIXABAN_LABEL, CHILD_PUGH_TABLES, DABIGATRAN_LABEL, DICTIONARY, S
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")
_TABLE = CHILD_PUGH_TABLES.at("table")
_LIVER = APIXABAN_LABEL.section("4.2 to 4.4")
_BLOODS = {"within": months(3), "after": days(28)}

acute_kidney_injury = yes_no(
    "acute_kidney_injury",
    "Creatinine that rises fast: by 26 µmol/L in 48 hours, or to 1.5 times its usual value in a week",
    ask="Has the creatinine risen by 26 µmol/L or more in 48 hours, or to 1.5 times its usual value or "
    "more in 7 days?",
    cost=Cost.BLOOD_TEST,
    source=DICTIONARY.at(
        "reference 2, section 1.1, where the clearance is not valid", S, "BMJ Best Practice"
    ),
)
amputation_or_paraplegia = yes_no(
    "amputation_or_paraplegia",
    "Amputation of a limb, or paraplegia",
    ask="Was a limb amputated, or is there a paraplegia?",
    tell="Have you lost a limb, or are your legs paralysed?",
    source=DICTIONARY.at("reference 2, section 1.1, where the clearance is not valid"),
)
bilirubin_total = measure(
    "bilirubin_total",
    "Bilirubin, total",
    ask="What is the total bilirubin, with its unit?",
    unit="umol/L",
    step="0.1",
    domain=(0, 2000),
    plausible=(1, 900),
    # The table prints 34 as 2 mg/dL and 51 as 3 mg/dL: with its own 17 µmol/L in 1 mg/dL both units
    # score alike; with the exact 17.1 a bilirubin of 3.0 mg/dL would fall beyond 51.
    also={"mg/dL": 17},
    cost=Cost.BLOOD_TEST,
    find=(Find("observation", "bilirubin", **_BLOODS),),
    source=_TABLE,
)
serum_albumin = measure(
    "serum_albumin",
    "Albumin",
    ask="What is the albumin, with its unit?",
    unit="g/L",
    step="0.1",
    domain=(1, 100),
    plausible=(10, 60),
    cost=Cost.BLOOD_TEST,
    find=(Find("observation", "albumin", **_BLOODS),),
    source=_TABLE,
)
inr_before_anticoagulation = measure(
    "inr_before_anticoagulation",
    "Last INR before the first dose of an anticoagulant",
    ask="What was the last INR before the first dose of an anticoagulant?",
    unit="1",
    step="0.01",
    domain=(0, 50),
    plausible=("0.8", 15),
    cost=Cost.RECORD,
    source=DICTIONARY.at("reference 2, section 1.2, INR on an anticoagulant"),
)
ascites = choice(
    "ascites",
    "Ascites",
    {
        "none": "none",
        "mild": "mild, or controlled by drugs",
        "severe": "moderate to severe, or refractory",
    },
    ask="Is there ascites, and how much?",
    cost=Cost.EXAMINE,
    source=_TABLE,
)
encephalopathy = choice(
    "encephalopathy",
    "Hepatic encephalopathy",
    {"none": "none", "grade_1_2": "grade 1 or 2", "grade_3_4": "grade 3 or 4"},
    ask="Is there an encephalopathy of the liver, and of which grade?",
    cost=Cost.EXAMINE,
    source=_TABLE,
)
hepatic_coagulopathy = yes_no(
    "hepatic_coagulopathy",
    "Liver disease with a disorder of clotting and a risk of bleeding that matters",
    ask="Is there a liver disease with a disorder of clotting and a risk of bleeding that matters?",
    source=_LIVER,
)
liver_disease_limits_survival = yes_no(
    "liver_disease_limits_survival",
    "Liver disease that is expected to shorten life",
    ask="Is there a liver disease or impairment that is expected to affect survival?",
    source=DABIGATRAN_LABEL.section("4.3"),
)
liver_enzymes_over_2_uln = yes_no(
    "liver_enzymes_over_2_uln",
    "ALT or AST more than twice the upper limit of normal",
    ask="Is the ALT or the AST more than twice the laboratory's upper limit of normal?",
    cost=Cost.BLOOD_TEST,
    source=_LIVER,
)
bilirubin_1_5_uln_or_more = yes_no(
    "bilirubin_1_5_uln_or_more",
    "Total bilirubin 1.5 times the upper limit of normal or more",
    ask="Is the total bilirubin 1.5 times the laboratory's upper limit of normal or more?",
    cost=Cost.BLOOD_TEST,
    source=_LIVER,
)
