"""Check-ups: blood tests at the start, and blood tests and reviews on a direct oral anticoagulant.

How often kidney function is checked follows from how good it is: a tenth of the creatinine clearance
in months, of 30.4 days, rounded down to whole weeks.
"""

from veinway.care.facts.check_ups import intercurrent_event, treatment_bloods, treatment_review
from veinway.care.facts.person import age
from veinway.care.facts.tests import baseline_bloods
from veinway.care.facts.treatment import indication, treatment_start
from veinway.care.facts.warfarin import frail
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import EHRA_2021, LOCAL, NG158, PRODUCT, SPS, TC_DOAC, S
from veinway.care.treatment.questions import BASELINE_TESTS, DOAC_BLOODS, DOAC_REVIEW
from veinway.care.treatment.taken import on_doac
from veinway.language import *

_NICE = NG158.section("1.3, baseline tests", S, "GPnotebook")
_EHRA = EHRA_2021.at("follow-up", S, "a secondary page")
_SPS = SPS.at("monitoring", S, "the SPS page")
_TC = TC_DOAC.at("follow-up")
_RULE = PRODUCT.at("reference 2, section 6.2, rule", LOCAL)

first_dose = date_of_event("last", treatment_start)
last_bloods = date_of_event("last", treatment_bloods)

NOW = escalates(
    "bloods_now", "Blood count, kidney and liver function now.", gives=recall(1, 1, treatment_bloods)
)
IN_6_MONTHS = neutral(
    "bloods_in_6_months", "Again 6 months after the last test.", gives=recall(1, 182, treatment_bloods)
)
IN_4_MONTHS = neutral(
    "bloods_in_4_months", "Again 4 months after the last test.", gives=recall(1, 119, treatment_bloods)
)
IN_A_YEAR = neutral(
    "bloods_in_a_year", "Again a year after the last test.", gives=recall(1, 364, treatment_bloods)
)
REVIEW_NOW = escalates(
    "doac_review_now",
    "Review the anticoagulant now: an illness, a bleeding or a new medicine.",
    gives=recall(1, 1, treatment_review),
)
REVIEW_EVERY_3_MONTHS = neutral(
    "review_every_3_months",
    "One month after the start, then every 3 months; weight, blood pressure and planned procedures are "
    "looked at as well.",
    timing="1 month, then every 3 months",
    gives=recall(1, 91, treatment_review),
)

# A list of a whole service is made from records, which name illnesses and frailty where there are any.
illness_since = presume(
    intercurrent_event,
    NO,
    because="no illness, bleeding or new interacting medicine since the last check is on record",
    source=PRODUCT.at("presumption on illness between checks", LOCAL),
)
frail_on_record = presume(
    frail,
    NO,
    because="frailty is not on record",
    source=PRODUCT.at("presumption on frailty", LOCAL),
)
_kidney_ehra = creatinine_clearance <= 60
_kidney_sps = creatinine_clearance < 60

DOAC_BLOODS_EHRA = step(
    "doac_bloods_ehra",
    "Blood tests on a direct oral anticoagulant, EHRA",
    question=DOAC_BLOODS,
    guideline="ehra",
    subject=DRUG_COURSE,
    source=_EHRA,
    for_whom=on_doac,
    conclusion=table(
        "doac_bloods_ehra_conclusion",
        "When blood tests are due, EHRA",
        hit="first",
        source=_EHRA,
        rows=[
            row(illness_since, NOW, id="illness", cite=_EHRA),
            *recall_bands(
                creatinine_clearance,
                "3.04",
                of=treatment_bloods,
                up_to=26,
                cite=_RULE,
                when=_kidney_ehra,
            ),
            row(any_of(age >= 75, frail_on_record), IN_6_MONTHS, id="75 or frail", cite=_EHRA),
            otherwise(IN_A_YEAR, id="yearly", cite=_EHRA),
        ],
    ),
    plan=[],
)
DOAC_BLOODS_SPS = step(
    "doac_bloods_sps",
    "Blood tests on a direct oral anticoagulant, SPS",
    question=DOAC_BLOODS,
    guideline="sps",
    subject=DRUG_COURSE,
    source=_SPS,
    for_whom=on_doac,
    conclusion=table(
        "doac_bloods_sps_conclusion",
        "When blood tests are due, SPS",
        hit="first",
        source=_SPS,
        rows=[
            row(illness_since, NOW, id="illness", cite=_SPS),
            row(
                all_of(any_of(age >= 75, frail_on_record), no(creatinine_clearance < 40)),
                IN_4_MONTHS,
                id="75 or frail",
                cite=_SPS,
            ),
            *recall_bands(
                creatinine_clearance, "3.04", of=treatment_bloods, up_to=26, cite=_RULE, when=_kidney_sps
            ),
            otherwise(IN_A_YEAR, id="yearly", cite=_SPS),
        ],
    ),
    plan=[],
)

NOT_ON_DOAC = silent("not_on_a_doac", "No direct oral anticoagulant is taken.")
DOAC_REVIEW_SPS = step(
    "doac_review_sps",
    "Reviews on a direct oral anticoagulant, SPS",
    question=DOAC_REVIEW,
    guideline="sps",
    subject=DRUG_COURSE,
    source=_SPS,
    for_whom=on_doac,
    conclusion=table(
        "doac_review_sps_conclusion",
        "How often treatment is reviewed, SPS",
        hit="first",
        source=_SPS,
        rows=[
            row(illness_since, REVIEW_NOW, id="illness", cite=_EHRA),
            *recall_bands(
                creatinine_clearance,
                "3.04",
                of=treatment_review,
                up_to=13,
                cite=_RULE,
                when=creatinine_clearance < 30,
                what="review",
            ),
            otherwise(REVIEW_EVERY_3_MONTHS, id="every 3 months", cite=_SPS),
        ],
    ),
    plan=[
        action(
            "first_doac_review",
            "First review of the anticoagulant, one month after the start.",
            when=on_doac,
            gives=treatment_review,
            due=between_spans(weeks(3), weeks(6), of=first_dose),
            act="treatment_review",
            cite=_SPS,
        ),
    ],
)
DOAC_REVIEW_TC = step(
    "doac_review_tc",
    "Reviews on a direct oral anticoagulant, Thrombosis Canada",
    question=DOAC_REVIEW,
    guideline="tc",
    subject=DRUG_COURSE,
    source=_TC,
    for_whom=on_doac,
    conclusion=table(
        "doac_review_tc_conclusion",
        "How often treatment is reviewed, Thrombosis Canada",
        hit="first",
        source=_TC,
        rows=[
            row(
                on_doac,
                neutral(
                    "review_every_6_to_12_months",
                    "At least every 6 to 12 months.",
                    timing="every 6 to 12 months",
                ),
                id="on a DOAC",
                cite=_TC,
            ),
            otherwise(NOT_ON_DOAC, cite=_TC),
        ],
    ),
    plan=[],
)

# At the start ------------------------------------------------------------------------------------

_treated_or_suspected = no(indication.is_("other"))
BASELINE_NICE = step(
    "baseline_tests_nice",
    "Blood tests around the first dose, NICE",
    question=BASELINE_TESTS,
    guideline="nice",
    subject=DRUG_COURSE,
    source=_NICE,
    for_whom=_treated_or_suspected,
    conclusion=table(
        "baseline_tests_nice_conclusion",
        "What is measured around the first dose, NICE",
        hit="first",
        source=_NICE,
        rows=[
            row(
                _treated_or_suspected,
                neutral(
                    "baseline_do_not_wait",
                    "Full blood count, kidney and liver function, PT and APTT; do not wait for the "
                    "results to start, but look at them within 24 hours and act on them.",
                    timing="review within 24 hours",
                ),
                id="a clot, or one that is suspected",
                cite=_NICE,
            ),
            otherwise(silent("no_clot_no_baseline", "No clot is treated or suspected."), cite=_NICE),
        ],
    ),
    plan=[
        action(
            "take_baseline_bloods",
            "Full blood count, kidney and liver function, PT and APTT, without waiting for the results "
            "to start; weigh the patient, list all medicines, test for pregnancy where it is possible.",
            when=_treated_or_suspected,
            gives=baseline_bloods,
            due=by(days(1), of=first_dose),
            act="baseline_bloods",
            cite=_NICE,
        ),
    ],
)
