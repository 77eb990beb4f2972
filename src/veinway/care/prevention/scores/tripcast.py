"""TRiP(cast): a leg held still after an injury. Below 7 no prophylaxis, from 7 up it is considered."""

from veinway.care.facts.background import heart_failure
from veinway.care.facts.chest import oestrogen_use, oral_contraceptive_use
from veinway.care.facts.leg import surgery
from veinway.care.facts.person import adult, age, born_in_last_6_weeks, pregnant, sex_at_birth
from veinway.care.facts.prevention_cancer import cancer_now_or_in_5_years
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_history import (
    chronic_venous_insufficiency,
    known_thrombophilia,
)
from veinway.care.facts.prevention_leg import (
    immobilisation_expected_days,
    not_weight_bearing,
    rigid_cast,
    tripcast_comorbidity,
    tripcast_immobilisation,
    tripcast_injury,
    tripcast_other_immobilisation,
)
from veinway.care.facts.provoking import first_degree_relative_with_clot
from veinway.care.measures import body_mass_index
from veinway.care.prevention.patients import anticoagulated, leg_in_plaster
from veinway.care.prevention.scores.bands import HIGH, LOW
from veinway.care.sources import CASTING_2024, GEMNET, LOCAL, PRODUCT, TRIP_CAST_2020, S
from veinway.language import *

_SCORE = TRIP_CAST_2020.at("score", S, "open full text")
_CASTING = CASTING_2024.at("abstract", S, "the sponsor's page")
_GEMNET = GEMNET.at("criteria", S, "reviews")
scored = all_of(adult, leg_in_plaster, no(anticoagulated), immobilisation_expected_days >= 7)
TRIP_CAST = score(
    "tripcast",
    "TRiP(cast)",
    source=_SCORE,
    items=[
        only_one(
            points(3, tripcast_injury.is_("high"), "Injury of high risk"),
            points(2, tripcast_injury.is_("intermediate"), "Injury of intermediate risk"),
            points(1, tripcast_injury.is_("low"), "Injury of low risk"),
            label="Injury",
        ),
        only_one(
            points(3, tripcast_immobilisation.is_("upper_leg_cast"), "Cast of the upper leg"),
            points(2, tripcast_immobilisation.is_("lower_leg_cast"), "Cast of the lower leg"),
            points(
                1,
                tripcast_immobilisation.is_("foot_cast_or_semirigid"),
                "Foot cast, or semi-rigid without support of the sole",
            ),
            label="What holds the leg still",
        ),
        only_one(
            points(3, age >= 75, "Age 75 or over"),
            points(2, age >= 55, "Age 55 to 74"),
            points(1, age >= 35, "Age 35 to 54"),
            label="Age",
        ),
        points(1, sex_at_birth.is_("male"), "Male"),
        only_one(
            points(2, body_mass_index >= 35, "BMI 35 or more"),
            points(1, body_mass_index >= 25, "BMI from 25 to below 35"),
            label="Body mass index",
        ),
        points(2, first_degree_relative_with_clot),
        points(4, any_of(previous_vte, known_thrombophilia), "A clot before, or a thrombophilia"),
        points(
            4,
            any_of(oral_contraceptive_use, oestrogen_use),
            "Oral contraceptive or oestrogen",
        ),
        points(3, cancer_now_or_in_5_years, "Cancer diagnosed in the last 5 years"),
        points(3, any_of(pregnant, born_in_last_6_weeks), "Pregnancy or puerperium"),
        points(2, tripcast_other_immobilisation),
        points(2, any_event(surgery, in_=within(days(90))), "Operation within 3 months"),
        points(1, any_of(heart_failure, tripcast_comorbidity), "Another illness"),
        points(1, chronic_venous_insufficiency),
    ],
    bands=[below(7, LOW), from_(7, HIGH)],
    for_whom=scored,
    warning="Not L-TRiP(cast) of 2015, whose points and cut-off differ.",
)
TRIP_CAST_RATE = table(
    "tripcast_rate",
    "Clots within 3 months, by TRiP(cast)",
    hit="unique",
    source=_CASTING,
    rows=[
        row(
            TRIP_CAST.is_(LOW),
            neutral("tripcast_low", "Below 7, without prophylaxis: 0.7 % (0.3 to 1.4)."),
            cite=_CASTING,
        ),
        row(
            TRIP_CAST.is_(HIGH),
            neutral("tripcast_high", "7 and over, with prophylaxis: 2.7 %."),
            cite=_CASTING,
        ),
    ],
)
GEMNET_LIST = table(
    "gemnet_checklist",
    "GEMNet: what raises the risk with a leg in plaster (a list, no score)",
    hit="collect",
    source=_GEMNET,
    rows=[
        row(
            all_of(leg_in_plaster, not_weight_bearing),
            neutral("gemnet_not_weight_bearing", "No weight on the leg: odds ratio 4.11."),
            cite=_GEMNET,
        ),
        row(
            all_of(leg_in_plaster, rigid_cast),
            neutral("gemnet_rigid", "Rigid cast: odds ratio 2.70."),
            cite=_GEMNET,
        ),
        row(
            all_of(leg_in_plaster, age > 50),
            neutral("gemnet_over_50", "Older than 50: odds ratio 3.14."),
            cite=_GEMNET,
        ),
        row(
            all_of(leg_in_plaster, tripcast_injury.is_("high")),
            neutral("gemnet_severe_injury", "Severe injury: odds ratio 1.88."),
            cite=PRODUCT.at("reference 4, section 2.7, severe read as TRiP's highest class", LOCAL),
        ),
    ],
)
