"""The pill and hormones, as a woman tells of herself: UKMEC 2016, and the route of replacement.

UKMEC speaks first because this product's default country is the United Kingdom; the clinician's page
shows US MEC beside it. Whoever fills this in decides nothing with it.
"""

from veinway.care.facts.background import previous_vte
from veinway.care.facts.person import adult
from veinway.care.facts.prevention_history import known_thrombophilia
from veinway.care.facts.prevention_hormones import antiphospholipid_antibodies
from veinway.care.facts.prevention_public import hormone_wish
from veinway.care.prevention.hormones.outcomes import MEC_1, MEC_2, MEC_3, MEC_4
from veinway.care.prevention.hormones.ukmec import BY_TOLD
from veinway.care.prevention.public.outcomes import (
    DISCUSS,
    EITHER_WAY,
    HORMONES_ASK,
    NOT_COMBINED,
    NOTHING_AGAINST,
    THROUGH_THE_SKIN,
    WITHOUT_OESTROGEN,
)
from veinway.care.sources import LOCAL, PRODUCT, UKMEC_2016, S
from veinway.language import *

_UKMEC = UKMEC_2016.at("combined contraception", S, "two transcriptions; draft until 2025 is compared")
_METHODS = UKMEC_2016.at("other methods", S, "transcriptions; draft until 2025 is compared")
_RULE = PRODUCT.at("reference 4, section 6.2", LOCAL)
_OWN = PRODUCT.at("hormones for the public", LOCAL)
_SAID = {
    MEC_4.key: NOT_COMBINED,
    MEC_3.key: NOT_COMBINED,
    MEC_2.key: DISCUSS,
    MEC_1.key: NOTHING_AGAINST,
}
combined = hormone_wish.is_("combined")
_replacement = hormone_wish.is_("replacement")
PUBLIC_HORMONES = table(
    "public_hormones",
    "The pill and hormones, for the public",
    hit="worst",
    source=_UKMEC,
    rows=[
        row(all_of(combined, previous_vte), NOT_COMBINED, id="PH-clot", cite=_UKMEC),
        *[
            row(all_of(combined, when), _SAID[category.key], id=f"PH-{name}", cite=cite)
            for name, when, category, cite in BY_TOLD
        ],
        row(all_of(combined, no(adult)), HORMONES_ASK, id="PH-child", cite=_OWN),
        row(
            all_of(_replacement, any_of(previous_vte, known_thrombophilia, antiphospholipid_antibodies)),
            THROUGH_THE_SKIN,
            id="PH-skin",
            cite=_RULE,
        ),
        row(_replacement, EITHER_WAY, id="PH-route", cite=_RULE),
        row(
            hormone_wish.is_("without_oestrogen"),
            WITHOUT_OESTROGEN,
            id="PH-without-oestrogen",
            cite=_METHODS,
        ),
        otherwise(NOTHING_AGAINST, id="PH-1", cite=_UKMEC),
    ],
    meanwhile=[otherwise(HORMONES_ASK, id="PH-unknown", cite=_OWN)],
)
