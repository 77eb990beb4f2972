"""Systemic thrombolysis: contraindications as ESC 2019 lists them, and treatment by class."""

from veinway.care.facts.blood_tests import active_bleeding
from veinway.care.facts.chest import heart_rate, respiratory_rate, spo2, systolic_bp
from veinway.care.facts.clot_removal import absolute_bar_to_anticoagulation
from veinway.care.facts.home_treatment import bleeding_disorder
from veinway.care.facts.lysis import (
    active_peptic_ulcer,
    advanced_liver_disease,
    central_nervous_tumour,
    haemorrhagic_stroke,
    infective_endocarditis,
    ischaemic_stroke,
    major_trauma_or_surgery,
    non_compressible_puncture,
    refractory_hypertension,
    takes_oral_anticoagulant,
    transient_ischaemic_attack,
    traumatic_resuscitation,
)
from veinway.care.facts.person import age, postpartum_days, pregnant
from veinway.care.facts.severity import (
    clot_in_main_or_lobar_artery,
    ct_rv_lv_ratio,
    lysis_failed,
    right_heart_clot,
    systolic_low_for_15_minutes,
    worsening_on_anticoagulation,
)
from veinway.care.severity.classes import ESC_CLASS, confirmed_in_an_adult
from veinway.care.severity.heart import troponin
from veinway.care.severity.outcomes import (
    AFTER_FAILED_LYSIS,
    CALL_TEAM,
    DISCUSS_WITH_TEAM,
    HIGH,
    INTERMEDIATE_HIGH,
    INTERMEDIATE_LOW,
    INTERMEDIATE_LOW_BOTH,
    LYSE,
    LYSE_WITH_RELATIVE_BAR,
    LYSIS_BARRED,
    LYSIS_OPEN_WAY,
    LYSIS_WEIGHED,
    NO_LYSIS,
    NO_TEAM,
    NOT_BY_LYSIS,
    RESCUE,
)
from veinway.care.severity.questions import PE_LYSIS_BARS, PE_REPERFUSION, PE_TEAM
from veinway.care.severity.worsening import signs_of_worsening
from veinway.care.sources import ESC_2019, HI_PEITHO, LOCAL, PRODUCT
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.language import *

_LIST = ESC_2019.table(10)
_TREATMENT = ESC_2019.section("6.6 and 6.7")
_TEAM = PRODUCT.at("reference 3, section 1.8", LOCAL)

LYSIS_BARS = table(
    "pe_lysis_contraindications",
    "Contraindications to systemic thrombolysis for embolism, ESC 2019",
    hit="worst",
    source=_LIST,
    rows=[
        row(any_event(haemorrhagic_stroke), LYSIS_BARRED, id="LA1", cite=_LIST),
        row(any_event(ischaemic_stroke, in_=within(months(6))), LYSIS_BARRED, id="LA2", cite=_LIST),
        row(central_nervous_tumour, LYSIS_BARRED, id="LA3", cite=_LIST),
        row(
            any_event(major_trauma_or_surgery, in_=within(days(21))), LYSIS_BARRED, id="LA4", cite=_LIST
        ),
        row(bleeding_disorder, LYSIS_BARRED, id="LA5", cite=_LIST),
        row(active_bleeding, LYSIS_BARRED, id="LA6", cite=_LIST),
        row(
            any_event(transient_ischaemic_attack, in_=within(months(6))),
            LYSIS_WEIGHED,
            id="LR1",
            cite=_LIST,
        ),
        row(takes_oral_anticoagulant, LYSIS_WEIGHED, id="LR2", cite=_LIST),
        row(any_of(pregnant, postpartum_days <= 7), LYSIS_WEIGHED, id="LR3", cite=_LIST),
        row(non_compressible_puncture, LYSIS_WEIGHED, id="LR4", cite=_LIST),
        row(traumatic_resuscitation, LYSIS_WEIGHED, id="LR5", cite=_LIST),
        row(all_of(systolic_bp > 180, refractory_hypertension), LYSIS_WEIGHED, id="LR6", cite=_LIST),
        row(advanced_liver_disease, LYSIS_WEIGHED, id="LR7", cite=_LIST),
        row(infective_endocarditis, LYSIS_WEIGHED, id="LR8", cite=_LIST),
        row(active_peptic_ulcer, LYSIS_WEIGHED, id="LR9", cite=_LIST),
        otherwise(LYSIS_OPEN_WAY, cite=_LIST),
    ],
)
LYSIS_BARS_STEP = step(
    "pe_lysis_bars_esc",
    "What speaks against thrombolysis, ESC 2019",
    question=PE_LYSIS_BARS,
    guideline="esc",
    subject=EPISODE,
    source=_LIST,
    for_whom=any_of(confirmed_in_an_adult, unstable),
    conclusion=LYSIS_BARS,
    plan=[],
)

# The trial's entry: all of the first, and two of the three signs of distress -------------------------
_distress = at_least(
    2,
    heart_rate >= 100,
    systolic_low_for_15_minutes,
    any_of(respiratory_rate > 20, spo2 < 90),
)
hi_peitho_profile = all_of(
    between(age, 18, 80),
    clot_in_main_or_lobar_artery,
    ct_rv_lv_ratio >= 1,
    troponin,
    _distress,
    no(unstable),
)
lysis_has_failed = presume(
    lysis_failed,
    NO,
    because="no thrombolysis without success is on record",
    source=PRODUCT.at("presumption on failed thrombolysis", LOCAL),
)
_severe = any_of(unstable, worsening_on_anticoagulation)
PE_REPERFUSION_ESC = step(
    "pe_reperfusion_esc",
    "Reperfusion in embolism, ESC 2019",
    question=PE_REPERFUSION,
    guideline="esc",
    subject=EPISODE,
    source=_TREATMENT,
    for_whom=confirmed_in_an_adult,
    conclusion=table(
        "pe_reperfusion_conclusion",
        "Whether the clot in the lung is dissolved or removed, ESC 2019",
        hit="first",
        source=_TREATMENT,
        rows=[
            row(
                all_of(_severe, lysis_has_failed),
                AFTER_FAILED_LYSIS,
                id="lysis failed",
                cite=_TREATMENT,
            ),
            row(
                all_of(unstable, LYSIS_BARS.one_of(LYSIS_BARRED)),
                NOT_BY_LYSIS,
                id="high, barred",
                cite=_TREATMENT,
            ),
            row(
                all_of(unstable, LYSIS_BARS.one_of(LYSIS_WEIGHED)),
                LYSE_WITH_RELATIVE_BAR,
                id="high, relative",
                cite=_TREATMENT,
            ),
            row(unstable, LYSE, id="high", cite=_TREATMENT),
            row(
                all_of(worsening_on_anticoagulation, LYSIS_BARS.one_of(LYSIS_BARRED)),
                NOT_BY_LYSIS,
                id="worsening, barred",
                cite=_TREATMENT,
            ),
            row(worsening_on_anticoagulation, RESCUE, id="worsening", cite=_TREATMENT),
            row(
                all_of(ESC_CLASS.one_of(INTERMEDIATE_HIGH), hi_peitho_profile),
                DISCUSS_WITH_TEAM,
                id="HI-PEITHO",
                cite=HI_PEITHO.at("entry criteria"),
            ),
            otherwise(NO_LYSIS, cite=_TREATMENT),
        ],
    ),
    plan=[],
)
PE_TEAM_STEP = step(
    "pe_team",
    "Whether the embolism response team is called",
    question=PE_TEAM,
    guideline="veinway",
    subject=EPISODE,
    source=_TEAM,
    for_whom=confirmed_in_an_adult,
    conclusion=table(
        "pe_team_conclusion",
        "Whether the embolism response team is called",
        hit="first",
        source=_TEAM,
        rows=[
            row(
                ESC_CLASS.one_of(HIGH, INTERMEDIATE_HIGH, INTERMEDIATE_LOW_BOTH),
                CALL_TEAM,
                id="class",
                cite=_TEAM,
            ),
            row(
                all_of(ESC_CLASS.one_of(INTERMEDIATE_LOW), signs_of_worsening),
                CALL_TEAM,
                id="intermediate-low, sign of worsening",
                cite=_TEAM,
            ),
            row(lysis_has_failed, CALL_TEAM, id="lysis failed", cite=_TEAM),
            row(right_heart_clot, CALL_TEAM, id="right heart clot", cite=_TEAM),
            row(absolute_bar_to_anticoagulation, CALL_TEAM, id="no anticoagulant", cite=_TEAM),
            row(worsening_on_anticoagulation, CALL_TEAM, id="worsening", cite=_TEAM),
            otherwise(NO_TEAM, cite=_TEAM),
        ],
    ),
    plan=[],
)
