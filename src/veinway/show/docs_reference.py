"""docs/reference.md: the clinical reference row by row, each implemented or not, and why not."""

from __future__ import annotations

from collections import Counter

from veinway.language.knowledge import Knowledge
from veinway.show.markdown import page, table
from veinway.show.reference_rows import ReferenceRow, shipped_rows

_INTRODUCTION = """\
The clinical references behind these rules (1 diagnosis, R2 treatment, R3 procedures, R4
prevention) have these rows. Each is either
implemented, in the rule or the part that is named, or it is not, for a stated reason. A place such as
`suspected_dvt_nice_conclusion:D5` is a rule and its row, action, band or item; [rules](rules.md) shows
it in words. Tests hold that each place exists and that no rule is without a row."""


def reference_page(knowledge: Knowledge) -> str:
    """Counts, what is not computable, then every row by section."""
    rows = shipped_rows()
    sections = list(dict.fromkeys(row.section for row in rows))
    not_there = [row for row in rows if not row.where]
    return page(
        "The reference, row by row",
        _INTRODUCTION,
        _counts(rows, sections),
        "## Not computable",
        table(["row", "about", "because"], [(r.row, r.about, r.because) for r in not_there]),
        *(_section(knowledge, name, [r for r in rows if r.section == name]) for name in sections),
    )


def _counts(rows: tuple[ReferenceRow, ...], sections: list[str]) -> str:
    all_of, there = Counter(r.section for r in rows), Counter(r.section for r in rows if r.where)
    listed = [(name, all_of[name], there[name], all_of[name] - there[name]) for name in sections]
    total = ("all", len(rows), there.total(), len(rows) - there.total())
    return table(["section", "rows", "implemented", "not computable"], [*listed, total])


def _section(knowledge: Knowledge, name: str, rows: list[ReferenceRow]) -> str:
    listed = [
        (row.row, row.about, ", ".join(place_link(knowledge, place) for place in row.where), row.because)
        for row in rows
    ]
    return f"## Section {name}\n\n{table(['row', 'about', 'where', 'note'], listed)}"


def place_link(knowledge: Knowledge, place: str) -> str:
    """A place of a row as a link to where it is shown."""
    rule, _, key = place.partition(":")
    if rule in knowledge.rules:
        return f"[{place}](rules.md#{rule})"
    if rule in ("fact", "event"):
        return f"[{key}](facts.md#{key})"
    if rule in ("passage", "term"):
        return f"[{key}](leaflets.md#{key})"
    return f"`{place}`"
