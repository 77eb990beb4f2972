"""`veinway prove`: the proofs, with the smallest patient that shows why where one fails."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Literal

from veinway.commands.output import FINE, UNEXPECTED, shipped_knowledge, write_document
from veinway.language.errors import InputError

if TYPE_CHECKING:
    from veinway.engine.proofs.report import ProofReport, ProofResult

SECONDS = {"ci": 240, "nightly": 4 * 3600}
"""How long all proofs together may take; what is left then is not finished, which is not proved."""
SIZES: dict[str, Literal["ci", "nightly"]] = {"ci": "ci", "nightly": "nightly"}


def run(size: str, *, as_json: bool) -> int:
    """Prove everything; status 1 where a law does not hold or was not finished."""
    if size not in SIZES:
        raise InputError(
            "I203", f"{size!r} is not a size.", where="--size", todo=f"Sizes: {', '.join(SIZES)}."
        )
    report = _report(SIZES[size])
    if as_json:
        write_document(prove_answer(report))
    else:
        _show(report)
    return FINE if report.proved else UNEXPECTED


def _report(size: Literal["ci", "nightly"]) -> ProofReport:
    from veinway.engine.prove import prove

    if sys.stderr.isatty():
        print("Proving; this takes a while...", file=sys.stderr)
    processes = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    seconds = SECONDS[size]
    return prove(shipped_knowledge(), size=size, timeout_seconds=seconds, processes=processes)


def prove_answer(report: ProofReport) -> dict[str, Any]:
    """The report as data."""
    return {
        "edition": report.edition,
        "proved": report.proved,
        "counts": report.counts,
        "statuses": report.statuses(),
        "unconfirmed_rows": list(report.unconfirmed_rows),
        "results": [_result(result) for result in report.results],
        "seconds": round(report.seconds, 1),
    }


def _result(result: ProofResult) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "kind": result.kind,
        "subject": result.subject,
        "status": result.status,
        "seconds": round(result.seconds, 3),
    }
    if result.note:
        answer["note"] = result.note
    example = result.counter_example
    if example is not None:
        answer["counter_example"] = {
            "facts": example.facts,
            "events": example.events,
            "confirmed": example.confirmed,
        }
    return answer


def _show(report: ProofReport) -> None:
    from veinway.show.prove_page import prove_page
    from veinway.show.terminal import print_page

    print_page(prove_page(report))
