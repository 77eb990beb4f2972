"""A clot of a superficial vein of the leg only: length, and distance from the junction, decide."""

from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.findings import (
    anticoagulation_contraindicated,
    svt_length_cm,
    svt_sfj_distance_cm,
)
from veinway.care.facts.person import adult, born_in_last_6_weeks, pregnant
from veinway.care.imaging.outcomes import (
    SUPERFICIAL_ANTI_INFLAMMATORY,
    SUPERFICIAL_AS_DVT,
    SUPERFICIAL_CLINICIAN,
    SUPERFICIAL_PROPHYLACTIC,
)
from veinway.care.imaging.scans import superficial_clot_shown
from veinway.care.questions import SUPERFICIAL_VEIN_THROMBOSIS
from veinway.care.sources import BCSH_SVT, CALISTO_2013, LOCAL, PRODUCT, S
from veinway.language import *

CORNWALL = "a UK guidance page (Cornwall)"
_JUNCTION = BCSH_SVT.at("within 3 cm of the saphenofemoral junction", S, CORNWALL)

# At exactly 3.0 cm it is within: "more than 3 cm is as DVT" is a common misreading (trap T-38).
_near, _far = svt_sfj_distance_cm <= 3, svt_sfj_distance_cm > 3

CONCLUSION = table(
    "superficial_vein_thrombosis_conclusion",
    "What follows a clot of a superficial vein",
    hit="unique",
    source=_JUNCTION,
    rows=[
        row(_near, SUPERFICIAL_AS_DVT, id="near_the_junction", cite=_JUNCTION),
        row(
            all_of(_far, svt_length_cm >= 5),
            SUPERFICIAL_PROPHYLACTIC,
            id="long",
            cite=CALISTO_2013.at("abstract"),
        ),
        row(
            all_of(_far, svt_length_cm >= 4, svt_length_cm < 5),
            SUPERFICIAL_CLINICIAN,
            id="between",
            cite=PRODUCT.at("section 4.1, 4.0 to 4.9 cm", LOCAL),
        ),
        row(
            all_of(_far, svt_length_cm < 4),
            SUPERFICIAL_ANTI_INFLAMMATORY,
            id="short",
            cite=BCSH_SVT.at("low risk", S, "a summary of ISTH and BCSH guidance"),
        ),
    ],
)

SUPERFICIAL_VEIN_THROMBOSIS_STEP = step(
    "superficial_vein_thrombosis_veinway",
    "Clot of a superficial vein of the leg",
    question=SUPERFICIAL_VEIN_THROMBOSIS,
    guideline="veinway",
    subject=EPISODE,
    source=_JUNCTION,
    for_whom=all_of(
        adult,
        no(pregnant),
        no(born_in_last_6_weeks),
        no(on_therapeutic_anticoagulation),
        superficial_clot_shown,
    ),
    conclusion=CONCLUSION,
    plan=[
        action(
            "no_d_dimer_for_superficial_clot",
            "No D-dimer: it is of no value for a clot of a superficial vein.",
            act="d_dimer",
            when=superficial_clot_shown,
            strength=Strength.DO_NOT,
            cite=BCSH_SVT.at("D-dimer", S, CORNWALL),
        ),
        action(
            "treat_superficial_clot_as_dvt",
            "Consider therapeutic anticoagulation, as for DVT, unless it is contraindicated.",
            act="start_treatment",
            when=CONCLUSION.is_(SUPERFICIAL_AS_DVT),
            until=anticoagulation_contraindicated,
            strength=Strength.CONSIDER,
            cite=_JUNCTION,
        ),
        action(
            "prophylactic_anticoagulation",
            "Anticoagulation in a prophylactic dose for 45 days, unless it is contraindicated.",
            when=CONCLUSION.is_(SUPERFICIAL_PROPHYLACTIC),
            until=anticoagulation_contraindicated,
            cite=CALISTO_2013.at("abstract"),
        ),
        action(
            "anti_inflammatory",
            "An anti-inflammatory drug for 8 to 12 days.",
            when=CONCLUSION.is_(SUPERFICIAL_ANTI_INFLAMMATORY),
            cite=BCSH_SVT.at("low risk", S, "a summary of ISTH and BCSH guidance"),
        ),
    ],
)
