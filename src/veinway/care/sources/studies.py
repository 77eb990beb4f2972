"""Papers: the scores as published, and the studies that say for whom they hold."""

from veinway.language import Source

WELLS_1997 = Source(
    "WELLS_1997",
    "Wells PS, Lancet 1997;350:1795-8",
    "1997",
    "doi:10.1016/S0140-6736(97)08140-3",
    short="Wells 1997",
)
SILVEIRA_2015 = Source(
    "SILVEIRA_2015",
    "Silveira PC, JAMA Intern Med 2015;175:1112-7",
    "2015",
    "doi:10.1001/jamainternmed.2015.1687",
    short="Silveira 2015",
)
ADJUST_DVT = Source("ADJUST_DVT", "ADJUST-DVT study", "2023", short="ADJUST-DVT")
DE_MAESENEER_2016 = Source(
    "DE_MAESENEER_2016",
    "De Maeseneer MGR, Eur J Vasc Endovasc Surg 2016",
    "2016",
    "doi:10.1016/j.ejvs.2015.11.001",
    short="De Maeseneer 2016",
)
WELLS_2000 = Source(
    "WELLS_2000", "Wells PS, Thromb Haemost 2000;83:416-20", "2000", "pmid:10744147", short="Wells 2000"
)
GIBSON_2008 = Source(
    "GIBSON_2008", "Gibson NS, simplified Wells rule for embolism", "2008", short="Gibson 2008"
)
LE_GAL_2006 = Source(
    "LE_GAL_2006",
    "Le Gal G, Ann Intern Med 2006;144:165-71",
    "2006",
    "doi:10.7326/0003-4819-144-3-200602070-00004",
    short="Le Gal 2006",
)
KLOK_2008 = Source(
    "KLOK_2008",
    "Klok FA, Arch Intern Med 2008;168:2131-6",
    "2008",
    "doi:10.1001/archinte.168.19.2131",
    short="Klok 2008",
)
KLINE_2008 = Source(
    "KLINE_2008", "Kline JA, J Thromb Haemost 2008;6:772-80", "2008", "pmid:18318689", short="Kline 2008"
)
YEARS_2017 = Source(
    "YEARS_2017",
    "van der Hulle T, Lancet 2017;390:289-97",
    "2017",
    "doi:10.1016/S0140-6736(17)30885-1",
    short="YEARS 2017",
)
ARTEMIS_2019 = Source(
    "ARTEMIS_2019",
    "van der Pol LM, N Engl J Med 2019;380:1139-49",
    "2019",
    "doi:10.1056/NEJMoa1813865",
    short="Artemis 2019",
)
PEGED_2019 = Source(
    "PEGED_2019",
    "Kearon C, N Engl J Med 2019;381:2125-34",
    "2019",
    "doi:10.1056/NEJMoa1909159",
    short="PEGeD 2019",
)
ROY_2021 = Source(
    "ROY_2021",
    "Roy PM, JAMA Cardiol 2021;6:669-77",
    "2021",
    "doi:10.1001/jamacardio.2021.0064",
    short="Roy 2021",
)
CONSTANS_2008 = Source(
    "CONSTANS_2008", "Constans J, Thromb Haemost 2008;99:202-7", "2008", short="Constans 2008"
)
KLEINJAN_2014 = Source(
    "KLEINJAN_2014", "Kleinjan A, Ann Intern Med 2014;160:451-7", "2014", short="Kleinjan 2014"
)
CHAN_2009 = Source(
    "CHAN_2009", "Chan WS, Ann Intern Med 2009;151:85-92", "2009", "pmid:19620161", short="Chan 2009"
)
RIGHINI_2013 = Source(
    "RIGHINI_2013", "Righini M, Haematologica 2013", "2013", "pmid:23065510", short="Righini 2013"
)
OUDEGA_2005 = Source(
    "OUDEGA_2005",
    "Oudega R, Thromb Haemost 2005;94:200-5",
    "2005",
    "doi:10.1160/TH04-12-0829",
    short="Oudega 2005",
)
AMUSE_2009 = Source("AMUSE_2009", "Büller HR, AMUSE management study", "2009", short="AMUSE 2009")
OSTFOLD_2020 = Source(
    "OSTFOLD_2020", "Ostfold study, Blood Adv 2020;4:5002", "2020", "NCT02486445", short="Ostfold 2020"
)
GEERSING_2014 = Source(
    "GEERSING_2014",
    "Geersing GJ, BMJ 2014;348:g1340",
    "2014",
    "doi:10.1136/bmj.g1340",
    short="Geersing 2014",
)
CALISTO_2013 = Source("CALISTO_2013", "CALISTO study, Blood 2013;122:1724", "2013", short="CALISTO")
RECURRENT_DVT_REVIEW = Source(
    "RECURRENT_DVT_REVIEW",
    "Review of the criteria for recurrent deep vein thrombosis",
    "read 2026",
    short="review of recurrent DVT",
)
RODGER_2017 = Source(
    "RODGER_2017",
    "Rodger MA, HERDOO2 validation, BMJ 2017;356:j1065; exclusions from PMC6287588, table 4",
    "2017",
    "doi:10.1136/bmj.j1065",
    short="Rodger 2017",
)
TOSETTO_2012 = Source(
    "TOSETTO_2012",
    "Tosetto A, DASH prediction rule, J Thromb Haemost 2012;10:1019-25",
    "2012",
    short="Tosetto 2012",
)
VIENNA = Source(
    "VIENNA",
    "Vienna prediction model of recurrent thromboembolism, and its prospective validation of 2023",
    "2010 and 2023",
    short="Vienna model",
)
PRANDONI_2004 = Source(
    "PRANDONI_2004", "Prandoni P, Ann Intern Med 2004;141:249-56", "2004", short="Prandoni 2004"
)
SOX_2014 = Source("SOX_2014", "SOX trial, Lancet 2014;383:880-8", "2014", short="SOX")
IDEAL_DVT = Source(
    "IDEAL_DVT", "IDEAL DVT trial of individually shortened compression", "2018", short="IDEAL"
)
OCTAVIA = Source("OCTAVIA", "OCTAVIA trial of stopping stockings after a year", "2016", short="OCTAVIA")
