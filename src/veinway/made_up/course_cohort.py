"""Making a cohort of people under treatment: a folder like a bulk export, and what each of them is owed.

As in `cohort`, the seed and a person's number determine the person. One in eight waits for a test of a
suspicion; the others have a clot and a course of treatment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

import pyarrow as pa  # type: ignore[import-untyped]

from .clot_truth import CLOT_SCHEMA, CLOTS, Clot
from .cohort import Summary, check, describe
from .course_chart import write_course
from .course_draw import draw_course
from .course_gaps import COVERED, draw_hidden, lacks
from .course_misleading import write_trick
from .course_truth import Line, lines_of
from .fhir import Chart
from .files import BulkFolder
from .truth import EPOCH
from .truth_file import TruthFile
from .waiting import draw_waiting, lines_of_waiting, write_waiting

_BLOCK, _PER_FILE = 2_000, 100_000
TRUTH = "truth_worklist.parquet"
SCHEMA = pa.schema(
    [
        ("list", pa.string()),
        ("person", pa.string()),
        ("what", pa.string()),
        ("state", pa.string()),
        ("hidden", pa.list_(pa.string())),
        ("misleading", pa.string()),
    ]
)
Row = tuple[str, str, str, str, list[str], str]


def synthesise_treated(
    patients: int,
    seed: int,
    out: Path,
    *,
    missing: float = 0.3,
    misleading: float = 0.05,
    at: date = date(2026, 3, 31),
    progress: Callable[[int], None] | None = None,
) -> Summary:
    """Write made-up people under treatment as FHIR R4 NDJSON, and the lines of work they should have.

    The arguments are those of `cohort.synthesise`; 100,000 people go into one file. Beside the files
    stand truth_worklist.parquet, one row a line that a perfect reader puts on a list at the end of `at`,
    truth_clots.parquet, one row a clot, and a site profile that declares what these records are
    complete in.

    Raises InputError I242 for an argument out of range, I241 for a folder that is not empty.
    """
    check(patients, seed, out, missing, misleading, _PER_FILE)
    maker = CourseMaker(seed, missing, misleading, (at - EPOCH).days)
    describe(out, _README.format(patients, seed, missing, misleading, at), _profile())
    numbered = patients > _PER_FILE
    truth = out / TRUTH
    with (
        TruthFile(truth, SCHEMA) as lines,
        TruthFile(out / CLOTS, CLOT_SCHEMA) as clots,
        BulkFolder(out, numbered=numbered, compress=False) as folder,
    ):
        for start in range(0, patients, _BLOCK):
            if start and start % _PER_FILE == 0:
                folder.next_files()
            stop = min(start + _BLOCK, patients)
            clots.write(_write_block(maker, folder, lines, range(start, stop)))
            if progress is not None:
                progress(stop)
    return Summary(patients, dict(folder.resources), folder.bytes, out, truth)


def _write_block(maker: CourseMaker, folder: BulkFolder, truth: TruthFile, numbers: range) -> list[Clot]:
    """Write some people and the lines that they should have; gives their clots."""
    rows: list[Row] = []
    clots: list[Clot] = []
    charts: list[Chart] = []
    for number in numbers:
        chart, owed = maker.person(number)
        rows += owed
        clots += maker.clots(number)
        charts.append(chart)
    folder.write(charts)
    truth.write(rows)
    return clots


@dataclass(frozen=True, slots=True)
class CourseMaker:
    """Makes any person of a cohort by number."""

    seed: int
    missing: float
    misleading: float
    today: int

    def person(self, number: int) -> tuple[Chart, list[Row]]:
        """The record of one person, and what they are owed."""
        name = _name(number)
        chance, chart_chance = self.stream(number, 0), self.stream(number, 1)
        if number % 8 == 7:
            return self._waiting(name, chance, chart_chance)
        course = draw_course(chance, name, self.today)
        hidden = draw_hidden(chart_chance, self.missing)
        chart = write_course(chart_chance, course, hidden, self.today)
        trick = write_trick(chart_chance, chart, course, self.misleading, self.today)
        owed = lines_of(course, self.today)
        return chart, [_row(name, line, lacks(line, hidden, course, self.today), trick) for line in owed]

    def clots(self, number: int) -> list[Clot]:
        """The clot of one person; of somebody who waits for a test, none."""
        if number % 8 == 7:
            return []
        course = draw_course(self.stream(number, 0), _name(number), self.today)
        return [(course.person, course.kind, course.clot)]

    def _waiting(self, name: str, chance: Random, chart_chance: Random) -> tuple[Chart, list[Row]]:
        life = draw_waiting(chance, name, self.today)
        chart, gaps = write_waiting(chart_chance, life, self.missing)
        hidden = sorted(gaps.hidden - {"age_years", "body_weight", "body_height", "serum_creatinine"})
        owed = lines_of_waiting(life, self.today)
        return chart, [_row(name, line, hidden, "") for line in owed]

    def stream(self, number: int, purpose: int) -> Random:
        """The chance that a person is drawn with (purpose 0), or written with (1)."""
        return Random((self.seed << 34) | (number << 2) | purpose)


def _name(number: int) -> str:
    return f"t{number + 1:07}"


def _row(person: str, line: Line, hidden: list[str], misleading: str) -> Row:
    listed, what, state = line
    return listed, person, what, state, hidden, misleading


def _profile() -> str:
    return "\n".join(_covered())


def _covered() -> Iterator[str]:
    yield "# These are never left out of the records, so silence about them means that nothing happened."
    for key in COVERED:
        yield f'\n[coverage.{key}]\nbecause = "made-up people: all of it is recorded"'
    yield ""


_README = """\
# Made-up people under treatment

{} people, seven in eight with a clot and a course of treatment, the others with a suspicion that is a
few days old. None of them exists, and the probabilities behind them are invented.

Seed {}, missing {}, misleading {}, known until the end of {}.

The NDJSON files are FHIR R4 resources, one a line. `truth_worklist.parquet` has one row a line that
a perfect reader of complete facts puts on a work list on that day: which list, who, what, the state,
what the record leaves out of all that the line needs (`hidden`), and the misleading record beside it
(`misleading`). `truth_clots.parquet` has one row a clot: whose, which kind, and its day.
`veinway.toml` is a site profile that declares what these records are complete in.
"""
