"""The scan of the arm veins."""

from veinway.care.sources import DICTIONARY, U
from veinway.language import *

_ANATOMY = DICTIONARY.at("section 4.1, upper extremity", U)

arm_scan_result = choice(
    "result",
    "Result of an arm vein scan",
    {
        "dvt_arm": "clot in a deep vein of the arm",
        "svt_only": "clot in a superficial vein only",
        "negative": "no clot",
        "indeterminate": "indeterminate",
    },
    ask="What did the scan of the arm show?",
    source=DICTIONARY.at("section 4.3"),
)
arm_scan_segment = choice(
    "segment",
    "Most central arm vein with clot",
    {
        "brachial": "brachial vein",
        "axillary": "axillary vein",
        "subclavian": "subclavian vein",
        "brachiocephalic": "brachiocephalic vein",
        "internal_jugular": "internal jugular vein",
        "cephalic": "cephalic vein",
        "basilic": "basilic vein",
        "none": "no vein",
    },
    ask="Which is the most central vein with clot?",
    source=_ANATOMY,
)
arm_scan = Event(
    "arm_scan",
    "Ultrasound scan of the arm veins",
    cost=Cost.SCAN,
    attributes=(arm_scan_result, arm_scan_segment),
    ask="Which scans of the arm veins were done in this episode, when, and with what result?",
    find=(Find("scan", "arm-vein-scan", within=days(1), after=days(90), per_limb=True),),
    source=DICTIONARY.at("section 4.3"),
)
