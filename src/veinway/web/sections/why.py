"""Why: one rule at a time as a tree, down to the resource, the date and the value as it was recorded."""

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

DEEPEST_OPEN = 2
"""Branches down to here are unfolded at first."""
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
    below: list[Node] = field(default_factory=list)


def content(case: Case) -> dict[str, Any]:
    """The tree of the chosen rule (the most urgent step, if none was), and the presumptions made."""
    roots = [each.found for each in leading(case.assessment)]
    others = [root for root in case.assessment.roots() if all(root is not each for each in roots)]
    listed = {str(getattr(root.of, "key", "")): root for root in (*roots, *others)}
    key = case.query.get("of", "")
    chosen = listed.get(key) or next(iter(listed.values()))
    return {
        "rules": [(name, str(getattr(root.of, "label", ""))) for name, root in listed.items()],
        "chosen": str(getattr(chosen.of, "key", "")),
        "tree": _tree(chosen),
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


def _tree(root: Finding) -> Node:
    node = _grown(root, set(), 0)
    if isinstance(root, StepFinding):
        seen: set[int] = set()
        for action in root.plan:
            state = action.state.replace("_", " ")
            cite = cite_words(action.action.cite)
            branch = Node("▸", "known", state, action.action.text, cite, action.reason)
            if action.because is not None:
                branch.below.append(_grown(action.because, seen, DEEPEST_OPEN))
            node.below.append(branch)
    return node


def _grown(found: Finding, seen: set[int], depth: int) -> Node:
    node = _node(found, whole=id(found) in seen and bool(found.because))
    if id(found) in seen and found.because:
        node.again = True
        return node
    seen.add(id(found))
    node.opened = depth < DEEPEST_OPEN
    rows = {id(row.when): row for row in found.of.rows} if isinstance(found, TableFinding) else {}  # type: ignore[union-attr]
    for part in found.because:
        below = _grown(part, seen, depth + 1)
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
