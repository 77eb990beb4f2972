"""Where the severity of an embolism, its treatment by class and home treatment come from."""

from veinway.language import Source

BTS_2018 = Source(
    "BTS_2018",
    "British Thoracic Society, outpatient management of pulmonary embolism",
    "2018",
    short="BTS 2018",
)
BTS_QS_2020 = Source(
    "BTS_QS_2020",
    "British Thoracic Society quality standards, outpatient management of embolism",
    "2020",
    short="BTS standards 2020",
)
HESTIA_2011 = Source(
    "HESTIA_2011",
    "Zondag et al., outpatient treatment by the Hestia criteria, J Thromb Haemost 2011;9:1500-7",
    "2011",
    short="Hestia",
)
BOVA_2014 = Source("BOVA_2014", "Bova et al., Eur Respir J 2014;44:694-703", "2014", short="Bova 2014")
PESI_2005 = Source(
    "PESI_2005",
    "Aujesky et al., Am J Respir Crit Care Med 2005;172:1041-6, as printed in four tables",
    "2005",
    short="PESI",
)
TC_PE_HIGH = Source(
    "TC_PE_HIGH",
    "Thrombosis Canada, intermediate- and high-risk pulmonary embolism",
    "2025",
    short="Thrombosis Canada",
)
HI_PEITHO = Source(
    "HI_PEITHO", "HI-PEITHO trial, entry criteria in the registry", "2026", short="HI-PEITHO"
)
NEWS2_2017 = Source(
    "NEWS2_2017", "Royal College of Physicians, National Early Warning Score 2", "2017", short="NEWS2"
)
PEITHO_2014 = Source("PEITHO_2014", "PEITHO trial, N Engl J Med 2014;370:1402", "2014", short="PEITHO")
ALTEPLASE_LABEL = Source(
    "ALTEPLASE_LABEL",
    "Actilyse, UK summary of product characteristics",
    "10 September 2024",
    short="alteplase label",
)
IPG524 = Source(
    "IPG524",
    "NICE IPG524, ultrasound-enhanced, catheter-directed thrombolysis for embolism",
    "2015",
    short="NICE IPG524",
)
CATHETER_PROTOCOLS = Source(
    "CATHETER_PROTOCOLS",
    "Hospital and single-centre protocols of thrombolysis by catheter in DVT",
    "read 2026",
    short="catheter protocols",
)
ESC_ERS_2022 = Source(
    "ESC_ERS_2022", "ESC/ERS guideline on pulmonary hypertension", "2022", short="ESC/ERS 2022"
)
