"""The leg and its history: what the Wells scores for DVT are made of."""

from veinway.care.sources import DICTIONARY, NG158, WELLS_1997, S
from veinway.language import *

_D = DICTIONARY.at("section 8, leg")
_WELLS = NG158.table(1)
_TODAY = {"within": days(7), "after": days(7)}

active_cancer = yes_no(
    "active_cancer",
    "Active cancer (being treated, treated in the last 6 months, or palliative)",
    ask="Is there cancer that is being treated, was treated in the last 6 months, or is palliative?",
    tell="Do you have cancer now, or have you been treated for cancer in the last 6 months?",
    find=(Find("condition", "active-cancer", within=months(6)),),
    source=_WELLS,
)
paralysis_paresis_or_cast = yes_no(
    "paralysis_paresis_or_cast",
    "Paralysis, paresis, or a plaster on a leg in the last 12 weeks",
    ask="Is a leg paralysed or weak, or has one been in plaster in the last 12 weeks?",
    tell="Is one of your legs paralysed or weak, or has it been in plaster in the last 12 weeks?",
    find=(
        Find("condition", "leg-paralysis", within=weeks(12)),
        Find("procedure", "leg-plaster", within=weeks(12)),
    ),
    source=_WELLS,
)
bedridden_days = measure(
    "bedridden_days",
    "Days in bed, ended 4 weeks ago or less",
    ask="How many days in a row was the patient bedridden, ending in the last 4 weeks (0 if not)?",
    tell="How many days in a row have you been in bed in the last 4 weeks?",
    unit="d",
    step=1,
    domain=(0, 3650),
    plausible=(0, 365),
    cost=Cost.ASK,
    find=(Find("observation", "bedridden-days", within=days(28), after=days(0)),),
    source=_D,
)
surgery_major = yes_no("major", "Major operation", ask="Was the operation a major one?", source=_WELLS)
surgery_anaesthesia = choice(
    "anaesthesia",
    "Anaesthesia",
    {"general": "general", "regional": "regional", "local": "local", "none": "none"},
    ask="Which anaesthesia was given?",
    source=_WELLS,
)
surgery_hospitalised = yes_no(
    "hospitalised", "Needed a hospital stay", ask="Did the operation need a stay in hospital?", source=_D
)
surgery_intubated = yes_no(
    "intubated", "Needed intubation", ask="Was the patient intubated for the operation?", source=_D
)
surgery = Event(
    "surgery",
    "Operation",
    attributes=(surgery_major, surgery_anaesthesia, surgery_hospitalised, surgery_intubated),
    ask="Which operations were there in the last 12 weeks, when, and under which anaesthesia?",
    find=(Find("procedure", "major-surgery"),),
    source=_WELLS,
)
localised_tenderness = yes_no(
    "deep_vein_tenderness",
    "Tenderness along the deep veins",
    ask="Is there localised tenderness along the deep veins?",
    tell="Does it hurt when the leg is pressed along the calf or inner thigh?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "deep-vein-tenderness", per_limb=True, **_TODAY),),
    source=_WELLS,
)
entire_leg_swollen = yes_no(
    "entire_leg_swollen",
    "Entire leg swollen",
    ask="Is the entire leg swollen?",
    tell="Is your whole leg swollen?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "entire-leg-swollen", per_limb=True, **_TODAY),),
    source=_WELLS,
)
stated_calf_difference = measure(
    "calf_difference",
    "Calf circumference, how much larger than on the other side",
    ask="By how much is the calf larger than the other one, 10 cm below the tibial tuberosity?",
    tell="How much bigger is the swollen calf than the other one?",
    unit="cm",
    step="0.1",
    domain=(-40, 40),
    plausible=(-5, 15),
    find=(Find("observation", "calf-difference", per_limb=True, **_TODAY),),
    source=_WELLS,
)
calf_circumference = measure(
    "calf_circumference",
    "Calf circumference of the symptomatic leg",
    ask="What is the calf circumference of the symptomatic leg, 10 cm below the tibial tuberosity?",
    unit="cm",
    step="0.1",
    domain=(10, 90),
    plausible=(20, 70),
    source=_D,
)
calf_circumference_other_leg = measure(
    "calf_circumference_other_leg",
    "Calf circumference of the other leg",
    ask="What is the calf circumference of the other leg, at the same height?",
    unit="cm",
    step="0.1",
    domain=(10, 90),
    plausible=(20, 70),
    source=_D,
)
calf_difference = agreed(stated_calf_difference, calf_circumference - calf_circumference_other_leg)
pitting_oedema_confined = yes_no(
    "pitting_oedema_confined",
    "Pitting oedema confined to the symptomatic leg",
    ask="Is there pitting oedema, and only in the symptomatic leg?",
    tell="If you press a finger into the swelling, does a dent stay, and only in that leg?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "pitting-oedema-confined", per_limb=True, **_TODAY),),
    source=_WELLS,
)
collateral_superficial_veins = yes_no(
    "collateral_superficial_veins",
    "Collateral superficial veins that are not varicose",
    ask="Are there collateral superficial veins that are not varicose?",
    tell="Are there new veins showing under the skin that are not varicose veins?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "collateral-superficial-veins", per_limb=True, **_TODAY),),
    source=_WELLS,
)
previous_dvt = yes_no(
    "previous_dvt",
    "Previously documented deep vein thrombosis",
    ask="Was a deep vein thrombosis documented before? (An embolism in the lung alone does not count.)",
    tell="Have you ever had a proven blood clot in a deep vein of a leg?",
    find=(Find("condition", "previous-dvt"),),
    source=_WELLS,
)
previous_dvt_same_leg = yes_no(
    "previous_dvt_same_leg",
    "The earlier deep vein thrombosis was in the same leg",
    ask="Was the earlier deep vein thrombosis in the leg that has symptoms now?",
    tell="Was the earlier blood clot in the same leg?",
    source=DICTIONARY.at("section 4.4, recurrence on the same side"),
)
alternative_as_likely = yes_no(
    "alternative_dvt_at_least_as_likely",
    "Another diagnosis is at least as likely",
    ask="Is another diagnosis at least as likely as deep vein thrombosis?",
    cost=Cost.EXAMINE,
    find=(Find("observation", "alternative-dvt-at-least-as-likely", per_limb=True, **_TODAY),),
    source=_WELLS,
)
pitting_oedema_greater = yes_no(
    "pitting_oedema_greater",
    "Pitting oedema greater in the symptomatic leg",
    ask="Is there pitting oedema that is greater in the symptomatic leg than in the other?",
    cost=Cost.EXAMINE,
    source=WELLS_1997.table(1, S, "UpToDate reprint"),
)
recently_bedridden = bedridden_days >= 3
major_surgery_in_12_weeks = any_event(
    surgery,
    all_of(surgery_major, surgery_anaesthesia.one_of("general", "regional")),
    in_=within(weeks(12)),
)
