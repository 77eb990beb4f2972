"""What if: one or more answers that are supposed and not kept, and what they would change.

The suppositions stand in the address (`if=KEY:SIDE:JSON`, one for each), so that nothing is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.engine.assessment import Assessment
from veinway.engine.finding import ScoreFinding, StepFinding, TableFinding
from veinway.language import Event, Fact, Step
from veinway.language.errors import VeinwayError
from veinway.language.values import Truth
from veinway.show.compare_words import short_outcome
from veinway.show.text_actions import when_words
from veinway.show.values import TRUTH_WORDS, interval_words
from veinway.web.sections.asking import Asked, asked, leading, said_words
from veinway.web.sections.case import LIMBS, Case
from veinway.web.service.deciding import decide
from veinway.web.service.saying import asked_about, of_a_limb, said_in, supposing

MOST = 10
"""So many suppositions at once."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """One answer that is supposed: how the address says it, and in words."""

    written: str
    label: str
    said: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would be otherwise."""

    what: str
    now: str
    then: str


def content(case: Case) -> dict[str, Any]:
    """The suppositions so far, the question that is being supposed about, and what would change."""
    written = [text for key, text in case.query.items() if key.startswith("if") and text]
    key, error = case.query.get("about", ""), ""
    question: Asked | None = None
    try:
        if key and case.query.get("answered"):
            written.append(_written(case, key))
            key = ""
        question = asked(asked_about(key), case) if key else None
        given = case.given
        for text in written[:MOST]:
            given = supposing(given, *_read(text))
        changes = _changes(case, given) if written else []
    except VeinwayError as problem:
        error, written, changes = problem.message(), written[:-1] if not key else written, []
    return {
        "supposed": [_words(text) for text in written[:MOST]],
        "question": question,
        "error": error,
        "changes": changes,
        "facts": _listed(case),
    }


def _written(case: Case, key: str) -> str:
    part = asked_about(key)
    said = said_in(part, case.query)
    side = case.limb.side if of_a_limb(part) else ""
    return f"{key}:{side}:{orjson.dumps(said).decode()}"


def _read(text: str) -> tuple[str, str, Any]:
    key, side, said = (*text.split(":", 2), "", "")[:3]
    asked_about(key)
    try:
        return key, side, orjson.loads(said)
    except orjson.JSONDecodeError:
        return key, side, None


def _words(text: str) -> Supposed:
    key, side, said = _read(text)
    part = asked_about(key)
    label = f"{part.label} ({LIMBS[side]})" if LIMBS.get(side) else part.label
    return Supposed(text, label, said_words(part, said))


def _listed(case: Case) -> list[tuple[str, list[tuple[str, str]]]]:
    """What can be supposed: what is open first, then everything else."""
    open_ = {part.key: part.of for step in case.assessment.steps for part in step.open.matters}
    parts: dict[str, Fact | Event] = {**DIAGNOSIS.facts, **DIAGNOSIS.events}
    rest = sorted((part for key, part in parts.items() if key not in open_), key=lambda p: p.label)
    return [
        ("Open, and could change something", [(p.key, p.label) for p in open_.values()]),
        ("Everything else", [(p.key, p.label) for p in rest]),
    ]


# What would change --------------------------------------------------------------------------------


def _changes(case: Case, given: Mapping[str, Any]) -> list[Change]:
    supposed = decide(dict(given), compared=False)
    limb = next((each for each in supposed.limbs if each.side == case.limb.side), supposed.speaks)
    now, then = _facets(case.assessment, case.zone), _facets(limb.assessment, case.zone)
    return [
        Change(what, now.get(what, "–"), then.get(what, "–"))
        for what in dict.fromkeys([*now, *then])
        if now.get(what) != then.get(what)
    ]


def _facets(here: Assessment, zone: str) -> dict[str, str]:
    """Everything that a change is looked for in, by name, in words; what is for the patient first."""
    made: dict[str, str] = {}
    for step in (*leading(here), *here.steps):
        made |= _step(step.found, zone)
    for score in here.scores:
        made[str(getattr(score.found.of, "label", ""))] = _score(score.found)
    for table in here.tables:
        made[str(getattr(table.found.of, "label", ""))] = _outcomes(table.found)
    return made


def _step(found: StepFinding, zone: str) -> dict[str, str]:
    assert isinstance(found.of, Step)
    label = found.of.label
    if found.applies is not Truth.YES or found.conclusion is None:
        words = "not for this patient" if found.applies is Truth.NO else "not known whether it applies"
        return {label: words}
    made = {label: _outcomes(found.conclusion)}
    for action in found.plan:
        if action.state not in ("not_indicated", "cannot_say"):
            made[f"{label}: {action.action.text}"] = when_words(action, zone)
    return made


def _outcomes(found: TableFinding) -> str:
    said: Iterable[str] = dict.fromkeys(short_outcome(each) for each in found.outcomes)
    words = " or ".join(said)
    return words if found.decided else f"not decided: {words}"


def _score(found: ScoreFinding) -> str:
    if found.applies is not Truth.YES:
        return f"valid: {'not known' if found.applies is Truth.UNKNOWN else TRUTH_WORDS[found.applies]}"
    labels = {band.key: band.label for band in found.of.bands}  # type: ignore[union-attr]
    bands = " or ".join(label for key, label in labels.items() if key in found.bands)
    return f"{interval_words(found.total)}: {bands}"
