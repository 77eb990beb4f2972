"""What the public is told before a journey and about hormones; the highest rank holds.

None of them prescribes anything: a doctor, a nurse, a midwife or a pharmacist does.
"""

from veinway.language import *

DELAY = escalates(
    "travel_delay",
    "Do not set out yet: the clinic and the airline decide.",
    action="flying",
    strength=Strength.DO_NOT,
    rank=50,
    short="not yet; ask clinic and airline",
)
TALK = neutral(
    "travel_talk",
    "Talk to a doctor, a nurse or a midwife before the journey.",
    action="ask_before_travel",
    rank=40,
    short="talk to a doctor first",
)
ASK_FIRST = neutral(
    "travel_ask",
    "Not everything is known: ask a pharmacist or a doctor before the journey.",
    action="ask_pharmacist",
    rank=39,
    short="ask first",
)
NO_STOCKINGS = neutral(
    "travel_no_stockings",
    "No stockings before somebody has looked at the legs; general advice.",
    action="travel_stockings",
    strength=Strength.DO_NOT,
    rank=31,
    short="no stockings before a look",
)
STOCKINGS = commits(
    "travel_stockings",
    "Consider well-fitted below-knee stockings; general advice.",
    action="travel_stockings",
    strength=Strength.CONSIDER,
    rank=30,
    short="below-knee stockings",
)
MOVING = commits(
    "travel_moving", "General advice only.", action="general_advice", rank=20, short="advice only"
)

NOT_COMBINED = neutral(
    "hormones_talk",
    "Talk to a doctor or a nurse first: the risk of the combined pill, patch or ring usually outweighs.",
    action="contraception_talk",
    strength=Strength.DO_NOT,
    rank=40,
    short="talk first",
)
HORMONES_ASK = neutral(
    "hormones_ask",
    "Not everything is known: ask a doctor, a nurse or a pharmacist.",
    action="contraception_ask",
    rank=39,
    short="ask",
)
DISCUSS = neutral(
    "hormones_discuss",
    "Say it to the doctor or nurse: the benefits generally outweigh.",
    action="contraception_discuss",
    rank=30,
    short="say it; usually possible",
)
NOTHING_AGAINST = commits(
    "hormones_nothing_against",
    "As far as clots go, nothing that was said speaks against it.",
    action="contraception_nothing_against",
    rank=20,
    short="nothing against it",
)
THROUGH_THE_SKIN = neutral(
    "hormones_through_the_skin",
    "Ask about patch, gel or spray rather than tablets.",
    action="replacement_route",
    strength=Strength.CONSIDER,
    rank=35,
    short="ask about the skin",
)
EITHER_WAY = neutral(
    "hormones_either_way",
    "Discuss the route: tablets raise the risk of a clot, the skin does not.",
    action="replacement_either",
    rank=25,
    short="discuss the route",
)
WITHOUT_OESTROGEN = neutral(
    "hormones_without_oestrogen",
    "Methods without oestrogen: ask a doctor or a nurse, and tell of any clot.",
    action="contraception_without_oestrogen",
    rank=26,
    short="ask; usually possible",
)
