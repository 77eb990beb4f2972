"""Warfarin: every reason for and against it (reference 2, sections 1.3, 1.4.8, 1.5 and 1.6).

Interactions change the INR, not the choice: they call for an INR 3 to 4 days after the other drug began.
"""

from veinway.care.facts.blood_tests import platelet_count
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.medicines import (
    second_anticoagulant,
    takes_amiodarone,
    takes_clarithromycin,
    takes_dronedarone,
    takes_erythromycin,
    takes_fluconazole,
    takes_hiv_booster_or_protease_inhibitor,
    takes_inducer,
    takes_itraconazole,
    takes_ketoconazole,
    takes_nirmatrelvir,
    takes_posaconazole,
    takes_voriconazole,
)
from veinway.care.facts.person import pregnant
from veinway.care.sources import (
    BSH_APS_2020,
    DICTIONARY,
    ESC_2019,
    LOCAL,
    PRODUCT,
    TC_HIT,
    TC_INR,
    THROMBOSIS_CANADA,
    S,
    U,
)
from veinway.care.treatment.bars import hit_bar, hypersensitive_to_warfarin
from veinway.care.treatment.choice.patients import antiphospholipid
from veinway.care.treatment.outcomes import (
    ALLOWED,
    CAUTION,
    CONTRAINDICATED,
    RECOMMENDED,
    UNSETTLED,
)
from veinway.care.treatment.verdicts.shared import (
    CAREFUL_IN_LIVER,
    barred,
    careful_with_drugs_that_bleed,
    cautious_with_any,
    high_risk_aps,
    mechanical,
    no_regimen_for_superficial,
    unlisted_cancer_drugs,
    unsettled_for_any,
    unstable,
)
from veinway.language import *

_MATRIX = DICTIONARY.at("reference 2, section 1.3")
_PREGNANCY = THROMBOSIS_CANADA.at("pregnancy")
_HIT = TC_HIT.at("management, vitamin K antagonists")
_INR = TC_INR.at("interactions")
_BLEEDING = PRODUCT.at("reference 2, section 1.5, warfarin and bleeding", LOCAL)

WARFARIN_VERDICT = table(
    "warfarin_verdict",
    "Warfarin: what speaks for and against it",
    hit="worst",
    source=_MATRIX,
    rows=[
        barred,
        row(
            hypersensitive_to_warfarin,
            CONTRAINDICATED,
            id="hypersensitivity",
            cite=PRODUCT.at("reference 2, section 5.1", LOCAL),
        ),
        row(
            second_anticoagulant,
            CONTRAINDICATED,
            id="second anticoagulant",
            cite=_BLEEDING,
        ),
        row(all_of(pregnant, no(mechanical)), CONTRAINDICATED, id="pregnancy", cite=_PREGNANCY),
        row(
            all_of(hit_bar, platelet_count < 150),
            CONTRAINDICATED,
            id="HIT while platelets are below 150",
            cite=_HIT,
        ),
        no_regimen_for_superficial,
        unsettled_for_any,
        row(
            all_of(pregnant, mechanical),
            UNSETTLED,
            id="pregnancy with a mechanical valve",
            cite=_PREGNANCY,
        ),
        # Nobody confirmed this from a source that was read, so that it may not enable a drug.
        row(
            takes_inducer,
            UNSETTLED,
            id="inducer lowers the INR",
            cite=DICTIONARY.at("reference 2, section 1.5, inducers and warfarin", U),
        ),
        unlisted_cancer_drugs,
        cautious_with_any,
        row(hit_bar, CAUTION, id="HIT", cite=_HIT),
        row(unstable, CAUTION, id="unstable embolism: heparin first", cite=ESC_2019.section("6.6")),
        *CAREFUL_IN_LIVER,
        row(active_cancer, CAUTION, id="cancer", cite=ESC_2019.section("8.6")),
        row(
            any_of(takes_ketoconazole, takes_itraconazole, takes_voriconazole, takes_posaconazole),
            CAUTION,
            id="azole raises the INR",
            cite=_INR,
        ),
        row(takes_fluconazole, CAUTION, id="fluconazole raises the INR much", cite=_INR),
        row(
            any_of(takes_clarithromycin, takes_erythromycin),
            CAUTION,
            id="macrolide raises the INR",
            cite=_INR,
        ),
        row(
            any_of(takes_amiodarone, takes_dronedarone),
            CAUTION,
            id="amiodarone or dronedarone raises the INR",
            cite=_INR,
        ),
        row(
            any_of(takes_hiv_booster_or_protease_inhibitor, takes_nirmatrelvir),
            CAUTION,
            id="HIV drugs or nirmatrelvir change the INR",
            cite=_INR,
        ),
        *careful_with_drugs_that_bleed(_BLEEDING),
        row(
            mechanical,
            RECOMMENDED,
            id="mechanical valve",
            cite=PRODUCT.at("reference 2, section 1.0, gate G6", LOCAL),
        ),
        row(
            high_risk_aps,
            RECOMMENDED,
            id="antiphospholipid syndrome of high risk",
            cite=ESC_2019.section("8.4"),
        ),
        row(
            antiphospholipid,
            RECOMMENDED,
            id="antiphospholipid syndrome",
            cite=BSH_APS_2020.at("single or double positive", S, "an extract"),
        ),
        otherwise(ALLOWED, cite=_MATRIX),
    ],
)
