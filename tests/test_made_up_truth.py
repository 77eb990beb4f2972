"""The truth about made-up patients, against the worked examples of the clinical reference."""

from __future__ import annotations

from datetime import date

import pytest

from veinway.made_up.d_dimer import FORMS, report
from veinway.made_up.truth import (
    Operation,
    WellsFindings,
    completed_years,
    conclusion,
    d_dimer_class,
    route,
    wells_band,
    wells_total,
)
from veinway.made_up.truth_table import YES_NO

_ALL_NINE = WellsFindings(
    active_cancer=True,
    paralysis_paresis_or_cast=True,
    bedridden_days=3,
    deep_vein_tenderness=True,
    entire_leg_swollen=True,
    calf_difference_mm=30,
    pitting_oedema_confined=True,
    collateral_superficial_veins=True,
    previous_dvt=True,
)


@pytest.mark.parametrize(
    ("example", "found", "total", "band"),
    [
        ("W-01", WellsFindings(deep_vein_tenderness=True, calf_difference_mm=30), 2, "likely"),
        ("W-02", WellsFindings(deep_vein_tenderness=True, calf_difference_mm=29), 1, "unlikely"),
        (
            "W-03",
            WellsFindings(
                active_cancer=True,
                entire_leg_swollen=True,
                calf_difference_mm=40,
                pitting_oedema_confined=True,
                alternative_as_likely=True,
            ),
            2,
            "likely",
        ),
        ("W-04", WellsFindings(deep_vein_tenderness=True, previous_dvt=True), 2, "likely"),
        ("W-05", WellsFindings(alternative_as_likely=True), -2, "unlikely"),
        ("W-06", _ALL_NINE, 9, "likely"),
        ("W-07", WellsFindings(bedridden_days=3, paralysis_paresis_or_cast=True), 2, "likely"),
        ("W-08", WellsFindings(operations=(Operation(84, True, "general"),)), 1, "unlikely"),
        ("W-08", WellsFindings(operations=(Operation(85, True, "general"),)), 0, "unlikely"),
        ("W-11", WellsFindings(deep_vein_tenderness=True), 1, "unlikely"),
    ],
)
def test_the_truth_scores_the_worked_examples(
    example: str, found: WellsFindings, total: int, band: str
) -> None:
    assert (wells_total(found), wells_band(wells_total(found))) == (total, band), example


@pytest.mark.parametrize(("positive", "bands"), [(3, {"likely", "unlikely"}), (4, {"likely"})])
def test_an_open_alternative_leaves_both_bands_with_three_points_and_one_with_four(
    positive: int, bands: set[str]
) -> None:
    """W-09 and W-10."""
    names = ("deep_vein_tenderness", "entire_leg_swollen", "previous_dvt", "active_cancer")
    items = dict.fromkeys(names[:positive], True)
    reached = {
        wells_band(wells_total(WellsFindings(**items, alternative_as_likely=alternative)))  # type: ignore[arg-type]
        for alternative in (True, False)
    }
    assert reached == bands


def test_a_minor_operation_and_local_anaesthesia_score_nothing() -> None:
    for operation in (Operation(10, False, "general"), Operation(10, True, "local")):
        assert wells_total(WellsFindings(operations=(operation,))) == 0


@pytest.mark.parametrize(
    ("example", "band", "d_dimer", "scans", "outcome"),
    [
        ("N-01", "likely", "", [], ""),
        ("N-01", "likely", "negative", [(0, "negative_proximal")], "dvt_not_likely"),
        ("N-02", "likely", "positive", [], ""),
        ("N-03", "likely", "positive", [(0, "negative_proximal")], ""),
        (
            "N-03",
            "likely",
            "positive",
            [(7, "negative_proximal"), (0, "negative_proximal")],
            "dvt_not_likely",
        ),
        (
            "D7",
            "likely",
            "positive",
            [(0, "negative_proximal"), (6, "dvt_proximal")],
            "dvt_confirmed",
        ),
        ("D6", "likely", "positive", [(0, "negative_proximal"), (5, "negative_proximal")], ""),
        ("N-04", "unlikely", "positive", [(0, "negative_proximal")], "dvt_not_likely"),
        ("N-05", "unlikely", "", [], ""),
        ("D11", "unlikely", "negative", [], "dvt_not_likely"),
        ("D15", "unlikely", "positive", [(0, "dvt_proximal")], "dvt_confirmed"),
        ("D5", "likely", "", [(0, "dvt_proximal")], "dvt_confirmed"),
        ("D14", "unlikely", "", [(0, "negative_whole_leg")], "dvt_not_likely"),
        ("distal", "likely", "positive", [(0, "dvt_distal_only")], "nice_silent_on_distal_dvt"),
        ("distal", "unlikely", "", [(0, "dvt_distal_only")], "nice_silent_on_distal_dvt"),
        ("superficial", "likely", "", [(0, "svt_only")], "superficial_vein_thrombosis"),
        ("6.1", "likely", "negative", [(0, "indeterminate")], "further_imaging"),
    ],
)
def test_the_truth_concludes_the_worked_examples(
    example: str, band: str, d_dimer: str, scans: list[tuple[int, str]], outcome: str
) -> None:
    assert conclusion(band, d_dimer, scans) == outcome, example


@pytest.mark.parametrize(
    ("tenths", "age", "band", "expected"),
    [
        (6900, 70, "unlikely", "negative"),
        (7000, 70, "unlikely", "positive"),
        (4999, 50, "unlikely", "negative"),
        (5000, 50, "unlikely", "positive"),
        (5099, 51, "unlikely", "negative"),
        (5000, 30, "unlikely", "positive"),
        (5000, 70, "likely", "positive"),
        (4999, 70, "likely", "negative"),
    ],
)
def test_a_d_dimer_is_negative_strictly_below_the_cut_off_which_rises_with_age_only_where_unlikely(
    tenths: int, age: int, band: str, expected: str
) -> None:
    assert d_dimer_class(tenths, tenths, age, band) == expected


def test_routing_follows_its_order() -> None:
    nothing = dict.fromkeys(YES_NO, False) | {"leg_symptoms": True}
    assert route(nothing, 40, 10_000) == "leg_pathway"
    assert route(nothing | {"chest_symptoms": True}, 40, 10_000) == "pe_pathway"
    both = nothing | {"inpatient": True, "chest_symptoms": True}
    assert route(both, 40, 10_000) == "inpatient_pathway"
    assert route(nothing, 40, 42) == "pregnancy_pathway"
    assert route(nothing, 40, 43) == "leg_pathway"
    assert route(nothing | {"pregnant": True}, 17, 10_000) == "out_of_scope_child"
    assert route(nothing | {"limb_threat": True}, 17, 10_000) == "limb_emergency"


def test_somebody_born_on_a_leap_day_is_a_year_older_on_1_march() -> None:
    def days(year: int, month: int, day: int) -> int:
        return (date(year, month, day) - date(1970, 1, 1)).days

    born = days(2008, 2, 29)
    assert completed_years(born, days(2026, 2, 28)) == 17
    assert completed_years(born, days(2026, 3, 1)) == 18


def test_a_birthday_counts_on_the_day_itself() -> None:
    born = (date(1976, 5, 10) - date(1970, 1, 1)).days
    day = (date(2026, 5, 10) - date(1970, 1, 1)).days
    assert [completed_years(born, day - 1), completed_years(born, day)] == [49, 50]


def test_a_result_below_the_limit_ends_one_grid_step_below_it() -> None:
    micrograms, milligrams, ddu = FORMS[0], FORMS[1], FORMS[4]
    assert report(micrograms, 100) == (270, "<", 0, 2699)
    assert report(milligrams, 3) == (0.27, "<", 0, 2699)
    assert report(milligrams, 53) == (0.53, "", 5300, 5300)
    assert report(ddu, 260) == (260, "", 5200, 5200)
    assert report(micrograms, 20_000) == (10_000, ">", 100_001, 10_000_000)
