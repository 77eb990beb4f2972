"""An INR above its range, and bleeding: what each guideline does. Borders between their rows differ."""

from veinway.care.facts.anticoagulation import inr
from veinway.care.facts.warfarin import bleeding_on_vka
from veinway.care.sources import ACCP_2012, BSH_2011, LOCAL, PRODUCT, TC_INR, S, U
from veinway.care.treatment.questions import HIGH_INR
from veinway.care.warfarin.maintenance import on_warfarin
from veinway.language import *

_BSH = BSH_2011.at("recommendations on a high INR and on bleeding")
_ACCP = ACCP_2012.section("9", S, "extract")
_TC = TC_INR.at("INR above range")

LOWER_DOSE = neutral(
    "lower_the_dose",
    "Lower the dose by the table; no vitamin K.",
    action="lower_vka",
    short="lower dose",
)
NOTHING_HIGH = neutral("no_high_inr", "The INR is not above 4.5 and there is no bleeding.", short="-")
WITHHOLD_1_OR_2 = commits(
    "withhold_one_or_two",
    "Leave out 1 or 2 doses, lower the maintenance dose, and look for the cause; measure again in 24 "
    "hours to a few days.",
    action="withhold_vka",
    short="leave out 1 or 2 doses",
)
WITHHOLD_ONLY = commits(
    "withhold_only",
    "Stop the vitamin K antagonist for now; no vitamin K.",
    action="withhold_vka",
    short="stop, no vitamin K",
)
VITAMIN_K_1_TO_5 = commits(
    "vitamin_k_1_to_5_mg",
    "Stop; vitamin K 1 to 5 mg by mouth. Measure the INR again at 24 hours and repeat the dose if it is "
    "still high; restart once it is below 5.0.",
    action="vitamin_k",
    short="vitamin K 1-5 mg by mouth",
)
VITAMIN_K_BY_MOUTH = commits(
    "vitamin_k_by_mouth",
    "Stop; vitamin K by mouth.",
    action="vitamin_k",
    short="vitamin K by mouth",
)
VITAMIN_K_MAY = commits(
    "vitamin_k_may_be_given",
    "Stop; vitamin K may be given.",
    action="vitamin_k",
    strength=Strength.CONSIDER,
    short="vitamin K may be given",
)
HOLD_AT_EXACTLY_10 = commits(
    "hold_exactly_10",
    "Stop, no vitamin K: an INR of exactly 10.0 stands in neither of the two printed rows, and the "
    "milder one is used.",
    action="withhold_vka",
    short="stop, no vitamin K",
)
VITAMIN_K_IV_1_TO_3 = commits(
    "vitamin_k_1_to_3_mg_iv",
    "Bleeding that is not major: vitamin K 1 to 3 mg into a vein, whatever the INR.",
    action="vitamin_k",
    short="vitamin K 1-3 mg IV",
)
REVERSE_BSH = escalates(
    "pcc_and_vitamin_k_5_mg",
    "Major bleeding: four-factor prothrombin complex 25 to 50 U/kg and vitamin K 5 mg into a vein, at "
    "once.",
    action="reverse",
    short="PCC and vitamin K 5 mg IV",
)
REVERSE_ACCP = escalates(
    "pcc_and_vitamin_k_5_to_10_mg",
    "Major bleeding: four-factor prothrombin complex, and vitamin K 5 to 10 mg slowly into a vein.",
    action="reverse",
    short="PCC and vitamin K 5-10 mg IV",
)
REVERSE_TC = escalates(
    "pcc_and_vitamin_k",
    "Major bleeding: prothrombin complex and vitamin K into a vein.",
    action="reverse",
    short="PCC and vitamin K IV",
)
SAYS_NOTHING_BELOW = silent("says_nothing_of_this_inr", "Says nothing of an INR of this height.")
SAYS_NOTHING_NON_MAJOR = silent("says_nothing_non_major", "Says nothing of bleeding that is not major.")

_major = bleeding_on_vka.is_("major")
_minor = bleeding_on_vka.is_("non_major")

HIGH_INR_BSH = step(
    "high_inr_bsh",
    "A high INR or bleeding on warfarin, BSH",
    question=HIGH_INR,
    guideline="bsh",
    subject=DRUG_COURSE,
    source=_BSH,
    for_whom=on_warfarin,
    conclusion=table(
        "high_inr_bsh_conclusion",
        "What is done for a high INR or bleeding, BSH",
        hit="first",
        source=_BSH,
        rows=[
            row(_major, REVERSE_BSH, id="major bleeding", cite=_BSH),
            row(_minor, VITAMIN_K_IV_1_TO_3, id="other bleeding", cite=_BSH),
            row(inr > 8, VITAMIN_K_1_TO_5, id="above 8.0", cite=_BSH),
            row(inr >= 5, WITHHOLD_1_OR_2, id="5.0 to 8.0", cite=_BSH),
            row(inr > "4.5", LOWER_DOSE, id="above range", cite=_BSH),
            otherwise(NOTHING_HIGH, cite=_BSH),
        ],
    ),
    plan=[],
)
HIGH_INR_ACCP = step(
    "high_inr_chest",
    "A high INR or bleeding on warfarin, ACCP 2012",
    question=HIGH_INR,
    guideline="chest",
    subject=DRUG_COURSE,
    source=_ACCP,
    for_whom=on_warfarin,
    conclusion=table(
        "high_inr_chest_conclusion",
        "What is done for a high INR or bleeding, ACCP 2012",
        hit="first",
        source=_ACCP,
        rows=[
            row(_major, REVERSE_ACCP, id="major bleeding", cite=ACCP_2012.section("9", U)),
            row(_minor, SAYS_NOTHING_NON_MAJOR, id="other bleeding", cite=_ACCP),
            row(inr > 10, VITAMIN_K_BY_MOUTH, id="above 10", cite=_ACCP),
            row(inr > "4.5", WITHHOLD_ONLY, id="4.5 to 10", cite=_ACCP),
            otherwise(SAYS_NOTHING_BELOW, cite=_ACCP),
        ],
    ),
    plan=[],
)
HIGH_INR_TC = step(
    "high_inr_tc",
    "A high INR or bleeding on warfarin, Thrombosis Canada",
    question=HIGH_INR,
    guideline="tc",
    subject=DRUG_COURSE,
    source=_TC,
    for_whom=on_warfarin,
    conclusion=table(
        "high_inr_tc_conclusion",
        "What is done for a high INR or bleeding, Thrombosis Canada",
        hit="first",
        source=_TC,
        rows=[
            row(_major, REVERSE_TC, id="major bleeding", cite=_TC),
            row(_minor, SAYS_NOTHING_NON_MAJOR, id="other bleeding", cite=_TC),
            row(inr > 10, VITAMIN_K_MAY, id="above 10", cite=_TC),
            row(inr >= 10, HOLD_AT_EXACTLY_10, id="exactly 10", cite=PRODUCT.at("trap T-57", LOCAL)),
            row(inr > "4.5", WITHHOLD_ONLY, id="4.5 to 10", cite=_TC),
            otherwise(SAYS_NOTHING_BELOW, cite=_TC),
        ],
    ),
    plan=[],
)
