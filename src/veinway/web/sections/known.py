"""What is known and from where, and who said what when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from veinway.engine.finding import Finding
from veinway.language.values import Truth
from veinway.show.values import value_words
from veinway.show.words import phrase
from veinway.web.sections.case import LIMBS, Case
from veinway.web.sections.why import evidence_words
from veinway.web.sections.words import answer_words, label_of
from veinway.web.service.course import is_course
from veinway.web.service.work import is_work

_SIGNS = {Truth.YES: "●", Truth.NO: "○", Truth.UNKNOWN: "?"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is known: the value that rules use, and what it rests on."""

    label: str
    sign: str
    truth: str
    value: str
    reason: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer that stands, and can be taken back."""

    key: str
    side: str
    about: str
    label: str
    said: str
    sign: str
    truth: str
    by: str
    when: str


def content(case: Case) -> dict[str, Any]:
    """The evidence of what is shown, every answer that was ever given, and what could not be used."""
    findings = (found for found in case.assessment.findings() if _worth_showing(found))
    lines = {(id(found.of)): _line(found) for found in findings}
    return {
        "lines": sorted(lines.values(), key=lambda line: line.label.lower()),
        "history": [_said(case, number) for number in reversed(range(len(case.answers)))],
        "resources": len(case.given["resources"]),
        "problems": case.decided.problems,
    }


def standing_answers(case: Case) -> list[Standing]:
    """The answers that stand and can be taken back, the newest first."""
    made = []
    for (side, key), answer in case.stands.items():
        if is_course(key) or is_work(key):
            continue
        said = answer_words(key, answer.said)
        sign, truth = _look(answer.said)
        label = label_of(key)
        when = case.clock(answer.said_at)
        made.append(Standing(key, side, LIMBS[side], label, said, sign, truth, answer.said_by, when))
    return made[::-1]


def _worth_showing(found: Finding) -> bool:
    return bool(found.evidence) or found.reason in ("conflict", "stale")


def _line(found: Finding) -> Line:
    value = value_words(found.of, found.value)
    sign, truth = "●", "known"
    if isinstance(found.value, Truth):
        sign, truth = _SIGNS[found.value], value
    elif value == "unknown":
        sign, truth = "?", "unknown"
    label = str(getattr(found.of, "label", "")) or phrase(found.of)  # type: ignore[arg-type]
    reason = "; ".join(filter(None, (found.reason, found.near)))
    shown = "not known" if value == "unknown" else value
    return Line(label, sign, truth, shown, reason, tuple(map(evidence_words, found.evidence)))


def _look(said: Any) -> tuple[str, str]:
    """The sign and the look of an answer: yes, no, not known, or anything else."""
    if said == "unknown":
        return "?", "unknown"
    if isinstance(said, bool):
        return ("●", "yes") if said else ("○", "no")
    return ("○", "no") if said == [] else ("●", "known")


def _said(case: Case, number: int) -> dict[str, str]:
    answer = case.answers[number]
    return {
        "when": case.clock(answer.said_at),
        "by": answer.said_by,
        "about": LIMBS[answer.side],
        "label": label_of(answer.fact),
        "said": answer_words(answer.fact, answer.said),
        "note": answer.note,
    }
