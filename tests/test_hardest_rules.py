"""The hardest rules of the references give the answers that the references print."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

import hardest_rules as hard
from generated.engines import differences
from veinway.care.facts.prevention_leg import leg_immobilisation
from veinway.care.prevention.prophylaxis.leg_cast import LEG_CAST_NICE_CONCLUSION
from veinway.care.treatment.choice.nice import WHICH_DRUG_NICE_CONCLUSION
from veinway.engine.one import Reasoner
from veinway.engine.planes import from_situations
from veinway.engine.series import time_in_range_rosendaal
from veinway.language import Choice, Event, Fact, Measure, Score, Table
from veinway.language.knowledge import events_of, facts_of
from veinway.language.values import NEVER, Happened, History, Interval, Known, Situation, Truth

TODAY = 20_000


def situation(
    rule: Any, facts: dict[str, Any], histories: dict[str, History] | None = None
) -> Situation:
    """A situation in plain values: yes/no as bool, numbers in the fact's unit, options by name."""
    known = {
        fact.key: Known(value_of(fact, facts[fact.key])) for fact in facts_of(rule) if fact.key in facts
    }
    assert set(known) == set(facts), "a fact that the rule does not know"
    minute = TODAY * 1440
    return Situation(known, histories or {}, TODAY, TODAY, minute, minute, {})


def value_of(fact: Fact, plain: Any) -> Any:
    if isinstance(fact, Measure):
        low, high = plain if isinstance(plain, tuple) else (plain, plain)
        return Interval(int(Fraction(str(low)) / fact.step), int(Fraction(str(high)) / fact.step))
    if isinstance(fact, Choice):
        return frozenset({plain})
    return Truth.YES if plain else Truth.NO


def outcomes(rule: Table, **facts: Any) -> set[str]:
    return set(Reasoner(situation(rule, facts)).table(rule).value)


def events(kind: Event, *rows: tuple[int, dict[str, Any]], complete: bool = True) -> dict[str, History]:
    """Events by days before today."""
    happened = tuple(
        Happened(
            Interval(TODAY - ago, TODAY - ago),
            Interval((TODAY - ago) * 1440, (TODAY - ago) * 1440),
            {key: value_of(kind.attribute(key), value) for key, value in attributes.items()},
        )
        for ago, attributes in rows
    )
    return {kind.key: History(happened, "all were listed" if complete else "")}


def bands(rule: Score, facts: dict[str, Any]) -> tuple[Interval, set[str]]:
    found = Reasoner(situation(rule, facts)).score(rule)
    return found.total, set(found.bands)


NO_RISK = {**{risk.key: False for risk in hard.risks}, "days_after_birth": NEVER}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"collapse": False, "breathlessness": "sudden", **NO_RISK}, {"urgent_same_day"}),
        (
            {"collapse": False, "breathlessness": "sudden", **NO_RISK, "oestrogen": True},
            {"emergency_now"},
        ),
        (
            {"collapse": False, "breathlessness": "sudden", **NO_RISK, "days_after_birth": 42},
            {"emergency_now"},
        ),
        (
            {"collapse": False, "breathlessness": "sudden", **NO_RISK, "days_after_birth": 43},
            {"urgent_same_day"},
        ),
        ({"collapse": False, "breathlessness": "sudden"}, {"emergency_now", "urgent_same_day"}),
        ({"collapse": False, "breathlessness": "none"}, {"self_care"}),
        ({"breathlessness": "none"}, {"emergency_now", "self_care"}),
        ({}, {"emergency_now", "urgent_same_day", "self_care"}),
    ],
)
def test_triage_keeps_every_disposition_open_that_an_unknown_leaves_open(
    facts: dict[str, Any], expected: set[str]
) -> None:
    assert outcomes(hard.TRIAGE, **facts) == expected


def test_an_unknown_red_flag_is_acted_on_while_triage_is_undecided() -> None:
    found = Reasoner(situation(hard.TRIAGE, {"breathlessness": "none"})).table(hard.TRIAGE)
    assert [row.id for row in found.meanwhile] == ["unknown_red_flag"]
    assert not found.decided


# A man of 68 has 88.4 times his weight in kg, over his creatinine in µmol/L, as clearance.
PLAIN = {
    "indication": "dvt_proximal",
    "age_years": 68,
    "sex_at_birth": "male",
    "body_weight": 75,
    "serum_creatinine": 80,
    "active_cancer": False,
    "aps_status": "none",
}
SHOCK = {"indication": "pe", "haemodynamic_instability": True}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "standard_set"),
        ({**SHOCK, "active_cancer": True, "serum_creatinine": "165.75"}, "ufh_infusion"),
        ({"aps_status": "triple"}, "lmwh_then_vka"),
        ({"aps_status": "triple", "active_cancer": True}, "specialist"),
        ({"active_cancer": True}, "cancer_set"),
        ({"active_cancer": True, "serum_creatinine": "442.1"}, "cancer_and_kidney_failure_set"),
        ({"serum_creatinine": "442.1"}, "kidney_failure_set"),
        ({"serum_creatinine": 442}, "reduced_set_below_30"),
        ({"serum_creatinine": "221.1"}, "reduced_set_below_30"),
        ({"serum_creatinine": 221}, "reduced_set_from_30"),
        ({"serum_creatinine": "132.6"}, "reduced_set_from_30"),
        ({"serum_creatinine": "132.5"}, "standard_set"),
        ({"body_weight": "49.9"}, "weight_set"),
        ({"body_weight": 50}, "standard_set"),
        ({"body_weight": 120}, "standard_set"),
        ({"body_weight": "120.1"}, "weight_set"),
    ],
)
def test_the_drug_follows_the_first_row_that_holds(change: dict[str, Any], expected: str) -> None:
    assert outcomes(WHICH_DRUG_NICE_CONCLUSION, **{**PLAIN, **change}) == {expected}


def test_an_unknown_clearance_leaves_every_set_open_that_it_could_lead_to() -> None:
    facts = {key: value for key, value in PLAIN.items() if key != "serum_creatinine"}
    expected = {"kidney_failure_set", "reduced_set_below_30", "reduced_set_from_30", "standard_set"}
    assert outcomes(WHICH_DRUG_NICE_CONCLUSION, **facts) == expected


@pytest.mark.parametrize(
    ("sex", "age", "kilograms", "creatinine", "expected"),
    [
        ("male", 70, 80, 90, "above_50"),
        ("male", 80, 72, "176.8", "moderate"),
        ("male", 80, 72, 177, "severe"),
        ("female", 78, 51, 110, "severe"),
        ("male", 60, 72, "141.44", "moderate"),
        ("male", 90, "43.2", "176.8", "severe"),
        ("male", 90, "43.2", "176.9", "kidney_failure"),
    ],
)
def test_clearance_is_exact_at_its_thresholds(
    sex: str, age: int, kilograms: Any, creatinine: Any, expected: str
) -> None:
    facts = {
        "sex_at_birth": sex,
        "age_years": age,
        "body_weight": kilograms,
        "serum_creatinine": creatinine,
    }
    assert outcomes(hard.KIDNEY_BANDS, **facts) == {expected}


def test_clearance_of_an_unknown_sex_covers_both() -> None:
    facts = {"age_years": 80, "body_weight": 72, "serum_creatinine": "176.8"}
    assert outcomes(hard.KIDNEY_BANDS, **facts) == {"moderate", "severe"}


@pytest.mark.parametrize(
    ("kilograms", "units"),
    [
        ("45.9", 7500),
        (46, 10000),
        ("56.5", 10000),
        (57, 12500),
        ("68.9", 12500),
        (69, 15000),
        ("82.9", 15000),
        (83, 18000),
        (120, 18000),
    ],
)
def test_every_weight_has_one_dose_of_dalteparin(kilograms: Any, units: int) -> None:
    assert outcomes(hard.DALTEPARIN_DOSE, weight=kilograms) == {f"iu_{units}"}


def test_a_weight_between_two_bands_gives_both_doses() -> None:
    assert outcomes(hard.DALTEPARIN_DOSE, weight=(55, 58)) == {"iu_10000", "iu_12500"}


SERIES = {
    "W-41": ([(0, "1.8"), (14, "2.4"), (28, "3.2"), (56, "2.6")], Fraction("68.75")),
    "W-42": ([(0, "1.8"), (14, "2.4"), (28, "3.2"), (56, "2.6"), (112, "2.5")], Fraction("84.375")),
    "W-43": ([(0, "1.8"), (14, "2.4"), (28, "3.2"), (56, "2.6"), (113, "2.5")], Fraction("68.75")),
    "W-45": ([(0, "1.5"), (20, "3.5")], Fraction(50)),
    "W-46": ([(0, "2.0"), (28, "3.0"), (42, "3.0"), (70, "4.0")], Fraction(60)),
}


@pytest.mark.parametrize("name", SERIES)
def test_time_in_range_is_what_the_reference_prints(name: str) -> None:
    rows, expected = SERIES[name]
    histories = events(hard.INR_TEST, *((200 - day, {"value": value}) for day, value in rows))
    assert Reasoner(situation(hard.TTR, {}, histories)).number(hard.TTR) == Interval(expected, expected)


def test_time_in_range_of_one_value_is_anything() -> None:
    found = Reasoner(situation(hard.TTR, {}, events(hard.INR_TEST, (3, {"value": "2.5"}))))
    assert found.number(hard.TTR) == Interval(0, 100)


def test_a_value_reported_as_above_8_widens_time_in_range_to_bounds() -> None:
    series = [
        (0, Interval(Fraction("2.5"), Fraction("2.5"))),
        (10, Interval(Fraction("8.1"), Fraction(50))),
    ]
    settings = {"low": 20, "high": 30, "longest_gap": 56}
    assert time_in_range_rosendaal(series, settings) == Interval(0, 100)


@pytest.mark.parametrize(
    ("values", "poor"),
    [
        (["5.0", "5.2"], Truth.NO),
        (["5.1", "5.2"], Truth.YES),
        (["8.0"], Truth.NO),
        (["8.1"], Truth.YES),
        (["1.5", "1.5"], Truth.NO),
        (["1.4", "1.4"], Truth.YES),
    ],
)
def test_poor_control_needs_values_strictly_beyond_its_limits(values: list[str], poor: Truth) -> None:
    histories = events(hard.INR_TEST, *((n, {"value": value}) for n, value in enumerate(values)))
    assert Reasoner(situation(hard.POOR_CONTROL, {}, histories)).truth(hard.POOR_CONTROL) is poor


def test_values_that_are_not_on_record_keep_good_control_unknown() -> None:
    histories = events(hard.INR_TEST, (1, {"value": "2.5"}), complete=False)
    assert (
        Reasoner(situation(hard.POOR_CONTROL, {}, histories)).truth(hard.POOR_CONTROL) is Truth.UNKNOWN
    )


@pytest.mark.parametrize(
    ("days", "expected"), [(42, "cast_consider_medicine"), (43, "cast_consider_stopping")]
)
def test_prophylaxis_in_plaster_is_reconsidered_after_42_days(days: int, expected: str) -> None:
    facts = {
        "current_anticoagulant": "none",
        "vte_outweighs_bleeding": True,
        "active_bleeding": False,
        "platelet_count": 250,
    }
    found = Reasoner(situation(LEG_CAST_NICE_CONCLUSION, facts, events(leg_immobilisation, (days, {}))))
    assert found.table(LEG_CAST_NICE_CONCLUSION).value == {expected}


def test_an_exception_replaces_the_table() -> None:
    found = Reasoner(situation(LEG_CAST_NICE_CONCLUSION, {"current_anticoagulant": "apixaban"}))
    assert found.table(LEG_CAST_NICE_CONCLUSION).value == {"prophylaxis_nothing_added"}


def villalta(total: int, **more: Any) -> dict[str, Any]:
    """Items that add up to a total."""
    each = [min(3, max(0, total - 3 * place)) for place in range(11)]
    return {
        **{f"villalta_{n}": value for n, value in enumerate(each, start=1)},
        "days_since_dvt": 365,
        **more,
    }


@pytest.mark.parametrize(
    ("total", "band"),
    [(4, "none"), (5, "mild"), (9, "mild"), (10, "moderate"), (14, "moderate"), (15, "severe")],
)
def test_every_villalta_total_has_its_class(total: int, band: str) -> None:
    found = bands(hard.VILLALTA, villalta(total, ulcer=False))
    assert found == (Interval(total, total), {band})


def test_an_ulcer_is_severe_and_leaves_the_total_alone() -> None:
    assert bands(hard.VILLALTA, villalta(3, ulcer=True)) == (Interval(3, 3), {"severe"})


def test_an_unknown_ulcer_keeps_severe_open() -> None:
    assert bands(hard.VILLALTA, villalta(9)) == (Interval(9, 9), {"mild", "severe"})


def test_an_unknown_villalta_item_adds_none_to_three() -> None:
    facts = villalta(12, ulcer=False)
    del facts["villalta_11"]
    assert bands(hard.VILLALTA, facts) == (Interval(12, 15), {"moderate", "severe"})


def test_villalta_is_not_assessable_before_three_months() -> None:
    facts = villalta(14, ulcer=False, days_since_dvt=60)
    assert Reasoner(situation(hard.VILLALTA, facts)).score(hard.VILLALTA).applies is Truth.NO


WELL = {
    "male": False,
    "cancer_ever": False,
    "heart_failure": False,
    "lung_disease": False,
    "altered_mental_status": False,
    "pulse": 80,
    "systolic": 120,
    "breaths": 16,
    "temperature": 37,
    "saturation": 97,
}


def pesi(age: int, **change: Any) -> tuple[Interval, set[str]]:
    return bands(hard.PESI, {**WELL, "pesi_age": age, **change})


@pytest.mark.parametrize(
    ("age", "change", "total", "band"),
    [
        (65, {}, 65, "I"),
        (66, {}, 66, "II"),
        (75, {"male": True}, 85, "II"),
        (76, {"male": True}, 86, "III"),
        (115, {"male": True}, 125, "IV"),
        (116, {"male": True}, 126, "V"),
        (60, {"pulse": 109}, 60, "I"),
        (60, {"pulse": 110}, 80, "II"),
        (60, {"breaths": 29}, 60, "I"),
        (60, {"breaths": 30}, 80, "II"),
        (60, {"temperature": 36}, 60, "I"),
        (60, {"temperature": "35.9"}, 80, "II"),
        (60, {"saturation": 90}, 60, "I"),
        (60, {"systolic": 99}, 90, "III"),
    ],
)
def test_pesi_counts_age_in_points(age: int, change: dict[str, Any], total: int, band: str) -> None:
    assert pesi(age, **change) == (Interval(total, total), {band})


def test_pesi_is_decided_with_a_missing_saturation_at_45_and_not_at_46() -> None:
    facts = {key: value for key, value in WELL.items() if key != "saturation"}
    assert bands(hard.PESI, {**facts, "pesi_age": 45}) == (Interval(45, 65), {"I"})
    assert bands(hard.PESI, {**facts, "pesi_age": 46}) == (Interval(46, 66), {"I", "II"})


def test_spesi_counts_heart_and_lung_disease_once() -> None:
    facts = {key: value for key, value in WELL.items() if key not in ("male", "altered_mental_status")}
    facts = {key: value for key, value in facts.items() if key not in ("breaths", "temperature")}
    facts |= {"pesi_age": 82, "cancer_ever": True, "heart_failure": True, "lung_disease": True}
    facts |= {"pulse": 112, "systolic": 98, "saturation": 88}
    assert bands(hard.SPESI, facts) == (Interval(6, 6), {"high"})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (
            {"qualifying_vte": True, "bar_to_anticoagulation": True, "vte_age_days": 10},
            {"consider_filter"},
        ),
        ({"qualifying_vte": True, "bar_to_anticoagulation": False}, {"no_filter"}),
        (
            {
                "qualifying_vte": True,
                "bar_to_anticoagulation": True,
                "vte_age_days": 40,
                "residual_clot": False,
            },
            {"no_filter_usually"},
        ),
        (
            {
                "qualifying_vte": True,
                "bar_to_anticoagulation": True,
                "vte_age_days": 40,
                "residual_clot": True,
            },
            {"specialist_decision"},
        ),
        (
            {
                "qualifying_vte": True,
                "bar_to_anticoagulation": True,
                "vte_age_days": 91,
                "residual_clot": True,
            },
            {"no_filter_usually"},
        ),
        (
            {"qualifying_vte": True, "bar_to_anticoagulation": True, "vte_age_days": 40},
            {"no_filter_usually", "specialist_decision"},
        ),
        ({"qualifying_vte": False}, {"no_filter"}),
    ],
)
def test_a_filter_needs_a_known_bar_to_anticoagulation(
    facts: dict[str, Any], expected: set[str]
) -> None:
    assert outcomes(hard.FILTER, **facts) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(10, "inserted")], {"in_place"}),
        ([(60, "inserted")], {"retrieval_due"}),
        ([(84, "inserted")], {"retrieval_due"}),
        ([(85, "inserted")], {"overdue"}),
        ([(60, "inserted"), (5, "booked")], {"retrieval_booked"}),
        ([(60, "inserted"), (5, "attempt_failed")], {"attempt_failed"}),
        ([(300, "inserted"), (200, "permanent")], {"permanent"}),
        ([(60, "inserted"), (5, "booked"), (1, "retrieved")], {"retrieved"}),
    ],
)
def test_the_life_of_a_filter_is_read_from_its_events(
    rows: list[tuple[int, str]], expected: set[str]
) -> None:
    histories = events(hard.FILTER_EVENT, *((ago, {"what": what}) for ago, what in rows))
    assert (
        Reasoner(situation(hard.FILTER_STATE, {}, histories)).table(hard.FILTER_STATE).value == expected
    )


RANDOM = random.Random(20_261_125)


@pytest.mark.parametrize("rule", hard.RULES, ids=lambda rule: rule.key)
def test_the_hardest_rules_are_the_same_on_columns(rule: Any) -> None:
    situations = [_anybody(rule) for _ in range(300)]
    planes = from_situations(situations, facts_of(rule), events_of(rule))
    named = {} if isinstance(rule, Score | Table) else {rule.key: rule}
    assert differences([] if named else [rule], named, situations, planes) == []


def _anybody(rule: Any) -> Situation:
    """A patient of whom about half is known."""
    facts = {f.key: Known(_anything(f)) for f in facts_of(rule) if RANDOM.random() < 0.6}
    histories = {
        event.key: History(
            tuple(_event(event) for _ in range(RANDOM.randrange(4))), RANDOM.choice(["", "all listed"])
        )
        for event in events_of(rule)
    }
    minute = TODAY * 1440
    return Situation(facts, histories, TODAY, TODAY, minute, minute, {})


def _event(kind: Event) -> Happened:
    day = TODAY - RANDOM.randrange(120)
    attributes = {fact.key: _anything(fact) for fact in kind.attributes if RANDOM.random() < 0.9}
    minutes = Interval(day * 1440, day * 1440 + 1439)
    return Happened(Interval(day, day), minutes, attributes, RANDOM.random() < 0.9)


def _anything(fact: Fact) -> Any:
    everything = fact.anything
    if isinstance(everything, frozenset):
        return frozenset(RANDOM.sample(sorted(everything), RANDOM.randint(1, 2)))
    if isinstance(everything, Truth):
        return RANDOM.choice(list(Truth))
    low = RANDOM.randint(int(everything.low), min(int(everything.high), int(everything.low) + 1500))
    return Interval(low, min(int(everything.high), low + RANDOM.choice([0, 0, 3, 40])))
