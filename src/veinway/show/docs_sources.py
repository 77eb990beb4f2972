"""docs/sources.md, to-confirm.md and presumptions.md: on whose authority, and what is still open."""

from __future__ import annotations

from collections import Counter

from veinway.language import Cite, Source, Tag
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


def to_confirm_page(knowledge: Knowledge) -> str:
    """Every statement that a clinician has to sign before it may be relied on."""
    open_ = [statement for statement in statements(knowledge) if statement.cite.tag.needs_sign_off]
    parts = []
    for tag, meaning in _MEANINGS.items():
        listed = [statement for statement in open_ if statement.cite.tag is tag]
        rows = [(f"`{s.hash}`", s.where, s.says, _place(s.cite)) for s in listed]
        if rows:
            parts += [f"## {tag.value.capitalize()} ({len(rows)})", meaning]
            parts.append(table(["hash", "where", "what it says", "cited as"], rows))
    return page("To confirm", _TO_CONFIRM, *parts)


_TO_CONFIRM = """\
Nothing on this page has been signed off by a clinician. Each line is one statement that is either not
confirmed against its primary text or was chosen by the authors of Veinway. Its hash covers all that it
says, with every fact and formula below it: a signature names the hash, and a changed statement has
another one. How to sign: [CONTRIBUTING](../CONTRIBUTING.md)."""

_MEANINGS = {
    Tag.UNCONFIRMED: "Such a row may flag or withhold. It never treats, doses, discharges or stops: "
    "what it would enable is shown as needing a clinician.",
    Tag.LOCAL: "The references do not settle these; somebody has to. They decide as they are written.",
}


def _place(cite: Cite) -> str:
    via = f", through {cite.via}" if cite.via else ""
    return f"{cite.source.key}, {cite.place}{via}"


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
