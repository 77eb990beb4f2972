"""How severe an embolism is, and whether it can be treated at home (reference 3, section 9.1)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 3, section 9.1")

pe_confirmed = yes_no(
    "pe_confirmed",
    "Pulmonary embolism that was confirmed",
    ask="Was a pulmonary embolism confirmed?",
    find=(Find("condition", "pulmonary-embolism", within=days(28), after=days(28)),),
    source=_D,
)
cancer_ever = yes_no(
    "cancer_ever",
    "Cancer, now or ever",
    ask="Was there ever a cancer?",
    tell="Have you ever had cancer?",
    find=(Find("condition", "active-cancer"),),
    source=_D,
)
cancer_in_12_months = yes_no(
    "cancer_last_12_months_or_on_treatment",
    "Cancer found in the last 12 months, or under treatment",
    ask="Was a cancer found in the last 12 months, or is one being treated?",
    source=_D,
)
heart_failure = yes_no(
    "heart_failure_chronic",
    "Chronic heart failure",
    ask="Is there chronic heart failure?",
    source=_D,
)
lung_disease = yes_no(
    "chronic_lung_disease",
    "Chronic lung disease",
    ask="Is there a chronic lung disease?",
    source=_D,
)
altered_mental_state = yes_no(
    "altered_mental_status",
    "Altered mental state",
    ask="Is the patient disoriented, lethargic, stuporous or comatose?",
    cost=Cost.EXAMINE,
    source=_D,
)
troponin_raised = yes_no(
    "troponin_positive",
    "Troponin above the assay's upper reference limit",
    ask="Is troponin above the upper reference limit of the assay?",
    cost=Cost.BLOOD_TEST,
    source=_D,
)
hs_troponin_t = measure(
    "hs_troponin_t",
    "High-sensitivity troponin T",
    ask="What is the high-sensitivity troponin T, with its unit?",
    unit="ng/L",
    step="0.1",
    domain=(0, 1_000_000),
    plausible=(0, 50_000),
    cost=Cost.BLOOD_TEST,
    source=_D,
)
natriuretic_peptide_raised = yes_no(
    "natriuretic_peptide_raised",
    "Natriuretic peptide above its limit",
    ask="Is BNP or NT-proBNP above its limit (NT-proBNP 600 ng/L)?",
    cost=Cost.BLOOD_TEST,
    source=_D,
)
lactate = measure(
    "lactate",
    "Lactate in blood",
    ask="What is the lactate?",
    unit="mmol/L",
    step="0.1",
    domain=(0, 50),
    plausible=("0.2", 25),
    cost=Cost.BLOOD_TEST,
    source=_D,
)
ct_rv_lv_ratio = measure(
    "ct_rv_lv_ratio",
    "Ratio of the right to the left ventricle on CT",
    ask="What is the ratio of the right to the left ventricle on CT?",
    unit="1",
    step="0.01",
    domain=(0, 10),
    plausible=("0.3", 4),
    cost=Cost.SCAN,
    source=_D,
)
echo_rv_lv_ratio = measure(
    "echo_rv_lv_ratio",
    "Ratio of the right to the left ventricle on echocardiography",
    ask="What is the ratio of the right to the left ventricle on echocardiography?",
    unit="1",
    step="0.01",
    domain=(0, 10),
    plausible=("0.3", 4),
    cost=Cost.SCAN,
    source=_D,
)
rv_strain_on_echo = yes_no(
    "rv_strain_on_echo",
    "Dysfunction of the right ventricle on echocardiography",
    ask="Did echocardiography show dysfunction of the right ventricle (RV/LV 1.0 or more, "
    "TAPSE below 16 mm, "
    "flattened septum, McConnell's sign, 60/60 sign, clot in the right heart)?",
    cost=Cost.SCAN,
    source=_D,
)
right_heart_clot = yes_no(
    "right_heart_thrombus",
    "A clot in the right heart",
    ask="Was a clot seen in the right heart?",
    cost=Cost.SCAN,
    source=_D,
)
saddle_embolism = yes_no(
    "saddle_embolism",
    "Saddle embolism",
    ask="Does the clot straddle the division of the pulmonary artery?",
    cost=Cost.SCAN,
    source=_D,
)
clot_in_main_or_lobar_artery = yes_no(
    "clot_in_main_or_proximal_lobar_artery",
    "Clot in a main or proximal lobar artery",
    ask="Is there clot in a main or a proximal lobar artery?",
    cost=Cost.SCAN,
    source=_D,
)
concomitant_dvt = yes_no(
    "concomitant_dvt",
    "A deep vein thrombosis as well",
    ask="Is there a deep vein thrombosis as well?",
    cost=Cost.SCAN,
    source=_D,
)
systolic_low_for_15_minutes = yes_no(
    "systolic_110_or_less_for_15_minutes",
    "Systolic pressure of 110 mmHg or less for 15 minutes or more",
    ask="Was the systolic pressure 110 mmHg or less for 15 minutes or more?",
    source=DICTIONARY.at("reference 3, section 1.9, HI-PEITHO entry"),
)
worsening_on_anticoagulation = yes_no(
    "worsening_on_anticoagulation",
    "Getting worse while anticoagulated",
    ask="Is the patient getting worse (pressure, heart rate, oxygen need) while anticoagulated?",
    source=_D,
)
lysis_failed = yes_no(
    "lysis_failed",
    "Thrombolysis was given and has failed",
    ask="Was thrombolysis given without success (ESC judges it at 36 hours)?",
    source=DICTIONARY.at("reference 3, sections 1.8 and 1.9, failed lysis"),
)

# NEWS2, the modifier of AHA/ACC, and signs that an embolism gets worse
_SCORES = DICTIONARY.at("reference 3, section 1.3")
_CATEGORIES = DICTIONARY.at("reference 3, section 1.5")
not_alert = yes_no(
    "not_alert",
    "New confusion, or not alert",
    ask="Is there new confusion, or an answer only to voice, to pain or to nothing?",
    cost=Cost.EXAMINE,
    source=_SCORES,
)
oxygen_target_88_to_92 = yes_no(
    "oxygen_target_88_to_92",
    "A prescribed oxygen saturation of 88 to 92 %",
    ask="Is a saturation of 88 to 92 % prescribed (carbon dioxide is retained)?",
    source=_SCORES,
)
oxygen_over_6_litres = yes_no(
    "oxygen_over_6_litres",
    "More than 6 L of oxygen a minute by nose, or a non-rebreather mask",
    ask="Is more than 6 L of oxygen a minute given by nose, or a non-rebreather mask used?",
    cost=Cost.EXAMINE,
    source=_CATEGORIES,
)
ventilated = yes_no(
    "ventilated",
    "Ventilated, invasively or not, because breathing fails",
    ask="Is invasive or non-invasive ventilation needed because breathing fails?",
    cost=Cost.EXAMINE,
    source=_CATEGORIES,
)
fast_heart_persists = yes_no(
    "heart_rate_stays_above_110",
    "Heart rate stays above 110",
    ask="Does the heart rate stay above 110?",
    cost=Cost.EXAMINE,
    source=_SCORES,
)
large_central_clot = yes_no(
    "large_central_clot",
    "A large central clot in the lung",
    ask="Is there a large central clot?",
    cost=Cost.SCAN,
    source=_SCORES,
)
oxygen_need_rises = yes_no(
    "oxygen_need_rises",
    "Oxygen need rises fast, above 4 L a minute by nose",
    ask="Does the need for oxygen rise fast, above 4 L a minute by nose?",
    cost=Cost.EXAMINE,
    source=_SCORES,
)
near_syncope = yes_no(
    "near_syncope",
    "Nearly fainted",
    ask="Has the patient nearly fainted?",
    source=_SCORES,
)
