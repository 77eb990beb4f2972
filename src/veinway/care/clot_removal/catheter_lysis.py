"""Alteplase by catheter into a clot of the leg: hospital protocols and the rates of two trials (2.6).

The trials' rates are from memory: they are shown and never given.
"""

from veinway.care.clot_removal.bars import ABSOLUTE, BLEEDING, CDT_BARS
from veinway.care.clot_removal.bars import CAUTION as PROCEDURE_CAUTION
from veinway.care.clot_removal.candidacy import AHA_STEP, NICE_STEP
from veinway.care.clot_removal.outcomes import CONSIDER, SELECTED
from veinway.care.facts.alarm import limb_threat
from veinway.care.facts.clot_removal import heparin_allergy, lytic_allergy, pregnant_or_breastfeeding
from veinway.care.facts.person import adult, body_weight
from veinway.care.imaging.extent import DVT_EXTENT
from veinway.care.outcomes import DISTAL, FEMOROPOPLITEAL, ILIOFEMORAL, ILIOFEMORAL_CAVAL
from veinway.care.sources import (
    ALTEPLASE_LABEL,
    ATTRACT,
    CATHETER_PROTOCOLS,
    CAVENT,
    LOCAL,
    PRODUCT,
    SIR_2014,
    S,
    U,
)
from veinway.care.treatment.doses.common import NO_DOSE, SPECIALIST_DOSE
from veinway.care.treatment.outcomes import ALLOWED, CAUTION, CONTRAINDICATED, NOT_RECOMMENDED
from veinway.language import *

_LIST = SIR_2014.at("list", S, "a Korean review")
_RULE = PRODUCT.at("reference 3, section 2.2", LOCAL)
# The list weighs every allergy; the label of the drug bars whoever does not bear the drug itself.
_LABEL = ALTEPLASE_LABEL.section("4.3", S, "the text of 2018, printed elsewhere")
_HOSPITAL = CATHETER_PROTOCOLS.at("an Irish hospital", S, "its protocol")
_CENTRE = CATHETER_PROTOCOLS.at("a Chinese centre", S, "its paper")
_CAVENT = CAVENT.at("rate of alteplase", U)
_ATTRACT = ATTRACT.at("rate of alteplase", U)

_w = body_weight
_an_hour = {"every": "hour", "route": "catheter"}
_barred = row(CDT_BARS.one_of(ABSOLUTE), NO_DOSE, id="absolute contraindication", cite=_LIST)
# A limb may also be threatened by a blocked artery, so that the sign alone does not call for a lytic.
_clot_is_shown = DVT_EXTENT.one_of(ILIOFEMORAL, ILIOFEMORAL_CAVAL, FEMOROPOPLITEAL, DISTAL)
removal_is_an_option = all_of(
    adult,
    _clot_is_shown,
    any_of(
        limb_threat,
        NICE_STEP.conclusion.one_of(CONSIDER),
        AHA_STEP.conclusion.one_of(SELECTED),
    ),
)
# Two of the list's cautions are about drugs: no dose while one of them is not known.
_of_the_drug = any_of(heparin_allergy, pregnant_or_breastfeeding)
_PROCEDURE = flag(
    "procedure_caution",
    "A caution about the procedure: the team weighs it.",
    when=CDT_BARS.one_of(PROCEDURE_CAUTION),
    source=_LIST,
)
CATHETER_VERDICT = table(
    "leg_catheter_lysis_verdict",
    "Thrombolysis of a leg by catheter: what speaks against it",
    hit="worst",
    source=_LIST,
    rows=[
        row(CDT_BARS.one_of(ABSOLUTE), CONTRAINDICATED, id="absolute contraindication", cite=_LIST),
        row(lytic_allergy, CONTRAINDICATED, id="allergy to a thrombolytic", cite=_LABEL),
        row(
            no(removal_is_an_option),
            NOT_RECOMMENDED,
            id="no clot shown in an adult's leg, or no threatened limb and no criteria for removal",
            cite=_RULE,
        ),
        row(CDT_BARS.one_of(BLEEDING), CAUTION, id="relative contraindication, bleeding", cite=_LIST),
        row(_of_the_drug, CAUTION, id="relative contraindication, allergy or pregnancy", cite=_LIST),
        otherwise(ALLOWED, cite=_RULE),
    ],
)

BY_KILOGRAM = dose(
    "alteplase_leg_by_kg",
    "Alteplase 0.01 mg/kg an hour through the catheter.",
    amount("0.01", "mg", per="kg", **_an_hour),
)
HALF_TO_TWO = dose(
    "alteplase_leg_0_5_to_2",
    "Alteplase 0.5 to 2 mg an hour through the catheter, usually 1.",
    amount("0.5", "mg", up_to=2, **_an_hour),
)
TWENTY_A_DAY = dose(
    "alteplase_leg_20_a_day",
    "Alteplase 20 mg in 24 hours through the catheter (0.83 mg an hour), the maximum.",
    amount(20, "mg", route="catheter"),
)
ONE_AN_HOUR = dose(
    "alteplase_leg_1",
    "Alteplase 1 mg an hour through the catheter, the maximum.",
    amount(1, "mg", **_an_hour),
)
HOSPITAL_RATE = table(
    "alteplase_leg_hospital_rate",
    "Alteplase by catheter in a leg, hospital protocol",
    hit="first",
    source=_HOSPITAL,
    rows=[_barred, otherwise(HALF_TO_TWO, cite=_HOSPITAL)],
)
# The centre prints a rate below 1.0 mg an hour: at 100 kg the rate by weight is no longer below it.
CENTRE_RATE = table(
    "alteplase_leg_rate_by_weight",
    "Alteplase by catheter in a leg, by weight",
    hit="first",
    source=_CENTRE,
    rows=[
        _barred,
        row(_w < 100, BY_KILOGRAM, id="below_100", cite=_CENTRE),
        otherwise(SPECIALIST_DOSE, id="from_100", cite=_CENTRE),
    ],
)
CAVENT_RATE = table(
    "alteplase_leg_cavent_rate",
    "Alteplase by catheter in a leg, CaVenT",
    hit="first",
    source=_CAVENT,
    rows=[
        _barred,
        row(_w <= "83.3", BY_KILOGRAM, id="up_to_the_maximum", cite=_CAVENT),
        otherwise(TWENTY_A_DAY, id="maximum", cite=_CAVENT),
    ],
)
ATTRACT_RATE = table(
    "alteplase_leg_attract_rate",
    "Alteplase by catheter in a leg, ATTRACT",
    hit="first",
    source=_ATTRACT,
    rows=[
        _barred,
        row(_w <= 100, BY_KILOGRAM, id="up_to_the_maximum", cite=_ATTRACT),
        otherwise(ONE_AN_HOUR, id="maximum", cite=_ATTRACT),
    ],
)
HOSPITAL, CENTRE, CAVENT_TRIAL, ATTRACT_TRIAL = [
    drug(
        f"alteplase_leg_{key}",
        label,
        family="thrombolytic",
        verdict=CATHETER_VERDICT,
        phases=[
            phase(
                "infusion",
                lasting,
                dose=rate,
                lasts=until_review(),
                source=source,
                weight=body_weight,
            )
        ],
        source=source,
        known_first=[body_weight],
        flags=[_PROCEDURE],
    )
    for key, label, lasting, rate, source in (
        (
            "hospital",
            "Alteplase into the leg, a hospital's protocol",
            "For 24 to 72 hours, 5 days at most",
            HOSPITAL_RATE,
            _HOSPITAL,
        ),
        (
            "by_weight",
            "Alteplase into the leg, by weight",
            "Below 1.0 mg an hour, below 50 mg in all",
            CENTRE_RATE,
            _CENTRE,
        ),
        (
            "cavent",
            "Alteplase into the leg, CaVenT",
            "For up to 96 hours",
            CAVENT_RATE,
            _CAVENT,
        ),
        (
            "attract",
            "Alteplase into the leg, ATTRACT",
            "35 mg in all at most",
            ATTRACT_RATE,
            _ATTRACT,
        ),
    )
]
