"""What speaks against heparins of every kind, and what else low molecular weight heparins share."""

from veinway.care.facts.conditions_treatment import neuraxial_anaesthesia
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import body_weight, pregnant
from veinway.care.sources import (
    DICTIONARY,
    ESC_2019,
    LOCAL,
    PRODUCT,
    TC_HIT,
    THROMBOSIS_CANADA,
    U,
)
from veinway.care.treatment.bars import hit_bar, hit_ever, hypersensitive_to_a_heparin
from veinway.care.treatment.outcomes import CAUTION, CONTRAINDICATED, NOT_RECOMMENDED, RECOMMENDED
from veinway.care.treatment.verdicts.shared import (
    mechanical,
    no_animal_products,
    ufh_preferred,
)
from veinway.language import *

_HEPARINS = THROMBOSIS_CANADA.at("heparins")

no_heparin_in_hit = row(hit_bar, CONTRAINDICATED, id="HIT", cite=TC_HIT.at("management"))
no_heparin_after_hit = row(hit_ever, NOT_RECOMMENDED, id="HIT in the past", cite=TC_HIT.at("management"))
no_hypersensitivity = row(
    hypersensitive_to_a_heparin,
    CONTRAINDICATED,
    id="hypersensitivity",
    cite=PRODUCT.at("reference 2, section 5.1", LOCAL),
)
no_pork = row(
    no_animal_products,
    NOT_RECOMMENDED,
    id="objects to animal products",
    cite=DICTIONARY.at("reference 2, section 1.6.10", U),
)

# Of low molecular weight heparins.
neuraxial = presume(
    neuraxial_anaesthesia,
    NO,
    because="none is recorded",
    source=PRODUCT.at("presumption on what speaks against a drug", LOCAL),
)
lead_in_only_with_valve = row(
    mechanical,
    CAUTION,
    id="mechanical valve",
    cite=PRODUCT.at("reference 2, section 1.0, gate G6", LOCAL),
)
heavy = row(body_weight > 120, CAUTION, id="above 120 kg", cite=_HEPARINS)
in_pregnancy = row(pregnant, RECOMMENDED, id="pregnancy", cite=ESC_2019.section("9.5"))
in_cancer = row(active_cancer, RECOMMENDED, id="cancer", cite=ESC_2019.section("8.6"))

BARS = [no_heparin_in_hit, no_hypersensitivity]
AGAINST = [no_heparin_after_hit, no_pork]
LMWH_CAREFUL = [ufh_preferred, lead_in_only_with_valve, heavy]
LMWH_FOR = [in_pregnancy, in_cancer]
