"""Who says what about bleeding: its risk, what bars anticoagulation, heparin, procedures, reversal."""

from veinway.language import Source

ASCO_PLATELETS = Source(
    "ASCO_PLATELETS",
    "ASCO guideline on clots in people with cancer, contraindications",
    "as reported in secondary pages",
    short="ASCO",
)
LOTHIAN_DALTEPARIN = Source(
    "LOTHIAN_DALTEPARIN",
    "NHS Lothian protocol for dalteparin",
    "read 2026",
    short="NHS Lothian",
)
TC_HIT = Source(
    "TC_HIT",
    "Thrombosis Canada, clinical guide on heparin-induced thrombocytopenia",
    "2025",
    "thrombosiscanada.ca",
    short="Thrombosis Canada on HIT",
)
FOUR_TS_2006 = Source(
    "FOUR_TS_2006",
    "The 4Ts score for heparin-induced thrombocytopenia, as by Warkentin",
    "2006",
    short="4Ts",
)
ASH_HIT_2018 = Source(
    "ASH_HIT_2018",
    "ASH guideline on heparin-induced thrombocytopenia",
    "2018",
    short="ASH 2018 on HIT",
)
HAS_BLED_2010 = Source(
    "HAS_BLED_2010",
    "Pisters R, Chest 2010;138:1093-100, HAS-BLED",
    "2010",
    short="HAS-BLED",
)
VTE_BLEED_2016 = Source(
    "VTE_BLEED_2016",
    "Klok FA, Eur Respir J 2016;48:1369-76, VTE-BLEED, and the pooled validation in PMC6283241",
    "2016 and 2018",
    short="VTE-BLEED",
)
RIETE_2008 = Source(
    "RIETE_2008",
    "Ruiz-Gimenez N, Thromb Haemost 2008;100:26-31, RIETE score",
    "2008",
    short="RIETE",
)
CHEST_FACTORS_2016 = Source(
    "CHEST_FACTORS_2016",
    "CHEST guidelines of 2012 and 2016, table of risk factors for bleeding",
    "2012 and 2016",
    short="CHEST 2016",
)
IMPROVE_BLEEDING_2011 = Source(
    "IMPROVE_BLEEDING_2011",
    "Decousus H, Chest 2011;139:69-79, IMPROVE bleeding score",
    "2011",
    short="IMPROVE bleeding",
)
ANDEXANET_LEAFLET = Source(
    "ANDEXANET_LEAFLET",
    "EMA package leaflet of Ondexxya (andexanet alfa)",
    "read 2026",
    short="andexanet leaflet",
)
FDA_ANDEXANET = Source(
    "FDA_ANDEXANET",
    "FDA safety notice on andexanet alfa",
    "December 2025",
    short="FDA on andexanet",
)
IDARUCIZUMAB_LEAFLET = Source(
    "IDARUCIZUMAB_LEAFLET",
    "EMA package leaflet of Praxbind (idarucizumab)",
    "read 2026",
    short="idarucizumab leaflet",
)
PCC_US_LABEL = Source(
    "PCC_US_LABEL",
    "US label of four-factor prothrombin complex, dose by INR",
    "as read in secondary pages",
    short="US label of PCC",
)
PROTAMINE_PAGES = Source(
    "PROTAMINE_PAGES",
    "Protamine for heparins, reference pages",
    "read 2026",
    short="protamine pages",
)
BSH_HIT_2012 = Source(
    "BSH_HIT_2012",
    "British Society for Haematology, heparin-induced thrombocytopenia",
    "2012",
    short="BSH 2012 on HIT",
)
