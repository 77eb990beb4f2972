"""AHA/ACC 2026: suspected embolism in stable adults. Rows A1 to A7, read through a third party."""

from veinway.care.d_dimer import d_dimer_negative
from veinway.care.facts.chest_tests import ctpa, ctpa_request, lung_scintigraphy
from veinway.care.facts.person import age
from veinway.care.facts.tests import d_dimer, d_dimer_request, d_dimer_sample
from veinway.care.outcomes import DVT_CONFIRMED
from veinway.care.probability.outcomes import PERC_NEGATIVE, PERC_POSITIVE
from veinway.care.probability.perc import PERC, low_by_gestalt
from veinway.care.questions import SUSPECTED_PE
from veinway.care.sources import AHA_2026, LOCAL, PRODUCT, S
from veinway.care.suspected_pe.haemodynamics import SHEET
from veinway.care.suspected_pe.outcomes import (
    AHA_ON_NEGATIVE_CT,
    PE_CONFIRMED,
    PE_REJECTED,
    PROBABILITY_HIGH,
    PROBABILITY_LOW,
)
from veinway.care.suspected_pe.patients import (
    PE_PROBABILITY_AHA,
    estimate_is_50_or_more,
    stable_adult_with_suspected_pe,
)
from veinway.care.suspected_pe.results import (
    clot_in_leg_where_asked_for,
    ct_unsuitable,
    first_ctpa,
    last_ctpa,
    not_settled,
    scintigraphy,
    settled_by_leg,
    where_asked_for,
)
from veinway.care.suspected_pe.settled import excluded_by_perc
from veinway.language import *

PAGE_7, PAGE_8 = AHA_2026.at("page 7", S, SHEET), AHA_2026.at("page 8", S, SHEET)
PAGES_8_AND_10 = AHA_2026.at("pages 8 and 10", S, SHEET)
IMAGING = AHA_2026.at("what is new: imaging", S, "ACC summary")

low = PE_PROBABILITY_AHA.is_(PROBABILITY_LOW)
high = PE_PROBABILITY_AHA.is_(PROBABILITY_HIGH)
# The levels put exactly 50 per cent into "intermediate"; the D-dimer excludes below 50 only.
d_dimer_may_not_exclude = any_of(high, estimate_is_50_or_more)
excluded_by_d_dimer = all_of(no(d_dimer_may_not_exclude), d_dimer_negative)
imaging_needed = any_of(
    high,
    all_of(no(high), no(excluded_by_perc), any_of(estimate_is_50_or_more, no(d_dimer_negative))),
)

_no_imaging_asked = any_of(excluded_by_d_dimer, excluded_by_perc)
_first = where_asked_for(first_ctpa, "pe", unless=_no_imaging_asked)
_last = where_asked_for(last_ctpa, "pe", unless=_no_imaging_asked)
_ct_negative = last_ctpa.is_("negative")
_scintigraphy = where_asked_for(
    scintigraphy, "high_probability", "normal", unless=any_of(_no_imaging_asked, _ct_negative)
)
_no_leg_scan_asked = any_of(_no_imaging_asked, _ct_negative, scintigraphy.is_("normal"))
_clot_in_leg = clot_in_leg_where_asked_for(unless=_no_leg_scan_asked)

imaging_shows_pe = any_of(_first.is_("pe"), _last.is_("pe"), _scintigraphy.is_("high_probability"))

CONCLUSION = table(
    "suspected_pe_aha_conclusion",
    "What became of the suspected embolism, by AHA/ACC",
    hit="first",
    source=PAGE_8,
    rows=[
        row(
            imaging_shows_pe,
            PE_CONFIRMED,
            id="A6",
            cite=IMAGING,
        ),
        settled_by_leg(_clot_in_leg),
        row(excluded_by_d_dimer, PE_REJECTED, id="A4", cite=PAGE_7),
        row(excluded_by_perc, PE_REJECTED, id="A1", cite=PAGE_8),
        row(
            any_of(_last.is_("negative"), _scintigraphy.is_("normal")),
            AHA_ON_NEGATIVE_CT,
            id="negative",
            cite=PRODUCT.at("section 3.6: what follows negative imaging was not read", LOCAL),
        ),
        not_settled,
    ],
)
settled = CONCLUSION.one_of(PE_CONFIRMED, DVT_CONFIRMED, PE_REJECTED, AHA_ON_NEGATIVE_CT)

SUSPECTED_PE_AHA = step(
    "suspected_pe_aha",
    "Suspected pulmonary embolism, AHA/ACC 2026",
    question=SUSPECTED_PE,
    guideline="aha",
    subject=EPISODE,
    source=PAGE_8,
    for_whom=stable_adult_with_suspected_pe,
    conclusion=CONCLUSION,
    plan=[
        action(
            "perc_by_aha",
            "PERC criteria: the estimate is below 15 %.",
            act="apply_perc",
            # From 50 on one criterion is never met.
            when=all_of(low_by_gestalt, age < 50),
            until=PERC.one_of(PERC_NEGATIVE, PERC_POSITIVE),
            cite=PAGE_8,
        ),
        action(
            "d_dimer_by_aha",
            "D-dimer: intermediate probability, or low and not ruled out by PERC.",
            act="d_dimer",
            when=all_of(no(high), no(excluded_by_perc)),
            until=settled,
            gives=d_dimer_sample,
            result=d_dimer,
            request=d_dimer_request,
            cite=PAGE_8,
        ),
        action(
            "ctpa_by_aha",
            "CT pulmonary angiography, rather than scintigraphy, unless something speaks against it.",
            act="ctpa",
            when=imaging_needed,
            until=any_of(settled, ct_unsuitable),
            gives=ctpa,
            request=ctpa_request,
            cite=PAGES_8_AND_10,
        ),
        action(
            "spect_by_aha",
            "Lung scintigraphy, where something speaks against CT: SPECT rather than planar.",
            act="lung_scintigraphy",
            when=all_of(imaging_needed, ct_unsuitable),
            until=settled,
            gives=lung_scintigraphy,
            cite=IMAGING,
        ),
        action(
            "no_echocardiography_to_diagnose",
            "Do not use echocardiography to diagnose embolism.",
            act="echocardiography",
            when=imaging_needed,
            until=settled,
            strength=Strength.DO_NOT,
            cite=IMAGING,
        ),
        action(
            "clinical_category_of_pe",
            "Place the embolism in its clinical category, A to E.",
            act="assess_severity_of_pe",
            when=CONCLUSION.is_(PE_CONFIRMED),
            cite=AHA_2026.at("clinical categories", S, SHEET),
        ),
    ],
)
