"""Vital signs are those of the first set of observations, one patient alone or one of many."""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb
import pytest

from record_rows import LOINC, put, record, told
from veinway.care.chapters.diagnosis import DIAGNOSIS as KNOWLEDGE
from veinway.care.episodes import SUSPECTED_VTE
from veinway.engine.planes import high_column, low_column
from veinway.language import days
from veinway.language.errors import DefinitionError
from veinway.language.facts import Find
from veinway.language.values import Interval
from veinway.records.bundle import BundleReader
from veinway.records.cohort_facts import extract

INDEX = "2026-05-31T09:00"
AT = datetime(2026, 6, 30, tzinfo=UTC)
READER = BundleReader(KNOWLEDGE, SUSPECTED_VTE, "UTC")
VITAL_SIGNS = {
    "heart_rate": ("8867-4", "/min"),
    "systolic_bp": ("8480-6", "mm[Hg]"),
    "respiratory_rate": ("9279-1", "/min"),
    "spo2": ("59408-5", "%"),
    "body_temperature": ("8310-5", "Cel"),
}
Row = dict[str, object]


def measured(key: str, value: int, when: str) -> Row:
    code, unit = VITAL_SIGNS[key]
    return record(code, when, system=LOINC, value=value, unit=unit)


def known(key: str, *rows: Row) -> Interval | None:
    """A measure, in tenths, of the patient with a suspicion on 31 May; the same in both ways."""
    given = [record("leg_symptoms", INDEX, value_truth=True), *rows]
    [subject] = READER.read_rows("p", told(given), AT, {}, {}).subjects
    alone = subject.situation.facts.get(key)
    with duckdb.connect() as connection:
        put(connection, given)
        [planes] = extract(connection, knowledge=KNOWLEDGE, episode=SUSPECTED_VTE, at=AT)
    [low], [high] = planes.frame[low_column(key)], planes.frame[high_column(key)]
    widest = KNOWLEDGE.facts[key].anything
    assert (alone.value if alone else widest) == Interval(low, high)
    return None if Interval(low, high) == widest else Interval(low, high)


@pytest.mark.parametrize("key", VITAL_SIGNS)
def test_a_vital_sign_is_that_of_the_first_set(key: str) -> None:
    first = measured(key, 39, "2026-05-31T08:50")
    later = [measured(key, 36, when) for when in ("2026-05-31T10:00", "2026-06-01T09:00")]
    assert known(key, *later, first) == Interval(390, 390)


def test_a_set_of_the_day_before_is_not_of_this_presentation() -> None:
    before = measured("heart_rate", 70, "2026-05-30T15:00")
    assert known("heart_rate", before) is None
    assert known("heart_rate", before, measured("heart_rate", 110, INDEX)) == Interval(1100, 1100)


def test_a_day_without_a_time_may_be_before_an_instant_of_that_day() -> None:
    some_time = measured("heart_rate", 120, "2026-05-31")
    noon = measured("heart_rate", 90, "2026-05-31T12:00")
    assert known("heart_rate", some_time, noon) == Interval(900, 1200)
    next_day = measured("heart_rate", 80, "2026-06-01T12:00")
    assert known("heart_rate", some_time, next_day) == Interval(1200, 1200)


def test_two_numbers_of_the_first_minute_become_their_hull() -> None:
    rows = [measured("spo2", value, INDEX) for value in (91, 97)]
    assert known("spo2", *rows) == Interval(910, 970)


def test_the_first_of_what_lasts_is_refused() -> None:
    with pytest.raises(DefinitionError, match="D174"):
        Find("condition", "dvt", within=days(1), which="first")
