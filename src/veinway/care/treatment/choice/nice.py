"""Which anticoagulant by NICE NG158: rows N1 to N7, the first that holds.

What a label says against a drug is in the verdict of that drug, not here: these are the sets that NICE
allows. Where NICE writes "5 days or until the INR is 2.0 twice", both are meant (trap T-11).
"""

from veinway.care.facts.duration import bloods_reviewed
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import body_weight
from veinway.care.facts.treatment import treatment_start
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import BMJ_NICE_2020, LOCAL, NG158, PRODUCT, S
from veinway.care.treatment.choice.gates import FIRST_GATES, LATER_GATES, ordinary_adult
from veinway.care.treatment.choice.outcomes import (
    CANCER_AND_KIDNEY_FAILURE_SET,
    CANCER_SET,
    KIDNEY_FAILURE_SET,
    LMWH_THEN_VKA,
    NOT_SPOKEN_OF,
    REDUCED_SET_BELOW_30,
    REDUCED_SET_FROM_30,
    SPECIALIST,
    STANDARD_SET,
    UFH_INFUSION,
    WEIGHT_SET,
)
from veinway.care.treatment.choice.patients import (
    kidney_failure,
    nice_speaks_of_this_clot,
    triple_positive,
    unstable_embolism,
)
from veinway.care.treatment.questions import WHICH_ANTICOAGULANT
from veinway.language import *

_SECTION = NG158.section("1.3", S, "GPnotebook")
_NOTES = PRODUCT.at("reference 2, section 2.1, notes", LOCAL)
_N = {
    number: NG158.section(f"1.3, row N{number}", S, through)
    for number, through in {
        1: "iatroX summary",
        2: "GPnotebook",
        3: "GPnotebook; 'consider DOACs' in the committee's own summary",
        4: "iatroX summary",
        5: "iatroX summary",
        6: "GPnotebook and Medscape UK",
    }.items()
}
WHICH_DRUG_NICE_CONCLUSION = table(
    "which_drug_nice_conclusion",
    "Which anticoagulant, by NICE",
    hit="first",
    source=_SECTION,
    unless=[
        *FIRST_GATES,
        row(unstable_embolism, UFH_INFUSION, id="N1", cite=_N[1]),
        *LATER_GATES,
        row(no(nice_speaks_of_this_clot), NOT_SPOKEN_OF, id="other_clot", cite=_SECTION),
    ],
    rows=[
        row(all_of(triple_positive, active_cancer), SPECIALIST, id="N2+N3", cite=_NOTES),
        row(triple_positive, LMWH_THEN_VKA, id="N2", cite=_N[2]),
        row(
            all_of(active_cancer, kidney_failure),
            CANCER_AND_KIDNEY_FAILURE_SET,
            id="N3+N4",
            cite=_NOTES,
        ),
        row(active_cancer, CANCER_SET, id="N3", cite=_N[3]),
        row(kidney_failure, KIDNEY_FAILURE_SET, id="N4", cite=_N[4]),
        row(between(creatinine_clearance, 30, 50), REDUCED_SET_FROM_30, id="N5b", cite=_N[5]),
        row(between(creatinine_clearance, 15, 50), REDUCED_SET_BELOW_30, id="N5a", cite=_N[5]),
        row(any_of(body_weight < 50, body_weight > 120), WEIGHT_SET, id="N6", cite=_N[6]),
        otherwise(STANDARD_SET, id="N7", cite=BMJ_NICE_2020.at("what is new")),
    ],
)
WHICH_ANTICOAGULANT_NICE = step(
    "which_anticoagulant_nice",
    "Which anticoagulant, NICE NG158",
    question=WHICH_ANTICOAGULANT,
    guideline="nice",
    subject=PERSON,
    source=_SECTION,
    for_whom=ordinary_adult,
    conclusion=WHICH_DRUG_NICE_CONCLUSION,
    plan=[
        action(
            "review_bloods_within_24_hours",
            "Look at the baseline bloods within 24 hours of the first dose, and act on them. Treatment "
            "does not wait for them.",
            act="review_bloods",
            when=any_event(treatment_start, in_=within(days(7))),
            gives=bloods_reviewed,
            due=by(days(1), of=date_of_event("last", treatment_start)),
            cite=NG158.section("1.3, baseline bloods", S, "GPnotebook"),
        ),
    ],
)
