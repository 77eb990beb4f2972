"""What a member of the public is asked about their background (reference 1, section 1.4, Q17 to Q26)."""

from veinway.care.sources import DICTIONARY, LOCAL, PRODUCT
from veinway.language import *

recent_surgery_or_bedbound = yes_no(
    "recent_surgery_or_bedbound",
    "Operation, plaster, broken leg, hospital stay or 3 days in bed, in the last 3 months",
    ask="In the last 3 months, was there an operation, a plaster cast, a broken leg, a hospital stay, "
    "or 3 days or more in bed?",
    tell="In the last 3 months, have you had an operation, a plaster cast, a broken leg, a stay in "
    "hospital, or 3 days or more in bed?",
    source=DICTIONARY.at("section 1.4, Q19"),
)
previous_vte = yes_no(
    "previous_vte",
    "Ever a blood clot in a deep vein or a lung",
    ask="Was there ever a clot in a deep vein or a lung?",
    tell="Have you ever had a blood clot in a vein or in the lung?",
    source=DICTIONARY.at("section 1.4, Q20"),
)
on_anticoagulant = choice(
    "on_anticoagulant",
    "Takes a blood thinner, as the person says",
    {
        "no": "no",
        "yes": "yes, every dose",
        "yes_missed_doses": "yes, but doses were missed",
    },
    ask="Is an anticoagulant taken, and were doses missed?",
    tell="Do you take a blood thinner (an anticoagulant)? Aspirin is not one.",
    source=DICTIONARY.at("section 1.4, Q21"),
)
venous_line = yes_no(
    "venous_line",
    "Drip line, port, PICC or pacemaker on that side",
    ask="Is there a venous line, port or pacemaker on that side?",
    tell="Do you have a drip line, a port, a PICC line or a pacemaker on that side?",
    source=DICTIONARY.at("section 1.4, Q24"),
)
_RISKS = DICTIONARY.at("section 1.4, Q26")
long_travel = yes_no(
    "long_travel",
    "A journey of more than 6 hours",
    ask="Is a journey of more than 6 hours planned, or just over?",
    tell="Are you planning a journey of more than 6 hours, or have you just made one?",
    source=_RISKS,
)
family_history_vte = yes_no(
    "family_history_vte",
    "A blood clot in a parent, brother, sister or child",
    ask="Did a parent, sibling or child have a clot?",
    tell="a parent, brother, sister or child who had a blood clot",
    source=_RISKS,
)
obesity = yes_no(
    "obesity", "Very overweight", ask="Is there obesity?", tell="being very overweight", source=_RISKS
)
varicose_veins = yes_no(
    "varicose_veins",
    "Varicose veins",
    ask="Are there varicose veins?",
    tell="varicose veins",
    source=_RISKS,
)
heart_failure = yes_no(
    "heart_failure",
    "Heart failure",
    ask="Is there heart failure?",
    tell="heart failure",
    source=_RISKS,
)
inflammatory_disease = yes_no(
    "inflammatory_disease",
    "Inflammatory disease",
    ask="Is there an inflammatory disease, of the bowel or joints for instance?",
    tell="an inflammatory disease, of the bowel or joints for instance",
    source=_RISKS,
)
smoker = yes_no("smoker", "Smokes", ask="Does the person smoke?", tell="smoking", source=_RISKS)
advice_on_hormones_or_family = yes_no(
    "advice_on_hormones_or_family",
    "Wants advice on the pill or HRT, or on clots in the family",
    ask="Is advice wanted on the choice of pill or HRT, or on clots in the family?",
    tell="Would you like advice on which pill or HRT to take, or on blood clots in your family?",
    source=PRODUCT.at("section 1.5, routine", LOCAL),
)
