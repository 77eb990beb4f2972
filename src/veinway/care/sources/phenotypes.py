"""Published definitions of clots in coded records, each at the state that was read."""

from veinway.language import Source

CALIBER = Source(
    "CALIBER", "CALIBER / HDR UK, chronological map of phenotypes", "commit f4f614f", short="CALIBER"
)
OPENSAFELY_VACCINATED = Source(
    "OPENSAFELY_VACCINATED",
    "OpenSAFELY, post-covid-vaccinated",
    "commit 145aa57",
    short="OpenSAFELY vaccinated",
)
OPENSAFELY_OUTCOMES = Source(
    "OPENSAFELY_OUTCOMES",
    "OpenSAFELY, post-covid-outcomes",
    "commit f3b58c7",
    short="OpenSAFELY outcomes",
)
OPENSAFELY_ANTICOAGULANTS = Source(
    "OPENSAFELY_ANTICOAGULANTS",
    "OpenSAFELY, anticoagulants-research",
    "commit cd38ff3",
    short="OpenSAFELY anticoagulants",
)
BHF_CCU002 = Source(
    "BHF_CCU002", "BHF Data Science Centre, CCU002_02", "commit 1f6c235", short="BHF CCU002_02"
)
OHDSI = Source("OHDSI", "OHDSI phenotype library", "read 2026", short="OHDSI")
