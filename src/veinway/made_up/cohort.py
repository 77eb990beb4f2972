"""Making a cohort: a folder like a FHIR bulk export, and the truth beside it.

Each patient is drawn from a stream of their own, which the seed and the patient's number determine;
so the same patient comes out whatever the number of patients, the size of the files, and the rate of
missing or misleading records. Nothing but one block is held in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from ..language.errors import InputError
from .chart import write_life
from .clot_truth import CLOT_SCHEMA, CLOTS, clots_of
from .draw import draw_life
from .draw_tests import draw_tests
from .fhir import Chart
from .files import BulkFolder
from .gaps import draw_gaps
from .life import Life
from .misleading import choose_trick, write_trick
from .truth import EPOCH, wells_band, wells_total
from .truth_file import TruthFile
from .truth_table import SCHEMA, Row, as_line, concluded, truth_row

_BLOCK = 2_000
_EARLIEST, _LATEST = 400, 20
"""A suspicion arises 400 to 20 days before `at`, so that all that follows is known by then."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What was written: patients, resources by type, and bytes of NDJSON before compression."""

    patients: int
    resources: dict[str, int]
    bytes: int
    folder: Path
    truth: Path


def synthesise(
    patients: int,
    seed: int,
    out: Path,
    *,
    missing: float = 0.3,
    misleading: float = 0.05,
    at: date = date(2026, 3, 31),
    patients_per_file: int = 100_000,
    progress: Callable[[int], None] | None = None,
    compress: bool = False,
) -> Summary:
    """Write made-up patients with a suspected DVT as FHIR R4 NDJSON, their truth and their clots.

    patients, seed: how many, and from which stream; equal arguments give equal bytes.
    out: a new or empty folder. If nothing is missing, a site profile beside the files says so.
    missing: the share of facts left out. misleading: the share of patients with a record that a
    careless reader gets wrong. at: the day after which nothing is known yet.
    patients_per_file: where the next numbered file starts. compress: write `.ndjson.gz`.
    progress: called with the number of patients done.

    Raises InputError I242 for an argument out of range, I241 for a folder that is not empty.
    """
    check(patients, seed, out, missing, misleading, patients_per_file)
    maker = Maker(seed, missing, misleading, (at - EPOCH).days)
    readme = _README.format(patients, seed, missing, misleading, at)
    describe(out, readme, _PROFILE if missing == 0 else "")
    numbered = patients > patients_per_file
    with (
        TruthFile(out / "truth.parquet", SCHEMA) as truth,
        TruthFile(out / CLOTS, CLOT_SCHEMA) as clots,
        BulkFolder(out, numbered=numbered, compress=compress) as folder,
    ):
        for start in range(0, patients, _BLOCK):
            stop = min(start + _BLOCK, patients)
            rows = _write_block(maker, folder, start, stop, patients_per_file)
            truth.write(map(as_line, rows))
            clots.write(clot for row in rows for clot in row["clots"])
            if progress is not None:
                progress(stop)
    return Summary(patients, dict(folder.resources), folder.bytes, out, out / "truth.parquet")


def describe(out: Path, readme: str, profile: str) -> None:
    """Make the folder, with what is in it in words, and a site profile where there is one."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "README.md").write_text(readme, encoding="utf-8")
    if profile:
        (out / "veinway.toml").write_text(profile, encoding="utf-8")


def check(
    patients: int, seed: int, out: Path, missing: float, misleading: float, patients_per_file: int
) -> None:
    """InputError I242 for an argument out of range, I241 for a folder that is not empty."""
    for name, value, low, high in (
        ("patients", patients, 1, 9_999_999),
        ("seed", seed, 0, 2**63),
        ("missing", missing, 0, 1),
        ("misleading", misleading, 0, 1),
        ("patients_per_file", patients_per_file, 1, 9_999_999),
    ):
        if not low <= value <= high:
            raise InputError("I242", f"{value} is not from {low} to {high}.", where=name)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InputError(
            "I241", "The folder is not empty.", where=str(out), todo="Name a new folder, or empty it."
        )


def _write_block(maker: Maker, folder: BulkFolder, start: int, stop: int, per_file: int) -> list[Row]:
    """Write the records of some patients; gives their truth."""
    rows: list[Row] = []
    charts: list[Chart] = []
    for number in range(start, stop):
        if number and number % per_file == 0:
            folder.write(charts)
            charts = []
            folder.next_files()
        chart, row = maker.patient(number)
        rows.append(row)
        charts.append(chart)
    folder.write(charts)
    return rows


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes any patient of a cohort by number."""

    seed: int
    missing: float
    misleading: float
    horizon: int

    def patient(self, number: int) -> tuple[Chart, Row]:
        """The record and the truth of one patient."""
        life = self.life(number)
        gaps_stream, chart_stream = self.stream(number, 1), self.stream(number, 2)
        gaps = draw_gaps(gaps_stream, life, self.missing, scan_protected(life))
        trick = choose_trick(gaps_stream, life, gaps, self.misleading)
        chart = write_life(chart_stream, life, gaps)
        write_trick(chart_stream, chart, life, trick, self.horizon)
        row = truth_row(life, gaps, trick, self.horizon)
        return chart, row | {"clots": list(clots_of(life, trick))}

    def life(self, number: int) -> Life:
        stream = self.stream(number, 0)
        earliest, latest = self.horizon - _EARLIEST, self.horizon - _LATEST
        life = draw_life(stream, f"p{number + 1:07}", earliest, latest)
        draw_tests(stream, life)
        return life

    def stream(self, number: int, purpose: int) -> Random:
        return Random((self.seed << 34) | (number << 2) | purpose)


def scan_protected(life: Life) -> bool:
    """Whether hiding the scans could make a reader presume that a positive one was not positive.

    A reader may presume so where nothing asks for a scan (or for a second one).
    """
    if all(scan.result != "dvt_proximal" for scan in life.scans):
        return False
    band = wells_band(wells_total(life.wells(life.legs[0])))
    return band == "unlikely" or concluded(life)["d_dimer_class"] == "negative"


_README = """\
# Made-up patients

{} patients with a suspected deep vein thrombosis of a leg. None of them exists, and the probabilities
behind them are invented: they visit every branch of the pathway and say nothing about the world.

Seed {}, missing {}, misleading {}, known until {}.

The NDJSON files are FHIR R4 resources, one a line, as in a bulk export. `truth.parquet` has one row a
patient: the complete facts, what a perfect reader concludes from them, and which facts the record
hides (`hidden`) or disguises (`misleading`). Measures are integers on each fact's grid, days count
since 1970-01-01, minutes since then in UTC. `truth_clots.parquet` has one row a clot: whose, which kind,
and its day, if it is the clot of this suspicion.
"""
_PROFILE = """\
# Nothing is missing from these records, so silence about operations means that there was none.

[coverage.surgery]
because = "made-up patients: every operation is recorded"
"""
