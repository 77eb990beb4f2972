"""What follows a true failure of treatment, guideline by guideline (D-14)."""

from veinway.care.facts.duration import on_reduced_dose
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult
from veinway.care.facts.recurrence_on_treatment import failure_explained
from veinway.care.sources import (
    ASH_2020,
    BSH_2011,
    CHEST_2021,
    LOCAL,
    NG158,
    PRODUCT,
    RIVAROXABAN_LABEL,
    THROMBOSIS_CANADA,
    S,
    U,
)
from veinway.care.treatment.choice.patients import antiphospholipid
from veinway.care.treatment.questions import RECURRENCE_TREATMENT
from veinway.care.treatment.recurrence import on_lmwh, on_vka, proven
from veinway.care.treatment.recurrence_outcomes import (
    ADDRESS_CAUSE,
    CHANGE_OR_RAISE,
    HIGHER_TARGET,
    HIGHER_TARGET_IN_SYNDROME,
    LMWH_INSTEAD,
    LMWH_OVER_DOAC,
    RAISE_LMWH,
    RAISE_LMWH_CHEST,
    RECURRENCE_NOT_SPOKEN_OF,
    RETURN_TO_FULL_DOSE,
    VKA_IN_SYNDROME,
)
from veinway.care.treatment.taken import has_reduced_dose, on_doac
from veinway.language import *

_ORDER = PRODUCT.at("reference 2, section 7", LOCAL)
_NICE = NG158.section("1.3, recurrence on treatment", U)
_TC = THROMBOSIS_CANADA.at("cancer and thrombosis")
_SYNDROME = THROMBOSIS_CANADA.at("antiphospholipid syndrome")
_CHEST = CHEST_2021.at("recurrence on treatment, from CHEST 2016", U)
_ASH = ASH_2020.at("recommendation 23")
_BSH = BSH_2011.at("recurrence in range", S, "an Oxford protocol")

_failing = all_of(adult, proven)
_low_dose = presume(
    on_reduced_dose,
    NO,
    when=no(has_reduced_dose),
    because="only apixaban and rivaroxaban have a reduced dose",
    source=_ORDER,
)
_explained = row(failure_explained, ADDRESS_CAUSE, id="explained", cite=_ORDER)
_reduced = row(_low_dose, RETURN_TO_FULL_DOSE, id="reduced_dose", cite=RIVAROXABAN_LABEL.section("4.2"))

RECURRENCE_TREATMENT_NICE_CONCLUSION = table(
    "recurrence_treatment_nice_conclusion",
    "A true failure of treatment, by NICE",
    hit="first",
    source=_NICE,
    rows=[_explained, otherwise(CHANGE_OR_RAISE, id="failing", cite=_NICE)],
)
RECURRENCE_TREATMENT_NICE = step(
    "recurrence_treatment_nice",
    "A true failure of treatment, NICE NG158",
    question=RECURRENCE_TREATMENT,
    guideline="nice",
    subject=PERSON,
    source=_NICE,
    for_whom=_failing,
    conclusion=RECURRENCE_TREATMENT_NICE_CONCLUSION,
    plan=[],
)
RECURRENCE_TREATMENT_TC_CONCLUSION = table(
    "recurrence_treatment_tc_conclusion",
    "A true failure of treatment, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        row(all_of(antiphospholipid, on_doac), VKA_IN_SYNDROME, id="syndrome_on_doac", cite=_SYNDROME),
        _explained,
        row(
            all_of(antiphospholipid, on_vka),
            HIGHER_TARGET_IN_SYNDROME,
            id="syndrome_on_vka",
            cite=_SYNDROME,
        ),
        row(all_of(active_cancer, any_of(on_doac, on_vka)), LMWH_INSTEAD, id="cancer", cite=_TC),
        _reduced,
        row(any_of(on_doac, on_vka), LMWH_INSTEAD, id="to_lmwh", cite=_TC),
        row(on_lmwh, RAISE_LMWH, id="on_lmwh", cite=_TC),
        otherwise(RECURRENCE_NOT_SPOKEN_OF, id="other_drug", cite=_TC),
    ],
)
RECURRENCE_TREATMENT_TC = step(
    "recurrence_treatment_tc",
    "A true failure of treatment, Thrombosis Canada 2025",
    question=RECURRENCE_TREATMENT,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_failing,
    conclusion=RECURRENCE_TREATMENT_TC_CONCLUSION,
    plan=[],
)
RECURRENCE_TREATMENT_CHEST_CONCLUSION = table(
    "recurrence_treatment_chest_conclusion",
    "A true failure of treatment, by CHEST",
    hit="first",
    source=_CHEST,
    rows=[
        _explained,
        _reduced,
        row(any_of(on_doac, on_vka), LMWH_INSTEAD, id="to_lmwh", cite=_CHEST),
        row(on_lmwh, RAISE_LMWH_CHEST, id="on_lmwh", cite=_CHEST),
        otherwise(RECURRENCE_NOT_SPOKEN_OF, id="other_drug", cite=_CHEST),
    ],
)
RECURRENCE_TREATMENT_CHEST = step(
    "recurrence_treatment_chest",
    "A true failure of treatment, CHEST 2021",
    question=RECURRENCE_TREATMENT,
    guideline="chest",
    subject=PERSON,
    source=_CHEST,
    for_whom=_failing,
    conclusion=RECURRENCE_TREATMENT_CHEST_CONCLUSION,
    plan=[],
)
RECURRENCE_TREATMENT_ASH_CONCLUSION = table(
    "recurrence_treatment_ash_conclusion",
    "A true failure of treatment, by ASH",
    hit="first",
    source=_ASH,
    rows=[
        _explained,
        row(on_vka, LMWH_OVER_DOAC, id="on_vka", cite=_ASH),
        otherwise(RECURRENCE_NOT_SPOKEN_OF, id="other_drug", cite=_ASH),
    ],
)
RECURRENCE_TREATMENT_ASH = step(
    "recurrence_treatment_ash",
    "A true failure of treatment, ASH 2020",
    question=RECURRENCE_TREATMENT,
    guideline="ash",
    subject=PERSON,
    source=_ASH,
    for_whom=_failing,
    conclusion=RECURRENCE_TREATMENT_ASH_CONCLUSION,
    plan=[],
)
RECURRENCE_TREATMENT_BSH_CONCLUSION = table(
    "recurrence_treatment_bsh_conclusion",
    "A true failure of treatment, by BSH",
    hit="first",
    source=_BSH,
    rows=[
        _explained,
        row(on_vka, HIGHER_TARGET, id="on_vka", cite=_BSH),
        otherwise(RECURRENCE_NOT_SPOKEN_OF, id="other_drug", cite=_BSH),
    ],
)
RECURRENCE_TREATMENT_BSH = step(
    "recurrence_treatment_bsh",
    "A true failure of treatment, BSH 2011",
    question=RECURRENCE_TREATMENT,
    guideline="bsh",
    subject=PERSON,
    source=_BSH,
    for_whom=_failing,
    conclusion=RECURRENCE_TREATMENT_BSH_CONCLUSION,
    plan=[],
)
