"""One patient on a terminal: first what to do now, by when and on whose authority; then why.

Everything comes out of an `Assessment`. Yes, no and unknown have a sign and a word each (● yes, ○ no,
? unknown, ~ before what is only presumed), so that the page reads the same without colour.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from veinway.engine.assessment import Assessment, TableReading
from veinway.engine.finding import ActionFinding, StepFinding, TableFinding
from veinway.language import Direction, Outcome, Row
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.text_parts import indented, section
from veinway.show.text_why import evidence_lines, explanation_tree
from veinway.show.text_scores import questions, scores
from veinway.show.values import day_words

_STATES = ("overdue", "due", "requested", "done", "refused", "impossible", "withdrawn")
_SIGNS = {
    Direction.ESCALATES: ("!", "bold red"),
    Direction.COMMITS: ("→", "bold"),
    Direction.NEUTRAL: ("·", "bold"),
}
INTENDED_USE = (
    "Decision support for clinicians: it does not replace clinical judgement, and its rules are not "
    "signed by a clinician yet."
)


def patient_page(
    assessment: Assessment, edition: str, *, time_zone: str = "UTC", profile: str = "", why: bool = False
) -> RenderableType:
    """The whole page of one patient (or of one limb)."""
    parts: list[RenderableType] = [_title(assessment, time_zone)]
    parts += _urgent(assessment)
    for step in assessment.steps:
        parts += _step(step, time_zone)
    parts += _places(assessment)
    parts += scores(assessment)
    parts += questions(assessment)
    parts += _presumed(assessment)
    parts += evidence_lines(assessment)
    if why:
        parts += explanation_tree(assessment)
    parts.append(_footer(assessment, edition, profile))
    return Group(*parts)


def _title(assessment: Assessment, time_zone: str) -> RenderableType:
    situation = assessment.situation
    name = f"Patient {assessment.id}" if assessment.id else "Patient"
    side = f", {assessment.side} leg" if assessment.side else ""
    line = Text(f"{name}{side}", style="bold reverse")
    line.append_text(
        Text(
            f"  as known at {clock(situation.at_minute, time_zone)}, "
            f"first suspicion {day_words(situation.index)}",
            style="dim",
        )
    )
    return line


def clock(minute: int, time_zone: str) -> str:
    """A minute number as the site's own date and time."""
    return datetime.fromtimestamp(minute * 60, ZoneInfo(time_zone)).strftime("%Y-%m-%d %H:%M")


# What must not wait -----------------------------------------------------------------------------


def _urgent(assessment: Assessment) -> list[RenderableType]:
    """Escalating outcomes: decided ones first, then those that cannot be excluded, never as decided."""
    certain: list[RenderableType] = []
    possible: list[RenderableType] = []
    for reading in assessment.tables:
        for row in reading.found.rows:
            if row.then.direction is Direction.ESCALATES:
                if reading.found.decided:
                    certain.append(_row_line("!", "bold white on red", row))
                else:
                    possible.append(_not_excluded(reading, row))
    parts: list[RenderableType] = []
    if certain:
        parts += [section("At once"), *certain]
    if possible:
        parts += [section("Not excluded: check"), *possible]
    return parts


def _not_excluded(reading: TableReading, row: Row) -> RenderableType:
    checks = [part for part in reading.found.because if part.of is row.when]
    facts = {getattr(found.of, "key", "") for check in checks for found in check.walk()}
    asked = [part.question for part in reading.open if part.fact_key in facts]
    shown = Text.assemble(("? ", "bold yellow"), (" ".join(asked) or "Not known.", "bold"))
    shown.append(f"  If yes: {row.then.text}", style="")
    shown.append(f"  {cite_words(row.cite)}", style="dim")
    return shown


def _row_line(sign: str, style: str, row: Row) -> RenderableType:
    return Text.assemble((f"{sign} ", style), (row.then.text, "bold"), (f"  {cite_words(row.cite)}", "dim"))


# Steps ------------------------------------------------------------------------------------------


def _step(step: StepFinding, time_zone: str) -> list[RenderableType]:
    label = str(getattr(step.of, "label", ""))
    if step.applies is Truth.NO:
        return [section(label), Text("○ Not for this patient.", style="blue")]
    parts: list[RenderableType] = []
    now = [a for a in step.plan if a.indicated is Truth.YES and a.state not in ("not indicated", "done")]
    parts += [section(f"What to do now: {label}")]
    if step.applies is Truth.UNKNOWN:
        parts.append(Text("? Whether this pathway applies is not certain yet.", style="bold yellow"))
    ordered = sorted(now, key=_urgency)
    parts += [_action(action, time_zone) for action in ordered]
    maybe = [action for action in step.plan if action.indicated is Truth.UNKNOWN]
    if not now:
        parts.append(Text("Nothing is certainly due yet." if maybe else "Nothing is due."))
    parts += _done(step, time_zone)
    parts += _maybe(maybe)
    if step.conclusion is not None:
        parts += _conclusion(step, step.conclusion)
    return parts


def _urgency(action: ActionFinding) -> tuple[int, int]:
    first = action.state.split()[0].rstrip(",")
    return (_STATES.index(first) if first in _STATES else len(_STATES), action.due_by or 2**62)


def _action(action: ActionFinding, time_zone: str) -> RenderableType:
    late = action.state.startswith("overdue")
    when = action.state
    if action.due_by is not None:
        when += f" by {clock(action.due_by, time_zone)}" if not late else f" since {clock(action.due_by, time_zone)}"
    line = Text.assemble(("✗ " if late else "▶ ", "bold red" if late else "bold"), (action.action.text, "bold"))
    line.append(f"  {when}", style="bold red" if late else "cyan")
    if action.reason:
        line.append(f" ({action.reason})")
    line.append(f"  {cite_words(action.action.cite)}", style="dim")
    return line


def _done(step: StepFinding, time_zone: str) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for action in step.plan:
        if action.state.startswith("done"):
            when = f" {clock(action.done_at, time_zone)}" if action.done_at is not None else ""
            lines.append(Text(f"✓ {action.action.text}  {action.state}{when}", style="green"))
    return lines


def _maybe(actions: list[ActionFinding]) -> list[RenderableType]:
    if not actions:
        return []
    texts = "; ".join(action.action.text.rstrip(".") for action in actions)
    return [Text.assemble(("? Depends on what is still open: ", "bold yellow"), texts + ".")]


def _conclusion(step: StepFinding, found: TableFinding) -> list[RenderableType]:
    if found.decided and step.applies is Truth.YES:
        rest = ", by presumption alone" if step.decided_by_presumption else ""
        lines: list[RenderableType] = [Text(f"● Decided{rest}:", style="bold green")]
    elif found.needs_clinician:
        lines = [Text("? Unconfirmed: needs a clinician.", style="bold yellow")]
    else:
        lines = [Text(f"? Not decided; {len(found.outcomes)} outcomes are possible:", style="bold yellow")]
    lines += [indented(_outcome(outcome, found)) for outcome in found.outcomes]
    lines += [_row_line("⋯ meanwhile:", "bold", row) for row in found.meanwhile]
    if step.decided_by_presumption or (step.strict and set(step.strict) != _keys(found)):
        strict = ", ".join(key.replace("_", " ") for key in sorted(step.strict))
        lines.append(indented(Text(f"Without presumptions still possible: {strict}.", style="magenta")))
    return lines


def _keys(found: TableFinding) -> set[str]:
    return {outcome.key for outcome in found.outcomes}


def _outcome(outcome: Outcome, found: TableFinding) -> Text:
    sign, style = _SIGNS[outcome.direction]
    cites = [cite_words(row.cite) for row in found.rows if row.then is outcome]
    return Text.assemble((f"{sign} ", style), outcome.text, (f"  {'; '.join(cites)}", "dim"))


# Tables of their own ----------------------------------------------------------------------------


def _places(assessment: Assessment) -> list[RenderableType]:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=26)
    grid.add_column()
    for reading in assessment.tables:
        found = reading.found
        if len(found.outcomes) == len(getattr(found.of, "outcomes", ())):
            continue
        grid.add_row(Text(str(getattr(found.of, "label", "")), style="bold"), _table_words(reading))
    return [section("Where this is"), grid] if grid.row_count else []


def _table_words(reading: TableReading) -> Text:
    found = reading.found
    if found.decided:
        alone = ", by presumption alone" if len(reading.strict.outcomes) > 1 else ""
        return Text.assemble(("● ", "bold green"), found.outcomes[0].text, (alone, "magenta"))
    if found.needs_clinician:
        return Text.assemble(("? unconfirmed, needs a clinician: ", "bold yellow"), found.outcomes[0].text)
    names = [outcome.key.replace("_", " ") for outcome in found.outcomes]
    return Text.assemble(("? ", "bold yellow"), " or ".join(names))


# What it rests on -------------------------------------------------------------------------------


def _presumed(assessment: Assessment) -> list[RenderableType]:
    found = assessment.presumptions()
    if not found:
        return []
    lines: list[RenderableType] = [section("Presumed, because nothing is recorded")]
    for part in found:
        line = Text.assemble(("~ ", "bold magenta"), f"{part.about}: ", (part.value, "bold"))
        line.append(f", because {part.because}")
        line.append(f"  {cite_words(part.source)}", style="dim")
        lines.append(line)
    return lines


def _footer(assessment: Assessment, edition: str, profile: str) -> RenderableType:
    used = f" Site profile: {profile}." if profile else ""
    text = f"{INTENDED_USE} Knowledge edition {edition}.{used}"
    sources = "Sources: " + "; ".join(str(cite) for cite in assessment.sources()) + "."
    return Padding(Group(Text(sources, style="dim"), Text(text, style="dim italic")), (1, 0, 0, 0))
