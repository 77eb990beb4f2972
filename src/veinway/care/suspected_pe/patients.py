"""For whom the pathways of suspected embolism are, and how probable it is by the chosen rule.

Guidelines ask for a probability and leave the way to it to the clinician: judgement or a validated rule.
What was stated is used as stated; else the rule that was chosen is worked out; where nobody chose, it is
presumed which rule is meant, and every answer says so.
"""

from veinway.care.facts.alarm import chest_symptoms
from veinway.care.facts.anticoagulation import on_therapeutic_anticoagulation
from veinway.care.facts.chest import gestalt_pe_percent
from veinway.care.facts.chest_tests import pe_probability
from veinway.care.facts.person import (
    adult,
    born_in_last_6_weeks,
    injects_drugs,
    inpatient,
    pregnant,
)
from veinway.care.probability.geneva import GENEVA_THREE_LEVEL
from veinway.care.probability.levels import HIGH, LOW
from veinway.care.probability.wells_pe import (
    LIKELY,
    UNLIKELY,
    WELLS_PE,
    WELLS_PE_AHA,
    WELLS_PE_THREE_LEVEL,
)
from veinway.care.sources import AHA_2026, ESC_2019, LOCAL, PRODUCT, S
from veinway.care.suspected_pe.haemodynamics import SHEET, unstable
from veinway.care.suspected_pe.outcomes import (
    PROBABILITY_HIGH,
    PROBABILITY_INTERMEDIATE,
    PROBABILITY_LOW,
)
from veinway.language import *

# Reference 1, sections 0.3 and 3.0: everybody else has another pathway.
stable_adult = all_of(
    adult,
    no(pregnant),
    no(born_in_last_6_weeks),
    no(unstable),
    no(on_therapeutic_anticoagulation),
    no(inpatient),
    no(injects_drugs),
)
stable_adult_with_suspected_pe = all_of(stable_adult, chest_symptoms)

likely, unlikely = WELLS_PE.is_(LIKELY), WELLS_PE.is_(UNLIKELY)

_estimate_low, _estimate_high = gestalt_pe_percent < 15, gestalt_pe_percent > 50
_BECAUSE = "nobody stated a probability or chose a rule"
_STATED = ("low", "intermediate", "high")

_CHOICE = ESC_2019.section("4.11, row E1")
_chosen = presume_not(
    pe_probability,
    *_STATED,
    "by_wells_two_level",
    "by_revised_geneva",
    "by_estimate",
    because=f"{_BECAUSE}; the Wells score has the three levels that are asked for",
    source=PRODUCT.at("section 3.5, row E1: which rule", LOCAL),
)
_wells_3 = _chosen.is_("by_wells_three_level")
_wells_2 = _chosen.is_("by_wells_two_level")
_geneva = _chosen.is_("by_revised_geneva")
_estimate = _chosen.is_("by_estimate")
PE_PROBABILITY = table(
    "pe_probability_level",
    "Clinical probability of embolism, as stated or by the chosen rule",
    hit="first",
    source=_CHOICE,
    rows=[
        row(
            any_of(
                _chosen.is_("low"),
                all_of(_wells_3, WELLS_PE_THREE_LEVEL.is_(LOW)),
                all_of(_wells_2, unlikely),
                all_of(_geneva, GENEVA_THREE_LEVEL.is_(LOW)),
                all_of(_estimate, _estimate_low),
            ),
            PROBABILITY_LOW,
            id="low",
            cite=_CHOICE,
        ),
        row(
            any_of(
                _chosen.is_("high"),
                all_of(_wells_3, WELLS_PE_THREE_LEVEL.is_(HIGH)),
                all_of(_wells_2, likely),
                all_of(_geneva, GENEVA_THREE_LEVEL.is_(HIGH)),
                all_of(_estimate, _estimate_high),
            ),
            PROBABILITY_HIGH,
            id="high",
            cite=_CHOICE,
        ),
        otherwise(PROBABILITY_INTERMEDIATE, id="intermediate", cite=_CHOICE),
    ],
)
low = PE_PROBABILITY.is_(PROBABILITY_LOW)
high = PE_PROBABILITY.is_(PROBABILITY_HIGH)
intermediate_or_high = PE_PROBABILITY.one_of(PROBABILITY_INTERMEDIATE, PROBABILITY_HIGH)
low_or_intermediate = PE_PROBABILITY.one_of(PROBABILITY_LOW, PROBABILITY_INTERMEDIATE)

# AHA/ACC give the levels in per cent: below 15, 15 to 50, above 50.
_PERCENT = AHA_2026.at("page 8, pretest probability", S, SHEET)
_chosen_aha = presume_not(
    pe_probability,
    *_STATED,
    "by_wells_two_level",
    "by_wells_three_level",
    "by_revised_geneva",
    because=f"{_BECAUSE}; AHA/ACC give the levels in per cent",
    source=PRODUCT.at("section 3.6, rows A1 to A3: which rule", LOCAL),
)
_wells_3_aha = _chosen_aha.is_("by_wells_three_level")
_wells_2_aha = _chosen_aha.is_("by_wells_two_level")
_geneva_aha = _chosen_aha.is_("by_revised_geneva")
_estimate_aha = _chosen_aha.is_("by_estimate")
PE_PROBABILITY_AHA = table(
    "pe_probability_level_aha",
    "Clinical probability of embolism, AHA/ACC 2026",
    hit="first",
    source=_PERCENT,
    rows=[
        row(
            any_of(
                _chosen_aha.is_("low"),
                all_of(_wells_3_aha, WELLS_PE_THREE_LEVEL.is_(LOW)),
                all_of(_wells_2_aha, WELLS_PE_AHA.is_(UNLIKELY)),
                all_of(_geneva_aha, GENEVA_THREE_LEVEL.is_(LOW)),
                all_of(_estimate_aha, _estimate_low),
            ),
            PROBABILITY_LOW,
            id="low",
            cite=_PERCENT,
        ),
        row(
            any_of(
                _chosen_aha.is_("high"),
                all_of(_wells_3_aha, WELLS_PE_THREE_LEVEL.is_(HIGH)),
                all_of(_wells_2_aha, WELLS_PE_AHA.is_(LIKELY)),
                all_of(_geneva_aha, GENEVA_THREE_LEVEL.is_(HIGH)),
                all_of(_estimate_aha, _estimate_high),
            ),
            PROBABILITY_HIGH,
            id="high",
            cite=_PERCENT,
        ),
        otherwise(PROBABILITY_INTERMEDIATE, id="intermediate", cite=_PERCENT),
    ],
)
estimate_is_50_or_more = all_of(_estimate_aha, gestalt_pe_percent >= 50)
