"""Aspirin: no anticoagulant, no treatment of a clot; at most where prevention would else stop (T-40)."""

from veinway.care.sources import DICTIONARY, ESC_2019, LOCAL, PRODUCT
from veinway.care.treatment.bars import hypersensitive_to_aspirin
from veinway.care.treatment.outcomes import CAUTION, CONTRAINDICATED, NOT_RECOMMENDED
from veinway.care.treatment.verdicts.shared import barred, extended, unsettled_for_any
from veinway.language import *

ASPIRIN_VERDICT = table(
    "aspirin_verdict",
    "Aspirin: what speaks for and against it",
    hit="worst",
    source=DICTIONARY.at("reference 2, section 0.4"),
    rows=[
        barred,
        row(
            hypersensitive_to_aspirin,
            CONTRAINDICATED,
            id="hypersensitivity",
            cite=PRODUCT.at("reference 2, section 5.1", LOCAL),
        ),
        row(
            no(extended),
            NOT_RECOMMENDED,
            id="no treatment of a clot",
            cite=PRODUCT.at("reference 2, sections 0.4 and 10.1, T-40", LOCAL),
        ),
        unsettled_for_any,
        row(
            extended,
            CAUTION,
            id="only if an anticoagulant is declined",
            cite=ESC_2019.section("8.4"),
        ),
    ],
)
