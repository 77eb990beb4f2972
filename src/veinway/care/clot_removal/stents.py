"""Stents of the iliac veins: whom one may help, and the scans after it (reference 3, section 3)."""

from fractions import Fraction

from veinway.care.facts.clot_removal import absolute_bar_to_anticoagulation
from veinway.care.facts.person import adult
from veinway.care.facts.post_thrombotic import ceap_class, days_since_dvt, venous_ulcer
from veinway.care.facts.stents_filters import (
    ankle_brachial_index,
    conservative_care_tried,
    dvt_same_leg_in_3_months,
    inflow_adequate,
    stenosis_percent,
    stent,
    stent_duplex,
    stented_before,
    venous_claudication,
)
from veinway.care.post_thrombotic.scales import MODERATE, SEVERE, VILLALTA
from veinway.care.sources import C_TRACT, LOCAL, MILINIS_2018, PRODUCT, SIR_2023, U
from veinway.language import *
from veinway.language.values import Interval

_ENTRY = C_TRACT.at("entry criteria")
_RULE = PRODUCT.at("reference 3, section 3.2", LOCAL)
_SCHEDULE = PRODUCT.at("reference 3, section 3.4, duplex schedule", U)

STENT = question("vein_stent", "Is an obstructed iliac vein stented?")
AFTER_STENT = question("after_vein_stent", "When is a vein stent scanned?")

CANDIDATE = commits(
    "stent_candidate",
    "A candidate for a stent: for the team to decide, with consent. A randomised trial was published in "
    "2026; its numbers are not entered here yet.",
    action="stent",
    strength=Strength.CONSIDER,
    short="candidate, to the team",
)
CONSERVATIVE = neutral(
    "stent_not_now", "No stent now: conservative care.", action="conservative", short="conservative"
)
TOO_EARLY = neutral(
    "stent_too_early",
    "Too early: within 3 months of a clot of that leg.",
    action="conservative",
    short="too early",
)

# The trial's registry says 50 % or more, its page more than 50 % (disagreement D-20).
narrowing_of_50_counts = Parameter(
    "narrowing_of_50_counts",
    "A vein narrowed by exactly 50 % counts as obstructed (1: yes, 0: only above 50 %)",
    "1",
    Fraction(1),
    Interval(0, 1),
    Fraction(1),
    PRODUCT.at("reference 3, section 3.2, ST-2", LOCAL),
)
disabling = any_of(
    VILLALTA.one_of(MODERATE, SEVERE),
    venous_ulcer,
    venous_claudication,
    ceap_class.one_of("c4b", "c4c", "c5", "c6", "c6r"),
)
narrowed_too_little = any_of(
    stenosis_percent < 50, all_of(stenosis_percent <= 50, narrowing_of_50_counts < 1)
)
STENT_STEP = step(
    "vein_stent_veinway",
    "A stent for an obstructed iliac vein",
    question=STENT,
    guideline="veinway",
    subject=LIMB,
    source=_RULE,
    for_whom=adult,
    conclusion=table(
        "vein_stent_conclusion",
        "Whether an obstructed iliac vein is stented",
        hit="first",
        source=_RULE,
        rows=[
            row(
                any_of(days_since_dvt < 90, dvt_same_leg_in_3_months),
                TOO_EARLY,
                id="ST-3",
                cite=_ENTRY,
            ),
            row(no(disabling), CONSERVATIVE, id="ST-1", cite=_ENTRY),
            row(
                narrowed_too_little,
                CONSERVATIVE,
                id="ST-2",
                cite=_ENTRY,
            ),
            row(no(inflow_adequate), CONSERVATIVE, id="ST-4", cite=_ENTRY),
            row(absolute_bar_to_anticoagulation, CONSERVATIVE, id="ST-5", cite=SIR_2023.at("stents")),
            row(ankle_brachial_index < "0.5", CONSERVATIVE, id="ST-6", cite=_ENTRY),
            row(stented_before, CONSERVATIVE, id="ST-7", cite=_ENTRY),
            row(
                no(any_of(conservative_care_tried, venous_ulcer)),
                CONSERVATIVE,
                id="ST-9",
                cite=SIR_2023.at("stents"),
            ),
            otherwise(CANDIDATE, cite=_RULE),
        ],
    ),
    plan=[],
)
_stented = any_event(stent)
_placed = date_of_event("last", stent)
AFTER_STENT_STEP = step(
    "after_vein_stent_veinway",
    "Scans after a vein stent",
    question=AFTER_STENT,
    guideline="veinway",
    subject=LIMB,
    source=_SCHEDULE,
    for_whom=_stented,
    conclusion=table(
        "after_vein_stent_conclusion",
        "When a vein stent is scanned",
        hit="first",
        source=_SCHEDULE,
        rows=[
            otherwise(
                neutral(
                    "stent_schedule",
                    "Duplex on day 1, at 2 and 6 weeks, at 3, 6 and 12 months, then yearly. A new"
                    " narrowing "
                    "or closure is referred at once; new swelling, pain or colour is seen the same day. "
                    "Aspirin is not added to the anticoagulant by default.",
                ),
                cite=_SCHEDULE,
            )
        ],
    ),
    plan=[
        action(
            "stent_duplex_2_weeks",
            "Duplex scan of the stent at 2 weeks.",
            when=_stented,
            gives=stent_duplex,
            due=in_days(7, 21, of=_placed),
            act="stent_duplex",
            cite=_SCHEDULE,
        ),
        action(
            "stent_duplex_6_weeks",
            "Duplex scan of the stent at 6 weeks.",
            when=_stented,
            gives=stent_duplex,
            due=in_days(35, 56, of=_placed),
            act="stent_duplex",
            cite=_SCHEDULE,
        ),
        action(
            "stent_duplex_6_months",
            "Duplex scan of the stent at 6 months.",
            when=_stented,
            gives=stent_duplex,
            due=between_spans(months(5), months(7), of=_placed),
            act="stent_duplex",
            cite=_SCHEDULE,
        ),
        action(
            "stent_duplex_12_months",
            "Duplex scan of the stent at 12 months.",
            when=_stented,
            gives=stent_duplex,
            due=between_spans(months(11), months(13), of=_placed),
            act="stent_duplex",
            cite=_SCHEDULE,
        ),
        action(
            "anticoagulation_plan_after_stent",
            "Write down the anticoagulant after the stent and when it ends (lifelong after "
            "several clots; "
            "6 to 12 months after a single acute one).",
            when=_stented,
            act="anticoagulation_plan",
            cite=MILINIS_2018.at("consensus"),
        ),
    ],
)
