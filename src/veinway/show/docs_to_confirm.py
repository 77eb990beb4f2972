"""docs/to-confirm.md: every statement that a clinician has to sign, file by file."""

from __future__ import annotations

from collections import Counter

from veinway.language import Cite, Tag
from veinway.language.knowledge import Knowledge
from veinway.show.markdown import bullets, page, table
from veinway.show.signatures import Ledger, Signature, ledger, shipped_signatures
from veinway.show.statements import Statement, statements

_INTRODUCTION = """\
Each line is one statement that is either not confirmed against its primary text or was chosen by the
authors of Veinway. Its hash covers all that it says, with every fact and formula below it: a signature
names the hash, and a changed statement has another one. How to sign:
[CONTRIBUTING](../CONTRIBUTING.md#signing-off). The statements stand as their files do in
`src/veinway/care/`; [rules](rules.md) shows each in its rule."""

_MEANINGS = {
    Tag.UNCONFIRMED: "such a row may flag or withhold. It never treats, doses, discharges or stops: "
    "what it would enable is shown as needing a clinician.",
    Tag.LOCAL: "the references do not settle these; somebody has to. They decide as they are written.",
}
_ELSEWHERE = "elsewhere"


def to_confirm_page(knowledge: Knowledge, signatures: tuple[Signature, ...] | None = None) -> str:
    """Every statement that must be signed before it may be relied on, and who signed it."""
    made = list(statements(knowledge))
    signed = ledger(made, shipped_signatures() if signatures is None else signatures)
    open_ = [statement for statement in made if statement.cite.tag.needs_sign_off]
    areas: dict[str, list[Statement]] = {}
    for statement in open_:
        areas.setdefault(statement.area or _ELSEWHERE, []).append(statement)
    return page(
        "To confirm",
        _INTRODUCTION,
        bullets(f"*{tag.value.capitalize()}*: {meaning}" for tag, meaning in _MEANINGS.items()),
        _overview(areas, signed),
        *(_area(area, areas[area], signed) for area in sorted(areas)),
        _stale(signed),
    )


def _overview(areas: dict[str, list[Statement]], signed: Ledger) -> str:
    rows = []
    for area in sorted(areas):
        tags = Counter(statement.cite.tag for statement in areas[area])
        count = sum(statement.hash in signed.holding for statement in areas[area])
        anchor = "".join(c for c in area.lower() if c.isalnum() or c in "_- ").replace(" ", "-")
        rows.append((f"[{area}](#{anchor})", tags[Tag.UNCONFIRMED], tags[Tag.LOCAL], count))
    return table(["file", Tag.UNCONFIRMED.value, Tag.LOCAL.value, "signed"], rows)


def _area(area: str, listed: list[Statement], signed: Ledger) -> str:
    rows = [
        (f"`{s.hash}`", s.where, s.says, _place(s.cite), s.cite.tag.value, _by(signed, s))
        for s in listed
    ]
    headings = ["hash", "where", "what it says", "cited as", "tag", "signed by"]
    return f"## {area}\n\n{table(headings, rows)}"


def _by(signed: Ledger, statement: Statement) -> str:
    found = signed.holding.get(statement.hash)
    return "nobody yet" if found is None else found.words


def _stale(signed: Ledger) -> str:
    rows = [(f"`{each.hash}`", each.where, each.words) for each in signed.stale]
    if not rows:
        return ""
    said = "These were signed, and the statement has changed since: it is unsigned again."
    return f"## Stale signatures\n\n{said}\n\n{table(['hash', 'where', 'signed by'], rows)}"


def _place(cite: Cite) -> str:
    via = f", through {cite.via}" if cite.via else ""
    return f"{cite.source.key}, {cite.place}{via}"
