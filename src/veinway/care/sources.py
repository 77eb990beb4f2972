"""The editions that rules cite. What is cited here was read, or says through whom it was read."""

from veinway.language import Source, Tag

S, U, LOCAL = Tag.SECONDARY, Tag.UNCONFIRMED, Tag.LOCAL

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
WELLS_1997 = Source(
    "WELLS_1997",
    "Wells PS, Lancet 1997;350:1795-8",
    "1997",
    "doi:10.1016/S0140-6736(97)08140-3",
    short="Wells 1997",
)
SILVEIRA_2015 = Source(
    "SILVEIRA_2015",
    "Silveira PC, JAMA Intern Med 2015;175:1112-7",
    "2015",
    "doi:10.1001/jamainternmed.2015.1687",
    short="Silveira 2015",
)
ESC_2019 = Source(
    "ESC_2019",
    "ESC/ERS guideline on acute pulmonary embolism",
    "2019",
    "doi:10.1093/eurheartj/ehz405",
    short="ESC 2019",
)
ADJUST_DVT = Source("ADJUST_DVT", "ADJUST-DVT study", "2023", short="ADJUST-DVT")
DE_MAESENEER_2016 = Source(
    "DE_MAESENEER_2016",
    "De Maeseneer MGR, Eur J Vasc Endovasc Surg 2016",
    "2016",
    "doi:10.1016/j.ejvs.2015.11.001",
    short="De Maeseneer 2016",
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
DICTIONARY = Source("DICTIONARY", "Veinway fact dictionary", "2026", short="Veinway dictionary")
PRODUCT = Source("PRODUCT", "Veinway clinical conventions", "2026", short="Veinway")
EDOXABAN_LABEL = Source(
    "EDOXABAN_LABEL", "Edoxaban EU product information", "read 2026", short="edoxaban label"
)
