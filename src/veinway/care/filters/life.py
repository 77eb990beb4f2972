"""The life of a filter, read from what happened to it, and when it is to be removed (section 4.5)."""

from veinway.care.facts.stents_filters import (
    anticoagulation_established,
    filter_event,
    filter_plan_documented,
    filter_removal_day,
    filter_review,
    what_happened,
)
from veinway.care.sources import FDA_FILTERS, LOCAL, PRODUCT, TC_FILTERS
from veinway.language import *

_RULE = PRODUCT.at("reference 3, rule IVC-R1", LOCAL)

FILTER_IN_PLACE = question("filter_in_place", "What is due for a filter that is in place?")

_last = last(filter_event, what_happened)
_inserted = days_since("last", filter_event, what_happened.is_("inserted"))
placed_on = date_of_event("last", filter_event, what_happened.is_("inserted"))
_booked_on = date_of_event("last", filter_event, what_happened.is_("booked"))
_permanent_since = date_of_event("last", filter_event, what_happened.is_("permanent"))
_ever_placed = any_event(filter_event, what_happened.is_("inserted"))
# What became of an earlier filter says nothing of one that was placed after it.
_since_placed = days_after(0, 36500, placed_on)


_retrieved, _permanent = what_happened.is_("retrieved"), what_happened.is_("permanent")
_was_retrieved = any_of(
    all_of(no(_ever_placed), any_event(filter_event, _retrieved)),
    any_event(filter_event, _retrieved, in_=_since_placed),
)
_is_permanent = any_of(
    all_of(no(_ever_placed), any_event(filter_event, _permanent)),
    any_event(filter_event, _permanent, in_=_since_placed),
)
_AGAIN = recall(21, 35, filter_review)
_YEARLY = recall(335, 395, filter_review)

FILTER_STATE = table(
    "filter_state",
    "Where a filter of the vena cava is in its life",
    hit="first",
    source=_RULE,
    rows=[
        row(
            any_event(filter_event, what_happened.is_("died")),
            neutral("filter_died", "The patient died."),
            cite=_RULE,
        ),
        row(
            _was_retrieved,
            neutral("filter_retrieved", "Removed."),
            cite=_RULE,
        ),
        row(
            _is_permanent,
            neutral(
                "filter_permanent", "Declared permanent, with a reason: yearly review.", gives=_YEARLY
            ),
            cite=TC_FILTERS.at("permanent filters"),
        ),
        row(_last.is_("lost"), neutral("filter_lost", "Lost to follow-up."), cite=_RULE),
        row(
            _last.is_("attempt_failed"),
            neutral("filter_attempt_failed", "An attempt to remove it failed.", gives=_AGAIN),
            cite=_RULE,
        ),
        row(
            _last.is_("booked"),
            neutral("filter_booked", "Its removal is booked.", gives=_AGAIN),
            cite=_RULE,
        ),
        row(
            all_of(no(_ever_placed), _last.is_("planned")),
            neutral("filter_planned", "Planned, and not placed yet."),
            cite=_RULE,
        ),
        row(
            no(_ever_placed),
            neutral("filter_none_in_place", "None is in place."),
            cite=_RULE,
        ),
        row(
            _inserted > 84,
            escalates(
                "filter_overdue", "In place for more than 12 weeks without a decision.", gives=_AGAIN
            ),
            cite=_RULE,
        ),
        row(
            all_of(_inserted > 56, anticoagulation_established),
            escalates(
                "filter_retrieval_due",
                "Its removal is due: the target of 8 weeks is passed.",
                gives=_AGAIN,
            ),
            cite=_RULE,
        ),
        otherwise(neutral("filter_waiting", "In place.", gives=_AGAIN), cite=FDA_FILTERS.at("removal")),
    ],
)
_in_place = FILTER_STATE.one_of(
    "filter_overdue", "filter_retrieval_due", "filter_waiting", "filter_attempt_failed"
)
FILTER_PAST_12_WEEKS = all_of(
    _inserted > 84,
    no(
        FILTER_STATE.one_of(
            "filter_died",
            "filter_retrieved",
            "filter_permanent",
            "filter_planned",
            "filter_none_in_place",
        )
    ),
)
"""In place for more than 12 weeks, booked or not, and not permanent by decision (section 4.7)."""
FILTER_LIFE = step(
    "filter_in_place_veinway",
    "A filter that is in place",
    question=FILTER_IN_PLACE,
    guideline="veinway",
    subject=DEVICE,
    source=_RULE,
    for_whom=_ever_placed,
    conclusion=FILTER_STATE,
    plan=[
        action(
            "filter_plan",
            "Name who removes the filter, and by when.",
            when=all_of(_in_place, no(filter_plan_documented)),
            act="filter_plan",
            cite=_RULE,
        ),
        action(
            "filter_review_4_weeks",
            "Review the filter 4 weeks after it was placed: is anticoagulation possible now?",
            when=_in_place,
            gives=filter_review,
            act="filter_review",
            due=in_days(21, 35, of=placed_on),
            cite=_RULE,
        ),
        action(
            "remove_filter",
            "Remove the filter once anticoagulation is established, by 8 weeks; after 12 weeks without "
            "a decision it is overdue. Anticoagulation may go on meanwhile.",
            when=_in_place,
            act="remove_filter",
            due=in_days(14, 84, of=placed_on),
            cite=_RULE,
        ),
        action(
            "planned_removal",
            "A plan for its removal is on record: remove the filter by the day that the plan names.",
            when=all_of(any_of(_in_place, FILTER_STATE.one_of("filter_booked")), filter_plan_documented),
            act="planned_removal",
            due=by(days(0), of=filter_removal_day),
            cite=_RULE,
        ),
        action(
            "booked_removal",
            "Its removal was booked: see that it takes place, and record what came of it.",
            when=FILTER_STATE.one_of("filter_booked"),
            act="booked_removal",
            due=in_days(0, 28, of=_booked_on),
            cite=_RULE,
        ),
        action(
            "find_lost_filter",
            "Lost to follow-up with a filter in place: find the patient, and decide about its removal.",
            when=FILTER_STATE.one_of("filter_lost"),
            act="find_lost_filter",
            cite=_RULE,
        ),
        action(
            "permanent_filter_review",
            "Review of a permanent filter, a year after it was declared so.",
            when=FILTER_STATE.one_of("filter_permanent"),
            gives=filter_review,
            act="filter_review",
            due=between_spans(months(11), months(13), of=_permanent_since),
            cite=TC_FILTERS.at("permanent filters"),
        ),
    ],
)
