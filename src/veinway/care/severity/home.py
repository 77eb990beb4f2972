"""Who may be treated at home: the Hestia questions, BTS's exclusions, and what care there needs.

Home only where every question is certainly answered with no; what is not known keeps the patient in.
"""

from veinway.care.facts.blood_tests import active_bleeding, platelet_count
from veinway.care.facts.chest import heart_rate, spo2, systolic_bp
from veinway.care.facts.circulation import vasopressors
from veinway.care.facts.home_treatment import (
    bleeding_disorder,
    diastolic_bp,
    egfr_below_30,
    gastrointestinal_bleeding_days,
    hit_ever,
    hit_in_a_year,
    home_support,
    iv_pain_relief,
    needs_intensive_care,
    needs_lysis_or_embolectomy,
    operation_days,
    other_reason_to_stay,
    oxygen_for_a_day,
    pe_on_anticoagulation,
    phone_access,
    severe_liver_impairment,
    stroke_days,
    understands_plan,
)
from veinway.care.facts.person import pregnant
from veinway.care.measures import creatinine_clearance
from veinway.care.severity.classes import ESC_CLASS, confirmed_in_an_adult
from veinway.care.severity.outcomes import HOME, LOW, NOT_HOME
from veinway.care.severity.questions import PE_HOME
from veinway.care.sources import BTS_2018, ESC_2019, HESTIA_2011, LOCAL, PRODUCT
from veinway.language import *

_HESTIA = HESTIA_2011.at("criteria, as reprinted")
_BTS = BTS_2018.at("box 1")
_ESC = ESC_2019.section("6.10")
_RULE = PRODUCT.at("reference 3, rule PE-HOME", LOCAL)

_low_and_fast = all_of(systolic_bp < 100, heart_rate > 100)
_bleeding = any_of(
    active_bleeding,
    gastrointestinal_bleeding_days <= 14,
    stroke_days < 28,
    operation_days < 14,
    bleeding_disorder,
    platelet_count < 75,
    systolic_bp > 180,
    diastolic_bp > 110,
)
HESTIA = score(
    "hestia",
    "Hestia criteria, answered with yes",
    source=_HESTIA,
    items=[
        points(1, any_of(_low_and_fast, needs_intensive_care), "Haemodynamically unstable"),
        points(1, needs_lysis_or_embolectomy),
        points(1, _bleeding, "Active bleeding or a high risk of it"),
        points(1, oxygen_for_a_day),
        points(1, pe_on_anticoagulation),
        points(1, iv_pain_relief),
        points(1, other_reason_to_stay),
        points(1, creatinine_clearance < 30, "Creatinine clearance below 30"),
        points(1, severe_liver_impairment),
        points(1, pregnant, "Pregnant"),
        points(1, hit_ever),
    ],
    bands=[
        below(1, Band("home_possible", "home is possible")),
        from_(1, Band("hospital", "hospital")),
    ],
    for_whom=confirmed_in_an_adult,
)
BTS_EXCLUDED = table(
    "pe_home_bts_exclusions",
    "What keeps somebody with an embolism in hospital, BTS 2018",
    hit="collect",
    source=_BTS,
    rows=[
        row(
            any_of(
                heart_rate > 110,
                systolic_bp < 100,
                vasopressors,
                needs_intensive_care,
                needs_lysis_or_embolectomy,
            ),
            NOT_HOME,
            id="1 unstable",
            cite=_BTS,
        ),
        row(spo2 < 90, NOT_HOME, id="2 oxygen", cite=_BTS),
        row(_bleeding, NOT_HOME, id="3 bleeding", cite=_BTS),
        row(pe_on_anticoagulation, NOT_HOME, id="4 anticoagulated", cite=_BTS),
        row(iv_pain_relief, NOT_HOME, id="5 pain", cite=_BTS),
        row(any_of(egfr_below_30, severe_liver_impairment), NOT_HOME, id="6 kidney, liver", cite=_BTS),
        row(hit_in_a_year, NOT_HOME, id="7 HIT", cite=_BTS),
        row(other_reason_to_stay, NOT_HOME, id="8 other reasons", cite=_BTS),
    ],
)
feasible = all_of(home_support, phone_access, understands_plan)
PE_HOME_STEP = step(
    "pe_home_esc",
    "Embolism treated at home, ESC 2019 with Hestia",
    question=PE_HOME,
    guideline="esc",
    subject=EPISODE,
    source=_ESC,
    for_whom=confirmed_in_an_adult,
    conclusion=table(
        "pe_home_conclusion",
        "Whether the embolism is treated at home",
        hit="first",
        source=_ESC,
        rows=[
            row(no(ESC_CLASS.one_of(LOW)), NOT_HOME, id="not low", cite=_ESC),
            row(HESTIA.is_("hospital"), NOT_HOME, id="Hestia", cite=_HESTIA),
            row(no(feasible), NOT_HOME, id="not feasible", cite=_RULE),
            otherwise(HOME, cite=_ESC),
        ],
    ),
    plan=[],
)
