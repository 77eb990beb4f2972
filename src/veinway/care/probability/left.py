"""The LEFt rule: DVT of a leg in pregnancy. It never stands alone."""

from veinway.care.facts.leg import calf_difference
from veinway.care.facts.person import pregnant
from veinway.care.facts.pregnancy import gestational_age_weeks, leg_side
from veinway.care.sources import CHAN_2009, S
from veinway.language import *

NEGATIVE = Band("negative", "no LEFt point: very low, and still to be scanned")
POSITIVE = Band("positive", "one LEFt point or more")

LEFT = score(
    "left",
    "LEFt rule",
    source=CHAN_2009.at("rule", S, "Righini 2013"),
    items=[
        points(1, leg_side.one_of("left", "both"), "Symptoms in the left leg, or in both"),
        points(1, calf_difference >= 2, "Calf at least 2 cm larger than the other"),
        points(1, gestational_age_weeks < 14, "First trimester"),
    ],
    bands=[below(1, NEGATIVE), from_(1, POSITIVE)],
    for_whom=pregnant,
    warning="Never a rule-out of its own: scan the leg whatever the points. Not studied after birth.",
)
