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

# Heparin -----------------------------------------------------------------------------------------

LABORATORY_RANGE = neutral(
    "laboratory_range",
    "By the aPTT, as a ratio in the range that the laboratory has set; other sources use anti-Xa, 0.3 "
    "to 0.7 IU/mL.",
    action="aptt",
    strength=Strength.OFFER,
    short="aPTT in the laboratory's range",
)
ANTI_XA_TARGET = neutral(
    "anti_xa_target",
    "By anti-Xa, 0.3 to 0.7 IU/mL: a lupus anticoagulant makes the aPTT useless.",
    action="anti_xa_level",
    strength=Strength.OFFER,
    short="anti-Xa 0.3 to 0.7",
)
AFTER_4_HOURS = neutral(
    "after_4_hours",
    "After an epidural catheter is removed, LMWH not before 4 hours (class III C if earlier).",
    action="lmwh_after_epidural",
    strength=Strength.OFFER,
    timing="4 hours",
    short="4 hours or more",
)
AFTER_24_HOURS = neutral(
    "after_24_hours",
    "After an epidural catheter is removed, LMWH at full dose not before 24 hours.",
    action="lmwh_after_epidural",
    strength=Strength.OFFER,
    timing="24 hours for the full dose",
    short="24 hours for the full dose",
)
UFH_FOR_KIDNEYS = neutral(
    "ufh_for_kidneys",
    "Where a heparin is needed, unfractionated heparin, because of the kidneys.",
    action="unfractionated_heparin",
    strength=Strength.OFFER,
    short="unfractionated heparin",
)
GUIDES_DIFFER = neutral(
    "guides_differ",
    "The guide on DVT has unfractionated heparin below 15 to 20 mL/min or on dialysis, the guide on "
    "embolism below 30: a specialist decides.",
    action="specialist_choice",
    short="below 15 to 20, or below 30",
)
ENOXAPARIN_ONCE_OR_TWICE = neutral(
    "enoxaparin_once_or_twice",
    "Once a day (1.5 mg/kg) where nothing else speaks for twice: the label's list for twice a day names "
    "a clot of the iliac vein only, as an example.",
    action="enoxaparin_once",
    strength=Strength.CONSIDER,
    short="once, unless iliac, embolism, cancer, obesity, recurrent",
)
ENOXAPARIN_TWICE = neutral(
    "enoxaparin_twice_from_the_popliteal_vein",
    "Twice a day (1 mg/kg) for every clot from the popliteal vein up, as a UK hospital does.",
    action="enoxaparin_twice",
    strength=Strength.OFFER,
    short="twice, from the popliteal vein up",
)
