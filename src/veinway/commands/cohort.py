"""`veinway cohort SOURCE`: the rules on a whole record system."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from veinway.commands.inputs import check_instant, load_profile
from veinway.commands.output import FINE, SOME_UNUSABLE, shipped_chapter, write_document
from veinway.commands.progress import progress_bar

NOT_USED = frozenset({"S340", "S341", "S342", "S344", "S346", "S348", "S350", "S352", "S353"})
"""Problems that mean that something given could not be used (others are as they should be)."""


def run(
    source: str, at: str, out: str, profile: str | None, chapter: str, *, strict: bool, as_json: bool
) -> int:
    """Write decisions.parquet, report.json and report.txt; status 2 if something could not be used."""
    from veinway.commands.cohort_run import decide_cohort, write_report
    from veinway.show.report_page import report_page
    from veinway.show.terminal import print_page

    knowledge = shipped_chapter(chapter)
    site = load_profile(profile, knowledge)
    horizon = datetime.fromisoformat(check_instant(at))
    with progress_bar("deciding", None) as progress:
        report = decide_cohort(
            Path(source), horizon, Path(out), knowledge, site, strict=strict, progress=progress
        )
    write_report(report, Path(out))
    if as_json:
        write_document(report)
    else:
        print_page(report_page(report, in_full=str(Path(out) / "report.txt")))
    return SOME_UNUSABLE if left_out(report) else FINE


def left_out(report: dict[str, Any]) -> bool:
    """Whether some line, resource or value of the source could not be used."""
    return any(problem["code"] in NOT_USED for problem in report["problems"])
