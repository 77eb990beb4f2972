"""Which scan, whether it is repeated, and what is given meanwhile, guideline by guideline (3.10)."""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.alarm import chest_symptoms
from veinway.care.facts.findings import anticoagulation_contraindicated
from veinway.care.facts.person import adult
from veinway.care.facts.tests import interim_anticoagulant, scan_obtainable_in_4_hours
from veinway.care.imaging import nice
from veinway.care.questions import DVT_INTERIM_ANTICOAGULATION, DVT_REPEAT_SCAN, DVT_SCAN
from veinway.care.sources import ASH_2018, ESC_2019, GEERSING_2014, NG158, S, U
from veinway.care.suspected_dvt import ash, chest, esvs
from veinway.care.suspected_dvt.outcomes import (
    ESC_ON_EMBOLISM_ONLY,
    FOUR_POINT_SCAN,
    NO_INTERIM,
    NO_REPEAT,
    NO_SCAN,
    PROXIMAL_IN_4_HOURS,
    PROXIMAL_IN_24_HOURS,
    PROXIMAL_OR_WHOLE_LEG,
    PROXIMAL_RATHER_THAN_WHOLE_LEG,
    REPEAT_ABOUT_7_DAYS,
    REPEAT_DAY_5_TO_7,
    REPEAT_DAY_6_TO_8,
    REPEAT_ONE_WEEK,
    START_INTERIM,
    ULTRASOUND_FIRST,
)
from veinway.care.suspected_dvt.patients import (
    adult_outpatient_with_suspected_dvt,
    first_suspected_dvt,
    likely,
    low,
    unlikely,
)
from veinway.language import *

# Which scan --------------------------------------------------------------------------------------

DVT_SCAN_NICE_CONCLUSION = table(
    "dvt_scan_nice_conclusion",
    "First scan in suspected DVT, by NICE",
    hit="first",
    source=NG158.rec("1.1.3"),
    rows=[
        row(
            nice.excluded_by_d_dimer,
            NO_SCAN,
            id="D11",
            cite=NG158.section("1.1, row D11", S, nice.PCN),
        ),
        row(
            all_of(nice.scan_needed, scan_obtainable_in_4_hours),
            PROXIMAL_IN_4_HOURS,
            id="D2",
            cite=NG158.rec("1.1.3"),
        ),
        otherwise(PROXIMAL_IN_24_HOURS, id="D4", cite=NG158.rec("1.1.4", S, nice.GG)),
    ],
)
DVT_SCAN_NICE = step(
    "dvt_scan_nice",
    "First scan in suspected DVT, NICE NG158",
    question=DVT_SCAN,
    guideline="nice",
    subject=EPISODE,
    source=NG158.rec("1.1.3"),
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=DVT_SCAN_NICE_CONCLUSION,
    plan=[],
)
DVT_SCAN_ESVS_CONCLUSION = table(
    "dvt_scan_esvs_conclusion",
    "First scan in suspected DVT, by ESVS",
    hit="first",
    source=esvs.IMAGING,
    rows=[
        row(
            all_of(unlikely, d_dimer_negative),
            NO_SCAN,
            id="excluded",
            cite=GEERSING_2014.at("abstract"),
        ),
        row(any_of(likely, unlikely), ULTRASOUND_FIRST, id="imaging", cite=esvs.IMAGING),
    ],
)
DVT_SCAN_ESVS = step(
    "dvt_scan_esvs",
    "First scan in suspected DVT, ESVS 2021",
    question=DVT_SCAN,
    guideline="esvs",
    subject=EPISODE,
    source=esvs.IMAGING,
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=DVT_SCAN_ESVS_CONCLUSION,
    plan=[],
)
DVT_SCAN_ASH_CONCLUSION = table(
    "dvt_scan_ash_conclusion",
    "First scan in suspected DVT, by ASH",
    hit="first",
    source=ash.S6,
    rows=[
        row(all_of(low, d_dimer_negative), NO_SCAN, id="S6_excluded", cite=ash.S6),
        row(low, PROXIMAL_OR_WHOLE_LEG, id="S6", cite=ash.S6),
        otherwise(PROXIMAL_OR_WHOLE_LEG, id="S7_S8", cite=ASH_2018.at("rows S7 and S8", U)),
    ],
)
DVT_SCAN_ASH = step(
    "dvt_scan_ash",
    "First scan in suspected DVT, ASH 2018",
    question=DVT_SCAN,
    guideline="ash",
    subject=EPISODE,
    source=ash.S6,
    for_whom=first_suspected_dvt,
    conclusion=DVT_SCAN_ASH_CONCLUSION,
    plan=[],
)
DVT_SCAN_CHEST_CONCLUSION = table(
    "dvt_scan_chest_conclusion",
    "First scan in suspected DVT, by CHEST",
    hit="unique",
    source=chest.K1,
    rows=[
        row(low, PROXIMAL_RATHER_THAN_WHOLE_LEG, id="K2", cite=chest.K2),
        row(no(low), PROXIMAL_OR_WHOLE_LEG, id="K3_K4", cite=chest.K3),
    ],
)
DVT_SCAN_CHEST = step(
    "dvt_scan_chest",
    "First scan in suspected DVT, CHEST 2012",
    question=DVT_SCAN,
    guideline="chest",
    subject=EPISODE,
    source=chest.K1,
    for_whom=first_suspected_dvt,
    conclusion=DVT_SCAN_CHEST_CONCLUSION,
    plan=[],
)
_LEG_SCANS = ESC_2019.section("4.10")
DVT_SCAN_ESC_CONCLUSION = table(
    "dvt_scan_esc_conclusion",
    "Leg scan, by ESC",
    hit="unique",
    source=_LEG_SCANS,
    rows=[
        row(chest_symptoms, FOUR_POINT_SCAN, id="four_points", cite=_LEG_SCANS),
        row(no(chest_symptoms), ESC_ON_EMBOLISM_ONLY, id="silent", cite=_LEG_SCANS),
    ],
)
DVT_SCAN_ESC = step(
    "dvt_scan_esc",
    "Leg scan in suspected embolism, ESC 2019",
    question=DVT_SCAN,
    guideline="esc",
    subject=EPISODE,
    source=_LEG_SCANS,
    for_whom=adult,
    conclusion=DVT_SCAN_ESC_CONCLUSION,
    plan=[],
)

# The scan again ----------------------------------------------------------------------------------

_D6 = NG158.section("1.1, row D6", S, nice.GG)
_D14 = NG158.section("1.1, rows D8 and D14", S, nice.PCN)
DVT_REPEAT_SCAN_NICE_CONCLUSION = table(
    "dvt_repeat_scan_nice_conclusion",
    "Repeat scan in suspected DVT, by NICE",
    hit="first",
    source=_D6,
    rows=[
        row(nice.repeat_needed, REPEAT_DAY_6_TO_8, id="D6", cite=_D6),
        otherwise(NO_REPEAT, id="D14", cite=_D14),
    ],
)
DVT_REPEAT_SCAN_NICE = step(
    "dvt_repeat_scan_nice",
    "Repeat scan in suspected DVT, NICE NG158",
    question=DVT_REPEAT_SCAN,
    guideline="nice",
    subject=EPISODE,
    source=_D6,
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=DVT_REPEAT_SCAN_NICE_CONCLUSION,
    plan=[],
)
DVT_REPEAT_SCAN_ESVS_CONCLUSION = table(
    "dvt_repeat_scan_esvs_conclusion",
    "Repeat scan in suspected DVT, by ESVS",
    hit="first",
    source=esvs.REPEAT,
    rows=[
        row(esvs.needs_repeat, REPEAT_DAY_5_TO_7, id="repeat", cite=esvs.REPEAT),
        otherwise(NO_REPEAT, cite=esvs.REPEAT),
    ],
)
DVT_REPEAT_SCAN_ESVS = step(
    "dvt_repeat_scan_esvs",
    "Repeat scan in suspected DVT, ESVS 2021",
    question=DVT_REPEAT_SCAN,
    guideline="esvs",
    subject=EPISODE,
    source=esvs.REPEAT,
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=DVT_REPEAT_SCAN_ESVS_CONCLUSION,
    plan=[],
)
DVT_REPEAT_SCAN_ASH_CONCLUSION = table(
    "dvt_repeat_scan_ash_conclusion",
    "Repeat scan in suspected DVT, by ASH",
    hit="first",
    source=ash.S7,
    rows=[
        row(ash.needs_repeat, REPEAT_ABOUT_7_DAYS, id="S7_S8", cite=ash.S7),
        otherwise(NO_REPEAT, cite=ash.S6),
    ],
)
DVT_REPEAT_SCAN_ASH = step(
    "dvt_repeat_scan_ash",
    "Repeat scan in suspected DVT, ASH 2018",
    question=DVT_REPEAT_SCAN,
    guideline="ash",
    subject=EPISODE,
    source=ash.S7,
    for_whom=first_suspected_dvt,
    conclusion=DVT_REPEAT_SCAN_ASH_CONCLUSION,
    plan=[],
)
DVT_REPEAT_SCAN_CHEST_CONCLUSION = table(
    "dvt_repeat_scan_chest_conclusion",
    "Repeat scan in suspected DVT, by CHEST",
    hit="first",
    source=chest.K5,
    rows=[
        row(chest.needs_repeat, REPEAT_ONE_WEEK, id="K5", cite=chest.K5),
        otherwise(NO_REPEAT, cite=chest.K2),
    ],
)
DVT_REPEAT_SCAN_CHEST = step(
    "dvt_repeat_scan_chest",
    "Repeat scan in suspected DVT, CHEST 2012",
    question=DVT_REPEAT_SCAN,
    guideline="chest",
    subject=EPISODE,
    source=chest.K5,
    for_whom=first_suspected_dvt,
    conclusion=DVT_REPEAT_SCAN_CHEST_CONCLUSION,
    plan=[],
)

# Anticoagulation while waiting -------------------------------------------------------------------

DVT_INTERIM_NICE_CONCLUSION = table(
    "dvt_interim_anticoagulation_nice_conclusion",
    "Anticoagulation while a suspected DVT waits, by NICE",
    hit="first",
    source=NG158.rec("1.1.4"),
    rows=[
        row(nice.starts_interim, START_INTERIM, id="D4_D10_D13", cite=NG158.rec("1.1.4")),
        otherwise(NO_INTERIM, id="in_time", cite=NG158.rec("1.1.3")),
    ],
)
DVT_INTERIM_NICE = step(
    "dvt_interim_anticoagulation_nice",
    "Anticoagulation while a suspected DVT waits, NICE NG158",
    question=DVT_INTERIM_ANTICOAGULATION,
    guideline="nice",
    subject=EPISODE,
    source=NG158.rec("1.1.4"),
    for_whom=adult_outpatient_with_suspected_dvt,
    conclusion=DVT_INTERIM_NICE_CONCLUSION,
    plan=[
        action(
            "interim_anticoagulation",
            nice.INTERIM,
            when=nice.starts_interim,
            until=any_of(nice.no_longer_waiting, anticoagulation_contraindicated),
            gives=interim_anticoagulant,
            due=by(hours(4)),
            cite=NG158.rec("1.1.4"),
        ),
    ],
)
