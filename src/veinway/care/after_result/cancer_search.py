"""The search for cancer after an unprovoked clot (reference 1, section 6.3).

Older standards asked for tests from the age of 40 on (trap T-32). No row asks for an age.
"""

from veinway.care.after_result.outcomes import (
    CANCER_HISTORY_AND_BLOODS,
    CANCER_SCREENING_OF_MEN,
    CANCER_SCREENING_OF_WOMEN,
    CANCER_SIGNS_FOLLOWED,
    CANCER_WITH_CHEST_X_RAY,
    CANCER_WITHOUT_CHEST_X_RAY,
)
from veinway.care.after_result.provoked import clot_was_confirmed, unprovoked
from veinway.care.facts.chest_tests import chest_x_ray, ctpa
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, sex_at_birth
from veinway.care.facts.provoking import signs_suggesting_cancer
from veinway.care.facts.tests import baseline_bloods
from veinway.care.questions import CANCER_SEARCH
from veinway.care.sources import ESC_2019, ESVS_2021, NG158, S
from veinway.language import *

_NICE = NG158.section("1.8", S, "NHS Dumfries & Galloway protocol and GP notes; number from memory")
_ESC = ESC_2019.at("cancer after embolism")
_ESVS = ESVS_2021.at("row Unprovoked DVT, class I", S, "Medscape list of class I recommendations")

_for_whom = all_of(adult, clot_was_confirmed, unprovoked, no(active_cancer))
_ctpa_done = any_event(ctpa)

NICE_CONCLUSION = table(
    "cancer_search_nice_conclusion",
    "Search for cancer after an unprovoked clot, by NICE",
    hit="unique",
    source=_NICE,
    rows=[
        row(signs_suggesting_cancer, CANCER_SIGNS_FOLLOWED, id="signs", cite=_NICE),
        row(no(signs_suggesting_cancer), CANCER_HISTORY_AND_BLOODS, id="no_signs", cite=_NICE),
    ],
)
CANCER_SEARCH_NICE = step(
    "cancer_search_nice",
    "Search for cancer, NICE NG158",
    question=CANCER_SEARCH,
    guideline="nice",
    subject=EPISODE,
    source=_NICE,
    for_whom=_for_whom,
    conclusion=NICE_CONCLUSION,
    plan=[
        action(
            "review_history_and_baseline_bloods",
            "Review the history and the baseline bloods, and offer an examination.",
            act="limited_cancer_search",
            when=unprovoked,
            gives=baseline_bloods,
            cite=_NICE,
        ),
        action(
            "investigate_signs_of_cancer",
            "Investigate what the signs or symptoms point to.",
            act="cancer_search",
            when=signs_suggesting_cancer,
            cite=_NICE,
        ),
        action(
            "no_further_cancer_tests",
            "No further test for cancer without signs or symptoms of it.",
            act="cancer_search",
            when=no(signs_suggesting_cancer),
            strength=Strength.DO_NOT,
            cite=_NICE,
        ),
    ],
)

CANCER_SEARCH_ESC_CONCLUSION = table(
    "cancer_search_esc_conclusion",
    "Search for cancer after an unprovoked clot, by ESC",
    hit="unique",
    source=_ESC,
    rows=[
        row(_ctpa_done, CANCER_WITHOUT_CHEST_X_RAY, id="ctpa", cite=_ESC),
        row(no(_ctpa_done), CANCER_WITH_CHEST_X_RAY, id="no_ctpa", cite=_ESC),
    ],
)
CANCER_SEARCH_ESC = step(
    "cancer_search_esc",
    "Search for cancer, ESC 2019",
    question=CANCER_SEARCH,
    guideline="esc",
    subject=EPISODE,
    source=_ESC,
    for_whom=_for_whom,
    conclusion=CANCER_SEARCH_ESC_CONCLUSION,
    plan=[
        action(
            "chest_x_ray_for_cancer",
            "Chest X-ray, because there was no CTPA.",
            act="chest_x_ray",
            when=no(_ctpa_done),
            gives=chest_x_ray,
            cite=_ESC,
        ),
        action(
            "no_routine_ct_or_pet",
            "No routine CT of the abdomen and no PET.",
            act="cancer_search",
            when=unprovoked,
            strength=Strength.DO_NOT,
            cite=_ESC,
        ),
    ],
)

CANCER_SEARCH_ESVS_CONCLUSION = table(
    "cancer_search_esvs_conclusion",
    "Search for cancer after an unprovoked clot, by ESVS",
    hit="unique",
    source=_ESVS,
    rows=[
        row(sex_at_birth.is_("female"), CANCER_SCREENING_OF_WOMEN, id="women", cite=_ESVS),
        row(sex_at_birth.is_("male"), CANCER_SCREENING_OF_MEN, id="men", cite=_ESVS),
    ],
)
CANCER_SEARCH_ESVS = step(
    "cancer_search_esvs",
    "Search for cancer, ESVS 2021",
    question=CANCER_SEARCH,
    guideline="esvs",
    subject=EPISODE,
    source=_ESVS,
    for_whom=_for_whom,
    conclusion=CANCER_SEARCH_ESVS_CONCLUSION,
    plan=[
        action(
            "sex_specific_screening",
            "Clinical examination and sex-specific cancer screening.",
            act="limited_cancer_search",
            when=unprovoked,
            cite=_ESVS,
        ),
        action(
            "no_extensive_search",
            "No routine extensive search for cancer.",
            act="cancer_search",
            when=unprovoked,
            strength=Strength.DO_NOT,
            cite=_ESVS,
        ),
    ],
)
