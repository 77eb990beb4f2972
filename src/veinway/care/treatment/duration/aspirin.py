"""Aspirin where an anticoagulant is declined after the treatment phase; not for a fresh clot (T-40)."""

from veinway.care.facts.duration import declines_anticoagulation
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.sources import ASH_2020, CHEST_2021, ESC_2019, NG158, THROMBOSIS_CANADA, U
from veinway.care.treatment.duration.clot import clot_of_leg_or_lung, three_months_done
from veinway.care.treatment.duration.extended_outcomes import (
    ASPIRIN_CLASS_IIB,
    ASPIRIN_INFERIOR,
    ASPIRIN_NICE,
    ASPIRIN_NOT_INSTEAD,
    ASPIRIN_OVER_NOTHING,
    ASPIRIN_TOO_EARLY,
)
from veinway.care.treatment.duration.patients import adult_with_embolism
from veinway.care.treatment.questions import ASPIRIN_IF_DECLINED
from veinway.language import *

_NICE = NG158.section("1.4", U)
_CHEST = CHEST_2021.at("aspirin, weak")
_ESC = ESC_2019.section("8.4, class IIb")
_ASH = ASH_2020.at("recommendation 20")
_TC = THROMBOSIS_CANADA.at("duration of treatment")
_declines = all_of(adult, no(expecting_or_new_mother), clot_of_leg_or_lung, declines_anticoagulation)
_too_early = row(
    no(three_months_done),
    ASPIRIN_TOO_EARLY,
    id="fresh_clot",
    cite=THROMBOSIS_CANADA.at("deep vein thrombosis: treatment"),
)

ASPIRIN_NICE_CONCLUSION = table(
    "aspirin_if_declined_nice_conclusion",
    "Aspirin where an anticoagulant is declined, by NICE",
    hit="first",
    source=_NICE,
    rows=[_too_early, otherwise(ASPIRIN_NICE, id="declined", cite=_NICE)],
)
ASPIRIN_IF_DECLINED_NICE = step(
    "aspirin_if_declined_nice",
    "Aspirin where an anticoagulant is declined, NICE NG158",
    question=ASPIRIN_IF_DECLINED,
    guideline="nice",
    subject=PERSON,
    source=_NICE,
    for_whom=_declines,
    conclusion=ASPIRIN_NICE_CONCLUSION,
    plan=[],
)
ASPIRIN_CHEST_CONCLUSION = table(
    "aspirin_if_declined_chest_conclusion",
    "Aspirin where an anticoagulant is declined, by CHEST",
    hit="first",
    source=_CHEST,
    rows=[_too_early, otherwise(ASPIRIN_OVER_NOTHING, id="declined", cite=_CHEST)],
)
ASPIRIN_IF_DECLINED_CHEST = step(
    "aspirin_if_declined_chest",
    "Aspirin where an anticoagulant is declined, CHEST 2021",
    question=ASPIRIN_IF_DECLINED,
    guideline="chest",
    subject=PERSON,
    source=_CHEST,
    for_whom=_declines,
    conclusion=ASPIRIN_CHEST_CONCLUSION,
    plan=[],
)
ASPIRIN_ESC_CONCLUSION = table(
    "aspirin_if_declined_esc_conclusion",
    "Aspirin where an anticoagulant is declined, by ESC",
    hit="first",
    source=_ESC,
    rows=[_too_early, otherwise(ASPIRIN_CLASS_IIB, id="declined", cite=_ESC)],
)
ASPIRIN_IF_DECLINED_ESC = step(
    "aspirin_if_declined_esc",
    "Aspirin where an anticoagulant is declined, ESC 2019",
    question=ASPIRIN_IF_DECLINED,
    guideline="esc",
    subject=PERSON,
    source=_ESC,
    for_whom=all_of(_declines, adult_with_embolism),
    conclusion=ASPIRIN_ESC_CONCLUSION,
    plan=[],
)
ASPIRIN_ASH_CONCLUSION = table(
    "aspirin_if_declined_ash_conclusion",
    "Aspirin where an anticoagulant is declined, by ASH",
    hit="first",
    source=_ASH,
    rows=[_too_early, otherwise(ASPIRIN_NOT_INSTEAD, id="declined", cite=_ASH)],
)
ASPIRIN_IF_DECLINED_ASH = step(
    "aspirin_if_declined_ash",
    "Aspirin where an anticoagulant is declined, ASH 2020",
    question=ASPIRIN_IF_DECLINED,
    guideline="ash",
    subject=PERSON,
    source=_ASH,
    for_whom=_declines,
    conclusion=ASPIRIN_ASH_CONCLUSION,
    plan=[],
)
ASPIRIN_TC_CONCLUSION = table(
    "aspirin_if_declined_tc_conclusion",
    "Aspirin where an anticoagulant is declined, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[_too_early, otherwise(ASPIRIN_INFERIOR, id="declined", cite=_TC)],
)
ASPIRIN_IF_DECLINED_TC = step(
    "aspirin_if_declined_tc",
    "Aspirin where an anticoagulant is declined, Thrombosis Canada 2025",
    question=ASPIRIN_IF_DECLINED,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_declines,
    conclusion=ASPIRIN_TC_CONCLUSION,
    plan=[],
)
