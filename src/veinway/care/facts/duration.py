"""What the length of treatment, its reviews and a clot in spite of it turn on (reference 2, 3 and 7)."""

from veinway.care.sources import (
    CHEST_2021,
    DICTIONARY,
    ESC_2019,
    LOCAL,
    NG158,
    PRODUCT,
    QS201,
    RODGER_2017,
    THROMBOSIS_CANADA,
    TOSETTO_2012,
    VIENNA,
    S,
    U,
)
from veinway.language import *

_D = DICTIONARY.at("reference 2, section 11")
_TC_DURATION = THROMBOSIS_CANADA.at("duration of treatment")

# What provoked it, and what came before ----------------------------------------------------------

provoking_factor_gone = yes_no(
    "provoking_factor_gone",
    "What provoked the clot is gone, and the course was uncomplicated",
    ask="Is what provoked the clot gone, and was the course uncomplicated?",
    source=NG158.section("1.4", U),
)
high_risk_thrombophilia = yes_no(
    "high_risk_thrombophilia",
    "Deficiency of antithrombin, protein C or protein S, or factor V Leiden or prothrombin "
    "mutation that "
    "is homozygous or combined",
    ask="Is there a deficiency of antithrombin, protein C or S, or a homozygous or combined factor V "
    "Leiden or prothrombin mutation?",
    source=_TC_DURATION,
)
every_clot_after_major_factor = yes_no(
    "every_clot_after_major_factor",
    "Each of the clots followed a major transient factor",
    ask="Did each of the clots follow a major transient factor (operation, fracture, days in bed)?",
    source=ESC_2019.section("8.4, class I B"),
)
pregnancy_or_puerperium_vte = yes_no(
    "pregnancy_or_puerperium_vte",
    "The clot came in pregnancy or in the 6 weeks after birth",
    ask="Did the clot come in pregnancy or in the 6 weeks after birth?",
    tell="Were you pregnant, or had you just had a baby, when the clot was found?",
    source=RODGER_2017.at("exclusions"),
)
bleeding_risk = choice(
    "bleeding_risk",
    "Risk of bleeding on an anticoagulant, as judged from all factors",
    {"low": "low", "moderate": "moderate", "high": "high"},
    ask="How high is the risk of bleeding, judged from all its factors?",
    source=DICTIONARY.at("reference 2, section 3.2"),
)
modifiable_bleeding_risk = yes_no(
    "modifiable_bleeding_risk",
    "What makes bleeding likely can be modified",
    ask="Can what makes bleeding likely be modified (pressure, drugs, alcohol, INR control)?",
    source=NG158.section("1.4", U),
)

# Reviews -----------------------------------------------------------------------------------------

anticoagulation_review = Event(
    "anticoagulation_review",
    "Review of anticoagulation: benefits, risks, and whether to stop, to go on or to change",
    attributes=(),
    ask="When was anticoagulation reviewed?",
    find=(Find("procedure", "anticoagulation-review"),),
    source=QS201.at("statement 4"),
)
bloods_reviewed = Event(
    "bloods_reviewed",
    "Baseline bloods of this treatment looked at, and acted on where needed",
    attributes=(),
    ask="When were the baseline bloods looked at?",
    source=NG158.section("1.3, baseline bloods", S, "GPnotebook"),
)
drug_tolerated = yes_no(
    "drug_tolerated",
    "The present anticoagulant is well tolerated",
    ask="Is the present anticoagulant well tolerated?",
    tell="Do you get on well with your blood thinner?",
    source=NG158.section("1.4", U),
)
declines_anticoagulation = yes_no(
    "declines_anticoagulation",
    "Declines to go on with an anticoagulant",
    ask="Does the patient decline to go on with an anticoagulant?",
    tell="Would you rather stop the blood thinner?",
    source=NG158.section("1.4", U),
)
on_reduced_dose = yes_no(
    "on_reduced_dose",
    "On the reduced dose of apixaban (2.5 mg) or rivaroxaban (10 mg)",
    ask="Is the dose the reduced one (apixaban 2.5 mg twice, rivaroxaban 10 mg once a day)?",
    cost=Cost.RECORD,
    source=_D,
)

# Scores of recurrence ----------------------------------------------------------------------------

leg_skin_signs = yes_no(
    "leg_skin_signs",
    "Hyperpigmentation, oedema or redness of either leg",
    ask="Is there hyperpigmentation, oedema or redness of either leg?",
    tell="Is either of your legs discoloured, swollen or red?",
    cost=Cost.EXAMINE,
    source=RODGER_2017.at("abstract"),
)
d_dimer_on_treatment = measure(
    "d_dimer_on_treatment",
    "D-dimer taken while on the anticoagulant, after 5 to 12 months",
    ask="What was the D-dimer that was taken while on the anticoagulant?",
    unit="ug/L{FEU}",
    step="0.1",
    domain=(0, 1_000_000),
    plausible=(0, 100_000),
    cost=Cost.BLOOD_TEST,
    source=RODGER_2017.at("abstract"),
)
d_dimer_assay = choice(
    "d_dimer_assay",
    "Assay of that D-dimer",
    {"vidas": "VIDAS", "other": "another, or a value in D-dimer units"},
    ask="Was that D-dimer measured with the VIDAS assay?",
    cost=Cost.RECORD,
    source=_D,
)
oestrogen_planned_after_stop = yes_no(
    "oestrogen_planned_after_stop",
    "Plans to take oestrogen after the anticoagulant is stopped",
    ask="Is oestrogen planned after stopping?",
    tell="Do you plan to take the pill or hormones after stopping?",
    source=RODGER_2017.at("exclusions"),
)
d_dimer_abnormal_after_stopping = yes_no(
    "d_dimer_abnormal_after_stopping",
    "D-dimer abnormal about a month after the anticoagulant was stopped",
    ask="Was the D-dimer abnormal about a month after stopping the anticoagulant?",
    cost=Cost.BLOOD_TEST,
    source=TOSETTO_2012.at("abstract"),
)
hormone_associated_vte = yes_no(
    "hormone_associated_vte",
    "The clot came under hormones (pill, hormone replacement)",
    ask="Did the clot come under hormones, such as the pill or hormone replacement?",
    tell="Were you taking the pill or hormones when the clot was found?",
    source=TOSETTO_2012.at("abstract"),
)
vka_for_3_months = yes_no(
    "vka_for_3_months",
    "Was treated with a vitamin K antagonist for 3 months or more",
    ask="Was the clot treated with a vitamin K antagonist for 3 months or more?",
    cost=Cost.RECORD,
    source=TOSETTO_2012.at("abstract"),
)
dash_counts_age_50 = yes_no(
    "dash_counts_age_50",
    "For DASH, 50 years exactly counts as young",
    ask="Does 50 years exactly count as young for DASH (abstract: below 50; full text: 50 or below)?",
    cost=Cost.RECORD,
    source=PRODUCT.at("reference 2, disagreement D-12", LOCAL),
)
vienna_12m_risk_percent = measure(
    "vienna_12m_risk_percent",
    "Risk of another clot in 12 months by the Vienna model, worked out elsewhere",
    ask="What risk in 12 months does the Vienna model give (its own calculator, D-dimer after "
    "stopping)?",
    unit="%",
    step="0.1",
    domain=(0, 100),
    source=VIENNA.at("nomogram", S, "abstracts"),
)

# Clots of other places ---------------------------------------------------------------------------

prefers_treatment = yes_no(
    "prefers_treatment",
    "Prefers an anticoagulant to repeated scans",
    ask="Does the patient prefer an anticoagulant to repeated scans?",
    tell="Would you rather take a blood thinner than come back for scans?",
    source=THROMBOSIS_CANADA.at("deep vein thrombosis: treatment"),
)
can_return_for_scans = yes_no(
    "can_return_for_scans",
    "Can come back for scans after 1 and 2 weeks",
    ask="Can the patient come back for scans after 1 and 2 weeks?",
    tell="Can you come back for scans in 1 and 2 weeks?",
    source=CHEST_2021.at("statement 1"),
)
svt_risk_or_severe_symptoms = yes_no(
    "svt_risk_or_severe_symptoms",
    "Cancer, earlier clot, pregnancy, hormones, recent operation, or severe symptoms",
    ask="Is there cancer, an earlier clot, pregnancy, hormones or a recent operation, or are "
    "the symptoms "
    "of the superficial clot severe?",
    source=THROMBOSIS_CANADA.at("superficial vein thrombosis"),
)
svt_from_infusion = yes_no(
    "svt_from_infusion",
    "The superficial clot came from an infusion cannula",
    ask="Did the superficial clot come from an infusion cannula?",
    source=THROMBOSIS_CANADA.at("superficial vein thrombosis"),
)
_CVC = THROMBOSIS_CANADA.at("central venous catheters")
arm_clot_place = choice(
    "arm_clot_place",
    "Most central vein with clot in the arm",
    {
        "axillary_or_central": "axillary vein or further in",
        "brachial": "brachial vein",
        "superficial": "a superficial vein only",
    },
    ask="Which is the most central vein of the arm with clot?",
    cost=Cost.SCAN,
    source=_CVC,
)
catheter_in_place = yes_no(
    "catheter_in_place",
    "The catheter that the clot came from is still in place",
    ask="Is the catheter that the clot came from still in place?",
    source=_CVC,
)
catheter_worth_keeping = yes_no(
    "catheter_worth_keeping",
    "The catheter is needed, works, and is not infected",
    ask="Is the catheter needed, does it work, and is it free of infection?",
    source=_CVC,
)

# Several subsegmental clots ----------------------------------------------------------------------

subsegmental_with_symptoms = yes_no(
    "subsegmental_with_symptoms",
    "The subsegmental clot has symptoms",
    ask="Does the subsegmental clot give symptoms?",
    cost=Cost.EXAMINE,
    source=THROMBOSIS_CANADA.at("pulmonary embolism"),
)
