"""The class of what provoked the clot: the strongest factor counts (reference 2, section 3.1)."""

from veinway.care.facts.leg import active_cancer
from veinway.care.sources import CHEST_2021, ESC_2019, LOCAL, PRODUCT, THROMBOSIS_CANADA
from veinway.care.treatment.choice.patients import antiphospholipid
from veinway.care.treatment.duration.clot import (
    clot_dated,
    major_factor,
    operation_of_30_minutes,
    other_minor_factor,
    persistent_factor,
    thrombophilia,
)
from veinway.care.treatment.duration.outcomes import (
    ANTIPHOSPHOLIPID,
    CANCER,
    HIGH_RISK_THROMBOPHILIA,
    MAJOR_TRANSIENT,
    MINOR_AT_30_MINUTES,
    MINOR_TRANSIENT,
    NOT_DATED,
    PERSISTENT,
    UNPROVOKED,
)
from veinway.language import *

_STRONGEST = PRODUCT.at("reference 2, section 3.1, the strongest factor counts", LOCAL)
_TABLE_11 = ESC_2019.table(11)

PROVOCATION_CLASS = table(
    "provocation_class",
    "What provoked the clot",
    hit="first",
    source=_STRONGEST,
    rows=[
        row(no(clot_dated), NOT_DATED, id="not_dated", cite=_STRONGEST),
        row(active_cancer, CANCER, id="cancer", cite=_TABLE_11),
        row(antiphospholipid, ANTIPHOSPHOLIPID, id="antiphospholipid", cite=_TABLE_11),
        row(
            thrombophilia,
            HIGH_RISK_THROMBOPHILIA,
            id="thrombophilia",
            cite=THROMBOSIS_CANADA.at("duration of treatment"),
        ),
        row(
            major_factor,
            MAJOR_TRANSIENT,
            id="major",
            cite=CHEST_2021.at("provoking factors, 3 months and 2 months"),
        ),
        row(persistent_factor, PERSISTENT, id="persistent", cite=_TABLE_11),
        row(
            other_minor_factor,
            MINOR_TRANSIENT,
            id="minor",
            cite=CHEST_2021.at("provoking factors, 3 months and 2 months"),
        ),
        row(
            operation_of_30_minutes,
            MINOR_AT_30_MINUTES,
            id="boundary_ga_30min",
            cite=PRODUCT.at("reference 2, section 3.1, exactly 30 minutes", LOCAL),
        ),
        otherwise(UNPROVOKED, id="unprovoked", cite=_TABLE_11),
    ],
)
by_major_factor = PROVOCATION_CLASS.is_(MAJOR_TRANSIENT)
by_minor_factor = PROVOCATION_CLASS.one_of(MINOR_TRANSIENT, MINOR_AT_30_MINUTES)
unprovoked = PROVOCATION_CLASS.is_(UNPROVOKED)
persistent = PROVOCATION_CLASS.one_of(PERSISTENT, HIGH_RISK_THROMBOPHILIA)
