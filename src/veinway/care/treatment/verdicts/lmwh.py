"""Enoxaparin, dalteparin and tinzaparin: reasons for and against (reference 2, 1.3, 1.4.5, 1.6)."""

from veinway.care.facts.blood_tests import platelet_count
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import (
    DALTEPARIN_US_LABEL,
    DICTIONARY,
    ENOXAPARIN_LABEL,
    ENOXAPARIN_LETTER_2017,
    LOCAL,
    LOTHIAN_DALTEPARIN,
    PRODUCT,
    TINZAPARIN_LABEL,
    S,
)
from veinway.care.treatment.bars import clotting, dalteparin_blood_pressure_bar, hit_ever
from veinway.care.treatment.liver import class_c
from veinway.care.treatment.outcomes import ALLOWED, CAUTION, CONTRAINDICATED, NOT_RECOMMENDED
from veinway.care.treatment.verdicts import heparins
from veinway.care.treatment.verdicts.shared import (
    CAREFUL_IN_LIVER,
    barred,
    careful_in_cirrhosis,
    cautious_with_any,
    coagulopathic_liver,
    dialysis_or_below_15,
    no_valid_clearance,
    not_below_15,
    prophylactic_for_superficial,
    unsettled_for_any,
)
from veinway.language import *

_MATRIX = DICTIONARY.at("reference 2, section 1.3")
_LOTHIAN = LOTHIAN_DALTEPARIN.at("contraindications")
_TINZAPARIN = PRODUCT.at("reference 2, section 1.4.5, tinzaparin and kidneys", LOCAL)

ENOXAPARIN_VERDICT = table(
    "enoxaparin_verdict",
    "Enoxaparin: what speaks for and against it",
    hit="worst",
    source=_MATRIX,
    rows=[
        barred,
        *heparins.BARS,
        *heparins.AGAINST,
        row(
            heparins.neuraxial,
            NOT_RECOMMENDED,
            id="neuraxial anaesthesia within 24 hours",
            cite=ENOXAPARIN_LABEL.at("neuraxial anaesthesia"),
        ),
        not_below_15(ENOXAPARIN_LETTER_2017.at("end-stage kidney disease")),
        unsettled_for_any,
        prophylactic_for_superficial,
        no_valid_clearance,
        cautious_with_any,
        *CAREFUL_IN_LIVER,
        *heparins.LMWH_CAREFUL,
        *heparins.LMWH_FOR,
        otherwise(ALLOWED, cite=_MATRIX),
    ],
)
DALTEPARIN_VERDICT = table(
    "dalteparin_verdict",
    "Dalteparin: what speaks for and against it",
    hit="worst",
    source=_MATRIX,
    rows=[
        barred,
        *heparins.BARS,
        row(hit_ever, CONTRAINDICATED, id="HIT in the past", cite=_LOTHIAN),
        row(platelet_count < 50, CONTRAINDICATED, id="platelets below 50", cite=_LOTHIAN),
        row(heparins.neuraxial, CONTRAINDICATED, id="neuraxial anaesthesia", cite=_LOTHIAN),
        row(
            any_of(coagulopathic_liver, class_c),
            CONTRAINDICATED,
            id="severe liver disease",
            cite=_LOTHIAN,
        ),
        row(clotting, CONTRAINDICATED, id="PT or APTT ratio over 1.5", cite=_LOTHIAN),
        row(
            dalteparin_blood_pressure_bar,
            CONTRAINDICATED,
            id="blood pressure over 180/100 in spite of treatment",
            cite=_LOTHIAN,
        ),
        heparins.no_pork,
        unsettled_for_any,
        prophylactic_for_superficial,
        no_valid_clearance,
        cautious_with_any,
        careful_in_cirrhosis,
        *heparins.LMWH_CAREFUL,
        row(
            any_of(creatinine_clearance < 30, dialysis_or_below_15),
            CAUTION,
            id="clearance below 30",
            cite=DALTEPARIN_US_LABEL.at("kidney function", S, "FPnotebook"),
        ),
        *heparins.LMWH_FOR,
        otherwise(ALLOWED, cite=_MATRIX),
    ],
)
TINZAPARIN_VERDICT = table(
    "tinzaparin_verdict",
    "Tinzaparin: what speaks for and against it",
    hit="worst",
    source=_MATRIX,
    rows=[
        barred,
        *heparins.BARS,
        row(
            heparins.neuraxial,
            CONTRAINDICATED,
            id="neuraxial anaesthesia",
            cite=TINZAPARIN_LABEL.at("contraindications", S, "a copy of the UK product information"),
        ),
        *heparins.AGAINST,
        row(
            any_of(creatinine_clearance < 20, dialysis_or_below_15),
            NOT_RECOMMENDED,
            id="clearance below 20 or dialysis",
            cite=_TINZAPARIN,
        ),
        unsettled_for_any,
        prophylactic_for_superficial,
        no_valid_clearance,
        cautious_with_any,
        *CAREFUL_IN_LIVER,
        *heparins.LMWH_CAREFUL,
        row(
            all_of(creatinine_clearance >= 20, creatinine_clearance < 30),
            CAUTION,
            id="clearance 20 to below 30",
            cite=_TINZAPARIN,
        ),
        *heparins.LMWH_FOR,
        otherwise(ALLOWED, cite=_MATRIX),
    ],
)
