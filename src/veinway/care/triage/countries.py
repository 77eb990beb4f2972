"""How each country calls for help (reference 1, section 1.3). A number is shown only through these rows.

Fields: the emergency number as one says it after "call"; the emergency department after "go to"; the
advice line after "contact"; the first-line doctor after "an urgent appointment with". 111 is an advice
line in Great Britain, the emergency number in New Zealand, and does not exist in Northern Ireland.
"""

from veinway.care.sources import L3, LOCAL, NI_DIRECT, PRODUCT, U
from veinway.language import *

_GENERAL = PRODUCT.at("section 1.3, country words, from general knowledge", U)
_BRITAIN = {
    "emergency": "999",
    "department": "A&E",
    "advice_line": "NHS 111, by phone or online",
    "doctor": "a GP",
    "cites": (L3.at("999, A&E and 111"),),
}
_EUROPE = {
    "emergency": "112",
    "department": "a hospital emergency department",
    "advice_line": "your local health advice line",
    "doctor": "a family doctor",
    "cites": (_GENERAL,),
}

UNKNOWN_COUNTRY = {
    "name": "country not known",
    "emergency": "112 or your local emergency number",
    "department": "a hospital emergency department",
    "advice_line": "your local health advice line",
    "doctor": "a doctor",
    "cites": (PRODUCT.at("section 1.3, country not known", LOCAL),),
}
"""What is said where the country is not known."""

COUNTRIES = {
    "GB-ENG": {"name": "England", **_BRITAIN},
    "GB-WLS": {"name": "Wales", **_BRITAIN},
    "GB-SCT": {"name": "Scotland", **_BRITAIN},
    "GB-NIR": {
        "name": "Northern Ireland",
        "emergency": "999",
        "department": "A&E (the emergency department)",
        "advice_line": "your GP out-of-hours service",
        "doctor": "a GP",
        "cites": (NI_DIRECT.at("GP and GP out of hours"), _GENERAL),
    },
    "GB": {
        "name": "United Kingdom",
        **_BRITAIN,
        "advice_line": "NHS 111 (in Northern Ireland: your GP out-of-hours service)",
        "cites": (L3.at("999, A&E and 111"), NI_DIRECT.at("GP and GP out of hours"), _GENERAL),
    },
    "IE": {
        "name": "Ireland",
        "emergency": "112 or 999",
        "department": "an emergency department (ED)",
        "advice_line": "your GP out-of-hours co-op",
        "doctor": "a GP",
        "cites": (_GENERAL,),
    },
    "EU": {"name": "European Union and European Economic Area", **_EUROPE},
    "DE": {"name": "Germany", **_EUROPE, "advice_line": "116 117, the medical on-call service"},
    "US": {
        "name": "United States",
        "emergency": "911",
        "department": "an emergency room (ER)",
        "advice_line": "a nurse line or an urgent care clinic",
        "doctor": "your doctor or primary care provider",
        "cites": (_GENERAL,),
    },
    "CA": {
        "name": "Canada",
        "emergency": "911",
        "department": "a hospital emergency department (ER)",
        "advice_line": "811 (in most provinces)",
        "doctor": "a family doctor",
        "cites": (_GENERAL,),
    },
    "AU": {
        "name": "Australia",
        "emergency": "000",
        "department": "an emergency department (ED)",
        "advice_line": "healthdirect on 1800 022 222",
        "doctor": "a GP",
        "cites": (_GENERAL,),
    },
    "NZ": {
        "name": "New Zealand",
        "emergency": "111",
        "department": "an emergency department (ED)",
        "advice_line": "Healthline on 0800 611 116",
        "doctor": "a GP",
        "cites": (_GENERAL,),
    },
}
"""By ISO 3166 code, with its part of the country where that matters."""

SAME_AS = {
    "UK": "GB",
    **dict.fromkeys(
        (
            *("AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IS", "IT"),
            *("LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"),
        ),
        "EU",
    ),
}
"""Other codes, and the row that speaks for them."""
