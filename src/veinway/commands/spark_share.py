"""One share of the people of a cohort, on a worker of Spark: read, decided and counted as everybody is.

Spark brings the lines of each person together; here they become files again, and the program that
decides about a whole folder decides about them. So nothing is said in two ways, and the results are
those of one machine.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import orjson
import pyarrow as pa

from veinway.commands.cohort_run import Part, cohort_rules, decide_part
from veinway.commands.output import shipped_chapter
from veinway.engine.tally import RuleTally
from veinway.engine.tally_data import add_data, as_data
from veinway.language.chosen import chosen
from veinway.language.knowledge import Knowledge
from veinway.records.cohort_facts import Counts
from veinway.records.input_problems import MOST_PLACES, InputProblem, Place, Problems
from veinway.records.profile import Profile
from veinway.records.told import person_of

KEYED = "person string, shared boolean, file string, line string"
SUMMARY = "summary binary"
Line = tuple[str, str]
"""A file's name, and a line of it."""


@dataclass(frozen=True, slots=True)
class Job:
    """What every share is decided by: of a chapter, `only` some rules, or all where there are none.

    out: the folder for the files of decisions.
    """

    chapter: str
    only: tuple[str, ...]
    site: Profile
    at: datetime
    out: Path
    strict: bool


def keyed(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Lines with the person whom each is of, and whether it is of nobody and may be needed by anybody.

    There is no person where none is said, or where a line is no resource.
    """
    for batch in batches:
        lines = batch.column("value").to_pylist()
        names = [unquote(name).rpartition("/")[2] for name in batch.column("file").to_pylist()]
        whose = [_whose(line) for line in lines]
        columns = {
            "person": pa.array([person for person, _ in whose], pa.string()),
            "shared": pa.array([kind == "Medication" for _, kind in whose], pa.bool_()),
            "file": pa.array(names, pa.string()),
            "line": pa.array(lines, pa.string()),
        }
        yield pa.RecordBatch.from_pydict(columns)


def _whose(line: str) -> tuple[str | None, str]:
    """The person of a line, and the type of its resource."""
    try:
        resource = orjson.loads(line)
    except orjson.JSONDecodeError:
        return None, ""
    kind = resource.get("resourceType") if isinstance(resource, dict) else None
    return (person_of(kind, resource), kind) if isinstance(kind, str) else (None, "")


def decided(
    batches: Iterable[pa.RecordBatch], number: int, job: Job, medicines: Iterable[Line]
) -> Iterator[pa.RecordBatch]:
    """One row with what came of a share; none where it is empty.

    number: of the share, after which its file is named. medicines: the lines that belong to nobody and
    that any order may refer to.
    """
    with tempfile.TemporaryDirectory(prefix="veinway-") as name:
        folder = Path(name)
        if not _write(folder, batches):
            return
        _append(folder, medicines)
        # A share that is tried again must not leave half a file, nor two.
        unfinished = job.out / f".{number}-{os.getpid()}"
        knowledge = chosen(shipped_chapter(job.chapter), job.only)
        part = decide_part(folder, job.at, unfinished, knowledge, job.site, strict=job.strict)
        unfinished.replace(job.out / f"part-{number:05}.parquet")
    yield pa.RecordBatch.from_arrays([pa.array([_summary(part)], pa.binary())], names=["summary"])


def _write(folder: Path, batches: Iterable[pa.RecordBatch]) -> int:
    """Write the lines into files of their old names; how many they are."""
    lines = 0
    for batch in batches:
        lines += batch.num_rows
        named = zip(batch.column("file").to_pylist(), batch.column("line").to_pylist(), strict=True)
        _append(folder, named)
    return lines


def _append(folder: Path, lines: Iterable[Line]) -> None:
    texts: dict[str, list[str]] = {}
    for name, line in lines:
        texts.setdefault(name.removesuffix(".gz"), []).append(line + "\n")
    for name, of_file in texts.items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.writelines(of_file)


# Counts as data ---------------------------------------------------------------------------------


def _summary(part: Part) -> bytes:
    counts = part.counts
    return orjson.dumps(
        {
            "counts": [counts.persons, counts.persons_with_episode, counts.episodes, counts.subjects],
            "values": counts.problems,
            "problems": [
                {"code": each.code, "count": each.count, "places": list(map(_place, each.places))}
                for each in part.problems.found
            ],
            "found": [as_data(tally) for tally in part.found],
        }
    )


def _place(place: Place) -> list[str]:
    return [place.file, place.resource, place.detail]


def together(summaries: Iterable[bytes], knowledge: Knowledge, guideline: str) -> Part:
    """All shares added up. Of a place there is no line, as lines were moved."""
    found = [RuleTally(rule) for rule in cohort_rules(knowledge, guideline)]
    numbers, values = [0, 0, 0, 0], Counter[str]()
    problems: dict[str, InputProblem] = {}
    for summary in map(orjson.loads, summaries):
        numbers = [a + b for a, b in zip(numbers, summary["counts"], strict=True)]
        values.update(summary["values"])
        for each in summary["problems"]:
            _add_problem(problems, each)
        for tally, data in zip(found, summary["found"], strict=True):
            add_data(tally, data, knowledge)
    return Part(found, Counts(*numbers, values), Problems().and_also(*problems.values()))


def _add_problem(problems: dict[str, InputProblem], each: dict[str, Any]) -> None:
    before = problems.get(each["code"], InputProblem(each["code"], 0))
    places = (Place(file, 0, *rest) for file, *rest in each["places"])
    problems[each["code"]] = replace(
        before,
        count=before.count + each["count"],
        places=tuple(sorted((*before.places, *places)))[:MOST_PLACES],
    )
