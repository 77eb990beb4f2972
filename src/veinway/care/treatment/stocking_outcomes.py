"""What may be said of compression stockings and of long journeys."""

from veinway.language import *

COMPRESSION_ALLOWED = neutral("compression_allowed", "Nothing that is known speaks against a stocking.")
COMPRESSION_NOT_ALLOWED = neutral(
    "compression_not_allowed", "No compression: arteries, skin, nerves or heart speak against it."
)
COMPRESSION_NONE = neutral(
    "compression_none", "An ankle brachial index below 0.5: no compression of any kind."
)
ABPI_UNRELIABLE = neutral(
    "abpi_unreliable",
    "An ankle brachial index above 1.3 is not reliable: it does not say that the arteries are good.",
)
_AGAINST_PTS = "stockings_against_pts"
DO_NOT_OFFER = neutral(
    "do_not_offer",
    "Do not offer stockings to prevent the post-thrombotic syndrome or another clot. This does not "
    "speak of stockings for symptoms.",
    action=_AGAINST_PTS,
    strength=Strength.DO_NOT,
    short="do not offer",
)
NOT_ROUTINELY = neutral(
    "not_routinely",
    "Not as a routine to prevent the post-thrombotic syndrome.",
    action=_AGAINST_PTS,
    strength=Strength.DO_NOT,
    short="not as a routine",
)
NO_CLOT_OF_A_LEG = silent("no_clot_of_a_leg", "There was no clot of a deep vein of a leg.")
EARLY_COMPRESSION = commits(
    "early_compression",
    "Early compression is favoured.",
    action=_AGAINST_PTS,
    strength=Strength.CONSIDER,
    short="favours early compression",
)
PRANDONI_FOUND = neutral(
    "prandoni_found",
    "Prandoni 2004: post-thrombotic syndrome in 26 % with stockings, 49 % without (adjusted hazard "
    "ratio 0.49, 0.29 to 0.84).",
)
SOX_FOUND = neutral(
    "sox_found",
    "SOX 2014, against a placebo stocking, 2 years: 14.2 % and 12.7 % (hazard ratio 1.13, 0.73 to "
    "1.76).",
)
IDEAL_FOUND = neutral(
    "ideal_found",
    "IDEAL: 29 % with an individually shortened time and 28 % with 2 years; residual obstruction 46.3 % "
    "with immediate compression, 66.7 % without.",
)
OCTAVIA_FOUND = neutral(
    "octavia_found",
    "OCTAVIA, free of symptoms after a year: 13.0 % going on and 19.9 % stopping.",
)
TRY_STOCKINGS = neutral(
    "try_stockings",
    "Try knee-length stockings of 20 to 30 mmHg, as long as they help; most people without a "
    "post-thrombotic syndrome can stop by 6 months.",
    action="stockings_for_symptoms",
    strength=Strength.CONSIDER,
    short="try 20 to 30 mmHg, knee length",
)
STOCKINGS_OPTIONAL = commits(
    "stockings_optional",
    "Optional, for swelling or pain: knee-length stockings of 20 to 30 mmHg, as long as they help.",
    action="stockings_for_symptoms",
    strength=Strength.CONSIDER,
    short="optional for symptoms",
)
STOCKINGS_BARRED = neutral(
    "stockings_barred",
    "No stocking, or not before the arteries were looked at: something speaks against compression.",
    action="stockings_for_symptoms",
    strength=Strength.DO_NOT,
    short="not on this leg",
)
NO_SYMPTOMS = neutral("no_symptoms", "The leg neither swells nor hurts: no reason for a stocking.")

# Journeys ----------------------------------------------------------------------------------------

NOTHING_ON_TREATMENT = neutral(
    "nothing_on_treatment",
    "On an anticoagulant at treatment dose: nothing is added for the journey. Walk every 1 to 2 hours, "
    "move the calves, drink. Tablets twice a day stay about 12 hours apart across time zones.",
    action="travel_prophylaxis",
    strength=Strength.DO_NOT,
    short="nothing is added",
)
TRAVEL_STOCKINGS = commits(
    "travel_stockings",
    "More than 4 hours, at raised risk: knee-length stockings of 20 to 30 mmHg; walk every 1 to 2 "
    "hours, calf exercises, an aisle seat, fluids.",
    action="travel_stockings",
    strength=Strength.CONSIDER,
    short="stockings from 4 hours, if at raised risk",
)
TRAVEL_ADVICE = neutral(
    "travel_advice",
    "Walk every 1 to 2 hours, calf exercises, an aisle seat, fluids; no stockings as a routine.",
    action="travel_advice",
    strength=Strength.OFFER,
    short="advice only",
)
TRAVEL_ANTICOAGULANT = commits(
    "travel_anticoagulant",
    "A flight of 4 hours or more after an earlier embolism that came with a journey: consider LMWH or a "
    "DOAC at a prophylactic dose.",
    action="travel_anticoagulant",
    strength=Strength.CONSIDER,
    short="LMWH or a DOAC may be considered",
)
ASK_BEFORE_TRAVEL = neutral(
    "ask_before_travel",
    "More than 6 hours: ask the clinician before travelling.",
    action="ask_before_travel",
    strength=Strength.OFFER,
    short="ask from 6 hours on",
)
TRAVEL_NOT_SPOKEN_OF = silent("travel_not_spoken_of", "Nothing is said of this journey.")
