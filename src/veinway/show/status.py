"""The state of the knowledge in counts: rules, statements, how well they are confirmed, what is signed,
and how much of the reference they cover.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from veinway.language import Tag
from veinway.language.knowledge import Knowledge
from veinway.show.json_rules import rule_kind
from veinway.show.reference_rows import ReferenceRow, shipped_rows
from veinway.show.rule_pages import grid
from veinway.show.signatures import Signature, ledger, shipped_signatures
from veinway.show.statements import statements

Answer = dict[str, Any]


def status_answer(
    knowledge: Knowledge,
    signatures: Sequence[Signature] | None = None,
    rows: Sequence[ReferenceRow] | None = None,
) -> Answer:
    """The state of the knowledge as counts."""
    made = list(statements(knowledge))
    signed = ledger(made, shipped_signatures() if signatures is None else signatures)
    needed = [statement for statement in made if statement.cite.tag.needs_sign_off]
    kinds = Counter(rule_kind(rule) for rule in knowledge.rules.values())
    tags = Counter(statement.cite.tag for statement in made)
    return {
        "rules": {"total": len(knowledge.rules), **dict(sorted(kinds.items()))},
        "questions": len(knowledge.questions),
        "guidelines": list(knowledge.guidelines),
        "facts": len(knowledge.facts) + len(knowledge.events),
        "statements": {"total": len(made), **{tag.value: tags[tag] for tag in Tag}},
        "sign_off": {
            "needed": len(needed),
            "signed": sum(statement.hash in signed.holding for statement in needed),
            "signatures": len(signed.holding) + len(signed.stale),
            "stale": [{"hash": s.hash, "where": s.where, "signed": s.words} for s in signed.stale],
        },
        "reference": _reference(shipped_rows() if rows is None else rows),
    }


def _reference(rows: Sequence[ReferenceRow]) -> Answer:
    names = dict.fromkeys(row.section for row in rows)
    sections = [_section(name, [row for row in rows if row.section == name]) for name in names]
    return {
        "rows": len(rows),
        "implemented": sum(section["implemented"] for section in sections),
        "not_computable": sum(section["not_computable"] for section in sections),
        "sections": sections,
    }


def _section(name: str, rows: Sequence[ReferenceRow]) -> Answer:
    there = sum(bool(row.where) for row in rows)
    return {
        "section": name,
        "rows": len(rows),
        "implemented": there,
        "not_computable": len(rows) - there,
    }


def status_page(answer: Answer) -> RenderableType:
    """The counts for reading."""
    counts = grid("what", "how many", "of which")
    rules, said, sign, rows = (answer[key] for key in ("rules", "statements", "sign_off", "reference"))
    counts.add_row("rules", str(rules["total"]), _parts(rules))
    counts.add_row(
        "questions", str(answer["questions"]), f"guidelines: {', '.join(answer['guidelines'])}"
    )
    counts.add_row("statements", str(said["total"]), _parts(said))
    unsigned = sign["needed"] - sign["signed"]
    stale = f"; {len(sign['stale'])} signatures are stale" if sign["stale"] else ""
    counts.add_row("to sign", str(sign["needed"]), f"{sign['signed']} signed, {unsigned} not{stale}")
    covered = f"{rows['implemented']} implemented, {rows['not_computable']} not computable"
    counts.add_row("rows of the reference", str(rows["rows"]), f"{covered}: docs/reference.md")
    counts.columns[0].ratio, counts.columns[1].width, counts.columns[2].ratio = 2, 9, 5
    counts.columns[1].justify = "right"
    lines = [
        Text(f"! {old['where']} ({old['hash']}) was signed by {old['signed']}, and has changed since.")
        for old in sign["stale"]
    ]
    return Group(counts, *lines)


def _parts(counts: Answer) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.items() if name != "total")
