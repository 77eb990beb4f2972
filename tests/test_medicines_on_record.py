"""An order that goes on is taken today: its day is that of its last dose, not of its first.

Each record is read both ways, as one patient's and as one of many.
"""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb

from record_rows import OURS, SNOMED, day, put, record, told
from veinway.care.chapters.treatment import TREATMENT
from veinway.care.episodes import TREATED_VTE
from veinway.care.facts.medicines import takes_clarithromycin
from veinway.engine.one import Reasoner
from veinway.language.values import Happened, Truth
from veinway.records.bundle import BundleReader
from veinway.records.cohort_facts import extract

AT = datetime(2026, 11, 26, 9, tzinfo=UTC)
TODAY = day("2026-11-26")
READER = BundleReader(TREATMENT, TREATED_VTE, "UTC")
CLOT = record("128053003", "2026-11-20", system=SNOMED, kind="condition", resource="Condition/clot")


def order(since: str, **columns: object) -> dict[str, object]:
    """An order of clarithromycin."""
    named = {"system": OURS, "kind": "medication", "resource": "MedicationRequest/1"}
    return record("medicine-clarithromycin", since, **{**named, **columns})


def taken(row: dict[str, object]) -> tuple[Happened, Truth]:
    """The event that a record tells of, and whether the medicine counts as taken; both ways."""
    given = [CLOT, row]
    [subject] = READER.read_rows("p", told(given), AT, {}, {}).subjects
    [event] = subject.situation.histories["medicine"].events
    with duckdb.connect() as connection:
        put(connection, given)
        [planes] = extract(connection, knowledge=TREATMENT, episode=TREATED_VTE, at=AT, coverage={})
    listed = planes.events["medicine"]
    assert listed["day.low"].to_list() == [event.day.low]
    assert listed["day.high"].to_list() == [event.day.high]
    assert listed["certain"].to_list() == [event.certain]
    return event, Reasoner(subject.situation).truth(takes_clarithromycin)


def test_an_order_of_two_months_ago_that_goes_on_is_taken_today() -> None:
    event, truth = taken(order("2026-09-20"))
    assert (event.day.low, event.day.high, truth) == (TODAY, TODAY, Truth.YES)


def test_an_order_with_an_end_was_taken_until_then() -> None:
    end = day("2026-11-01")
    event, truth = taken(order("2026-09-20", end_day_low=end, end_day_high=end))
    assert (event.day.low, event.day.high) == (end, end)
    assert truth is not Truth.YES


def test_an_order_that_ended_within_the_week_still_interacts() -> None:
    end = day("2026-11-22")
    _, truth = taken(order("2026-09-20", end_day_low=end, end_day_high=end))
    assert truth is Truth.YES


def test_an_order_that_ends_in_the_future_is_taken_today() -> None:
    end = day("2026-12-24")
    event, truth = taken(order("2026-11-20", end_day_low=end, end_day_high=end))
    assert (event.day.low, event.day.high, truth) == (TODAY, TODAY, Truth.YES)


def test_a_stopped_order_without_an_end_may_have_been_taken_until_today() -> None:
    event, truth = taken(order("2026-09-20", status="stopped"))
    assert (event.day.low, event.day.high, truth) == (day("2026-09-20"), TODAY, Truth.UNKNOWN)


def test_a_dose_that_was_given_is_no_order_that_goes_on() -> None:
    given = order("2026-09-20") | {"resource": "MedicationAdministration/1"}
    event, truth = taken(given)
    assert (event.day.low, event.day.high) == (day("2026-09-20"), day("2026-09-20"))
    assert truth is not Truth.YES
