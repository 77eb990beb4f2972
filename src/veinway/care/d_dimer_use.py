"""May a D-dimer exclude embolism in this patient, with this assay? ESC 2019, section 2.12.

NICE adds that a test at the point of care must be fully quantitative. Only a number with its unit is a
D-dimer here: a bedside test that answers yes or no has none, and excludes nothing.
"""

from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.findings import d_dimer_highly_sensitive
from veinway.care.sources import ESC_2019, LOCAL, PRODUCT
from veinway.care.suspected_pe.patients import high, low
from veinway.language import *

D_DIMER_MAY_EXCLUDE = neutral(
    "d_dimer_may_exclude",
    "A D-dimer below its cut-off may exclude embolism at this probability.",
    action="d_dimer",
    short="may exclude",
)
D_DIMER_ONLY_IN_LOW = neutral(
    "d_dimer_only_in_low",
    "This assay is not sensitive enough, or a bedside test: it may exclude in low probability only.",
    short="assay too weak here",
)
D_DIMER_NEVER_IN_HIGH = neutral(
    "d_dimer_never_in_high",
    "The probability is high: a D-dimer must not be used to exclude embolism, however low it is.",
    strength=Strength.DO_NOT,
    short="never in high probability",
)
D_DIMER_NOT_VALID = neutral(
    "d_dimer_not_valid",
    "On full-dose anticoagulation a D-dimer may be falsely low: it excludes nothing.",
    short="anticoagulated",
)

_NOTE = ESC_2019.at("figure 5, note b, and section 4.4.3")
D_DIMER_USE = table(
    "d_dimer_use_in_suspected_pe",
    "Whether a D-dimer may exclude embolism here (ESC 2019)",
    hit="first",
    source=_NOTE,
    rows=[
        row(
            on_therapeutic_anticoagulation,
            D_DIMER_NOT_VALID,
            id="anticoagulated",
            cite=PRODUCT.at("section 0.3, D-dimer on anticoagulation", LOCAL),
        ),
        row(high, D_DIMER_NEVER_IN_HIGH, id="high", cite=ESC_2019.section("4.4, class III")),
        row(low, D_DIMER_MAY_EXCLUDE, id="low", cite=_NOTE),
        row(no(d_dimer_highly_sensitive), D_DIMER_ONLY_IN_LOW, id="weak_assay", cite=_NOTE),
        otherwise(D_DIMER_MAY_EXCLUDE, id="intermediate", cite=_NOTE),
    ],
)
