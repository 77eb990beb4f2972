"""Where a clot in the lung is: from segmental level up it is diagnostic (sections 4.2 and 4.4)."""

from veinway.care.sources import DICTIONARY, ESC_2019
from veinway.care.suspected_pe.results import clot_location
from veinway.language import *

SEGMENTAL_OR_MORE = neutral(
    "segmental_or_more",
    "The clot reaches a segmental artery or a more central one: diagnostic. That it is central or "
    "saddles the bifurcation does not by itself mean unstable.",
    short="segmental or more proximal",
)
SUBSEGMENTAL = neutral(
    "subsegmental",
    "Subsegmental only: below the level at which CT is diagnostic by itself.",
    short="subsegmental",
)
NO_CLOT_IN_LUNG = neutral("no_clot_in_lung", "No clot in a pulmonary artery.", short="none")

_THRESHOLD = ESC_2019.at("figure 5, diagnostic from segmental level up")

PE_LOCATION = table(
    "pe_location",
    "Place of a clot in the lung",
    hit="unique",
    source=_THRESHOLD,
    rows=[
        row(
            clot_location.one_of("saddle", "central", "lobar", "segmental"),
            SEGMENTAL_OR_MORE,
            cite=_THRESHOLD,
        ),
        row(
            clot_location.one_of("subsegmental_single", "subsegmental_multiple"),
            SUBSEGMENTAL,
            cite=ESC_2019.section("4.11, row E12"),
        ),
        row(clot_location.is_("none"), NO_CLOT_IN_LUNG, cite=DICTIONARY.at("section 4.2")),
    ],
)
