"""Where a clot of the leg is: the most proximal vein decides the class."""

from veinway.care.facts.tests import leg_scan, scan_segment
from veinway.care.outcomes import (
    DISTAL,
    FEMOROPOPLITEAL,
    ILIOFEMORAL,
    ILIOFEMORAL_CAVAL,
    NO_CLOT_SEEN,
    SUPERFICIAL,
)
from veinway.care.sources import CHEST_2021, DE_MAESENEER_2016, DICTIONARY, U
from veinway.language import *

clot_segment = last(leg_scan, scan_segment)
_SEGMENTS = DE_MAESENEER_2016.at("abstract, segments 1 to 5")

DVT_EXTENT = table(
    "dvt_extent",
    "Extent of a clot of the leg",
    hit="unique",
    source=_SEGMENTS,
    rows=[
        row(clot_segment.is_("ivc"), ILIOFEMORAL_CAVAL, cite=_SEGMENTS),
        row(
            clot_segment.one_of("common_femoral", "external_iliac", "common_iliac", "internal_iliac"),
            ILIOFEMORAL,
            cite=_SEGMENTS,
        ),
        # The "superficial femoral vein" of older reports is the femoral vein: a deep vein.
        row(clot_segment.one_of("popliteal", "femoral"), FEMOROPOPLITEAL, cite=_SEGMENTS),
        row(
            clot_segment.is_("deep_femoral"),
            FEMOROPOPLITEAL,
            cite=DICTIONARY.at("section 4.1, deep femoral vein", U),
        ),
        row(
            clot_segment.one_of("calf_tibial", "calf_peroneal", "calf_muscular"),
            DISTAL,
            cite=CHEST_2021.at("definition of distal DVT"),
        ),
        row(
            clot_segment.one_of("great_saphenous", "small_saphenous"),
            SUPERFICIAL,
            cite=DICTIONARY.at("section 4.1, superficial veins"),
        ),
        row(clot_segment.is_("none"), NO_CLOT_SEEN, cite=DICTIONARY.at("section 4.1")),
    ],
)
