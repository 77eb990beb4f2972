"""Dabigatran: every reason for and against it (reference 2, sections 1.2, 1.3, 1.5 and 1.6).

An age of 80 and verapamil lower the dose where there is a lower one: they are no reason against it.
"""

from veinway.care.facts.bleeding import on_dialysis
from veinway.care.facts.conditions_treatment import gastritis_or_reflux
from veinway.care.facts.medicines import (
    takes_amiodarone,
    takes_ciclosporin,
    takes_clarithromycin,
    takes_diltiazem,
    takes_dronedarone,
    takes_erythromycin,
    takes_glecaprevir,
    takes_hiv_booster_or_protease_inhibitor,
    takes_inducer,
    takes_itraconazole,
    takes_ketoconazole,
    takes_nirmatrelvir,
    takes_posaconazole,
    takes_quinidine,
    takes_tacrolimus,
    takes_ticagrelor,
    takes_verapamil,
    takes_voriconazole,
)
from veinway.care.facts.person import age, body_weight
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    AHA_2026,
    DABIGATRAN_LABEL,
    DICTIONARY,
    LOCAL,
    PRODUCT,
    THROMBOSIS_CANADA,
    US_LABELS,
    S,
)
from veinway.care.treatment.bars import hypersensitive_to_dabigatran
from veinway.care.treatment.liver import class_c
from veinway.care.treatment.outcomes import (
    ALLOWED,
    CAUTION,
    CONTRAINDICATED,
    NOT_RECOMMENDED,
    UNSETTLED,
)
from veinway.care.treatment.verdicts import doacs
from veinway.care.treatment.verdicts.shared import (
    any_tube,
    enzymes_high,
    in_us,
    liver_limits_survival,
    mechanical,
    no_regimen_for_superficial,
    not_in_us,
)
from veinway.language import *

_DOSING, _BARS = DABIGATRAN_LABEL.section("4.2"), DABIGATRAN_LABEL.section("4.3")
_WARNINGS, _INTERACTIONS = DABIGATRAN_LABEL.section("4.4"), DABIGATRAN_LABEL.section("4.5")
_UNLISTED = DABIGATRAN_LABEL.section("4.5, where the drug is not listed")
_US = US_LABELS.at("dabigatran", S, "secondary pages")
_SILENCE = PRODUCT.at("presumption on what speaks against a drug", LOCAL)

_dialysis = presume(on_dialysis, NO, because="no dialysis is on record", source=_SILENCE)
p_gp_inhibitor = any_of(
    takes_ketoconazole,
    takes_itraconazole,
    takes_ciclosporin,
    takes_dronedarone,
    takes_glecaprevir,
    takes_hiv_booster_or_protease_inhibitor,
    takes_nirmatrelvir,
    takes_tacrolimus,
    takes_posaconazole,
    takes_clarithromycin,
    takes_amiodarone,
    takes_quinidine,
    takes_ticagrelor,
    takes_verapamil,
)

DABIGATRAN_VERDICT = table(
    "dabigatran_verdict",
    "Dabigatran: what speaks for and against it",
    hit="worst",
    source=DICTIONARY.at("reference 2, section 1.3"),
    rows=[
        *doacs.BARS,
        row(hypersensitive_to_dabigatran, CONTRAINDICATED, id="hypersensitivity", cite=_BARS),
        row(mechanical, CONTRAINDICATED, id="mechanical valve", cite=_BARS),
        row(liver_limits_survival, CONTRAINDICATED, id="liver limits survival", cite=_BARS),
        row(
            any_tube,
            CONTRAINDICATED,
            id="feeding tube",
            cite=THROMBOSIS_CANADA.at("DOACs, frequent questions"),
        ),
        row(takes_ciclosporin, CONTRAINDICATED, id="ciclosporin", cite=_BARS),
        row(takes_ketoconazole, CONTRAINDICATED, id="ketoconazole", cite=_BARS),
        row(takes_itraconazole, CONTRAINDICATED, id="itraconazole", cite=_BARS),
        row(takes_dronedarone, CONTRAINDICATED, id="dronedarone", cite=_BARS),
        row(takes_glecaprevir, CONTRAINDICATED, id="glecaprevir", cite=_BARS),
        row(_dialysis, CONTRAINDICATED, id="dialysis", cite=_BARS),
        row(
            all_of(not_in_us, creatinine_clearance < 30),
            CONTRAINDICATED,
            id="clearance below 30",
            cite=_BARS,
        ),
        *doacs.AGAINST,
        no_regimen_for_superficial,
        *doacs.NOT_FOR_MOTHERS_BY_ESC,
        row(enzymes_high, NOT_RECOMMENDED, id="liver enzymes", cite=_WARNINGS),
        doacs.not_above_120_kg,
        row(takes_inducer, NOT_RECOMMENDED, id="inducer", cite=_INTERACTIONS),
        row(takes_tacrolimus, NOT_RECOMMENDED, id="tacrolimus", cite=_INTERACTIONS),
        row(
            any_of(takes_hiv_booster_or_protease_inhibitor, takes_nirmatrelvir),
            NOT_RECOMMENDED,
            id="HIV drugs or nirmatrelvir",
            cite=_INTERACTIONS,
        ),
        *doacs.AGAINST_BY_CLOT_AND_CANCER,
        doacs.not_in_luminal_gi_cancer,
        row(
            all_of(in_us, creatinine_clearance <= 30),
            NOT_RECOMMENDED,
            id="clearance up to 30 in the US",
            cite=_US,
        ),
        row(
            all_of(in_us, p_gp_inhibitor, creatinine_clearance < 50),
            NOT_RECOMMENDED,
            id="P-gp inhibitor and clearance below 50 in the US",
            cite=_US,
        ),
        row(
            class_c,
            NOT_RECOMMENDED,
            id="Child-Pugh C",
            cite=AHA_2026.at("liver disease", S, "a third-party extraction"),
        ),
        row(takes_erythromycin, UNSETTLED, id="erythromycin not listed", cite=_UNLISTED),
        *doacs.OPEN,
        row(takes_voriconazole, UNSETTLED, id="voriconazole not listed", cite=_UNLISTED),
        row(takes_diltiazem, UNSETTLED, id="diltiazem not listed", cite=_UNLISTED),
        row(body_weight < 50, CAUTION, id="below 50 kg", cite=_WARNINGS),
        row(
            all_of(not_in_us, between(creatinine_clearance, 30, 50)),
            CAUTION,
            id="clearance 30 to 50",
            cite=_DOSING,
        ),
        row(
            all_of(not_in_us, age >= 75, age < 80),
            CAUTION,
            id="age 75 to below 80",
            cite=_DOSING,
        ),
        row(takes_posaconazole, CAUTION, id="posaconazole", cite=_INTERACTIONS),
        row(takes_clarithromycin, CAUTION, id="clarithromycin", cite=_INTERACTIONS),
        row(
            any_of(takes_amiodarone, takes_quinidine),
            CAUTION,
            id="amiodarone or quinidine",
            cite=_INTERACTIONS,
        ),
        *doacs.BLEEDING,
        *doacs.CAREFUL,
        row(
            presume(gastritis_or_reflux, NO, because="none is recorded", source=_SILENCE),
            CAUTION,
            id="gastritis or reflux",
            cite=_DOSING,
        ),
        otherwise(ALLOWED, cite=_DOSING),
    ],
)
