"""What RCOG 37a lets be considered before and after birth, and Thrombosis Canada beside it.

After birth the 6 weeks come before the 10 days: any earlier clot, a high-risk thrombophilia, a low-risk
one with a clot in a first-degree relative, or LMWH before birth.
"""

from veinway.care.facts.bleeding_risk import estimated_gfr
from veinway.care.facts.blood_tests import platelet_count
from veinway.care.facts.chest import systolic_bp
from veinway.care.facts.home_treatment import diastolic_bp
from veinway.care.facts.person import adult
from veinway.care.facts.prevention_history import stroke
from veinway.care.facts.prevention_pregnancy import (
    antenatal_admission,
    antenatal_heparin,
    bleeding_before_or_after_birth,
    earlier_clot_and_surgery,
    factor_persists,
    hyperemesis,
    known_bleeding_disorder,
    postnatal_stay_days,
    rcog_thrombophilia,
    readmitted_after_birth,
    risk_of_major_haemorrhage,
    severe_liver_disease,
)
from veinway.care.facts.provoking import first_degree_relative_with_clot
from veinway.care.prevention.bars import lmwh_barred
from veinway.care.prevention.patients import anticoagulated
from veinway.care.prevention.pregnancy.outcomes import (
    BLEEDING_BOX,
    BY_ABSOLUTE_RISK,
    FROM_28_WEEKS,
    FROM_FIRST_TRIMESTER,
    HEPARIN_BARRED,
    LONGER_STAY,
    MOBILISE,
    ON_TREATMENT,
    REVIEW,
    SIX_WEEKS,
    TEN_DAYS,
    WEIGH_BLEEDING,
    WHILE_IN_HOSPITAL,
    WHILE_IT_LASTS,
    WHILE_IT_LASTS_THEN_28_WEEKS,
)
from veinway.care.prevention.pregnancy.scores import (
    RCOG_ANTENATAL,
    RCOG_POSTNATAL,
    after_birth,
    before_birth,
)
from veinway.care.prevention.questions import POSTNATAL_PROPHYLAXIS, PREGNANCY_PROPHYLAXIS
from veinway.care.sources import LOCAL, PRODUCT, RCOG_37A, TC_PROPHYLAXIS, S, U
from veinway.language import *

_ACTIONS = RCOG_37A.at("appendix III and summary", S, "two transcriptions")
_APPENDIX_I = RCOG_37A.at("appendix I")
_WEIGH = RCOG_37A.at("bleeding", U)
_LIST = RCOG_37A.at("bleeding checklist", S, "transcriptions")
_RULE = PRODUCT.at("reference 4, section 4", LOCAL)
_TC = TC_PROPHYLAXIS.at("pregnancy")

_BLEEDS = {
    "active": bleeding_before_or_after_birth,
    "haemorrhage": risk_of_major_haemorrhage,
    "disorder": known_bleeding_disorder,
    "platelets": platelet_count < 75,
    "stroke": any_event(stroke, in_=within(days(28))),
    "kidneys": estimated_gfr < 30,
    "liver": severe_liver_disease,
    "pressure": any_of(systolic_bp > 200, diastolic_bp > 120),
}
PREGNANCY_BLEEDING = table(
    "rcog_bleeding",
    "RCOG 37a, risk factors for bleeding",
    hit="collect",
    source=_LIST,
    rows=[row(when, BLEEDING_BOX, id=name, cite=_LIST) for name, when in _BLEEDS.items()],
)
bleeds = any_of(*_BLEEDS.values())
_only_hyperemesis = all_of(hyperemesis, RCOG_ANTENATAL.total < 6)
_WHATEVER_THE_SCORE = [
    row(anticoagulated, ON_TREATMENT, id="on_treatment", cite=_RULE),
    row(lmwh_barred, HEPARIN_BARRED, id="heparin_barred", cite=_RULE),
]
ANTENATAL_CONCLUSION = table(
    "pregnancy_rcog_conclusion",
    "LMWH before birth, by RCOG",
    hit="first",
    source=_ACTIONS,
    unless=_WHATEVER_THE_SCORE,
    rows=[
        row(all_of(RCOG_ANTENATAL.total >= 3, bleeds), WEIGH_BLEEDING, id="bleeding", cite=_WEIGH),
        row(
            all_of(RCOG_ANTENATAL.total >= 3, _only_hyperemesis),
            WHILE_IT_LASTS,
            id="hyperemesis",
            cite=_RULE,
        ),
        row(
            all_of(RCOG_ANTENATAL.total >= 4, hyperemesis, RCOG_ANTENATAL.total < 7),
            WHILE_IT_LASTS_THEN_28_WEEKS,
            id="hyperemesis_and_3",
            cite=_RULE,
        ),
        row(RCOG_ANTENATAL.total >= 4, FROM_FIRST_TRIMESTER, id="4_and_over", cite=_ACTIONS),
        row(RCOG_ANTENATAL.total >= 3, FROM_28_WEEKS, id="3", cite=_ACTIONS),
        row(all_of(antenatal_admission, bleeds), WEIGH_BLEEDING, id="admitted_bleeding", cite=_WEIGH),
        row(antenatal_admission, WHILE_IN_HOSPITAL, id="admitted", cite=_ACTIONS),
        otherwise(MOBILISE, id="below_3", cite=_ACTIONS),
    ],
)
_REASSESS = RCOG_37A.at("reassessment", S, "transcriptions")
_NEURAXIAL = RCOG_37A.at("neuraxial anaesthesia", S, "transcriptions")
_antenatal = all_of(adult, before_birth)
PREGNANCY_RCOG = step(
    "pregnancy_rcog",
    "LMWH before birth, RCOG 37a",
    question=PREGNANCY_PROPHYLAXIS,
    guideline="rcog",
    subject=PERSON,
    source=_ACTIONS,
    for_whom=_antenatal,
    conclusion=ANTENATAL_CONCLUSION,
    plan=[
        action(
            "rcog_reassess",
            "Assess at booking, at each admission, in labour, right after birth, and whenever things "
            "change.",
            act="reassess_risk",
            when=_antenatal,
            cite=_REASSESS,
        ),
        action(
            "rcog_haematology",
            "Antiphospholipid syndrome: ask haematology.",
            act="ask_haematology",
            when=rcog_thrombophilia.is_("antiphospholipid"),
            cite=_RULE,
        ),
        action(
            "rcog_neuraxial",
            "Spinal or epidural: 12 hours or more after a prophylactic dose, 24 after a treatment dose.",
            act="neuraxial_gap",
            when=RCOG_ANTENATAL.total >= 3,
            cite=_NEURAXIAL,
        ),
    ],
)
_six_weeks = any_of(
    no(earlier_clot_and_surgery.is_("none")),
    rcog_thrombophilia.one_of("high_risk", "antiphospholipid"),
    all_of(rcog_thrombophilia.is_("low_risk"), first_degree_relative_with_clot),
    antenatal_heparin.is_("for_the_score"),
)
_stay = any_of(postnatal_stay_days >= 3, readmitted_after_birth)
_longer = any_of(factor_persists, RCOG_POSTNATAL.total > 3)
POSTNATAL_CONCLUSION = table(
    "postnatal_rcog_conclusion",
    "LMWH after birth, by RCOG",
    hit="first",
    source=_ACTIONS,
    unless=_WHATEVER_THE_SCORE,
    rows=[
        row(all_of(_six_weeks, bleeds), WEIGH_BLEEDING, id="6_weeks_bleeding", cite=_WEIGH),
        row(_six_weeks, SIX_WEEKS, id="6_weeks", cite=_APPENDIX_I),
        row(
            antenatal_heparin.is_("for_something_settled"),
            REVIEW,
            id="settled",
            cite=_RULE,
        ),
        row(
            all_of(any_of(RCOG_POSTNATAL.total >= 2, _stay), bleeds),
            WEIGH_BLEEDING,
            id="bleeding",
            cite=_WEIGH,
        ),
        row(RCOG_POSTNATAL.total >= 2, TEN_DAYS, id="2_and_over", cite=_APPENDIX_I),
        row(_stay, LONGER_STAY, id="stay", cite=_APPENDIX_I),
        otherwise(MOBILISE, id="below_2", cite=_ACTIONS),
    ],
)
_postnatal = all_of(adult, after_birth)
POSTNATAL_RCOG = step(
    "postnatal_rcog",
    "LMWH after birth, RCOG 37a",
    question=POSTNATAL_PROPHYLAXIS,
    guideline="rcog",
    subject=PERSON,
    source=_ACTIONS,
    for_whom=_postnatal,
    conclusion=POSTNATAL_CONCLUSION,
    plan=[
        action(
            "rcog_extend",
            "Consider going on beyond 10 days: a risk factor persists, or there are more than 3.",
            act="extend_lmwh",
            when=_longer,
            cite=_ACTIONS,
            strength=Strength.CONSIDER,
        ),
    ],
)
_ROWS_TC = [
    row(anticoagulated, ON_TREATMENT, id="on_treatment", cite=_TC),
    otherwise(BY_ABSOLUTE_RISK, cite=_TC),
]
PREGNANCY_TC = step(
    "pregnancy_tc",
    "LMWH before birth, Thrombosis Canada",
    question=PREGNANCY_PROPHYLAXIS,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_antenatal,
    conclusion=table(
        "pregnancy_tc_conclusion",
        "LMWH before birth, by Thrombosis Canada",
        hit="first",
        source=_TC,
        rows=_ROWS_TC,
    ),
    plan=[],
)
POSTNATAL_TC = step(
    "postnatal_tc",
    "LMWH after birth, Thrombosis Canada",
    question=POSTNATAL_PROPHYLAXIS,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_postnatal,
    conclusion=table(
        "postnatal_tc_conclusion",
        "LMWH after birth, by Thrombosis Canada",
        hit="first",
        source=_TC,
        rows=_ROWS_TC,
    ),
    plan=[],
)
