"""Rules on supplies of direct oral anticoagulants (P-01 to P-07, P-12 to P-14).

A person counts as on a drug for 90 days after its last supply. What a rule needs and a record does not
hold leaves it open: such people are counted apart, neither as safe nor as at risk. Whether a drug was
supplied is read by product, as records rarely say how often it is taken.
"""

from veinway.care.facts.conditions_treatment import mechanical_valve
from veinway.care.facts.drug_choice import aps_status
from veinway.care.facts.medicines import ingredient, medicine
from veinway.care.facts.person import body_weight
from veinway.care.facts.supplies import anticoagulant_supply, atrial_fibrillation, product
from veinway.care.facts.treatment import vte_diagnosis
from veinway.care.measures import creatinine_clearance
from veinway.care.safety import questions
from veinway.care.safety.outcomes import *
from veinway.care.sources import (
    APIXABAN_LABEL,
    DABIGATRAN_LABEL,
    EDOXABAN_LABEL,
    LOCAL,
    PRODUCT,
    RIVAROXABAN_LABEL,
)
from veinway.language import *

_RULES = PRODUCT.at("reference 2, section 6.14", LOCAL)
_NOW = within(days(90))

APIXABAN = product.one_of("apixaban_2_5", "apixaban_5")
RIVAROXABAN = product.one_of("rivaroxaban_2_5", "rivaroxaban_10", "rivaroxaban_15", "rivaroxaban_20")
EDOXABAN = product.one_of("edoxaban_15", "edoxaban_30", "edoxaban_60")
DABIGATRAN = product.one_of("dabigatran_75", "dabigatran_110", "dabigatran_150")
_XA = any_of(APIXABAN, RIVAROXABAN, EDOXABAN)
DOAC = any_of(_XA, DABIGATRAN)
PARENTERAL = product.one_of("lmwh", "fondaparinux", "heparin")

on_dabigatran = any_event(anticoagulant_supply, DABIGATRAN, in_=_NOW)
on_xa = any_event(anticoagulant_supply, _XA, in_=_NOW)
on_doac = any_event(anticoagulant_supply, DOAC, in_=_NOW)

# P-03: for a clot, not for atrial fibrillation, where the same tablets are a full dose ----------------
on_doac_for_clot = all_of(on_doac, any_event(vte_diagnosis), no(atrial_fibrillation))
_first_clot = date_of_event("first", vte_diagnosis)
reduced_within_6_months = any_event(
    anticoagulant_supply,
    product.one_of("apixaban_2_5", "rivaroxaban_10"),
    in_=days_after(0, 182, _first_clot),
)
# P-04: 5 days of tolerance; a lower clearance may be a reason for 15 mg once a day -------------------
_15 = product.is_("rivaroxaban_15")
on_rivaroxaban_15 = all_of(any_event(anticoagulant_supply, _15, in_=_NOW), creatinine_clearance >= 50)
_first_15 = date_of_event("first", anticoagulant_supply, _15)
loading_goes_on = any_event(anticoagulant_supply, _15, in_=days_after(27, 3650, _first_15))
# P-05 -----------------------------------------------------------------------------------------------
on_edoxaban_60 = any_event(anticoagulant_supply, product.is_("edoxaban_60"), in_=_NOW)
edoxaban_needs_30 = any_of(
    body_weight <= 60,
    creatinine_clearance <= 50,
    any_event(
        medicine,
        ingredient.one_of("ciclosporin", "dronedarone", "erythromycin", "ketoconazole"),
        in_=within(days(30)),
    ),
)

P_01 = step(
    "dabigatran_kidney",
    "P-01: Dabigatran with a creatinine clearance below 30",
    question=questions.DABIGATRAN_KIDNEY,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_dabigatran,
    conclusion=table(
        "dabigatran_kidney_conclusion",
        "Dabigatran with a creatinine clearance below 30",
        hit="first",
        source=_RULES,
        rows=[
            row(
                creatinine_clearance < 30,
                DABIGATRAN_KIDNEY_FOUND,
                id="P-01",
                cite=DABIGATRAN_LABEL.section("4.3"),
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_02 = step(
    "xa_inhibitor_kidney",
    "P-02: An Xa inhibitor with a creatinine clearance below 15",
    question=questions.XA_INHIBITOR_KIDNEY,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_xa,
    conclusion=table(
        "xa_inhibitor_kidney_conclusion",
        "An Xa inhibitor with a creatinine clearance below 15",
        hit="first",
        source=_RULES,
        rows=[
            row(
                creatinine_clearance < 15,
                XA_INHIBITOR_KIDNEY_FOUND,
                id="P-02",
                cite=APIXABAN_LABEL.section("4.2"),
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_03 = step(
    "reduced_dose_too_early",
    "P-03: A reduced dose within 6 months of the first clot",
    question=questions.REDUCED_DOSE_TOO_EARLY,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_doac_for_clot,
    conclusion=table(
        "reduced_dose_too_early_conclusion",
        "A reduced dose within 6 months of the first clot",
        hit="first",
        source=_RULES,
        rows=[
            row(
                reduced_within_6_months,
                REDUCED_DOSE_TOO_EARLY_FOUND,
                id="P-03",
                cite=APIXABAN_LABEL.section("4.2"),
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_04 = step(
    "loading_too_long",
    "P-04: Rivaroxaban 15 mg for longer than its first 21 days",
    question=questions.LOADING_TOO_LONG,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_rivaroxaban_15,
    conclusion=table(
        "loading_too_long_conclusion",
        "Rivaroxaban 15 mg for longer than its first 21 days",
        hit="first",
        source=_RULES,
        rows=[
            row(
                loading_goes_on, LOADING_TOO_LONG_FOUND, id="P-04", cite=RIVAROXABAN_LABEL.section("4.2")
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_05 = step(
    "edoxaban_dose_too_high",
    "P-05: Edoxaban 60 mg where 30 mg is the dose",
    question=questions.EDOXABAN_DOSE_TOO_HIGH,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_edoxaban_60,
    conclusion=table(
        "edoxaban_dose_too_high_conclusion",
        "Edoxaban 60 mg where 30 mg is the dose",
        hit="first",
        source=_RULES,
        rows=[
            row(
                edoxaban_needs_30,
                EDOXABAN_DOSE_TOO_HIGH_FOUND,
                id="P-05",
                cite=EDOXABAN_LABEL.section("4.2"),
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_06 = step(
    "doac_in_aps",
    "P-06: A direct oral anticoagulant in antiphospholipid syndrome",
    question=questions.DOAC_IN_APS,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_doac,
    conclusion=table(
        "doac_in_aps_conclusion",
        "A direct oral anticoagulant in antiphospholipid syndrome",
        hit="first",
        source=_RULES,
        rows=[
            row(
                any_of(aps_status.is_("single"), aps_status.is_("double"), aps_status.is_("triple")),
                DOAC_IN_APS_FOUND,
                id="P-06",
                cite=APIXABAN_LABEL.section("4.4"),
            ),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)

P_07 = step(
    "doac_with_valve",
    "P-07: A direct oral anticoagulant with a mechanical valve",
    question=questions.DOAC_WITH_VALVE,
    guideline="veinway",
    subject=PERSON,
    source=_RULES,
    for_whom=on_doac,
    conclusion=table(
        "doac_with_valve_conclusion",
        "A direct oral anticoagulant with a mechanical valve",
        hit="first",
        source=_RULES,
        rows=[
            row(mechanical_valve, DOAC_WITH_VALVE_FOUND, id="P-07", cite=APIXABAN_LABEL.section("4.4")),
            otherwise(CLEAR, cite=_RULES),
        ],
    ),
    plan=[],
)
