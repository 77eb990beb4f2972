"""Test results: D-dimer and scans, and whether they can be had in time."""

from veinway.care.sources import DE_MAESENEER_2016, DICTIONARY, NG158, NG158_UPDATE, QS201
from veinway.language import *

_D = DICTIONARY.at("section 8, tests")

d_dimer = measure(
    "d_dimer",
    "D-dimer, in fibrinogen equivalent units",
    ask="What is the D-dimer, in which unit, and is it FEU or DDU?",
    unit="ug/L{FEU}",
    step="0.1",
    domain=(0, 1_000_000),
    plausible=(0, 100_000),
    also={"ug/L{DDU}": 2},
    cost=Cost.BLOOD_TEST,
    find=(Find("observation", "d-dimer", within=days(1), after=days(7)),),
    source=DICTIONARY.at("section 2.12"),
)
scan_result = choice(
    "result",
    "Result of a leg vein scan",
    {
        "dvt_proximal": "clot in a proximal deep vein",
        "dvt_distal_only": "clot in calf veins only",
        "svt_only": "clot in a superficial vein only",
        "negative_proximal": "no clot in the proximal veins; the calf was not looked at",
        "negative_whole_leg": "no clot in the whole leg",
        "indeterminate": "indeterminate",
    },
    ask="What did the scan show?",
    source=DICTIONARY.at("section 4.3, ultrasound result codes"),
)
scan_segment = choice(
    "segment",
    "Most proximal vein with clot",
    {
        "calf_tibial": "posterior or anterior tibial vein",
        "calf_peroneal": "peroneal vein",
        "calf_muscular": "soleal or gastrocnemius vein",
        "popliteal": "popliteal vein",
        "femoral": "femoral vein",
        "deep_femoral": "deep femoral vein",
        "common_femoral": "common femoral vein",
        "external_iliac": "external iliac vein",
        "internal_iliac": "internal iliac vein",
        "common_iliac": "common iliac vein",
        "ivc": "inferior vena cava",
        "great_saphenous": "great saphenous vein",
        "small_saphenous": "small saphenous vein",
        "none": "no vein",
    },
    ask="Which is the most proximal vein with clot?",
    source=DE_MAESENEER_2016.at("abstract"),
)
leg_scan = Event(
    "leg_scan",
    "Ultrasound scan of the leg veins",
    cost=Cost.SCAN,
    attributes=(scan_result, scan_segment),
    ask="Which leg vein scans were done in this episode, when, and with what result?",
    find=(Find("scan", "leg-vein-scan", within=days(1), after=days(90), per_limb=True),),
    source=DICTIONARY.at("section 4.3"),
)
leg_scan_request = Event(
    "leg_scan_request",
    "Request for a leg vein scan",
    attributes=(),
    ask="When was a leg vein scan requested?",
    find=(Find("scan", "leg-vein-scan-request", within=days(1), after=days(90)),),
    source=QS201.at("statement 3"),
)
d_dimer_sample = Event(
    "d_dimer_sample",
    "D-dimer sample",
    cost=Cost.BLOOD_TEST,
    attributes=(),
    ask="When was a sample for D-dimer taken?",
    find=(Find("observation", "d-dimer", within=days(1), after=days(7)),),
    source=NG158_UPDATE.at("2020 changes to 1.1.4"),
)
d_dimer_issued = Event(
    "d_dimer_issued",
    "D-dimer result issued",
    cost=Cost.BLOOD_TEST,
    attributes=(),
    ask="When was the result of the D-dimer there?",
    find=(Find("observation", "d-dimer", within=days(1), after=days(7), issued=True),),
    source=NG158_UPDATE.at("2020 changes, 4-hour limit"),
)
d_dimer_request = Event(
    "d_dimer_request",
    "Request for a D-dimer",
    attributes=(),
    ask="When was a D-dimer requested?",
    find=(Find("observation", "d-dimer-request", within=days(1), after=days(7)),),
    source=NG158_UPDATE.at("2020 changes"),
)
interim_anticoagulant = Event(
    "interim_anticoagulant",
    "First dose of interim anticoagulation for this suspicion",
    attributes=(),
    ask="Was interim anticoagulation started for this suspicion, and when?",
    find=(Find("medication", "anticoagulant", within=days(0), after=days(14)),),
    source=NG158.rec("1.1.4"),
)
baseline_bloods = Event(
    "baseline_bloods",
    "Baseline blood tests",
    attributes=(),
    ask="When were baseline bloods (full blood count, renal, hepatic, PT, APTT) taken?",
    find=(Find("observation", "baseline-bloods", within=days(1), after=days(14)),),
    source=NG158.section("1.1"),
)
scan_in_4_hours_answer = yes_no(
    "scan_obtainable_in_4_hours",
    "A proximal leg vein scan with its result can be had within 4 hours",
    ask="Can a proximal leg vein scan be had, with its result, within 4 hours?",
    source=NG158.rec("1.1.3"),
)
scan_obtainable_in_4_hours = obtainable(
    scan_in_4_hours_answer, request=leg_scan_request, result=leg_scan, within=hours(4)
)
d_dimer_in_4_hours_answer = yes_no(
    "d_dimer_obtainable_in_4_hours",
    "A D-dimer result can be had within 4 hours",
    ask="Can a D-dimer result be had within 4 hours?",
    source=NG158_UPDATE.at("2020 changes, 4-hour limit"),
)
d_dimer_obtainable_in_4_hours = obtainable(
    d_dimer_in_4_hours_answer, request=d_dimer_request, result=d_dimer_issued, within=hours(4)
)
