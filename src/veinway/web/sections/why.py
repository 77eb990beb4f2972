"""Why: one rule at a time as a tree, down to the resource, the date and the value as it was recorded.

A tree may have thousands of branches, so that only what is near the root is sent at first. What lies
deeper has an address of its own (`at`: the numbers of the branches to it) and is loaded once unfolded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from veinway.engine.finding import Finding, ScoreFinding, StepFinding, TableFinding
from veinway.language import Cite, Fact, Row
from veinway.language.expressions import AllOf, AnyOf, AtLeast, Presume, PresumeOption
from veinway.language.values import Evidence, Truth
from veinway.show.citations import cite_words
from veinway.show.json_answers import presumed_about
from veinway.show.values import value_words
from veinway.show.words import outline, phrase
from veinway.web.sections.asking import leading
from veinway.web.sections.case import Case

DEEPEST_OPEN, DEEPEST_SENT = 2, 3
"""Branches down to here are unfolded at first, and sent at first."""
_SIGNS = {"yes": "●", "no": "○", "unknown": "?"}


@dataclass(slots=True)
class Node:
    """One finding of the tree."""

    sign: str
    truth: str
    """yes, no, unknown, or known for anything else."""
    value: str
    words: str
    source: str = ""
    reason: str = ""
    presumed: str = ""
    evidence: tuple[str, ...] = ()
    again: bool = False
    """Shown above already."""
    opened: bool = False
    at: str = ""
    """Where what is below it can be had, if that was not sent."""
    below: list[Node] = field(default_factory=list)


def content(case: Case) -> dict[str, Any]:
    """The tree of the chosen rule (the most urgent step, if none was), and the presumptions made."""
    roots = [each.found for each in leading(case.assessment)]
    others = [root for root in case.assessment.roots() if all(root is not each for each in roots)]
    listed = {str(getattr(root.of, "key", "")): root for root in (*roots, *others)}
    key = case.query.get("of", "")
    chosen = listed.get(key) or next(iter(listed.values()))
    at = case.query.get("at", "")
    branch = _branch(chosen, at)
    return {
        "rules": [(name, str(getattr(root.of, "label", ""))) for name, root in listed.items()],
        "chosen": str(getattr(chosen.of, "key", "")),
        "at": at if branch is not None else "",
        "tree": _tree(chosen) if branch is None else _grown(branch, set(), 0, at),
        "presumed": [_presumption(found) for found in case.assessment.presumed()],
        "covered": case.assessment.covered,
        "near": [
            f"{phrase(found.of)}: {found.near}"  # type: ignore[arg-type]
            for found in case.assessment.findings()
            if found.near
        ],
    }


def _presumption(found: Finding) -> dict[str, str]:
    part = found.presumed
    assert part is not None
    return {
        "about": presumed_about(found),
        "value": part.value,
        "because": part.because,
        "source": cite_words(part.source),
    }


def _branch(root: Finding, at: str) -> Finding | None:
    """The finding at an address below a root, None where there is none; p3 is why action 3 is due."""
    found: Finding | None = root if at else None
    for step in at.split(".") if at else ():
        of_plan = step[:1] == "p" and isinstance(found, StepFinding)
        number = step.removeprefix("p") if of_plan else step
        if found is None or not (number.isascii() and number.isdigit()):
            return None
        listed = [each.because for each in found.plan] if of_plan else found.because  # type: ignore[attr-defined]
        found = listed[int(number)] if int(number) < len(listed) else None
    return found


def whole_tree(root: Finding) -> Node:
    """A finding and what is near it, for a page on which nothing is loaded later.

    Rows of a table that do not hold stand folded together behind the others.
    """
    node = _grown(root, set(), 0, "")
    _ended(node)
    rows = [each for each in node.below if each.truth == "no"]
    if isinstance(root, TableFinding) and len(rows) > 1:
        others = [each for each in node.below if each.truth != "no"]
        folded = Node("○", "no", "do not hold", f"{len(rows)} rows", below=rows)
        node.below = [*others, folded]
    return node


def _ended(node: Node) -> None:
    node.at = ""
    for below in node.below:
        below.opened = False
        _ended(below)


def _tree(root: Finding) -> Node:
    node = _grown(root, set(), 0, "")
    if isinstance(root, StepFinding):
        for number, action in enumerate(root.plan):
            state = action.state.replace("_", " ")
            cite = cite_words(action.action.cite)
            branch = Node("▸", "known", state, action.action.text, cite, action.reason)
            if action.because is not None:
                branch.below.append(_grown(action.because, set(), DEEPEST_SENT, f"p{number}"))
            node.below.append(branch)
    return node


def _grown(found: Finding, seen: set[int], depth: int, at: str) -> Node:
    node = _node(found, whole=id(found) in seen and bool(found.because))
    if id(found) in seen and found.because:
        node.again = True
        return node
    seen.add(id(found))
    node.opened = depth < DEEPEST_OPEN
    if depth >= DEEPEST_SENT and found.because:
        node.at = at
        return node
    rows = {id(row.when): row for row in found.of.rows} if isinstance(found, TableFinding) else {}  # type: ignore[union-attr]
    for number, part in enumerate(found.because):
        below = _grown(part, seen, depth + 1, f"{at}.{number}" if at else str(number))
        row: Row | None = rows.get(id(part.of))
        if row is not None:
            below.words = f"{row.then.text} If: {below.words}"
            below.source = cite_words(row.cite)
        node.below.append(below)
    return node


def _node(found: Finding, *, whole: bool) -> Node:
    truth = found.applies if isinstance(found, StepFinding) else found.value
    if isinstance(truth, Truth):
        value = value_words(found.of, truth)
        sign, kind = _SIGNS[value], value
        value = "not known" if kind == "unknown" else value
    else:
        value = value_words(found.of, found.value)
        unknown = value == "unknown" or not getattr(found, "decided", True)
        sign, kind = ("?", "unknown") if unknown else ("●", "known")
        value = "not known" if value == "unknown" else value
    return Node(
        sign,
        kind,
        f"for this patient: {value}" if isinstance(found, StepFinding) else value,
        _says(found, whole),
        _source(found),
        "; ".join(filter(None, (found.reason, found.near))),
        f"{found.presumed.because} ({cite_words(found.presumed.source)})" if found.presumed else "",
        tuple(map(evidence_words, found.evidence)),
    )


def _says(found: Finding, whole: bool) -> str:
    if isinstance(found, StepFinding | ScoreFinding | TableFinding) or isinstance(found.of, Fact):
        return str(getattr(found.of, "label", ""))
    if isinstance(found.of, AllOf | AnyOf | AtLeast) and not whole:
        return next(outline(found.of))[1]
    return phrase(found.of)  # type: ignore[arg-type]


def _source(found: Finding) -> str:
    cite = getattr(found.of, "source", None)
    shown = isinstance(cite, Cite) and not isinstance(found.of, Presume | PresumeOption)
    return cite_words(cite) if shown else ""  # type: ignore[arg-type]


def evidence_words(part: Evidence) -> str:
    """Where a value came from: resource, date, as recorded, as converted."""
    recorded = f"recorded as {part.recorded}" if part.recorded else ""
    return ", ".join(filter(None, (part.resource, part.when, recorded, part.note)))
