"""Every citation of a rule, and what they say together about how far the rule may be relied on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from veinway.language import Cite, Drug, Row, Score, Step, Table, Tag
from veinway.language.expressions import Presume, PresumeOption
from veinway.language.knowledge import Knowledge, Rule, facts_of, walk
from veinway.language.scores import OnlyOne, Points

STATUS = {
    True: "needs sign-off",
    False: "confirmed or secondary",
}
"""Whether a clinician must sign some part before the rule may be relied on."""


def cite_json(cite: Cite) -> dict[str, str]:
    """A citation as data: the edition, the place in it, and how well it was confirmed."""
    found = {
        "source": cite.source.key,
        "title": cite.source.title,
        "edition": cite.source.edition,
        "place": cite.place,
        "tag": cite.tag.value,
    }
    return {**found, "via": cite.via} if cite.via else found


def cite_words(cite: Cite) -> str:
    """A citation for reading, short: source, place, and its tag where it has one."""
    tag = "" if cite.tag is Tag.CONFIRMED else f" [{cite.tag.value}]"
    return f"{cite.source.short or cite.source.key}, {cite.place}{tag}"


def citations(rule: Rule) -> Iterator[tuple[str, Cite]]:
    """Each citation of a rule with the part it stands for; presumptions that it rests on included."""
    yield "source", rule.source
    match rule:
        case Score():
            yield from _score_citations(rule)
        case Table():
            yield from _table_citations(rule)
        case Step():
            for action in rule.plan:
                yield f"action {action.key}", action.cite
        case Drug():
            for phase in rule.phases:
                yield f"phase {phase.key}", phase.source
    for part in walk(rule):
        if isinstance(part, Presume | PresumeOption):
            yield f"presumption that {part.because}", part.source
    for fact in facts_of(rule):
        if fact.silence is not None:
            yield f"silence of {fact.key}", fact.silence.source


def _score_citations(score: Score) -> Iterator[tuple[str, Cite]]:
    for item in score.items:
        points = item.rows if isinstance(item, OnlyOne) else [item] if isinstance(item, Points) else []
        for entry in points:
            if entry.cite is not None:
                yield f"item {entry.label}", entry.cite
    if score.override is not None and score.override.cite is not None:
        yield "override", score.override.cite


def _table_citations(table: Table) -> Iterator[tuple[str, Cite]]:
    rows: tuple[Row, ...] = (*table.rows, *table.meanwhile)
    for row in rows:
        yield f"row {row.id or row.then.key}", row.cite


def tag_counts(rule: Rule) -> dict[str, int]:
    """How many citations of a rule carry each tag, in the order of the tags."""
    counts = Counter(cite.tag for _, cite in citations(rule))
    return {tag.value: counts[tag] for tag in Tag if counts[tag]}


def status(rule: Rule) -> str:
    """`needs sign-off` where any part is unconfirmed or a local choice."""
    return STATUS[any(cite.tag.needs_sign_off for _, cite in citations(rule))]


def open_signatures(knowledge: Knowledge) -> list[dict[str, Any]]:
    """Every unconfirmed statement and local choice, for the clinician who is to sign them."""
    listed: dict[tuple[str, Cite], dict[str, Any]] = {}
    for key, rule in sorted(knowledge.rules.items()):
        for place, cite in citations(rule):
            if cite.tag.needs_sign_off:
                entry = listed.setdefault((place, cite), {"part": place, "rules": [], **cite_json(cite)})
                if key not in entry["rules"]:
                    entry["rules"].append(key)
    return list(listed.values())
