"""Unfractionated heparin: bolus and infusion by weight, and the nomogram by APTT ratio.

The nomogram's seconds are those of a reagent of 1993: ratios are used, and none where no local range is
set. Its rate changes are added to the present rate (trap T-48).
"""

from veinway.care.facts.dosing import aptt_range_set, aptt_ratio, thrombolysed
from veinway.care.facts.person import body_weight, serum_creatinine
from veinway.care.sources import LOCAL, PRODUCT, RASCHKE_1993, THROMBOSIS_CANADA, S
from veinway.care.treatment.doses.common import (
    NO_DOSE,
    as_a_deep_clot,
    not_while_bleeding,
    one_dose_before_bloods,
)
from veinway.language import *

_GUIDE = THROMBOSIS_CANADA.at("DVT treatment")
_EMBOLISM = THROMBOSIS_CANADA.at("pulmonary embolism")
_NOMOGRAM = RASCHKE_1993.at("nomogram", S, "table copies")

HEPARIN_80_AT_ONCE = dose(
    "heparin_80_units_per_kg",
    "Heparin 80 units/kg at once.",
    amount(80, "[iU]", per="kg", every="once", route="intravenous"),
)
HEPARIN_18_AN_HOUR = dose(
    "heparin_18_units_per_kg_per_hour",
    "Heparin 18 units/kg an hour.",
    amount(18, "[iU]", per="kg", every="hour", route="intravenous"),
)
HEPARIN_333_AT_ONCE = dose(
    "heparin_333_units_per_kg",
    "Heparin 333 units/kg under the skin at once.",
    amount(333, "[iU]", per="kg", every="once", route="subcutaneous"),
)
HEPARIN_250_TWICE = dose(
    "heparin_250_units_per_kg_bd",
    "Heparin 250 units/kg under the skin twice a day.",
    amount(250, "[iU]", per="kg", times=2, route="subcutaneous"),
)

_kidneys = row(serum_creatinine > 200, NO_DOSE, id="creatinine_over_200", cite=_GUIDE)

HEPARIN_BOLUS = table(
    "heparin_bolus_dose",
    "Heparin, bolus",
    hit="first",
    source=_GUIDE,
    rows=[
        not_while_bleeding,
        row(thrombolysed, NO_DOSE, id="after_thrombolysis", cite=_EMBOLISM),
        otherwise(HEPARIN_80_AT_ONCE, id="everybody_else", cite=_GUIDE),
    ],
)
HEPARIN_INFUSION = table(
    "heparin_infusion_dose",
    "Heparin, infusion to begin with",
    hit="unique",
    source=_GUIDE,
    rows=[not_while_bleeding, otherwise(HEPARIN_18_AN_HOUR, id="everybody_else", cite=_GUIDE)],
)
HEPARIN_SUBCUTANEOUS_FIRST = table(
    "heparin_subcutaneous_first_dose",
    "Heparin under the skin without monitoring, first dose",
    hit="first",
    source=_GUIDE,
    rows=[
        not_while_bleeding,
        _kidneys,
        otherwise(HEPARIN_333_AT_ONCE, id="everybody_else", cite=_GUIDE),
    ],
)
HEPARIN_SUBCUTANEOUS = table(
    "heparin_subcutaneous_dose",
    "Heparin under the skin without monitoring, every later dose",
    hit="first",
    source=_GUIDE,
    rows=[
        not_while_bleeding,
        _kidneys,
        otherwise(HEPARIN_250_TWICE, id="everybody_else", cite=_GUIDE),
    ],
)

# The nomogram ------------------------------------------------------------------------------------

aptt_range_is_local = presume(
    aptt_range_set,
    NO,
    because="no local range was set",
    source=PRODUCT.at("reference 2, section 1.4.7", LOCAL),
)

_AT_ONCE_80, _AT_ONCE_40 = [
    amount(units, "[iU]", per="kg", every="once", route="intravenous") for units in (80, 40)
]
NO_LOCAL_RANGE = neutral(
    "no_local_aptt_range",
    "The laboratory has not set its APTT range: the infusion is not adjusted by this nomogram.",
    short="no local range",
)
UP_4 = commits(
    "heparin_up_4",
    "80 units/kg at once, then 4 units/kg an hour more.",
    action="adjust",
    gives=adjust_rate(4, "[iU]", bolus=_AT_ONCE_80),
)
UP_2 = commits(
    "heparin_up_2",
    "40 units/kg at once, then 2 units/kg an hour more.",
    action="adjust",
    gives=adjust_rate(2, "[iU]", bolus=_AT_ONCE_40),
)
SAME = commits("heparin_same", "No change.", action="adjust", gives=adjust_rate(0, "[iU]"))
DOWN_2 = commits(
    "heparin_down_2", "2 units/kg an hour less.", action="adjust", gives=adjust_rate(-2, "[iU]")
)
DOWN_3 = commits(
    "heparin_down_3",
    "Stop for an hour, then 3 units/kg an hour less.",
    action="adjust",
    gives=adjust_rate(-3, "[iU]", hold=60),
)
# The printed ratios share their ends; bands closed at the top agree with the printed seconds.
HEPARIN_NOMOGRAM = table(
    "heparin_nomogram",
    "Heparin infusion by APTT ratio",
    hit="first",
    source=_NOMOGRAM,
    rows=[
        row(no(aptt_range_is_local), NO_LOCAL_RANGE, id="no_local_range", cite=_GUIDE),
        row(aptt_ratio < "1.2", UP_4, id="below_1.2", cite=_NOMOGRAM),
        row(aptt_ratio <= "1.5", UP_2, id="1.2_to_1.5", cite=_NOMOGRAM),
        row(aptt_ratio <= "2.3", SAME, id="over_1.5_to_2.3", cite=_NOMOGRAM),
        row(aptt_ratio <= 3, DOWN_2, id="over_2.3_to_3.0", cite=_NOMOGRAM),
        otherwise(DOWN_3, id="over_3.0", cite=_NOMOGRAM),
    ],
)
PHASES = [
    phase(
        "bolus",
        "At once",
        dose=HEPARIN_BOLUS,
        lasts=for_doses(1),
        source=_GUIDE,
        when=as_a_deep_clot,
        weight=body_weight,
    ),
    phase(
        "infusion",
        "Infusion, then by APTT",
        dose=HEPARIN_INFUSION,
        lasts=until_review(),
        source=_GUIDE,
        when=as_a_deep_clot,
        weight=body_weight,
    ),
]
FIRST_DOSE = [
    one_dose_before_bloods(HEPARIN_BOLUS, weight=body_weight),
]
REVIEWS = [
    review(
        "first_aptt",
        "Measure the APTT; again 6 hours after each change, and once a day when two in a row are in "
        "range.",
        after=hours(6),
        source=_NOMOGRAM,
    ),
]
FLAGS = [
    flag(
        "no_bolus",
        "After thrombolysis the infusion begins without a bolus.",
        when=thrombolysed,
        source=_EMBOLISM,
    ),
]
