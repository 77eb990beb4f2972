"""Reading what a command is given: standard input or a file, a profile, cases."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from veinway.language.errors import InputError, SourceError
from veinway.language.values import Situation

if TYPE_CHECKING:
    from veinway.language.knowledge import Knowledge
    from veinway.records.cases import Unusable
    from veinway.records.problems import Problem
    from veinway.records.profile import Profile


def read_text(source: str) -> str:
    """The text of a file, or of standard input for `-`; SourceError S301 where it cannot be read."""
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise SourceError(
            "S301",
            f"The file cannot be read: {error.strerror}.",
            where=source,
            todo="Check the path, or write - to read standard input.",
        ) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            "S302", f"Byte {error.start} is not UTF-8.", where=source, todo="Save the file as UTF-8."
        ) from None


def load_profile(path: str | None, knowledge: Knowledge) -> Profile:
    """The site's profile, or the documented defaults."""
    from veinway.records.profile import DEFAULT_PROFILE, read_profile

    return DEFAULT_PROFILE if path is None else read_profile(path, knowledge)


def check_instant(at: str | None) -> str:
    """The text of --at, checked; InputError I214 where it is no date and no instant."""
    from datetime import datetime

    try:
        datetime.fromisoformat(at or "2000-01-01")
    except ValueError:
        raise InputError(
            "I214",
            f"{at!r} is not a date or an instant.",
            where="--at",
            todo="Write 2026-03-04 or 2026-03-04T09:30.",
        ) from None
    return at or ""


@dataclass(frozen=True, slots=True)
class Patient:
    """One patient: a situation for each limb ('' when none was described apart), and what went wrong."""

    id: str
    situations: dict[str, Situation]
    problems: tuple[Problem, ...] = ()


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
    yield from read_cases_of(read_text(source), source, knowledge, at, profile)
