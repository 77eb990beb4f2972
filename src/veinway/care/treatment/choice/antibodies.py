"""Antiphospholipid antibodies that persist: positive twice, 12 weeks or more apart (example W-23).

A lupus anticoagulant that was only found on an anticoagulant does not count: the test is not reliable
there.
"""

from veinway.care.facts.drug_choice import (
    antibody,
    antibody_on_anticoagulant,
    antibody_positive,
    antiphospholipid_test,
    aps_status,
)
from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

_lupus = all_of(antibody.is_("lupus_anticoagulant"), antibody_positive, no(antibody_on_anticoagulant))
_cardiolipin = all_of(antibody.is_("anticardiolipin"), antibody_positive)
_glycoprotein = all_of(antibody.is_("anti_beta2_glycoprotein_i"), antibody_positive)
_tested = presume(
    any_event(antiphospholipid_test),
    NO,
    because="no test for the antibodies is on record",
    source=PRODUCT.at("presumption on antiphospholipid syndrome", LOCAL),
)
lupus_persists = all_of(
    _tested,
    any_event(
        antiphospholipid_test,
        _lupus,
        in_=days_after(84, 40_000, date_of_event("first", antiphospholipid_test, _lupus)),
    ),
)
cardiolipin_persists = all_of(
    _tested,
    any_event(
        antiphospholipid_test,
        _cardiolipin,
        in_=days_after(84, 40_000, date_of_event("first", antiphospholipid_test, _cardiolipin)),
    ),
)
glycoprotein_persists = all_of(
    _tested,
    any_event(
        antiphospholipid_test,
        _glycoprotein,
        in_=days_after(84, 40_000, date_of_event("first", antiphospholipid_test, _glycoprotein)),
    ),
)
triple = any_of(
    aps_status.is_("triple"), all_of(lupus_persists, cardiolipin_persists, glycoprotein_persists)
)
any_antibody = any_of(
    no(aps_status.is_("none")), lupus_persists, cardiolipin_persists, glycoprotein_persists
)
