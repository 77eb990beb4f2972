"""What a record says of a patient: windows, what is known when, contradictions, limbs and episodes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from record_rows import LOINC, SNOMED, day, minute, record, told
from veinway.care.chapters.diagnosis import DIAGNOSIS as KNOWLEDGE
from veinway.care.episodes import SUSPECTED_VTE
from veinway.language.errors import InputError, SourceError
from veinway.language.values import Interval, Known, Situation, Truth
from veinway.records.bundle import BundleReader, BundleReading
from veinway.records.profile import Coverage

OPTIONS = "https://veinway.org/fhir/option"
INDEX = "2026-05-31T09:00"
SUSPICION = record("leg_symptoms", INDEX, value_truth=True, resource="Observation/suspicion")
AT = datetime(2026, 6, 30, tzinfo=UTC)
READER = BundleReader(KNOWLEDGE, SUSPECTED_VTE, "UTC")
Row = dict[str, object]


def reading(
    *rows: Row, at: datetime | None = AT, coverage: dict[str, Coverage] | None = None
) -> BundleReading:
    return READER.read_rows("p", told(list(rows)), at, coverage or {}, {})


def situation(*rows: Row, **how: object) -> Situation:
    """What is known of the one subject with a suspicion on 31 May 2026."""
    [subject] = reading(SUSPICION, *rows, **how).subjects  # type: ignore[arg-type]
    return subject.situation


def known(key: str, *rows: Row, **how: object) -> Known:
    return situation(*rows, **how).facts.get(
        key, Known(KNOWLEDGE.facts[key].anything, (), "not recorded")
    )


def diagnosis(code: str, when: str | None, **columns: object) -> Row:
    return record(code, when, kind="condition", **columns)


# Windows ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("when", "value"), [("2026-03-08", Truth.YES), ("2026-03-07", Truth.UNKNOWN)])
def test_twelve_weeks_are_84_days_and_the_84th_counts(when: str, value: Truth) -> None:
    found = known("paralysis_paresis_or_cast", record("leg-plaster", when, kind="procedure"))
    assert found.value is value
    assert found.reason == ("" if value.known else "stale")


@pytest.mark.parametrize(
    ("index", "ended", "value"),
    [
        ("2026-05-31", "2025-11-30", Truth.YES),
        ("2026-05-31", "2025-11-29", Truth.UNKNOWN),
        ("2026-08-30", "2026-02-28", Truth.YES),
        ("2026-08-30", "2026-02-27", Truth.UNKNOWN),
    ],
)
def test_six_months_step_back_to_the_same_day_or_the_end_of_the_month(
    index: str, ended: str, value: Truth
) -> None:
    rows = [
        record("leg_symptoms", index, value_truth=True),
        diagnosis("active-cancer", "2020-01-01", end=ended),
    ]
    [subject] = reading(*rows, at=datetime(2026, 9, 1, tzinfo=UTC)).subjects
    assert subject.situation.facts["active_cancer"].value is value


def test_an_illness_that_lasts_into_the_window_counts() -> None:
    assert known("active_cancer", diagnosis("active-cancer", "2019-01-01")).value is Truth.YES


def test_an_illness_that_ended_before_the_window_is_stale() -> None:
    found = known("active_cancer", diagnosis("active-cancer", "2019-01-01", end="2021-01-01"))
    assert (found.value, found.reason) == (Truth.UNKNOWN, "stale")
    assert found.evidence[0].note == "stale"


def test_an_illness_that_ended_nobody_knows_when_leaves_it_open() -> None:
    found = known("active_cancer", diagnosis("active-cancer", "2019-01-01", status="stopped"))
    assert (found.value, found.reason) == (Truth.UNKNOWN, "date not exact")


def test_a_result_after_the_index_counts_as_far_as_its_window_reaches() -> None:
    sample = {"system": LOINC, "unit": "ug/L{FEU}"}
    late = record("48065-7", "2026-06-07", value=600, **sample)
    too_late = record("48065-7", "2026-06-08", value=700, **sample)
    assert known("d_dimer", late, too_late).value == Interval(6000, 6000)


def test_the_newest_record_in_the_window_decides() -> None:
    weights = [record("body_weight", f"2026-0{n}-01", value=70 + n, unit="kg") for n in (1, 4, 2)]
    found = known("body_weight", *weights)
    assert found.value == Interval(740, 740)
    assert [evidence.when for evidence in found.evidence] == ["2026-04-01"]


# What is known when -----------------------------------------------------------------------------


def test_what_was_recorded_after_the_instant_is_invisible() -> None:
    row = record("entire_leg_swollen", "2026-05-31T10:00", value_truth=True, known="2026-06-02T08:00")
    instants = [datetime(2026, 6, 2, hour, tzinfo=UTC) for hour in (7, 8)]
    before, after = (known("entire_leg_swollen", row, at=at).value for at in instants)
    assert (before, after) == (Truth.UNKNOWN, Truth.YES)


def test_the_default_instant_is_the_last_one_recorded() -> None:
    row = record("body_weight", "2026-05-31", value=80, unit="kg", known="2026-06-02T08:00")
    assert situation(row, at=None).at_minute == minute("2026-06-02T08:00")


def test_a_record_without_instants_needs_one() -> None:
    row = record("gender", None, kind="patient", system="veinway", value_code="male")
    with pytest.raises(SourceError, match="S332"):
        reading(row, at=None)


# Yes, no and neither ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("columns", "value", "reason"),
    [
        ({"value_truth": True}, Truth.YES, ""),
        ({"value_truth": False}, Truth.NO, ""),
        ({"value_system": LOINC, "value_code": "LA33-6"}, Truth.YES, ""),
        ({"value_system": LOINC, "value_code": "LA32-8"}, Truth.NO, ""),
        ({"value_system": SNOMED, "value_code": "373067005"}, Truth.NO, ""),
        ({"value_system": OPTIONS, "value_code": "no"}, Truth.NO, ""),
        ({"value_truth": True, "status": "refuted"}, Truth.NO, ""),
        ({"value_truth": True, "status": "uncertain"}, Truth.UNKNOWN, "uncertain"),
        ({"absent": "asked-unknown"}, Truth.UNKNOWN, "asked and not known"),
        ({}, Truth.UNKNOWN, "not stated"),
        ({"value": 3}, Truth.UNKNOWN, "unusable value"),
        ({"value_system": SNOMED, "value_code": "1"}, Truth.UNKNOWN, "unusable value"),
    ],
)
def test_an_observation_says_yes_or_no_by_its_value(columns: Row, value: Truth, reason: str) -> None:
    found = known("entire_leg_swollen", record("entire_leg_swollen", "2026-05-31", **columns))
    assert (found.value, found.reason) == (value, reason)


@pytest.mark.parametrize(
    ("status", "value"),
    [("final", Truth.YES), ("refuted", Truth.NO), ("uncertain", Truth.UNKNOWN)],
)
def test_a_diagnosis_says_yes_by_being_there_unless_it_is_refuted(status: str, value: Truth) -> None:
    row = diagnosis("363346000", "2026-05-01", system=SNOMED, status=status)
    assert known("active_cancer", row).value is value


def test_a_refuted_diagnosis_says_nothing_about_another_one() -> None:
    rows = [
        diagnosis("active-cancer", "2026-01-01"),
        diagnosis("active_cancer", "2026-05-01", status="refuted"),
    ]
    assert known("active_cancer", *rows).value is Truth.YES


def test_a_later_refutation_of_the_same_diagnosis_counts() -> None:
    rows = [
        diagnosis("active-cancer", "2026-01-01"),
        diagnosis("active-cancer", "2026-05-01", status="refuted"),
    ]
    assert known("active_cancer", *rows).value is Truth.NO


def test_records_of_one_moment_that_disagree_leave_it_open() -> None:
    rows = [record("entire_leg_swollen", "2026-05-31T10:00", value_truth=v) for v in (True, False)]
    found = known("entire_leg_swollen", *rows)
    assert (found.value, found.reason) == (Truth.UNKNOWN, "conflict")
    assert len(found.evidence) == 2


def test_two_numbers_of_one_moment_become_their_hull() -> None:
    rows = [record("body_weight", "2026-05-31T10:00", value=v, unit="kg") for v in (80, 82)]
    found = known("body_weight", *rows)
    assert (found.value, found.reason) == (Interval(800, 820), "conflict")


def test_a_day_without_a_time_may_be_later_than_an_instant_of_that_day() -> None:
    rows = [
        record("entire_leg_swollen", "2026-05-31", value_truth=True),
        record("entire_leg_swollen", "2026-05-31T10:00", value_truth=False),
    ]
    assert known("entire_leg_swollen", *rows).reason == "conflict"


# Dates that are not exact -----------------------------------------------------------------------


def test_a_birth_year_is_a_year_wide() -> None:
    found = known("birth_date", record("birth-date", "1961", kind="patient", system="veinway"))
    assert found.value == Interval(day("1961-01-01"), day("1961-12-31"))


def test_an_illness_of_the_index_year_may_have_come_after_the_index() -> None:
    found = known("previous_dvt", diagnosis("previous-dvt", "2026"))
    assert (found.value, found.reason) == (Truth.UNKNOWN, "date not exact")


def test_an_illness_of_an_earlier_year_came_before_the_index() -> None:
    assert known("previous_dvt", diagnosis("previous-dvt", "2025")).value is Truth.YES


def test_an_illness_without_a_date_leaves_it_open() -> None:
    assert known("previous_dvt", diagnosis("previous-dvt", None)).value is Truth.UNKNOWN


# Numbers ------------------------------------------------------------------------------------------


def test_evidence_shows_the_value_as_recorded_and_as_converted() -> None:
    row = record("2160-0", "2026-05-30", system=LOINC, value=1, unit="mg/dL", recorded="1 mg/dL")
    found = known("serum_creatinine", row | {"resource": "Observation/17"})
    [evidence] = found.evidence
    assert (evidence.resource, evidence.when) == ("Observation/17", "2026-05-30")
    assert (evidence.recorded, evidence.note) == ("1 mg/dL", "= 88.4 umol/L")


def test_an_unusable_value_is_kept_as_evidence_and_reported() -> None:
    row = record("48066-5", "2026-05-31", system=LOINC, value="0.4", unit="mg/L", unit_text="mg/L FEU")
    found = reading(SUSPICION, row | {"resource": "Observation/17"})
    value = found.subjects[0].situation.facts["d_dimer"]
    assert (value.value, value.reason) == (KNOWLEDGE.facts["d_dimer"].anything, "conflict")
    assert value.evidence[0].resource == "Observation/17"
    assert [(problem.code, problem.where) for problem in found.problems] == [("W412", "Observation/17")]


def test_a_value_that_is_not_plausible_is_used_and_reported() -> None:
    row = record("body_weight", "2026-05-31", value=400, unit="kg")
    found = reading(SUSPICION, row)
    assert found.subjects[0].situation.facts["body_weight"].value == Interval(4000, 4000)
    assert [problem.code for problem in found.problems] == ["W415"]


def test_two_codes_of_one_resource_are_one_record() -> None:
    rows = [
        record(code, "2026-05-31", system=LOINC, value="0.4", unit="mg/L", resource="Observation/17")
        for code in ("48065-7", "30240-6")
    ]
    found = known("d_dimer", *rows)
    assert (found.value, len(found.evidence)) == (Interval(4000, 4000), 1)


# Choices and events -------------------------------------------------------------------------------


def test_a_coded_choice_is_read_by_its_code_list() -> None:
    gender = {"kind": "patient", "system": "veinway", "value_code": "male"}
    system = "http://hl7.org/fhir/administrative-gender"
    found = known("sex_at_birth", record("gender", None, value_system=system, **gender))
    assert found.value == frozenset({"male"})


def test_a_choice_of_no_known_option_stays_open() -> None:
    gender = {"kind": "patient", "system": "veinway", "value_code": "other"}
    found = known("sex_at_birth", record("gender", None, **gender))
    assert found.value == frozenset({"female", "male"})


def test_a_scan_has_its_result_and_its_segment() -> None:
    said = {"resource": "Observation/9", "value_system": OPTIONS}
    rows = [
        record("leg_scan", "2026-06-01T14:00", resource="Observation/9", kind="scan"),
        record("result", None, value_code="dvt_proximal", **said),
        record("segment", None, value_code="popliteal", **said),
    ]
    [scan] = situation(*rows).histories["leg_scan"].events
    assert scan.day == Interval(day("2026-06-01"), day("2026-06-01"))
    assert scan.attributes == {
        "result": frozenset({"dvt_proximal"}),
        "segment": frozenset({"popliteal"}),
    }


def test_the_value_of_a_scan_is_its_result() -> None:
    row = record("leg_scan", "2026-06-01", value_system=OPTIONS, value_code="indeterminate")
    [scan] = situation(row).histories["leg_scan"].events
    assert scan.attributes["result"] == frozenset({"indeterminate"})
    assert len(scan.attributes["segment"]) == 14


def test_an_operation_of_unknown_size_stays_of_unknown_size() -> None:
    rows = [
        record("surgery", "2026-05-01", kind="procedure", resource="Procedure/1"),
        record("88039007", "2026-05-02", kind="procedure", system=SNOMED, resource="Procedure/2"),
    ]
    small, large = situation(*rows).histories["surgery"].events
    assert (small.attributes["major"], large.attributes["major"]) == (Truth.UNKNOWN, Truth.YES)


def test_an_operation_that_was_refuted_did_not_happen_and_an_uncertain_one_may_have() -> None:
    rows = [
        record("surgery", "2026-05-01", kind="procedure", status="refuted"),
        record("surgery", "2026-05-02", kind="procedure", status="uncertain"),
    ]
    [operation] = situation(*rows).histories["surgery"].events
    assert not operation.certain


def test_an_order_is_not_the_thing_that_was_ordered() -> None:
    order = record("46363-8", "2026-05-31T10:00", system=LOINC, kind="request")
    histories = situation(order).histories
    assert "leg_scan" not in histories
    assert len(histories["leg_scan_request"].events) == 1


def test_every_fact_and_event_is_understood_in_our_own_system() -> None:
    rows = [record(key, "2026-05-31", value_truth=True) for key in KNOWLEDGE.facts]
    rows += [record(key, "2026-05-31", resource=f"Observation/{key}") for key in KNOWLEDGE.events]
    found = situation(*rows)
    assert set(found.facts) | {"birth_date"} == set(KNOWLEDGE.facts)
    assert set(found.histories) == set(KNOWLEDGE.events)


# Coverage -----------------------------------------------------------------------------------------


def test_silence_means_no_only_where_the_source_would_know() -> None:
    coverage = {"active_cancer": Coverage("cancer registry"), "surgery": Coverage("all operations")}
    found = situation(coverage=coverage)
    assert found.facts["active_cancer"].value is Truth.NO
    assert found.facts["active_cancer"].evidence[0].note == "cancer registry"
    assert found.histories["surgery"].complete == "all operations"
    assert "previous_dvt" not in found.facts


def test_coverage_does_not_outweigh_a_record_that_leaves_it_open() -> None:
    row = diagnosis("active-cancer", "2026-05-01", status="uncertain")
    found = known("active_cancer", row, coverage={"active_cancer": Coverage("cancer registry")})
    assert (found.value, found.reason) == (Truth.UNKNOWN, "uncertain")


@pytest.mark.parametrize(("since", "value"), [("2025-11-30", Truth.NO), ("2025-12-01", Truth.UNKNOWN)])
def test_coverage_must_reach_back_as_far_as_the_fact(since: str, value: Truth) -> None:
    coverage = {"active_cancer": Coverage("cancer registry", day(since))}
    assert known("active_cancer", coverage=coverage).value is value


def test_coverage_of_operations_must_reach_back_as_far_as_any_rule_asks() -> None:
    three_months, later = (
        situation(coverage={"surgery": Coverage("all operations", day(since))}).histories.get("surgery")
        for since in ("2026-02-28", "2026-03-01")
    )
    assert three_months is not None
    assert later is None


def test_coverage_of_a_number_is_refused() -> None:
    with pytest.raises(InputError, match="I231"):
        reading(SUSPICION, coverage={"body_weight": Coverage("scales everywhere")})


# Episodes and limbs -------------------------------------------------------------------------------


def test_records_within_28_days_of_the_last_one_are_one_episode() -> None:
    rows = [
        record("d_dimer", when, value=400, unit="ug/L{FEU}", resource=f"Observation/{when}")
        for when in ("2026-01-02", "2026-02-01", "2026-03-01", "2026-03-29")
    ]
    [subject] = reading(*rows).subjects
    assert subject.index == day("2026-02-01")


def test_a_suspicion_after_the_instant_opens_nothing() -> None:
    found = reading(SUSPICION, at=datetime(2026, 5, 30, tzinfo=UTC))
    assert not found.episode_found
    assert found.subjects[0].index == day("2026-05-30")


def test_leg_symptoms_that_are_denied_open_nothing() -> None:
    assert not reading(record("leg_symptoms", INDEX, value_truth=False)).episode_found


def test_a_suspicion_without_an_exact_day_opens_nothing_and_is_reported() -> None:
    found = reading(record("leg_symptoms", "2026", value_truth=True))
    assert not found.episode_found
    assert [problem.code for problem in found.problems] == ["W416"]


def test_the_clot_of_this_episode_is_not_a_previous_one() -> None:
    clot = {"system": SNOMED}
    assert known("previous_dvt", diagnosis("404223003", "2026-05-31", **clot)).reason == "not recorded"
    assert known("previous_dvt", diagnosis("404223003", "2024-05-31", **clot)).value is Truth.YES


def test_with_records_of_both_legs_each_leg_is_a_subject() -> None:
    rows = [
        record("entire_leg_swollen", "2026-05-31", value_truth=True, side="left"),
        record("entire_leg_swollen", "2026-05-31", value_truth=False, side="right"),
        record("deep_vein_tenderness", "2026-05-31", value_truth=True),
        record("body_weight", "2026-05-31", value=80, unit="kg"),
    ]
    left, right = reading(SUSPICION, *rows).subjects
    assert (left.side, right.side) == ("left", "right")
    assert left.situation.facts["entire_leg_swollen"].value is Truth.YES
    assert right.situation.facts["entire_leg_swollen"].value is Truth.NO
    for side in (left, right):
        assert side.situation.facts["deep_vein_tenderness"].value is Truth.YES
        assert side.situation.facts["body_weight"].value == Interval(800, 800)


def test_with_records_of_one_leg_there_is_one_subject() -> None:
    row = record("entire_leg_swollen", "2026-05-31", value_truth=True, side="left")
    [subject] = reading(SUSPICION, row).subjects
    assert subject.side == ""
    assert subject.situation.facts["entire_leg_swollen"].value is Truth.YES


def test_records_of_another_patient_are_left_out() -> None:
    other = record("body_weight", "2026-05-31", person="q", value=80, unit="kg")
    assert "body_weight" not in situation(other).facts


def test_a_range_of_values_is_an_interval() -> None:
    row = record("calf_difference", "2026-05-31", value=2, value_high=3, unit="cm")
    assert known("calf_difference", row).value == Interval(20, 30)
