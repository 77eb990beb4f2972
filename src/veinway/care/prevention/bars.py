"""What bars heparin, and what bars any medicine against clots, where one is to be prevented."""

from veinway.care.facts import home_treatment
from veinway.care.sources import LOCAL, PRODUCT
from veinway.care.treatment.bars import (
    absolute_bar,
    hit_bar,
    hypersensitive_to_a_heparin,
    hypersensitive_to_fondaparinux,
)
from veinway.language import *

_SILENCE = PRODUCT.at("presumption on what bars prophylaxis", LOCAL)

heparin_barred = any_of(
    hit_bar,
    hypersensitive_to_a_heparin,
    presume(home_treatment.hit_ever, NO, because="none is recorded", source=_SILENCE),
)
"""Heparin of any kind: HIT ever, suspected HIT, or hypersensitivity to one of them."""
medicine_barred = absolute_bar
"""Any anticoagulant: active bleeding above all, which is never presumed absent."""
fondaparinux_barred = any_of(medicine_barred, hypersensitive_to_fondaparinux)
lmwh_barred = any_of(medicine_barred, heparin_barred)
