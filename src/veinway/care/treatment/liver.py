"""The Child-Pugh score: how far a cirrhosis has gone (reference 2, section 1.2).

The INR says nothing about the liver under a vitamin K antagonist or a DOAC: then the last one before
anticoagulation counts, and without it the item stands for any of its points. Copies of the table print
30 for 28 g/L of albumin, or an INR from 1.8, which leaves 1.7 to 1.79 out: they are not used.
"""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.bleeding import cirrhosis as cirrhosis_as_recorded
from veinway.care.facts.kidney_liver import (
    ascites,
    bilirubin_total,
    encephalopathy,
    inr_before_anticoagulation,
    serum_albumin,
)
from veinway.care.facts.treatment import current_anticoagulant
from veinway.care.sources import CHILD_PUGH_TABLES, LOCAL, PRODUCT
from veinway.care.treatment.taken import DOACS
from veinway.language import *

_TABLE = CHILD_PUGH_TABLES.at("table")
CLASS_A = Band("a", "Child-Pugh A")
CLASS_B = Band("b", "Child-Pugh B")
CLASS_C = Band("c", "Child-Pugh C")

cirrhosis = presume(
    cirrhosis_as_recorded,
    NO,
    because="none is recorded",
    source=PRODUCT.at("presumption on liver disease", LOCAL),
)
_inr_misleads = current_anticoagulant.one_of(*DOACS, "warfarin", "other")
_inr_speaks = no(_inr_misleads)
inr_over_2_3 = any_of(
    all_of(_inr_speaks, inr > "2.3"), all_of(_inr_misleads, inr_before_anticoagulation > "2.3")
)
inr_from_1_7 = any_of(
    all_of(_inr_speaks, inr >= "1.7"), all_of(_inr_misleads, inr_before_anticoagulation >= "1.7")
)

CHILD_PUGH = score(
    "child_pugh",
    "Child-Pugh score",
    source=_TABLE,
    items=[
        # Each item has at least one point: those five are given once, so that an item of which nothing
        # is known stands for 1 to 3 points and not for none.
        points(5, cirrhosis, "One point for each of the five items"),
        only_one(
            points(2, bilirubin_total > 51, "Bilirubin over 51 µmol/L (3 mg/dL): 2 more"),
            points(1, bilirubin_total >= 34, "Bilirubin 34 to 51 µmol/L (2 to 3 mg/dL): 1 more"),
            label="Bilirubin",
        ),
        only_one(
            points(2, serum_albumin < 28, "Albumin under 28 g/L: 2 more"),
            points(1, serum_albumin <= 35, "Albumin 28 to 35 g/L: 1 more"),
            label="Albumin",
        ),
        only_one(
            points(2, inr_over_2_3, "INR over 2.3: 2 more"),
            points(1, inr_from_1_7, "INR 1.7 to 2.3: 1 more"),
            label="INR without an anticoagulant",
        ),
        only_one(
            points(2, ascites.is_("severe"), "Moderate to severe or refractory ascites: 2 more"),
            points(1, ascites.is_("mild"), "Mild or controlled ascites: 1 more"),
            label="Ascites",
        ),
        only_one(
            points(2, encephalopathy.is_("grade_3_4"), "Encephalopathy of grade 3 or 4: 2 more"),
            points(1, encephalopathy.is_("grade_1_2"), "Encephalopathy of grade 1 or 2: 1 more"),
            label="Encephalopathy",
        ),
    ],
    bands=[up_to(6, CLASS_A), up_to(9, CLASS_B), from_(10, CLASS_C)],
    for_whom=cirrhosis,
    warning="In diseases with cholestasis other limits of bilirubin hold, which are not used here.",
)
class_a = all_of(cirrhosis, CHILD_PUGH.is_(CLASS_A))
class_b = all_of(cirrhosis, CHILD_PUGH.is_(CLASS_B))
class_c = all_of(cirrhosis, CHILD_PUGH.is_(CLASS_C))
