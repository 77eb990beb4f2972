"""Dabigatran after at least 5 days of an injected anticoagulant: 150 mg twice a day, or 110 mg.

The US label has no 110 mg for clots (trap T-29), and nothing at a clearance of 30 or less.
"""

from veinway.care.facts.conditions_treatment import gastritis_or_reflux
from veinway.care.facts.dosing import bleeding_judged_higher
from veinway.care.facts.medicines import takes_verapamil
from veinway.care.facts.person import age, body_weight
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    DABIGATRAN_LABEL,
    ESC_2019,
    LOCAL,
    PRODUCT,
    RXNORM_PRODUCTS,
    US_LABELS,
    S,
)
from veinway.care.treatment.doses.common import (
    CANADIAN_LABEL,
    NO_DOSE,
    STALE_CREATININE,
    extended_phase,
    treatment_phase,
)
from veinway.care.treatment.doses.lead_in import injections_first
from veinway.care.treatment.verdicts.shared import in_us
from veinway.language import *

_LABEL = DABIGATRAN_LABEL.section("4.2")
_BARRED = DABIGATRAN_LABEL.section("4.3")
_US = US_LABELS.at("dabigatran", S, "reference 2, section 1.4.4")

DABIGATRAN_150 = dose("dabigatran_150_bd", "Dabigatran 150 mg twice a day.", amount(150, "mg", times=2))
DABIGATRAN_110 = dose("dabigatran_110_bd", "Dabigatran 110 mg twice a day.", amount(110, "mg", times=2))

_stomach = presume(
    gastritis_or_reflux,
    NO,
    because="none is recorded",
    source=PRODUCT.at("presumption on what speaks against a drug", LOCAL),
)
_consider = any_of(all_of(age >= 75, age < 80), between(creatinine_clearance, 30, 50), _stomach)
DABIGATRAN_TREATMENT = table(
    "dabigatran_treatment_dose",
    "Dabigatran, after the lead-in and for as long as it goes on",
    hit="first",
    source=_LABEL,
    rows=[
        row(creatinine_clearance < 30, NO_DOSE, id="clearance_below_30", cite=_BARRED),
        row(all_of(in_us, creatinine_clearance <= 30), NO_DOSE, id="clearance_30_us", cite=_US),
        row(
            all_of(in_us, takes_verapamil, creatinine_clearance < 50),
            NO_DOSE,
            id="verapamil_and_clearance_below_50_us",
            cite=_US,
        ),
        row(in_us, DABIGATRAN_150, id="us", cite=_US),
        row(age >= 80, DABIGATRAN_110, id="age_80", cite=_LABEL),
        row(takes_verapamil, DABIGATRAN_110, id="verapamil", cite=_LABEL),
        # "Other raised risk of bleeding" is among the label's reasons, so that the judgement suffices.
        row(bleeding_judged_higher, DABIGATRAN_110, id="judged", cite=_LABEL),
        otherwise(DABIGATRAN_150, id="none_of_these", cite=_LABEL),
    ],
)
PHASES = [
    injections_first(_LABEL),
    treatment_phase(DABIGATRAN_TREATMENT, _LABEL),
    extended_phase(DABIGATRAN_TREATMENT, ESC_2019.section("8.4")),
]
STRENGTHS = strengths(75, 110, 150, source=RXNORM_PRODUCTS.at("dabigatran"))
FLAGS = [
    STALE_CREATININE,
    CANADIAN_LABEL,
    flag(
        "consider_lower_dose",
        "110 mg twice a day may be considered: 150 mg is the standard dose.",
        when=all_of(_consider, age < 80, no(takes_verapamil), no(in_us)),
        source=_LABEL,
    ),
    flag(
        "not_tested_in_trials",
        "110 mg twice a day for clots rests on pharmacology, not on a trial.",
        when=DABIGATRAN_TREATMENT.is_(DABIGATRAN_110),
        source=_LABEL,
    ),
    flag(
        "take_together",
        "Dabigatran and verapamil are taken at the same time.",
        when=all_of(takes_verapamil, no(in_us)),
        source=_LABEL,
    ),
    flag(
        "region_specific",
        "The US label has no 110 mg for clots; the EU and UK label has.",
        when=any_of(age >= 80, takes_verapamil),
        source=_US,
    ),
    flag(
        "close_surveillance",
        "Below 50 kg: watch closely.",
        when=body_weight < 50,
        source=DABIGATRAN_LABEL.section("4.4"),
    ),
]
