"""What a choice of anticoagulant may be: the drugs that it allows, the preferred one first."""

from veinway.care.treatment.taken import DOACS
from veinway.language import *

_LMWH = ("enoxaparin", "dalteparin", "tinzaparin")
_STANDARD = ("apixaban", "rivaroxaban", "dabigatran", "edoxaban", "warfarin")

# What comes before every guideline ---------------------------------------------------------------

OUT_OF_SCOPE_CHILD = neutral(
    "treatment_of_a_child",
    "Under 18: these rules are for adults. A paediatric specialist decides.",
    short="a paediatric specialist decides",
)
NO_CLOT_TO_TREAT = neutral(
    "no_clot_to_treat",
    "The anticoagulant is for something else than a clot of a vein or a lung: these rules do not apply.",
    short="no clot to treat",
)
NO_DRUG_WHILE_BARRED = neutral(
    "no_drug_while_barred",
    "Something rules out every anticoagulant: none, unless a specialist overrides it. Think of a vena "
    "cava filter where there is a recent clot in a proximal vein or the lung.",
    action="anticoagulate",
    strength=Strength.DO_NOT,
    short="no anticoagulant: something rules it out",
)
LMWH_IN_PREGNANCY = commits(
    "lmwh_in_pregnancy",
    "Pregnant: LMWH, by the weight of early pregnancy; unfractionated heparin if LMWH cannot be given. "
    "No tablet.",
    action="lmwh",
    drugs=(*_LMWH, "heparin"),
    short="LMWH",
)
VALVE_IN_PREGNANCY = neutral(
    "valve_in_pregnancy",
    "Pregnant, with a mechanical heart valve: a specialist decides.",
    action="specialist_choice",
)
VKA_FOR_VALVE = commits(
    "vka_for_valve",
    "Mechanical heart valve: a vitamin K antagonist, with the INR target of the valve (mitral: 3.0, 2.5 "
    "to 3.5). No DOAC.",
    action="vitamin_k_antagonist",
    drugs=("warfarin",),
    short="a vitamin K antagonist",
)
WHILE_BREASTFEEDING = commits(
    "while_breastfeeding",
    "Breastfeeding: LMWH, unfractionated heparin or warfarin. No DOAC; fondaparinux is not recommended.",
    action="lmwh_or_vka",
    drugs=(*_LMWH, "warfarin", "heparin"),
    short="LMWH or warfarin",
)
NON_HEPARIN = neutral(
    "non_heparin",
    "Heparin-induced thrombocytopenia, suspected or in the last 100 days: no heparin of any kind. "
    "Another anticoagulant (argatroban, bivalirudin, fondaparinux or a DOAC, most of them off-label), "
    "with a haematologist; warfarin only once the platelets are 150 or more.",
    action="non_heparin",
    drugs=("fondaparinux", "rivaroxaban", "apixaban", "dabigatran", "edoxaban"),
    short="no heparin: another anticoagulant, with a haematologist",
)
NO_SPECIAL_REASON = silent("no_special_reason", "Nothing here narrows the choice.")
NOT_SPOKEN_OF = silent(
    "clot_not_spoken_of",
    "The guideline does not speak of this clot.",
    short="the guideline does not speak of this clot",
)

# NICE, rows N1 to N7 -----------------------------------------------------------------------------

UFH_INFUSION = commits(
    "ufh_infusion",
    "Embolism with an unstable circulation: a continuous infusion of unfractionated heparin; consider "
    "thrombolysis.",
    action="heparin_infusion",
    timing="now",
    drugs=("heparin",),
    short="unfractionated heparin by infusion",
)
SPECIALIST = neutral(
    "specialist",
    "Antiphospholipid syndrome calls for a vitamin K antagonist, active cancer for another drug: a "
    "specialist decides.",
    action="specialist_choice",
    short="a specialist decides",
)
LMWH_THEN_VKA = commits(
    "lmwh_then_vka",
    "LMWH with a vitamin K antagonist: both for 5 days or more and until the INR was 2.0 or more twice, "
    "a day apart; then the vitamin K antagonist alone, INR 2 to 3.",
    action="vitamin_k_antagonist",
    drugs=("warfarin",),
    short="LMWH, then a vitamin K antagonist",
)
CANCER_SET = commits(
    "cancer_set",
    "Active cancer: consider a DOAC, weighing the site of the tumour, interactions with cancer drugs "
    "and the risk of bleeding. If none suits: LMWH alone, or LMWH with a vitamin K antagonist.",
    action="doac",
    strength=Strength.CONSIDER,
    drugs=(*DOACS, *_LMWH, "warfarin"),
    short="consider a DOAC; else LMWH, or LMWH with a vitamin K antagonist",
)
CANCER_AND_KIDNEY_FAILURE_SET = commits(
    "cancer_and_kidney_failure_set",
    "Active cancer and a clearance below 15 mL/min: unfractionated heparin, LMWH with its level "
    "watched, or either of them with a vitamin K antagonist. DOACs are not for such kidneys.",
    action="heparin_or_vka",
    drugs=("heparin", *_LMWH, "warfarin"),
    short="heparin, LMWH, or either with a vitamin K antagonist",
)
KIDNEY_FAILURE_SET = commits(
    "kidney_failure_set",
    "A clearance below 15 mL/min: unfractionated heparin, LMWH with its level watched (labels do not "
    "support it here), or either of them with a vitamin K antagonist for 5 days or more and until the "
    "INR was 2.0 or more twice.",
    action="heparin_or_vka",
    drugs=("heparin", *_LMWH, "warfarin"),
    short="heparin, LMWH, or either with a vitamin K antagonist",
)
REDUCED_SET_FROM_30 = commits(
    "reduced_set_from_30",
    "A clearance of 30 to 50 mL/min: apixaban or rivaroxaban; or LMWH for 5 days or more and then "
    "edoxaban or dabigatran; or LMWH or unfractionated heparin, alone or with a vitamin K antagonist.",
    action="apixaban_or_rivaroxaban",
    drugs=(*DOACS, *_LMWH, "heparin", "warfarin"),
    short="apixaban, rivaroxaban, edoxaban, dabigatran, LMWH or heparin",
)
REDUCED_SET_BELOW_30 = commits(
    "reduced_set_below_30",
    "A clearance of 15 to below 30 mL/min: apixaban or rivaroxaban; or LMWH for 5 days or more and then "
    "edoxaban; or LMWH or unfractionated heparin, alone or with a vitamin K antagonist. Not dabigatran.",
    action="apixaban_or_rivaroxaban",
    drugs=("apixaban", "rivaroxaban", "edoxaban", *_LMWH, "heparin", "warfarin"),
    short="apixaban, rivaroxaban, edoxaban, LMWH or heparin",
)
WEIGHT_SET = commits(
    "weight_set",
    "Below 50 or above 120 kg: as for everyone, but consider a drug whose level can be watched (a "
    "vitamin K antagonist, LMWH by anti-Xa, unfractionated heparin).",
    action="drug_with_levels",
    strength=Strength.CONSIDER,
    drugs=(*_STANDARD, *_LMWH, "heparin"),
    short="consider a drug whose level can be watched",
)
STANDARD_SET = commits(
    "standard_set",
    "Apixaban or rivaroxaban. If neither suits: LMWH for 5 days or more and then dabigatran or "
    "edoxaban; or LMWH with a vitamin K antagonist, both for 5 days or more and until the INR was "
    "2.0 or more twice.",
    action="apixaban_or_rivaroxaban",
    drugs=_STANDARD,
    short="apixaban or rivaroxaban",
)

# The others --------------------------------------------------------------------------------------

DOAC = commits(
    "doac",
    "A DOAC rather than a vitamin K antagonist; none of them is named as the first.",
    action="doac",
    drugs=(*DOACS, "warfarin"),
    short="a DOAC, no favourite",
)
VKA_FOR_ANTIPHOSPHOLIPID = commits(
    "vka_for_antiphospholipid",
    "Antiphospholipid syndrome: a vitamin K antagonist with an INR of 2 to 3, rather than a DOAC; a "
    "parenteral anticoagulant first.",
    action="vitamin_k_antagonist",
    drugs=("warfarin",),
    short="a vitamin K antagonist",
)
XA_INHIBITOR_IN_CANCER = commits(
    "xa_inhibitor_in_cancer",
    "Active cancer: apixaban, edoxaban or rivaroxaban rather than LMWH.",
    action="doac",
    drugs=("apixaban", "edoxaban", "rivaroxaban", *_LMWH),
    short="an oral Xa inhibitor rather than LMWH",
)
APIXABAN_OR_LMWH = commits(
    "apixaban_or_lmwh",
    "A tumour of the gastrointestinal tract that is still in place: apixaban or LMWH; avoid edoxaban "
    "and rivaroxaban.",
    action="apixaban_or_lmwh",
    drugs=("apixaban", *_LMWH),
    short="apixaban or LMWH",
)
LMWH_BEFORE_XA_INHIBITOR = commits(
    "lmwh_before_xa_inhibitor",
    "Active cancer: LMWH for the first 6 months (class IIa A); edoxaban (IIa B) or rivaroxaban (IIa C) "
    "instead, since the cancer is not of the gastrointestinal tract.",
    action="lmwh",
    drugs=(*_LMWH, "edoxaban", "rivaroxaban"),
    short="LMWH for 6 months; edoxaban or rivaroxaban if not gastrointestinal",
)
LMWH_IN_GASTROINTESTINAL_CANCER = commits(
    "lmwh_in_gastrointestinal_cancer",
    "Cancer of the gastrointestinal tract: LMWH for the first 6 months (class IIa A).",
    action="lmwh",
    drugs=_LMWH,
    short="LMWH for 6 months",
)
NO_DOAC_IN_SEVERE_RENAL_IMPAIRMENT = commits(
    "no_doac_in_severe_renal_impairment",
    "A clearance below 30 mL/min: no DOAC as a rule (class III C); its tables allow apixaban and "
    "rivaroxaban with caution from 15 to 29. Else heparin, then a vitamin K antagonist.",
    action="heparin_or_vka",
    drugs=("warfarin", "heparin"),
    short="no DOAC below 30 mL/min (III C)",
)
CASE_BY_CASE = neutral(
    "case_by_case",
    "A clearance below 30 mL/min: case by case.",
    action="specialist_choice",
    short="case by case",
)
LMWH_OR_XA_INHIBITOR = commits(
    "lmwh_or_xa_inhibitor",
    "Active cancer: LMWH or an oral Xa inhibitor.",
    action="lmwh_or_xa_inhibitor",
    drugs=(*_LMWH, "apixaban", "edoxaban", "rivaroxaban"),
    short="LMWH or an oral Xa inhibitor",
)
LMWH_IN_CANCER = commits(
    "lmwh_in_cancer",
    "Cancer of the gastrointestinal or the genitourinary tract in place, or platelets from 25 to below "
    "50: LMWH.",
    action="lmwh",
    drugs=_LMWH,
    short="LMWH",
)
CANCER_IN_ANOTHER_GUIDELINE = silent(
    "cancer_in_another_guideline",
    "Active cancer has a guideline of its own by ASH (2021), which was not read.",
)
