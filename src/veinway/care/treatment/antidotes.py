"""How much of an antidote: andexanet, protamine, prothrombin complex (reference 2, section 6.13).

Andexanet is for apixaban and rivaroxaban only, and since 22 December 2025 not sold in the USA. Protamine
is capped at 50 mg at a time, prothrombin complex by a weight that counts up to 100 kg.
"""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.person import body_weight
from veinway.care.facts.reversal import (
    heparin_in_hour_before,
    heparin_in_last_hour,
    heparin_two_hours_before,
    hours_since_last_dose,
    last_dose_mg,
    last_lmwh_dose,
)
from veinway.care.facts.treatment import current_anticoagulant, label_region
from veinway.care.sources import (
    ANDEXANET_LEAFLET,
    FDA_ANDEXANET,
    LOCAL,
    PCC_US_LABEL,
    PRODUCT,
    PROTAMINE_PAGES,
    THROMBOSIS_CANADA,
    S,
)
from veinway.language import *

_LEAFLET = ANDEXANET_LEAFLET.at("dose")
_PROTAMINE = PROTAMINE_PAGES.at("dose", S, "three reference pages")
_HEPARINS = THROMBOSIS_CANADA.at("guide on heparins")
_PCC = PCC_US_LABEL.at("dose by INR", S, "four secondary pages")

ANDEXANET_LOW = dose(
    "andexanet_low",
    "Andexanet, low dose: 400 mg at 30 mg/min, then 4 mg/min for up to 120 min (480 mg); 5 vials of "
    "200 mg.",
    amount(400, "mg", every="once", route="intravenous"),
)
ANDEXANET_HIGH = dose(
    "andexanet_high",
    "Andexanet, high dose: 800 mg at 30 mg/min, then 8 mg/min for up to 120 min (960 mg); 9 vials of "
    "200 mg.",
    amount(800, "mg", every="once", route="intravenous"),
)
ANDEXANET_NOT_FOR_THIS = neutral(
    "andexanet_not_for_this",
    "No andexanet: it is for apixaban and rivaroxaban only.",
    strength=Strength.DO_NOT,
)
ANDEXANET_NOT_HERE = neutral(
    "andexanet_not_here",
    "No andexanet outside the EU and the UK: in the USA it is not sold since 22 December 2025.",
    strength=Strength.DO_NOT,
)
ASK_ABOUT_ANDEXANET = neutral(
    "ask_about_andexanet",
    "Dose or time of the last tablet unknown: no dose of andexanet is defined. Ask a specialist.",
)
_apixaban = current_anticoagulant.is_("apixaban")
_rivaroxaban = current_anticoagulant.is_("rivaroxaban")

ANDEXANET = table(
    "andexanet_dose",
    "Dose of andexanet",
    hit="first",
    source=_LEAFLET,
    rows=[
        row(
            no(any_of(_apixaban, _rivaroxaban)),
            ANDEXANET_NOT_FOR_THIS,
            id="another drug",
            cite=_LEAFLET,
        ),
        row(
            no(label_region.is_("eu")),
            ANDEXANET_NOT_HERE,
            id="another region",
            cite=FDA_ANDEXANET.at("end of sale"),
        ),
        row(hours_since_last_dose >= 8, ANDEXANET_LOW, id="8 hours or more", cite=_LEAFLET),
        row(all_of(_apixaban, last_dose_mg <= 5), ANDEXANET_LOW, id="apixaban to 5 mg", cite=_LEAFLET),
        row(
            all_of(_rivaroxaban, last_dose_mg <= 10),
            ANDEXANET_LOW,
            id="rivaroxaban to 10 mg",
            cite=_LEAFLET,
        ),
        otherwise(ANDEXANET_HIGH, id="more, in 8 hours", cite=_LEAFLET),
    ],
    meanwhile=[otherwise(ASK_ABOUT_ANDEXANET, cite=_LEAFLET)],
)

# Protamine ----------------------------------------------------------------------------------------

PROTAMINE_FULL = neutral("protamine_full", "Protamine 1 mg for 100 units of anti-Xa (1 mg enoxaparin).")
PROTAMINE_HALF = neutral("protamine_half", "Protamine 0.5 mg for 100 units of anti-Xa.")
PROTAMINE_NONE = neutral(
    "protamine_none",
    "Usually no protamine after more than 12 hours; longer after the dose if creatinine clearance is "
    "low.",
)
PROTAMINE_SHARE = table(
    "protamine_share",
    "Share of a dose of low molecular weight heparin that protamine is given for",
    hit="unique",
    source=_PROTAMINE,
    rows=[
        row(hours_since_last_dose < 8, PROTAMINE_FULL, id="under 8 hours", cite=_PROTAMINE),
        row(
            between(hours_since_last_dose, 8, 12),
            PROTAMINE_HALF,
            id="8 to 12 hours",
            cite=_PROTAMINE,
        ),
        row(hours_since_last_dose > 12, PROTAMINE_NONE, id="over 12 hours", cite=_PROTAMINE),
    ],
)
_share = by_choice(
    PROTAMINE_SHARE, {"protamine_full": 1, "protamine_half": "0.5", "protamine_none": 0}, "mg/[iU]"
)
protamine_for_lmwh = Derived(
    "protamine_for_lmwh",
    "Protamine after low molecular weight heparin, at most 50 mg at a time",
    "mg",
    50 - largest(50 - _share * last_lmwh_dose / 100, 0),
    _PROTAMINE,
)
protamine_for_heparin = Derived(
    "protamine_for_heparin",
    "Protamine after unfractionated heparin, at most 50 mg at a time",
    "mg",
    50
    - largest(
        50 - (heparin_in_last_hour + heparin_in_hour_before / 2 + heparin_two_hours_before / 4) / 100,
        0,
    ),
    _HEPARINS,
    empirical=True,
)

# Prothrombin complex, as the US label doses it ----------------------------------------------------

PCC_BELOW_2 = neutral("pcc_below_2", "Below an INR of 2 the label names no dose.")
PCC_25 = neutral("pcc_25", "25 U/kg, at most 2,500 U.")
PCC_35 = neutral("pcc_35", "35 U/kg, at most 3,500 U.")
PCC_50 = neutral("pcc_50", "50 U/kg, at most 5,000 U.")
PCC_BY_INR = table(
    "pcc_by_inr",
    "Four-factor prothrombin complex by INR (US label)",
    hit="unique",
    source=_PCC,
    rows=[
        row(inr < 2, PCC_BELOW_2, id="below 2", cite=PRODUCT.at("reference 2, section 6.8", LOCAL)),
        row(all_of(inr >= 2, inr < 4), PCC_25, id="2 to under 4", cite=_PCC),
        row(between(inr, 4, 6), PCC_35, id="4 to 6", cite=_PCC),
        row(inr > 6, PCC_50, id="over 6", cite=_PCC),
    ],
)
_for_a_kilogram = by_choice(
    PCC_BY_INR, {"pcc_below_2": 0, "pcc_25": 25, "pcc_35": 35, "pcc_50": 50}, "[iU]/kg"
)
pcc_units = Derived(
    "pcc_units",
    "Four-factor prothrombin complex after warfarin (US label), weight counted up to 100 kg",
    "[iU]",
    _for_a_kilogram * (100 - largest(100 - body_weight, 0)),
    _PCC,
)
