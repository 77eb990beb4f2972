"""A clot in a subsegmental artery only, and one found by chance: ESC 2019 and CHEST 2021.

Rows E12, K9 and K10 of the reference, and its section 4.4. A subsegmental clot may be a false positive:
it is read a second time, and the legs are scanned before anticoagulation is withheld.
"""

from veinway.care.facts.chest_tests import bilateral_leg_scan, ctpa_second_reading, high_recurrence_risk
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, born_in_last_6_weeks, pregnant
from veinway.care.questions import INCIDENTAL_PE, SUBSEGMENTAL_PE
from veinway.care.sources import CHEST_2021, ESC_2019, LOCAL, PRODUCT
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.care.suspected_pe.outcomes import (
    INCIDENTAL_SILENT,
    INCIDENTAL_TREAT,
    LEGS_FIRST,
    NOT_BY_CHANCE,
    NOT_CONFIRMED_BY_SECOND_READER,
    PE_CONFIRMED,
    PE_SUBSEGMENTAL,
    SUBSEGMENTAL_TREAT,
    SUBSEGMENTAL_WATCH,
)
from veinway.care.suspected_pe.results import (
    both_legs_clear,
    clot_is_segmental_or_more,
    clot_is_subsegmental,
    clot_location,
    incidental_pe,
    last_ctpa,
    scan_of_both_legs,
    scan_of_one_leg,
    second_reading,
)
from veinway.language import *

_ST3, _ST4 = CHEST_2021.at("statement 3"), CHEST_2021.at("statement 4")
_E12, _NOTE = ESC_2019.section("4.11, row E12"), ESC_2019.at("key message 4")
_8_6 = ESC_2019.section("8.6")
_REFUTED = PRODUCT.at("section 3.9, rows K9 and K10: a clot that the second reader does not see", LOCAL)

_stable_adult = all_of(adult, no(pregnant), no(born_in_last_6_weeks), no(unstable))
# Without chest symptoms it was found by chance, which is the other question.
_subsegmental = all_of(_stable_adult, last_ctpa.is_("pe"), clot_is_subsegmental, no(incidental_pe))
clot_in_leg = any_of(scan_of_one_leg.is_("dvt_proximal"), scan_of_both_legs.is_("dvt_proximal"))
_refuted = presume_not(
    second_reading,
    "refutes",
    because="no second reading is on record, and until there is one the report stands",
    source=PRODUCT.at("presumption on the second reading", LOCAL),
).is_("refutes")
_high_risk = any_of(active_cancer, high_recurrence_risk)
_refuted_row = row(_refuted, NOT_CONFIRMED_BY_SECOND_READER, id="refuted", cite=_REFUTED)

# Subsegmental ------------------------------------------------------------------------------------

_CHEST_SUBSEGMENTAL = table(
    "subsegmental_pe_chest_conclusion",
    "Subsegmental embolism, by CHEST",
    hit="first",
    source=_ST3,
    rows=[
        row(clot_in_leg, SUBSEGMENTAL_TREAT, id="K9_leg", cite=_ST3),
        _refuted_row,
        row(_high_risk, SUBSEGMENTAL_TREAT, id="K9_high", cite=_ST3),
        row(both_legs_clear, SUBSEGMENTAL_WATCH, id="K9_low", cite=_ST3),
        otherwise(LEGS_FIRST, id="K9_legs", cite=_ST3),
    ],
)
SUBSEGMENTAL_PE_CHEST = step(
    "subsegmental_pe_chest",
    "Subsegmental embolism, CHEST 2021",
    question=SUBSEGMENTAL_PE,
    guideline="chest",
    subject=EPISODE,
    source=_ST3,
    for_whom=_subsegmental,
    conclusion=_CHEST_SUBSEGMENTAL,
    plan=[
        action(
            "both_legs_before_withholding",
            "Scan both legs (and an arm, if suspected) for a proximal clot, before anticoagulation is "
            "withheld.",
            act="bilateral_leg_scan",
            when=_subsegmental,
            until=clot_in_leg,
            gives=bilateral_leg_scan,
            cite=_ST3,
        ),
        action(
            "anticoagulate_subsegmental",
            "Anticoagulate: a proximal clot, or a high risk of another.",
            act="start_treatment",
            when=_CHEST_SUBSEGMENTAL.is_(SUBSEGMENTAL_TREAT),
            strength=Strength.CONSIDER,
            cite=_ST3,
        ),
        action(
            "surveillance",
            "Clinical surveillance rather than anticoagulation.",
            when=_CHEST_SUBSEGMENTAL.is_(SUBSEGMENTAL_WATCH),
            strength=Strength.CONSIDER,
            cite=_ST3,
        ),
    ],
)
_ESC_SUBSEGMENTAL = table(
    "subsegmental_pe_esc_conclusion",
    "Subsegmental embolism, by ESC",
    hit="first",
    source=_E12,
    rows=[
        row(clot_in_leg, PE_CONFIRMED, id="E17", cite=ESC_2019.section("4.11, row E17")),
        _refuted_row,
        otherwise(PE_SUBSEGMENTAL, id="E12", cite=_E12),
    ],
)
SUBSEGMENTAL_PE_ESC = step(
    "subsegmental_pe_esc",
    "Subsegmental embolism, ESC 2019",
    question=SUBSEGMENTAL_PE,
    guideline="esc",
    subject=EPISODE,
    source=_E12,
    for_whom=_subsegmental,
    conclusion=_ESC_SUBSEGMENTAL,
    plan=[
        action(
            "second_read_of_subsegmental",
            "Discuss it with the radiologist, and have the CT read a second time.",
            act="second_read",
            when=_subsegmental,
            gives=ctpa_second_reading,
            strength=Strength.CONSIDER,
            cite=_NOTE,
        ),
        action(
            "further_imaging_of_subsegmental",
            "Further imaging to confirm the embolism may be considered.",
            act="further_imaging",
            when=_subsegmental,
            until=any_of(clot_in_leg, _refuted),
            strength=Strength.CONSIDER,
            cite=_E12,
        ),
    ],
)

# Found by chance ---------------------------------------------------------------------------------

_by_chance = all_of(_stable_adult, incidental_pe)
_CHEST_INCIDENTAL = table(
    "incidental_pe_chest_conclusion",
    "Embolism found by chance, by CHEST",
    hit="first",
    source=_ST4,
    rows=[
        _refuted_row,
        row(incidental_pe, INCIDENTAL_TREAT, id="K10", cite=_ST4),
        otherwise(NOT_BY_CHANCE, cite=_ST4),
    ],
)
_read_again = action(
    "second_read_of_incidental",
    "Make sure that it is no false positive: have the scan read a second time.",
    act="second_read",
    when=_by_chance,
    gives=ctpa_second_reading,
    cite=_ST4,
)
INCIDENTAL_PE_CHEST = step(
    "incidental_pe_chest",
    "Embolism found by chance, CHEST 2021",
    question=INCIDENTAL_PE,
    guideline="chest",
    subject=EPISODE,
    source=_ST4,
    for_whom=_by_chance,
    conclusion=_CHEST_INCIDENTAL,
    plan=[
        _read_again,
        action(
            "treat_incidental_by_chest",
            "Treat it as an embolism with symptoms.",
            act="start_treatment",
            when=_CHEST_INCIDENTAL.is_(INCIDENTAL_TREAT),
            cite=_ST4,
        ),
    ],
)
_ESC_INCIDENTAL = table(
    "incidental_pe_esc_conclusion",
    "Embolism found by chance, by ESC",
    hit="first",
    source=_8_6,
    rows=[
        row(
            all_of(
                active_cancer,
                any_of(
                    clot_is_segmental_or_more,
                    clot_location.is_("subsegmental_multiple"),
                    all_of(clot_location.is_("subsegmental_single"), clot_in_leg),
                ),
            ),
            INCIDENTAL_TREAT,
            id="cancer",
            cite=_8_6,
        ),
        otherwise(INCIDENTAL_SILENT, cite=_8_6),
    ],
)
INCIDENTAL_PE_ESC = step(
    "incidental_pe_esc",
    "Embolism found by chance, ESC 2019",
    question=INCIDENTAL_PE,
    guideline="esc",
    subject=EPISODE,
    source=_8_6,
    for_whom=_by_chance,
    conclusion=_ESC_INCIDENTAL,
    plan=[
        action(
            "treat_incidental_by_esc",
            "Treat it as an embolism with symptoms: it was found in cancer, and is not one subsegmental "
            "clot alone.",
            act="start_treatment",
            when=_ESC_INCIDENTAL.is_(INCIDENTAL_TREAT),
            strength=Strength.CONSIDER,
            cite=_8_6,
        )
    ],
)
