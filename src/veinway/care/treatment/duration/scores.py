"""HERDOO2, DASH and the Vienna model: whom they may tell to stop, and whom they are not for.

None of the three is for a clot after a major transient factor, in active cancer, with antiphospholipid
syndrome or a high-risk thrombophilia, or after a second clot. Oestrogen does not count as provoking here
(trap T-55); pregnancy does, and excludes.
"""

from veinway.care.facts.duration import (
    d_dimer_abnormal_after_stopping,
    d_dimer_assay,
    d_dimer_on_treatment,
    dash_counts_age_50,
    hormone_associated_vte,
    leg_skin_signs,
    oestrogen_planned_after_stop,
    pregnancy_or_puerperium_vte,
    vienna_12m_risk_percent,
    vka_for_3_months,
)
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import age, sex_at_birth
from veinway.care.facts.treatment import treatment_start
from veinway.care.measures import body_mass_index
from veinway.care.sources import LOCAL, PRODUCT, RODGER_2017, TOSETTO_2012, VIENNA, S
from veinway.care.treatment.choice.patients import antiphospholipid
from veinway.care.treatment.duration.clot import (
    clot_dated,
    earlier_clot,
    major_factor,
    minor_factor_but_oestrogen,
    thrombophilia,
)
from veinway.language import *

_ABSTRACT = RODGER_2017.at("abstract")
_DASH = TOSETTO_2012.at("abstract")
_NOT_FOR = PRODUCT.at("reference 2, section 3.4, whom the tools are not for", LOCAL)

_man = sex_at_birth.is_("male")
_pregnancy = presume(
    pregnancy_or_puerperium_vte,
    NO,
    when=_man,
    because="recorded male",
    source=PRODUCT.at("presumption on pregnancy", LOCAL),
)
_hormones = presume(
    hormone_associated_vte,
    NO,
    when=_man,
    because="recorded male",
    source=PRODUCT.at("presumption on hormones", LOCAL),
)
_first_without_a_strong_cause = all_of(
    clot_dated,
    no(earlier_clot),
    no(major_factor),
    no(active_cancer),
    no(antiphospholipid),
    no(thrombophilia),
)
# Oestrogen alone leaves a clot "unprovoked" in these rules; another minor factor does not.
first_unprovoked_for_tools = all_of(
    _first_without_a_strong_cause, no(minor_factor_but_oestrogen), no(_pregnancy)
)
_in_month_5_to_12 = all_of(
    any_event(treatment_start, in_=within(months(12))),
    no(any_event(treatment_start, in_=within(months(5)))),
)

# HERDOO2 -----------------------------------------------------------------------------------------

LOW, NOT_LOW = (
    Band("low", "low risk (0 or 1)"),
    Band("not_low", "not low risk (2 or more)"),
)
HERDOO2 = score(
    "herdoo2",
    "HERDOO2",
    source=_ABSTRACT,
    items=[
        points(1, leg_skin_signs, "Hyperpigmentation, oedema or redness of either leg, once"),
        points(1, d_dimer_on_treatment >= 250, "D-dimer (VIDAS) 250 µg/L or more, on the anticoagulant"),
        points(1, body_mass_index >= 30, "Body mass index 30 or more"),
        points(1, age >= 65, "65 years or older"),
    ],
    bands=[below(2, LOW), from_(2, NOT_LOW)],
    for_whom=all_of(
        sex_at_birth.is_("female"),
        first_unprovoked_for_tools,
        _in_month_5_to_12,
        no(oestrogen_planned_after_stop),
        d_dimer_assay.is_("vidas"),
    ),
    warning="The cut-off holds for the VIDAS assay only. Most women in the study took a vitamin K "
    "antagonist. At low risk 3.0 of 100 had another clot in a year after stopping (95 % CI 1.8 to 4.8); "
    "from 50 years on, 5.7. NICE: never rely on a tool alone; ASH: not as a routine.",
)
MEN_CONTINUE = neutral(
    "men_continue",
    "A man: HERDOO2 has no low risk for men, who go on (8.4 of 100 had another clot in a year).",
    action="continue_beyond_3_months",
)
HERDOO2_CONTINUE = neutral(
    "herdoo2_continue",
    "2 points or more: go on (7.4 of 100 women had another clot in a year after stopping).",
    action="continue_beyond_3_months",
)
HERDOO2_MAY_STOP = commits(
    "herdoo2_may_stop",
    "0 or 1 point: she may stop (3.0 of 100 had another clot in a year).",
    action="stop_after_treatment_phase",
    strength=Strength.CONSIDER,
)
HERDOO2_NOT_FOR = neutral(
    "herdoo2_not_for", "HERDOO2 is not for this clot, this time or this assay: it says nothing."
)
HERDOO2_ADVICE = table(
    "herdoo2_advice",
    "What HERDOO2 says",
    hit="first",
    source=_ABSTRACT,
    rows=[
        row(
            all_of(_man, _first_without_a_strong_cause, no(minor_factor_but_oestrogen)),
            MEN_CONTINUE,
            id="men",
            cite=_ABSTRACT,
        ),
        row(_man, HERDOO2_NOT_FOR, id="men_not_for", cite=_NOT_FOR),
        row(
            no(all_of(first_unprovoked_for_tools, _in_month_5_to_12)),
            HERDOO2_NOT_FOR,
            id="clot_or_time",
            cite=RODGER_2017.at("eligibility"),
        ),
        row(oestrogen_planned_after_stop, HERDOO2_NOT_FOR, id="oestrogen", cite=_ABSTRACT),
        row(d_dimer_assay.is_("other"), HERDOO2_NOT_FOR, id="assay", cite=_ABSTRACT),
        row(HERDOO2.total >= 2, HERDOO2_CONTINUE, id="2_or_more", cite=_ABSTRACT),
        otherwise(HERDOO2_MAY_STOP, id="0_or_1", cite=_ABSTRACT),
    ],
)

# DASH --------------------------------------------------------------------------------------------

# Sources disagree at 50 years exactly (D-12): unless somebody chooses, it may count or not.
_young = any_of(age < 50, all_of(between(age, 50, 50), dash_counts_age_50))
DASH = score(
    "dash",
    "DASH",
    source=_DASH,
    items=[
        points(2, d_dimer_abnormal_after_stopping, "D-dimer abnormal a month after stopping"),
        points(1, _young, "Younger than 50 years"),
        points(1, _man, "Male"),
        points(-2, all_of(sex_at_birth.is_("female"), _hormones), "Clot under hormones"),
    ],
    bands=[
        up_to(1, Band("annual_3_1", "3.1 % a year (95 % CI 2.3 to 3.9)")),
        up_to(2, Band("annual_6_4", "6.4 % a year")),
        above(2, Band("annual_12_3", "12.3 % a year")),
    ],
    for_whom=all_of(first_unprovoked_for_tools, vka_for_3_months),
    warning="Over 65 years the risk was above 5 % a year even when the score was low. For a first clot "
    "treated with a vitamin K antagonist. NICE: never rely on a tool alone; ASH: not as a routine.",
)

# Vienna ------------------------------------------------------------------------------------------

_NOMOGRAM = VIENNA.at("low risk: 5.5 % or less", S, "abstracts")
VIENNA_RISK = table(
    "vienna_risk",
    "What the Vienna model says, worked out elsewhere",
    hit="first",
    source=_NOMOGRAM,
    rows=[
        row(
            no(first_unprovoked_for_tools),
            neutral("vienna_not_for", "The model is not for this clot: it says nothing."),
            id="not_for",
            cite=_NOT_FOR,
        ),
        row(
            vienna_12m_risk_percent <= "5.5",
            neutral(
                "vienna_low",
                "Low: 5.5 % or less in 12 months. In 2023 the model predicted too little, and from 65 "
                "years on it did not discriminate.",
            ),
            id="low",
            cite=_NOMOGRAM,
        ),
        otherwise(
            neutral("vienna_not_low", "Not low: more than 5.5 % in 12 months."),
            id="not_low",
            cite=_NOMOGRAM,
        ),
    ],
)
