"""From FHIR to the long record table: when it was, and how sure the record is."""

from __future__ import annotations

import pytest

from fhir_snippets import (
    DAY,
    SNOMED,
    Resource,
    Told,
    concept,
    condition,
    day,
    medicine,
    minute,
    observation,
    resource,
)
from veinway.language.errors import InputError


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("2024", day(2024, 1, 1), day(2024, 12, 31)),
        ("2024-02", day(2024, 2, 1), day(2024, 2, 29)),
        ("2024-02-03", day(2024, 2, 3), day(2024, 2, 3)),
    ],
)
def test_a_partial_date_is_an_interval(told: Told, written: str, low: int, high: int) -> None:
    [row] = told(observation(effectiveDateTime=written))
    assert (row.day_low, row.day_high) == (low, high)
    assert (row.minute_low, row.minute_high) == (low * 1440, high * 1440 + 1439)


def test_days_are_counted_in_the_calendar_of_the_site(told: Told) -> None:
    [row] = told(observation(effectiveDateTime="2024-07-01T23:30:00Z"), time_zone="Europe/London")
    assert (row.day_low, row.minute_low) == (day(2024, 7, 2), minute("2024-07-01T23:30:00+00:00"))
    assert row.minute_low == row.minute_high


def test_a_day_is_as_long_as_it_is_where_the_site_is(told: Told) -> None:
    [row] = told(observation(effectiveDateTime="2024-03-31"), time_zone="Europe/London")
    assert row.minute_low == minute("2024-03-31T00:00:00+00:00")
    assert row.minute_high == minute("2024-03-31T22:59:00+00:00")


def test_a_time_without_an_offset_is_the_sites_own(told: Told) -> None:
    [row] = told(observation(effectiveDateTime="2024-07-01T23:30:00"), time_zone="Europe/London")
    assert (row.day_low, row.minute_low) == (day(2024, 7, 1), minute("2024-07-01T22:30:00+00:00"))


def test_a_minute_before_1970_is_rounded_down(told: Told) -> None:
    [row] = told(observation(effectiveDateTime="1969-12-31T23:59:30Z"))
    assert (row.day_low, row.minute_low) == (-1, -1)


def test_an_observation_over_a_period_was_made_at_some_time_in_it(told: Told) -> None:
    period = {"start": "2024-03-01", "end": "2024-03-04"}
    [row] = told(observation(effectiveDateTime=None, effectivePeriod=period))
    assert (row.day_low, row.day_high, row.end_day_low) == (day(2024, 3, 1), day(2024, 3, 4), None)


def test_what_was_recorded_later_is_known_only_then(told: Told) -> None:
    [row] = told(observation(issued="2024-03-02T10:00:00Z"))
    assert row.known_minute == minute("2024-03-02T10:00:00+00:00")
    [row] = told(observation())
    assert row.known_minute == row.minute_low


@pytest.mark.parametrize(
    "written", ["yesterday", "2024-13-01", "infinity", "epoch", "20240301", "2024-02-30T10:00:00Z"]
)
def test_a_date_that_cannot_be_read_is_unknown_and_reported(told: Told, written: str) -> None:
    [row] = told(observation(effectiveDateTime=written))
    assert (row.day_low, row.day_high, row.minute_low) == (None, None, None)
    assert told.problems.counts() == {"S346": 1}
    assert told.problems.found[0].places[0].detail == written


def test_a_resource_without_a_date_could_be_of_any_day_and_is_reported(told: Told) -> None:
    [row] = told(observation(effectiveDateTime=None))
    assert row.day_low is None
    assert told.problems.counts() == {"S347": 1}


def test_an_unknown_time_zone_is_an_error(told: Told) -> None:
    with pytest.raises(InputError, match="I234"):
        told(time_zone="Europe/Atlantis")


# Status


@pytest.mark.parametrize(
    "left_out",
    [
        observation(status="entered-in-error"),
        observation(status="cancelled"),
        condition(verificationStatus=concept("entered-in-error", "x")),
        resource(
            "Procedure", status="not-done", code=concept("88039007", SNOMED), performedDateTime=DAY
        ),
        medicine(status="draft"),
        medicine(intent="proposal"),
        medicine(doNotPerform=True),
        medicine("MedicationStatement", status="intended"),
    ],
)
def test_what_did_not_happen_is_left_out_and_counted(told: Told, left_out: Resource) -> None:
    assert told(left_out) == []
    assert told.problems.counts() == {"S349": 1}


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (observation(status="preliminary"), "preliminary"),
        (observation(status="amended"), "final"),
        (condition(verificationStatus=concept("refuted", "x")), "refuted"),
        (condition(verificationStatus=concept("provisional", "x")), "uncertain"),
        (condition(clinicalStatus=concept("resolved", "x")), "stopped"),
        (condition(clinicalStatus=concept("active", "x")), "final"),
        (medicine("MedicationStatement", status="not-taken"), "refuted"),
        (medicine(status="stopped"), "stopped"),
        (medicine(status="unknown"), "uncertain"),
    ],
)
def test_the_status_says_how_sure_the_record_is(told: Told, given: Resource, status: str) -> None:
    [row] = told(given)
    assert row.status == status


def test_an_abatement_is_the_end(told: Told) -> None:
    ended = {"clinicalStatus": concept("resolved", "x"), "abatementDateTime": "2024-05"}
    [row] = told(condition(**ended))
    assert (row.status, row.end_day_low, row.end_day_high) == (
        "final",
        day(2024, 5, 1),
        day(2024, 5, 31),
    )


def test_an_end_that_cannot_be_read_is_an_end_all_the_same(told: Told) -> None:
    [row] = told(condition(abatementDateTime="spring"))
    assert (row.status, row.end_day_low) == ("stopped", None)


@pytest.mark.parametrize("fraction", ["", ".9", ".999", ".9996", ".9999999"])
def test_the_last_moment_of_a_day_is_of_that_day(told: Told, fraction: str) -> None:
    [row] = told(observation(effectiveDateTime=f"2024-02-29T23:59:59{fraction}Z"))
    assert (row.day_low, row.day_high) == (day(2024, 2, 29), day(2024, 2, 29))
    assert (row.minute_low, row.minute_high) == (minute("2024-02-29T23:59:00+00:00"),) * 2
