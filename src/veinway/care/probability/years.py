"""YEARS: three items set the D-dimer below which embolism is excluded; and its form for pregnancy."""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.alarm import haemodynamic_instability
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.chest import haemoptysis, pe_most_likely
from veinway.care.facts.leg_signs import dvt_signs_and_symptoms
from veinway.care.facts.person import adult, pregnant
from veinway.care.facts.tests import d_dimer, leg_scan, scan_result
from veinway.care.probability.outcomes import (
    CTPA_NEEDED,
    PE_EXCLUDED,
    PE_EXCLUDED_WITH_WARNING,
    VTE_CONFIRMED_BY_LEG_SCAN,
)
from veinway.care.probability.validity import (
    anticoagulated_row,
    child_row,
    not_pregnant_row,
    pregnant_row,
    unstable_row,
)
from veinway.care.sources import AHA_2026, ARTEMIS_2019, LOCAL, PRODUCT, YEARS_2017, S
from veinway.language import *

NONE = Band("none", "no YEARS item")
SOME = Band("some", "one YEARS item or more")

_item = any_of(dvt_signs_and_symptoms, haemoptysis, pe_most_likely)
_RULE = YEARS_2017.at("abstract")
_items = [
    points(1, dvt_signs_and_symptoms, "Swollen leg and pain on pressing the deep veins"),
    points(1, haemoptysis),
    points(1, pe_most_likely),
]

YEARS = score(
    "years",
    "YEARS items",
    source=_RULE,
    items=_items,
    bands=[below(1, NONE), from_(1, SOME)],
    for_whom=all_of(
        adult,
        no(pregnant),
        no(haemodynamic_instability),
        no(on_therapeutic_anticoagulation),
    ),
)
_no_item_rows = [
    row(
        all_of(no(_item), d_dimer < 1000, no(d_dimer_negative)),
        PE_EXCLUDED_WITH_WARNING,
        id="no_item_above_age",
        cite=_RULE,
    ),
    row(all_of(no(_item), d_dimer < 1000), PE_EXCLUDED, id="no_item", cite=_RULE),
]
_not_for = [child_row, pregnant_row, unstable_row, anticoagulated_row]
YEARS_RESULT = table(
    "years_result",
    "YEARS with its D-dimer",
    hit="first",
    source=_RULE,
    unless=_not_for,
    rows=[
        *_no_item_rows,
        row(all_of(_item, d_dimer < 500), PE_EXCLUDED, id="some_item", cite=_RULE),
        otherwise(CTPA_NEEDED, id="ctpa", cite=_RULE),
    ],
)
_AHA = AHA_2026.at("figure 1", S, "a third-party extraction")
YEARS_RESULT_AHA = table(
    "years_result_aha",
    "YEARS with its D-dimer, age-adjusted where an item is present (AHA/ACC 2026)",
    hit="first",
    source=_AHA,
    unless=_not_for,
    rows=[
        *_no_item_rows,
        row(all_of(_item, d_dimer_negative), PE_EXCLUDED, id="some_item", cite=_AHA),
        otherwise(CTPA_NEEDED, id="ctpa", cite=_AHA),
    ],
)

# In pregnancy -----------------------------------------------------------------------------------

_ARTEMIS = ARTEMIS_2019.at("abstract")
_BECAUSE = "no scan is asked for here, and a positive one done for another reason would be on record"
_NOBODY_ASKED = PRODUCT.at("presumption on scans nobody asked for", LOCAL)
_first_scan = presume_not(
    first(leg_scan, scan_result),
    "dvt_proximal",
    when=no(dvt_signs_and_symptoms),
    because=_BECAUSE,
    source=_NOBODY_ASKED,
)
_last_scan = presume_not(
    last(leg_scan, scan_result),
    "dvt_proximal",
    when=no(dvt_signs_and_symptoms),
    because=_BECAUSE,
    source=_NOBODY_ASKED,
)
clot_found_in_leg = any_of(_first_scan.is_("dvt_proximal"), _last_scan.is_("dvt_proximal"))
_no_clot_found = any_of(
    no(dvt_signs_and_symptoms), _last_scan.one_of("negative_proximal", "negative_whole_leg")
)
YEARS_PREGNANCY_RESULT = table(
    "years_pregnancy_result",
    "YEARS adapted to pregnancy, with leg scan and D-dimer",
    hit="first",
    source=_ARTEMIS,
    unless=[not_pregnant_row, child_row, unstable_row, anticoagulated_row],
    rows=[
        row(clot_found_in_leg, VTE_CONFIRMED_BY_LEG_SCAN, id="2", cite=_ARTEMIS),
        row(all_of(_no_clot_found, no(_item), d_dimer < 1000), PE_EXCLUDED, id="3", cite=_ARTEMIS),
        # After a negative scan the signs still count as an item: the lower cut-off applies.
        row(all_of(_no_clot_found, _item, d_dimer < 500), PE_EXCLUDED, id="4", cite=_ARTEMIS),
        otherwise(CTPA_NEEDED, id="5", cite=_ARTEMIS),
    ],
)
