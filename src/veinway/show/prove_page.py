"""The page of `veinway prove`."""

from __future__ import annotations

from collections import Counter

from rich.console import Group, RenderableType
from rich.text import Text

from veinway.engine.proofs.report import ProofReport, ProofResult
from veinway.show.rule_pages import footer, grid
from veinway.show.text_parts import indented

_SIGNS = {"proved": ("✓", "green"), "failed": ("✗", "bold red"), "not finished": ("…", "bold yellow")}


def prove_page(report: ProofReport) -> RenderableType:
    """How many laws hold, by kind; and each that does not, with a patient who shows it."""
    parts: list[RenderableType] = [_verdict(report), _kinds(report)]
    for result in (*report.failed, *report.not_finished):
        parts += _failure(result)
    if report.unconfirmed_rows:
        listed = ", ".join(report.unconfirmed_rows)
        parts.append(
            Text(f"Shown only as 'needs a clinician', never decided: {listed}.", style="yellow")
        )
    return Group(*parts, footer(report.edition, f"{report.seconds:.1f} s."))


def _verdict(report: ProofReport) -> Text:
    counted = ", ".join(f"{count} {name}" for name, count in report.counts.items())
    sign, style = _SIGNS["proved" if report.proved else "failed"]
    words = (
        "Every law holds, for every patient, incomplete ones included."
        if report.proved
        else ("Not every law was proved.")
    )
    return Text.assemble((f"{sign} {words}", style), f"\n  About {counted}.")


def _kinds(report: ProofReport) -> RenderableType:
    page = grid("what is proved", "proved", "failed", "not finished")
    counts = Counter[tuple[str, str]]((result.kind, result.status) for result in report.results)
    for kind in dict.fromkeys(result.kind for result in report.results):
        page.add_row(kind, *(str(counts[kind, status]) for status in _SIGNS))
    for column in page.columns[1:]:
        column.justify = "right"
    return page


def _failure(result: ProofResult) -> list[RenderableType]:
    sign, style = _SIGNS[result.status]
    lines: list[RenderableType] = [
        Text.assemble(
            (f"{sign} {result.status}: ", style), (f"{result.kind} of {result.subject}", "bold")
        )
    ]
    if result.note:
        lines.append(indented(Text(result.note)))
    if result.counter_example is not None:
        example = result.counter_example
        lines.append(indented(Text(f"Patient: {example.words()} (confirmed: {example.confirmed}).")))
    return lines
