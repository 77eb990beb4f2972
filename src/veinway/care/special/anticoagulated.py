"""A clot suspected in somebody who already takes a full-dose anticoagulant, for whatever reason.

The D-dimer may be falsely low, so imaging decides. Nothing is started on top of the drug, and it is not
stopped when no clot is found: it was not begun for this suspicion.
"""

from veinway.care.facts.alarm import chest_symptoms, leg_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.person import adult
from veinway.care.facts.pregnancy import expecting_or_new_mother
from veinway.care.questions import SUSPECTED_VTE_ON_ANTICOAGULATION
from veinway.care.sources import DG_REFERRAL, LOCAL, PEGED_2019, PRODUCT, S
from veinway.care.special.imaging import (
    all_free_after_one_scan,
    calf_clot_only,
    clot_shown_on_treatment,
    superficial_clot_only,
)
from veinway.care.special.outcomes import (
    IMAGING_AWAITED,
    KEEP_ANTICOAGULANT,
    RECURRENCE_ON_TREATMENT,
    SMALL_CLOT_ON_TREATMENT,
)
from veinway.care.special.plans import (
    CTPA_NOW,
    SCAN_LEG_NOW,
    SCINTIGRAPHY_NOW,
)
from veinway.care.suspected_pe.haemodynamics import unstable_on_record
from veinway.language import *

_PART = PRODUCT.at("section 5.5, already anticoagulated", LOCAL)
_NEVER_STOP = DG_REFERRAL.at("suspected DVT: only the interim drug is stopped")

CONCLUSION = table(
    "vte_on_anticoagulation_conclusion",
    "What became of the clot suspected under anticoagulation",
    hit="first",
    source=_PART,
    rows=[
        row(clot_shown_on_treatment, RECURRENCE_ON_TREATMENT, id="clot", cite=_PART),
        row(
            any_of(calf_clot_only, superficial_clot_only),
            SMALL_CLOT_ON_TREATMENT,
            id="small clot",
            cite=_PART,
        ),
        row(all_free_after_one_scan, KEEP_ANTICOAGULANT, id="free", cite=_NEVER_STOP),
        otherwise(IMAGING_AWAITED, id="awaited", cite=_PART),
    ],
)
_suspected = any_of(leg_symptoms, chest_symptoms)

SUSPECTED_VTE_ON_ANTICOAGULATION_STEP = step(
    "suspected_vte_on_anticoagulation",
    "A clot suspected in somebody who is already anticoagulated",
    question=SUSPECTED_VTE_ON_ANTICOAGULATION,
    guideline="veinway",
    subject=EPISODE,
    source=_PART,
    for_whom=all_of(
        adult, no(unstable_on_record), no(expecting_or_new_mother), on_therapeutic_anticoagulation
    ),
    conclusion=CONCLUSION,
    plan=[
        SCAN_LEG_NOW,
        CTPA_NOW,
        SCINTIGRAPHY_NOW,
        action(
            "check_anticoagulant",
            "Ask which doses were missed, check the level or the INR, and ask what "
            "the drug is taken for.",
            when=_suspected,
            cite=_PART,
        ),
        action(
            "no_d_dimer_anticoagulated",
            "Do not use a D-dimer: under anticoagulation it can be falsely low.",
            act="d_dimer",
            strength=Strength.DO_NOT,
            when=_suspected,
            cite=PEGED_2019.at("exclusions", S, "PACE handout"),
        ),
        action(
            "no_second_anticoagulant",
            "Do not start a second anticoagulant on top while waiting.",
            act="interim_anticoagulation",
            strength=Strength.DO_NOT,
            when=_suspected,
            until=CONCLUSION.one_of(RECURRENCE_ON_TREATMENT, SMALL_CLOT_ON_TREATMENT),
            cite=_PART,
        ),
        action(
            "treat_recurrence",
            "Treat as recurrent thromboembolism on treatment, with a specialist.",
            act="start_treatment",
            when=CONCLUSION.is_(RECURRENCE_ON_TREATMENT),
            cite=_PART,
        ),
        action(
            "specialist_on_small_clot",
            "Decide with a specialist: a clot of calf veins or of a superficial vein, on treatment.",
            when=CONCLUSION.is_(SMALL_CLOT_ON_TREATMENT),
            cite=_PART,
        ),
        action(
            "do_not_stop_anticoagulant",
            "Do not stop the anticoagulant: it was not started for this suspicion. Tell the person so, "
            "think of other diagnoses, and say which symptoms to watch for.",
            act="stop_interim_anticoagulation",
            strength=Strength.DO_NOT,
            when=CONCLUSION.is_(KEEP_ANTICOAGULANT),
            cite=_NEVER_STOP,
        ),
    ],
)
