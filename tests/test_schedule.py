"""When phases begin and end, what is decided when, what 30 days take, and when an overlap may end."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

import pytest

from veinway.care.facts.inr import inr_test
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.treatment.doses.lead_in import overlap_may_end
from veinway.engine.one import Reasoner
from veinway.engine.schedule import became, decisions, made_of, met_on, schedule, supply
from veinway.language import (
    amount,
    days,
    for_at_least,
    for_doses,
    months,
    until_review,
    up_to_month,
)
from veinway.language.time import date_of
from veinway.language.values import Situation, Truth
from veinway.records.cases import read_case

TWICE, ONCE = amount(10, "mg", times=2), amount(20, "mg")
DRUGS = KNOWLEDGE.chapter("treatment").drugs


def minute(text: str) -> int:
    return int((datetime.fromisoformat(text) - datetime(1970, 1, 1)).total_seconds()) // 60


def test_an_evening_start_still_gets_every_dose() -> None:
    first = minute("2026-03-01T20:00")
    loading, after = schedule([(for_doses(14), TWICE), (until_review(), TWICE)], first)
    assert loading.last == minute("2026-03-08T08:00")
    assert after.starts == minute("2026-03-08T20:00")
    assert after.ends is None


def test_months_are_calendar_months_of_the_first_dose_and_clamped() -> None:
    first = minute("2026-08-31T08:00")
    [part] = schedule([(up_to_month(months(6)), ONCE)], first)
    assert part.ends == minute("2027-02-28T08:00")


def test_a_loading_that_outlasts_the_months_leaves_nothing_of_them() -> None:
    first = minute("2026-03-01T08:00")
    _, part = schedule([(for_doses(100), ONCE), (up_to_month(months(3)), ONCE)], first)
    assert part.starts == part.ends == minute("2026-06-09T08:00")


def test_nothing_is_dated_after_a_phase_that_only_a_review_ends() -> None:
    assert len(list(schedule([(until_review(), ONCE), (for_doses(3), ONCE)], 0))) == 1


def test_a_phase_beside_the_next_one_does_not_delay_it() -> None:
    beside = for_at_least(days(5), beside=True)
    overlap, start = schedule([(beside, None), (until_review(), ONCE)], 480)
    assert (overlap.starts, overlap.ends, overlap.open_ended) == (480, 480 + 5 * 1440, True)
    assert start.starts == 480


def test_a_loading_that_is_fully_credited_takes_no_time() -> None:
    loading, after = schedule([(for_doses(0), TWICE), (until_review(), ONCE)], 480)
    assert loading.last is None
    assert after.starts == 480


# Tablets ------------------------------------------------------------------------------------------


def needed(
    phases: list[tuple[object, object]], strengths: list[int], first: int = 480
) -> dict[int, int]:
    timed = list(schedule(phases, first))  # type: ignore[arg-type]
    given = [(dose, when) for (_, dose), when in zip(phases, timed, strict=True)]
    counted = supply(given, [Fraction(each) for each in strengths])  # type: ignore[arg-type]
    return {int(strength): count for strength, count in counted.items()}


def test_thirty_days_of_a_starter_pack() -> None:
    five = amount(5, "mg", times=2)
    for first in (480, 1200):
        assert needed([(for_doses(14), TWICE), (until_review(), five)], [5], first) == {5: 74}
    fifteen = amount(15, "mg", times=2)
    assert needed([(for_doses(42), fifteen), (until_review(), ONCE)], [10, 15, 20]) == {15: 42, 20: 9}


def test_a_dose_is_made_of_the_fewest_tablets_or_of_none() -> None:
    strengths = [Fraction(each) for each in (1, 3, 5)]
    assert made_of(amount(9, "mg"), strengths) == {Fraction(5): 1, Fraction(3): 1, Fraction(1): 1}
    assert made_of(amount("2.5", "mg"), strengths) == {}
    assert made_of(amount(1, "mg", up_to=2), strengths) == {}
    assert made_of(amount(5, "mg", route="subcutaneous"), strengths) == {}


# Decisions ----------------------------------------------------------------------------------------


def test_what_is_decided_later_has_its_day() -> None:
    found = decisions(DRUGS["apixaban"].reviews, minute("2026-11-30T08:00"))
    assert [(each.key, each.at) for each in found] == [
        ("review_bloods_within_24h", minute("2026-12-01T08:00")),
        ("three_month_review", minute("2027-02-28T08:00")),
        ("six_month_dose_review", minute("2027-05-30T08:00")),
    ]


def test_a_review_in_hours_is_counted_in_minutes() -> None:
    found = decisions(DRUGS["heparin"].reviews, minute("2026-03-01T23:30"))
    assert (found[0].key, found[0].at) == ("first_aptt", minute("2026-03-02T05:30"))


# The overlap with warfarin ------------------------------------------------------------------------


def with_inrs(at: str, *inrs: tuple[str, str], complete: bool = True) -> Situation:
    """Treatment began on 1 March 2026, which is day 1."""
    listed = [{"date": when, "value": value} for when, value in inrs]
    facts = {
        "treatment_start": [{"date": "2026-03-01"}],
        inr_test.key: listed if complete else {"some": listed},
    }
    case = {"at": at, "given": ["nothing_against_treatment"], "facts": facts}
    return next(iter(read_case(case, KNOWLEDGE, id_="test").situations.values()))


def met(situation: Situation) -> str | None:
    start = situation.histories["treatment_start"].events[0].day.low
    day = became(overlap_may_end, situation, int(start))
    overlap = DRUGS["warfarin"].phases[0].lasts
    assert met_on(overlap, situation) == day
    return None if day is None else date_of(day).isoformat()


W_51 = (("2026-03-03T08:00", "2.1"), ("2026-03-04T08:00", "2.2"))
W_52 = (("2026-03-05T08:00", "1.9"), ("2026-03-06T08:00", "2.0"), ("2026-03-07T08:00", "2.1"))


@pytest.mark.parametrize("complete", [True, False])
def test_w_51_two_inrs_in_range_do_not_end_the_overlap_before_day_5_is_over(complete: bool) -> None:
    on_day_5 = with_inrs("2026-03-05T20:00", *W_51, complete=complete)
    assert Reasoner(on_day_5).truth(overlap_may_end) is Truth.NO
    on_day_6 = with_inrs("2026-03-06T08:00", *W_51, complete=complete)
    assert Reasoner(on_day_6).truth(overlap_may_end) is Truth.YES
    assert met(with_inrs("2026-03-12T08:00", *W_51, complete=complete)) == "2026-03-06"


@pytest.mark.parametrize("complete", [True, False])
def test_w_52_both_inrs_have_to_be_2_or_more(complete: bool) -> None:
    on_day_6 = with_inrs("2026-03-06T20:00", *W_52[:2], complete=complete)
    assert Reasoner(on_day_6).truth(overlap_may_end) is not Truth.YES
    assert met(on_day_6) is None
    assert met(with_inrs("2026-03-12T08:00", *W_52, complete=complete)) == "2026-03-07"


def test_two_inrs_less_than_24_hours_apart_are_not_two_days() -> None:
    close = (("2026-03-06T20:00", "2.2"), ("2026-03-07T19:59", "2.3"))
    assert met(with_inrs("2026-03-07T20:00", *close)) is None
    apart = (("2026-03-06T20:00", "2.2"), ("2026-03-07T20:00", "2.3"))
    assert met(with_inrs("2026-03-07T20:00", *apart)) == "2026-03-07"


def test_a_low_inr_between_two_high_ones_starts_the_count_anew() -> None:
    dip = (("2026-03-05T08:00", "2.1"), ("2026-03-06T08:00", "1.8"), ("2026-03-07T08:00", "2.2"))
    assert met(with_inrs("2026-03-07T20:00", *dip)) is None
    after = (*dip, ("2026-03-08T08:00", "2.4"))
    assert met(with_inrs("2026-03-10T08:00", *after)) == "2026-03-08"


def test_inrs_of_an_earlier_course_do_not_count() -> None:
    earlier = (("2025-03-03T08:00", "2.1"), ("2025-03-09T08:00", "2.2"))
    assert met(with_inrs("2026-03-12T08:00", *earlier)) is None


def test_without_any_inr_the_overlap_goes_on() -> None:
    assert Reasoner(with_inrs("2026-03-20T08:00")).truth(overlap_may_end) is not Truth.YES
    assert met(with_inrs("2026-03-20T08:00")) is None
