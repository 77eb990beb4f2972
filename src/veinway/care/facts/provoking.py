"""What provoked a clot, and what is planned after it: asked once a clot was shown."""

from veinway.care.sources import (
    DICTIONARY,
    ESC_2019,
    NG158,
    NICE_GLOSSARY,
    S,
    U,
)
from veinway.language import *

_TABLE_11 = ESC_2019.table(11)

clot_confirmed = yes_no(
    "clot_confirmed",
    "A clot in a deep vein or a lung was confirmed in this episode",
    ask="Was a clot in a deep vein or a lung confirmed in this episode?",
    find=(
        Find("condition", "dvt", within=days(1), after=days(90)),
        Find("condition", "pulmonary-embolism", within=days(1), after=days(90)),
    ),
    source=DICTIONARY.at("section 6.2"),
)
provoking_kind = choice(
    "kind",
    "What may have provoked the clot",
    {
        "surgery_over_30_minutes": "operation under general anaesthesia of more than 30 minutes",
        "surgery_30_minutes": "operation under general anaesthesia of exactly 30 minutes",
        "surgery_under_30_minutes": "operation under general anaesthesia of less than 30 minutes",
        "caesarean": "caesarean section",
        "hospital_bed_3_days": "3 days or more in bed in hospital with an acute illness",
        "admission_under_3_days": "hospital admission of less than 3 days with an acute illness",
        "bed_at_home_3_days": "3 days or more in bed out of hospital with an acute illness",
        "trauma_with_fracture": "injury with a fracture",
        "leg_injury_3_days": "leg injury without a fracture, with 3 days or more of reduced mobility",
        "oestrogen": "oestrogen (pill, hormone replacement)",
        "pregnancy_or_puerperium": "pregnancy or the 6 weeks after it",
        "long_flight": "a long-haul flight",
    },
    ask="What was it?",
    source=_TABLE_11,
)
# Table 11 prints "> 30" and "< 30": exactly 30 minutes has no class there, and counts as minor here.
MAJOR_BY_ESC = ("surgery_over_30_minutes", "hospital_bed_3_days", "trauma_with_fracture")
MAJOR = (*MAJOR_BY_ESC, "caesarean")
MINOR = (
    "surgery_30_minutes",
    "surgery_under_30_minutes",
    "admission_under_3_days",
    "bed_at_home_3_days",
    "leg_injury_3_days",
    "oestrogen",
    "pregnancy_or_puerperium",
    "long_flight",
)
PROVOKING_BY_NICE = (
    "surgery_over_30_minutes",
    "surgery_30_minutes",
    "surgery_under_30_minutes",
    "caesarean",
    "hospital_bed_3_days",
    "bed_at_home_3_days",
    "trauma_with_fracture",
    "leg_injury_3_days",
    "oestrogen",
    "pregnancy_or_puerperium",
)
provoking_factor = Event(
    "provoking_factor",
    "Something that may have provoked the clot",
    attributes=(provoking_kind,),
    ask="Which of these were there in the 3 months before the clot, and when: operation, caesarean, "
    "days in bed, hospital stay, injury, oestrogen, pregnancy, long flight?",
    source=NICE_GLOSSARY.at("provoked"),
)
inflammatory_bowel_disease = yes_no(
    "inflammatory_bowel_disease",
    "Inflammatory bowel disease",
    ask="Is there an inflammatory bowel disease?",
    find=(Find("condition", "inflammatory-bowel-disease"),),
    source=_TABLE_11,
)
active_autoimmune_disease = yes_no(
    "active_autoimmune_disease",
    "Active autoimmune disease",
    ask="Is there an active autoimmune disease?",
    find=(Find("condition", "autoimmune-disease"),),
    source=_TABLE_11,
)
antiphospholipid_syndrome = yes_no(
    "antiphospholipid_syndrome",
    "Antiphospholipid syndrome",
    ask="Is there an antiphospholipid syndrome?",
    find=(Find("condition", "antiphospholipid-syndrome"),),
    source=_TABLE_11,
)
signs_suggesting_cancer = yes_no(
    "signs_suggesting_cancer",
    "Signs or symptoms that suggest cancer",
    ask="Do history, examination or baseline bloods show anything that suggests cancer?",
    cost=Cost.EXAMINE,
    source=NG158.section("1.8", S, "NHS Dumfries & Galloway protocol; number from memory"),
)
planned_to_stop_anticoagulation = yes_no(
    "planned_to_stop_anticoagulation",
    "Anticoagulation is planned to be stopped",
    ask="Is it planned to stop anticoagulation?",
    source=NG158.section("1.9", U),
)
first_degree_relative_with_clot = yes_no(
    "first_degree_relative_with_clot",
    "A parent, sibling or child has had a clot",
    ask="Has a parent, sibling or child had a clot in a deep vein or a lung?",
    tell="Has a parent, a brother, a sister or a child of yours had a blood clot?",
    find=(Find("condition", "family-history-clot"),),
    source=NG158.section("1.9", U),
)
strong_family_history = yes_no(
    "strong_family_history",
    "A strong family history of clots",
    ask="Is there a strong family history of clots?",
    tell="Have several of your close relatives had blood clots?",
    source=ESC_2019.at("section on thrombophilia"),
)
on_anticoagulant_when_tested = yes_no(
    "on_anticoagulant_when_tested",
    "On an anticoagulant, or in the acute phase, when tested for thrombophilia",
    ask="Would the blood be taken on an anticoagulant or heparin, or in the acute phase of the clot?",
    source=NG158.section("1.9", U),
)
