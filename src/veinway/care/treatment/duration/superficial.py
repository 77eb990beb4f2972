"""A clot of a superficial vein of the leg: dose and time by length and distance (example W-31).

Thrombosis Canada draws its line at 5 cm; the guidance that the diagnosis follows leaves 4.0 to 4.9 cm to
a clinician (`care.imaging.superficial`).
"""

from veinway.care.facts.duration import svt_from_infusion, svt_risk_or_severe_symptoms
from veinway.care.facts.findings import svt_length_cm, svt_sfj_distance_cm
from veinway.care.facts.person import adult
from veinway.care.facts.treatment import indication
from veinway.care.sources import CALISTO_2013, CHEST_2021, LOCAL, PRODUCT, THROMBOSIS_CANADA
from veinway.care.treatment.duration.outcomes import NOT_SPOKEN_OF
from veinway.care.treatment.duration.site_outcomes import (
    SVT_45_DAYS,
    SVT_45_DAYS_CHEST,
    SVT_ANTI_INFLAMMATORY,
    SVT_AS_DVT,
    SVT_CONSIDER_45_DAYS,
    SVT_OF_INFUSION,
)
from veinway.care.treatment.questions import SUPERFICIAL_TREATMENT
from veinway.language import *

_TC = THROMBOSIS_CANADA.at("superficial vein thrombosis")
_CHEST = CHEST_2021.at("superficial vein thrombosis")
_superficial = all_of(adult, indication.is_("svt"))
_near, _long = svt_sfj_distance_cm <= 3, svt_length_cm >= 5
_infusion = presume(
    svt_from_infusion,
    NO,
    because="no infusion cannula is on record",
    source=PRODUCT.at("presumption on infusion cannulas", LOCAL),
)

SUPERFICIAL_TREATMENT_TC_CONCLUSION = table(
    "superficial_treatment_tc_conclusion",
    "Treatment of a clot of a superficial vein, by Thrombosis Canada",
    hit="first",
    source=_TC,
    rows=[
        row(_near, SVT_AS_DVT, id="near_the_junction", cite=_TC),
        row(_infusion, SVT_OF_INFUSION, id="infusion", cite=_TC),
        row(_long, SVT_45_DAYS, id="long", cite=CALISTO_2013.at("abstract")),
        row(svt_risk_or_severe_symptoms, SVT_CONSIDER_45_DAYS, id="short_at_risk", cite=_TC),
        otherwise(SVT_ANTI_INFLAMMATORY, id="short", cite=_TC),
    ],
)
SUPERFICIAL_TREATMENT_TC = step(
    "superficial_treatment_tc",
    "Treatment of a clot of a superficial vein, Thrombosis Canada 2025",
    question=SUPERFICIAL_TREATMENT,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=_superficial,
    conclusion=SUPERFICIAL_TREATMENT_TC_CONCLUSION,
    plan=[
        action(
            "scan_again_superficial",
            "Scan again after 7 to 10 days.",
            act="repeat_scan",
            when=SUPERFICIAL_TREATMENT_TC_CONCLUSION.one_of(SVT_ANTI_INFLAMMATORY, SVT_CONSIDER_45_DAYS),
            cite=_TC,
        ),
        action(
            "stockings_beside_superficial",
            "Compression beside it, for the symptoms.",
            act="stockings_for_symptoms",
            when=SUPERFICIAL_TREATMENT_TC_CONCLUSION.one_of(
                SVT_ANTI_INFLAMMATORY, SVT_CONSIDER_45_DAYS, SVT_45_DAYS
            ),
            strength=Strength.CONSIDER,
            cite=_TC,
        ),
    ],
)
SUPERFICIAL_TREATMENT_CHEST_CONCLUSION = table(
    "superficial_treatment_chest_conclusion",
    "Treatment of a clot of a superficial vein, by CHEST",
    hit="first",
    source=_CHEST,
    rows=[
        row(all_of(no(_near), _long), SVT_45_DAYS_CHEST, id="long", cite=_CHEST),
        otherwise(NOT_SPOKEN_OF, id="other", cite=_CHEST),
    ],
)
SUPERFICIAL_TREATMENT_CHEST = step(
    "superficial_treatment_chest",
    "Treatment of a clot of a superficial vein, CHEST 2021",
    question=SUPERFICIAL_TREATMENT,
    guideline="chest",
    subject=PERSON,
    source=_CHEST,
    for_whom=_superficial,
    conclusion=SUPERFICIAL_TREATMENT_CHEST_CONCLUSION,
    plan=[],
)
