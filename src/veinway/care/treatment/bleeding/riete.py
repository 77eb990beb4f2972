"""RIETE: major bleeding in the first 3 months after a clot."""

from veinway.care.facts.bleeding_risk import anaemia, major_bleeding
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, age, serum_creatinine
from veinway.care.facts.treatment import indication
from veinway.care.sources import RIETE_2008, S
from veinway.care.treatment.bleeding.levels import HIGH, INFORMS, INTERMEDIATE, LOW
from veinway.language import *

_TABLE = RIETE_2008.at("weights", S, "two calculator pages; weights also in Blood 2020;135:724")
_RATES = RIETE_2008.at("major bleeding by score", S, "two calculator pages")

RIETE = score(
    "riete",
    "RIETE bleeding score",
    source=_TABLE,
    items=[
        points(
            2,
            any_event(major_bleeding, in_=within(days(14))),
            "Major bleeding less than 15 days ago",
        ),
        points("1.5", anaemia, "Anaemia"),
        points(
            "1.5",
            serum_creatinine > "106.08",
            "Creatinine over 1.2 mg/dL (106 umol/L)",
        ),
        points(1, active_cancer, "Cancer"),
        points(1, indication.one_of("pe", "sspe"), "Pulmonary embolism"),
        points(1, age > 75, "Age over 75"),
    ],
    bands=[up_to(0, LOW), up_to(4, INTERMEDIATE), above(4, HIGH)],
    for_whom=adult,
    warning=f"Some copies count major bleeding of less than 30 days ago. {INFORMS}",
)
_total = RIETE.total

RIETE_RATE = table(
    "riete_rate",
    "Major bleeding in 90 days by RIETE score",
    hit="first",
    source=_RATES,
    rows=[
        row(
            _total <= 0,
            neutral("riete_0", "Major bleeding in 90 days: 0.1 %", short="0.1 %"),
            cite=_RATES,
        ),
        row(
            _total <= 1,
            neutral("riete_1", "Major bleeding in 90 days: 1.4 %", short="1.4 %"),
            cite=_RATES,
        ),
        row(
            _total <= 2,
            neutral("riete_2", "Major bleeding in 90 days: 2.2 %", short="2.2 %"),
            cite=_RATES,
        ),
        row(
            _total <= 3,
            neutral("riete_3", "Major bleeding in 90 days: 4.4 %", short="4.4 %"),
            cite=_RATES,
        ),
        row(
            _total <= 4,
            neutral("riete_4", "Major bleeding in 90 days: 4.2 %", short="4.2 %"),
            cite=_RATES,
        ),
        row(
            _total <= 5,
            neutral("riete_5", "Major bleeding in 90 days: 4.9 %", short="4.9 %"),
            cite=_RATES,
        ),
        row(
            _total <= 6,
            neutral("riete_6", "Major bleeding in 90 days: 11 %", short="11 %"),
            cite=_RATES,
        ),
        otherwise(
            neutral("riete_over_6", "Major bleeding in 90 days: 20 %", short="20 %"),
            cite=_RATES,
        ),
    ],
)
