"""What follows a proximal DVT that was shown (NICE row D5; reference 1, section 6.2)."""

from veinway.care.after_result.outcomes import ANTICOAGULATE, MECHANICAL_METHODS
from veinway.care.facts.findings import (
    anticoagulation_contraindicated,
    good_functional_status,
    life_expectancy_of_a_year,
    low_bleeding_risk,
    symptom_days,
)
from veinway.care.facts.person import adult, born_in_last_6_weeks, pregnant
from veinway.care.facts.tests import baseline_bloods
from veinway.care.imaging.extent import DVT_EXTENT
from veinway.care.imaging.scans import proximal_clot_shown
from veinway.care.outcomes import ILIOFEMORAL, ILIOFEMORAL_CAVAL
from veinway.care.questions import CONFIRMED_DVT
from veinway.care.sources import DICTIONARY, NG158, S, U
from veinway.language import *

_D5 = NG158.section("1.1, row D5", S, "Guideline Genius")

CONCLUSION = table(
    "confirmed_dvt_nice_conclusion",
    "What follows a proximal DVT that was shown, by NICE",
    hit="unique",
    source=_D5,
    rows=[
        row(no(anticoagulation_contraindicated), ANTICOAGULATE, id="D5", cite=_D5),
        row(anticoagulation_contraindicated, MECHANICAL_METHODS, id="D5_mechanical", cite=_D5),
    ],
)
_thrombolysis = all_of(
    proximal_clot_shown,
    DVT_EXTENT.one_of(ILIOFEMORAL, ILIOFEMORAL_CAVAL),
    symptom_days < 14,
    good_functional_status,
    life_expectancy_of_a_year,
    low_bleeding_risk,
    no(anticoagulation_contraindicated),
)

CONFIRMED_DVT_NICE = step(
    "confirmed_dvt_nice",
    "Proximal DVT shown, NICE NG158",
    question=CONFIRMED_DVT,
    guideline="nice",
    subject=EPISODE,
    source=_D5,
    for_whom=all_of(adult, no(pregnant), no(born_in_last_6_weeks), proximal_clot_shown),
    conclusion=CONCLUSION,
    plan=[
        action(
            "start_treatment",
            "Offer anticoagulation or continue it.",
            when=no(anticoagulation_contraindicated),
            cite=_D5,
        ),
        action(
            "mechanical_methods",
            "Mechanical intervention instead of anticoagulation, decided by a specialist now.",
            when=anticoagulation_contraindicated,
            cite=_D5,
        ),
        action(
            "baseline_bloods",
            "Full blood count, renal and hepatic function, PT and APTT; start without waiting for them.",
            when=proximal_clot_shown,
            gives=baseline_bloods,
            due=by(hours(24)),
            cite=NG158.section("1.1, row D16", S, "GP notes; 24 hours from memory"),
        ),
        action(
            "consider_thrombolysis",
            "Consider catheter-directed thrombolysis of an iliofemoral DVT: symptoms for less than 14 "
            "days, good function, a life expectancy of a year or more, low risk of bleeding.",
            act="reperfusion",
            when=_thrombolysis,
            strength=Strength.CONSIDER,
            cite=NG158.section("1.1, row D5", S, "CHEST 2021"),
        ),
        action(
            "scan_at_end_of_treatment",
            "Scan the leg at the end of treatment, so that growth can be measured later.",
            act="surveillance",
            when=proximal_clot_shown,
            strength=Strength.CONSIDER,
            cite=DICTIONARY.at("section 4.4, baseline scan", U),
        ),
    ],
)
