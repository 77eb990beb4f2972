"""Fondaparinux: every reason for and against it (reference 2, sections 1.3, 1.4.6 and 1.6)."""

from veinway.care.facts.person import age, pregnant
from veinway.care.facts.treatment import indication
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    DICTIONARY,
    FONDAPARINUX_LABEL,
    HAS_FONDAPARINUX,
    LOCAL,
    PRODUCT,
    THROMBOSIS_CANADA,
    S,
)
from veinway.care.treatment.bars import hit_bar, hypersensitive_to_fondaparinux
from veinway.care.treatment.outcomes import (
    ALLOWED,
    CAUTION,
    CONTRAINDICATED,
    NOT_RECOMMENDED,
    UNSETTLED,
)
from veinway.care.treatment.verdicts.shared import (
    CAREFUL_IN_LIVER,
    barred,
    breastfeeding,
    cautious_with_any,
    dialysis_or_below_15,
    high_risk_aps,
    mechanical,
    no_valid_clearance,
    off_label_in_hit,
    ufh_preferred,
    unsettled_for_any,
)
from veinway.language import *

_LABEL = FONDAPARINUX_LABEL.at("dosing and warnings")
_GUIDE = THROMBOSIS_CANADA.at("heparins")
_SILENT = PRODUCT.at("reference 2, section 1.3, where the matrix says nothing", LOCAL)
_superficial = indication.is_("svt")

FONDAPARINUX_VERDICT = table(
    "fondaparinux_verdict",
    "Fondaparinux: what speaks for and against it",
    hit="worst",
    source=DICTIONARY.at("reference 2, section 1.3"),
    rows=[
        barred,
        row(hypersensitive_to_fondaparinux, CONTRAINDICATED, id="hypersensitivity", cite=_LABEL),
        row(
            any_of(dialysis_or_below_15, all_of(creatinine_clearance < 30, no(_superficial))),
            CONTRAINDICATED,
            id="clearance below 30",
            cite=_GUIDE,
        ),
        row(
            all_of(creatinine_clearance < 20, _superficial),
            CONTRAINDICATED,
            id="superficial clot and clearance below 20",
            cite=HAS_FONDAPARINUX.at("kidney function", S, "an extract"),
        ),
        row(
            all_of(pregnant, no(hit_bar)),
            NOT_RECOMMENDED,
            id="pregnancy",
            cite=THROMBOSIS_CANADA.at("pregnancy"),
        ),
        row(breastfeeding, NOT_RECOMMENDED, id="breastfeeding", cite=FONDAPARINUX_LABEL.at("leaflet")),
        unsettled_for_any,
        row(mechanical, UNSETTLED, id="mechanical valve", cite=_SILENT),
        row(high_risk_aps, UNSETTLED, id="antiphospholipid syndrome of high risk", cite=_SILENT),
        no_valid_clearance,
        cautious_with_any,
        row(pregnant, CAUTION, id="pregnancy with HIT", cite=THROMBOSIS_CANADA.at("pregnancy")),
        off_label_in_hit,
        *CAREFUL_IN_LIVER,
        ufh_preferred,
        row(
            age >= 75,
            CAUTION,
            id="age 75 or over",
            cite=FONDAPARINUX_LABEL.at("age", S, "a copy of the UK product information"),
        ),
        row(
            creatinine_clearance < 50,
            CAUTION,
            id="clearance 30 to below 50",
            cite=_LABEL,
        ),
        otherwise(ALLOWED, cite=_LABEL),
    ],
)
