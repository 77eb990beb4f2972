"""An earlier clot, however it was answered: as one question, or by its two kinds (reference 4, 11.2)."""

from veinway.care.facts.background import previous_vte as stated_vte
from veinway.care.facts.leg_signs import previous_vte as vte_by_kind
from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

_ONE_HISTORY = PRODUCT.at("an earlier clot is either of its kinds, whichever was asked", LOCAL)
_NO, _YES = Band("no", "no"), Band("yes", "yes")
_STATED, _BY_KIND = [
    score(
        key,
        label,
        source=_ONE_HISTORY,
        items=[points(1, so)],
        bands=[below(1, _NO), from_(1, _YES)],
        for_whom=None,
    ).total
    for key, label, so in (
        ("earlier_clot_as_stated", "an earlier clot as stated", stated_vte),
        ("earlier_clot_by_kind", "an earlier DVT or embolism", vte_by_kind),
    )
]
previous_vte = (
    Derived(
        "earlier_clot_stated_or_by_kind",
        "A clot in a deep vein or a lung before, stated or by its kind (0 is no, 1 is yes)",
        "1",
        agreed(_STATED, _BY_KIND),
        _ONE_HISTORY,
    )
    >= 1
)
"""Either answer is enough; two that contradict each other are refused."""
