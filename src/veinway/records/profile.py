"""The site profile, `veinway.toml`: what a site may choose, each choice checked and named by a hash.

    country = "GB"
    guideline = "nice"
    time_zone = "Europe/London"

    [parameters]                     # numbers within their permitted range; `veinway facts` lists them
    d_dimer_cut_off = 500

    [service]                        # yes/no facts about what can be had, and how fast
    scan_obtainable_in_4_hours = true

    [coverage.surgery]               # nothing recorded in this time means that nothing happened
    because = "all operations of the region are recorded here"
    since = 2015-01-01

Coverage is a presumption: a strict reading does without it, and every report counts it.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..language import Obtainable
from ..language.errors import InputError, did_you_mean
from ..language.knowledge import Knowledge, walk
from ..language.time import day_number
from ..language.values import Evidence, History, Known, Situation, Truth

_PARTS = ("country", "guideline", "time_zone", "parameters", "service", "coverage")
_NOT_OF_PATIENTS = ("sign_in",)
"""Parts of the file that say nothing about patients: read elsewhere, and not in the hash."""
_COVERAGE_PARTS = ("because", "since")


@dataclass(frozen=True, slots=True)
class Coverage:
    """A source says that it would know: silence about this concept since this day means no."""

    because: str
    since: int | None = None
    """Day number; None for always."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one site chose. `hash` names the choices in every finding that used them."""

    name: str = "defaults"
    country: str = ""
    guideline: str = "nice"
    time_zone: str = "UTC"
    parameters: dict[str, Fraction] = field(default_factory=dict)
    service: dict[str, bool] = field(default_factory=dict)
    coverage: dict[str, Coverage] = field(default_factory=dict)
    hash: str = ""

    def applied(self, situation: Situation) -> Situation:
        """The situation with this site's parameters, and its service facts where nobody answered."""
        facts = dict(situation.facts)
        for key, value in self.service.items():
            if key not in facts:
                evidence = Evidence("site profile", recorded="yes" if value else "no", note=self.named)
                facts[key] = Known(Truth.YES if value else Truth.NO, (evidence,))
        return replace(situation, facts=facts, parameters={**self.parameters, **situation.parameters})

    def without_coverage(self, situation: Situation) -> Situation:
        """The situation without what this site's coverage presumes, for a strict reading."""
        facts = {
            key: known
            for key, known in situation.facts.items()
            if not any(evidence.resource == "coverage" for evidence in known.evidence)
        }
        histories = {
            key: replace(history, complete="") if self._presumes(key, history) else history
            for key, history in situation.histories.items()
        }
        return replace(situation, facts=facts, histories=histories)

    def _presumes(self, key: str, history: History) -> bool:
        return key in self.coverage and history.complete == self.coverage[key].because

    @property
    def named(self) -> str:
        """The profile as findings name it."""
        return f"{self.name}, {self.hash}" if self.hash else self.name

    @property
    def mention(self) -> str:
        """The profile as an answer or a page names it; "" for the documented defaults."""
        return self.named if self.hash else ""


DEFAULT_PROFILE = Profile()


def read_profile(path: str | Path, knowledge: Knowledge) -> Profile:
    """Read a site profile; InputError I230 to I233 for what cannot be used, with its place."""
    file = Path(path)
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as error:
        raise InputError(
            "I232",
            f"The site profile cannot be read: {error.strerror}.",
            where=str(path),
            todo="Give --profile the path of a veinway.toml.",
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            "I232", f"The site profile is not TOML: {error}.", where=str(path), todo="Mend this line."
        ) from None
    return _Reader(file.name, knowledge).profile(raw)


class _Reader:
    """Checks each part of a profile against the knowledge."""

    def __init__(self, name: str, knowledge: Knowledge) -> None:
        self.name, self.knowledge = name, knowledge

    def profile(self, raw: dict[str, Any]) -> Profile:
        raw = {key: value for key, value in raw.items() if key not in _NOT_OF_PATIENTS}
        self._known(raw, _PARTS, "")
        guideline = self._text(raw, "guideline", "nice")
        self._one_of(guideline, list(self.knowledge.guidelines), "guideline")
        canonical = json.dumps(raw, sort_keys=True, default=str)
        return Profile(
            name=self.name,
            country=self._text(raw, "country", ""),
            guideline=guideline,
            time_zone=self._time_zone(self._text(raw, "time_zone", "UTC")),
            parameters=self._parameters(self._section(raw, "parameters")),
            service=self._service(self._section(raw, "service")),
            coverage=self._coverage(self._section(raw, "coverage")),
            hash=hashlib.sha256(canonical.encode()).hexdigest()[:12],
        )

    def _place(self, part: str) -> str:
        return f"{self.name}, {part}" if part else self.name

    def _known(self, raw: dict[str, Any], known: Iterable[str], part: str) -> None:
        for key in raw:
            self._one_of(key, list(known), part)

    def _one_of(self, key: str, known: list[str], part: str) -> None:
        if key in known:
            return
        advice = did_you_mean(key, known) or f"Possible: {', '.join(known)}."
        raise InputError("I231", f"{key!r} is not known here.", where=self._place(part), todo=advice)

    def _section(self, raw: dict[str, Any], part: str) -> dict[str, Any]:
        section = raw.get(part, {})
        if not isinstance(section, dict):
            raise InputError(
                "I233", f"{section!r} is not a table.", where=self._place(part), todo=f"Write [{part}]."
            )
        return section

    def _text(self, raw: dict[str, Any], part: str, default: str) -> str:
        text = raw.get(part, default)
        if not isinstance(text, str):
            raise InputError(
                "I233", f"{text!r} is not text.", where=self._place(part), todo="Put it in quotes."
            )
        return text

    def _time_zone(self, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            raise InputError(
                "I233",
                f"{name!r} is not a time zone.",
                where=self._place("time_zone"),
                todo="Write a name such as Europe/London.",
            ) from None
        return name

    def _parameters(self, section: dict[str, Any]) -> dict[str, Fraction]:
        self._known(section, sorted(self.knowledge.parameters), "parameters")
        found = {}
        for key, value in section.items():
            if isinstance(value, bool) or not isinstance(value, int | Decimal):
                raise InputError(
                    "I233", f"{value!r} is not a number.", where=self._place(f"parameters.{key}")
                )
            found[key] = self.knowledge.parameters[key].checked(Fraction(value))
        return found

    def _service(self, section: dict[str, Any]) -> dict[str, bool]:
        parts = walk(*self.knowledge.rules.values())
        known = sorted({part.answer.key for part in parts if isinstance(part, Obtainable)})
        self._known(section, known, "service")
        for key, value in section.items():
            if not isinstance(value, bool):
                raise InputError(
                    "I233",
                    f"{value!r} is not yes or no.",
                    where=self._place(f"service.{key}"),
                    todo="Write true or false, or leave the line out to be asked.",
                )
        return dict(section)

    def _coverage(self, section: dict[str, Any]) -> dict[str, Coverage]:
        self._known(section, sorted({**self.knowledge.facts, **self.knowledge.events}), "coverage")
        return {key: self._one_coverage(key, value) for key, value in section.items()}

    def _one_coverage(self, key: str, value: Any) -> Coverage:
        place = self._place(f"coverage.{key}")
        stated = {"because": value} if isinstance(value, str) else value
        if not isinstance(stated, dict) or not str(stated.get("because", "")).strip():
            raise InputError(
                "I233", "Coverage needs a reason.", where=place, todo='Write because = "...".'
            )
        self._known(stated, _COVERAGE_PARTS, f"coverage.{key}")
        since = stated.get("since")
        if since is not None and (isinstance(since, datetime) or not isinstance(since, date)):
            raise InputError(
                "I233", f"{since!r} is not a date.", where=place, todo="Write since = 2015-01-01."
            )
        return Coverage(str(stated["because"]), None if since is None else day_number(since))
