"""What a clot is, its signs, and how it is found."""

from veinway.care.facts.person import pregnant_as_recorded
from veinway.care.sources import (
    L0,
    L1,
    L2,
    L3,
    L4,
    LOCAL,
    NHS_DVT_2025,
    PRODUCT,
    S,
    U,
)
from veinway.language import *

_MERGED = "reference 4, section 9.3, part "
_RIGHT = "reference 4, section 9.2, "

CLOT = section(
    "clot",
    "What is a blood clot in a vein?",
    passage(
        "clot_where",
        "A blood clot can form in a vein deep in the body. It is most often in the calf or the thigh. "
        "Doctors call this a deep vein thrombosis, or DVT.",
        source=L1.at("first paragraph"),
    ),
    passage(
        "clot_harm",
        "Clots are useful when you cut yourself: they stop the bleeding. In a deep vein a clot can "
        "block the flow of blood.",
        source=L4.at("introduction"),
    ),
    passage(
        "clot_elsewhere",
        "A clot can also form in an arm or in the tummy.",
        source=PRODUCT.at(f"{_MERGED}3", LOCAL),
    ),
    passage(
        "clot_to_lungs",
        "Part of a clot can break off. The blood then carries it through the heart to the lungs.",
        source=L1.at("second paragraph"),
    ),
    passage(
        "clot_pe",
        "Doctors call this a pulmonary embolism, or PE. A big one can kill.",
        source=L1.at("second paragraph"),
    ),
    passage(
        "clot_both",
        "VTE is a short name for both: a clot in a deep vein, and a clot in the lungs.",
        source=L1.at("third paragraph"),
    ),
    passage(
        "clot_silent",
        "Some people with a clot feel nothing. A clot in the lungs can also come with no signs in a "
        "leg.",
        source=L0.at("symptoms"),
    ),
)
SIGNS = section(
    "signs",
    "What are the signs?",
    passage("signs_clot", "A clot in a deep vein can cause:", source=L3.at("symptoms")),
    line("signs_pain", "pain or soreness, most often in the calf or thigh", source=L1.at("symptoms")),
    line("signs_throb", "pain that throbs or cramps, or a heavy ache", source=L3.at("symptoms")),
    line("signs_swelling", "swelling", source=L2.at("symptoms")),
    line("signs_warm", "skin that feels warm", source=L2.at("symptoms")),
    line(
        "signs_foot",
        "more pain when you pull your toes up",
        source=L1.at("symptoms"),
    ),
    line(
        "signs_veins",
        "swollen veins near the skin, which may feel hard or sore",
        source=L0.at("symptoms"),
    ),
    line("signs_raised_temperature", "a raised temperature", source=L0.at("symptoms")),
    passage(
        "signs_colour",
        "The skin may look red, blue, purple or darker than the skin near it. Or it may look the same.",
        source=NHS_DVT_2025.at("skin colour", S, "a news report"),
    ),
    passage(
        "signs_skin_tone",
        "On brown or black skin a change can be harder to see. So feel for heat and swelling as well.",
        source=NHS_DVT_2025.at("skin colour", S, "a news report"),
    ),
    passage(
        "signs_one_side",
        "Most often it is one leg. It can be both legs, an arm or the tummy.",
        source=L2.at("symptoms"),
    ),
    passage(
        "signs_high",
        "Some clots reach up to the veins of the groin and tummy. Then the whole leg can swell a lot "
        "and hurt.",
        source=L4.at("symptoms"),
    ),
    passage(
        "signs_lungs",
        "A clot in the lungs can make it hard to breathe. It can hurt in the chest or the back. You "
        "may cough up blood, or faint.",
        source=L1.at("second paragraph"),
    ),
    passage(
        "signs_lungs_differ",
        "How bad it is depends on the size of the clot and on your heart. With a big clot the heart "
        "may not pump enough blood, and the blood may carry too little oxygen.",
        source=L0.at("symptoms of pulmonary embolism"),
    ),
)
TESTS = section(
    "tests",
    "How is a clot found?",
    passage(
        "tests_needed",
        "Nobody can tell from the signs alone if you have a clot. You need tests.",
        source=PRODUCT.at(f"{_RIGHT}GP can tell from symptoms", LOCAL),
    ),
    passage(
        "tests_questions",
        "First you are asked some questions. Your answers add up to a score. It says how likely a clot "
        "is.",
        source=PRODUCT.at(f"{_MERGED}4", LOCAL),
    ),
    passage(
        "tests_blood",
        "You may have a blood test called D-dimer. On its own it cannot prove that you have a clot.",
        source=L3.at("how DVT is diagnosed"),
    ),
    passage(
        "tests_ultrasound",
        "An ultrasound scan can show the veins. A small probe with gel slides over your skin.",
        source=L4.at("diagnosis"),
    ),
    passage(
        "tests_ct",
        "A CT scan can look for a clot in the lungs. Dye goes into a vein, so that the blood vessels "
        "show up. Now and then a CT scan looks at other veins, too.",
        source=L0.at("diagnosis"),
    ),
    passage(
        "tests_x_ray",
        "A plain X-ray does not show a clot in a leg.",
        source=PRODUCT.at(f"{_RIGHT}x-ray", U),
    ),
    passage(
        "tests_soon",
        "The first tests are often done the same day, in a clinic or an emergency unit. A scan should "
        "be done within 24 hours. While you wait you may get medicine, to be on the safe side.",
        source=PRODUCT.at(f"{_RIGHT}who treats", LOCAL),
    ),
    passage(
        "tests_pregnant",
        "You can have these tests when you are pregnant. Say that you are.",
        source=PRODUCT.at(f"{_MERGED}3", LOCAL),
        unless=no(pregnant_as_recorded),
    ),
)
