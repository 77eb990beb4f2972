"""How much of the treatment dose in cancer with low platelets (reference 2, section 1.6.4).

From 20 to 25 the sources leave a gap: one stops below 25, the other below 20, and neither row is taken
(trap T-30).
"""

from veinway.care.facts.blood_tests import platelet_count
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.treatment import indication, vte_diagnosis
from veinway.care.sources import ISTH_PLATELETS_2018, THROMBOSIS_CANADA, S
from veinway.language import *

_ISTH = ISTH_PLATELETS_2018.at("low platelets", S, "an abstract")
_CANADA = THROMBOSIS_CANADA.at("cancer")

FULL = commits("full_dose", "The full dose.", action="dose_share", short="full dose")
TRANSFUSE = commits(
    "full_dose_with_platelets",
    "Transfuse platelets to keep them at 40 to 50 or more, and give the full dose.",
    action="dose_share",
    short="transfuse, full dose",
)
EXPERT = neutral(
    "transfuse_with_expert",
    "Transfuse platelets; an expert decides on the dose, and on a filter for a fresh proximal clot.",
    short="expert decides",
)
HALF = commits(
    "half_dose",
    "Half the dose of a low molecular weight heparin, or the dose for prevention.",
    action="dose_share",
    short="half dose",
)
GAP = neutral(
    "sources_differ",
    "ISTH stops below 25; Thrombosis Canada halves the dose from 25 and stops below 20. Between 20 and "
    "25 neither settles it.",
    short="sources differ",
)
STOPPED = commits("stopped", "No anticoagulant.", action="dose_share", short="stop")
NOT_HERE = neutral("not_in_cancer", "These rows are for active cancer.", short="no cancer")

_acute = any_event(vte_diagnosis, in_=within(days(30)))
_likely_to_spread = any_of(indication.one_of("dvt_proximal", "pe"), count(vte_diagnosis, most=3) >= 2)
_pressing = all_of(_acute, _likely_to_spread)

LMWH_SHARE_IN_LOW_PLATELETS = table(
    "lmwh_share_in_low_platelets",
    "Share of the treatment dose in cancer with low platelets",
    hit="first",
    source=_ISTH,
    rows=[
        row(no(active_cancer), NOT_HERE, id="no_cancer", cite=_ISTH),
        row(platelet_count >= 50, FULL, id="50_and_over", cite=_ISTH),
        row(all_of(platelet_count >= 25, _pressing), TRANSFUSE, id="25_to_49_pressing", cite=_ISTH),
        row(platelet_count >= 25, HALF, id="25_to_49", cite=_ISTH),
        row(all_of(platelet_count >= 20, _pressing), EXPERT, id="20_to_24_pressing", cite=_ISTH),
        row(platelet_count >= 20, GAP, id="20_to_24", cite=_CANADA),
        row(_pressing, EXPERT, id="below_20_pressing", cite=_CANADA),
        otherwise(STOPPED, id="below_20", cite=_CANADA),
    ],
)
