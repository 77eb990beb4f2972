"""Making a population of coded records: a folder like a bulk export, with the clots of each person.

As in `cohort`, the seed and a person's number determine the person.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

from .clot_truth import CLOT_SCHEMA, CLOTS, Clot
from .coded import tell
from .cohort import Summary, check, describe
from .fhir import Chart
from .files import BulkFolder
from .truth import EPOCH
from .truth_file import TruthFile

_BLOCK, _PER_FILE = 2_000, 100_000


def synthesise_coded(
    patients: int,
    seed: int,
    out: Path,
    *,
    missing: float = 0,
    misleading: float = 0,
    at: date = date(2026, 3, 31),
    progress: Callable[[int], None] | None = None,
) -> Summary:
    """Write made-up people with clots, and with what is coded like them, as FHIR R4 NDJSON.

    The arguments are those of `cohort.synthesise`; missing and misleading change nothing, since it is
    the codes that mislead. Beside the files stands truth_clots.parquet, one row a clot.

    Raises InputError I242 for an argument out of range, I241 for a folder that is not empty.
    """
    check(patients, seed, out, missing, misleading, _PER_FILE)
    describe(out, _README.format(patients, seed, at), "")
    numbered = patients > _PER_FILE
    today = (at - EPOCH).days
    with (
        TruthFile(out / CLOTS, CLOT_SCHEMA) as truth,
        BulkFolder(out, numbered=numbered, compress=False) as folder,
    ):
        for start in range(0, patients, _BLOCK):
            if start and start % _PER_FILE == 0:
                folder.next_files()
            stop = min(start + _BLOCK, patients)
            truth.write(_write_block(folder, seed, range(start, stop), today))
            if progress is not None:
                progress(stop)
    return Summary(patients, dict(folder.resources), folder.bytes, out, out / CLOTS)


def _write_block(folder: BulkFolder, seed: int, numbers: range, today: int) -> list[Clot]:
    """Write some people; gives their clots."""
    clots: list[Clot] = []
    charts: list[Chart] = []
    for number in numbers:
        chart, true, _ = tell(Random((seed << 34) | number), f"c{number + 1:07}", today)
        clots += true
        charts.append(chart)
    folder.write(charts)
    return clots


_README = """\
# Made-up people with clots in coded records, and with what is coded like them

{} people. None of them exists, and the shares behind them are invented: they show what goes wrong with
codes and say nothing about how often.

Seed {}, known until the end of {}.

The NDJSON files are FHIR R4 resources, one a line. `truth_clots.parquet` has one row a clot: whose,
which kind, and its day since 1970-01-01.
"""
