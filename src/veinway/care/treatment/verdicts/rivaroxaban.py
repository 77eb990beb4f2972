"""Rivaroxaban: every reason for and against it (reference 2, sections 1.2, 1.3, 1.5 and 1.6)."""

from veinway.care.facts.medicines import (
    takes_amiodarone,
    takes_ciclosporin,
    takes_clarithromycin,
    takes_diltiazem,
    takes_dronedarone,
    takes_erythromycin,
    takes_fluconazole,
    takes_glecaprevir,
    takes_hiv_booster_or_protease_inhibitor,
    takes_inducer,
    takes_itraconazole,
    takes_ketoconazole,
    takes_nirmatrelvir,
    takes_posaconazole,
    takes_quinidine,
    takes_tacrolimus,
    takes_verapamil,
    takes_voriconazole,
)
from veinway.care.facts.person import pregnant
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import DICTIONARY, RIVAROXABAN_LABEL, THROMBOSIS_CANADA
from veinway.care.treatment.bars import hypersensitive_to_rivaroxaban
from veinway.care.treatment.liver import class_b, class_c
from veinway.care.treatment.outcomes import (
    ALLOWED,
    CAUTION,
    CONTRAINDICATED,
    NOT_RECOMMENDED,
    UNSETTLED,
)
from veinway.care.treatment.verdicts import doacs
from veinway.care.treatment.verdicts.shared import (
    breastfeeding,
    in_canada,
    mechanical,
    not_below_15,
    not_in_us,
)
from veinway.language import *

_DOSING, _BARS = RIVAROXABAN_LABEL.section("4.2"), RIVAROXABAN_LABEL.section("4.3")
_WARNINGS, _INTERACTIONS = RIVAROXABAN_LABEL.section("4.4"), RIVAROXABAN_LABEL.section("4.5")
_UNLISTED = RIVAROXABAN_LABEL.section("4.5, where the drug is not listed")
strong_inhibitor = any_of(
    takes_ketoconazole,
    takes_itraconazole,
    takes_voriconazole,
    takes_posaconazole,
    takes_hiv_booster_or_protease_inhibitor,
)

RIVAROXABAN_VERDICT = table(
    "rivaroxaban_verdict",
    "Rivaroxaban: what speaks for and against it",
    hit="worst",
    source=DICTIONARY.at("reference 2, section 1.3"),
    rows=[
        *doacs.BARS,
        row(hypersensitive_to_rivaroxaban, CONTRAINDICATED, id="hypersensitivity", cite=_BARS),
        row(pregnant, CONTRAINDICATED, id="pregnancy", cite=_BARS),
        row(breastfeeding, CONTRAINDICATED, id="breastfeeding", cite=_BARS),
        row(
            all_of(in_canada, strong_inhibitor),
            CONTRAINDICATED,
            id="strong inhibitor in Canada",
            cite=THROMBOSIS_CANADA.at("rivaroxaban"),
        ),
        row(class_b, CONTRAINDICATED, id="Child-Pugh B", cite=_BARS),
        row(class_c, CONTRAINDICATED, id="Child-Pugh C", cite=_BARS),
        *doacs.AGAINST,
        row(mechanical, NOT_RECOMMENDED, id="mechanical valve", cite=_WARNINGS),
        doacs.not_by_tube_beyond_stomach,
        row(takes_inducer, NOT_RECOMMENDED, id="inducer", cite=_INTERACTIONS),
        row(takes_dronedarone, NOT_RECOMMENDED, id="dronedarone", cite=_INTERACTIONS),
        row(strong_inhibitor, NOT_RECOMMENDED, id="strong inhibitor", cite=_INTERACTIONS),
        row(
            takes_nirmatrelvir,
            NOT_RECOMMENDED,
            id="nirmatrelvir",
            cite=THROMBOSIS_CANADA.at(
                "rivaroxaban: stop 24 hours before, start 2 days after the course"
            ),
        ),
        *doacs.AGAINST_BY_CLOT_AND_CANCER,
        doacs.not_in_luminal_gi_cancer,
        not_below_15(_DOSING),
        row(
            any_of(takes_ciclosporin, takes_tacrolimus),
            UNSETTLED,
            id="ciclosporin or tacrolimus not listed",
            cite=_UNLISTED,
        ),
        row(
            any_of(takes_amiodarone, takes_verapamil, takes_diltiazem, takes_quinidine),
            UNSETTLED,
            id="antiarrhythmic or calcium blocker not listed",
            cite=_UNLISTED,
        ),
        row(takes_glecaprevir, UNSETTLED, id="glecaprevir not listed", cite=_UNLISTED),
        *doacs.OPEN,
        row(
            all_of(
                any_of(takes_fluconazole, takes_clarithromycin, takes_erythromycin),
                creatinine_clearance < 80,
            ),
            CAUTION,
            id="moderate inhibitor with impaired kidneys",
            cite=_INTERACTIONS,
        ),
        row(
            all_of(not_in_us, creatinine_clearance >= 15, creatinine_clearance < 30),
            CAUTION,
            id="clearance 15 to below 30",
            cite=_DOSING,
        ),
        row(
            all_of(not_in_us, creatinine_clearance >= 30, creatinine_clearance < 50),
            CAUTION,
            id="clearance 30 to below 50",
            cite=_DOSING,
        ),
        *doacs.CAREFUL,
        *doacs.BLEEDING,
        doacs.light,
        doacs.xa_in_cancer,
        otherwise(ALLOWED, cite=_DOSING),
    ],
)
