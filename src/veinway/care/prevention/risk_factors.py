"""What raises the risk of a clot: strength by table 3 of ESC, class of a cause by ESC and by ISTH.

A strength is never worked out from an odds ratio: the table leaves a gap between 9 and 10. What it does
not list is said not to be listed. ISTH names caesarean section, ESC trauma with fractures and long
flights; each stays where it is named.
"""

from veinway.care.facts.background import heart_failure, obesity, varicose_veins
from veinway.care.facts.bleeding_risk import central_venous_catheter, diabetes
from veinway.care.facts.chest import lower_limb_fracture, oral_contraceptive_use
from veinway.care.facts.leg import active_cancer, bedridden_days
from veinway.care.facts.person import age, born_in_last_6_weeks, pregnant
from veinway.care.facts.pregnancy import respiratory_failure
from veinway.care.facts.prevention import dehydrated, hip_or_knee_replacement
from veinway.care.facts.prevention_cancer import chemotherapy, red_cell_growth_factor
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_factors import (
    antipsychotic,
    arthroscopic_knee_surgery,
    blood_transfusion,
    heart_failure_or_af_stay_in_3_months,
    high_blood_pressure,
    hormone_replacement,
    in_vitro_fertilisation,
    intravenous_catheter_or_leads,
    laparoscopic_surgery,
    listed_infection,
    major_trauma_lately,
    paralytic_stroke,
    prolonged_sitting,
    smoking_status,
    spinal_cord_injury,
    tamoxifen,
)
from veinway.care.facts.prevention_history import (
    known_thrombophilia,
    myocardial_infarction,
    nephrotic_syndrome,
    superficial_vein_thrombosis,
)
from veinway.care.facts.provoking import (
    active_autoimmune_disease,
    first_degree_relative_with_clot,
    inflammatory_bowel_disease,
)
from veinway.care.prevention.risk_outcomes import (
    FAMILY,
    MODERATE,
    NOT_LISTED,
    SMOKED,
    SMOKES,
    STRONG,
    WEAK,
)
from veinway.care.sources import ESC_2019, SMOKING_2013, U
from veinway.language import *

_TABLE = ESC_2019.table(3)
_CHENG = SMOKING_2013.at("abstract")
_STRONG = {
    "leg_fracture": any_event(lower_limb_fracture, in_=within(days(90))),
    "heart_failure_or_af_stay": heart_failure_or_af_stay_in_3_months,
    "hip_or_knee_replacement": hip_or_knee_replacement,
    "major_trauma": major_trauma_lately,
    "myocardial_infarction": any_event(myocardial_infarction, in_=within(days(90))),
    "previous_vte": previous_vte,
    "spinal_cord_injury": spinal_cord_injury,
}
_MODERATE = {
    "arthroscopic_knee_surgery": arthroscopic_knee_surgery,
    "autoimmune_disease": active_autoimmune_disease,
    "blood_transfusion": blood_transfusion,
    "central_venous_line": central_venous_catheter,
    "catheters_or_leads": intravenous_catheter_or_leads,
    "chemotherapy": chemotherapy,
    "heart_or_respiratory_failure": any_of(heart_failure, respiratory_failure),
    "esa": red_cell_growth_factor,
    "hrt": hormone_replacement,
    "ivf": in_vitro_fertilisation,
    "oral_contraceptive": oral_contraceptive_use,
    "postpartum": born_in_last_6_weeks,
    "infection": listed_infection,
    "ibd": inflammatory_bowel_disease,
    "cancer": active_cancer,
    "paralytic_stroke": paralytic_stroke,
    "superficial_vein_thrombosis": superficial_vein_thrombosis,
    "thrombophilia": known_thrombophilia,
}
_WEAK = {
    "bed_rest_over_3_days": bedridden_days > 3,
    "diabetes": diabetes,
    "hypertension": high_blood_pressure,
    "sitting": prolonged_sitting,
    "age": age >= 60,
    "laparoscopic_surgery": laparoscopic_surgery,
    "obesity": obesity,
    "pregnancy": pregnant,
    "varicose_veins": varicose_veins,
}
_NOT_LISTED = {
    "smoking": smoking_status.one_of("current", "former"),
    "family_history": first_degree_relative_with_clot,
    "dehydration": dehydrated,
    "nephrotic_syndrome": nephrotic_syndrome,
    "antipsychotic": antipsychotic,
    "tamoxifen": tamoxifen,
}

ESC_STRENGTH = table(
    "esc_risk_factors",
    "Risk factors, each with its strength in table 3 of ESC",
    hit="collect",
    source=_TABLE,
    rows=[
        *[row(when, STRONG, id=name, cite=_TABLE) for name, when in _STRONG.items()],
        *[row(when, MODERATE, id=name, cite=_TABLE) for name, when in _MODERATE.items()],
        *[row(when, WEAK, id=name, cite=_TABLE) for name, when in _WEAK.items()],
        *[row(when, NOT_LISTED, id=name, cite=_TABLE) for name, when in _NOT_LISTED.items()],
    ],
)
RATIOS = table(
    "risk_factor_ratios",
    "What is known of risk factors that the ESC table does not list",
    hit="collect",
    source=_CHENG,
    rows=[
        row(smoking_status.is_("current"), SMOKES, cite=_CHENG),
        row(smoking_status.is_("former"), SMOKED, cite=_CHENG),
        row(
            first_degree_relative_with_clot,
            FAMILY,
            cite=ESC_2019.at("family history, from memory", U),
        ),
    ],
)
