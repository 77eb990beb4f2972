"""Enoxaparin: 1 mg/kg twice a day, or 1.5 mg/kg once a day where nothing asks for twice.

Doses are in mg; 1 mg are 100 IU (trap T-47). Once a day is only for a clot below the popliteal vein with
none of the other reasons: the label's list of reasons for twice is a list of examples.
"""

from veinway.care.facts.dosing import early_pregnancy_weight
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import body_weight, pregnant
from veinway.care.facts.treatment import indication, vte_diagnosis
from veinway.care.measures import body_mass_index, creatinine_clearance
from veinway.care.sources import (
    ENOXAPARIN_LABEL,
    ENOXAPARIN_LETTER_2017,
    LOCAL,
    PRODUCT,
    RCOG_37B,
    UK_TRUST_ENOXAPARIN,
    S,
    U,
)
from veinway.care.treatment.doses.common import (
    BELOW_15,
    BLOODS,
    NO_DOSE,
    SPECIALIST_DOSE,
    STALE_CREATININE,
    as_a_deep_clot,
    not_while_bleeding,
    one_dose_before_bloods,
)
from veinway.care.treatment.verdicts.shared import in_us
from veinway.language import *

_LABEL = ENOXAPARIN_LABEL.at("doses for treatment")
_LETTER = ENOXAPARIN_LETTER_2017.at("kidney function")
_RENAL = ENOXAPARIN_LABEL.section("4.2, kidney function", S, "the manufacturer's Irish site")
_OWN = PRODUCT.at("reference 2, section 1.4.5, enoxaparin once or twice a day", LOCAL)
_BANDS = RCOG_37B.at("doses by early pregnancy weight", S, "a copy of the table")
_GUIDE = {"route": "subcutaneous", "syringe": 150, "also": ("[iU]", 100)}

ENOXAPARIN_ONCE = dose(
    "enoxaparin_1_5_mg_per_kg_od",
    "Enoxaparin 1.5 mg/kg (150 IU/kg) once a day.",
    amount("1.5", "mg", per="kg", **_GUIDE),
)
ENOXAPARIN_TWICE = dose(
    "enoxaparin_1_mg_per_kg_bd",
    "Enoxaparin 1 mg/kg (100 IU/kg) twice a day.",
    amount(1, "mg", per="kg", times=2, **_GUIDE),
)
ENOXAPARIN_REDUCED = dose(
    "enoxaparin_1_mg_per_kg_od",
    "Enoxaparin 1 mg/kg (100 IU/kg) once a day.",
    amount(1, "mg", per="kg", **_GUIDE),
)

# Exactly 30 is in both rows of the EU label, and takes the lower dose; the US label says below 30.
_reduced = any_of(creatinine_clearance < 30, all_of(creatinine_clearance <= 30, no(in_us)))
_recurrent = count(vte_diagnosis, most=3) >= 2
_below_popliteal = indication.one_of("dvt_distal", "svt")

ENOXAPARIN_TREATMENT = table(
    "enoxaparin_treatment_dose",
    "Enoxaparin for treatment",
    hit="first",
    source=_LABEL,
    rows=[
        row(BELOW_15, NO_DOSE, id="kidney_failure", cite=_LETTER),
        row(_reduced, ENOXAPARIN_REDUCED, id="clearance_15_to_30", cite=_RENAL),
        row(
            body_mass_index > 30,
            ENOXAPARIN_TWICE,
            id="obesity",
            cite=UK_TRUST_ENOXAPARIN.at("twice a day"),
        ),
        row(active_cancer, ENOXAPARIN_TWICE, id="cancer", cite=_LETTER),
        row(_recurrent, ENOXAPARIN_TWICE, id="recurrent", cite=_LETTER),
        row(_below_popliteal, ENOXAPARIN_ONCE, id="uncomplicated", cite=_LETTER),
        otherwise(ENOXAPARIN_TWICE, id="popliteal_or_above", cite=_OWN),
    ],
)

_band = {
    mg: dose(
        f"enoxaparin_{mg}_mg_bd",
        f"Enoxaparin {mg} mg twice a day.",
        amount(mg, "mg", times=2, stands_for=1, **_GUIDE),
    )
    for mg in (40, 60, 80, 100, 120)
}
_w = early_pregnancy_weight
# Cockcroft-Gault does not hold in pregnancy, so that no row asks for the clearance.
ENOXAPARIN_PREGNANCY = table(
    "enoxaparin_pregnancy_dose",
    "Enoxaparin in pregnancy, by early pregnancy weight",
    hit="unique",
    source=_BANDS,
    rows=[
        row(_w < 50, _band[40], id="under_50", cite=_BANDS),
        row(all_of(_w >= 50, _w < 70), _band[60], id="50_to_69", cite=_BANDS),
        row(all_of(_w >= 70, _w < 90), _band[80], id="70_to_89", cite=_BANDS),
        row(all_of(_w >= 90, _w < 110), _band[100], id="90_to_109", cite=_BANDS),
        row(all_of(_w >= 110, _w < 126), _band[120], id="110_to_125", cite=_BANDS),
        row(_w >= 126, SPECIALIST_DOSE, id="126_and_over", cite=_BANDS),
    ],
)
PHASES = [
    phase(
        "pregnancy",
        "Pregnancy, and at least 6 weeks after it",
        dose=ENOXAPARIN_PREGNANCY,
        lasts=until_review(),
        source=_BANDS,
        when=pregnant,
        weight=early_pregnancy_weight,
    ),
    phase(
        "treatment",
        "Treatment",
        dose=ENOXAPARIN_TREATMENT,
        lasts=until_review(),
        source=_LABEL,
        when=all_of(no(pregnant), as_a_deep_clot),
        weight=body_weight,
    ),
]
# 1 mg/kg, given once, is right for every clearance of 15 and over.
ENOXAPARIN_FIRST_DOSE = table(
    "enoxaparin_first_dose",
    "Enoxaparin, one dose before blood results",
    hit="unique",
    source=BLOODS,
    rows=[
        not_while_bleeding,
        otherwise(ENOXAPARIN_REDUCED, id="everybody_else", cite=BLOODS),
    ],
)
FIRST_DOSE = [
    one_dose_before_bloods(ENOXAPARIN_FIRST_DOSE, when=no(pregnant), weight=body_weight),
    one_dose_before_bloods(ENOXAPARIN_PREGNANCY, when=pregnant, weight=early_pregnancy_weight),
]
STRENGTHS = strengths(
    20, 40, 60, 80, 100, 120, 150, source=ENOXAPARIN_LABEL.at("UK ready-filled syringes", U)
)
FLAGS = [
    STALE_CREATININE,
    flag(
        "consider_levels",
        "Above 120 kg: dose by actual weight, without a cap; consider anti-Xa levels.",
        when=body_weight > 120,
        source=PRODUCT.at("reference 2, section 1.6.6", LOCAL),
    ),
    flag(
        "guideline_disagreement",
        "Once or twice a day: the EU label names iliac clots for twice a day, as an example; a UK "
        "hospital guideline every clot from the popliteal vein up.",
        when=indication.is_("dvt_proximal"),
        source=UK_TRUST_ENOXAPARIN.at("twice a day"),
    ),
    flag(
        "region_specific",
        "At a clearance of exactly 30 mL/min the EU label lowers the dose, the US label does not.",
        when=all_of(creatinine_clearance >= 30, creatinine_clearance <= 30),
        source=PRODUCT.at("reference 2, section 1.1", LOCAL),
    ),
    flag(
        "specialist",
        "The weight lies above the printed bands: a specialist sets the dose.",
        when=all_of(pregnant, early_pregnancy_weight >= 126),
        source=_BANDS,
    ),
]
