"""Prophylactic doses by mouth: after a planned hip or knee replacement, aspirin also in myeloma."""

from veinway.care.facts.blood_tests import active_bleeding
from veinway.care.facts.medicines import ingredient, medicine
from veinway.care.facts.person import age
from veinway.care.facts.prevention import prophylaxis_group
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import LOCAL, NG89, PREVENTION_LABELS, PRODUCT, U
from veinway.care.treatment.doses.common import NO_DOSE
from veinway.language import *

_APIXABAN = PREVENTION_LABELS.at("apixaban, hip and knee")
_DABIGATRAN = PREVENTION_LABELS.at("dabigatran, hip and knee")
_RIVAROXABAN = PREVENTION_LABELS.at("rivaroxaban, hip and knee", U)
_KIDNEYS = PREVENTION_LABELS.at("kidney function", U)
_BLEEDING = PRODUCT.at("reference 4, section 3, what bars prophylaxis", LOCAL)
_HALVED = PRODUCT.at("reference 4, section 3.4, kidney function halved read as below 50", LOCAL)
_NICE = NG89.at("aspirin after hip and knee replacement")
_MYELOMA = NG89.at("people with cancer", U)
_cc = creatinine_clearance
hip = prophylaxis_group.is_("elective_hip_replacement")
knee = prophylaxis_group.is_("elective_knee_replacement")
_now = within(days(14))
_verapamil = any_event(medicine, ingredient.is_("verapamil"), in_=_now)
_slows = any_event(medicine, ingredient.one_of("amiodarone", "quinidine", "verapamil"), in_=_now)
_kidneys = row(_cc < 15, NO_DOSE, id="clearance_below_15", cite=_KIDNEYS)

APIXABAN_2_5 = dose(
    "apixaban_prophylaxis_2_5",
    "Consider apixaban 2.5 mg twice a day, first 12 to 24 hours after the operation.",
    amount("2.5", "mg", times=2),
)
APIXABAN_DOSE = table(
    "apixaban_prophylaxis_dose",
    "Apixaban for prophylaxis",
    hit="first",
    source=_APIXABAN,
    rows=[
        _kidneys,
        otherwise(APIXABAN_2_5, cite=_APIXABAN),
    ],
)
RIVAROXABAN_10 = dose(
    "rivaroxaban_prophylaxis_10",
    "Consider rivaroxaban 10 mg once a day, first 6 to 10 hours after the operation.",
    amount(10, "mg"),
)
RIVAROXABAN_DOSE = table(
    "rivaroxaban_prophylaxis_dose",
    "Rivaroxaban for prophylaxis",
    hit="first",
    source=_RIVAROXABAN,
    rows=[
        _kidneys,
        otherwise(RIVAROXABAN_10, cite=_RIVAROXABAN),
    ],
)
DABIGATRAN_75, DABIGATRAN_150, DABIGATRAN_220 = [
    dose(
        f"dabigatran_prophylaxis_{mg}",
        f"Consider dabigatran {mg} mg once a day; half of it on the first day, 1 to 4 hours after the "
        "operation.",
        amount(mg, "mg"),
    )
    for mg in (75, 150, 220)
]
DABIGATRAN_DOSE = table(
    "dabigatran_prophylaxis_dose",
    "Dabigatran for prophylaxis",
    hit="first",
    source=_DABIGATRAN,
    rows=[
        row(_cc < 30, NO_DOSE, id="clearance_below_30", cite=_KIDNEYS),
        row(
            all_of(_verapamil, _cc < 50),
            DABIGATRAN_75,
            id="verapamil_and_kidneys",
            cite=_HALVED,
        ),
        row(_cc < 50, DABIGATRAN_150, id="kidneys", cite=_HALVED),
        row(age >= 75, DABIGATRAN_150, id="75_and_over", cite=_DABIGATRAN),
        row(_slows, DABIGATRAN_150, id="interaction", cite=_DABIGATRAN),
        otherwise(DABIGATRAN_220, cite=_DABIGATRAN),
    ],
)
ASPIRIN_75_150 = dose(
    "aspirin_prophylaxis_75_150",
    "Consider aspirin 75 or 150 mg once a day.",
    amount(75, "mg", up_to=150),
)
# A row of its own words: what is not confirmed must not rest on what is.
ASPIRIN_MYELOMA = dose(
    "aspirin_prophylaxis_myeloma",
    "Consider aspirin 75 or 150 mg once a day, in myeloma treated with thalidomide or a related drug.",
    amount(75, "mg", up_to=150),
)
ASPIRIN_DOSE = table(
    "aspirin_prophylaxis_dose",
    "Aspirin for prophylaxis",
    hit="first",
    source=_NICE,
    rows=[
        row(active_bleeding, NO_DOSE, id="bleeding", cite=_BLEEDING),
        row(prophylaxis_group.is_("myeloma_imid"), ASPIRIN_MYELOMA, id="myeloma", cite=_MYELOMA),
        otherwise(ASPIRIN_75_150, cite=_NICE),
    ],
)
