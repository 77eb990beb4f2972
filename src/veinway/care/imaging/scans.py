"""The scans of one episode, as every guideline reads them: the first, a later one, a repeat in time.

What a scan showed is read from what is on record. Where a guideline ends without a scan, or without a
second one, its step presumes that no positive one was done for another reason (see `NOT_ASKED_FOR`).
"""

from veinway.care.facts.chest_tests import bilateral_leg_scan
from veinway.care.facts.tests import leg_scan, scan_result
from veinway.care.sources import LOCAL, PRODUCT
from veinway.language import *

PROXIMAL, DISTAL, SUPERFICIAL_ONLY = "dvt_proximal", "dvt_distal_only", "svt_only"
NEGATIVE_PROXIMAL, NEGATIVE_WHOLE_LEG = "negative_proximal", "negative_whole_leg"
NEGATIVE = (NEGATIVE_PROXIMAL, NEGATIVE_WHOLE_LEG)

NO_FIRST_ASKED_FOR = (
    "no scan is asked for here, and a positive one done for another reason would be on record"
)
NO_SECOND_ASKED_FOR = (
    "no second scan is asked for here, and a positive one done all the same would be on record"
)
NOT_ASKED_FOR = PRODUCT.at("presumption on scans nobody asked for", LOCAL)

first_scan_day = date_of_event("first", leg_scan)
first_scan_recorded = first(leg_scan, scan_result)
later_scan_recorded = last(leg_scan, scan_result, in_=days_after(1, 90, first_scan_day))
last_scan_recorded = last(leg_scan, scan_result)


def first_scan_where_asked_for(*, unless: YesNoExpression) -> ChoiceExpression:
    """The first scan; where `unless` is so nothing asks for one, and it is presumed to show no clot."""
    return presume_not(
        first_scan_recorded,
        PROXIMAL,
        DISTAL,
        SUPERFICIAL_ONLY,
        when=unless,
        because=NO_FIRST_ASKED_FOR,
        source=NOT_ASKED_FOR,
    )


def later_scan_where_asked_for(*, unless: YesNoExpression) -> ChoiceExpression:
    """The last later scan; where `unless` is so, it is presumed to show no proximal clot."""
    return presume_not(
        later_scan_recorded,
        PROXIMAL,
        when=unless,
        because=NO_SECOND_ASKED_FOR,
        source=NOT_ASKED_FOR,
    )


def clot_on_a_scan(earlier: ChoiceExpression, later: ChoiceExpression) -> YesNoExpression:
    """A proximal clot on either of two scans of the leg, or on one of both legs."""
    return any_of(earlier.is_(PROXIMAL), later.is_(PROXIMAL), clot_on_scan_of_both_legs)


# A negative second scan settles the question only from the day on which a guideline wants it.
scan_from_day_5 = last(leg_scan, scan_result, in_=days_after(5, 90, first_scan_day))
scan_from_day_6 = last(leg_scan, scan_result, in_=days_after(6, 90, first_scan_day))

# Both legs may have been scanned because of the chest. Such a scan counts here like any other: only that
# none was done is presumed, never what one has shown.
_both_legs_scanned = presume(
    any_event(bilateral_leg_scan),
    NO,
    because="no scan of both legs is on record",
    source=NOT_ASKED_FOR,
)
clot_on_scan_of_both_legs = all_of(
    _both_legs_scanned, any_event(bilateral_leg_scan, scan_result.is_(PROXIMAL))
)
_leg_scanned = presume(
    any_event(leg_scan), NO, because="no scan of the leg is on record", source=NOT_ASKED_FOR
)
# The same for readers that do not wait for a scan: what no scan shows is presumed not to be there.
proximal_clot_on_record = any_of(
    all_of(_leg_scanned, any_event(leg_scan, scan_result.is_(PROXIMAL))), clot_on_scan_of_both_legs
)
# A proximal clot on any scan of the episode, whoever asked for it and why.
clot_in_leg_veins_shown = any_of(
    any_event(leg_scan, scan_result.is_(PROXIMAL)), clot_on_scan_of_both_legs
)

proximal_clot_shown = clot_on_a_scan(first_scan_recorded, later_scan_recorded)
distal_clot_shown = any_of(first_scan_recorded.is_(DISTAL), later_scan_recorded.is_(DISTAL))
superficial_clot_shown = any_of(
    first_scan_recorded.is_(SUPERFICIAL_ONLY), later_scan_recorded.is_(SUPERFICIAL_ONLY)
)
