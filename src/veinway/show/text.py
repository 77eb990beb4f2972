"""One patient on a terminal: first what to do now, by when and on whose authority; then why.

Everything comes out of an `Assessment`. Yes, no and unknown have a sign and a word each (● yes, ○ no,
? unknown, ~ before what is only presumed), so that the page reads the same without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from veinway.engine.assessment import Assessment, TableReading
from veinway.engine.compare import Comparison
from veinway.engine.finding import Finding, TableFinding
from veinway.engine.planning import Option
from veinway.language import Table
from veinway.language.values import Truth
from veinway.records.problems import Problem
from veinway.show.citations import citations, cite_words
from veinway.show.json_answers import presumed_about
from veinway.show.text_parts import clock, indented, notice, section
from veinway.show.text_scores import questions, scores
from veinway.show.text_steps import not_for_this_patient, ordered, row_line, steps
from veinway.show.text_why import evidence_lines, explanation_tree, near_lines
from veinway.show.thrombolytics import thrombolytic_lines
from veinway.show.urgent import NotExcluded, at_once, escalating, not_excluded
from veinway.show.values import day_words

if TYPE_CHECKING:
    from veinway.show.candidacy import Candidacy

MOST_ASKED = 2
"""So many questions are named beside what cannot be excluded."""


def patient_page(
    name: str,
    assessment: Assessment,
    edition: str,
    *,
    time_zone: str = "UTC",
    profile: str = "",
    problems: Sequence[Problem] = (),
    why: bool = False,
    brief: bool = False,
    comparisons: Sequence[Comparison] = (),
    candidates: Sequence[Candidacy] = (),
    medicines: Sequence[Option] = (),
) -> RenderableType:
    """The whole page of one patient (or of one limb); `brief` leaves out what it rests on.

    comparisons: how guidelines compare, to be told where they differ for this patient.
    candidates: for which procedures this may be a candidate, criterion by criterion.
    medicines: the drugs of the chapter for this patient; of them the thrombolytics are shown.
    """
    parts: list[RenderableType] = [_title(name, assessment, time_zone)]
    parts += [Text(f"⚠ {p.where}: {p.what} [{p.code}]", style="yellow") for p in problems]
    parts += _urgent(assessment)
    parts += steps(assessment, time_zone, comparisons)
    parts += thrombolytic_lines(medicines)
    if candidates:
        # Only the chapter of procedures needs it, and it brings the treatment's rules with it.
        from veinway.show.candidacy_page import candidacy_lines

        parts += candidacy_lines(candidates)
    parts += questions(assessment, ordered(assessment))
    parts += _places(assessment)
    parts += scores(assessment, others=not brief)
    parts += not_for_this_patient(assessment)
    parts += _presumed(assessment)
    parts += near_lines(assessment)
    parts += [] if brief else evidence_lines(assessment)
    if why:
        parts += explanation_tree(assessment)
    parts += [] if brief else [_sources(assessment)]
    parts.append(notice(edition, profile))
    return Group(*parts)


def _title(name: str, assessment: Assessment, time_zone: str) -> RenderableType:
    situation = assessment.situation
    known = f"as known at {clock(situation.at_minute, time_zone)}"
    since = f"first suspicion {day_words(situation.index)}"
    if not assessment.presumptions:
        since += ", strict: nothing is presumed"
    return Text.assemble((f" {name} ", "bold reverse"), (f"  {known}, {since}", "dim"))


# What must not wait -----------------------------------------------------------------------------


def _urgent(assessment: Assessment) -> list[RenderableType]:
    """Escalating outcomes: decided ones first, then those that cannot be excluded, never as decided."""
    certain = [row_line("!", "bold white on red", row) for row in at_once(assessment)]
    possible = [_not_excluded(each) for each in not_excluded(assessment)]
    parts: list[RenderableType] = []
    if certain:
        parts += [section("At once"), *certain]
    if possible:
        parts += [section("Not excluded: check"), *possible]
    return parts


def _not_excluded(found: NotExcluded) -> RenderableType:
    asked, row = [part.of.ask for part in found.asked], found.row
    more = f" ({len(asked) - MOST_ASKED} more questions)" if len(asked) > MOST_ASKED else ""
    words = " ".join(asked[:MOST_ASKED]) or "Not known."
    shown = Text.assemble(("? ", "bold yellow"), (words, "bold"), (more, "dim"))
    then = Text.assemble("If yes: ", row.then.text, (f"  {cite_words(row.cite)}", "dim"))
    return Group(shown, indented(then))


# Tables of their own ----------------------------------------------------------------------------


def _places(assessment: Assessment) -> list[RenderableType]:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=26)
    grid.add_column()
    for reading in assessment.tables:
        table = reading.found.of
        assert isinstance(table, Table)
        if reading.found.decided or (escalating(reading) and _narrowed(reading, table)):
            grid.add_row(Text(table.label, style="bold"), _table_words(reading))
    return [section("Where this is"), grid] if grid.row_count else []


def _narrowed(reading: TableReading, table: Table) -> bool:
    return len(reading.found.outcomes) < len(table.outcomes)


def _table_words(reading: TableReading) -> Text:
    found = reading.found
    if found.decided:
        alone = ", by presumption alone" if len(reading.strict.outcomes) > 1 else ""
        said = _said(found)
        return Text.assemble(
            ("● ", "bold green"), said.rstrip(".") if alone else said, (alone, "magenta")
        )
    if found.needs_clinician:
        return Text.assemble(
            ("? unconfirmed, needs a clinician: ", "bold yellow"), found.outcomes[0].text
        )
    names = [outcome.key.replace("_", " ") for outcome in found.outcomes]
    return Text.assemble(("? ", "bold yellow"), " or ".join(names))


def _said(found: TableFinding) -> str:
    """What a decided table says; one that collects names its rows, and may come to nothing."""
    table = found.of
    assert isinstance(table, Table)
    if table.hit != "collect":
        return found.outcomes[0].text
    rows = ", ".join(row.id for row in found.certain if row.id)
    said = " ".join(outcome.text for outcome in found.outcomes) or "None of it."
    return f"{said} ({rows})" if rows else said


# What it rests on -------------------------------------------------------------------------------


def _presumed(assessment: Assessment) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for found in _presumed_here(assessment):
        part = found.presumed
        assert part is not None
        line = Text.assemble(("~ ", "bold magenta"), f"{presumed_about(found)}: ", (part.value, "bold"))
        line.append(f", because {part.because}")
        lines.append(line.append(f"  {cite_words(part.source)}", style="dim"))
    for covered in assessment.covered:
        line = Text.assemble(("~ ", "bold magenta"), f"{covered.about}: ", (covered.value, "bold"))
        line.append(f", because {covered.because}")
        lines.append(line.append("  site profile, coverage [local choice]", style="dim"))
    return [section("Presumed, because nothing is recorded"), *lines] if lines else []


def _shown(assessment: Assessment) -> list[Finding]:
    """The findings that the page tells of: what certainly is, or certainly is not, for this patient."""
    rules = (*assessment.steps, *assessment.scores)
    known = [each.found for each in rules if each.found.applies is not Truth.UNKNOWN]
    tables = [each.found for each in assessment.tables if each.found.decided or escalating(each)]
    return [*known, *tables, *assessment.measures]


def _presumed_here(assessment: Assessment) -> list[Finding]:
    """The presumptions below what the page tells of; `--json` has those of every rule."""
    roots = _shown(assessment)
    certain = [step.found for step in assessment.steps if step.found.applies is not Truth.UNKNOWN]
    roots += [a.because for step in certain for a in step.plan if a.because is not None]
    told = {id(part) for root in roots for part in root.walk()}
    return [found for found in assessment.presumed() if id(found) in told]


def _sources(assessment: Assessment) -> RenderableType:
    """The editions that the short citations above stand for."""
    roots = [found for found in _shown(assessment) if getattr(found, "applies", None) is not Truth.NO]
    cites = [cite for root in roots for _, cite in citations(root.of)]  # type: ignore[arg-type]
    editions = {cite.source.short or cite.source.key: cite.source for cite in cites}
    listed = "; ".join(f"{key}: {made.title}, {made.edition}" for key, made in sorted(editions.items()))
    return Padding(Text(f"Sources  {listed}.", style="dim"), (1, 0, 0, 0))
