"""HAS-BLED: made for atrial fibrillation, and what NICE NG158 looks at after a clot.

NICE replaced it by ORBIT for atrial fibrillation, not for venous thromboembolism. The pressure is the
one that was measured and not a diagnosis of hypertension, bilirubin counts only with the enzymes, and
drugs and alcohol are a point each.
"""

from veinway.care.facts.bleeding import cirrhosis, on_dialysis, usual_systolic_bp
from veinway.care.facts.bleeding_risk import (
    alcohol_units_week,
    anaemia,
    bilirubin_over_twice_normal,
    kidney_transplant,
    liver_enzymes_over_thrice_normal,
    major_bleeding,
    stroke_history,
    takes_any_antiplatelet,
    thrombocytopenia,
    ttr_percent,
)
from veinway.care.facts.medicines import takes_nsaid
from veinway.care.facts.person import adult, age, serum_creatinine
from veinway.care.facts.treatment import current_anticoagulant
from veinway.care.sources import HAS_BLED_2010, LOCAL, NG158, PRODUCT, S
from veinway.care.treatment.bleeding.levels import HIGH, INFORMS, NOT_HIGH
from veinway.care.warfarin.control import time_in_range_2_to_3
from veinway.language import *

_DEFINITIONS = HAS_BLED_2010.at("definitions", S, "PMC3418985 and JABFM")
_RATES = HAS_BLED_2010.at("bleeds by score", S, "PMC3418985, table 3")
_NICE = NG158.section("1.4, bleeding risk", S, "GPnotebook")

# Either will do: what was calculated elsewhere, or from the INRs (for a range of 2.0 to 3.0).
_PRESUMED = PRODUCT.at("presumption on time in range", LOCAL)
_labile = any_of(
    presume(
        ttr_percent < 60,
        NO,
        when=time_in_range_2_to_3 >= 60,
        because="the measured INRs were in range for 60 % of the time or more",
        source=_PRESUMED,
    ),
    presume(
        time_in_range_2_to_3 < 60,
        NO,
        when=ttr_percent >= 60,
        because="the time in range that was calculated elsewhere is 60 % or more",
        source=_PRESUMED,
    ),
)

HAS_BLED = score(
    "has_bled",
    "HAS-BLED score",
    source=_DEFINITIONS,
    items=[
        points(1, usual_systolic_bp > 160, "Systolic blood pressure over 160 mmHg"),
        points(
            1,
            any_of(on_dialysis, kidney_transplant, serum_creatinine >= 200),
            "Dialysis, transplanted kidney, or creatinine of 200 umol/L or more",
        ),
        points(
            1,
            any_of(cirrhosis, all_of(bilirubin_over_twice_normal, liver_enzymes_over_thrice_normal)),
            "Cirrhosis, or bilirubin over twice normal with enzymes over three times normal",
        ),
        points(1, stroke_history),
        points(
            1,
            any_of(any_event(major_bleeding), anaemia, thrombocytopenia),
            "Major bleeding before, anaemia, or low platelets",
        ),
        points(
            1,
            all_of(current_anticoagulant.is_("warfarin"), _labile),
            "On warfarin, and less than 60 % of the time in range",
        ),
        points(1, age > 65, "Age over 65"),
        points(1, any_of(takes_any_antiplatelet, takes_nsaid), "Antiplatelet or anti-inflammatory drug"),
        points(1, alcohol_units_week >= 8, "8 units of alcohol a week or more"),
    ],
    bands=[below(3, NOT_HIGH), from_(3, HIGH)],
    for_whom=adult,
    warning=f"Made for atrial fibrillation: from 3 it is high there, and NICE acts from 4. {INFORMS}",
)
_total = HAS_BLED.total

HAS_BLED_RATE = table(
    "has_bled_rate",
    "Bleeds for 100 patient-years by HAS-BLED score",
    hit="first",
    source=_RATES,
    rows=[
        row(
            _total <= 0,
            neutral("has_bled_0", "1.13 bleeds for 100 patient-years", short="1.13"),
            cite=_RATES,
        ),
        row(
            _total <= 1,
            neutral("has_bled_1", "1.02 bleeds for 100 patient-years", short="1.02"),
            cite=_RATES,
        ),
        row(
            _total <= 2,
            neutral("has_bled_2", "1.88 bleeds for 100 patient-years", short="1.88"),
            cite=_RATES,
        ),
        row(
            _total <= 3,
            neutral("has_bled_3", "3.74 bleeds for 100 patient-years", short="3.74"),
            cite=_RATES,
        ),
        row(
            _total <= 4,
            neutral("has_bled_4", "8.70 bleeds for 100 patient-years", short="8.70"),
            cite=_RATES,
        ),
        row(
            _total <= 5,
            neutral(
                "has_bled_5",
                "12.50 bleeds for 100 patient-years, which rests on very few patients",
                short="12.50",
            ),
            cite=_RATES,
        ),
        otherwise(
            silent("has_bled_6", "No rate was published for 6 points or more.", short="no rate"),
            cite=_RATES,
        ),
    ],
)
HAS_BLED_NICE = table(
    "has_bled_nice",
    "What NICE makes of HAS-BLED after a clot",
    hit="unique",
    source=_NICE,
    rows=[
        row(
            _total >= 4,
            neutral(
                "has_bled_modify",
                "4 points or more: modify what can be modified. If it cannot be, consider stopping "
                "once the treatment phase is over.",
            ),
            cite=_NICE,
        ),
        row(
            _total < 4,
            neutral("has_bled_below_4", "Below 4 points: NICE draws no conclusion from it."),
            cite=_NICE,
        ),
    ],
)
