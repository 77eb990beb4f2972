"""How the probability of embolism is judged, and PERC, guideline by guideline (section 3.10)."""

from veinway.care.facts.person import adult, born_in_last_6_weeks, pregnant
from veinway.care.probability.perc import low_by_gestalt
from veinway.care.questions import PE_PERC, PE_SCORE
from veinway.care.sources import ASH_2018, ESC_2019, NG158, S
from veinway.care.suspected_pe.aha import PAGE_8
from veinway.care.suspected_pe.ash import GUIDELINE_CENTRAL
from veinway.care.suspected_pe.haemodynamics import pe_is_suspected, unstable
from veinway.care.suspected_pe.nice import AUDIT, PCN
from veinway.care.suspected_pe.patients import stable_adult_with_suspected_pe
from veinway.care.suspected_pe.point_outcomes import (
    ANY_VALIDATED_RULE,
    APPLY_PERC,
    CONSIDER_PERC,
    LEVEL_OF_PROBABILITY,
    NO_SCORE_WHEN_UNSTABLE,
    PERC_NOT_HERE,
    PERC_WITHOUT_RECOMMENDATION,
    RULE_OR_JUDGEMENT,
    WELLS_PE_IN_TWO_LEVELS,
)
from veinway.language import *

_suspected = all_of(adult, no(pregnant), no(born_in_last_6_weeks), pe_is_suspected)
_unstable_row = row(unstable, NO_SCORE_WHEN_UNSTABLE, id="unstable", cite=ESC_2019.table(4))

# The score ---------------------------------------------------------------------------------------

_NICE = NG158.section("1.1.17, table 2", S, AUDIT)
PE_SCORE_NICE = step(
    "pe_score_nice",
    "Probability of embolism, NICE NG158",
    question=PE_SCORE,
    guideline="nice",
    subject=EPISODE,
    source=_NICE,
    for_whom=_suspected,
    conclusion=table(
        "pe_score_nice_conclusion",
        "How the probability of embolism is judged, by NICE",
        hit="first",
        source=_NICE,
        rows=[_unstable_row, otherwise(WELLS_PE_IN_TWO_LEVELS, id="P3", cite=_NICE)],
    ),
    plan=[],
)
_ESC = ESC_2019.section("4.11, row E1")
PE_SCORE_ESC = step(
    "pe_score_esc",
    "Probability of embolism, ESC 2019",
    question=PE_SCORE,
    guideline="esc",
    subject=EPISODE,
    source=_ESC,
    for_whom=_suspected,
    conclusion=table(
        "pe_score_esc_conclusion",
        "How the probability of embolism is judged, by ESC",
        hit="first",
        source=_ESC,
        rows=[_unstable_row, otherwise(RULE_OR_JUDGEMENT, id="E1", cite=_ESC)],
    ),
    plan=[],
)
PE_SCORE_AHA = step(
    "pe_score_aha",
    "Probability of embolism, AHA/ACC 2026",
    question=PE_SCORE,
    guideline="aha",
    subject=EPISODE,
    source=PAGE_8,
    for_whom=_suspected,
    conclusion=table(
        "pe_score_aha_conclusion",
        "How the probability of embolism is judged, by AHA/ACC",
        hit="first",
        source=PAGE_8,
        rows=[_unstable_row, otherwise(ANY_VALIDATED_RULE, id="A1", cite=PAGE_8)],
    ),
    plan=[],
)
_ASH = ASH_2018.rec("1 to 3", S, GUIDELINE_CENTRAL)
PE_SCORE_ASH = step(
    "pe_score_ash",
    "Probability of embolism, ASH 2018",
    question=PE_SCORE,
    guideline="ash",
    subject=EPISODE,
    source=_ASH,
    for_whom=_suspected,
    conclusion=table(
        "pe_score_ash_conclusion",
        "How the probability of embolism is judged, by ASH",
        hit="first",
        source=_ASH,
        rows=[_unstable_row, otherwise(LEVEL_OF_PROBABILITY, id="S1", cite=_ASH)],
    ),
    plan=[],
)

# PERC --------------------------------------------------------------------------------------------

_GATE = NG158.section("1.1.16", S, PCN)
PERC_NICE = step(
    "perc_use_nice",
    "Use of PERC, NICE NG158",
    question=PE_PERC,
    guideline="nice",
    subject=EPISODE,
    source=_GATE,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "perc_use_nice_conclusion",
        "Use of PERC, by NICE",
        hit="first",
        source=_GATE,
        rows=[
            row(low_by_gestalt, CONSIDER_PERC, id="P2", cite=_GATE),
            otherwise(PERC_NOT_HERE, cite=_GATE),
        ],
    ),
    plan=[],
)
_DESCRIBED = ESC_2019.section("4.3")
PERC_ESC = step(
    "perc_use_esc",
    "Use of PERC, ESC 2019",
    question=PE_PERC,
    guideline="esc",
    subject=EPISODE,
    source=_DESCRIBED,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "perc_use_esc_conclusion",
        "Use of PERC, by ESC",
        hit="first",
        source=_DESCRIBED,
        rows=[
            row(low_by_gestalt, PERC_WITHOUT_RECOMMENDATION, id="low", cite=_DESCRIBED),
            otherwise(PERC_NOT_HERE, cite=_DESCRIBED),
        ],
    ),
    plan=[],
)
PERC_AHA = step(
    "perc_use_aha",
    "Use of PERC, AHA/ACC 2026",
    question=PE_PERC,
    guideline="aha",
    subject=EPISODE,
    source=PAGE_8,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "perc_use_aha_conclusion",
        "Use of PERC, by AHA/ACC",
        hit="first",
        source=PAGE_8,
        rows=[
            row(low_by_gestalt, APPLY_PERC, id="A1", cite=PAGE_8),
            otherwise(PERC_NOT_HERE, cite=PAGE_8),
        ],
    ),
    plan=[],
)
