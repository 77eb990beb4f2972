"""Where clot removal, stents and filters come from."""

from veinway.language import Source

IPG651 = Source(
    "IPG651",
    "NICE IPG651, percutaneous mechanical thrombectomy for acute DVT of the leg",
    "2019",
    short="NICE IPG651",
)
SIR_2014 = Source(
    "SIR_2014",
    "SIR 2014, contraindications to catheter-directed thrombolysis, as reprinted",
    "2014",
    short="SIR 2014",
)
SIR_2023 = Source(
    "SIR_2023",
    "SIR position statement on endovascular clot removal in DVT, abstract",
    "2023",
    short="SIR 2023",
)
SIR_2020 = Source("SIR_2020", "SIR guideline on filters of the vena cava", "2020", short="SIR 2020")
AHA_2011 = Source(
    "AHA_2011", "AHA scientific statement on massive and iliofemoral clots", "2011", short="AHA 2011"
)
ASH_2020_DVT = Source(
    "ASH_2020_DVT", "ASH guideline on the treatment of clots", "2020", short="ASH 2020"
)
CAVENT = Source("CAVENT", "CaVenT trial, abstracts", "2012 and 2016", short="CaVenT")
ATTRACT = Source("ATTRACT", "ATTRACT trial, abstracts", "2017 and 2019", short="ATTRACT")
CAVA = Source("CAVA", "CAVA trial, abstract", "2020", short="CAVA")
TORPEDO = Source("TORPEDO", "TORPEDO trial, abstracts", "2010 and 2012", short="TORPEDO")
C_TRACT = Source("C_TRACT", "C-TRACT trial, entry criteria", "read 2026", short="C-TRACT")
MILINIS_2018 = Source(
    "MILINIS_2018", "Milinis et al., Delphi consensus after venous stents", "2018", short="Milinis 2018"
)
FDA_FILTERS = Source(
    "FDA_FILTERS", "FDA communication on removing filters", "2010 and 2014", short="FDA"
)
TC_FILTERS = Source(
    "TC_FILTERS",
    "Thrombosis Canada, filters of the vena cava",
    "December 2025",
    short="Thrombosis Canada",
)
