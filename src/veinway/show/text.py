"""One patient on a terminal: first what to do now, by when and on whose authority; then why.

Everything comes out of an `Assessment`. Yes, no and unknown have a sign and a word each (● yes, ○ no,
? unknown, ~ before what is only presumed), so that the page reads the same without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from veinway.engine.assessment import Assessment, StepReading, TableReading
from veinway.engine.finding import ActionFinding, StepFinding, TableFinding
from veinway.language import Direction, Outcome, Row, Step, Table
from veinway.language.values import Truth
from veinway.records.problems import Problem
from veinway.show.citations import citations, cite_words
from veinway.show.json_answers import NOTICE, presumed_about
from veinway.show.text_parts import indented, section
from veinway.show.text_scores import questions, scores
from veinway.show.text_why import evidence_lines, explanation_tree, near_lines
from veinway.show.values import day_words

_STATES = ("overdue", "due", "requested", "impossible", "refused", "withdrawn")
MOST_ACTIONS = 3
"""So many actions that depend on open answers are named; `--json` has all of them."""
_SIGNS = {
    Direction.ESCALATES: ("!", "bold red"),
    Direction.COMMITS: ("→", "bold"),
    Direction.NEUTRAL: ("·", "bold"),
}


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
) -> RenderableType:
    """The whole page of one patient (or of one limb); `brief` leaves out what it rests on."""
    parts: list[RenderableType] = [_title(name, assessment, time_zone)]
    parts += [Text(f"⚠ {p.where}: {p.what} [{p.code}]", style="yellow") for p in problems]
    parts += _urgent(assessment)
    for step in assessment.steps:
        parts += _step(step, time_zone)
    parts += _places(assessment)
    parts += scores(assessment, others=not brief)
    parts += questions(assessment)
    parts += _presumed(assessment)
    parts += near_lines(assessment)
    parts += [] if brief else evidence_lines(assessment)
    if why:
        parts += explanation_tree(assessment)
    parts += [] if brief else [_sources(assessment)]
    parts.append(_notice(edition, profile))
    return Group(*parts)


def _title(name: str, assessment: Assessment, time_zone: str) -> RenderableType:
    situation = assessment.situation
    known = f"as known at {clock(situation.at_minute, time_zone)}"
    since = f"first suspicion {day_words(situation.index)}"
    if not assessment.presumptions:
        since += ", strict: nothing is presumed"
    return Text.assemble((f" {name} ", "bold reverse"), (f"  {known}, {since}", "dim"))


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
    asked = [part.of.ask for part in reading.open.matters if part.key in facts]
    shown = Text.assemble(("? ", "bold yellow"), (" ".join(asked) or "Not known.", "bold"))
    then = Text.assemble("If yes: ", row.then.text, (f"  {cite_words(row.cite)}", "dim"))
    return Group(shown, indented(then))


def _row_line(sign: str, style: str, row: Row) -> RenderableType:
    return Text.assemble(
        (f"{sign} ", style), (row.then.text, "bold"), (f"  {cite_words(row.cite)}", "dim")
    )


# Steps ------------------------------------------------------------------------------------------


def _step(reading: StepReading, time_zone: str) -> list[RenderableType]:
    found = reading.found
    assert isinstance(found.of, Step)
    assert found.conclusion is not None
    if found.applies is Truth.NO:
        return [section(found.of.label), Text("○ Not for this patient.", style="blue")]
    parts: list[RenderableType] = [section(f"What to do now: {found.of.label}")]
    if found.applies is Truth.UNKNOWN:
        parts.append(
            Text("? Whether this pathway is for this patient is not known.", style="bold yellow")
        )
    parts += _plan(found, time_zone)
    return [*parts, *_conclusion(found, found.conclusion)]


def _plan(step: StepFinding, time_zone: str) -> list[RenderableType]:
    """What is open now, the most pressing first; then what was done, and what depends on answers."""
    now = sorted((action for action in step.plan if action.state in _STATES), key=_urgency)
    done = [action for action in step.plan if action.state.startswith("done")]
    maybe = [action for action in step.plan if action.state == "cannot_say"]
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=26)
    grid.add_column()
    for action in (*now, *done):
        grid.add_row(*_action(action, time_zone))
    lines: list[RenderableType] = [grid] if now or done else []
    if not now:
        lines.append(Text("Nothing is certainly due yet." if maybe else "Nothing is due.", style="bold"))
    return lines + ([_depends(maybe)] if maybe else [])


def _depends(actions: list[ActionFinding]) -> RenderableType:
    """The actions that may come, by how soon they are listed in the plan."""
    texts = [action.action.text.rstrip(".") for action in actions[:MOST_ACTIONS]]
    more = len(actions) - len(texts)
    rest = f"; and {more} more" if more > 0 else ""
    return Text.assemble(
        ("? depends on what is open: ", "bold yellow"), ("; ".join(texts) + rest, "dim")
    )


def _urgency(action: ActionFinding) -> tuple[int, int]:
    return _STATES.index(action.state), action.due_by if action.due_by is not None else 2**62


_LOOKS = {"overdue": ("✗", "bold red"), "due": ("▶", "bold cyan"), "done": ("✓", "green")}


def _action(found: ActionFinding, time_zone: str) -> tuple[Text, Text]:
    """By when, and beside it what, on whose authority."""
    sign, style = _LOOKS.get(found.state.removesuffix("_late").removesuffix("_early"), ("⋯", "cyan"))
    text = Text.assemble((found.action.text, style if sign == "✓" else "bold"))
    if found.reason:
        text.append(f" ({found.reason})", style="yellow")
    text.append(f"  {cite_words(found.action.cite)}", style="dim")
    return Text(f"{sign} {_when(found, time_zone)}", style=style), text


def _when(found: ActionFinding, time_zone: str) -> str:
    """The state with its window: "due by 2026-03-04 13:30", "done 2026-03-04 10:00"."""
    words = found.state.replace("_", " ")
    if found.state.startswith("done"):
        return (
            words
            if found.done_at is None
            else f"{words} {_moment(found.done_at, found.unit, time_zone)}"
        )
    if found.due_from is not None:
        words += f" from {_moment(found.due_from, found.unit, time_zone)}"
    if found.due_by is not None:
        since = "since" if found.state == "overdue" else "by"
        words += f" {since} {_moment(found.due_by, found.unit, time_zone)}"
    return words


def _moment(number: int, unit: str, time_zone: str) -> str:
    return day_words(number) if unit == "day" else clock(number, time_zone)


def _conclusion(step: StepFinding, found: TableFinding) -> list[RenderableType]:
    if found.decided and step.applies is Truth.YES:
        alone = ", by presumption alone" if step.decided_by_presumption else ""
        lines: list[RenderableType] = [Text(f"● decided{alone}:", style="bold green")]
    elif found.needs_clinician:
        lines = [Text("? unconfirmed, needs a clinician:", style="bold yellow")]
    else:
        lines = [
            Text(f"? not decided, {len(found.outcomes)} outcomes are possible:", style="bold yellow")
        ]
    lines += [indented(_outcome(outcome, found)) for outcome in found.outcomes]
    lines += [_row_line("⋯ meanwhile:", "bold", row) for row in found.meanwhile]
    if set(step.strict) != {outcome.key for outcome in found.outcomes}:
        strict = ", ".join(key.replace("_", " ") for key in sorted(step.strict))
        lines.append(indented(Text(f"without presumptions: {strict}", style="magenta")))
    return lines


def _outcome(outcome: Outcome, found: TableFinding) -> Text:
    sign, style = _SIGNS[outcome.direction]
    cites = dict.fromkeys(cite_words(row.cite) for row in found.rows if row.then is outcome)
    return Text.assemble((f"{sign} ", style), outcome.text, (f"  {'; '.join(cites)}", "dim"))


# Tables of their own ----------------------------------------------------------------------------


def _places(assessment: Assessment) -> list[RenderableType]:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=26)
    grid.add_column()
    for reading in assessment.tables:
        table = reading.found.of
        assert isinstance(table, Table)
        if len(reading.found.outcomes) < len(table.outcomes):
            grid.add_row(Text(table.label, style="bold"), _table_words(reading))
    return [section("Where this is"), grid] if grid.row_count else []


def _table_words(reading: TableReading) -> Text:
    found = reading.found
    if found.decided:
        alone = ", by presumption alone" if len(reading.strict.outcomes) > 1 else ""
        return Text.assemble(("● ", "bold green"), found.outcomes[0].text, (alone, "magenta"))
    if found.needs_clinician:
        return Text.assemble(
            ("? unconfirmed, needs a clinician: ", "bold yellow"), found.outcomes[0].text
        )
    names = [outcome.key.replace("_", " ") for outcome in found.outcomes]
    return Text.assemble(("? ", "bold yellow"), " or ".join(names))


# What it rests on -------------------------------------------------------------------------------


def _presumed(assessment: Assessment) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for found in assessment.presumed():
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


def _sources(assessment: Assessment) -> RenderableType:
    """The editions that the short citations above stand for."""
    cites = [cite for root in assessment.roots() for _, cite in citations(root.of)]  # type: ignore[arg-type]
    editions = {cite.source.short or cite.source.key: cite.source for cite in cites}
    listed = "; ".join(f"{key}: {made.title}, {made.edition}" for key, made in sorted(editions.items()))
    return Padding(Text(f"Sources  {listed}.", style="dim"), (1, 0, 0, 0))


def _notice(edition: str, profile: str) -> RenderableType:
    used = f" Site profile: {profile}." if profile else ""
    return Padding(
        Text(f"{NOTICE} Knowledge edition {edition}.{used}", style="italic dim"), (1, 0, 0, 0)
    )
