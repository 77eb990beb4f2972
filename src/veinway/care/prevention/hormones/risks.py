"""What the combined pill and hormone replacement do to the risk of a clot; the route of replacement."""

from veinway.care.facts.person import adult, pregnant
from veinway.care.facts.prevention_clots import previous_vte
from veinway.care.facts.prevention_history import known_thrombophilia
from veinway.care.facts.prevention_hormones import combined_progestogen, hormone_replacement_route
from veinway.care.prevention.hormones.outcomes import EITHER_ROUTE, LOCAL_ONLY, TRANSDERMAL
from veinway.care.prevention.patients import combined_contraception_asked, replacement_asked
from veinway.care.prevention.questions import HORMONE_REPLACEMENT
from veinway.care.sources import EMA_CHC_2014, HRT_2019, LOCAL, PRODUCT, U
from veinway.language import *

_EMA = EMA_CHC_2014.at("absolute risk, per 10,000 women in a year")
_HRT = HRT_2019.at("abstract")
_RULE = PRODUCT.at("reference 4, section 6.2", LOCAL)
_asked = combined_contraception_asked
_RATES = {
    "levonorgestrel": "5 to 7",
    "etonogestrel": "6 to 12",
    "drospirenone": "9 to 12",
    "dienogest": "8 to 11",
}
CONTRACEPTION_RATES = table(
    "contraception_rates",
    "Clots in 10,000 women in a year",
    hit="collect",
    source=_EMA,
    rows=[
        row(_asked, neutral("rate_without", "Without hormones, not pregnant: 2 in 10,000."), cite=_EMA),
        *[
            row(
                all_of(_asked, combined_progestogen.is_(kind)),
                neutral(f"rate_{kind}", f"With this pill, patch or ring: {rate} in 10,000."),
                cite=_EMA,
            )
            for kind, rate in _RATES.items()
        ],
        row(
            all_of(_asked, pregnant),
            neutral("rate_pregnant", "Pregnant or just after birth: about 20 in 10,000."),
            cite=_EMA,
        ),
    ],
)
REPLACEMENT_RISK = table(
    "replacement_risk",
    "Hormone replacement and clots",
    hit="collect",
    source=_HRT,
    rows=[
        row(
            all_of(replacement_asked, hormone_replacement_route.is_("oral")),
            neutral(
                "replacement_oral_ratio",
                "Tablets: odds ratio 1.58 (1.52 to 1.64); oestrogen alone 1.40, combined 1.73, "
                "conjugated "
                "oestrogen with medroxyprogesterone 2.10, estradiol with dydrogesterone 1.18.",
            ),
            cite=_HRT,
        ),
        row(
            all_of(replacement_asked, hormone_replacement_route.is_("transdermal")),
            neutral("replacement_skin_ratio", "Patch, gel or spray: no association was found."),
            cite=_HRT,
        ),
    ],
)
REPLACEMENT_CONCLUSION = table(
    "replacement_veinway_conclusion",
    "Route of hormone replacement",
    hit="first",
    source=_RULE,
    rows=[
        row(
            hormone_replacement_route.is_("vaginal"),
            LOCAL_ONLY,
            id="vaginal",
            cite=HRT_2019.at("vaginal oestrogen", U),
        ),
        row(any_of(previous_vte, known_thrombophilia), TRANSDERMAL, id="risk", cite=_RULE),
        otherwise(EITHER_ROUTE, cite=_RULE),
    ],
)
REPLACEMENT = step(
    "replacement_veinway",
    "Hormone replacement, the route",
    question=HORMONE_REPLACEMENT,
    guideline="veinway",
    subject=PERSON,
    source=_RULE,
    for_whom=all_of(adult, replacement_asked),
    conclusion=REPLACEMENT_CONCLUSION,
    plan=[],
)
