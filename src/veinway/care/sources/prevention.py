"""What the rules of prevention cite (reference 4, sections 1 to 6)."""

from veinway.language import Source

CAPRINI_2005 = Source("CAPRINI_2005", "Caprini, Dis Mon 2005;51:70-8", "2005", short="Caprini 2005")
CAPRINI_BANDS = Source(
    "CAPRINI_BANDS", "Bands of the Caprini score with 60-day rates", "as reprinted", short="modern bands"
)
ACCP_2012_SURGERY = Source(
    "ACCP_2012_SURGERY",
    "CHEST guideline, ninth edition, prevention of VTE in non-orthopaedic surgery",
    "2012",
    short="ACCP 2012, surgery",
)
PADUA_2010 = Source("PADUA_2010", "Barbar, J Thromb Haemost 2010;8:2450-7", "2010", short="Padua 2010")
IMPROVE_2011 = Source("IMPROVE_2011", "Spyropoulos, Chest 2011;140:706-14", "2011", short="IMPROVE VTE")
IMPROVEDD_2017 = Source("IMPROVEDD_2017", "Gibson, TH Open 2017;1:e56-65", "2017", short="IMPROVEDD")
GENEVA_PROPHYLAXIS = Source(
    "GENEVA_PROPHYLAXIS",
    "Geneva risk score for VTE in hospitalised medical patients",
    "2014",
    short="Geneva prophylaxis score",
)
ENGLISH_TOOL = Source(
    "ENGLISH_TOOL",
    "Department of Health, risk assessment for venous thromboembolism",
    "2010, as adopted by NICE",
    short="English risk assessment tool",
)
CG92 = Source(
    "CG92",
    "NICE clinical guideline CG92, reducing the risk of VTE in hospital",
    "2010",
    short="NICE CG92",
)
TRIP_CAST_2020 = Source(
    "TRIP_CAST_2020", "Nemeth, EClinicalMedicine 2020;20:100270", "2020", short="TRiP(cast) 2020"
)
CASTING_2024 = Source("CASTING_2024", "CASTING, Lancet 2024", "2024", short="CASTING 2024")
GEMNET = Source(
    "GEMNET",
    "Guideline on lower-limb immobilisation, College of Emergency Medicine",
    "2012",
    short="GEMNet",
)
KHORANA_2008 = Source("KHORANA_2008", "Khorana, Blood 2008;111:4902-7", "2008", short="Khorana 2008")
ASCO_VTE = Source(
    "ASCO_VTE", "ASCO guideline on VTE in people with cancer", "2019, updated 2023", short="ASCO 2023"
)
COMPASS_CAT_2017 = Source(
    "COMPASS_CAT_2017", "Gerotziafas, Oncologist 2017;22:1222-31", "2017", short="COMPASS-CAT"
)
TC_PROPHYLAXIS = Source(
    "TC_PROPHYLAXIS",
    "Thrombosis Canada, clinical guides on prophylaxis",
    "2025",
    short="Thrombosis Canada, prophylaxis",
)
ASH_MEDICAL_2018 = Source(
    "ASH_MEDICAL_2018",
    "ASH guideline on prophylaxis for medical inpatients",
    "2018",
    short="ASH 2018, medical inpatients",
)
RCOG_37A = Source(
    "RCOG_37A",
    "RCOG Green-top Guideline 37a, reducing the risk of VTE in pregnancy and the puerperium",
    "April 2015",
    short="RCOG 37a",
)
BSH_TRAVEL_2010 = Source(
    "BSH_TRAVEL_2010",
    "British Society for Haematology, travel-related venous thrombosis",
    "2010, reviewed 2023",
    short="BSH travel guideline",
)
TRAVEL_TABLE = Source(
    "TRAVEL_TABLE",
    "NICE CKS table of risk on journeys, as NHS Scotland and a GP page reprint it",
    "read 2026",
    short="NICE CKS, travel",
)
COCHRANE_TRAVEL_2021 = Source(
    "COCHRANE_TRAVEL_2021",
    "Cochrane review, compression stockings for airline passengers",
    "2021",
    short="Cochrane 2021",
)
CAA_HEALTH = Source(
    "CAA_HEALTH", "UK Civil Aviation Authority, fitness to fly", "read 2026", short="UK CAA"
)
DANISH_AEROMEDICAL = Source(
    "DANISH_AEROMEDICAL", "Danish aeromedical guidance", "read 2026", short="Danish guidance"
)
IATA_MANUAL = Source("IATA_MANUAL", "IATA medical manual", "not read", short="IATA")
BTS_FLYING = Source("BTS_FLYING", "British Thoracic Society, air travel", "not read", short="BTS")
EMA_CHC_2014 = Source(
    "EMA_CHC_2014", "EMA review of combined hormonal contraceptives", "2013/14", short="EMA 2014"
)
UKMEC_2016 = Source(
    "UKMEC_2016",
    "UK Medical Eligibility Criteria for contraceptive use; a 2025 edition is announced and not read",
    "2016, amended 2019",
    short="UKMEC 2016",
)
US_MEC_2024 = Source(
    "US_MEC_2024",
    "US Medical Eligibility Criteria for contraceptive use, summary chart",
    "2024",
    short="US MEC 2024",
)
HRT_2019 = Source("HRT_2019", "Vinogradova, BMJ 2019;364:k4810", "2019", short="Vinogradova 2019")
SMOKING_2013 = Source("SMOKING_2013", "Cheng, PLoS Med 2013;10:e1001515", "2013", short="Cheng 2013")
SURGERY_HORMONES = Source(
    "SURGERY_HORMONES",
    "NICE CG92 on oestrogen and on local infiltration, place in NG89 not read",
    "as summarised",
    short="summary of NICE CG92",
)
PREVENTION_LABELS = Source(
    "PREVENTION_LABELS",
    "EU package leaflets: Inhixa, Arixtra, apixaban, dabigatran",
    "2022 copies",
    short="EU leaflets",
)
