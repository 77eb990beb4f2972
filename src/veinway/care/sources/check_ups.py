"""Where the check-ups on direct oral anticoagulants come from."""

from veinway.language import Source

SPS = Source(
    "SPS",
    "NHS Specialist Pharmacy Service, monitoring of direct oral anticoagulants",
    "read 2026",
    short="SPS",
)
EHRA_2021 = Source(
    "EHRA_2021", "EHRA practical guide on oral anticoagulants, 2021", "2021", short="EHRA 2021"
)
TC_DOAC = Source(
    "TC_DOAC",
    "Thrombosis Canada, questions on direct oral anticoagulants",
    "2025",
    short="Thrombosis Canada",
)
