"""How long, and when it is reviewed, by NICE NG158 and its quality standard.

The words of section 1.4 were not read: its rows are marked as not confirmed, and decide nothing alone.
That there is a review at 3 months and at least once a year was read in the quality standard.
"""

from veinway.care.facts.duration import (
    anticoagulation_review,
    declines_anticoagulation,
    drug_tolerated,
    modifiable_bleeding_risk,
    provoking_factor_gone,
)
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import body_weight
from veinway.care.facts.treatment import current_anticoagulant, treatment_start
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import LOCAL, NG158, PRODUCT, QS201, S, U
from veinway.care.treatment.bleeding.has_bled import HAS_BLED
from veinway.care.treatment.choice.patients import antiphospholipid, triple_positive
from veinway.care.treatment.duration.clot import (
    clot_dated,
    clot_day,
    provoked_by_nice,
    three_months_done,
)
from veinway.care.treatment.duration.outcomes import (
    CONSIDER_CONTINUING,
    CONSIDER_STOPPING,
    DISCUSS_STOPPING,
    INDEFINITE_VKA,
    THREE_TO_SIX_MONTHS_IN_CANCER,
    WHILE_FACTOR_LASTS,
)
from veinway.care.treatment.duration.patients import adult_with_clot, not_dated
from veinway.care.treatment.questions import DURATION
from veinway.language import *

_SECTION = NG158.section("1.4", U)
_QS = QS201.at("statement 4")
_CANCER = NG158.section("1.3, row N3", S, "GPnotebook")
_bleeds_whatever_is_done = all_of(HAS_BLED.total >= 4, no(modifiable_bleeding_risk))

DURATION_NICE_CONCLUSION = table(
    "duration_nice_conclusion",
    "How long, by NICE",
    hit="first",
    source=_SECTION,
    rows=[
        not_dated,
        row(
            triple_positive,
            INDEFINITE_VKA,
            id="triple_positive",
            cite=PRODUCT.at("reference 2, section 3.2, antiphospholipid syndrome", LOCAL),
        ),
        row(active_cancer, THREE_TO_SIX_MONTHS_IN_CANCER, id="cancer", cite=_CANCER),
        row(
            all_of(provoked_by_nice, provoking_factor_gone),
            CONSIDER_STOPPING,
            id="provoked",
            cite=_SECTION,
        ),
        row(_bleeds_whatever_is_done, DISCUSS_STOPPING, id="has_bled", cite=_SECTION),
        row(
            provoked_by_nice,
            WHILE_FACTOR_LASTS,
            id="factor_lasts",
            cite=PRODUCT.at("reference 2, section 3.2, factor resolved", LOCAL),
        ),
        otherwise(CONSIDER_CONTINUING, id="unprovoked", cite=_SECTION),
    ],
)
_goes_on = all_of(
    three_months_done, DURATION_NICE_CONCLUSION.one_of(CONSIDER_CONTINUING, WHILE_FACTOR_LASTS)
)
_may_switch = all_of(
    _goes_on,
    current_anticoagulant.one_of("rivaroxaban", "edoxaban", "dabigatran"),
    no(drug_tolerated),
    creatinine_clearance > 50,
    no(active_cancer),
    no(antiphospholipid),
    between(body_weight, 50, 120),
)
_a_year_on_treatment = all_of(
    any_event(treatment_start), no(any_event(treatment_start, in_=within(months(12))))
)

DURATION_NICE = step(
    "duration_nice",
    "How long, NICE NG158",
    question=DURATION,
    guideline="nice",
    subject=PERSON,
    source=_SECTION,
    for_whom=adult_with_clot,
    conclusion=DURATION_NICE_CONCLUSION,
    plan=[
        action(
            "three_month_review",
            "Review at 3 months: benefits and risks of stopping, going on or changing. Do not rely on a "
            "prediction tool alone.",
            when=all_of(clot_dated, no(active_cancer)),
            gives=anticoagulation_review,
            due=in_days(76, 106, of=clot_day),
            cite=_QS,
        ),
        action(
            "three_month_review_in_cancer",
            "Review at 3 to 6 months, since there is an active cancer.",
            act="three_month_review",
            when=all_of(clot_dated, active_cancer),
            gives=anticoagulation_review,
            due=in_days(90, 183, of=clot_day),
            cite=_CANCER,
        ),
        action(
            "yearly_review",
            "Review again: at least once a year, health, risk of another clot, bleeding, tolerance, "
            "adherence, liver, kidneys and wishes. None is on record in the last 12 months.",
            when=all_of(
                _a_year_on_treatment, no(any_event(anticoagulation_review, in_=within(months(12))))
            ),
            cite=_QS,
        ),
        action(
            "stop_anticoagulation",
            "Stop the anticoagulant, if the review comes to that: 3 months are over, the clot was "
            "provoked, and what provoked it is gone.",
            act="stop_at_3_months",
            when=all_of(three_months_done, DURATION_NICE_CONCLUSION.is_(CONSIDER_STOPPING)),
            strength=Strength.CONSIDER,
            cite=_SECTION,
        ),
        action(
            "keep_current_drug",
            "Go on with the present drug, since it is well tolerated.",
            act="continue_beyond_3_months",
            when=all_of(_goes_on, drug_tolerated),
            strength=Strength.CONSIDER,
            cite=_SECTION,
        ),
        action(
            "consider_apixaban_instead",
            "Consider apixaban in place of the present DOAC, which is not well tolerated.",
            act="switch_to_apixaban",
            when=_may_switch,
            strength=Strength.CONSIDER,
            cite=_SECTION,
        ),
        action(
            "aspirin_if_declined",
            "Going on with an anticoagulant is declined: consider aspirin 75 mg or 150 mg a day. It is "
            "no treatment of a fresh clot.",
            act="aspirin_if_declined",
            when=all_of(_goes_on, declines_anticoagulation),
            strength=Strength.CONSIDER,
            cite=_SECTION,
        ),
    ],
)
