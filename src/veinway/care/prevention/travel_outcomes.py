"""What is said before a journey."""

from veinway.language import *

GENERAL_ADVICE = (
    "Walk about or exercise the calves, drink (no alcohol), do not smoke, take no sedative, do "
    "not sit with "
    "crossed legs."
)
CLASS_HIGH = neutral("travel_high", "High risk on a long journey.", short="high")
CLASS_MODERATE = neutral("travel_moderate", "Moderate risk on a long journey.", short="moderate")
CLASS_LOW = neutral("travel_low", "Low risk on a long journey.", short="low")
ADVICE = neutral(
    "journey_general_advice", "General advice only.", action="general_advice", short="advice only"
)
NOTHING_MORE = neutral(
    "journey_nothing_more",
    "A treatment dose is taken: general advice, nothing added.",
    action="general_advice",
    short="nothing added",
)
BELOW_KNEE = commits(
    "journey_stockings",
    "General advice; consider well-fitted below-knee stockings.",
    action="travel_stockings",
    strength=Strength.CONSIDER,
    short="below-knee stockings",
)
NO_STOCKINGS = neutral(
    "journey_no_stockings",
    "General advice; something bars stockings. Ask a clinician.",
    action="travel_stockings",
    strength=Strength.DO_NOT,
    short="no stockings",
)
DISCUSS_HEPARIN = commits(
    "journey_discuss_heparin",
    "General advice; consider below-knee stockings, and discuss LMWH with a doctor.",
    action="travel_stockings",
    strength=Strength.CONSIDER,
    short="stockings; discuss LMWH",
)
HIGH_NO_STOCKINGS = neutral(
    "journey_high_no_stockings",
    "General advice; something bars stockings. Discuss LMWH with a doctor.",
    action="travel_stockings",
    strength=Strength.DO_NOT,
    short="no stockings; discuss LMWH",
)
ASK_GP = neutral(
    "journey_ask_gp",
    "After a DVT, ask the GP before a journey of more than 6 hours.",
    action="ask_before_travel",
    short="ask the GP",
)
JOURNEY_SILENT = silent("journey_silent", "It says nothing about this.", short="says nothing")
DELAY = escalates(
    "flying_delay",
    "Advise to delay: the clinic and the airline decide.",
    action="flying",
    strength=Strength.DO_NOT,
    short="delay; clinic and airline decide",
)
FLY_AS_OTHERS = neutral(
    "flying_by_class",
    "The clot is over 28 days old, settled and treated: the class of risk says what to do; check "
    "with the "
    "clinic and the airline first.",
    action="flying",
    short="by class of risk",
)
NO_CLOT = neutral("flying_no_clot", "No clot is recorded.", short="no clot")
AFTER_3_DAYS = neutral(
    "flying_after_3_to_5_days",
    "After 3 to 5 days, if symptoms have improved and an anticoagulant is taken.",
    action="flying",
    timing="3 to 5 days",
    short="3 to 5 days",
)
AFTER_4_DAYS = neutral(
    "flying_after_4_to_5_days",
    "After about 4 to 5 days, if stable.",
    action="flying",
    timing="4 to 5 days",
    short="4 to 5 days",
)
AFTER_2_WEEKS = neutral(
    "flying_after_2_weeks",
    "After an embolism about 2 weeks, some say 2 to 4.",
    action="flying",
    timing="2 weeks",
    short="2 weeks",
)
NO_INTERVAL = neutral("flying_no_interval", "It names no interval.", short="no interval")
