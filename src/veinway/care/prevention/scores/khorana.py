"""Khorana: outpatients who are about to start chemotherapy, with blood counts from before it.

Three bodies draw three lines through it: from 2 points up, above 2, and hardly ever.
"""

from veinway.care.facts.blood_tests import haemoglobin, platelet_count
from veinway.care.facts.person import adult
from veinway.care.facts.prevention import prophylaxis_group
from veinway.care.facts.prevention_cancer import (
    khorana_site,
    leucocyte_count,
    red_cell_growth_factor,
)
from veinway.care.measures import body_mass_index
from veinway.care.prevention.patients import medical, starts_chemotherapy
from veinway.care.prevention.questions import CANCER_OUTPATIENT
from veinway.care.prevention.scores.bands import HIGH, INTERMEDIATE, LOW
from veinway.care.sources import ASCO_VTE, KHORANA_2008, NG89, TC_PROPHYLAXIS, S, U
from veinway.language import *

_ITEMS = KHORANA_2008.at("items", S, "reprints")
_RATES = KHORANA_2008.at("clots within 2.5 months", S, "reprints")
_ASCO = ASCO_VTE.at("ambulatory patients", S, "reviews")
_NICE = NG89.at("people with cancer", U)
_TC = TC_PROPHYLAXIS.at("cancer")
_for_whom = all_of(adult, starts_chemotherapy, no(medical))

_scored = all_of(_for_whom, no(khorana_site.is_("brain_or_myeloma")))
KHORANA = score(
    "khorana",
    "Khorana score",
    source=_ITEMS,
    items=[
        only_one(
            points(2, khorana_site.is_("very_high"), "Stomach or pancreas"),
            points(
                1,
                khorana_site.is_("high"),
                "Lung, lymphoma, gynaecological, bladder or testicle",
            ),
            label="Site of the cancer",
        ),
        points(1, platelet_count >= 350, "Platelets 350 or more"),
        points(1, any_of(haemoglobin < 100, red_cell_growth_factor), "Haemoglobin below 100, or ESA"),
        points(1, leucocyte_count > 11, "Leucocytes above 11"),
        points(1, body_mass_index >= 35, "BMI 35 or more"),
    ],
    bands=[below(1, LOW), below(3, INTERMEDIATE), from_(3, HIGH)],
    for_whom=_scored,
    warning="Poor in lung cancer; not for hospital inpatients. Tumours of gut and urinary tract "
    "bleed more "
    "under direct oral anticoagulants.",
)
KHORANA_RATE = table(
    "khorana_rate",
    "Clots within 2.5 months, by Khorana score",
    hit="unique",
    source=_RATES,
    rows=[
        row(KHORANA.is_(LOW), neutral("khorana_low", "0.8 %."), cite=_RATES),
        row(KHORANA.is_(INTERMEDIATE), neutral("khorana_intermediate", "About 2 %."), cite=_RATES),
        row(
            KHORANA.is_(HIGH),
            neutral("khorana_high", "About 7 %; only 23 % of all clots were in this group."),
            cite=_RATES,
        ),
    ],
)
MAY_OFFER = commits(
    "chemotherapy_may_offer",
    "Consider apixaban 2.5 mg twice a day, rivaroxaban 10 mg once a day, or LMWH, for up to 6 "
    "months from "
    "the start of chemotherapy, if bleeding and interactions allow.",
    action="prophylaxis_medicine",
    strength=Strength.CONSIDER,
    timing="up to 6 months",
    short="consider medicine, up to 6 months",
)
NOT_ROUTINELY = neutral(
    "chemotherapy_not_routinely",
    "Prophylaxis is not offered routinely to somebody who is mobile and has chemotherapy.",
    action="prophylaxis_medicine",
    strength=Strength.DO_NOT,
    short="not routinely",
)
CONSIDER_ASPIRIN_OR_LMWH = commits(
    "myeloma_aspirin_or_lmwh",
    "Consider aspirin 75 or 150 mg, or LMWH, while treated.",
    action="prophylaxis_medicine",
    strength=Strength.CONSIDER,
    short="consider aspirin or LMWH",
)
CONSIDER_LMWH_PANCREAS = commits(
    "pancreas_consider_lmwh",
    "Consider LMWH while treated.",
    action="prophylaxis_medicine",
    strength=Strength.CONSIDER,
    short="consider LMWH",
)
CHEMOTHERAPY_ASCO = step(
    "chemotherapy_asco",
    "Start of chemotherapy, ASCO 2023",
    question=CANCER_OUTPATIENT,
    guideline="asco",
    subject=PERSON,
    source=_ASCO,
    for_whom=_scored,
    conclusion=table(
        "chemotherapy_asco_conclusion",
        "Prophylaxis at the start of chemotherapy, by ASCO",
        hit="first",
        source=_ASCO,
        rows=[
            row(KHORANA.total >= 2, MAY_OFFER, id="2_and_over", cite=_ASCO),
            otherwise(NOT_ROUTINELY, cite=_ASCO),
        ],
    ),
    plan=[],
)
CHEMOTHERAPY_TC = step(
    "chemotherapy_tc",
    "Start of chemotherapy, Thrombosis Canada 2025",
    question=CANCER_OUTPATIENT,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_scored,
    conclusion=table(
        "chemotherapy_tc_conclusion",
        "Prophylaxis at the start of chemotherapy, by Thrombosis Canada",
        hit="first",
        source=_TC,
        rows=[
            row(KHORANA.total > 2, MAY_OFFER, id="above_2", cite=_TC),
            otherwise(NOT_ROUTINELY, cite=_TC),
        ],
    ),
    plan=[],
)
_group = presume(
    prophylaxis_group.one_of("myeloma_imid", "pancreatic_cancer_chemo"),
    NO,
    because="no such group is recorded",
    source=NG89.at("people with cancer", U),
)
CHEMOTHERAPY_NICE = step(
    "chemotherapy_nice",
    "Start of chemotherapy, NICE NG89",
    question=CANCER_OUTPATIENT,
    guideline="nice",
    subject=PERSON,
    source=_NICE,
    for_whom=_for_whom,
    conclusion=table(
        "chemotherapy_nice_conclusion",
        "Prophylaxis at the start of chemotherapy, by NICE",
        hit="first",
        source=_NICE,
        rows=[
            row(
                all_of(_group, prophylaxis_group.is_("myeloma_imid")),
                CONSIDER_ASPIRIN_OR_LMWH,
                id="myeloma",
                cite=_NICE,
            ),
            row(_group, CONSIDER_LMWH_PANCREAS, id="pancreas", cite=_NICE),
            otherwise(NOT_ROUTINELY, cite=_NICE),
        ],
    ),
    plan=[],
)
