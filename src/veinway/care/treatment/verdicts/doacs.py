"""What speaks against each of the four DOACs, or against those that are no Xa inhibitor."""

from veinway.care.facts.leg import active_cancer
from veinway.care.facts.medicines import (
    second_anticoagulant,
)
from veinway.care.facts.person import body_weight, pregnant
from veinway.care.measures import body_mass_index
from veinway.care.sources import (
    AHA_2026,
    APIXABAN_LABEL,
    CHEST_2021,
    ESC_2019,
    ISTH_OBESITY_2021,
    ITAC_2022,
    NG158,
    RIVAROXABAN_LABEL,
    THROMBOSIS_CANADA,
    S,
)
from veinway.care.treatment.choice.patients import antiphospholipid
from veinway.care.treatment.outcomes import (
    CAUTION,
    CONTRAINDICATED,
    NOT_RECOMMENDED,
    RECOMMENDED,
    UNSETTLED,
)
from veinway.care.treatment.verdicts.shared import (
    bariatric_ever,
    bariatric_under_4_weeks,
    barred,
    bioprosthetic,
    breastfeeding,
    careful_with_drugs_that_bleed,
    cautious_with_any,
    coagulopathic_liver,
    few_platelets,
    genitourinary_tumour_or_bleeding,
    gut_not_intact,
    high_risk_aps,
    luminal_gi_tumour,
    no_valid_clearance,
    off_label_in_hit,
    tube_beyond_stomach,
    unlisted_cancer_drugs,
    unsettled_for_any,
    unstable,
    vomiting,
)
from veinway.language import *

_LABELS = APIXABAN_LABEL.section("4.3 to 4.5, and the other DOAC labels")
_CANCER = THROMBOSIS_CANADA.at("cancer and thrombosis")
_AHA = AHA_2026.at("bariatric surgery", S, "a third-party extraction")

no_second = row(second_anticoagulant, CONTRAINDICATED, id="second anticoagulant", cite=_LABELS)
no_coagulopathy = row(
    coagulopathic_liver,
    CONTRAINDICATED,
    id="liver with coagulopathy",
    cite=APIXABAN_LABEL.section("4.3"),
)
not_in_shock = row(
    unstable,
    NOT_RECOMMENDED,
    id="unstable embolism",
    cite=RIVAROXABAN_LABEL.section("4.4"),
)
not_in_aps = row(
    any_of(antiphospholipid, high_risk_aps),
    NOT_RECOMMENDED,
    id="antiphospholipid syndrome",
    cite=APIXABAN_LABEL.section("4.4"),
)
not_after_bariatric_surgery = row(
    bariatric_under_4_weeks, NOT_RECOMMENDED, id="bariatric surgery under 4 weeks", cite=_AHA
)
not_without_upper_gut = row(gut_not_intact, NOT_RECOMMENDED, id="upper gut not intact", cite=_CANCER)
not_by_tube_beyond_stomach = row(
    tube_beyond_stomach,
    NOT_RECOMMENDED,
    id="tube beyond the stomach",
    cite=THROMBOSIS_CANADA.at("DOACs, frequent questions"),
)
not_while_vomiting = row(vomiting, NOT_RECOMMENDED, id="vomiting", cite=_CANCER)
not_in_genitourinary_bleeding = row(
    genitourinary_tumour_or_bleeding,
    NOT_RECOMMENDED,
    id="genitourinary tumour or bleeding",
    cite=ITAC_2022.at("genitourinary cancer", S, "an extract; Thrombosis Canada agrees"),
)
bioprosthesis_open = row(
    bioprosthetic,
    UNSETTLED,
    id="bioprosthetic valve",
    cite=THROMBOSIS_CANADA.at("DOACs, frequent questions; labels are more cautious"),
)
late_after_bariatric_surgery = row(
    bariatric_ever,
    CAUTION,
    id="bariatric surgery",
    cite=ISTH_OBESITY_2021.at("after 4 weeks", S, "an extract"),
)
light = row(
    body_weight < 50,
    CAUTION,
    id="below 50 kg",
    cite=NG158.section("1.3, extremes of weight", S, "GPnotebook and Medscape"),
)

# For every DOAC, in the order of their weight. Among the rows that are against a drug, those come last
# whose question a milder row asks again; among the milder ones they come first: diagrams stay small.
BARS = [barred, no_second, no_coagulopathy]
AGAINST = [
    not_in_aps,
    not_after_bariatric_surgery,
    not_without_upper_gut,
    not_while_vomiting,
]
AGAINST_BY_CLOT_AND_CANCER = [not_in_shock, not_in_genitourinary_bleeding]
OPEN = [unsettled_for_any, bioprosthesis_open, unlisted_cancer_drugs, no_valid_clearance]
# Such platelets are also a caution with any anticoagulant, so that their own row comes first.
CAREFUL = [few_platelets, cautious_with_any, late_after_bariatric_surgery, off_label_in_hit]
BLEEDING = careful_with_drugs_that_bleed(_LABELS)

# Of apixaban and dabigatran; to the labels of the other two both are contraindications.
NOT_FOR_MOTHERS_BY_ESC = [
    row(pregnant, NOT_RECOMMENDED, id="pregnancy", cite=ESC_2019.section("9.5")),
    row(breastfeeding, NOT_RECOMMENDED, id="breastfeeding", cite=ESC_2019.section("9.5")),
]

# The labels of edoxaban and rivaroxaban shun luminal tumours; guidelines name no role for dabigatran.
not_in_luminal_gi_cancer = row(
    luminal_gi_tumour,
    NOT_RECOMMENDED,
    id="luminal gastrointestinal tumour in place",
    cite=CHEST_2021.at("recommendation 16"),
)
not_above_120_kg = row(
    any_of(body_weight > 120, body_mass_index > 40),
    NOT_RECOMMENDED,
    id="above 120 kg or body mass index above 40",
    cite=ISTH_OBESITY_2021.at("obesity", S, "Thrombosis Canada"),
)
xa_in_cancer = row(
    active_cancer, RECOMMENDED, id="cancer", cite=CHEST_2021.at("recommendation 16, strong")
)
