"""What speaks against any anticoagulant, and the patients whom the labels draw lines for.

Conditions that nobody recorded are taken to be absent, and said to be. Never presumed are age, weight,
creatinine, sex, pregnancy, active bleeding, the platelet count, what the anticoagulant is for, and that
a list of medicines is complete.
"""

from veinway.care.facts.blood_tests import platelet_count
from veinway.care.facts.conditions_treatment import (
    arterial_clot_in_aps,
    bariatric_surgery,
    bioprosthetic_valve,
    breastfeeding_as_recorded,
    feeding_tube,
    genitourinary_bleeding,
    mechanical_valve,
    objects_to_animal_products,
    repeated_vomiting,
    thrombolysis_likely,
    upper_gut_not_intact,
)
from veinway.care.facts.drug_choice import cancer_site
from veinway.care.facts.kidney_liver import (
    acute_kidney_injury,
    amputation_or_paraplegia,
    bilirubin_1_5_uln_or_more,
    hepatic_coagulopathy,
    liver_disease_limits_survival,
    liver_enzymes_over_2_uln,
)
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.medicines import (
    takes_an_anticoagulant,
    takes_antiplatelet,
    takes_cancer_drug_or_antiepileptic,
    takes_nsaid,
    takes_ssri_or_snri,
    takes_ticagrelor,
)
from veinway.care.facts.person import adult, age, sex_at_birth
from veinway.care.facts.treatment import (
    current_anticoagulant,
    indication,
    label_region,
    vte_diagnosis,
)
from veinway.care.sources import (
    DICTIONARY,
    ESC_2019,
    ISTH_PLATELETS_2018,
    LOCAL,
    NG158,
    PRODUCT,
    THROMBOSIS_CANADA,
    S,
    U,
)
from veinway.care.suspected_pe.haemodynamics import unstable_on_record
from veinway.care.treatment.barred import BAR_CONCLUSION, BARRED, WITH_CAUTION
from veinway.care.treatment.bars import hit_bar
from veinway.care.treatment.choice.patients import (
    embolism,
    kidney_failure,
    triple_positive,
    unstable_embolism,
)
from veinway.care.treatment.doses.common import short_course
from veinway.care.treatment.liver import cirrhosis
from veinway.care.treatment.outcomes import (
    ALLOWED,
    CAUTION,
    CONTRAINDICATED,
    NOT_RECOMMENDED,
    UNSETTLED,
)
from veinway.language import *

_GATES = PRODUCT.at("reference 2, section 1.0, gates", LOCAL)
_SILENCE = PRODUCT.at("presumption on what speaks against a drug", LOCAL)
_LIVER = PRODUCT.at("reference 2, section 1.2, heparins and warfarin", LOCAL)
_NONE = "none is recorded"
_BLOODS = NG158.section("1.3, baseline bloods", S, "GPnotebook")

# Whose label -------------------------------------------------------------------------------------

region = presume_not(
    label_region,
    "us",
    "ca",
    because="no other region is set: the labels of the EU and the UK count",
    source=DICTIONARY.at("reference 2, section 0.2, jurisdiction", LOCAL),
)
in_us = region.is_("us")
in_canada = region.is_("ca")
not_in_us = region.one_of("eu", "ca")

# Patients ----------------------------------------------------------------------------------------

breastfeeding = presume(
    breastfeeding_as_recorded,
    NO,
    when=any_of(sex_at_birth.is_("male"), age >= 60),
    because="recorded male, or aged 60 or over",
    source=PRODUCT.at("presumption on pregnancy", LOCAL),
)
_thrombolysis = presume(thrombolysis_likely, NO, because="none is planned", source=_SILENCE)
unstable = any_of(
    unstable_embolism,
    all_of(embolism, _thrombolysis),
    all_of(indication.is_("suspected_vte"), unstable_on_record),
)
extended = indication.is_("extended_prevention")
mechanical = presume(mechanical_valve, NO, because=_NONE, source=_SILENCE)
bioprosthetic = presume(bioprosthetic_valve, NO, because=_NONE, source=_SILENCE)
high_risk_aps = any_of(
    triple_positive, presume(arterial_clot_in_aps, NO, because=_NONE, source=_SILENCE)
)
clearance_not_valid = any_of(
    presume(acute_kidney_injury, NO, because=_NONE, source=_SILENCE),
    presume(amputation_or_paraplegia, NO, because=_NONE, source=_SILENCE),
)
dialysis_or_below_15 = kidney_failure
coagulopathic_liver = presume(hepatic_coagulopathy, NO, because=_NONE, source=_SILENCE)
liver_limits_survival = presume(liver_disease_limits_survival, NO, because=_NONE, source=_SILENCE)
_NOT_AWAITED = "no result is on record; bloods are not waited for, and are reviewed within 24 hours"
enzymes_high = presume(liver_enzymes_over_2_uln, NO, because=_NOT_AWAITED, source=_BLOODS)
bilirubin_high = presume(bilirubin_1_5_uln_or_more, NO, because=_NOT_AWAITED, source=_BLOODS)

# A day less than 4 weeks: on the day that is 4 weeks after, it is not "less than 4 weeks ago".
bariatric_under_4_weeks = presume(
    any_event(bariatric_surgery, in_=within(days(27))), NO, because=_NONE, source=_SILENCE
)
bariatric_ever = presume(any_event(bariatric_surgery), NO, because=_NONE, source=_SILENCE)
gut_not_intact = presume(upper_gut_not_intact, NO, because=_NONE, source=_SILENCE)
vomiting = presume(repeated_vomiting, NO, because=_NONE, source=_SILENCE)
_tube = presume_not(
    feeding_tube, "gastric", "beyond_stomach", because="no tube is recorded", source=_SILENCE
)
any_tube = _tube.one_of("gastric", "beyond_stomach")
tube_beyond_stomach = _tube.is_("beyond_stomach")
no_animal_products = presume(
    objects_to_animal_products, NO, because="no objection is recorded", source=_SILENCE
)
luminal_gi_tumour = all_of(active_cancer, cancer_site.is_("luminal_gi"))
genitourinary_tumour_or_bleeding = any_of(
    all_of(active_cancer, cancer_site.is_("genitourinary")),
    presume(genitourinary_bleeding, NO, because=_NONE, source=_SILENCE),
)

# What holds for every anticoagulant --------------------------------------------------------------

platelets_25_to_50 = all_of(platelet_count >= 25, platelet_count < 50)

acute_high_risk_clot = all_of(
    days_since("last", vte_diagnosis) <= 30,
    any_of(indication.one_of("dvt_proximal", "pe"), count(vte_diagnosis, most=50) >= 2),
)
# To begin one drug while another is taken would be two at once: the records must agree first.
anticoagulant_in_list_but_none_said = all_of(
    presume(takes_an_anticoagulant, NO, because="none is in the list of medicines", source=_SILENCE),
    current_anticoagulant.is_("none"),
)

ANY_ANTICOAGULANT = table(
    "any_anticoagulant",
    "What speaks against any anticoagulant, whichever it is",
    hit="worst",
    source=_GATES,
    rows=[
        row(
            BAR_CONCLUSION.is_(BARRED),
            CONTRAINDICATED,
            id="absolute bar",
            cite=PRODUCT.at("reference 2, section 5.1", LOCAL),
        ),
        row(no(adult), UNSETTLED, id="child", cite=_GATES),
        row(indication.is_("other"), UNSETTLED, id="indication", cite=_GATES),
        row(
            platelet_count < 25,
            UNSETTLED,
            id="platelets below 25",
            cite=ISTH_PLATELETS_2018.at("below 25: stop; other guidance is silent", S, "an abstract"),
        ),
        # The doses of the labels are full doses: here it is half of one, or a prophylactic one.
        row(
            all_of(active_cancer, platelets_25_to_50, no(acute_high_risk_clot)),
            UNSETTLED,
            id="cancer, platelets 25 to below 50, and no acute clot of high risk: no full dose",
            cite=ISTH_PLATELETS_2018.at("from 25 to below 50", S, "an abstract"),
        ),
        row(
            anticoagulant_in_list_but_none_said,
            UNSETTLED,
            id="the list of medicines has an anticoagulant, but none is said to be taken",
            cite=PRODUCT.at("reference 2, section 1.5, other anticoagulant", LOCAL),
        ),
        row(
            BAR_CONCLUSION.is_(WITH_CAUTION),
            CAUTION,
            id="relative bar",
            cite=PRODUCT.at("reference 2, section 5.2", LOCAL),
        ),
        otherwise(ALLOWED, cite=_GATES),
    ],
)
barred = row(
    ANY_ANTICOAGULANT.is_(CONTRAINDICATED),
    CONTRAINDICATED,
    id="bar to any",
    cite=ANY_ANTICOAGULANT.source,
)
unsettled_for_any = row(
    ANY_ANTICOAGULANT.is_(UNSETTLED), UNSETTLED, id="any unsettled", cite=ANY_ANTICOAGULANT.source
)
cautious_with_any = row(
    ANY_ANTICOAGULANT.is_(CAUTION), CAUTION, id="caution with any", cite=ANY_ANTICOAGULANT.source
)
no_regimen_for_superficial = row(
    short_course,
    NOT_RECOMMENDED,
    id="superficial clot away from the junction: no regimen of this drug",
    cite=THROMBOSIS_CANADA.at("superficial vein thrombosis"),
)
prophylactic_for_superficial = row(
    short_course,
    UNSETTLED,
    id="superficial clot away from the junction: a prophylactic or intermediate dose, not printed here",
    cite=THROMBOSIS_CANADA.at("superficial vein thrombosis"),
)
no_valid_clearance = row(
    clearance_not_valid,
    UNSETTLED,
    id="clearance not valid",
    cite=PRODUCT.at("reference 2, section 1.1, not valid", LOCAL),
)
unlisted_cancer_drugs = row(
    takes_cancer_drug_or_antiepileptic,
    UNSETTLED,
    id="cancer drug or antiepileptic",
    cite=DICTIONARY.at("reference 2, section 1.5, not settled in the labels", U),
)
off_label_in_hit = row(
    hit_bar, CAUTION, id="HIT", cite=THROMBOSIS_CANADA.at("heparin-induced thrombocytopenia")
)
ufh_preferred = row(unstable, CAUTION, id="unstable embolism", cite=ESC_2019.section("6.2.1"))
# Of heparins, fondaparinux and warfarin.
careful_in_cirrhosis = row(cirrhosis, CAUTION, id="cirrhosis", cite=_LIVER)
CAREFUL_IN_LIVER = [
    row(coagulopathic_liver, CAUTION, id="liver with coagulopathy", cite=_LIVER),
    careful_in_cirrhosis,
]
few_platelets = row(
    platelets_25_to_50,
    CAUTION,
    id="platelets 25 to 50",
    cite=THROMBOSIS_CANADA.at("cancer and thrombosis"),
)


def not_below_15(cite: Cite) -> Row:
    """Not where kidneys have failed, in any region."""
    return row(dialysis_or_below_15, NOT_RECOMMENDED, id="clearance below 15 or dialysis", cite=cite)


def careful_with_drugs_that_bleed(cite: Cite) -> list[Row]:
    """Other drugs that make bleeding likelier."""
    return [
        row(takes_nsaid, CAUTION, id="NSAID", cite=cite),
        row(takes_antiplatelet, CAUTION, id="antiplatelet", cite=cite),
        row(takes_ticagrelor, CAUTION, id="ticagrelor", cite=cite),
        row(takes_ssri_or_snri, CAUTION, id="SSRI or SNRI", cite=cite),
    ]
