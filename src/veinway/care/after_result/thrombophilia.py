"""Testing for thrombophilia after a clot (reference 1, section 6.4)."""

from veinway.care.after_result.outcomes import (
    CONSIDER_ANTIPHOSPHOLIPID,
    CONSIDER_BOTH_TESTS,
    ESVS_ON_PROVOKED,
    NO_HEREDITARY_TEST,
    NO_ROUTINE_TEST,
    NO_ROUTINE_TEST_PROVOKED,
    THROMBOPHILIA_IF_YOUNG,
)
from veinway.care.after_result.provoked import clot_was_confirmed, provoked, unprovoked
from veinway.care.facts.person import adult, age
from veinway.care.facts.provoking import (
    first_degree_relative_with_clot,
    on_anticoagulant_when_tested,
    planned_to_stop_anticoagulation,
    strong_family_history,
)
from veinway.care.questions import THROMBOPHILIA_TESTING
from veinway.care.sources import BSH_2022, DICTIONARY, ESC_2019, ESVS_2021, NG158, QS29, S, U
from veinway.language import *

_NICE = NG158.section("1.9", U)
_ESC = ESC_2019.at("thrombophilia")
_BSH = BSH_2022.at("heritable thrombophilia", S, "a summary")
_ESVS = ESVS_2021.at("row Hereditary thrombophilia", U)

_for_whom = all_of(adult, clot_was_confirmed)
_stopping = all_of(unprovoked, planned_to_stop_anticoagulation)

NICE_CONCLUSION = table(
    "thrombophilia_nice_conclusion",
    "Testing for thrombophilia, by NICE",
    hit="unique",
    source=_NICE,
    rows=[
        row(provoked, NO_HEREDITARY_TEST, id="provoked", cite=QS29.at("statement 6")),
        row(
            all_of(unprovoked, no(planned_to_stop_anticoagulation)),
            NO_HEREDITARY_TEST,
            id="continuing",
            cite=_NICE,
        ),
        row(
            all_of(_stopping, no(first_degree_relative_with_clot)),
            CONSIDER_ANTIPHOSPHOLIPID,
            id="stopping",
            cite=_NICE,
        ),
        row(
            all_of(_stopping, first_degree_relative_with_clot),
            CONSIDER_BOTH_TESTS,
            id="stopping_with_relative",
            cite=_NICE,
        ),
    ],
)
THROMBOPHILIA_NICE = step(
    "thrombophilia_nice",
    "Testing for thrombophilia, NICE NG158",
    question=THROMBOPHILIA_TESTING,
    guideline="nice",
    subject=EPISODE,
    source=_NICE,
    for_whom=_for_whom,
    conclusion=NICE_CONCLUSION,
    plan=[
        action(
            "advice_before_testing_on_anticoagulant",
            "Take specialist advice before testing: on an anticoagulant or heparin, or in the acute "
            "phase, results mislead.",
            when=all_of(_stopping, on_anticoagulant_when_tested),
            cite=_NICE,
        ),
        action(
            "no_routine_test_of_relatives",
            "Do not test relatives routinely.",
            when=clot_was_confirmed,
            strength=Strength.DO_NOT,
            cite=NG158.section("1.9", S, "WikiDoc"),
        ),
    ],
)

_young_with_family = all_of(age < 50, unprovoked, strong_family_history)
THROMBOPHILIA_ESC_CONCLUSION = table(
    "thrombophilia_esc_conclusion",
    "Testing for thrombophilia, by ESC",
    hit="unique",
    source=_ESC,
    rows=[
        row(_young_with_family, THROMBOPHILIA_IF_YOUNG, id="young", cite=_ESC),
        row(no(_young_with_family), NO_ROUTINE_TEST, id="others", cite=_ESC),
    ],
)
THROMBOPHILIA_ESC = step(
    "thrombophilia_esc",
    "Testing for thrombophilia, ESC 2019",
    question=THROMBOPHILIA_TESTING,
    guideline="esc",
    subject=EPISODE,
    source=_ESC,
    for_whom=_for_whom,
    conclusion=THROMBOPHILIA_ESC_CONCLUSION,
    plan=[],
)

THROMBOPHILIA_BSH_CONCLUSION = table(
    "thrombophilia_bsh_conclusion",
    "Testing for thrombophilia, by BSH",
    hit="unique",
    source=_BSH,
    rows=[
        row(unprovoked, NO_ROUTINE_TEST, id="unprovoked", cite=_BSH),
        row(provoked, NO_ROUTINE_TEST_PROVOKED, id="provoked", cite=_BSH),
    ],
)
THROMBOPHILIA_BSH = step(
    "thrombophilia_bsh",
    "Testing for thrombophilia, BSH 2022",
    question=THROMBOPHILIA_TESTING,
    guideline="bsh",
    subject=EPISODE,
    source=_BSH,
    for_whom=_for_whom,
    conclusion=THROMBOPHILIA_BSH_CONCLUSION,
    plan=[
        action(
            "no_test_in_the_acute_phase",
            "Do not decide by a test taken in the acute phase or on heparin without advice.",
            when=on_anticoagulant_when_tested,
            strength=Strength.DO_NOT,
            cite=DICTIONARY.at("section 6.4, acute clot or heparin", U),
        ),
    ],
)

THROMBOPHILIA_ESVS_CONCLUSION = table(
    "thrombophilia_esvs_conclusion",
    "Testing for thrombophilia, by ESVS",
    hit="unique",
    source=_ESVS,
    rows=[
        row(unprovoked, NO_ROUTINE_TEST, id="unprovoked", cite=_ESVS),
        row(provoked, ESVS_ON_PROVOKED, id="provoked", cite=_ESVS),
    ],
)
THROMBOPHILIA_ESVS = step(
    "thrombophilia_esvs",
    "Testing for thrombophilia, ESVS 2021",
    question=THROMBOPHILIA_TESTING,
    guideline="esvs",
    subject=EPISODE,
    source=_ESVS,
    for_whom=_for_whom,
    conclusion=THROMBOPHILIA_ESVS_CONCLUSION,
    plan=[],
)
