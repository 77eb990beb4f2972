"""docs/sources.md and presumptions.md: on whose authority, and where silence is given a meaning."""

from __future__ import annotations

from collections import Counter

from veinway.language import Source, Tag
from veinway.language.expressions import Presume, PresumeOption
from veinway.language.knowledge import Knowledge, walk
from veinway.show.citations import cite_json
from veinway.show.markdown import bullets, cited, page, table
from veinway.show.statements import Statement, presumption_words, statements
from veinway.show.words import phrase


def sources_page(knowledge: Knowledge) -> str:
    """Every edition that a statement cites, by key, with how well its statements are confirmed."""
    made = list(statements(knowledge))
    editions = {statement.cite.source.key: statement.cite.source for statement in made}
    return page(
        "Sources",
        "The editions that rules cite, and how many statements rest on each. *Secondary source*: read "
        "through somebody who quotes it. After *review by*, a newer edition should be looked for.",
        *(_source(editions[key], made) for key in sorted(editions)),
    )


def _source(source: Source, made: list[Statement]) -> str:
    counts = Counter(statement.cite.tag for statement in made if statement.cite.source is source)
    tags = ", ".join(f"{counts[tag]} {tag.value}" for tag in Tag if counts[tag])
    lines = [f"{source.title}, {source.edition}", f"Statements: {tags}"]
    if source.locator:
        lines.append(source.locator)
    if source.review_by:
        lines.append(f"Review by {source.review_by}")
    return f"## {source.key}\n\n{bullets(lines)}"


def presumptions_page(knowledge: Knowledge) -> str:
    """Every place where something that is not known is taken to be a value."""
    parts = [
        _presumption(knowledge, part) for part in sorted(knowledge.presumptions(), key=presumption_words)
    ]
    silent = [fact for _, fact in sorted(knowledge.facts.items()) if fact.silence is not None]
    rows = [
        (f.key, f.silence.value, f.silence.because, cited(cite_json(f.silence.source)))
        for f in silent
        if f.silence is not None
    ]
    return page(
        "Presumptions",
        "The only places where an unknown becomes a value. Each is shown in every explanation that "
        "rests on it, and what is known is never overruled. An assessment also says what is possible "
        "without any of them.",
        *parts,
        "## What silence means",
        table(["fact", "taken as", "because", "source"], rows)
        or "No fact gives a meaning to not being recorded.",
    )


def _presumption(knowledge: Knowledge, part: Presume | PresumeOption) -> str:
    rules = (key for key, rule in sorted(knowledge.rules.items()) if part in set(walk(rule)))
    about = phrase(part.of)
    lines = [presumption_words(part), cited(cite_json(part.source))]
    lines.append("Used by " + ", ".join(f"[{key}](rules.md#{key})" for key in rules))
    return f"## {about[:1].upper()}{about[1:]}\n\n{bullets(lines)}"
