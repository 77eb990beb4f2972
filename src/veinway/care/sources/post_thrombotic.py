"""Where the post-thrombotic scales and their management come from."""

from veinway.language import Source

TC_PTS = Source(
    "TC_PTS", "Thrombosis Canada, post-thrombotic syndrome", "2025", short="Thrombosis Canada, PTS"
)
PTS_SCALES = Source(
    "PTS_SCALES", "Table of post-thrombotic scales (Villalta, Ginsberg)", "read 2026", short="PTS scales"
)
VCSS_2010 = Source("VCSS_2010", "Revised venous clinical severity score", "2010", short="VCSS 2010")
CEAP_2020 = Source("CEAP_2020", "CEAP classification of chronic venous disorders", "2020", short="CEAP")
SOX_PTS = Source(
    "SOX_PTS", "Rabinovich et al., SOX-PTS prediction score, abstract", "2018", short="SOX-PTS"
)
ESC_FOLLOW_UP = Source(
    "ESC_FOLLOW_UP", "ESC/ERS guideline 2019, follow-up after embolism", "2019", short="ESC 2019"
)
KLOK_2016 = Source(
    "KLOK_2016",
    "Klok et al., prediction of chronic thromboembolic pulmonary hypertension, J Thromb Haemost 2016",
    "2016",
    short="CTEPH score",
)
PVFS_2020 = Source("PVFS_2020", "Post-VTE functional status scale, Klok and Boon", "2020", short="PVFS")
