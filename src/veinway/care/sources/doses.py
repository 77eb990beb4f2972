"""Who says what about doses, beside the labels: trials, hospital protocols, registers of products."""

from veinway.language import Source

RASCHKE_1993 = Source(
    "RASCHKE_1993",
    "Raschke RA, weight-based heparin nomogram, Ann Intern Med 1993",
    "1993",
    short="Raschke 1993",
)
UK_TRUST_ENOXAPARIN = Source(
    "UK_TRUST_ENOXAPARIN",
    "Guideline of a UK hospital trust on treatment with enoxaparin",
    "read 2026",
    short="UK hospital guideline on enoxaparin",
)
RXNORM_PRODUCTS = Source(
    "RXNORM_PRODUCTS", "RxNorm, products of oral anticoagulants", "read 2026", short="RxNorm"
)
RENOVE_2025 = Source(
    "RENOVE_2025", "RENOVE, reduced against full dose extended treatment", "2025", short="RENOVE"
)
API_CAT_2025 = Source(
    "API_CAT_2025",
    "API-CAT, reduced against full dose apixaban in active cancer",
    "2025",
    short="API-CAT",
)
ISTH_PLATELETS_2018 = Source(
    "ISTH_PLATELETS_2018",
    "ISTH guidance on anticoagulation in cancer with low platelets",
    "2018",
    short="ISTH 2018 on platelets",
)
HAS_FONDAPARINUX = Source(
    "HAS_FONDAPARINUX",
    "Haute Autorité de Santé, fondaparinux in superficial vein thrombosis",
    "read 2026",
    short="HAS on fondaparinux",
)
