"""What single points of the choice may come to."""

from veinway.language import *

DAYS_OR_INR = neutral(
    "days_or_inr",
    "Heparin for 5 days or more, 'or' until the INR was 2.0 or more twice: the published wording.",
    action="stop_heparin_beside_vka",
    timing="5 days, or INR 2.0 twice",
    strength=Strength.OFFER,
    short="5 days or more, or until the INR was 2.0 twice",
)
BOTH_CONDITIONS = neutral(
    "both_conditions",
    "Heparin for 5 days or more, and until the INR was 2.0 or more twice, a day apart: both, so that it "
    "never stops on day 3.",
    action="stop_heparin_beside_vka",
    timing="5 days, and INR 2.0 twice",
    strength=Strength.OFFER,
    short="5 days or more, and until the INR was 2.0 twice",
)
LMWH_OR_FONDAPARINUX_FIRST = neutral(
    "lmwh_or_fondaparinux_first",
    "LMWH or fondaparinux rather than unfractionated heparin (class I A).",
    action="lmwh_or_fondaparinux",
    strength=Strength.OFFER,
    short="LMWH or fondaparinux over unfractionated heparin",
)
LMWH_RATHER_THAN_UFH = neutral(
    "lmwh_rather_than_ufh",
    "LMWH rather than unfractionated heparin.",
    action="lmwh",
    strength=Strength.OFFER,
    short="LMWH over unfractionated heparin",
)
LEVELS_WATCHED = neutral(
    "levels_watched",
    "Below 50 or above 120 kg: consider an anticoagulant whose level can be watched, with regular "
    "monitoring; follow the label and local advice.",
    action="drug_with_levels",
    strength=Strength.CONSIDER,
    short="consider one whose level can be watched",
)
STANDARD_DOSE_AT_ANY_WEIGHT = neutral(
    "standard_dose_at_any_weight",
    "Above 120 kg or a BMI over 40: rivaroxaban or apixaban at the standard dose; not dabigatran, not "
    "edoxaban.",
    action="apixaban_or_rivaroxaban",
    strength=Strength.OFFER,
    short="apixaban or rivaroxaban at the standard dose",
)
NOT_EXTREME = silent("weight_not_extreme", "The weight changes nothing.")
FULL_LOADING = neutral(
    "full_loading",
    "The full first phase of the tablet (7 days of apixaban, 21 days of rivaroxaban), whatever heparin "
    "was given before. Only a clinician may count the days of heparin.",
    action="full_loading",
    strength=Strength.OFFER,
    short="all of the first 7 or 21 days of the drug",
)
HEPARIN_DAYS_COUNT = neutral(
    "heparin_days_count",
    "The higher dose for 1 week (apixaban) or 3 weeks (rivaroxaban) after the diagnosis, which can be "
    "read as counting the days of heparin.",
    action="loading_counted_from_diagnosis",
    strength=Strength.OFFER,
    short="1 or 3 weeks after the diagnosis",
)
NO_HEPARIN_BEFORE = silent("no_heparin_before", "No heparin was given before the tablet.")
