"""The plan of a step on the page of one patient: what is open now, what was done, what may come."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from veinway.engine.finding import ActionFinding, StepFinding
from veinway.language import Strength
from veinway.show.citations import cite_words
from veinway.show.text_parts import clock
from veinway.show.values import day_words

STATES = ("overdue", "due", "requested", "impossible", "refused", "withdrawn")
"""What is open now, the most pressing first."""
MOST_ACTIONS = 3
"""So many actions that depend on open answers are named; `--json` has all of them."""
_LOOKS = {"overdue": ("✗", "bold red"), "due": ("▶", "bold cyan"), "done": ("✓", "green")}


def urgency(action: ActionFinding) -> tuple[int, int, int]:
    """Sorts actions: overdue before due; with a deadline, then without, then what begins later."""
    later = 2 if action.due_from is not None else 1 if action.due_by is None else 0
    return STATES.index(action.state), later, action.due_by or 0


def open_now(step: StepFinding) -> list[ActionFinding]:
    """What is to be done and not done yet, the most pressing first."""
    return sorted((a for a in step.plan if a.state in STATES and not _forbids(a)), key=urgency)


def _forbids(found: ActionFinding) -> bool:
    """It says what not to do: nothing of it is ever done or due."""
    return found.action.strength is Strength.DO_NOT


def _never(step: StepFinding) -> list[ActionFinding]:
    return [action for action in step.plan if _forbids(action) and action.state in STATES]


def plan(step: StepFinding, time_zone: str) -> list[RenderableType]:
    """What is open now; then what was done, and what depends on answers."""
    now = open_now(step)
    done = [action for action in step.plan if action.state.startswith("done")]
    maybe = [a for a in step.plan if a.state in ("cannot_say", "not_yet") and not _forbids(a)]
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=26)
    grid.add_column()
    for action in (*now, *_never(step), *done):
        grid.add_row(*_action(action, time_zone))
    lines: list[RenderableType] = [grid] if grid.row_count else []
    if not now and step.plan:
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


def _action(found: ActionFinding, time_zone: str) -> tuple[Text, Text]:
    """By when, and beside it what, on whose authority."""
    sign, style = _LOOKS.get(found.state.removesuffix("_late").removesuffix("_early"), ("⋯", "cyan"))
    text = Text.assemble((found.action.text, style if sign == "✓" else "bold"))
    if found.reason:
        text.append(f" ({found.reason})", style="yellow")
    text.append(f"  {cite_words(found.action.cite)}", style="dim")
    return Text(f"{sign} {when_words(found, time_zone)}", style=style), text


def when_words(found: ActionFinding, time_zone: str) -> str:
    """The state with its window: "due by 2026-03-04 13:30", "done 2026-03-04 10:00"."""
    words = found.state.replace("_", " ")
    if found.state.startswith("done"):
        return (
            words
            if found.done_at is None
            else f"{words} {moment_words(found.done_at, found.unit, time_zone)}"
        )
    if found.due_from is not None:
        words += f" from {moment_words(found.due_from, found.unit, time_zone)}"
    if found.due_by is not None:
        since = "since" if found.state == "overdue" else "by"
        words += f" {since} {moment_words(found.due_by, found.unit, time_zone)}"
    return words


def moment_words(number: int, unit: str, time_zone: str) -> str:
    """A day, or a minute in the site's own time."""
    return day_words(number) if unit == "day" else clock(number, time_zone)
