"""What is said of one patient's blood thinner: what is taken, how much, and what speaks against it.

{medicine} and {dose} come from the course that is on record, {chosen_first} from the drug that was
chosen, {refused_medicine} from the verdict on the drug that is taken: no dose is told of that one.
{lower_dose} is one that a clinic may choose once six months are completed: it is usual for nobody.
"""

from veinway.care.after_result.outcomes import ANTICOAGULATE
from veinway.care.facts.duration import on_reduced_dose
from veinway.care.facts.treatment import current_anticoagulant
from veinway.care.leaflet.personal import clot_found
from veinway.care.questions import CONFIRMED_DVT
from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

_RECORD = PRODUCT.at("what a leaflet says of a record", LOCAL)
_LOWER = PRODUCT.at("reference 2, section 3.5", LOCAL)
_PART_5 = PRODUCT.at("reference 4, section 9.3, part 5", LOCAL)

MEDICINE = section(
    "your_medicine",
    "Your medicine",
    first_of(
        passage("medicine_now", "You take {medicine}. This is a blood thinner.", source=_RECORD),
        passage(
            "medicine_chosen_first",
            "Your team chose {chosen_first} for you. This is a blood thinner.",
            source=_RECORD,
        ),
        passage(
            "medicine_due",
            "A clot like yours is treated with a blood thinner. Which one you get is not noted here. "
            "Ask today.",
            source=_RECORD,
            decided=(CONFIRMED_DVT, ANTICOAGULATE),
        ),
        passage(
            "medicine_none_clot",
            "A clot was found, and it is noted that you take no blood thinner now. Was it found in the "
            "last 3 months? Then ask today if you need one.",
            source=_PART_5,
            when=all_of(clot_found, current_anticoagulant.is_("none")),
        ),
        passage(
            "medicine_none",
            "It is noted that you take no blood thinner now.",
            source=_RECORD,
            when=current_anticoagulant.is_("none"),
        ),
        passage(
            "medicine_not_noted_clot",
            "It is not noted here if you take a blood thinner, or which. Do you take none, and was your "
            "clot found in the last 3 months? Then ask today if you need one.",
            source=_PART_5,
            when=clot_found,
        ),
        passage(
            "medicine_not_noted",
            "It is not noted here if you take a blood thinner, or which. Ask your doctor or nurse.",
            source=_RECORD,
        ),
    ),
    passage(
        "medicine_change",
        "Your team chose to change it to {chosen_instead}. Ask on which day. Never take both at once, "
        "unless you are told to.",
        source=_RECORD,
    ),
    first_of(
        passage(
            "medicine_refused",
            "Something in your notes speaks against {refused_medicine} for you. Call your clinic today, "
            "before your next dose if you can. Do not just stop it.",
            source=_RECORD,
        ),
        passage(
            "medicine_inr",
            "How much you take depends on a blood test, called INR. Your clinic tells you the dose.",
            source=_RECORD,
            when=current_anticoagulant.is_("warfarin"),
        ),
        passage(
            "medicine_dose_lower",
            "You take the lower dose that some people get after 6 months: {lower_dose}. Does your box "
            "say something else? Then go by the box, and ask.",
            source=_LOWER,
            when=on_reduced_dose,
        ),
        passage(
            "medicine_dose_full",
            "It is noted that you stay on the full dose after 6 months: {full_dose}. Does your box say "
            "something else? Then go by the box, and ask.",
            source=_LOWER,
            when=no(on_reduced_dose),
        ),
        passage(
            "medicine_dose_either",
            "After 6 months some people go on with a lower dose: {lower_dose}. Others stay on the dose "
            "that they had. Your clinic chooses with you: go by your box, and ask if you are not sure.",
            source=_LOWER,
            unless=no(on_reduced_dose),
        ),
        passage(
            "medicine_dose",
            "By the rules, the usual dose for you now is {dose}. Does your box say something else? "
            "Then go by the box, and ask.",
            source=_RECORD,
        ),
        passage(
            "medicine_first_dose",
            "By the rules, the usual dose for you at the start is {first_dose}. Does your box say "
            "something else? Then go by the box, and ask.",
            source=_RECORD,
        ),
        passage(
            "medicine_dose_open",
            "The dose of your medicine ({any_medicine}) is not settled here. Go by the box, and ask.",
            source=_RECORD,
        ),
    ),
    passage(
        "medicine_next_dose",
        "From {next_dose_day} on, the usual dose is {next_dose}.",
        source=_RECORD,
    ),
    first_of(
        passage(
            "medicine_review",
            "Around {review_day} you and your team decide if you go on.",
            source=_PART_5,
        ),
        passage(
            "medicine_long_open",
            "For how long you take your medicine ({any_medicine}) is not noted here. Ask at your next "
            "check.",
            source=_RECORD,
        ),
    ),
    kind="personal",
)
