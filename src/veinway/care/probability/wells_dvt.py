"""How likely a deep vein thrombosis is before any test: the Wells scores, each version apart."""

from veinway.care.facts.leg import (
    active_cancer,
    alternative_as_likely,
    bedridden_days,
    calf_difference,
    collateral_superficial_veins,
    entire_leg_swollen,
    localised_tenderness,
    major_surgery_in_12_weeks,
    paralysis_paresis_or_cast,
    pitting_oedema_confined,
    pitting_oedema_greater,
    previous_dvt,
    recently_bedridden,
    surgery,
    surgery_anaesthesia,
    surgery_major,
)
from veinway.care.facts.person import adult, injects_drugs, inpatient, pregnant
from veinway.care.probability.levels import HIGH, LOW, MODERATE
from veinway.care.sources import NG158, WELLS_1997, S
from veinway.language import *

UNLIKELY = Band("unlikely", "DVT unlikely")
LIKELY = Band("likely", "DVT likely")

# Validity, reference 1 section 2.13: adult outpatients with a suspected DVT of the leg.
adult_outpatient = all_of(adult, no(pregnant), no(inpatient), no(injects_drugs))

_ITEMS_OF_2003 = [
    points(1, active_cancer),
    points(1, paralysis_paresis_or_cast),
    points(
        1,
        any_of(recently_bedridden, major_surgery_in_12_weeks),
        "Bedridden for 3 days or more, or major surgery within 12 weeks",
    ),
    points(1, localised_tenderness),
    points(1, entire_leg_swollen),
    points(1, calf_difference >= 3, "Calf at least 3 cm larger than the other"),
    points(1, pitting_oedema_confined),
    points(1, collateral_superficial_veins),
    points(1, previous_dvt),
    points(-2, alternative_as_likely),
]
_WARNING = "An unlikely score with a negative D-dimer excludes a clot less safely in active cancer."

WELLS_DVT = score(
    "wells_dvt",
    "Two-level DVT Wells score (10 items, 2003)",
    source=NG158.table(1),
    items=_ITEMS_OF_2003,
    bands=[below(2, UNLIKELY), from_(2, LIKELY)],
    for_whom=adult_outpatient,
    warning=_WARNING,
)
WELLS_DVT_THREE_LEVEL = score(
    "wells_dvt_2003_three_level",
    "DVT Wells score of 2003 (10 items) in three levels",
    source=WELLS_1997.table(1, S, "AAFP/ACP 2007; the levels were made for the 9 items of 1997"),
    items=_ITEMS_OF_2003,
    bands=[up_to(0, LOW), up_to(2, MODERATE), from_(3, HIGH)],
    for_whom=adult_outpatient,
    warning="These three levels were published for the 9-item score of 1997.",
)
WELLS_DVT_1997 = score(
    "wells_dvt_1997",
    "Original DVT Wells score (9 items, 1997) in three levels",
    source=WELLS_1997.table(1, S, "UpToDate and Skyscape reprints"),
    items=[
        points(1, active_cancer),
        points(1, paralysis_paresis_or_cast),
        points(
            1,
            any_of(
                bedridden_days > 3,
                any_event(
                    surgery,
                    all_of(surgery_major, surgery_anaesthesia.one_of("general", "regional")),
                    in_=within(weeks(4)),
                ),
            ),
            "Bedridden for more than 3 days, or major surgery within 4 weeks",
        ),
        points(1, localised_tenderness),
        points(1, entire_leg_swollen),
        points(1, calf_difference > 3, "Calf more than 3 cm larger than the other"),
        # Whoever has oedema in this leg only has it greater in this leg; the reverse is not so.
        points(1, any_of(pitting_oedema_confined, pitting_oedema_greater), "Pitting oedema greater"),
        points(1, collateral_superficial_veins),
        points(-2, alternative_as_likely),
    ],
    bands=[up_to(0, LOW), up_to(2, MODERATE), from_(3, HIGH)],
    for_whom=adult_outpatient,
    warning=_WARNING,
)
