"""What of an input could not be read or was left out, counted by a stable code, with a few examples."""

from __future__ import annotations

import bz2
import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BufferedIOBase
from pathlib import Path

import orjson

MOST_PLACES = 20
"""So many examples of each problem are named."""

NOT_JSON, NO_RESOURCE, SKIPPED_FILE, ONE_PAGE = "S340", "S341", "S351", "S352"
MEANINGS = {
    "S340": "A line is not JSON and was skipped.",
    "S341": "A line is JSON, but no FHIR resource, and was skipped.",
    "S342": "A resource is of a type that FHIR R4 does not have, and was skipped.",
    "S343": "A resource is in a file named after another type; it was read all the same.",
    "S344": "A resource does not say of which patient it is, and was skipped.",
    "S345": "A resource is of a patient who is not in the input; it was read all the same.",
    "S346": "A date cannot be read and counts as unknown.",
    "S347": "A resource has no date and could be of any day.",
    "S348": "A number cannot be read and counts as unknown.",
    "S349": "A resource was left out: entered in error, cancelled, not done, or only planned.",
    "S350": "The medicine that a resource refers to is not in the input; the resource was skipped.",
    "S351": "Files of a type that is not needed were not read.",
    "S352": "A bundle is only one page of its results; what is on the next pages is not known.",
    "S353": "A row of an OMOP table has no concept that is in the table concept, and was skipped.",
    "S354": "A row of an OMOP table has only codes of a vocabulary that no code list has.",
    "S355": "An OMOP table is not in the input, and what it would tell is not known.",
}
"""Every problem with its meaning."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a problem is: file, line (0: not known), resource, and the text in question."""

    file: str
    line: int = 0
    resource: str = ""
    detail: str = ""

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        parts = [f"{self.file}{line}", self.resource, self.detail]
        return ": ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class InputProblem:
    """One kind of problem: how many resources, lines or files have it, and the first few."""

    code: str
    count: int
    places: tuple[Place, ...] = ()

    @property
    def what(self) -> str:
        return MEANINGS[self.code]


@dataclass(frozen=True, slots=True)
class Problems:
    """All problems of one input, by code; empty where everything was read."""

    found: tuple[InputProblem, ...] = ()

    def count(self, code: str) -> int:
        """How often this problem was found."""
        return sum(problem.count for problem in self.found if problem.code == code)

    def counts(self) -> dict[str, int]:
        """How often each problem was found."""
        return {problem.code: problem.count for problem in self.found}

    def and_also(self, *others: InputProblem) -> Problems:
        """These problems and others, in the order of their codes."""
        more = [problem for problem in others if problem.count]
        return Problems(tuple(sorted((*self.found, *more), key=lambda problem: problem.code)))


def located(problem: InputProblem, names: Mapping[str, str]) -> InputProblem:
    """The problem with the line numbers of its resources, and files under the names they are known by.

    names: the file that was read → the file that was given (they differ for bundles, where a line of
    what was read means nothing).
    """
    places: list[Place] = []
    for file in dict.fromkeys(place.file for place in problem.places):
        here = [place for place in problem.places if place.file == file]
        if file in names:
            places += [replace(place, file=names[file]) for place in here]
        else:
            places += _with_lines(Path(file), here)
    return replace(problem, places=tuple(places))


def unreadable_lines(files: Mapping[str, int]) -> tuple[InputProblem, InputProblem]:
    """Of lines that gave no resource: which are not JSON, and which are JSON of another kind.

    files: file → how many such lines it has.
    """
    broken: list[Place] = []
    strange: list[Place] = []
    for file in files:
        for number, line in _lines(Path(file)):
            if line.strip():
                _sort_line(Place(Path(file).name, number), line, broken, strange)
    return (
        InputProblem(NOT_JSON, len(broken), tuple(broken[:MOST_PLACES])),
        InputProblem(NO_RESOURCE, len(strange), tuple(strange[:MOST_PLACES])),
    )


def _sort_line(place: Place, line: bytes, broken: list[Place], strange: list[Place]) -> None:
    try:
        read = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        broken.append(replace(place, detail=str(error)))
    else:
        if not isinstance(read, dict) or not isinstance(read.get("resourceType"), str):
            strange.append(place)


def _with_lines(file: Path, places: list[Place]) -> list[Place]:
    wanted = {place.resource.rpartition("/")[2].encode(): place for place in places if place.resource}
    lines: dict[Place, int] = {}
    for number, line in _lines(file):
        for key in [key for key in wanted if key and b'"' + key + b'"' in line]:
            lines[wanted.pop(key)] = number
        if not wanted:
            break
    return [replace(place, file=file.name, line=lines.get(place, 0)) for place in places]


def _lines(file: Path) -> Iterator[tuple[int, bytes]]:
    with open_bytes(file) as stream:
        yield from enumerate(stream, start=1)


def open_bytes(file: Path) -> BufferedIOBase:
    """The file's bytes, unpacked if its name ends in .gz or .bz2."""
    if file.suffix == ".gz":
        return gzip.open(file, "rb")
    if file.suffix == ".bz2":
        return bz2.open(file, "rb")
    return file.open("rb")
