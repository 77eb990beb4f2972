"""Where warfarin's dose tables and the rules on the INR come from."""

from veinway.language import Source

FENNERTY = Source(
    "FENNERTY",
    "Fennerty et al., flexible induction dose regimen for warfarin",
    "1984, as printed in two hospital protocols",
    short="Fennerty",
)
ROBERTS = Source(
    "ROBERTS",
    "Roberts et al., age adjusted warfarin loading protocol, as printed in Sci Rep 2023, table 1",
    "2023",
    "doi:10.1038/s41598-023-45379-7",
    short="age-adjusted (Roberts)",
)
PENGO = Source(
    "PENGO", "Pengo et al., weekly dose after four doses of 5 mg", "code copy, read 2026", short="Pengo"
)
DUODECIM = Source("DUODECIM", "Duodecim guidance on warfarin", "read 2026", short="Duodecim")
ANTICOAGULATION_THERAPY = Source(
    "ANTICOAGULATION_THERAPY",
    "Anticoagulation Therapy, table 2.12, adjustment of maintenance doses",
    "read 2026",
    short="Anticoagulation Therapy",
)
TC_WARFARIN = Source(
    "TC_WARFARIN", "Thrombosis Canada, warfarin", "2025", short="Thrombosis Canada, warfarin"
)
TC_INR = Source(
    "TC_INR",
    "Thrombosis Canada, management of the INR out of range",
    "15 June 2025",
    short="Thrombosis Canada, INR",
)
BSH_2011 = Source(
    "BSH_2011",
    "British Society for Haematology, oral anticoagulation with warfarin, fourth edition",
    "2011",
    short="BSH 2011",
)
BCSH_1998 = Source("BCSH_1998", "BCSH, oral anticoagulation, third edition", "1998", short="BCSH 1998")
ACCP_2012 = Source(
    "ACCP_2012", "ACCP, evidence-based management of anticoagulant therapy", "2012", short="ACCP 2012"
)
NG196 = Source("NG196", "NICE guideline NG196, atrial fibrillation", "2021", short="NICE NG196")
AHRQ_TTR = Source(
    "AHRQ_TTR",
    "AHRQ measure, time in therapeutic range (LOINC 72281-9)",
    "read 2026",
    short="AHRQ time in range",
)
