"""`veinway inr HISTORY`: the next dose and date, time in range and a chart; or a whole clinic's
control.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from veinway.commands.inputs import Patient, check_instant, load_profile, read_patients, read_text
from veinway.commands.output import (
    FINE,
    SOME_UNUSABLE,
    print_error,
    shipped_chapter,
    show_each,
    write_line,
)
from veinway.language.errors import InputError
from veinway.language.values import Known

if TYPE_CHECKING:
    from veinway.language.values import Situation
    from veinway.records.inr_history import Line
    from veinway.records.profile import Profile
    from veinway.show.inr_parts import InrReading

RANGES = {"2-3": "from_2_to_3", "2.5-3.5": "from_2_5_to_3_5", "3-4": "from_3_to_4"}


def run(
    source: str,
    target: str,
    started: str | None,
    weekly: str | None,
    said: Sequence[str],
    at: str | None,
    out: str | None,
    profile: str | None,
    *,
    as_json: bool,
) -> int:
    """One person's page, or a table of many people's control; status 2 if a line could not be used."""
    from veinway.records.inr_history import is_table

    _check_range(target)
    if source.endswith(".parquet"):
        from veinway.commands.inr_population import run_parquet

        return run_parquet(source, RANGES[target], out, as_json=as_json)
    site = load_profile(profile, shipped_chapter("treatment"))
    text = read_text(source)
    if not is_table(text):
        return _patients(source, target, weekly, site, check_instant(at), as_json=as_json)
    many, usable, status = _read(text, Path(source).name)
    if many:
        from veinway.commands.inr_population import run_lines

        return run_lines(usable, RANGES[target], out, as_json=as_json) or status
    situation = _situation(usable, source, target, started, said, check_instant(at), site)
    _show(_reading(situation, Path(source).stem, target, weekly, site), as_json=as_json)
    return status


def _check_range(target: str) -> None:
    if target not in RANGES:
        raise InputError(
            "I265", f"{target!r} is not a range.", where="--range", todo=f"Ranges: {', '.join(RANGES)}."
        )


def _read(text: str, name: str) -> tuple[bool, list[Line], int]:
    """Whether a table is of many people, what can be used of it, and the status; the rest is told.

    Raises InputError I267 where nothing can be used, I274 where it is not clear whose the values are.
    """
    from veinway.records.inr_history import is_population, read_history

    many, lines = is_population(text, name), list(read_history(text, name))
    unusable = [line for line in lines if isinstance(line, InputError)]
    usable = [line for line in lines if not isinstance(line, InputError)]
    for error in unusable:
        print_error(error)
    if not usable:
        raise InputError(
            "I267",
            "There is no INR to go by.",
            where=name,
            todo="Give lines of date and inr, such as 2026-03-04,2.5; for a clinic the person, too.",
        )
    return many, usable, SOME_UNUSABLE if unusable else FINE


def _patients(
    source: str, target: str, weekly: str | None, site: Profile, at: str, *, as_json: bool
) -> int:
    """The same of each patient of a facts file, or of a FHIR bundle."""

    def show(patient: Patient) -> None:
        situation = next(iter(patient.situations.values()))
        _show(_reading(situation, patient.id, target, weekly, site), as_json=as_json)

    patients = read_patients(source, shipped_chapter("treatment"), at, site)
    return show_each(patients, show, as_json=as_json)


def _reading(
    situation: Situation, name: str, target: str, weekly: str | None, site: Profile
) -> InrReading:
    """One person's INRs. target: the range, where the record names none."""
    from veinway.show.inr_parts import reading_of, weekly_dose

    situation.facts.setdefault("inr_range", Known(frozenset({RANGES[target]})))
    amount = None if weekly is None else weekly_dose(weekly, "--dose")
    return reading_of(shipped_chapter("treatment"), situation, name, amount, site)


def _situation(
    lines: Sequence[Line],
    source: str,
    target: str,
    started: str | None,
    said: Sequence[str],
    at: str,
    site: Profile,
) -> Situation:
    """One person's table of INRs as a case."""
    from veinway.care.knowledge import KNOWLEDGE
    from veinway.records.cases import read_case

    lines = sorted(lines, key=lambda line: line.day)
    begun = started or next((str(line.started) for line in lines if line.started), None)
    case = _case(lines, target, begun, said, at or f"{lines[-1].day}T23:59:00")
    return read_case(case, KNOWLEDGE, time_zone=site.time_zone, id_=source).situations[""]


def _case(
    lines: Sequence[Line], target: str, begun: str | None, said: Sequence[str], at: str
) -> dict[str, Any]:
    """The facts that a history stands for; the last value is the INR of today."""
    facts: dict[str, Any] = {
        "current_anticoagulant": "warfarin",
        "inr_range": RANGES[target],
        "inr": _answer(lines[-1]),
        "inr_test": [{"date": str(line.day), "value": _answer(line)} for line in lines],
    }
    if begun is not None:
        facts["warfarin_start"] = [{"date": begun}]
    for each in said:
        key, _, value = each.partition("=")
        facts[key.strip()] = {"yes": True, "no": False}.get(value.strip(), value.strip())
    return {"id": "history", "at": at, "facts": facts}


def _answer(line: Line) -> dict[str, Any]:
    """A value as an answer: exact, or beyond the laboratory's limit."""
    low, high = (str(Decimal(end.numerator) / Decimal(end.denominator)) for end in line.value)
    if line.value.known:
        return {"value": low, "unit": "1"}
    return {"from": low, "up_to": high, "unit": "1"}


def _show(reading: InrReading, *, as_json: bool) -> None:
    if as_json:
        from veinway.show.inr_json import inr_answer

        write_line(inr_answer(reading))
        return
    from veinway.show.inr_page import inr_page
    from veinway.show.terminal import print_page

    print_page(inr_page(reading))
