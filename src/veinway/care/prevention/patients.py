"""Whom the parts of prevention are for. What nobody has said is presumed absent, and said to be."""

from veinway.care.facts.person import adult, inpatient
from veinway.care.facts.prevention import (
    AROUND_BIRTH,
    SURGICAL,
    caprini_surgery,
    prophylaxis_group,
)
from veinway.care.facts.prevention_cancer import chemotherapy_starting
from veinway.care.facts.prevention_hormones import (
    asks_for_combined_contraception,
    asks_for_hormone_replacement,
    combined_contraception_now,
)
from veinway.care.facts.prevention_leg import leg_immobilisation, leg_immobilised
from veinway.care.facts.treatment import current_anticoagulant
from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

_SILENCE = PRODUCT.at("presumption on what brings somebody to prevention", LOCAL)
_NO_OPERATION = "no operation is recorded"
_of_surgery = any_of(
    presume(prophylaxis_group.one_of(*SURGICAL), NO, because=_NO_OPERATION, source=_SILENCE),
    presume(no(caprini_surgery.is_("none")), NO, because=_NO_OPERATION, source=_SILENCE),
)
_around_birth = presume(
    prophylaxis_group.one_of(*AROUND_BIRTH), NO, because="no such stay is recorded", source=_SILENCE
)
surgical = _of_surgery
medical = all_of(inpatient, no(_of_surgery), no(_around_birth))
in_hospital = any_of(inpatient, _of_surgery)
adult_in_hospital = all_of(adult, in_hospital)

_NO_PLASTER = "no leg in plaster is recorded"
leg_in_plaster = any_of(
    presume(leg_immobilised, NO, because=_NO_PLASTER, source=_SILENCE),
    presume(
        prophylaxis_group.is_("lower_limb_immobilisation"),
        NO,
        because=_NO_PLASTER,
        source=_SILENCE,
    ),
    presume(
        any_event(leg_immobilisation, in_=within(days(42))), NO, because=_NO_PLASTER, source=_SILENCE
    ),
)
starts_chemotherapy = presume(
    chemotherapy_starting, NO, because="no chemotherapy is planned on record", source=_SILENCE
)
_NOT_ASKED = "the combined pill, patch or ring is not asked about"
combined_contraception_asked = any_of(
    presume(asks_for_combined_contraception, NO, because=_NOT_ASKED, source=_SILENCE),
    presume(combined_contraception_now, NO, because=_NOT_ASKED, source=_SILENCE),
)
replacement_asked = presume(
    asks_for_hormone_replacement,
    NO,
    because="hormone replacement is not asked about",
    source=_SILENCE,
)
anticoagulated = no(current_anticoagulant.is_("none"))
"""On a treatment dose now: nothing is added to it."""
