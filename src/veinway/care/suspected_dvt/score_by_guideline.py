"""How the probability is judged, and what the D-dimer is for, guideline by guideline (section 3.10)."""

from veinway.care.facts.tests import scan_obtainable_in_4_hours
from veinway.care.questions import DVT_D_DIMER, DVT_SCORE
from veinway.care.sources import NG158, NG158_UPDATE
from veinway.care.suspected_dvt.ash import S6, S7, S8
from veinway.care.suspected_dvt.chest import K1, K2, K3, K4
from veinway.care.suspected_dvt.esvs import ASSESSMENT
from veinway.care.suspected_dvt.outcomes import (
    D_DIMER_AFTER_NEGATIVE_SCAN,
    D_DIMER_BEFORE_INTERIM,
    D_DIMER_FIRST,
    D_DIMER_FIRST_IN_4_HOURS,
    D_DIMER_NOT_ALONE,
    D_DIMER_OR_SCAN,
    LEVEL_HIGH,
    LEVEL_LOW,
    LEVEL_MODERATE,
    PATHWAY_LIKELY,
    PATHWAY_UNLIKELY,
    SCAN_BEFORE_D_DIMER,
    SENSITIVE_D_DIMER_OR_SCAN,
    TWO_LEVEL_LIKELY,
    TWO_LEVEL_UNLIKELY,
)
from veinway.care.suspected_dvt.patients import (
    adult_outpatient_with_suspected_dvt,
    first_suspected_dvt,
    high,
    likely,
    low,
    moderate,
    unlikely,
)
from veinway.language import *

# The score ---------------------------------------------------------------------------------------

DVT_SCORE_NICE_CONCLUSION = table(
    "dvt_score_nice_conclusion",
    "Probability of DVT, by NICE",
    hit="unique",
    source=NG158.rec("1.1.2"),
    rows=[
        row(likely, TWO_LEVEL_LIKELY, id="likely", cite=NG158.rec("1.1.2")),
        row(unlikely, TWO_LEVEL_UNLIKELY, id="unlikely", cite=NG158.rec("1.1.2")),
    ],
)
DVT_SCORE_NICE = step(
    "dvt_score_nice",
    "Probability of DVT, NICE NG158",
    question=DVT_SCORE,
    guideline="nice",
    subject=EPISODE,
    source=NG158.rec("1.1.2"),
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=DVT_SCORE_NICE_CONCLUSION,
    plan=[],
)
DVT_SCORE_ESVS_CONCLUSION = table(
    "dvt_score_esvs_conclusion",
    "Probability of DVT, by ESVS",
    hit="unique",
    source=ASSESSMENT,
    rows=[
        row(likely, PATHWAY_LIKELY, id="likely", cite=ASSESSMENT),
        row(unlikely, PATHWAY_UNLIKELY, id="unlikely", cite=ASSESSMENT),
    ],
)
DVT_SCORE_ESVS = step(
    "dvt_score_esvs",
    "Probability of DVT, ESVS 2021",
    question=DVT_SCORE,
    guideline="esvs",
    subject=EPISODE,
    source=ASSESSMENT,
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=DVT_SCORE_ESVS_CONCLUSION,
    plan=[],
)
DVT_SCORE_ASH_CONCLUSION = table(
    "dvt_score_ash_conclusion",
    "Probability of DVT, by ASH",
    hit="unique",
    source=S6,
    rows=[
        row(low, LEVEL_LOW, id="S6", cite=S6),
        row(moderate, LEVEL_MODERATE, id="S7", cite=S7),
        row(high, LEVEL_HIGH, id="S8", cite=S8),
    ],
)
DVT_SCORE_ASH = step(
    "dvt_score_ash",
    "Probability of DVT, ASH 2018",
    question=DVT_SCORE,
    guideline="ash",
    subject=EPISODE,
    source=S6,
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=DVT_SCORE_ASH_CONCLUSION,
    plan=[],
)
DVT_SCORE_CHEST_CONCLUSION = table(
    "dvt_score_chest_conclusion",
    "Probability of DVT, by CHEST",
    hit="unique",
    source=K1,
    rows=[
        row(low, LEVEL_LOW, id="K2", cite=K2),
        row(moderate, LEVEL_MODERATE, id="K3", cite=K3),
        row(high, LEVEL_HIGH, id="K4", cite=K4),
    ],
)
DVT_SCORE_CHEST = step(
    "dvt_score_chest",
    "Probability of DVT, CHEST 2012",
    question=DVT_SCORE,
    guideline="chest",
    subject=EPISODE,
    source=K1,
    for_whom=first_suspected_dvt,
    conclusion=DVT_SCORE_CHEST_CONCLUSION,
    plan=[],
)

# The D-dimer -------------------------------------------------------------------------------------

_FOUR_HOURS = NG158_UPDATE.at("2020 changes, 4-hour limit")
DVT_D_DIMER_NICE_CONCLUSION = table(
    "dvt_d_dimer_nice_conclusion",
    "D-dimer in suspected DVT, by NICE",
    hit="unique",
    source=NG158.rec("1.1.3"),
    rows=[
        row(unlikely, D_DIMER_FIRST_IN_4_HOURS, id="D9", cite=_FOUR_HOURS),
        row(
            all_of(likely, scan_obtainable_in_4_hours),
            D_DIMER_AFTER_NEGATIVE_SCAN,
            id="D3",
            cite=NG158.rec("1.1.3"),
        ),
        row(
            all_of(likely, no(scan_obtainable_in_4_hours)),
            D_DIMER_BEFORE_INTERIM,
            id="D4",
            cite=NG158_UPDATE.at("2020 changes to 1.1.4"),
        ),
    ],
)
DVT_D_DIMER_NICE = step(
    "dvt_d_dimer_nice",
    "D-dimer in suspected DVT, NICE NG158",
    question=DVT_D_DIMER,
    guideline="nice",
    subject=EPISODE,
    source=NG158.rec("1.1.3"),
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=DVT_D_DIMER_NICE_CONCLUSION,
    plan=[],
)
DVT_D_DIMER_ASH_CONCLUSION = table(
    "dvt_d_dimer_ash_conclusion",
    "D-dimer in suspected DVT, by ASH",
    hit="unique",
    source=S6,
    rows=[
        row(low, D_DIMER_FIRST, id="S6", cite=S6),
        row(moderate, SCAN_BEFORE_D_DIMER, id="S7", cite=S7),
        row(high, D_DIMER_NOT_ALONE, id="S8", cite=S8),
    ],
)
DVT_D_DIMER_ASH = step(
    "dvt_d_dimer_ash",
    "D-dimer in suspected DVT, ASH 2018",
    question=DVT_D_DIMER,
    guideline="ash",
    subject=EPISODE,
    source=S6,
    for_whom=first_suspected_dvt,
    conclusion=DVT_D_DIMER_ASH_CONCLUSION,
    plan=[],
)
DVT_D_DIMER_CHEST_CONCLUSION = table(
    "dvt_d_dimer_chest_conclusion",
    "D-dimer in suspected DVT, by CHEST",
    hit="unique",
    source=K1,
    rows=[
        row(low, D_DIMER_OR_SCAN, id="K2", cite=K2),
        row(moderate, SENSITIVE_D_DIMER_OR_SCAN, id="K3", cite=K3),
        row(high, D_DIMER_NOT_ALONE, id="K4", cite=K4),
    ],
)
DVT_D_DIMER_CHEST = step(
    "dvt_d_dimer_chest",
    "D-dimer in suspected DVT, CHEST 2012",
    question=DVT_D_DIMER,
    guideline="chest",
    subject=EPISODE,
    source=K1,
    for_whom=first_suspected_dvt,
    conclusion=DVT_D_DIMER_CHEST_CONCLUSION,
    plan=[],
)
