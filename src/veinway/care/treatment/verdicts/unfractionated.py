"""Unfractionated heparin: every reason for and against it (reference 2, 1.0, 1.3, 1.4.7)."""

from veinway.care.sources import DICTIONARY, ESC_2019
from veinway.care.treatment.outcomes import ALLOWED, RECOMMENDED
from veinway.care.treatment.verdicts import heparins
from veinway.care.treatment.verdicts.shared import (
    CAREFUL_IN_LIVER,
    barred,
    cautious_with_any,
    no_regimen_for_superficial,
    unsettled_for_any,
    unstable,
)
from veinway.language import *

_MATRIX = DICTIONARY.at("reference 2, section 1.3")

HEPARIN_VERDICT = table(
    "heparin_verdict",
    "Unfractionated heparin: what speaks for and against it",
    hit="worst",
    source=_MATRIX,
    rows=[
        barred,
        *heparins.BARS,
        no_regimen_for_superficial,
        *heparins.AGAINST,
        unsettled_for_any,
        cautious_with_any,
        *CAREFUL_IN_LIVER,
        row(unstable, RECOMMENDED, id="unstable embolism", cite=ESC_2019.section("6.2.1 and 6.6")),
        otherwise(ALLOWED, cite=_MATRIX),
    ],
)
