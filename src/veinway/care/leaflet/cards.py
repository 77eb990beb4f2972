"""When to get help; the signs are those of public triage, word for word (reference 4, section 9.3)."""

from veinway.care.sources import L3, LOCAL, NHS_PE_2023, PRODUCT, S
from veinway.care.triage.outcomes import EMERGENCY_NOW
from veinway.care.triage.words import (
    CALL_AT_ONCE,
    ELSE_ADVICE_LINE,
    TODAY_BY_DOCTOR,
    WARNING_SIGNS,
    WHAT_TO_DO,
    WHY,
)
from veinway.language import *

_SIGNS = NHS_PE_2023.at("when to call 999 or go to A&E", S, "a licensed copy")
_EITHER = PRODUCT.at("reference 4, section 9.2, 999 rule", LOCAL)
_CARDS = PRODUCT.at("reference 4, section 9.3, parts 2 and 3", LOCAL)
_TRIAGE = PRODUCT.at("section 1.5, rules of triage", LOCAL)
_BLEEDING = PRODUCT.at("reference 4, section 9.3, part 5, bleeding", LOCAL)
_TODAY = {
    "leg": "TR-U1",
    "arm": "TR-U2",
    "veins": "TR-U7",
    "both_legs": "TR-U8",
    "fever": "TR-U9",
}
"""The rules of triage that make the card for today. A sign from the chest belongs on the other card."""

EMERGENCY = section(
    "emergency",
    CALL_AT_ONCE,
    *[line(f"emergency_{name}", sign, source=_SIGNS) for name, sign in WARNING_SIGNS.items()],
    passage(
        "emergency_one_is_enough",
        "One sign is enough, even if your legs feel fine.",
        source=_EITHER,
    ),
    passage(
        "emergency_either",
        "Is it harder to breathe, does your chest hurt, do you cough up blood, or did you faint? Then "
        "call {emergency}.",
        source=_EITHER,
    ),
    passage("emergency_no_driving", WHAT_TO_DO[EMERGENCY_NOW.key][1], source=_CARDS),
    kind="emergency",
)
TODAY = section(
    "today",
    TODAY_BY_DOCTOR,
    passage("today_for", "Do this if you have:", source=_CARDS),
    *[line(f"today_{name}", WHY[rule], source=_TRIAGE) for name, rule in _TODAY.items()],
    passage("today_else", ELSE_ADVICE_LINE, source=L3.at("111")),
    passage(
        "today_tell",
        "Say so if you are pregnant, have cancer, or have had a clot before. Also say so if you had an "
        "operation or a long journey.",
        source=_CARDS,
    ),
    passage(
        "today_pregnant",
        "Are you pregnant, or did you have a baby in the last 6 weeks? If you also have one of these "
        "signs, call your maternity unit now. Do this in place of asking {doctor}.",
        source=_TRIAGE,
    ),
    kind="today",
)
BLEEDING = section(
    "bleeding",
    "Bleeding: when to get help",
    passage(
        "bleeding_more",
        "A blood thinner can make you bleed more than before. Call {emergency} if you take one and "
        "have:",
        source=_BLEEDING,
    ),
    *[
        line(f"bleeding_{name}", text, source=_BLEEDING)
        for name, text in {
            "stops_not": "bleeding that does not stop",
            "stools": "black or bloody stools",
            "vomit": "blood in what you vomit",
            "cough": "blood that you cough up",
            "headache": "a sudden very bad headache",
            "head": "a knock to the head",
        }.items()
    ],
    passage(
        "bleeding_small",
        "Do nosebleeds or bleeding gums come back? Do you have big bruises, blood in your urine, or "
        "very heavy periods? Then contact {advice_line}.",
        source=_BLEEDING,
    ),
)
