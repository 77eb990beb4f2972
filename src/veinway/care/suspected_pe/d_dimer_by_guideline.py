"""What the D-dimer may say when embolism is suspected, guideline by guideline (section 3.10)."""

from veinway.care.facts.person import age
from veinway.care.probability.outcomes import CTPA_NEEDED, PE_EXCLUDED, PE_EXCLUDED_WITH_WARNING
from veinway.care.probability.years import YEARS_RESULT, YEARS_RESULT_AHA
from veinway.care.questions import AGE_ADJUSTED_D_DIMER, D_DIMER_WHEN_PE_LIKELY, GRADUATED_D_DIMER
from veinway.care.sources import ASH_2018, ESC_2019, NG158, S
from veinway.care.suspected_pe import aha
from veinway.care.suspected_pe.ash import GUIDELINE_CENTRAL, HIGH_PROBABILITY, LOW_AND_INTERMEDIATE
from veinway.care.suspected_pe.nice import AUDIT, IATROX
from veinway.care.suspected_pe.patients import high, likely, stable_adult_with_suspected_pe
from veinway.care.suspected_pe.point_outcomes import (
    AGE_CUT_OFF_IS_SAFE,
    CONSIDER_AGE_CUT_OFF,
    D_DIMER_FIRST,
    D_DIMER_NOT_ALONE,
    FIXED_CUT_OFF,
    IMAGE_DIRECTLY,
    NEVER_D_DIMER,
    NO_CUT_OFF_HERE,
)
from veinway.language import *

# When embolism is likely -------------------------------------------------------------------------

_P4 = NG158.section("1.1, row P4", S, IATROX)
D_DIMER_WHEN_LIKELY_NICE = step(
    "d_dimer_when_pe_likely_nice",
    "D-dimer when embolism is likely, NICE NG158",
    question=D_DIMER_WHEN_PE_LIKELY,
    guideline="nice",
    subject=EPISODE,
    source=_P4,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "d_dimer_when_pe_likely_nice_conclusion",
        "D-dimer when embolism is likely, by NICE",
        hit="first",
        source=_P4,
        rows=[
            row(likely, IMAGE_DIRECTLY, id="P4", cite=_P4),
            otherwise(D_DIMER_FIRST, id="P10", cite=NG158.section("1.1.21", S, AUDIT)),
        ],
    ),
    plan=[],
)
_E6 = ESC_2019.section("4.11, row E6")
D_DIMER_WHEN_LIKELY_ESC = step(
    "d_dimer_when_pe_likely_esc",
    "D-dimer when embolism is likely, ESC 2019",
    question=D_DIMER_WHEN_PE_LIKELY,
    guideline="esc",
    subject=EPISODE,
    source=_E6,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "d_dimer_when_pe_likely_esc_conclusion",
        "D-dimer when embolism is likely, by ESC",
        hit="first",
        source=_E6,
        rows=[
            row(high, NEVER_D_DIMER, id="E6", cite=_E6),
            otherwise(D_DIMER_FIRST, id="E3", cite=ESC_2019.section("4.11, row E3")),
        ],
    ),
    plan=[],
)
D_DIMER_WHEN_LIKELY_ASH = step(
    "d_dimer_when_pe_likely_ash",
    "D-dimer when embolism is likely, ASH 2018",
    question=D_DIMER_WHEN_PE_LIKELY,
    guideline="ash",
    subject=EPISODE,
    source=HIGH_PROBABILITY,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "d_dimer_when_pe_likely_ash_conclusion",
        "D-dimer when embolism is likely, by ASH",
        hit="first",
        source=HIGH_PROBABILITY,
        rows=[
            row(high, D_DIMER_NOT_ALONE, id="S3", cite=HIGH_PROBABILITY),
            otherwise(D_DIMER_FIRST, id="S1", cite=LOW_AND_INTERMEDIATE),
        ],
    ),
    plan=[],
)
D_DIMER_WHEN_LIKELY_AHA = step(
    "d_dimer_when_pe_likely_aha",
    "D-dimer when embolism is likely, AHA/ACC 2026",
    question=D_DIMER_WHEN_PE_LIKELY,
    guideline="aha",
    subject=EPISODE,
    source=aha.PAGES_8_AND_10,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "d_dimer_when_pe_likely_aha_conclusion",
        "D-dimer when embolism is likely, by AHA/ACC",
        hit="first",
        source=aha.PAGES_8_AND_10,
        rows=[
            row(aha.high, IMAGE_DIRECTLY, id="A3", cite=aha.PAGES_8_AND_10),
            otherwise(D_DIMER_FIRST, id="A2", cite=aha.PAGE_8),
        ],
    ),
    plan=[],
)

# The cut-off by age ------------------------------------------------------------------------------

_older = age > 50
_NICE_AGE = NG158.section("1.1, point-of-care and age-adjusted D-dimer", S, IATROX)
AGE_ADJUSTED_NICE = step(
    "age_adjusted_d_dimer_nice",
    "Age-adjusted D-dimer, NICE NG158",
    question=AGE_ADJUSTED_D_DIMER,
    guideline="nice",
    subject=EPISODE,
    source=_NICE_AGE,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "age_adjusted_d_dimer_nice_conclusion",
        "Age-adjusted D-dimer, by NICE",
        hit="first",
        source=_NICE_AGE,
        rows=[
            row(likely, NO_CUT_OFF_HERE, id="P4", cite=_P4),
            row(_older, CONSIDER_AGE_CUT_OFF, id="over_50", cite=_NICE_AGE),
            otherwise(FIXED_CUT_OFF, cite=_NICE_AGE),
        ],
    ),
    plan=[],
)
_E4 = ESC_2019.section("4.11, row E4")
AGE_ADJUSTED_ESC = step(
    "age_adjusted_d_dimer_esc",
    "Age-adjusted D-dimer, ESC 2019",
    question=AGE_ADJUSTED_D_DIMER,
    guideline="esc",
    subject=EPISODE,
    source=_E4,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "age_adjusted_d_dimer_esc_conclusion",
        "Age-adjusted D-dimer, by ESC",
        hit="first",
        source=_E4,
        rows=[
            row(high, NO_CUT_OFF_HERE, id="E6", cite=_E6),
            row(_older, CONSIDER_AGE_CUT_OFF, id="E4", cite=_E4),
            otherwise(FIXED_CUT_OFF, cite=_E4),
        ],
    ),
    plan=[],
)
_S5 = ASH_2018.at("row S5, outpatients over 50", S, GUIDELINE_CENTRAL)
AGE_ADJUSTED_ASH = step(
    "age_adjusted_d_dimer_ash",
    "Age-adjusted D-dimer, ASH 2018",
    question=AGE_ADJUSTED_D_DIMER,
    guideline="ash",
    subject=EPISODE,
    source=_S5,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "age_adjusted_d_dimer_ash_conclusion",
        "Age-adjusted D-dimer, by ASH",
        hit="first",
        source=_S5,
        rows=[
            row(high, NO_CUT_OFF_HERE, id="S3", cite=HIGH_PROBABILITY),
            row(_older, AGE_CUT_OFF_IS_SAFE, id="S5", cite=_S5),
            otherwise(FIXED_CUT_OFF, cite=_S5),
        ],
    ),
    plan=[],
)
AGE_ADJUSTED_AHA = step(
    "age_adjusted_d_dimer_aha",
    "Age-adjusted D-dimer, AHA/ACC 2026",
    question=AGE_ADJUSTED_D_DIMER,
    guideline="aha",
    subject=EPISODE,
    source=aha.PAGE_7,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "age_adjusted_d_dimer_aha_conclusion",
        "Age-adjusted D-dimer, by AHA/ACC",
        hit="first",
        source=aha.PAGE_7,
        rows=[
            row(aha.d_dimer_may_not_exclude, NO_CUT_OFF_HERE, id="A3", cite=aha.PAGES_8_AND_10),
            row(_older, CONSIDER_AGE_CUT_OFF, id="A4", cite=aha.PAGE_7),
            otherwise(FIXED_CUT_OFF, cite=aha.PAGE_7),
        ],
    ),
    plan=[],
)

# The cut-off by probability ----------------------------------------------------------------------

_E5 = ESC_2019.section("4.11, row E5")
GRADUATED_ESC = step(
    "graduated_d_dimer_esc",
    "YEARS, ESC 2019",
    question=GRADUATED_D_DIMER,
    guideline="esc",
    subject=EPISODE,
    source=_E5,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "graduated_d_dimer_esc_conclusion",
        "YEARS, by ESC",
        hit="first",
        source=_E5,
        rows=[
            row(high, IMAGE_DIRECTLY, id="E6", cite=_E6),
            row(YEARS_RESULT.is_(PE_EXCLUDED), PE_EXCLUDED, id="E5", cite=_E5),
            row(
                YEARS_RESULT.is_(PE_EXCLUDED_WITH_WARNING),
                PE_EXCLUDED_WITH_WARNING,
                id="E5_warning",
                cite=_E5,
            ),
            otherwise(CTPA_NEEDED, cite=_E5),
        ],
    ),
    plan=[],
)
GRADUATED_AHA = step(
    "graduated_d_dimer_aha",
    "YEARS, AHA/ACC 2026",
    question=GRADUATED_D_DIMER,
    guideline="aha",
    subject=EPISODE,
    source=aha.PAGE_8,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=table(
        "graduated_d_dimer_aha_conclusion",
        "YEARS, by AHA/ACC",
        hit="first",
        source=aha.PAGE_8,
        rows=[
            row(aha.high, IMAGE_DIRECTLY, id="A3", cite=aha.PAGES_8_AND_10),
            row(YEARS_RESULT_AHA.is_(PE_EXCLUDED), PE_EXCLUDED, id="A5", cite=aha.PAGE_8),
            row(
                YEARS_RESULT_AHA.is_(PE_EXCLUDED_WITH_WARNING),
                PE_EXCLUDED_WITH_WARNING,
                id="A5_warning",
                cite=aha.PAGE_8,
            ),
            otherwise(CTPA_NEEDED, cite=aha.PAGE_8),
        ],
    ),
    plan=[],
)
