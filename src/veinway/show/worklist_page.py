"""The work lists of a service on a terminal: how many of each, then the most pressing lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from veinway.engine.duties import Entry
from veinway.language.worklists import WorkList
from veinway.show.text_parts import notice, section
from veinway.show.worklist_rows import row_of

MOST = 12
"""So many lines of each list are shown; --csv, --fhir and --json have all."""
_STATES = ("overdue", "flagged", "due", "requested", "possible")
_STYLES = {"overdue": "bold red", "flagged": "bold red", "due": "bold", "possible": "yellow"}


def worklist_page(
    entries: Sequence[Entry], lists: Sequence[WorkList], at: datetime, edition: str
) -> RenderableType:
    """The whole page."""
    title = Text.assemble(
        (" Work lists ", "bold reverse"), (f"  as known at {at:%Y-%m-%d %H:%M}", "dim")
    )
    parts: list[RenderableType] = [title, _counts(entries, lists)]
    for each in lists:
        mine = [entry for entry in entries if entry.duty.list is each]
        if mine:
            parts += [section(f"{each.label} ({len(mine)})"), *_lines(mine)]
    parts.append(notice(edition, ""))
    return Group(*parts)


def _counts(entries: Sequence[Entry], lists: Sequence[WorkList]) -> RenderableType:
    found = Counter((entry.duty.list.key, entry.duty.state) for entry in entries)
    grid = Grid(box=None, padding=(0, 2, 0, 0))
    grid.add_column("list")
    for state in _STATES:
        grid.add_column(state, justify="right")
    for each in lists:
        numbers = (str(found[each.key, state] or "·") for state in _STATES)
        grid.add_row(each.label, *numbers)
    return grid


def _lines(entries: Sequence[Entry]) -> list[RenderableType]:
    lines: list[RenderableType] = []
    for entry in entries[:MOST]:
        row = row_of(entry)
        state = Text(f"{row['state']:<9} ", style=_STYLES.get(row["state"], ""))
        who = f"{row['person']}{' ' + row['side'] if row['side'] else ''}"
        by = f" By {row['by']}." if row["by"] else ""
        line = Text.assemble(state, (who, "bold"), f"  {row['text'].rstrip('.')}.{by}")
        if row["missing"]:
            line.append(f" Missing: {', '.join(row['missing'][:4])}.", "yellow")
        lines.append(line.append(f"  {row['source']}", "dim"))
    if len(entries) > MOST:
        lines.append(Text(f"and {len(entries) - MOST} more: --csv FILE writes all", "dim"))
    return lines
