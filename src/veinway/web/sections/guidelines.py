"""Guidelines side by side, question by question: what differs first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from veinway.engine.compare import Comparison, Verdict
from veinway.engine.finding import ActionFinding
from veinway.engine.positions import Claim, Position, Stance
from veinway.show.citations import cite_words
from veinway.show.compare_words import (
    cites_of,
    difference_lines,
    guideline_words,
    said_words,
    strength_words,
    time_words,
    verdict_line,
)
from veinway.show.reasons import why_not
from veinway.web.sections.case import Case

_SIGNS = {Verdict.UNDECIDED: "?", Verdict.SAME: "=", Verdict.SILENT: "–", Verdict.ONE_ANSWER: "·"}


@dataclass(frozen=True, slots=True)
class Says:
    """One line of one guideline."""

    guideline: str
    stance: str
    sign: str
    says: str
    when: str = ""
    strength: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One question for this patient."""

    key: str
    label: str
    sign: str
    differs: bool
    lines: tuple[str, ...]
    says: tuple[Says, ...]
    not_for: tuple[tuple[str, str], ...]


def content(case: Case) -> dict[str, Any]:
    """What differs, what is the same, and to what nobody has a certain answer yet."""
    found = sorted(case.limb.comparisons, key=lambda each: not each.verdict.differs)
    spoken = [each for each in found if _anybody_speaks(each)]
    later = [each for each in found if each not in spoken]
    return {
        "compared": [_compared(each) for each in spoken],
        "later": [
            (each.question.label, ", ".join(guideline_words(p.guideline) for p in each.undecided))
            for each in later
        ],
    }


def _anybody_speaks(found: Comparison) -> bool:
    return any(each.stance is Stance.SPEAKS for each in found.positions)


def _compared(found: Comparison) -> Compared:
    not_for = [each for each in found.positions if each.stance is Stance.NOT_APPLICABLE]
    return Compared(
        found.question.key,
        found.question.label,
        "≠" if found.verdict.differs else _SIGNS.get(found.verdict, "·"),
        found.verdict.differs,
        tuple(difference_lines(found) or [verdict_line(found)]),
        tuple(says for each in found.positions for says in _says(each)),
        tuple((guideline_words(p.guideline), why_not(p.found)) for p in not_for if p.found is not None),
    )


def _says(position: Position) -> list[Says]:
    name = guideline_words(position.guideline)
    match position.stance:
        case Stance.NOT_APPLICABLE:
            return []
        case Stance.MAY_APPLY:
            return [Says(name, "unknown", "?", "Whether it is for this patient is not known.")]
        case Stance.SILENT:
            return [Says(name, "silent", "–", "Says nothing about this.", where=_silent(position))]
    if not position.claims:
        return [Says(name, "unknown", "?", "Depends on what is open.")]
    return [_claim(name, claim) for claim in position.claims]


def _claim(name: str, claim: Claim) -> Says:
    actions = [part for part in claim.said if isinstance(part, ActionFinding)]
    shown = dict.fromkeys(said_words(part) for part in actions or claim.said)
    sign, stance = ("▶", "open") if claim.open else ("✓", "done")
    when, strength = time_words(claim.timing), strength_words(claim.strengths)
    return Says(name, stance, sign, " ".join(shown), when, strength, cites_of(claim))


def _silent(position: Position) -> str:
    if position.unspoken is not None:
        return cite_words(position.unspoken.cite)
    if position.found is None or position.found.conclusion is None:
        return ""
    return "; ".join(dict.fromkeys(row.cite.place for row in position.found.conclusion.rows))
