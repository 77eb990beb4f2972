"""US MEC 2024 on the combined pill, patch and ring, for clots; other methods after a clot."""

from veinway.care.facts.person import age
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_factors import smoking_status
from veinway.care.facts.prevention_history import known_thrombophilia, superficial_vein_thrombosis
from veinway.care.facts.prevention_hormones import (
    antiphospholipid_antibodies,
    cigarettes_per_day,
    clot_now,
    higher_recurrence_risk,
    lupus_antibodies_positive_or_unknown,
    on_prophylactic_dose,
    other_risk_after_birth,
    surgery_and_immobility,
)
from veinway.care.facts.provoking import first_degree_relative_with_clot
from veinway.care.measures import body_mass_index
from veinway.care.prevention.hormones.outcomes import MEC_1, MEC_2, MEC_3, MEC_4
from veinway.care.prevention.hormones.patients import breastfeeds, clot_ever, for_whom, gave_birth
from veinway.care.prevention.patients import anticoagulated
from veinway.care.prevention.questions import COMBINED_CONTRACEPTION
from veinway.care.sources import LOCAL, PRODUCT, UKMEC_2016, US_MEC_2024, S
from veinway.language import *

_CHART = US_MEC_2024.at("summary chart")
_READ = US_MEC_2024.at("higher recurrence risk", S, "reviews")
_ACUTE = PRODUCT.at("reference 4, section 6.1, acute clot without anticoagulant", LOCAL)
_UK = UKMEC_2016.at("other methods", S, "transcriptions; draft until 2025 is compared")
_smokes = smoking_status.is_("current")
_bottle = no(breastfeeds)
_untreated = all_of(previous_vte, no(anticoagulated))

US_MEC_CONCLUSION = table(
    "contraception_us_mec_conclusion",
    "Combined contraception and clots, US MEC 2024",
    hit="worst",
    source=_CHART,
    rows=[
        row(all_of(clot_now, no(anticoagulated)), MEC_4, id="acute_clot", cite=_ACUTE),
        row(all_of(_untreated, higher_recurrence_risk), MEC_4, id="clot_higher_risk", cite=_READ),
        row(surgery_and_immobility.is_("major_immobile"), MEC_4, id="major_immobile", cite=_CHART),
        row(known_thrombophilia, MEC_4, id="thrombophilia", cite=_CHART),
        row(antiphospholipid_antibodies, MEC_4, id="antiphospholipid", cite=_CHART),
        row(lupus_antibodies_positive_or_unknown, MEC_4, id="lupus", cite=_CHART),
        row(
            all_of(_smokes, age >= 35, cigarettes_per_day >= 15),
            MEC_4,
            id="15_cigarettes_at_35",
            cite=_CHART,
        ),
        row(gave_birth < 21, MEC_4, id="21_days", cite=_CHART),
        row(all_of(clot_ever, anticoagulated), MEC_3, id="clot_anticoagulated", cite=_CHART),
        row(_untreated, MEC_3, id="clot_lower_risk", cite=_READ),
        row(superficial_vein_thrombosis, MEC_3, id="superficial", cite=_CHART),
        row(all_of(_smokes, age >= 35), MEC_3, id="smokes_at_35", cite=_CHART),
        row(all_of(breastfeeds, gave_birth < 30), MEC_3, id="breastfeeding_to_day_29", cite=_CHART),
        row(
            all_of(gave_birth <= 42, other_risk_after_birth),
            MEC_3,
            id="42_days_other_risk",
            cite=_CHART,
        ),
        row(first_degree_relative_with_clot, MEC_2, id="relative", cite=_CHART),
        row(surgery_and_immobility.is_("major"), MEC_2, id="major_surgery", cite=_CHART),
        row(body_mass_index >= 30, MEC_2, id="bmi_30", cite=_CHART),
        row(_smokes, MEC_2, id="smokes_below_35", cite=_CHART),
        row(breastfeeds, MEC_2, id="breastfeeding", cite=_CHART),
        row(all_of(_bottle, gave_birth <= 42), MEC_2, id="42_days", cite=_CHART),
        otherwise(MEC_1, cite=_CHART),
    ],
)
US_MEC = step(
    "contraception_us_mec",
    "Combined pill, patch or ring, US MEC 2024",
    question=COMBINED_CONTRACEPTION,
    guideline="usmec",
    subject=PERSON,
    source=_CHART,
    for_whom=for_whom,
    conclusion=US_MEC_CONCLUSION,
    plan=[],
)

# After a clot, without oestrogen -----------------------------------------------------------------

_injection_3 = any_of(all_of(_untreated, higher_recurrence_risk), known_thrombophilia)
_on_any = any_of(anticoagulated, on_prophylactic_dose)
PROGESTOGEN_ONLY = table(
    "progestogen_only_after_clot",
    "Progestogen-only pill, implant or hormonal coil after a clot, UKMEC and US MEC",
    hit="collect",
    source=_UK,
    rows=[row(clot_ever, MEC_2, cite=_UK)],
)
PROGESTOGEN_INJECTION = table(
    "progestogen_injection_us_mec",
    "Progestogen injection after a clot, US MEC 2024 (UKMEC: 2)",
    hit="collect",
    source=_CHART,
    rows=[
        row(_injection_3, MEC_3, id="higher_risk", cite=_READ),
        row(all_of(clot_ever, no(_injection_3)), MEC_2, id="clot", cite=_CHART),
    ],
)
COPPER_COIL = table(
    "copper_coil_us_mec",
    "Copper coil after a clot, US MEC 2024 (UKMEC: 1)",
    hit="collect",
    source=_CHART,
    rows=[
        row(all_of(clot_ever, _on_any), MEC_2, id="anticoagulant", cite=_CHART),
        row(all_of(clot_ever, no(_on_any)), MEC_1, id="none", cite=_CHART),
    ],
)
