"""Whether an embolism is still in question while a DVT of the leg is: then nothing is stopped."""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.alarm import chest_symptoms
from veinway.care.facts.chest_tests import ctpa, ctpa_result, lung_scintigraphy, scintigraphy_result
from veinway.care.probability.wells_pe import UNLIKELY, WELLS_PE
from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

_symptoms_of_embolism = presume(
    chest_symptoms,
    NO,
    because="no chest symptoms are recorded at the first suspicion of a DVT of the leg",
    source=PRODUCT.at("presumption on chest symptoms", LOCAL),
)
_embolism_excluded = any_of(
    last(ctpa, ctpa_result).is_("negative"),
    last(lung_scintigraphy, scintigraphy_result).is_("normal"),
    all_of(WELLS_PE.is_(UNLIKELY), d_dimer_negative),
)
embolism_is_open = all_of(_symptoms_of_embolism, no(_embolism_excluded))
no_embolism_is_open = no(embolism_is_open)
