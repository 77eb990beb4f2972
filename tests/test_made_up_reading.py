"""Made-up records, read and judged by the product, against the truth that was written beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from pathlib import Path

import duckdb
import polars as pl
import pytest

from veinway.care.imaging.nice import CONCLUSION
from veinway.care.knowledge import KNOWLEDGE
from veinway.care.pathway import ROUTE
from veinway.care.probability.wells_dvt import WELLS_DVT
from veinway.engine.columns import compile_program
from veinway.made_up import synthesise
from veinway.made_up.truth_table import NUMBERS, YES_NO
from veinway.records.cohort_facts import extract
from veinway.records.flatten import flatten
from veinway.records.profile import read_profile
from veinway.records.sources import open_source

PATIENTS = 1500


@dataclass(frozen=True)
class Judged:
    """One row a patient: the planes and decisions of the leg that speaks, and the truth (`true.*`)."""

    frame: pl.DataFrame

    def where(self, condition: pl.Expr) -> list[str]:
        """The patients of whom it holds."""
        return self.frame.filter(condition)["person"].to_list()


def judged(folder: Path) -> Judged:
    """Read a made-up folder as any other, and decide."""
    connection = duckdb.connect()
    flatten(connection, open_source(folder))
    profile = folder / "veinway.toml"
    pieces = extract(
        connection,
        knowledge=KNOWLEDGE,
        episode=KNOWLEDGE.episodes[0],
        at=datetime(2026, 3, 31, 23, 59),
        coverage=read_profile(profile, KNOWLEDGE).coverage if profile.exists() else {},
    )
    program = compile_program([WELLS_DVT, ROUTE, CONCLUSION], presumptions=True)
    frames = [pl.concat([piece.frame, program.run(piece)], how="horizontal") for piece in pieces]
    truth = pl.read_parquet(folder / "truth.parquet").select(pl.all().name.prefix("true."))
    frame = pl.concat(frames).join(truth, left_on="person", right_on="true.person")
    return Judged(frame.filter((pl.col("side") == "") | (pl.col("side") == pl.col("true.side"))))


def option(keys: tuple[str, ...], column: str) -> pl.Expr:
    """The bit of an option key in a mask."""
    bits = {key: 1 << place for place, key in enumerate(keys)}
    return pl.col(column).replace_strict(bits, default=None, return_dtype=pl.Int64)


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    folder = tmp_path_factory.mktemp("complete") / "cohort"
    synthesise(PATIENTS, 21, folder, missing=0.0, misleading=0.0)
    return judged(folder)


@pytest.fixture(scope="module")
def with_gaps(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    folder = tmp_path_factory.mktemp("gaps") / "cohort"
    synthesise(PATIENTS, 22, folder, missing=0.3, misleading=0.5)
    return judged(folder)


@pytest.fixture(params=["complete", "with_gaps"])
def either(request: pytest.FixtureRequest) -> Judged:
    found: Judged = request.getfixturevalue(request.param)
    return found


def contradicted(key: str) -> pl.Expr:
    """What was read of a fact excludes its true value."""
    if key in YES_NO:
        true = pl.col(f"true.{key}")
        return (true & ~pl.col(f"{key}.yes")) | (~true & ~pl.col(f"{key}.no"))
    low, high = pl.col(f"true.{key}.low"), pl.col(f"true.{key}.high")
    return (pl.col(f"{key}.low") > low) | (pl.col(f"{key}.high") < high)


def wider(key: str) -> pl.Expr:
    """A fact that is on record was read as less than it says."""
    on_record = ~pl.col("true.hidden").list.contains(key)
    if key in YES_NO:
        return on_record & pl.col(f"{key}.yes") & pl.col(f"{key}.no")
    low, high = pl.col(f"true.{key}.low"), pl.col(f"true.{key}.high")
    return on_record & ((pl.col(f"{key}.low") < low) | (pl.col(f"{key}.high") > high))


def test_every_patient_has_the_episode_that_was_made_up(either: Judged) -> None:
    assert len(either.frame) == PATIENTS
    late = pl.col("index_minute") != pl.col("true.index_minute")
    assert either.where((pl.col("index") != pl.col("true.index")) | late) == []


@pytest.mark.parametrize("key", [*YES_NO, *NUMBERS])
def test_no_fact_is_read_as_what_it_is_not(either: Judged, key: str) -> None:
    assert either.where(contradicted(key)) == []


@pytest.mark.parametrize("key", [*YES_NO, *NUMBERS])
def test_of_a_complete_record_every_fact_is_read_exactly(complete: Judged, key: str) -> None:
    assert complete.where(wider(key)) == []


def test_of_a_complete_record_every_route_and_band_is_decided_and_true(complete: Judged) -> None:
    route = option(ROUTE.option_keys(), "true.route")
    assert complete.where(pl.col(f"{ROUTE.key}.outcomes") != route) == []
    band = option(WELLS_DVT.option_keys(), "true.wells_band")
    suitable = pl.col("true.within_nice")
    assert complete.where(suitable & (pl.col(f"{WELLS_DVT.key}.bands") != band)) == []
    total = pl.col("true.wells_total")
    for end in ("low", "high"):
        assert complete.where(suitable & (pl.col(f"{WELLS_DVT.key}.{end}") != total)) == []


def test_of_a_complete_record_a_clot_is_confirmed_or_dismissed_for_whom_it_is_true(
    complete: Judged,
) -> None:
    settled = pl.col("true.outcome").is_in(["dvt_confirmed", "dvt_not_likely"])
    outcome = option(CONCLUSION.option_keys(), "true.outcome")
    assert len(complete.where(settled)) > PATIENTS / 2
    assert complete.where(settled & (pl.col(f"{CONCLUSION.key}.outcomes") != outcome)) == []


def test_whatever_is_missing_or_misleads_nothing_is_decided_that_is_not_true(either: Judged) -> None:
    for truth, rule, column in (
        ("true.route", ROUTE, f"{ROUTE.key}.outcomes"),
        ("true.wells_band", WELLS_DVT, f"{WELLS_DVT.key}.bands"),
        ("true.outcome", CONCLUSION, f"{CONCLUSION.key}.outcomes"),
    ):
        excluded = pl.col(column).and_(option(rule.option_keys(), truth)) == 0
        assert either.where(excluded) == [], truth


def test_while_a_test_is_still_to_come_nothing_is_concluded(either: Judged) -> None:
    keys = CONCLUSION.option_keys()
    alone = [pl.col(f"{CONCLUSION.key}.outcomes") == 1 << place for place in range(len(keys))]
    is_open = pl.col("true.outcome") == ""
    assert len(either.where(is_open)) > 20
    assert either.where(is_open & reduce(or_, alone)) == []
