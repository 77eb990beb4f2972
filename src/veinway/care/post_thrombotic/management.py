"""What is done for post-thrombotic symptoms, by severity (reference 3, section 5.7)."""

from veinway.care.facts.person import adult
from veinway.care.facts.post_thrombotic import days_since_dvt, venous_ulcer
from veinway.care.post_thrombotic.scales import MILD, MODERATE, NONE, SEVERE, VILLALTA
from veinway.care.sources import TC_PTS
from veinway.language import *

_TC = TC_PTS.at("management")

PTS_MANAGEMENT = question("pts_management", "What is done for post-thrombotic symptoms?")

NO_PTS = neutral("no_pts", "No post-thrombotic syndrome: score again at the next review.", short="none")
MILD_CARE = neutral(
    "pts_mild_care",
    "Mild: knee-length stockings of 20 to 30 mmHg for as long as they help, exercise training, weight "
    "loss, raising the leg, skin care. No diuretics and no venoactive drugs.",
    short="stockings if they help, exercise",
)
REFER = escalates(
    "pts_refer",
    "Moderate or severe: as for mild, with intermittent pneumatic compression; refer to a "
    "vascular clinic "
    "and look for an obstruction of the iliac veins.",
    action="refer_vascular",
    short="refer, look for obstruction",
)
ULCER_CARE = escalates(
    "pts_ulcer_care",
    "An open ulcer: wound clinic, dressings and compression once arterial disease is excluded; refer to "
    "a vascular clinic and look for an obstruction of the iliac veins.",
    action="refer_vascular",
    short="ulcer care, refer",
)
PTS_STEP = step(
    "pts_management_tc",
    "Post-thrombotic symptoms, Thrombosis Canada",
    question=PTS_MANAGEMENT,
    guideline="tc",
    subject=LIMB,
    source=_TC,
    for_whom=all_of(adult, days_since_dvt >= 90),
    conclusion=table(
        "pts_management_conclusion",
        "What is done for post-thrombotic symptoms",
        hit="first",
        source=_TC,
        rows=[
            row(venous_ulcer, ULCER_CARE, id="ulcer", cite=_TC),
            row(VILLALTA.is_(SEVERE), REFER, id="severe", cite=_TC),
            row(VILLALTA.is_(MODERATE), REFER, id="moderate", cite=_TC),
            row(VILLALTA.is_(MILD), MILD_CARE, id="mild", cite=_TC),
            row(VILLALTA.is_(NONE), NO_PTS, id="none", cite=_TC),
        ],
    ),
    plan=[],
)
