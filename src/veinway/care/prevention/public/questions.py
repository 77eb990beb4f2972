"""In which order the public is asked before a journey and about hormones."""

from veinway.care.facts.background import on_anticoagulant, previous_vte
from veinway.care.facts.conditions_treatment import breastfeeding_as_recorded
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import (
    age_years,
    body_height,
    body_weight,
    postpartum_days,
    pregnant_as_recorded,
)
from veinway.care.facts.prevention_factors import smoking_status
from veinway.care.facts.prevention_history import known_thrombophilia, superficial_vein_thrombosis
from veinway.care.facts.prevention_hormones import (
    age_of_relative_with_clot,
    antiphospholipid_antibodies,
    cigarettes_per_day,
    days_since_long_operation,
    days_since_smoking_stopped,
    immobile_apart_from_surgery,
    other_risk_after_birth,
    surgery_and_immobility,
    symptoms_of_clot_settled,
)
from veinway.care.facts.prevention_public import (
    anticoagulant_at_full_dose,
    days_since_last_clot,
    hormone_wish,
    legs_unfit_for_stockings,
    operation_before_flying,
)
from veinway.care.facts.provoking import first_degree_relative_with_clot
from veinway.care.facts.stockings import travel_hours

TRAVEL = (
    travel_hours,
    previous_vte,
    days_since_last_clot,
    on_anticoagulant,
    anticoagulant_at_full_dose,
    symptoms_of_clot_settled,
    operation_before_flying,
    days_since_long_operation,
    active_cancer,
    known_thrombophilia,
    age_years,
    pregnant_as_recorded,
    body_height,
    body_weight,
    legs_unfit_for_stockings,
)
HORMONES = (
    hormone_wish,
    previous_vte,
    known_thrombophilia,
    antiphospholipid_antibodies,
    age_years,
    first_degree_relative_with_clot,
    age_of_relative_with_clot,
    smoking_status,
    cigarettes_per_day,
    days_since_smoking_stopped,
    surgery_and_immobility,
    immobile_apart_from_surgery,
    postpartum_days,
    breastfeeding_as_recorded,
    other_risk_after_birth,
    superficial_vein_thrombosis,
    body_height,
    body_weight,
)
