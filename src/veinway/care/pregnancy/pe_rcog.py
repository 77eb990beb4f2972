"""RCOG 37b: suspected embolism in pregnancy or within 6 weeks of birth. Rows R1, R6 to R9 and R11."""

from veinway.care.facts.alarm import chest_symptoms, leg_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.chest_tests import chest_x_ray, ctpa, lung_scintigraphy
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import (
    chest_x_ray_result,
    expecting_or_new_mother,
    suspicion_not_low,
)
from veinway.care.facts.tests import baseline_bloods, interim_anticoagulant, leg_scan
from veinway.care.pregnancy.outcomes import CONFIRMED, EXCLUDED, NOT_SETTLED, REPEAT_IMAGING
from veinway.care.pregnancy.scans import (
    leg_and_arm_settled,
    leg_clot_before_lung,
    leg_needs_no_scan,
    lung_clot,
    lung_excluded,
    suspicion_low,
)
from veinway.care.questions import SUSPECTED_PE_IN_PREGNANCY
from veinway.care.sources import DG_REFERRAL, RCOG_37B, S, U
from veinway.care.special.outcomes import KEEP_ANTICOAGULANT
from veinway.care.suspected_pe.haemodynamics import unstable_on_record
from veinway.language import *

CONCLUSION = table(
    "pe_in_pregnancy_rcog_conclusion",
    "What became of the suspected embolism in pregnancy, by RCOG",
    hit="first",
    source=RCOG_37B.at("rows R1, R6 to R9"),
    rows=[
        row(leg_clot_before_lung, CONFIRMED, id="R7", cite=RCOG_37B.at("row R7")),
        row(lung_clot, CONFIRMED, id="R8", cite=RCOG_37B.at("rows R1 and R8")),
        row(
            all_of(lung_excluded, suspicion_low, on_therapeutic_anticoagulation),
            KEEP_ANTICOAGULANT,
            id="own drug",
            cite=DG_REFERRAL.at("suspected DVT: only the interim drug is stopped"),
        ),
        row(
            all_of(lung_excluded, suspicion_low),
            EXCLUDED,
            id="R9 excluded",
            cite=RCOG_37B.at("rows R1 and R9", U),
        ),
        row(
            all_of(lung_excluded, suspicion_not_low),
            REPEAT_IMAGING,
            id="R9",
            cite=RCOG_37B.at("row R9", U),
        ),
        otherwise(NOT_SETTLED, id="R1", cite=RCOG_37B.at("row R1, treat until excluded")),
    ],
)
_ended = CONCLUSION.one_of(CONFIRMED, EXCLUDED, KEEP_ANTICOAGULANT)
_starts_heparin = all_of(chest_symptoms, no(on_therapeutic_anticoagulation))

SUSPECTED_PE_IN_PREGNANCY_RCOG = step(
    "suspected_pe_in_pregnancy_rcog",
    "Suspected embolism in pregnancy or within 6 weeks of birth, RCOG 37b",
    question=SUSPECTED_PE_IN_PREGNANCY,
    guideline="rcog",
    subject=EPISODE,
    source=RCOG_37B.at("rows R1, R6 to R9, R11"),
    for_whom=all_of(adult, no(unstable_on_record), expecting_or_new_mother, chest_symptoms),
    conclusion=CONCLUSION,
    plan=[
        action(
            "treat_until_pe_excluded",
            "Low-molecular-weight heparin until an embolism is excluded, unless treatment is strongly "
            "contraindicated.",
            act="interim_anticoagulation",
            when=_starts_heparin,
            until=_ended,
            gives=interim_anticoagulant,
            cite=RCOG_37B.at("row R1"),
        ),
        action(
            "bloods_before_heparin_for_pe",
            "Full blood count, coagulation screen, urea and electrolytes and liver function before the "
            "heparin; no routine thrombophilia screen.",
            act="baseline_bloods",
            when=_starts_heparin,
            until=_ended,
            gives=baseline_bloods,
            before=interim_anticoagulant,
            cite=RCOG_37B.at("row R11", U),
        ),
        action(
            "ecg",
            "Electrocardiogram.",
            when=chest_symptoms,
            until=_ended,
            cite=RCOG_37B.at("row R6"),
        ),
        action(
            "chest_x_ray_in_pregnancy",
            "Chest X-ray.",
            act="chest_x_ray",
            when=chest_symptoms,
            until=_ended,
            gives=chest_x_ray,
            result=chest_x_ray_result,
            cite=RCOG_37B.at("row R6"),
        ),
        action(
            "duplex_before_lung_imaging",
            "Compression duplex ultrasound of the leg first: if it shows a DVT, no further imaging.",
            act="proximal_scan",
            when=leg_symptoms,
            gives=leg_scan,
            cite=RCOG_37B.at("row R7"),
        ),
        action(
            "scintigraphy_or_ctpa",
            "Lung scintigraphy or CT pulmonary angiography: the chest X-ray is normal.",
            act="lung_scintigraphy",
            when=all_of(leg_needs_no_scan, chest_x_ray_result.is_("normal")),
            until=_ended,
            gives=lung_scintigraphy,
            cite=RCOG_37B.at("row R8"),
        ),
        action(
            "ctpa_as_x_ray_abnormal",
            "CT pulmonary angiography rather than scintigraphy: the chest X-ray is abnormal.",
            act="ctpa",
            when=all_of(leg_needs_no_scan, chest_x_ray_result.is_("abnormal")),
            until=_ended,
            gives=ctpa,
            cite=RCOG_37B.at("row R8", U),
        ),
        action(
            "explain_childhood_cancer",
            "Explain the choice to her: cancer of the child from the test is put at about 1 in 280 000 "
            "after scintigraphy and less than 1 in 1 000 000 after CT.",
            when=leg_needs_no_scan,
            until=_ended,
            cite=RCOG_37B.at("choice of lung imaging", S, "RCEM Learning"),
        ),
        action(
            "repeat_or_other_lung_imaging",
            "Imaging is normal and the suspicion persists: repeat it or use another test, and go on "
            "treating until an embolism is excluded.",
            when=CONCLUSION.is_(REPEAT_IMAGING),
            cite=RCOG_37B.at("row R9", U),
        ),
        action(
            "stop_heparin_as_pe_excluded",
            "Stop the heparin started for this suspicion, never an anticoagulant "
            "taken for another reason.",
            act="stop_interim_anticoagulation",
            when=all_of(CONCLUSION.is_(EXCLUDED), leg_and_arm_settled),
            cite=RCOG_37B.at("rows R1 and R9", U),
        ),
        action(
            "treat_pe_in_pregnancy",
            "Continue or start low-molecular-weight heparin.",
            act="start_treatment",
            when=CONCLUSION.is_(CONFIRMED),
            cite=RCOG_37B.at("rows R1 and R7"),
        ),
    ],
)
