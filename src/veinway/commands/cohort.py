"""`veinway cohort SOURCE`: the rules on a whole record system."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from veinway.commands.inputs import check_instant, load_profile
from veinway.commands.output import FINE, SOME_UNUSABLE, shipped_chapter, write_document
from veinway.commands.progress import progress_bar
from veinway.language.errors import InputError

if TYPE_CHECKING:
    from veinway.language.knowledge import Knowledge
    from veinway.records.profile import Profile

NOT_USED = frozenset({"S340", "S341", "S342", "S344", "S346", "S348", "S350", "S352", "S353"})
"""Problems that mean that something given could not be used (others are as they should be)."""


ENGINES = ("local", "spark")


def run(
    source: str,
    at: str,
    out: str,
    engine: str,
    profile: str | None,
    chapter: str,
    only: tuple[str, ...],
    *,
    strict: bool,
    as_json: bool,
) -> int:
    """Write decisions.parquet, report.json and report.txt; status 2 if something could not be used."""
    from veinway.commands.cohort_run import rules_of, write_report
    from veinway.show.report_page import report_page
    from veinway.show.terminal import print_page

    whole = shipped_chapter(chapter)
    knowledge, site = rules_of(whole, load_profile(profile, whole), only)
    horizon = datetime.fromisoformat(check_instant(at))
    places = Path(source), horizon, Path(out)
    if _checked(engine) == "spark":
        from veinway.commands.cohort_spark import decide_on_spark

        report = decide_on_spark(*places, knowledge, only, site, strict=strict)
    else:
        report = _decided_here(*places, knowledge, site, strict=strict)
    write_report(report, Path(out))
    if as_json:
        write_document(report)
    else:
        print_page(report_page(report, in_full=str(Path(out) / "report.txt")))
    return SOME_UNUSABLE if left_out(report) else FINE


def _checked(engine: str) -> str:
    """InputError I244 where there is no engine of this name."""
    if engine not in ENGINES:
        todo = f"Engines: {', '.join(ENGINES)}."
        raise InputError("I244", f"{engine!r} is not an engine.", where="--engine", todo=todo)
    return engine


def _decided_here(
    source: Path, at: datetime, out: Path, knowledge: Knowledge, site: Profile, *, strict: bool
) -> dict[str, Any]:
    from veinway.commands.cohort_run import decide_cohort

    with progress_bar("deciding", None) as progress:
        return decide_cohort(source, at, out, knowledge, site, strict=strict, progress=progress)


def left_out(report: dict[str, Any]) -> bool:
    """Whether some line, resource or value of the source could not be used."""
    return any(problem["code"] in NOT_USED for problem in report["problems"])
