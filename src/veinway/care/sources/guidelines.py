"""Guidelines, quality standards and product labels, each edition on its own."""

from veinway.language import Source

NG158 = Source(
    "NG158",
    "NICE guideline NG158, venous thromboembolic diseases",
    "2020, updated August 2023",
    "www.nice.org.uk/guidance/ng158",
    review_by="2027-08-01",
    short="NICE NG158",
)
NG158_UPDATE = Source(
    "NG158_UPDATE",
    "NICE NG158, update information",
    "March 2020",
    "www.nice.org.uk/guidance/ng158",
    short="NICE NG158 update",
)
QS201 = Source(
    "QS201", "NICE quality standard QS201, venous thromboembolism in adults", "2021", short="NICE QS201"
)
ESC_2019 = Source(
    "ESC_2019",
    "ESC/ERS guideline on acute pulmonary embolism",
    "2019",
    "doi:10.1093/eurheartj/ehz405",
    short="ESC 2019",
)
CHEST_2021 = Source(
    "CHEST_2021",
    "CHEST guideline, second update, Chest 2021;160:2247-59",
    "2021",
    "doi:10.1016/j.chest.2021.07.056",
    short="CHEST 2021",
)
CKS = Source(
    "CKS", "NICE Clinical Knowledge Summaries, deep vein thrombosis", "archived copy", short="NICE CKS"
)
EDOXABAN_LABEL = Source(
    "EDOXABAN_LABEL", "Edoxaban EU product information", "read 2026", short="edoxaban label"
)
