"""How often platelets are counted under heparin, by three guidelines (reference 2, section 6.4).

Which people belong to which class of risk is from memory of the guidelines, and so are the rows by
setting; the schedules themselves were read.
"""

from veinway.care.facts.heparin import days_from_earlier_heparin, heparin_setting
from veinway.care.facts.person import adult
from veinway.care.sources import ASH_HIT_2018, BSH_HIT_2012, LOCAL, PRODUCT, TC_HIT, S, U
from veinway.care.treatment.questions import PLATELETS_ON_HEPARIN
from veinway.language import *

_VIA = "reference 2, section 6.4"
_ASH = ASH_HIT_2018.at("platelet monitoring", S, _VIA)
_ASH_WHO = ASH_HIT_2018.at("examples of each class of risk", U)
_BSH = BSH_HIT_2012.at("platelet monitoring", S, _VIA)
_BSH_WHO = BSH_HIT_2012.at("patient groups", U)
_TC = TC_HIT.at("platelet monitoring")

EVERY_OTHER_DAY = neutral(
    "every_other_day",
    "Risk above 1 %: a count before heparin, then at least every other day from day 4 to day 14.",
    action="platelet_counts",
    strength=Strength.OFFER,
    short="every other day, days 4-14",
)
EVERY_OTHER_DAY_AT_ONCE = neutral(
    "every_other_day_at_once",
    "Risk above 1 %, and heparin in the last 30 days: a count before heparin, then at least every "
    "other day from the first day to day 14.",
    action="platelet_counts",
    strength=Strength.OFFER,
    short="every other day, days 0-14",
)
EVERY_2_OR_3_DAYS = neutral(
    "every_2_or_3_days",
    "A count before heparin, then every 2 to 3 days from day 4 to day 14.",
    action="platelet_counts",
    strength=Strength.OFFER,
    short="every 2-3 days, days 4-14",
)
EVERY_2_OR_3_DAYS_AT_ONCE = neutral(
    "every_2_or_3_days_at_once",
    "Heparin in the last 30 days: a count before heparin, then every 2 to 3 days from the first day to "
    "day 14.",
    action="platelet_counts",
    strength=Strength.OFFER,
    short="every 2-3 days, days 0-14",
)
COUNT_AT_24_HOURS = neutral(
    "count_at_24_hours",
    "Heparin in the last 100 days: a count before heparin, and one at 24 hours, beside what the setting "
    "asks for.",
    action="platelet_counts",
    strength=Strength.OFFER,
    short="at 24 hours",
)
BASELINE_ONLY = neutral(
    "baseline_only",
    "A count before heparin, and none later as a routine.",
    action="platelet_counts",
    strength=Strength.DO_NOT,
    short="baseline only",
)
UFH_FROM_4_DAYS = neutral(
    "ufh_from_4_days",
    "A count before heparin, and monitoring where unfractionated heparin is given for 4 days or more.",
    action="platelet_counts",
    strength=Strength.OFFER,
    short="with 4 days or more",
)
SAYS_NOTHING = silent("says_nothing_of_setting", "Says nothing of this setting.")

_given = presume(
    no(heparin_setting.is_("none")),
    NO,
    because="no heparin is recorded",
    source=PRODUCT.at("presumption on heparin", LOCAL),
)
_over_1 = heparin_setting.is_("surgical_ufh")
_between = heparin_setting.one_of("medical_ufh", "surgical_lmwh", "bypass_lmwh")
_in_30_days = days_from_earlier_heparin <= 30

ASH = step(
    "platelets_on_heparin_ash",
    "Platelet counts under heparin, ASH",
    question=PLATELETS_ON_HEPARIN,
    guideline="ash",
    subject=PERSON,
    source=_ASH,
    for_whom=all_of(adult, _given),
    conclusion=table(
        "platelets_on_heparin_ash_conclusion",
        "How often platelets are counted, ASH",
        hit="first",
        source=_ASH,
        rows=[
            row(
                all_of(_over_1, _in_30_days),
                EVERY_OTHER_DAY_AT_ONCE,
                id="over 1 %, again",
                cite=_ASH_WHO,
            ),
            row(all_of(_over_1, no(_in_30_days)), EVERY_OTHER_DAY, id="over 1 %", cite=_ASH_WHO),
            row(
                all_of(_between, _in_30_days),
                EVERY_2_OR_3_DAYS_AT_ONCE,
                id="0.1 to 1 %, again",
                cite=_ASH_WHO,
            ),
            row(all_of(_between, no(_in_30_days)), EVERY_2_OR_3_DAYS, id="0.1 to 1 %", cite=_ASH_WHO),
            otherwise(BASELINE_ONLY, id="below 0.1 %", cite=_ASH_WHO),
        ],
    ),
    plan=[],
)
BSH = step(
    "platelets_on_heparin_bsh",
    "Platelet counts under heparin, BSH",
    question=PLATELETS_ON_HEPARIN,
    guideline="bsh",
    subject=PERSON,
    source=_BSH,
    for_whom=all_of(adult, _given),
    conclusion=table(
        "platelets_on_heparin_bsh_conclusion",
        "How often platelets are counted, BSH",
        hit="first",
        source=_BSH,
        rows=[
            row(
                heparin_setting.one_of("surgical_ufh", "bypass_lmwh"),
                EVERY_2_OR_3_DAYS,
                id="after an operation",
                cite=_BSH_WHO,
            ),
            row(days_from_earlier_heparin <= 100, COUNT_AT_24_HOURS, id="again", cite=_BSH),
            row(
                heparin_setting.one_of("surgical_lmwh", "medical_lmwh"),
                BASELINE_ONLY,
                id="lmwh",
                cite=_BSH_WHO,
            ),
            otherwise(SAYS_NOTHING, cite=_BSH),
        ],
    ),
    plan=[
        action(
            "count_at_24_hours_bsh",
            "A count at 24 hours: heparin was given in the last 100 days.",
            act="platelet_count_at_24_hours",
            when=days_from_earlier_heparin <= 100,
            cite=_BSH,
        ),
        action(
            "suspect_hit_bsh",
            "Think of heparin-induced thrombocytopenia at a fall of 30 % or more, with a clot or "
            "without.",
            act="suspect_hit",
            when=_given,
            cite=_BSH,
        ),
    ],
)
TC = step(
    "platelets_on_heparin_tc",
    "Platelet counts under heparin, Thrombosis Canada",
    question=PLATELETS_ON_HEPARIN,
    guideline="tc",
    subject=PERSON,
    source=_TC,
    for_whom=all_of(adult, _given),
    conclusion=table(
        "platelets_on_heparin_tc_conclusion",
        "How often platelets are counted, Thrombosis Canada",
        hit="first",
        source=_TC,
        rows=[
            row(
                heparin_setting.one_of("surgical_ufh", "medical_ufh"),
                UFH_FROM_4_DAYS,
                id="ufh",
                cite=_TC,
            ),
            row(heparin_setting.is_("medical_lmwh"), BASELINE_ONLY, id="medical lmwh", cite=_TC),
            otherwise(SAYS_NOTHING, id="surgical lmwh", cite=_TC),
        ],
    ),
    plan=[
        action(
            "suspect_hit_tc",
            "Think of heparin-induced thrombocytopenia at a fall of more than 30 % on days 5 to 10.",
            act="suspect_hit",
            when=_given,
            cite=_TC,
        ),
    ],
)
