"""Getting better, not having another clot, who is at risk, and what to ask."""

from veinway.care.sources import (
    COCHRANE_TRAVEL_2021,
    L1,
    L3,
    L4,
    LOCAL,
    PRODUCT,
    SOX_2014,
    THROMBOSIS_CANADA,
)
from veinway.language import *

_MERGED = "reference 4, section 9.3, part "
_RIGHT = "reference 4, section 9.2, "
_BETTER = PRODUCT.at(f"{_MERGED}7", LOCAL)
_ANOTHER = PRODUCT.at(f"{_MERGED}8", LOCAL)
_TABLE = PRODUCT.at("reference 4, section 1.4", LOCAL)
_QUESTIONS = PRODUCT.at(f"{_MERGED}10", LOCAL)

BETTER = section(
    "better",
    "Getting better",
    passage("better_move", "Move as much as you can. Walking is good for you.", source=_BETTER),
    passage(
        "better_exercises",
        "Do the exercises that you are given.",
        source=L3.at("how you can help your recovery"),
    ),
    passage(
        "better_leg_up",
        "When you rest, put your leg up, higher than your hip. Then less blood collects in the calf.",
        source=L3.at("how you can help your recovery"),
    ),
    passage("better_slowly", "Swelling and aching can last for months.", source=_BETTER),
    passage(
        "better_lasting",
        "In some people the clot harms the vein for good. The leg stays swollen and sore, and the skin "
        "at the ankle may change.",
        source=L1.at("second and third paragraph"),
    ),
    passage(
        "better_lasting_name",
        "Doctors call this post-thrombotic syndrome. Ask for help if your leg stays swollen.",
        source=L1.at("second and third paragraph"),
    ),
    passage(
        "better_stockings",
        "It is not shown that tight stockings prevent this, or another clot. They may ease a swollen "
        "leg. Ask if they are safe for you.",
        source=SOX_2014.at("abstract"),
    ),
    passage(
        "better_life",
        "Ask when you can work, drive, play sport and have sex again.",
        source=_BETTER,
    ),
    passage(
        "better_journey",
        "Ask before you fly, or go on any journey of over 4 hours.",
        source=L3.at("treatment from a GP"),
    ),
)
ANOTHER = section(
    "another",
    "How to lower your risk of a clot",
    passage("another_medicine", "Take your medicine as you were told.", source=_ANOTHER),
    passage(
        "another_operation",
        "After an operation, get moving as soon as you may. Do the same after an illness.",
        source=L3.at("how to prevent DVT"),
    ),
    passage("another_smoking", "Do not smoke.", source=L3.at("how to prevent DVT")),
    passage("another_weight", "Keep to a healthy weight.", source=_ANOTHER),
    passage(
        "another_tell",
        "Have you had a clot? Tell every doctor, nurse and dentist who treats you.",
        source=_ANOTHER,
    ),
    passage(
        "another_hormones",
        "The combined pill, patch or ring can raise the risk. So can hormones for the menopause (HRT). "
        "Talk to {doctor} about other ways.",
        source=L3.at("how to prevent DVT"),
    ),
    passage(
        "another_pregnancy",
        "In pregnancy the risk is higher, too. Stay as active as you can.",
        source=L3.at("how to prevent DVT"),
    ),
    passage("another_journey", "On journeys of over 4 hours:", source=_ANOTHER),
    line(
        "another_walk", "walk about, or move your feet up and down, every hour or two", source=_ANOTHER
    ),
    line("another_drink", "drink water, and little or no alcohol", source=L3.at("how to prevent DVT")),
    line("another_sleep", "take no sleeping pills", source=L3.at("how to prevent DVT")),
    line(
        "another_aspirin",
        "do not take aspirin against clots",
        source=PRODUCT.at(f"{_RIGHT}aspirin", LOCAL),
    ),
    passage(
        "another_stockings",
        "On a long journey, stockings up to the knee can help people with a higher risk. They make "
        "clots that cause no signs less likely. Ask if they are safe for you.",
        source=COCHRANE_TRAVEL_2021.at("main results"),
    ),
    passage(
        "another_on_thinner",
        "Do you already take a blood thinner at full dose? Then you need no stockings for a journey.",
        source=THROMBOSIS_CANADA.at("air travel"),
    ),
)
RISK = section(
    "risk",
    "Who is more likely to get a clot?",
    passage("risk_who", "A clot is more likely with:", source=_TABLE),
    line("risk_operation", "an operation, an injury or being ill", source=L4.at("symptoms")),
    line("risk_still", "not moving much, as in bed or in a plaster cast", source=L3.at("prevention")),
    line("risk_journey", "a long journey", source=L3.at("prevention")),
    line("risk_before", "a clot before", source=_TABLE),
    line("risk_family", "a parent, brother, sister or child who had a clot", source=_TABLE),
    line("risk_cancer", "cancer, and its treatment", source=_TABLE),
    line("risk_age", "an age over 60", source=_TABLE),
    line("risk_pregnancy", "pregnancy, and the weeks after birth", source=L3.at("prevention")),
    line("risk_pill", "the combined pill, patch or ring", source=L1.at("risk factors")),
    line("risk_hrt", "hormones for the menopause (HRT)", source=L1.at("risk factors")),
    line("risk_weight", "a high body weight", source=L1.at("risk factors")),
    line("risk_heart", "heart disease", source=L1.at("risk factors")),
    line("risk_veins", "varicose veins", source=L1.at("risk factors")),
    line("risk_clotting", "blood that clots too easily", source=L4.at("symptoms")),
    line("risk_smoking", "smoking", source=L3.at("prevention")),
    line("risk_line", "a drip line in a big vein", source=_TABLE),
    line("risk_illness", "some long illnesses, as of the bowel or the kidneys", source=_TABLE),
)
QUESTIONS = section(
    "questions",
    "Questions that you can ask",
    line("ask_where", "Where is my clot, and how big is it?", source=_QUESTIONS),
    line("ask_why", "What caused it?", source=_QUESTIONS),
    line("ask_medicine", "Which medicine do I take, how much, and for how long?", source=_QUESTIONS),
    line("ask_missed", "What do I do if I miss a dose?", source=_QUESTIONS),
    line("ask_bleeding", "Which bleeding should worry me?", source=_QUESTIONS),
    line("ask_check", "When is my 3-month check?", source=_QUESTIONS),
    line("ask_life", "Can I fly, drive, work and play sport?", source=_QUESTIONS),
    line("ask_hormones", "Do I need another pill, or other hormones?", source=_QUESTIONS),
    line("ask_filter", "If I have a filter: who takes it out, and when?", source=_QUESTIONS),
    line("ask_family", "Should my family be told?", source=_QUESTIONS),
)
