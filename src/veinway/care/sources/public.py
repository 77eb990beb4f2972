"""Pages that the public reads, and the leaflets that Veinway was born from."""

from veinway.language import Source

NHS_DVT_2025 = Source(
    "NHS_DVT_2025", "NHS page on blood clots, as quoted in January 2025", "2025", short="NHS 2025"
)
NHS_PE_2023 = Source(
    "NHS_PE_2023", "NHS factsheet on pulmonary embolism, 1 June 2023", "June 2023", short="NHS 2023"
)
L0 = Source(
    "L0", "CIRSE leaflet on deep vein thrombosis, for patients", "read 2026", short="CIRSE leaflet"
)
L1 = Source(
    "L1", "Clinic page on deep vein thrombosis (Cadogan Clinic)", "read 2026", short="Cadogan leaflet"
)
L2 = Source(
    "L2",
    "Page on deep vein thrombosis by interventional radiologists, USA",
    "read 2026",
    short="US radiology leaflet",
)
L4 = Source(
    "L4",
    "Interview with a radiologist on deep vein thrombosis (Hague)",
    "read 2026",
    short="Hague leaflet",
)
L3 = Source("L3", "NHS leaflet on deep vein thrombosis, test page", "read 2026", short="NHS leaflet")
NHS_DG_DVT = Source(
    "NHS_DG_DVT", "NHS Dumfries & Galloway protocol for DVT", "read 2026", short="NHS D&G protocol"
)
DG_REFERRAL = Source(
    "DG_REFERRAL", "NHS Dumfries & Galloway referral drafts", "2026", short="NHS D&G referral"
)
SVT_CORNWALL = Source(
    "SVT_CORNWALL", "Cornwall guidance on superficial vein thrombosis", "read 2026", short="Cornwall SVT"
)
RADIOPAEDIA_PCD = Source(
    "RADIOPAEDIA_PCD", "Radiopaedia, phlegmasia cerulea dolens", "read 2026", short="Radiopaedia"
)
FPN_PHLEGMASIA = Source("FPN_PHLEGMASIA", "FPnotebook, phlegmasia", "read 2026", short="FPnotebook")
CKS_PE = Source(
    "CKS_PE", "NICE Clinical Knowledge Summaries, pulmonary embolism", "2018 copy", short="NICE CKS PE"
)
NI_DIRECT = Source("NI_DIRECT", "nidirect, pages on blood clots", "read 2026", short="nidirect")
