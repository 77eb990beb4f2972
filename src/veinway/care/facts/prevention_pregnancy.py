"""Pregnancy, birth and the weeks after: what RCOG 37a counts (reference 4, 11.5)."""

from veinway.care.sources import RCOG_37A, S
from veinway.language import *

_D = RCOG_37A.at("appendix III", S, "two transcriptions")

body_mass_index_at_booking = measure(
    "body_mass_index_at_booking",
    "Body mass index at booking",
    ask="What was the body mass index at the booking visit?",
    unit="kg/m2",
    step="0.01",
    domain=(5, 150),
    plausible=(12, 80),
    tolerance="0.05",
    cost=Cost.ASK,
    source=_D,
)
parity = measure(
    "parity",
    "Births so far",
    ask="How many births were there?",
    tell="How many times have you given birth?",
    unit="1",
    step=1,
    domain=(0, 30),
    cost=Cost.ASK,
    source=_D,
)
earlier_clot_and_surgery = choice(
    "earlier_clot_and_surgery",
    "Earlier clots, as RCOG sorts them",
    {
        "none": "none",
        "one_after_major_surgery": "a single clot, related to major surgery",
        "other": "any other: not related to major surgery, or more than one",
    },
    ask="Earlier clots: none, a single one related to major surgery, or any other?",
    tell="Have you had a clot before, and did it come soon after a big operation?",
    source=_D,
)
rcog_thrombophilia = choice(
    "rcog_thrombophilia",
    "Thrombophilia, as RCOG sorts it",
    {
        "none": "none known",
        "low_risk": "low risk (heterozygous factor V Leiden or prothrombin)",
        "high_risk": "high risk (antithrombin, protein C or S deficiency, homozygous or compound)",
        "antiphospholipid": "antiphospholipid syndrome",
    },
    ask="Which thrombophilia is known: none, low risk, high risk, or an antiphospholipid syndrome?",
    source=_D,
)
rcog_comorbidity = yes_no(
    "rcog_comorbidity",
    "A listed illness: cancer, heart failure, active lupus, polyarthropathy, bowel inflammation, "
    "nephrotic syndrome, type 1 diabetes with nephropathy, sickle cell disease, intravenous drug "
    "use",
    ask="Is there cancer, heart failure, active lupus, inflammatory polyarthropathy or bowel "
    "disease, nephrotic syndrome, type 1 diabetes with nephropathy, sickle cell disease, or "
    "intravenous drug use?",
    source=_D,
)
first_degree_clot_unprovoked_or_oestrogen = yes_no(
    "first_degree_clot_unprovoked_or_oestrogen",
    "A first-degree relative had an unprovoked or oestrogen-related clot",
    ask="Had a first-degree relative an unprovoked or oestrogen-related clot?",
    tell="Did a close relative have a clot for no clear reason, or while on the pill, HRT or pregnant?",
    source=_D,
)
gross_varicose_veins = yes_no(
    "gross_varicose_veins",
    "Gross varicose veins: symptomatic, above the knee, or with phlebitis, oedema or skin changes",
    ask="Are there gross varicose veins: symptomatic, above the knee, or with phlebitis, oedema "
    "or skin changes?",
    tell="Are your varicose veins large, sore, above the knee or causing skin changes?",
    source=_D,
)
preeclampsia = yes_no(
    "preeclampsia",
    "Pre-eclampsia in this pregnancy",
    ask="Is there a pre-eclampsia in this pregnancy?",
    tell="Have you been told you have pre-eclampsia?",
    source=_D,
)
multiple_pregnancy = yes_no(
    "multiple_pregnancy",
    "Multiple pregnancy",
    ask="Is it a multiple pregnancy?",
    tell="Are you having twins or more?",
    source=_D,
)
hyperemesis = yes_no(
    "hyperemesis",
    "Hyperemesis",
    ask="Is there hyperemesis?",
    tell="Are you being sick so much you cannot keep fluid down?",
    find=(Find("condition", "hyperemesis", within=days(28), after=days(1)),),
    source=_D,
)
ovarian_hyperstimulation = yes_no(
    "ovarian_hyperstimulation",
    "Ovarian hyperstimulation syndrome",
    ask="Is there an ovarian hyperstimulation syndrome?",
    tell="Did fertility treatment make your ovaries swell (OHSS)?",
    source=_D,
)
surgery_in_pregnancy = yes_no(
    "surgery_in_pregnancy",
    "Operation in pregnancy or the weeks after, other than immediate repair of the perineum",
    ask="Was there an operation in pregnancy or the puerperium, other than immediate repair of "
    "the perineum?",
    tell="Have you had an operation while pregnant or since?",
    source=_D,
)
systemic_infection = yes_no(
    "systemic_infection",
    "Current systemic infection",
    ask="Is there a systemic infection now?",
    tell="Do you have an infection that makes you feel ill all over?",
    source=_D,
)
immobile_or_dehydrated = yes_no(
    "immobile_or_dehydrated",
    "Immobile or dehydrated",
    ask="Is she immobile or dehydrated?",
    tell="Are you stuck in bed or short of fluid?",
    source=_D,
)
caesarean = choice(
    "caesarean",
    "Caesarean section of this birth",
    {"none": "none", "elective": "elective", "in_labour": "in labour"},
    ask="Was there a caesarean section: none, elective, or in labour?",
    cost=Cost.RECORD,
    source=_D,
)
operative_delivery = yes_no(
    "operative_delivery",
    "Mid-cavity or rotational operative delivery",
    ask="Was the delivery operative, mid-cavity or rotational?",
    cost=Cost.RECORD,
    source=_D,
)
labour_hours = measure(
    "labour_hours",
    "Length of labour",
    ask="How many hours did labour last?",
    unit="h",
    step="0.5",
    domain=(0, 200),
    cost=Cost.RECORD,
    source=_D,
)
blood_loss_ml = measure(
    "blood_loss_ml",
    "Blood loss at birth",
    ask="How many mL of blood were lost at birth?",
    unit="mL",
    step=1,
    domain=(0, 20_000),
    cost=Cost.RECORD,
    source=_D,
)
transfused_after_birth = yes_no(
    "transfused_after_birth",
    "Transfusion after birth",
    ask="Was blood transfused after the birth?",
    cost=Cost.RECORD,
    source=_D,
)
days_of_gestation_at_birth = measure(
    "days_of_gestation_at_birth",
    "Days of gestation at birth",
    ask="How many days of gestation were completed at birth?",
    unit="d",
    step=1,
    domain=(0, 320),
    cost=Cost.RECORD,
    source=_D,
)
stillbirth = yes_no(
    "stillbirth", "Stillbirth in this pregnancy", ask="Was it a stillbirth?", cost=Cost.RECORD, source=_D
)
antenatal_heparin = choice(
    "antenatal_heparin",
    "Heparin against clots in this pregnancy",
    {
        "none": "none",
        "for_the_score": "given for the score or for what lasts",
        "for_something_settled": "given only for something since settled",
    },
    ask="Was LMWH given in pregnancy, and why: not, for the score or for what lasts, or only for "
    "something since settled?",
    cost=Cost.RECORD,
    source=_D,
)
antenatal_admission = yes_no(
    "antenatal_admission",
    "In hospital in this pregnancy, now",
    ask="Is she in hospital, before the birth?",
    cost=Cost.RECORD,
    source=_D,
)
postnatal_stay_days = measure(
    "postnatal_stay_days",
    "Days in hospital after birth",
    ask="For how many days has she been in hospital since the birth?",
    unit="d",
    step=1,
    domain=(0, 100),
    cost=Cost.RECORD,
    source=_D,
)
readmitted_after_birth = yes_no(
    "readmitted_after_birth",
    "Readmitted in the weeks after birth",
    ask="Was she readmitted in the weeks after birth?",
    cost=Cost.RECORD,
    source=_D,
)
factor_persists = yes_no(
    "factor_persists",
    "A risk factor goes on beyond 10 days after birth",
    ask="Does a risk factor go on beyond 10 days after birth?",
    source=_D,
)
bleeding_before_or_after_birth = yes_no(
    "bleeding_before_or_after_birth",
    "Active bleeding before or after birth",
    ask="Is there active bleeding, before or after birth?",
    source=_D,
)
risk_of_major_haemorrhage = yes_no(
    "risk_of_major_haemorrhage",
    "Increased risk of major haemorrhage (such as placenta praevia)",
    ask="Is there an increased risk of major haemorrhage, such as placenta praevia?",
    source=_D,
)
known_bleeding_disorder = yes_no(
    "known_bleeding_disorder",
    "Bleeding disorder (haemophilia, von Willebrand disease, acquired)",
    ask="Is a bleeding disorder known?",
    source=_D,
)
severe_liver_disease = yes_no(
    "severe_liver_disease",
    "Severe liver disease: prothrombin time above normal, or known varices",
    ask="Is there a severe liver disease, with a prothrombin time above normal or known varices?",
    source=_D,
)
obstetric_history = yes_no(
    "obstetric_history",
    "Unexplained stillbirth, 3 or more miscarriages, or premature birth with toxaemia or growth "
    "restriction",
    ask="Was there an unexplained stillbirth, 3 or more miscarriages, or a premature birth with "
    "toxaemia or growth restriction?",
    tell="Have you lost 3 or more pregnancies, had a stillbirth, or a very early small baby?",
    source=_D,
)
in_labour = yes_no("in_labour", "Active labour", ask="Is she in active labour?", source=_D)
