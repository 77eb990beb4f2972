"""Apixaban: every reason for and against it (reference 2, sections 1.2, 1.3, 1.5 and 1.6)."""

from veinway.care.facts.medicines import (
    takes_ciclosporin,
    takes_clarithromycin,
    takes_dronedarone,
    takes_erythromycin,
    takes_glecaprevir,
    takes_hiv_booster_or_protease_inhibitor,
    takes_inducer,
    takes_itraconazole,
    takes_ketoconazole,
    takes_nirmatrelvir,
    takes_posaconazole,
    takes_tacrolimus,
    takes_voriconazole,
)
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    APIXABAN_LABEL,
    DICTIONARY,
    THROMBOSIS_CANADA,
    US_LABELS,
    S,
)
from veinway.care.treatment.bars import hypersensitive_to_apixaban
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
    dialysis_or_below_15,
    enzymes_high,
    extended,
    in_canada,
    in_us,
    mechanical,
    no_regimen_for_superficial,
    not_in_us,
)
from veinway.language import *

_DOSING, _BARS = APIXABAN_LABEL.section("4.2"), APIXABAN_LABEL.section("4.3")
_WARNINGS, _INTERACTIONS = APIXABAN_LABEL.section("4.4"), APIXABAN_LABEL.section("4.5")
_UNLISTED = APIXABAN_LABEL.section("4.5, where the drug is not listed")
strong_inhibitor = any_of(
    takes_ketoconazole,
    takes_itraconazole,
    takes_voriconazole,
    takes_posaconazole,
    takes_hiv_booster_or_protease_inhibitor,
    takes_nirmatrelvir,
)

APIXABAN_VERDICT = table(
    "apixaban_verdict",
    "Apixaban: what speaks for and against it",
    hit="worst",
    source=DICTIONARY.at("reference 2, section 1.3"),
    rows=[
        *doacs.BARS,
        row(hypersensitive_to_apixaban, CONTRAINDICATED, id="hypersensitivity", cite=_BARS),
        *doacs.AGAINST,
        no_regimen_for_superficial,
        *doacs.NOT_FOR_MOTHERS_BY_ESC,
        row(mechanical, NOT_RECOMMENDED, id="mechanical valve", cite=_WARNINGS),
        doacs.not_by_tube_beyond_stomach,
        row(
            all_of(strong_inhibitor, any_of(not_in_us, extended)),
            NOT_RECOMMENDED,
            id="strong inhibitor",
            cite=_INTERACTIONS,
        ),
        row(
            all_of(takes_inducer, no(extended)),
            NOT_RECOMMENDED,
            id="inducer in treatment",
            cite=_INTERACTIONS,
        ),
        row(
            all_of(in_canada, any_of(takes_clarithromycin, takes_erythromycin)),
            NOT_RECOMMENDED,
            id="clarithromycin or erythromycin in Canada",
            cite=THROMBOSIS_CANADA.at("apixaban"),
        ),
        *doacs.AGAINST_BY_CLOT_AND_CANCER,
        row(
            all_of(not_in_us, dialysis_or_below_15),
            NOT_RECOMMENDED,
            id="clearance below 15 or dialysis",
            cite=_DOSING,
        ),
        row(class_c, NOT_RECOMMENDED, id="Child-Pugh C", cite=_DOSING),
        # The dose is halved there, with the strong inhibitors that label names: a pharmacist's decision.
        row(
            all_of(in_us, strong_inhibitor),
            UNSETTLED,
            id="strong inhibitor in the US",
            cite=US_LABELS.at("apixaban, strong inhibitors", S, "secondary pages"),
        ),
        row(takes_erythromycin, UNSETTLED, id="erythromycin not listed", cite=_UNLISTED),
        row(
            any_of(takes_ciclosporin, takes_tacrolimus),
            UNSETTLED,
            id="ciclosporin or tacrolimus not listed",
            cite=_UNLISTED,
        ),
        row(takes_dronedarone, UNSETTLED, id="dronedarone not listed", cite=_UNLISTED),
        row(takes_glecaprevir, UNSETTLED, id="glecaprevir not listed", cite=_UNLISTED),
        *doacs.OPEN,
        row(all_of(takes_inducer, extended), CAUTION, id="inducer in prevention", cite=_INTERACTIONS),
        row(class_b, CAUTION, id="Child-Pugh B", cite=_DOSING),
        row(
            all_of(not_in_us, creatinine_clearance >= 15, creatinine_clearance < 30),
            CAUTION,
            id="clearance 15 to below 30",
            cite=_DOSING,
        ),
        row(class_a, CAUTION, id="Child-Pugh A", cite=_DOSING),
        *doacs.CAREFUL,
        *doacs.BLEEDING,
        doacs.light,
        row(enzymes_high, CAUTION, id="liver enzymes", cite=_WARNINGS),
        row(bilirubin_high, CAUTION, id="bilirubin", cite=_WARNINGS),
        doacs.xa_in_cancer,
        otherwise(ALLOWED, cite=_DOSING),
    ],
)
