"""Whether something happened, by its record: answered with no, uncertain, or on record after all.

Each record is read both ways, as one patient's and as one of many.
"""

from __future__ import annotations

from datetime import UTC, datetime

import duckdb
import pytest

from record_rows import LOINC, SNOMED, minute, put, record, told
from veinway.care.episodes import SUSPECTED_VTE
from veinway.care.facts.tests import d_dimer_obtainable_in_4_hours
from veinway.care.knowledge import KNOWLEDGE
from veinway.engine.one import Reasoner
from veinway.engine.planes import complete_column
from veinway.language.values import History, Truth
from veinway.records.bundle import BundleReader
from veinway.records.cohort_facts import extract
from veinway.records.profile import Coverage, Profile

INDEX = "2026-05-31T09:00"
AT = datetime(2026, 5, 31, 18, tzinfo=UTC)
READER = BundleReader(KNOWLEDGE, SUSPECTED_VTE, "UTC")
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
Row = dict[str, object]


def history(
    key: str, *rows: Row, side: str = "", coverage: dict[str, Coverage] | None = None
) -> History:
    """The events of one kind of the patient with a suspicion on 31 May 2026; the same in both ways."""
    given = [record("leg_symptoms", INDEX, value_truth=True, resource="Observation/suspicion"), *rows]
    subjects = READER.read_rows("p", told(given), AT, coverage or {}, {}).subjects
    [situation] = [each.situation for each in subjects if each.side == side]
    alone = situation.histories.get(key, History())
    with duckdb.connect() as connection:
        put(connection, given)
        [planes] = extract(
            connection, knowledge=KNOWLEDGE, episode=SUSPECTED_VTE, at=AT, coverage=coverage or {}
        )
    [place] = [n for n, each in enumerate(planes.frame["side"].to_list()) if each == side]
    assert planes.frame[complete_column(key)][place] == bool(alone.complete)
    listed = planes.events[key].filter(row=place)
    assert listed["certain"].to_list() == [event.certain for event in alone.events]
    assert listed["day.low"].to_list() == [event.day.low for event in alone.events]
    return alone


def no(key: str, when: str, **columns: object) -> Row:
    return record(key, when, value_truth=False, **columns)


# None at all ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "none",
    [
        no("surgery", INDEX),
        no("surgery", "2026-05-31"),
        record("surgery", INDEX, value_system="http://loinc.org", value_code="LA32-8"),
    ],
    ids=["at the suspicion", "on its day", "in a code"],
)
def test_that_there_was_no_operation_closes_the_history_of_operations(none: Row) -> None:
    found = history("surgery", none)
    assert (found.events, bool(found.complete)) == ((), True)


EVENTS = sorted(event.key for event in KNOWLEDGE.events.values() if event.key != "vte_diagnosis")


@pytest.mark.parametrize("key", EVENTS)
def test_every_kind_of_event_can_be_said_not_to_have_been(key: str) -> None:
    assert history(key, no(key, "2026-05-31T17:00")).complete


LEFT_OPEN: dict[str, tuple[str, list[Row]]] = {
    "what was said before the suspicion": ("surgery", [no("surgery", "2026-05-30")]),
    "a day that is not known": ("surgery", [no("surgery", "2026")]),
    "one kind of operation only": ("surgery", [no("major-surgery", INDEX)]),
    "a procedure that was refuted": (
        "surgery",
        [record("surgery", INDEX, kind="procedure", status="refuted")],
    ),
    "what was asked and not known": ("surgery", [record("surgery", INDEX, absent="asked-unknown")]),
    "an operation that is on record": (
        "surgery",
        [no("surgery", INDEX), record("88039007", "2026-05-01", kind="procedure", system=SNOMED)],
    ),
    "the other leg": ("leg_scan", [no("leg_scan", "2026-05-31T17:00", side="left")]),
}


@pytest.mark.parametrize(("key", "rows"), LEFT_OPEN.values(), ids=LEFT_OPEN)
def test_a_history_stays_open(key: str, rows: list[Row]) -> None:
    assert not history(key, *rows).complete


def test_of_two_legs_the_one_that_is_spoken_of_is_closed() -> None:
    legs = [record("deep_vein_tenderness", INDEX, value_truth=True, side=s) for s in ("left", "right")]
    none = no("leg_scan", "2026-05-31T17:00", side="left")
    assert history("leg_scan", *legs, none, side="left").complete
    assert not history("leg_scan", *legs, none, side="right").complete


def test_what_is_on_record_is_no_presumption_of_the_source() -> None:
    coverage = {"surgery": Coverage("all operations")}
    site = Profile(coverage=coverage)
    given = [record("leg_symptoms", INDEX, value_truth=True, resource="Observation/suspicion")]
    for rows, kept in ((given, False), ([*given, no("surgery", INDEX)], True)):
        [subject] = READER.read_rows("p", told(rows), AT, coverage, {}).subjects
        assert subject.situation.histories["surgery"].complete
        strict = site.without_coverage(subject.situation).histories["surgery"]
        assert bool(strict.complete) == kept


# Perhaps ----------------------------------------------------------------------------------------


def test_a_code_that_may_mean_something_else_leaves_the_event_possible() -> None:
    low, full = "1364435", "1364445"
    uncertain = record(low, "2026-05-31T12:00", kind="medication", system=RXNORM)
    [event] = history("interim_anticoagulant", uncertain).events
    assert not event.certain
    certain = record(full, "2026-05-31T12:00", kind="medication", system=RXNORM)
    [event] = history("interim_anticoagulant", certain).events
    assert event.certain


def test_an_event_that_was_asked_about_without_an_answer_may_have_been() -> None:
    [event] = history("surgery", record("surgery", INDEX, absent="asked-unknown")).events
    assert not event.certain


# When a result was there ------------------------------------------------------------------------


def d_dimer(sampled: str, issued: str | None = None) -> Row:
    known = {} if issued is None else {"known": issued}
    return record("48065-7", sampled, system=LOINC, value=400, unit="ug/L", **known)


ISSUED: dict[str, tuple[Row, tuple[str, str]]] = {
    "later than the sample": (
        d_dimer(INDEX, "2026-05-31T14:30"),
        ("2026-05-31T14:30", "2026-05-31T14:30"),
    ),
    "at a time that nobody recorded": (d_dimer(INDEX), (INDEX, "2026-05-31T18:00")),
    "in the minute of the sample": (d_dimer(INDEX, INDEX), (INDEX, "2026-05-31T18:00")),
    "on the day of the sample": (
        d_dimer("2026-05-31", "2026-05-31T14:30"),
        ("2026-05-31T14:30", "2026-05-31T14:30"),
    ),
}


@pytest.mark.parametrize(("row", "between"), ISSUED.values(), ids=ISSUED)
def test_a_result_was_there_when_it_was_issued(row: Row, between: tuple[str, str]) -> None:
    [event] = history("d_dimer_issued", row).events
    assert event.certain
    assert (event.minute.low, event.minute.high) == tuple(map(minute, between))


@pytest.mark.parametrize(
    ("issued", "value"), [("2026-05-31T13:00", "yes"), ("2026-05-31T13:01", "no"), (None, "unknown")]
)
def test_a_result_within_four_hours_of_its_request_is_one_that_was_issued_by_then(
    issued: str | None, value: str
) -> None:
    request = record("d_dimer_request", INDEX, value_truth=True)
    given = [record("leg_symptoms", INDEX, value_truth=True), request, d_dimer(INDEX, issued)]
    [subject] = READER.read_rows("p", told(given), AT, {}, {}).subjects
    found = Reasoner(subject.situation).find(d_dimer_obtainable_in_4_hours).value
    assert found is {"yes": Truth.YES, "no": Truth.NO, "unknown": Truth.UNKNOWN}[value]
