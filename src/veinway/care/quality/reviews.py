"""Reviews of people on an anticoagulant for a clot (NICE QS201 statement 4; reference 4, 7.3)."""

from veinway.care.facts.check_ups import treatment_review
from veinway.care.facts.person import adult
from veinway.care.facts.supplies import anticoagulant_supply
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.quality.outcomes import MET, NOT_MET
from veinway.care.quality.questions import REVIEWED_AT_3_MONTHS, REVIEWED_YEARLY
from veinway.care.sources import LOCAL, PRODUCT, QS201
from veinway.language import *

_STATEMENT_4 = QS201.at("statement 4")
_WINDOWS = PRODUCT.at("reference 4, section 7.3, windows for measurement of statement 4", LOCAL)
_clot = date_of_event("last", vte_diagnosis, in_=days_before(730, 106))
_treated = any_event(anticoagulant_supply, in_=days_after(-1, 30, _clot))

REVIEW_AT_3_MONTHS = step(
    "quality_review_at_3_months",
    "Reviewed 75 to 105 days after a clot that is treated (QS201 statement 4)",
    question=REVIEWED_AT_3_MONTHS,
    guideline="qs",
    subject=PERSON,
    source=_STATEMENT_4,
    for_whom=all_of(adult, any_event(vte_diagnosis, in_=days_before(730, 106)), _treated),
    conclusion=table(
        "quality_review_at_3_months_conclusion",
        "Whether there was a review 75 to 105 days after the clot",
        hit="first",
        source=_WINDOWS,
        rows=[
            row(
                any_event(treatment_review, in_=days_after(75, 105, _clot)),
                MET,
                id="met",
                cite=_WINDOWS,
            ),
            otherwise(NOT_MET, id="not met", cite=_WINDOWS),
        ],
    ),
    plan=[],
)
YEARLY_REVIEW = step(
    "quality_yearly_review",
    "Reviewed in the last 395 days, of people treated for 500 days or longer (QS201 statement 4)",
    question=REVIEWED_YEARLY,
    guideline="qs",
    subject=PERSON,
    source=_STATEMENT_4,
    for_whom=all_of(
        adult,
        any_event(vte_diagnosis, in_=days_before(7300, 500)),
        any_event(anticoagulant_supply, in_=within(days(90))),
    ),
    conclusion=table(
        "quality_yearly_review_conclusion",
        "Whether the last review was at most 365 and 30 days ago",
        hit="first",
        source=_WINDOWS,
        rows=[
            row(
                any_event(treatment_review, in_=within(days(395))),
                MET,
                id="met",
                cite=_WINDOWS,
            ),
            otherwise(NOT_MET, id="not met", cite=_WINDOWS),
        ],
    ),
    plan=[],
)
