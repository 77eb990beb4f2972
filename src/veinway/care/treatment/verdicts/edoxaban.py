"""Edoxaban: every reason for and against it (reference 2, sections 1.2, 1.3, 1.5 and 1.6).

A clearance of 15 to 50, a weight up to 60 kg and some inhibitors lower the dose: no reason against it.
"""

from veinway.care.facts.leg import active_cancer
from veinway.care.facts.medicines import (
    takes_diltiazem,
    takes_glecaprevir,
    takes_hiv_booster_or_protease_inhibitor,
    takes_inducer,
    takes_itraconazole,
    takes_nirmatrelvir,
    takes_posaconazole,
    takes_tacrolimus,
    takes_voriconazole,
)
from veinway.care.facts.person import pregnant
from veinway.care.sources import DICTIONARY, EDOXABAN_LABEL, LOCAL, PRODUCT, US_LABELS, S
from veinway.care.treatment.bars import hypersensitive_to_edoxaban, severe_hypertension
from veinway.care.treatment.liver import class_a, class_b, class_c
from veinway.care.treatment.outcomes import (
    ALLOWED,
    CAUTION,
    CONTRAINDICATED,
    NOT_RECOMMENDED,
    UNSETTLED,
)
from veinway.care.treatment.verdicts import doacs
from veinway.care.treatment.verdicts.shared import (
    bilirubin_high,
    breastfeeding,
    enzymes_high,
    in_us,
    mechanical,
    no_regimen_for_superficial,
    not_below_15,
    not_in_us,
    tube_beyond_stomach,
)
from veinway.language import *

_DOSING, _BARS = EDOXABAN_LABEL.section("4.2"), EDOXABAN_LABEL.section("4.3")
_WARNINGS, _INTERACTIONS = EDOXABAN_LABEL.section("4.4"), EDOXABAN_LABEL.section("4.5")
_UNLISTED = EDOXABAN_LABEL.section("4.5, where the drug is not listed")

EDOXABAN_VERDICT = table(
    "edoxaban_verdict",
    "Edoxaban: what speaks for and against it",
    hit="worst",
    source=DICTIONARY.at("reference 2, section 1.3"),
    rows=[
        *doacs.BARS,
        row(hypersensitive_to_edoxaban, CONTRAINDICATED, id="hypersensitivity", cite=_BARS),
        row(pregnant, CONTRAINDICATED, id="pregnancy", cite=_BARS),
        row(breastfeeding, CONTRAINDICATED, id="breastfeeding", cite=_BARS),
        row(severe_hypertension, CONTRAINDICATED, id="severe hypertension", cite=_BARS),
        *doacs.AGAINST,
        no_regimen_for_superficial,
        row(mechanical, NOT_RECOMMENDED, id="mechanical valve", cite=_WARNINGS),
        doacs.not_above_120_kg,
        *doacs.AGAINST_BY_CLOT_AND_CANCER,
        doacs.not_in_luminal_gi_cancer,
        not_below_15(_DOSING),
        row(class_c, NOT_RECOMMENDED, id="Child-Pugh C", cite=_DOSING),
        row(
            all_of(in_us, class_b),
            NOT_RECOMMENDED,
            id="Child-Pugh B in the US",
            cite=US_LABELS.at("edoxaban", S, "secondary pages"),
        ),
        row(
            any_of(takes_voriconazole, takes_posaconazole),
            UNSETTLED,
            id="voriconazole or posaconazole not listed",
            cite=_UNLISTED,
        ),
        row(takes_tacrolimus, UNSETTLED, id="tacrolimus not listed", cite=_UNLISTED),
        row(takes_glecaprevir, UNSETTLED, id="glecaprevir not listed", cite=_UNLISTED),
        row(
            any_of(takes_hiv_booster_or_protease_inhibitor, takes_nirmatrelvir),
            UNSETTLED,
            id="HIV drugs or nirmatrelvir not studied",
            cite=_INTERACTIONS,
        ),
        row(
            all_of(not_in_us, takes_itraconazole),
            UNSETTLED,
            id="itraconazole not listed",
            cite=_UNLISTED,
        ),
        *doacs.OPEN,
        row(takes_diltiazem, UNSETTLED, id="diltiazem not listed", cite=_UNLISTED),
        row(
            tube_beyond_stomach,
            UNSETTLED,
            id="tube beyond the stomach",
            cite=PRODUCT.at("reference 2, section 1.6.8, edoxaban by tube", LOCAL),
        ),
        row(class_b, CAUTION, id="Child-Pugh B", cite=_DOSING),
        row(takes_inducer, CAUTION, id="inducer", cite=_INTERACTIONS),
        row(class_a, CAUTION, id="Child-Pugh A", cite=_DOSING),
        *doacs.CAREFUL,
        *doacs.BLEEDING,
        row(enzymes_high, CAUTION, id="liver enzymes", cite=_WARNINGS),
        row(bilirubin_high, CAUTION, id="bilirubin", cite=_WARNINGS),
        row(
            active_cancer,
            CAUTION,
            id="cancer",
            cite=EDOXABAN_LABEL.section("4.4; CHEST 2021, recommendation 16, recommends it"),
        ),
        otherwise(ALLOWED, cite=_DOSING),
    ],
)
