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
