"""A clot suspected in hospital: the Wells score and the D-dimer do not rule out; imaging does."""

from veinway.care.arm.open import arm_open
from veinway.care.facts.alarm import chest_symptoms, leg_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.person import adult, inpatient
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.facts.tests import baseline_bloods, interim_anticoagulant
from veinway.care.questions import SUSPECTED_VTE_IN_HOSPITAL
from veinway.care.sources import ESC_2019, LOCAL, NG158, PRODUCT, SILVEIRA_2015, S
from veinway.care.special.imaging import (
    all_free,
    clot_shown,
)
from veinway.care.special.outcomes import (
    IMAGING_AWAITED,
    VTE_CONFIRMED,
    VTE_NOT_LIKELY,
)
from veinway.care.special.plans import (
    CALF_CLOT,
    CTPA_NOW,
    REPEAT_SCAN_OF_LEG,
    SCAN_LEG_NOW,
    SCINTIGRAPHY_NOW,
    SUPERFICIAL_CLOT,
)
from veinway.care.suspected_pe.haemodynamics import unstable_on_record
from veinway.language import *

_SCORE_FAILS = SILVEIRA_2015.at("abstract")
_D_DIMER_FAILS = ESC_2019.at("figure 5, note b")
_IMAGING = PRODUCT.at("section 5.4, imaging decides in hospital", LOCAL)

CONCLUSION = table(
    "vte_in_hospital_conclusion",
    "What became of the clot suspected in hospital",
    hit="first",
    source=_IMAGING,
    rows=[
        row(clot_shown, VTE_CONFIRMED, id="clot", cite=_IMAGING),
        CALF_CLOT,
        SUPERFICIAL_CLOT,
        row(all_free, VTE_NOT_LIKELY, id="free", cite=_IMAGING),
        otherwise(IMAGING_AWAITED, id="awaited", cite=_IMAGING),
    ],
)
_suspected = any_of(leg_symptoms, chest_symptoms)
_settled = CONCLUSION.one_of(VTE_CONFIRMED, VTE_NOT_LIKELY)

SUSPECTED_VTE_IN_HOSPITAL_STEP = step(
    "suspected_vte_in_hospital",
    "A clot suspected in a hospital inpatient",
    question=SUSPECTED_VTE_IN_HOSPITAL,
    guideline="veinway",
    subject=EPISODE,
    source=_SCORE_FAILS,
    for_whom=all_of(
        adult,
        no(unstable_on_record),
        inpatient,
        no(expecting_or_new_mother),
        no(on_therapeutic_anticoagulation),
    ),
    conclusion=CONCLUSION,
    plan=[
        SCAN_LEG_NOW,
        CTPA_NOW,
        SCINTIGRAPHY_NOW,
        action(
            "interim_anticoagulation_inpatient",
            "Interim anticoagulation if imaging cannot be had at once, weighed against the risk of "
            "bleeding of somebody in hospital.",
            act="interim_anticoagulation",
            strength=Strength.CONSIDER,
            when=_suspected,
            until=_settled,
            gives=interim_anticoagulant,
            cite=_IMAGING,
        ),
        action(
            "baseline_bloods_inpatient",
            "Full blood count, renal and hepatic function, PT and APTT; do not wait for the results.",
            act="baseline_bloods",
            when=_suspected,
            until=_settled,
            gives=baseline_bloods,
            cite=NG158.section("1.1, row D16", S, "GP notes"),
        ),
        REPEAT_SCAN_OF_LEG,
        action(
            "treat_inpatient",
            "Offer anticoagulation or continue it; if it is contraindicated, see mechanical methods.",
            act="start_treatment",
            when=CONCLUSION.is_(VTE_CONFIRMED),
            cite=_IMAGING,
        ),
        action(
            "stop_and_tell_inpatient",
            "Stop interim anticoagulation started for this suspicion (never prevention, nor a drug "
            "taken for another reason), think of other diagnoses, and say which symptoms to watch for.",
            act="stop_interim_anticoagulation",
            # A clot of an arm has a step of its own, and keeps the drug until it is settled.
            when=all_of(CONCLUSION.is_(VTE_NOT_LIKELY), no(arm_open)),
            cite=_IMAGING,
        ),
        action(
            "no_d_dimer_inpatient",
            "Do not rest an exclusion on a D-dimer: in hospital its use is limited.",
            act="d_dimer",
            strength=Strength.DO_NOT,
            when=_suspected,
            cite=_D_DIMER_FAILS,
        ),
    ],
)
