"""The drugs: whether each suits a patient (`verdicts`), and how it is given (`doses`)."""

from veinway.care.facts.blood_tests import active_bleeding, platelet_count
from veinway.care.facts.medicines import medicine
from veinway.care.facts.person import age, body_weight, pregnant, serum_creatinine, sex_at_birth
from veinway.care.facts.treatment import indication
from veinway.care.sources import (
    APIXABAN_LABEL,
    DABIGATRAN_LABEL,
    DALTEPARIN_LABEL,
    DICTIONARY,
    EDOXABAN_LABEL,
    ENOXAPARIN_LABEL,
    FONDAPARINUX_LABEL,
    RIVAROXABAN_LABEL,
    THROMBOSIS_CANADA,
    TINZAPARIN_LABEL,
)
from veinway.care.treatment.doses import (
    apixaban,
    aspirin,
    dabigatran,
    dalteparin,
    edoxaban,
    enoxaparin,
    fondaparinux,
    heparin,
    rivaroxaban,
    tinzaparin,
    warfarin,
)
from veinway.care.treatment.doses.common import REVIEWS
from veinway.care.treatment.verdicts.apixaban import APIXABAN_VERDICT
from veinway.care.treatment.verdicts.aspirin import ASPIRIN_VERDICT
from veinway.care.treatment.verdicts.dabigatran import DABIGATRAN_VERDICT
from veinway.care.treatment.verdicts.edoxaban import EDOXABAN_VERDICT
from veinway.care.treatment.verdicts.fondaparinux import FONDAPARINUX_VERDICT
from veinway.care.treatment.verdicts.lmwh import (
    DALTEPARIN_VERDICT,
    ENOXAPARIN_VERDICT,
    TINZAPARIN_VERDICT,
)
from veinway.care.treatment.verdicts.rivaroxaban import RIVAROXABAN_VERDICT
from veinway.care.treatment.verdicts.unfractionated import HEPARIN_VERDICT
from veinway.care.treatment.verdicts.warfarin import WARFARIN_VERDICT
from veinway.language import *

# Without these no dose (reference 2, section 0.2).
HARD_INPUTS = [
    indication,
    age,
    sex_at_birth,
    body_weight,
    serum_creatinine,
    pregnant,
    active_bleeding,
    platelet_count,
    any_event(medicine),
]

APIXABAN = drug(
    "apixaban",
    "Apixaban",
    family="doac",
    verdict=APIXABAN_VERDICT,
    phases=apixaban.PHASES,
    strengths=apixaban.STRENGTHS,
    reviews=REVIEWS,
    first_dose=apixaban.FIRST_DOSE,
    flags=apixaban.FLAGS,
    known_first=HARD_INPUTS,
    source=APIXABAN_LABEL.section("4.2"),
)
RIVAROXABAN = drug(
    "rivaroxaban",
    "Rivaroxaban",
    family="doac",
    verdict=RIVAROXABAN_VERDICT,
    phases=rivaroxaban.PHASES,
    strengths=rivaroxaban.STRENGTHS,
    reviews=REVIEWS,
    first_dose=rivaroxaban.FIRST_DOSE,
    flags=rivaroxaban.FLAGS,
    known_first=HARD_INPUTS,
    source=RIVAROXABAN_LABEL.section("4.2"),
)
EDOXABAN = drug(
    "edoxaban",
    "Edoxaban",
    family="doac",
    verdict=EDOXABAN_VERDICT,
    phases=edoxaban.PHASES,
    strengths=edoxaban.STRENGTHS,
    reviews=REVIEWS,
    lead_in="before",
    flags=edoxaban.FLAGS,
    known_first=HARD_INPUTS,
    source=EDOXABAN_LABEL.section("4.2"),
)
DABIGATRAN = drug(
    "dabigatran",
    "Dabigatran",
    family="doac",
    verdict=DABIGATRAN_VERDICT,
    phases=dabigatran.PHASES,
    strengths=dabigatran.STRENGTHS,
    reviews=REVIEWS,
    lead_in="before",
    flags=dabigatran.FLAGS,
    known_first=HARD_INPUTS,
    source=DABIGATRAN_LABEL.section("4.2"),
)
ENOXAPARIN = drug(
    "enoxaparin",
    "Enoxaparin",
    family="lmwh",
    verdict=ENOXAPARIN_VERDICT,
    phases=enoxaparin.PHASES,
    strengths=enoxaparin.STRENGTHS,
    reviews=REVIEWS,
    first_dose=enoxaparin.FIRST_DOSE,
    flags=enoxaparin.FLAGS,
    known_first=HARD_INPUTS,
    source=ENOXAPARIN_LABEL.section("4.2"),
)
DALTEPARIN = drug(
    "dalteparin",
    "Dalteparin",
    family="lmwh",
    verdict=DALTEPARIN_VERDICT,
    phases=dalteparin.PHASES,
    strengths=dalteparin.STRENGTHS,
    reviews=REVIEWS,
    first_dose=dalteparin.FIRST_DOSE,
    flags=dalteparin.FLAGS,
    known_first=HARD_INPUTS,
    source=DALTEPARIN_LABEL.at("treatment"),
)
TINZAPARIN = drug(
    "tinzaparin",
    "Tinzaparin",
    family="lmwh",
    verdict=TINZAPARIN_VERDICT,
    phases=tinzaparin.PHASES,
    strengths=tinzaparin.STRENGTHS,
    reviews=REVIEWS,
    first_dose=tinzaparin.FIRST_DOSE,
    flags=tinzaparin.FLAGS,
    known_first=HARD_INPUTS,
    source=TINZAPARIN_LABEL.at("treatment"),
)
HEPARIN = drug(
    "heparin",
    "Unfractionated heparin",
    family="heparin",
    verdict=HEPARIN_VERDICT,
    phases=heparin.PHASES,
    reviews=[*heparin.REVIEWS, *REVIEWS],
    first_dose=heparin.FIRST_DOSE,
    flags=heparin.FLAGS,
    known_first=HARD_INPUTS,
    source=THROMBOSIS_CANADA.at("heparins"),
)
FONDAPARINUX = drug(
    "fondaparinux",
    "Fondaparinux",
    family="fondaparinux",
    verdict=FONDAPARINUX_VERDICT,
    phases=fondaparinux.PHASES,
    strengths=fondaparinux.STRENGTHS,
    reviews=REVIEWS,
    flags=fondaparinux.FLAGS,
    known_first=HARD_INPUTS,
    source=FONDAPARINUX_LABEL.at("dosing"),
)
WARFARIN = drug(
    "warfarin",
    "Warfarin",
    family="vka",
    verdict=WARFARIN_VERDICT,
    phases=warfarin.PHASES,
    strengths=warfarin.STRENGTHS,
    reviews=REVIEWS,
    lead_in="overlap",
    known_first=HARD_INPUTS,
    source=THROMBOSIS_CANADA.at("warfarin"),
)
ASPIRIN = drug(
    "aspirin",
    "Aspirin",
    family="antiplatelet",
    verdict=ASPIRIN_VERDICT,
    phases=aspirin.PHASES,
    known_first=HARD_INPUTS,
    source=DICTIONARY.at("reference 2, section 3.5"),
)
