"""docs/leaflets.md: where each statement of the five leaflets lives, then all that patients read."""

from __future__ import annotations

from collections.abc import Iterator

from veinway.language import Cite, Passage, Section, Term, editions
from veinway.language.knowledge import Knowledge
from veinway.show.citations import cite_json
from veinway.show.docs_reference import place_link
from veinway.show.leaflet_rows import LEAFLETS, LeafletRow, shipped_leaflet_rows
from veinway.show.markdown import cited, page, table
from veinway.show.words import phrase

_INTRODUCTION = """\
Veinway began with five leaflets for patients. Here is each of their statements, in our words, with the
passage or the rule that says or does the same, or why it is not followed. Below stands every passage
that a patient can read, with its source and for whom it is said. `veinway leaflet` prints them, for
everybody or for one patient; no clinician has signed them yet ([to confirm](to-confirm.md))."""


def leaflets_page(knowledge: Knowledge) -> str:
    """Counts, the statements leaflet by leaflet, then the passages section by section, and the terms."""
    rows = shipped_leaflet_rows()
    return page(
        "The leaflets, statement by statement",
        _INTRODUCTION,
        _counts(rows),
        *(_leaflet(knowledge, key, [row for row in rows if row.leaflet == key]) for key in LEAFLETS),
        "## What patients read",
        *(block for part in knowledge.leaflet for block in _section(part)),
        "## Words that are explained",
        *(block for term in knowledge.terms for block in _entry(term.key, _term(term), term.source)),
    )


def _counts(rows: tuple[LeafletRow, ...]) -> str:
    of = {key: [row for row in rows if row.leaflet == key] for key in LEAFLETS}
    lines = [(key, len(each), *_split(each)) for key, each in of.items()]
    return table(["leaflet", "statements", "said here", "with a remark", "said nowhere"], lines)


def _split(rows: list[LeafletRow]) -> tuple[int, int, int]:
    placed = [row for row in rows if row.where]
    remarked = sum(bool(row.because) for row in placed)
    return len(placed) - remarked, remarked, len(rows) - len(placed)


def _leaflet(knowledge: Knowledge, key: str, rows: list[LeafletRow]) -> str:
    title = next(source.title for source in editions() if source.key == key)
    listed = [
        (row.row, row.says, ", ".join(place_link(knowledge, place) for place in row.where), row.because)
        for row in rows
    ]
    headings = ["row", "what it says", "where it is", "remark"]
    return f"## {key}: {title}\n\n{table(headings, listed)}"


def _section(part: Section) -> Iterator[str]:
    yield f"**{part.heading}**"
    for each in part.passages:
        yield from _entry(each.key, f"{each.text}{_whom(each)}", each.source)


def _entry(key: str, text: str, source: Cite) -> Iterator[str]:
    yield f"### {key}"
    yield f"{text}\n\nSource: {cited(cite_json(source))}."


def _term(term: Term) -> str:
    return f"{term.word.replace('|', ', ')}: {term.means}."


def _whom(each: Passage) -> str:
    """For whom a passage is said, where it is not for everybody."""
    said = []
    if each.when is not None:
        said.append(f"if it is certain that {phrase(each.when)}")
    if each.unless is not None:
        said.append(f"unless it is certain that {phrase(each.unless)}")
    if each.decided is not None:
        question, outcome = each.decided
        said.append(f"if the guideline in use decides “{question.label}”: {outcome.text.rstrip('.')}")
    if each.places:
        said.append("if every place in curly brackets can be filled")
    return f"\n\nSaid {'; '.join(said)}." if said else ""
