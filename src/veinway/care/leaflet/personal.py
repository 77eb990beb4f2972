"""What is said of one patient: only what is recorded or decided, and what is not is said to be so.

The places in curly brackets are filled from the findings: {medicine} from the course that is on record,
days from the clot, the plan and its reviews. What is said of the medicine is in `medicine.py`.
"""

from veinway.care.facts.alarm import arm_symptoms, chest_symptoms, leg_symptoms
from veinway.care.facts.arm_scan import arm_scan, arm_scan_result
from veinway.care.facts.background import smoker
from veinway.care.facts.chest import oestrogen_use
from veinway.care.facts.chest_tests import ctpa, ctpa_result
from veinway.care.facts.leg import active_cancer
from veinway.care.facts.person import adult, pregnant_as_recorded
from veinway.care.facts.provoking import clot_confirmed
from veinway.care.facts.stents_filters import filter_event, stent, what_happened
from veinway.care.facts.tests import leg_scan, scan_result
from veinway.care.facts.treatment import current_anticoagulant, indication, vte_diagnosis
from veinway.care.filters.life import FILTER_PAST_12_WEEKS, FILTER_STATE
from veinway.care.outcomes import DVT_NOT_LIKELY
from veinway.care.questions import SUSPECTED_DVT
from veinway.care.sources import ESC_2019, LOCAL, PRODUCT
from veinway.care.treatment.taken import DOACS
from veinway.language import *

_RECORD = PRODUCT.at("what a leaflet says of a record", LOCAL)
_FLYING = PRODUCT.at("reference 4, section 5.3", LOCAL)
_PART_5 = PRODUCT.at("reference 4, section 9.3, part 5", LOCAL)
_PART_6 = PRODUCT.at("reference 4, section 9.3, part 6", LOCAL)
_PART_8 = PRODUCT.at("reference 4, section 9.3, part 8", LOCAL)
_FILTER = PRODUCT.at("reference 3, rule IVC-R1", LOCAL)
_REVIEWS = PRODUCT.at("reference 3, rule FU-01", LOCAL)

clot_in_leg = any_event(leg_scan, scan_result.one_of("dvt_proximal", "dvt_distal_only"))
clot_in_lung = any_event(ctpa, ctpa_result.is_("pe"))
clot_in_arm = any_event(arm_scan, arm_scan_result.is_("dvt_arm"))
deep_clot_shown = any_of(clot_confirmed, clot_in_leg, clot_in_lung, clot_in_arm)
clot_is_told = any_of(deep_clot_shown, no(indication.is_("other")))
"""What the medicine is for is known, from a scan or because somebody said so."""
clot_found = any_of(any_event(vte_diagnosis), deep_clot_shown)
_harms_a_baby = current_anticoagulant.one_of(*DOACS, "warfarin")
_filter_stays = FILTER_STATE.is_("filter_permanent")
_filter_in_place = FILTER_STATE.one_of(
    "filter_overdue", "filter_retrieval_due", "filter_waiting", "filter_attempt_failed", "filter_lost"
)
_filter_late = all_of(FILTER_PAST_12_WEEKS, no(FILTER_STATE.is_("filter_booked")))
# As far as is on record: that it was taken out elsewhere can hardly ever be excluded.
_filter_perhaps_late = all_of(
    days_until("last", filter_event, what_happened.is_("inserted"), since=AT) < -84,
    last(filter_event, what_happened).one_of("inserted", "attempt_failed", "lost"),
)

ABOUT_YOU = section(
    "about_you",
    "What was found",
    passage(
        "you_child",
        "This leaflet is written for adults. You are under 18: ask your doctor what is different for "
        "you.",
        source=_RECORD,
        when=no(adult),
    ),
    first_of(
        passage(
            "you_clot_place_day", "On {clot_day} a blood clot was found {clot_place}.", source=_RECORD
        ),
        passage("you_clot_day", "On {clot_day} a blood clot was found.", source=_RECORD),
        passage(
            "you_clot_lung",
            "A scan found a blood clot in your lungs.",
            source=_RECORD,
            when=clot_in_lung,
        ),
        passage(
            "you_clot_leg", "A scan found a blood clot in your leg.", source=_RECORD, when=clot_in_leg
        ),
        passage(
            "you_clot_arm", "A scan found a blood clot in your arm.", source=_RECORD, when=clot_in_arm
        ),
        passage("you_clot", "A blood clot was found.", source=_RECORD, when=clot_found),
        passage(
            "you_no_clot",
            "Your tests do not point to a clot in your leg. Tests can miss a clot, or one may come "
            "later. So keep the signs below in mind.",
            source=_RECORD,
            decided=(SUSPECTED_DVT, DVT_NOT_LIKELY),
            unless=any_of(arm_symptoms, chest_symptoms),
        ),
        passage(
            "you_waiting",
            "It is not known yet if you have a clot. It is not noted that your tests are finished.",
            source=_RECORD,
            when=any_of(leg_symptoms, arm_symptoms, chest_symptoms),
        ),
        passage(
            "you_not_noted",
            "It is not noted here what was found. Ask your doctor or nurse.",
            source=_RECORD,
        ),
    ),
    kind="personal",
)
CHECKS = section(
    "your_check",
    "Your next check",
    first_of(
        passage(
            "check_week_late",
            "Somebody should have talked with you by {review_within_a_week_late}. That is not noted "
            "here. If nobody did, call your clinic.",
            source=_REVIEWS,
        ),
        passage(
            "check_week",
            "Somebody should talk with you by {review_within_a_week_by}. If nobody does, call your "
            "clinic.",
            source=_REVIEWS,
        ),
        passage(
            "check_3_months_late",
            "Your 3-month check was due by {three_month_review_late}. It is not noted that it was "
            "done. If it was not, ask for it now.",
            source=_REVIEWS,
        ),
        passage(
            "check_3_months",
            "Your 3-month check is due by {three_month_review_by}.",
            source=_REVIEWS,
        ),
        passage(
            "check_year_late",
            "Your yearly check was due by {yearly_review_late}. It is not noted that it was done. If "
            "it was not, ask for it now.",
            source=_REVIEWS,
        ),
        passage(
            "check_year",
            "Your yearly check is due by {yearly_review_by}.",
            source=_REVIEWS,
        ),
        passage(
            "check_not_noted",
            "No day for your next check is noted here. Ask for one.",
            source=_REVIEWS,
        ),
    ),
    passage("check_blood", "Your next blood test is due by {blood_test_by}.", source=_RECORD),
    passage(
        "check_blood_late",
        "Your blood test was due by {blood_test_late}. It is not noted that it was done. If it was "
        "not, ask for it now.",
        source=_RECORD,
    ),
    kind="personal",
)
FOR_YOU = section(
    "for_you",
    "What matters for you",
    first_of(
        passage(
            "yours_pregnant_tablets",
            "You are pregnant, and take {medicine}. They may harm your baby. Call your maternity unit "
            "today, and do not just stop them.",
            source=ESC_2019.section("9.5"),
            when=all_of(pregnant_as_recorded, _harms_a_baby),
        ),
        passage(
            "yours_pregnant",
            "You are pregnant. Not every blood thinner is safe for your baby. Ask if yours is, and do "
            "not stop it on your own.",
            source=_PART_5,
            when=pregnant_as_recorded,
        ),
    ),
    passage(
        "yours_cancer",
        "You have cancer, or you had treatment for it. Tell your cancer team about the clot and your "
        "medicine.",
        source=_PART_8,
        when=all_of(active_cancer, clot_found),
    ),
    first_of(
        passage(
            "yours_filter_overdue",
            "A filter has been in the big vein of your tummy for more than 12 weeks. The longer it "
            "stays, the harder it may be to take out. Call the hospital this week and ask for a day.",
            source=_FILTER,
            when=_filter_late,
        ),
        passage(
            "yours_filter",
            "You have a filter in the big vein of your tummy. Ask who takes it out, and when.",
            source=_PART_6,
            when=_filter_in_place,
        ),
        passage(
            "yours_filter_booked",
            "You have a filter in the big vein of your tummy. Taking it out is booked. Ask for the day.",
            source=_PART_6,
            when=FILTER_STATE.is_("filter_booked"),
        ),
        passage(
            "yours_filter_stays",
            "You have a filter in the big vein of your tummy. It was decided that it stays. It is "
            "checked once a year.",
            source=_PART_6,
            when=_filter_stays,
        ),
        passage(
            "yours_filter_not_noted",
            "More than 12 weeks ago you got a filter in the big vein of your tummy. Is it still there, "
            "with no day to take it out? Then call the hospital this week.",
            source=_FILTER,
            when=_filter_perhaps_late,
        ),
    ),
    passage(
        "yours_filter_whom",
        "Call the team that placed the filter. Do you not know who that was? Then ask {doctor} this "
        "week.",
        source=_FILTER,
        when=any_of(_filter_late, _filter_perhaps_late),
    ),
    passage(
        "yours_stent",
        "You have a small mesh tube (stent) in a vein. Ask when it is scanned again.",
        source=_PART_6,
        when=any_event(stent),
    ),
    passage(
        "yours_hormones",
        "You take the pill or other hormones. They can raise the risk of a clot. Ask {doctor} soon "
        "which kind is safe for you.",
        source=_PART_8,
        when=all_of(oestrogen_use, clot_found),
    ),
    passage(
        "yours_smoking",
        "You smoke. Stopping is good for your veins, your heart and your lungs. Ask for help with it.",
        source=_PART_8,
        when=smoker,
    ),
    passage(
        "yours_flying",
        "Your clot was found in the last 4 weeks. It is best to put off a flight. Ask your clinic and "
        "the airline first.",
        source=_FLYING,
        when=any_event(vte_diagnosis, in_=within(days(28), AT)),
    ),
    kind="personal",
)
