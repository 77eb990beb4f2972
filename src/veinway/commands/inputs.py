"""Reading what a command is given: standard input or a file, a profile, cases."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from veinway.language.errors import InputError, SourceError
from veinway.language.values import Situation

if TYPE_CHECKING:
    from veinway.language.knowledge import Knowledge
    from veinway.records.cases import Unusable
    from veinway.records.problems import Problem
    from veinway.records.profile import Profile


def read_text(source: str) -> str:
    """The text of a file (unpacked, if it is packed), or of standard input for `-`.

    Raises SourceError S301 for what cannot be read, S302 for what is not UTF-8.
    """
    return _text_of(read_bytes(source), source)


def read_bytes(source: str) -> bytes:
    """What a file holds (unpacked, if it is packed), or standard input for `-`; see `read_text`."""
    try:
        return sys.stdin.buffer.read() if source == "-" else _bytes_of(Path(source))
    except (OSError, EOFError) as error:
        why = getattr(error, "strerror", None) or error
        todo = "Check the path, or write - to read standard input."
        if isinstance(error, IsADirectoryError):
            todo = "Give one file; `veinway cohort`, `worklist`, `report` and `phenotype` read folders."
        raise SourceError("S301", f"The file cannot be read: {why}.", where=source, todo=todo) from None


def _text_of(raw: bytes, source: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            "S302", f"Byte {error.start} is not UTF-8.", where=source, todo="Save the file as UTF-8."
        ) from None


def _bytes_of(file: Path) -> bytes:
    from veinway.records.input_problems import open_bytes

    with open_bytes(file) as stream:
        return stream.read()


def load_profile(path: str | None, knowledge: Knowledge) -> Profile:
    """The site's profile, or the documented defaults."""
    from veinway.records.profile import DEFAULT_PROFILE, read_profile

    return DEFAULT_PROFILE if path is None else read_profile(path, knowledge)


def check_guideline(knowledge: Knowledge, guideline: str) -> str:
    """A guideline whose steps are known; InputError I202 names those that are."""
    known = knowledge.guidelines
    if guideline not in known:
        raise InputError(
            "I202",
            f"No steps of the guideline {guideline!r} are known.",
            where="--guideline",
            todo=f"The guidelines are: {', '.join(known)}.",
        )
    return guideline


def check_instant(at: str | None) -> str:
    """--at as an instant, "" where it is not given; a bare date is the end of that day.

    InputError I214 where it is no date and no instant.
    """
    from datetime import datetime

    if not at:
        return ""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        raise InputError(
            "I214",
            f"{at!r} is not a date or an instant.",
            where="--at",
            todo="Write 2026-03-04 or 2026-03-04T09:30.",
        ) from None
    return when.replace(hour=23, minute=59).isoformat() if len(at) <= 10 else when.isoformat()


@dataclass(frozen=True, slots=True)
class Patient:
    """One patient: a situation for each limb ('' when none was described apart), and what went wrong."""

    id: str
    situations: dict[str, Situation]
    problems: tuple[Problem, ...] = ()
    from_records: bool = False
    """Read from records, so that the site's coverage may stand behind some of it."""


def read_cases_of(
    text: str, source: str, knowledge: Knowledge, at: str, profile: Profile
) -> Iterator[Patient | Unusable]:
    """Every case of a facts file, with the site's parameters and service facts."""
    from veinway.records.cases import Unusable, read_cases

    name = "standard input" if source == "-" else Path(source).name
    for case in read_cases(text, knowledge, at=at, time_zone=profile.time_zone, name=name):
        if isinstance(case, Unusable):
            yield case
        else:
            applied = {side: profile.applied(found) for side, found in case.situations.items()}
            yield Patient(case.id, applied)


def read_patients(
    source: str, knowledge: Knowledge, at: str, profile: Profile
) -> Iterator[Patient | Unusable]:
    """The patients of a FHIR bundle or of a facts file, whichever it is."""
    yield from patients_of(read_bytes(source), source, knowledge, at, profile)


def patients_of(
    raw: bytes, source: str, knowledge: Knowledge, at: str, profile: Profile
) -> Iterator[Patient | Unusable]:
    """The same from what was read of a file."""
    resource = _fhir(raw)
    if resource is None:
        # A facts file may say more than this chapter looks at.
        from veinway.care.knowledge import KNOWLEDGE

        yield from read_cases_of(_text_of(raw, source), source, KNOWLEDGE, at, profile)
        return
    del raw  # a bundle may be large
    from veinway.commands.bundles import read_bundle_of

    yield from read_bundle_of(resource, source, knowledge, at, profile)


def _fhir(raw: bytes) -> dict[str, Any] | None:
    """The input as one FHIR resource, or None where it is something else (a facts file).

    Raises SourceError S304 for NDJSON, which belongs to `veinway cohort`.
    """
    import orjson

    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if not raw[:100].lstrip().startswith(b"{"):
        return None
    try:
        content = orjson.loads(raw)
    except orjson.JSONDecodeError:
        first = raw.lstrip().partition(b"\n")[0]
        if b'"resourceType"' in first and first.rstrip().endswith(b"}"):
            todo = "Use `veinway cohort` for a folder of NDJSON, or give one patient's bundle."
            raise SourceError("S304", "These are FHIR resources, one a line.", todo=todo) from None
        return None
    return content if "resourceType" in content else None
