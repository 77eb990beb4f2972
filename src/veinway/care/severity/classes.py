"""The class of an embolism: ESC 2019, and beside it the categories of AHA/ACC 2026 (never derived)."""

from veinway.care.facts.chest import systolic_bp
from veinway.care.facts.chest_tests import incidental_pe_as_recorded
from veinway.care.facts.circulation import (
    cardiac_arrest,
    end_organ_hypoperfusion,
    hypotension_minutes,
    sbp_fall,
)
from veinway.care.facts.person import adult
from veinway.care.facts.severity import lactate, natriuretic_peptide_raised, pe_confirmed
from veinway.care.severity.heart import (
    right_heart_strain,
    right_heart_strain_by_aha,
    strain_where_required,
    troponin,
    troponin_where_measured,
)
from veinway.care.severity.outcomes import (
    C1,
    C2,
    C3,
    D1,
    D2,
    E1,
    E2,
    HIGH,
    INTERMEDIATE_HIGH,
    INTERMEDIATE_LOW,
    INTERMEDIATE_LOW_BOTH,
    LOW,
    A,
    B,
)
from veinway.care.severity.questions import PE_SEVERITY
from veinway.care.severity.scores import (
    CLASS_III,
    CLASS_IV,
    CLASS_V,
    PESI,
)
from veinway.care.sources import AHA_2026, ESC_2019, S
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.language import *

_TABLE = ESC_2019.table(8)
_TEXT = ESC_2019.section("5.6")
_SHEET = AHA_2026.at("clinical categories", S, "third-party extractions")

confirmed_in_an_adult = all_of(adult, pe_confirmed)
# Both scores are shown; the class goes by PESI, as more of it is known in most records.
pesi_raised = PESI.one_of(CLASS_III, CLASS_IV, CLASS_V)

ESC_CLASS = table(
    "pe_class_esc",
    "Class of the embolism, ESC 2019",
    hit="first",
    source=_TABLE,
    rows=[
        row(unstable, HIGH, id="high", cite=_TABLE),
        row(
            all_of(pesi_raised, right_heart_strain, troponin),
            INTERMEDIATE_HIGH,
            id="intermediate-high",
            cite=_TABLE,
        ),
        row(pesi_raised, INTERMEDIATE_LOW, id="intermediate-low", cite=_TABLE),
        row(
            all_of(strain_where_required, troponin),
            INTERMEDIATE_LOW_BOTH,
            id="both markers",
            cite=_TEXT,
        ),
        row(
            any_of(strain_where_required, all_of(troponin, troponin_where_measured)),
            INTERMEDIATE_LOW,
            id="discordant",
            cite=_TEXT,
        ),
        otherwise(LOW, cite=_TABLE),
    ],
)
PE_CLASS_ESC = step(
    "pe_severity_esc",
    "Severity of the embolism, ESC 2019",
    question=PE_SEVERITY,
    guideline="esc",
    subject=EPISODE,
    source=_TABLE,
    for_whom=confirmed_in_an_adult,
    conclusion=ESC_CLASS,
    plan=[],
)

# AHA/ACC: a fall of more than 40, from 15 minutes on; hidden shock by lactate above 2 ----------------
_low = any_of(systolic_bp < 90, sbp_fall > 40)
_marker = any_of(troponin, natriuretic_peptide_raised)
hypoperfused = any_of(end_organ_hypoperfusion, lactate > 2)
AHA_CATEGORY = table(
    "pe_category_aha",
    "Category of the embolism, AHA/ACC 2026",
    hit="first",
    source=_SHEET,
    rows=[
        row(cardiac_arrest, E2, id="E2", cite=_SHEET),
        row(all_of(systolic_bp < 90, hypotension_minutes >= 15), E1, id="E1", cite=_SHEET),
        row(all_of(sbp_fall > 40, hypotension_minutes >= 15), E1, id="E1, by fall", cite=_SHEET),
        row(hypoperfused, D2, id="D2", cite=_SHEET),
        row(_low, D1, id="D1", cite=_SHEET),
        row(incidental_pe_as_recorded, A, id="A", cite=_SHEET),
        row(all_of(pesi_raised, right_heart_strain_by_aha, _marker), C3, id="C3", cite=_SHEET),
        row(all_of(pesi_raised, any_of(right_heart_strain_by_aha, _marker)), C2, id="C2", cite=_SHEET),
        row(pesi_raised, C1, id="C1", cite=_SHEET),
        otherwise(B, cite=_SHEET),
    ],
)
PE_CATEGORY_AHA = step(
    "pe_severity_aha",
    "Category of the embolism, AHA/ACC 2026",
    question=PE_SEVERITY,
    guideline="aha",
    subject=EPISODE,
    source=_SHEET,
    for_whom=confirmed_in_an_adult,
    conclusion=AHA_CATEGORY,
    plan=[],
)
