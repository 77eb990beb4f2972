"""Bands of kidney function, as they are named (reference 2, section 1.1).

No dose goes by these bands: the end points differ by drug and by label, so each drug compares the
clearance itself, which is never the eGFR. Edoxaban and dabigatran count exactly 50 to the band below.
"""

from veinway.care.measures import creatinine_clearance
from veinway.care.sources import DICTIONARY
from veinway.care.treatment.choice.patients import kidney_failure
from veinway.language import *

_BANDS = DICTIONARY.at("reference 2, section 1.1, bands")

NORMAL = neutral("kidneys_normal", "Creatinine clearance of 80 mL/min or more.", short="normal")
MILD = neutral(
    "kidneys_mild", "Mildly impaired kidneys: clearance from 50 to below 80 mL/min.", short="mild"
)
MODERATE = neutral(
    "kidneys_moderate",
    "Moderately impaired kidneys: clearance from 30 to below 50 mL/min.",
    short="moderate",
)
SEVERE = neutral(
    "kidneys_severe", "Severely impaired kidneys: clearance from 15 to below 30 mL/min.", short="severe"
)
FAILURE = neutral(
    "kidneys_failure", "Kidney failure: clearance below 15 mL/min, or dialysis.", short="failure"
)

KIDNEY_BAND = table(
    "kidney_band",
    "Band of kidney function",
    hit="first",
    source=_BANDS,
    rows=[
        row(kidney_failure, FAILURE, id="failure", cite=_BANDS),
        row(creatinine_clearance < 30, SEVERE, id="severe", cite=_BANDS),
        row(creatinine_clearance < 50, MODERATE, id="moderate", cite=_BANDS),
        row(creatinine_clearance < 80, MILD, id="mild", cite=_BANDS),
        otherwise(NORMAL, id="normal", cite=_BANDS),
    ],
)
