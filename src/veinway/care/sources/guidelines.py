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
NHS_ENGLAND_VTE = Source(
    "NHS_ENGLAND_VTE",
    "NHS England, venous thromboembolism risk assessment collection",
    "2024",
    short="NHS England, risk assessment",
)
NHS_ENGLAND_HAT = Source(
    "NHS_ENGLAND_HAT",
    "NHS England, hospital-associated thrombosis",
    "read 2026",
    short="NHS England, hospital-associated thrombosis",
)
AHRQ_PSI_12 = Source(
    "AHRQ_PSI_12",
    "AHRQ patient safety indicator 12, perioperative pulmonary embolism or deep vein thrombosis",
    "consensus-based entity record 0450 and the derived specification, read 2026",
    short="AHRQ PSI-12",
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
AHA_2026 = Source(
    "AHA_2026",
    "AHA/ACC guideline on acute pulmonary embolism in adults",
    "19 February 2026",
    short="AHA/ACC 2026",
)
ASH_2018 = Source(
    "ASH_2018",
    "ASH guideline on the diagnosis of venous thromboembolism, Blood Adv 2018;2:3226-56",
    "2018",
    "doi:10.1182/bloodadvances.2018024828",
    short="ASH 2018",
)
ESVS_2021 = Source(
    "ESVS_2021",
    "ESVS guideline on venous thrombosis, Eur J Vasc Endovasc Surg 2021;61:9-82",
    "2021",
    "doi:10.1016/j.ejvs.2020.09.023",
    short="ESVS 2021",
)
CHEST_2012 = Source(
    "CHEST_2012",
    "CHEST guideline, ninth edition, diagnosis of DVT, Chest 2012;141:e351S",
    "2012",
    "doi:10.1378/chest.11-2299",
    short="CHEST 2012",
)
BCSH_SVT = Source(
    "BCSH_SVT",
    "British and international guidance on superficial vein thrombosis",
    "as read in UK guidance pages",
    short="BCSH/ISTH on superficial vein thrombosis",
)
BSH_2022 = Source(
    "BSH_2022", "British Society for Haematology, thrombophilia testing", "2022", short="BSH 2022"
)
NICE_GLOSSARY = Source(
    "NICE_GLOSSARY",
    "NICE glossary, provoked and unprovoked venous thromboembolism",
    "read 2026",
    "www.nice.org.uk/glossary",
    short="NICE glossary",
)
ISTH_2016 = Source(
    "ISTH_2016",
    "ISTH guidance on provoked and unprovoked thromboembolism, J Thromb Haemost 2016;14:1480-3",
    "2016",
    short="ISTH 2016",
)
QS29 = Source(
    "QS29", "NICE quality standard QS29, venous thromboembolism in adults", "2013", short="NICE QS29"
)
RCOG_37B = Source(
    "RCOG_37B",
    "RCOG Green-top guideline 37b, acute thromboembolic disease in pregnancy and the puerperium",
    "April 2015, edited 2017",
    "www.rcog.org.uk",
    review_by="2027-01-01",
    short="RCOG 37b",
)
ASH_2020 = Source(
    "ASH_2020",
    "ASH guideline on the treatment of venous thromboembolism, Blood Adv 2020;4:4693-738",
    "2020",
    "doi:10.1182/bloodadvances.2020001830",
    short="ASH 2020",
)
THROMBOSIS_CANADA = Source(
    "THROMBOSIS_CANADA",
    "Thrombosis Canada, clinical guides",
    "2025",
    "thrombosiscanada.ca",
    review_by="2027-06-01",
    short="Thrombosis Canada 2025",
)
BMJ_NICE_2020 = Source(
    "BMJ_NICE_2020",
    "NG158 summarised by its own committee, BMJ 2020;369:m1565",
    "2020",
    "doi:10.1136/bmj.m1565",
    short="NICE summary in the BMJ",
)
ISTH_OBESITY_2021 = Source(
    "ISTH_OBESITY_2021",
    "ISTH guidance on DOACs in obesity and after bariatric surgery",
    "2021",
    short="ISTH 2021 on obesity",
)
BSH_APS_2020 = Source(
    "BSH_APS_2020",
    "British Society for Haematology, antiphospholipid syndrome",
    "2020",
    short="BSH 2020 on APS",
)
ITAC_2022 = Source(
    "ITAC_2022", "ITAC guideline on clots in people with cancer", "2022", short="ITAC 2022"
)
CHILD_PUGH_TABLES = Source(
    "CHILD_PUGH_TABLES",
    "Child-Pugh score: Cleveland Clinic Journal of Medicine, MSD Manual (2023), Gut",
    "read 2026",
    short="Child-Pugh",
)
NG89 = Source(
    "NG89",
    "NICE guideline NG89, venous thromboembolism in over 16s: reducing the risk in hospital",
    "2018, updated 2019",
    "www.nice.org.uk/guidance/ng89",
    short="NICE NG89",
)
DERBYSHIRE = Source(
    "DERBYSHIRE", "Derbyshire formulary, compression hosiery", "read 2026", short="Derbyshire formulary"
)
