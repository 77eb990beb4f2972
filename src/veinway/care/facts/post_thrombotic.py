"""The leg after a clot: Villalta's items, ulcers, VCSS and what the scores need (reference 3, 9.4)."""

from veinway.care.sources import DICTIONARY
from veinway.language import *

_D = DICTIONARY.at("reference 3, section 9.4")
_GRADES = "0 none, 1 mild, 2 moderate, 3 severe"


villalta_pain = measure(
    "villalta_pain",
    "Villalta: pain in the leg",
    ask=f"How bad is the pain in that leg ({_GRADES})?",
    tell=f"How bad is the pain in that leg ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    cost=Cost.ASK,
    source=_D,
)
villalta_cramps = measure(
    "villalta_cramps",
    "Villalta: cramps",
    ask=f"How bad are the cramps in that leg ({_GRADES})?",
    tell=f"How bad are the cramps in that leg ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    cost=Cost.ASK,
    source=_D,
)
villalta_heaviness = measure(
    "villalta_heaviness",
    "Villalta: heaviness",
    ask=f"How heavy does that leg feel ({_GRADES})?",
    tell=f"How heavy does that leg feel ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    cost=Cost.ASK,
    source=_D,
)
villalta_paraesthesia = measure(
    "villalta_paraesthesia",
    "Villalta: pins and needles",
    ask=f"How bad are pins and needles in that leg ({_GRADES})?",
    tell=f"How bad are pins and needles in that leg ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    cost=Cost.ASK,
    source=_D,
)
villalta_pruritus = measure(
    "villalta_pruritus",
    "Villalta: itch",
    ask=f"How bad is the itch in that leg ({_GRADES})?",
    tell=f"How bad is the itch in that leg ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    cost=Cost.ASK,
    source=_D,
)
villalta_oedema = measure(
    "villalta_pretibial_oedema",
    "Villalta: swelling over the shin",
    ask=f"How much swelling is there over the shin ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
villalta_induration = measure(
    "villalta_skin_induration",
    "Villalta: hard skin",
    ask=f"How hard is the skin ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
villalta_pigmentation = measure(
    "villalta_hyperpigmentation",
    "Villalta: darker skin",
    ask=f"How much darker than the skin around it is the skin ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
villalta_redness = measure(
    "villalta_redness",
    "Villalta: redness, or a change of colour on darker skin",
    ask=f"How red is the skin, or changed in colour where skin is dark ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
villalta_ectasia = measure(
    "villalta_venous_ectasia",
    "Villalta: widened veins, compared with the other leg",
    ask=f"How many more widened veins are there than on the other leg ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
villalta_compression_pain = measure(
    "villalta_calf_compression_pain",
    "Villalta: pain when the calf is pressed",
    ask=f"How much does it hurt when the calf is pressed ({_GRADES})?",
    unit="1",
    step=1,
    domain=(0, 3),
    source=_D,
)
venous_ulcer = yes_no(
    "venous_ulcer_present",
    "An open venous ulcer",
    ask="Is there an open venous ulcer of that leg?",
    tell="Is there an open sore on that leg?",
    cost=Cost.EXAMINE,
    source=_D,
)
days_since_dvt = measure(
    "days_since_dvt",
    "Days since the DVT of that leg",
    ask="How many days is the DVT of that leg ago?",
    unit="d",
    step=1,
    domain=(0, 36500),
    cost=Cost.RECORD,
    source=_D,
)
pain_and_swelling_for_a_month = yes_no(
    "ginsberg_pain_and_swelling",
    "Pain and swelling of the leg, both for a month or more",
    ask="Have both pain and swelling of that leg lasted for a month or more (worse at the end of the "
    "day, better with rest)?",
    tell="Have both pain and swelling of that leg lasted for a month or more?",
    source=_D,
)
venous_reflux_shown = yes_no(
    "venous_reflux_shown",
    "Incompetent venous valves, shown by a test",
    ask="Did a test show incompetent venous valves?",
    cost=Cost.SCAN,
    source=_D,
)
dvt_in_iliac_vein = yes_no(
    "dvt_in_iliac_vein",
    "The clot was in an iliac vein",
    ask="Was the clot in an iliac vein?",
    cost=Cost.SCAN,
    source=_D,
)
villalta_at_diagnosis = measure(
    "villalta_at_diagnosis",
    "Villalta total at the time of the clot",
    ask="What was the Villalta total when the clot was diagnosed?",
    unit="1",
    step=1,
    domain=(0, 33),
    source=_D,
)
ceap_class = choice(
    "ceap_class",
    "Highest clinical class of the leg (CEAP 2020)",
    {
        "c0": "C0, nothing visible",
        "c1": "C1, spider or reticular veins",
        "c2": "C2, varicose veins",
        "c2r": "C2r, varicose veins again",
        "c3": "C3, oedema",
        "c4a": "C4a, pigmentation or eczema",
        "c4b": "C4b, hardened fat or white scars",
        "c4c": "C4c, corona phlebectatica",
        "c5": "C5, a healed ulcer",
        "c6": "C6, an open ulcer",
        "c6r": "C6r, an open ulcer again",
    },
    ask="Which is the highest clinical class of that leg?",
    cost=Cost.EXAMINE,
    source=_D,
)
