"""From NDJSON files to decisions, against DuckDB merely parsing the same files.

    python bench/ndjson.py [--patients 10000 100000] [--runs 3] [--folder DIR]

Made-up patients, twice: dense, as they are made (about 7 kB each, where every resource counts), and
filled to about 35 kB with what every chart has: blood pressure, pulse and breathing, which some rules
look at, and laboratory results and visits, which none does. The bare parse reads every element that
Veinway uses of any type as a typed column, and counts them; its process imports DuckDB alone.

`step` goes from the files to the decisions of the step of suspected DVT by NICE with its scores, which
is what `veinway cohort --only` decides; `reading` to the planes of facts of all of diagnosis, which the
rules have no part in; `decisions` further to all that NICE says in diagnosis, and all scores; `cohort`
is the command, which also tallies, asks a sample what would decide, and writes the report and the
decisions. Each run is a process of its own; CPU seconds are those of the whole process, all threads
together, the start of Python included. With --dense-only (for a million) the filled ones are left out,
and the results kept beside the others.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from filler import fill
from machine import described, write

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.commands.cohort_run import cohort_rules, workshop
from veinway.engine.decision_frame import DecisionFrame
from veinway.engine.planes import Planes
from veinway.language.chosen import chosen
from veinway.language.knowledge import Knowledge
from veinway.made_up import synthesise
from veinway.records.cohort_facts import extract
from veinway.records.columns import COLUMNS
from veinway.records.flatten import flatten
from veinway.records.looks import needed_concepts
from veinway.records.sources import open_source

AT = "2026-03-31T23:59"
STEP = "suspected_dvt_nice"
_CODING = "STRUCT(system VARCHAR, code VARCHAR, display VARCHAR)"
_CONCEPT = f"STRUCT(coding {_CODING}[], text VARCHAR)"
_QUANTITY = "STRUCT(value VARCHAR, comparator VARCHAR, unit VARCHAR, code VARCHAR)"
_RARE = {
    "effectivePeriod": 'STRUCT("start" VARCHAR, "end" VARCHAR)',
    "valueRange": f"STRUCT(low {_QUANTITY}, high {_QUANTITY})",
    "dataAbsentReason": _CONCEPT,
    "referenceRange": f"STRUCT(high {_QUANTITY})[]",
}
_VALUES = {
    name: COLUMNS[name] for name in ("valueQuantity", "valueBoolean", "valueInteger", "valueString")
}
_PART = {"code": _CONCEPT, **_VALUES, "valueCodeableConcept": _CONCEPT, **_RARE}
del _PART["effectivePeriod"]
TYPED = {
    **COLUMNS,
    **_RARE,
    "component": f"STRUCT({', '.join(f'{name} {kind}' for name, kind in _PART.items())})[]",
}
"""The yardstick: what Veinway itself keeps as JSON until it is needed is typed here too."""
BARE_PARSE = f"""
import duckdb, sys
duckdb.connect(config={{"threads": 2}}).execute(
    "SELECT count(COLUMNS(*)) FROM read_json($files, format = 'newline_delimited', "
    "maximum_object_size = 33554432, columns = $columns)".replace("$columns", {str(TYPED)!r}),
    {{"files": sys.argv[1:]}},
).fetchall()
"""
"""Parse every column of every file, and do nothing with them."""


class Run(NamedTuple):
    """What one process took."""

    cpu: float
    peak_mb: float


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--patients", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "veinway-bench")
    options.add_argument("--dense-only", action="store_true")
    for part in PARTS:
        options.add_argument(f"--{part}", type=Path)
    chosen = options.parse_args()
    for part, run in PARTS.items():
        if folder := getattr(chosen, part):
            run(folder)
            return
    lines = [f"machine: {described()}", f"{'':>19}  {'patients':>9}  {'MB':>6}  {HEADINGS}"]
    for patients in chosen.patients:
        lines += measured(patients, chosen.runs, chosen.folder, dense_only=chosen.dense_only)
    write("ndjson_dense" if chosen.dense_only else "ndjson", lines)


HEADINGS = (
    "bare parse CPU s  step CPU s  ratio  reading CPU s  ratio  decisions CPU s  ratio  "
    "cohort CPU s  ratio  patients a CPU second  peak MB   CPU s of all runs"
)


def step(folder: Path) -> None:
    """From the files to the decisions of one step and its scores."""
    _decide(folder, chosen(DIAGNOSIS, [STEP]))


def read(folder: Path) -> None:
    """From the files to the planes of facts."""
    for planes in _planes(folder, DIAGNOSIS):
        assert planes.height


def decide(folder: Path) -> None:
    """From the files to the decisions."""
    _decide(folder, DIAGNOSIS)


def _decide(folder: Path, knowledge: Knowledge) -> None:
    frame = DecisionFrame(cohort_rules(knowledge, "nice"))
    for planes in _planes(folder, knowledge):
        assert frame.run(planes).bits.height


def _planes(folder: Path, knowledge: Knowledge) -> Iterator[Planes]:
    episode = knowledge.episodes[0]
    concepts = needed_concepts(knowledge, episode)
    with workshop() as connection:
        flatten(connection, open_source(folder), evidence=False, concepts=concepts)
        yield from extract(
            connection, knowledge=knowledge, episode=episode, at=datetime.fromisoformat(AT)
        )


PARTS = {"step": step, "read": read, "decide": decide}


def measured(patients: int, runs: int, folder: Path, *, dense_only: bool) -> list[str]:
    """Make the patients, measure, and remove them."""
    shutil.rmtree(folder, ignore_errors=True)
    dense, filled = folder / "dense", folder / "filled"
    try:
        synthesise(patients, 1, dense)
        lines = [_line("dense", dense, patients, runs)]
        if not dense_only:
            fill(dense, filled)
            lines.append(_line("filled", filled, patients, runs))
        return lines
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _line(name: str, folder: Path, patients: int, runs: int) -> str:
    out = folder.parent / "out"
    files = [str(file) for file in open_source(folder).files]
    bare = [_process(sys.executable, "-c", BARE_PARSE, *files) for _ in range(runs)]
    alone, reading, deciding = (
        [_process(sys.executable, __file__, f"--{part}", str(folder)) for _ in range(runs)]
        for part in PARTS
    )
    command = [sys.executable, "-m", "veinway", "cohort", str(folder), "--at", AT, "--out", str(out)]
    whole = [_process(*command) for _ in range(runs)]
    parts = (bare, alone, reading, deciding, whole)
    parse, one, facts, decided, cohort = (statistics.median(run.cpu for run in some) for some in parts)
    size = sum(file.stat().st_size for file in folder.glob("*.ndjson")) / 1e6
    listed = "; ".join(", ".join(f"{run.cpu:.2f}" for run in some) for some in parts)
    return (
        f"{name:>6} {size * 1000 / patients:5.1f} kB each  {patients:>9,}  {size:>6,.0f}  "
        f"{parse:>16.2f}  {one:>10.2f}  {one / parse:>5.2f}  {facts:>13.2f}  {facts / parse:>5.2f}  "
        f"{decided:>15.2f}  {decided / parse:>5.2f}  "
        f"{cohort:>12.2f}  {cohort / parse:>5.2f}  {patients / cohort:>21,.0f}  "
        f"{max(run.peak_mb for run in whole):>7,.0f}   {listed}"
    )


def _process(*command: str) -> Run:
    child = os.posix_spawn(command[0], command, os.environ, file_actions=_QUIET)
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


_QUIET = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]

if __name__ == "__main__":
    main()
