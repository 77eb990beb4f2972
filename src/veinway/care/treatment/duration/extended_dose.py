"""Which dose after six months, guideline by guideline, and aspirin where an anticoagulant is declined.

RENOVE did not show the reduced dose to be as good (trap T-28); in active cancer it has no label (T-27).
"""

from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.sources import (
    AHA_2026,
    API_CAT_2025,
    APIXABAN_LABEL,
    ASH_2020,
    CHEST_2021,
    ESC_2019,
    NG158,
    THROMBOSIS_CANADA,
    S,
    U,
)
from veinway.care.treatment.duration.clot import long_term, six_months_done
from veinway.care.treatment.duration.extended_outcomes import (
    FULL_DOSE_UNTIL_6_MONTHS,
    KEEP_DOSE,
    NO_REDUCED_REGIMEN,
    REDUCED_DOSE,
    REDUCED_OFF_LABEL_IN_CANCER,
    REDUCED_OVER_FULL,
    STANDARD_OR_LOWER,
)
from veinway.care.treatment.duration.outcomes import NOT_SPOKEN_OF
from veinway.care.treatment.duration.patients import adult_with_embolism
from veinway.care.treatment.questions import EXTENDED_DOSE
from veinway.care.treatment.taken import has_reduced_dose
from veinway.language import *

_NICE = NG158.section("1.4", U)
_CHEST = CHEST_2021.at("extended phase, weak")
_ESC = ESC_2019.section("8.4, class IIa A")
_ASH = ASH_2020.at("recommendation 22")
_AHA = AHA_2026.at("extended treatment", S, "a third-party extraction")
_TC = THROMBOSIS_CANADA.at("duration of treatment")

_goes_on = all_of(adult, no(expecting_or_new_mother), long_term)
_too_early = row(
    no(six_months_done),
    FULL_DOSE_UNTIL_6_MONTHS,
    id="before_6_months",
    cite=APIXABAN_LABEL.section("4.2"),
)
_in_cancer = row(
    all_of(active_cancer, has_reduced_dose),
    REDUCED_OFF_LABEL_IN_CANCER,
    id="cancer",
    cite=API_CAT_2025.at("abstract", S, "reports of the trial"),
)

# Which dose (D-07) --------------------------------------------------------------------------------

EXTENDED_DOSE_NICE_CONCLUSION = table(
    "extended_dose_nice_conclusion",
    "Dose after 6 months, by NICE",
    hit="first",
    source=_NICE,
    rows=[
        row(_goes_on, KEEP_DOSE, id="keep", cite=_NICE),
        otherwise(NOT_SPOKEN_OF, id="no_extended_treatment", cite=_NICE),
    ],
)
EXTENDED_DOSE_NICE = step(
    "extended_dose_nice",
    "Dose after 6 months, NICE NG158",
    question=EXTENDED_DOSE,
    guideline="nice",
    subject=PERSON,
    source=_NICE,
    for_whom=_goes_on,
    conclusion=EXTENDED_DOSE_NICE_CONCLUSION,
    plan=[],
)
EXTENDED_DOSE_CHEST_CONCLUSION = table(
    "extended_dose_chest_conclusion",
    "Dose after 6 months, by CHEST",
    hit="first",
    source=_CHEST,
    rows=[
        _too_early,
        _in_cancer,
        row(has_reduced_dose, REDUCED_OVER_FULL, id="reduced", cite=_CHEST),
        otherwise(NO_REDUCED_REGIMEN, id="other_drug", cite=_CHEST),
    ],
)
EXTENDED_DOSE_CHEST = step(
    "extended_dose_chest",
    "Dose after 6 months, CHEST 2021",
    question=EXTENDED_DOSE,
    guideline="chest",
    subject=PERSON,
    source=_CHEST,
    for_whom=_goes_on,
    conclusion=EXTENDED_DOSE_CHEST_CONCLUSION,
    plan=[],
)
EXTENDED_DOSE_ESC_CONCLUSION = table(
    "extended_dose_esc_conclusion",
    "Dose after 6 months, by ESC",
    hit="first",
    source=_ESC,
    rows=[
        _too_early,
        _in_cancer,
        row(has_reduced_dose, REDUCED_DOSE, id="reduced", cite=_ESC),
        otherwise(NO_REDUCED_REGIMEN, id="other_drug", cite=_ESC),
    ],
)
EXTENDED_DOSE_ESC = step(
    "extended_dose_esc",
    "Dose after 6 months, ESC 2019",
    question=EXTENDED_DOSE,
    guideline="esc",
    subject=PERSON,
    source=_ESC,
    for_whom=all_of(_goes_on, adult_with_embolism),
    conclusion=EXTENDED_DOSE_ESC_CONCLUSION,
    plan=[],
)
EXTENDED_DOSE_ASH_CONCLUSION = table(
    "extended_dose_ash_conclusion",
    "Dose after 6 months, by ASH",
    hit="first",
    source=_ASH,
    rows=[
        _too_early,
        row(has_reduced_dose, STANDARD_OR_LOWER, id="either", cite=_ASH),
        otherwise(
            NO_REDUCED_REGIMEN,
            id="other_drug",
            cite=ASH_2020.at("recommendation 21: INR 2 to 3, strong"),
        ),
    ],
)
EXTENDED_DOSE_ASH = step(
    "extended_dose_ash",
    "Dose after 6 months, ASH 2020",
    question=EXTENDED_DOSE,
    guideline="ash",
    subject=PERSON,
    source=_ASH,
    for_whom=_goes_on,
    conclusion=EXTENDED_DOSE_ASH_CONCLUSION,
    plan=[],
)
EXTENDED_DOSE_AHA_CONCLUSION = table(
    "extended_dose_aha_conclusion",
    "Dose after 6 months, by AHA/ACC",
    hit="first",
    source=_AHA,
    rows=[
        _too_early,
        row(has_reduced_dose, REDUCED_DOSE, id="reduced", cite=_AHA),
        otherwise(NO_REDUCED_REGIMEN, id="other_drug", cite=_AHA),
    ],
)
EXTENDED_DOSE_AHA = step(
    "extended_dose_aha",
    "Dose after 6 months, AHA/ACC 2026",
    question=EXTENDED_DOSE,
    guideline="aha",
    subject=PERSON,
    source=_AHA,
    for_whom=all_of(_goes_on, adult_with_embolism),
    conclusion=EXTENDED_DOSE_AHA_CONCLUSION,
    plan=[],
)
EXTENDED_DOSE_TC_CONCLUSION = table(
    "extended_dose_tc_conclusion",
    "Dose after 6 months, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        _too_early,
        _in_cancer,
        row(has_reduced_dose, REDUCED_DOSE, id="reduced", cite=_TC),
        otherwise(NO_REDUCED_REGIMEN, id="other_drug", cite=_TC),
    ],
)
EXTENDED_DOSE_TC = step(
    "extended_dose_tc",
    "Dose after 6 months, Thrombosis Canada 2025",
    question=EXTENDED_DOSE,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_goes_on,
    conclusion=EXTENDED_DOSE_TC_CONCLUSION,
    plan=[],
)
