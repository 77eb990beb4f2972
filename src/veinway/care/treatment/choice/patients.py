"""Whom a choice of anticoagulant is made for, in the words that all guidelines share."""

from veinway.care.facts.bleeding import on_dialysis
from veinway.care.facts.drug_choice import cancer_site
from veinway.care.facts.provoking import antiphospholipid_syndrome
from veinway.care.facts.treatment import indication, vte_diagnosis
from veinway.care.measures import creatinine_clearance
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.suspected_pe.haemodynamics import unstable
from veinway.care.treatment.choice.antibodies import any_antibody, triple
from veinway.language import *

embolism = indication.one_of("pe", "sspe")
# Shock weeks after the diagnosis would be a new event: it is not asked for at every review.
_unstable_now = presume(
    unstable,
    NO,
    when=days_since("last", vte_diagnosis) > 28,
    because="the clot was diagnosed more than 28 days ago, and no shock is on record",
    source=PRODUCT.at("presumption on instability at a review", LOCAL),
)
unstable_embolism = all_of(embolism, _unstable_now)

# Guidelines speak of an established syndrome: antibodies are not looked for in everybody.
_SILENT_SYNDROME = PRODUCT.at("presumption on antiphospholipid syndrome", LOCAL)
_syndrome_on_record = presume(
    antiphospholipid_syndrome,
    NO,
    because="no antiphospholipid syndrome is on record",
    source=_SILENT_SYNDROME,
)
triple_positive = presume(
    triple,
    NO,
    when=no(_syndrome_on_record),
    because="no antiphospholipid syndrome is on record",
    source=_SILENT_SYNDROME,
)
antiphospholipid = any_of(
    _syndrome_on_record,
    presume(
        any_antibody,
        NO,
        because="no antiphospholipid antibodies are on record",
        source=_SILENT_SYNDROME,
    ),
)
kidney_failure = any_of(
    creatinine_clearance < 15,
    presume(
        on_dialysis,
        NO,
        because="no dialysis is on record",
        source=PRODUCT.at("presumption on dialysis", LOCAL),
    ),
)
luminal_gi_cancer = cancer_site.is_("luminal_gi")
gastrointestinal_cancer = cancer_site.one_of("luminal_gi", "other_gi")

deep_leg_clot_or_embolism = indication.one_of(
    "suspected_vte", "dvt_proximal", "dvt_distal", "pe", "sspe", "extended_prevention"
)
# NICE speaks of proximal DVT and of embolism, suspected or confirmed; of no other clot.
nice_speaks_of_this_clot = indication.one_of(
    "suspected_vte", "dvt_proximal", "pe", "sspe", "extended_prevention"
)
