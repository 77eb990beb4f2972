"""Clot removal, stent, filter: under each guideline the decision and each criterion, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from veinway.care.clot_removal.candidacy import CLOT_REMOVAL, NICE_LIMIT_LEFT
from veinway.engine.finding import Finding
from veinway.engine.one import Reasoner
from veinway.engine.open_findings import open_below
from veinway.language import Direction, Event, Expression, Fact
from veinway.language.knowledge import events_of
from veinway.language.values import Interval, Situation, Truth
from veinway.show.candidacy import WORDS, ByGuideline, Candidacy, Criterion, Item, Way
from veinway.show.candidacy_page import PRESENT, criterion_words, decision_words
from veinway.show.citations import cite_words
from veinway.show.compare_words import guideline_words, strength_words
from veinway.show.values import value_words
from veinway.show.words import phrase
from veinway.web.sections.asking import Asked, asked
from veinway.web.sections.case import LIMBS, Case
from veinway.web.service.procedures import candidate_for, leg_of, legs_of, on_day
from veinway.web.service.saying import of_a_limb
from veinway.web.service.villalta import KEYS

FIRST_ASKED, MOST_ASKED = 6, 40
"""So many questions of a procedure are seen at once, and so many are forms at all."""
_KINDS = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: "unknown"}
_SIGNS = {Truth.YES: "●", Truth.NO: "○", Truth.UNKNOWN: "?"}


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is met, not met or unknown: its sign, and the word for it."""

    sign: str
    kind: str
    word: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What one guideline says, and how many criteria of each of its ways are met."""

    guideline: str
    told: Told
    words: str
    strength: str
    ways: tuple[tuple[str, str], ...]
    source: str


@dataclass(slots=True)
class Line:
    """One criterion, what is known of it, and which guidelines ask for it."""

    words: str
    told: Told
    rests: tuple[str, ...]
    asked_by: dict[tuple[str, str], None]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One row of the list behind a criterion."""

    id: str
    words: str
    told: Told
    weight: str
    source: str
    rests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One procedure."""

    key: str
    label: str
    made: bool = False
    """Whether it is sent at once; otherwise it is loaded once somebody unfolds it."""
    all_asked: bool = False
    decisions: tuple[Decision, ...] = ()
    criteria: tuple[Line, ...] = ()
    items: tuple[Spoken, ...] = ()
    first: tuple[Asked, ...] = ()
    more: tuple[Asked, ...] = ()
    left: int = 0
    """So many questions that are not sent yet."""
    villalta: bool = False
    """Whether the Villalta scale would say more."""
    days: str = ""


def content(case: Case) -> dict[str, Any]:
    """Every procedure; those about which something is known come unfolded."""
    legs = legs_of(case.given, (limb.side for limb in case.decided.limbs))
    wanted = case.query.get("leg", "")
    leg = wanted if wanted in legs else leg_of(case.given, case.limb.side)
    situation = on_day(case.given, leg)
    found = candidate_for(case.given, leg)
    return {
        "leg": leg,
        "legs": [(side, LIMBS[side].capitalize()) for side in legs],
        "procedures": [_shown(each, situation, case, leg) for each in found],
    }


def _shown(found: Candidacy, situation: Situation, case: Case, leg: str) -> Shown:
    of, refused = case.query.get("of", ""), case.refused
    if not found.touched and of != found.question.key:
        return Shown(found.question.key, found.question.label)
    open_ = _open(found)
    parts = [part for part in open_ if part.key not in KEYS]
    # Where an answer was refused its form has to be there, with what was entered.
    here = of == found.question.key or any(refused and part.key == refused.fact for part in parts)
    forms = [_asked(part, case, leg) for part in parts[: MOST_ASKED if here else FIRST_ASKED]]
    return Shown(
        found.question.key,
        found.question.label,
        True,
        here,
        tuple(map(_decision, found.answers)),
        tuple(_lines(found)),
        tuple(map(_spoken, found.items)),
        tuple(forms[:FIRST_ASKED]),
        tuple(forms[FIRST_ASKED:]),
        len(parts) - len(forms),
        len(parts) < len(open_),
        _days(situation) if found.question is CLOT_REMOVAL else "",
    )


def _spoken(found: Item) -> Spoken:
    row, told = found.row, _told(found.truth, PRESENT[found.truth])
    source, rests = cite_words(row.cite), tuple(_rests(found.found))
    return Spoken(row.id, found.words, told, row.then.short, source, rests)


def _asked(part: Fact | Event, case: Case, leg: str) -> Asked:
    """The form of a fact, about the leg that is shown."""
    form = asked(part, case)
    return replace(form, side=leg) if of_a_limb(part) else form


def _decision(found: ByGuideline) -> Decision:
    truth, words = decision_words(found)
    conclusion = found.reading.found.conclusion
    assert conclusion is not None
    one = conclusion.outcomes[0] if conclusion.decided else None
    rows = conclusion.rows if one is not None else ()
    places = dict.fromkeys(cite_words(row.cite) for row in rows)
    return Decision(
        guideline_words(found.step.guideline),
        _told(truth, ""),
        words,
        "" if one is None or one.strength is None else strength_words([one.strength]),
        tuple((way.row.then.short, _counts(way)) for way in found.ways),
        "; ".join(places) or cite_words(found.step.source),
    )


def _counts(way: Way) -> str:
    return ", ".join(f"{way.count(truth)} {words}" for truth, words in WORDS.items())


def _told(truth: Truth, word: str) -> Told:
    return Told(_SIGNS[truth], _KINDS[truth], word)


def _lines(found: Candidacy) -> Iterator[Line]:
    """Each criterion once, with everybody who asks for it, and where."""
    lines: dict[str, Line] = {}
    for answer in found.answers:
        name = guideline_words(answer.step.guideline)
        for way in answer.ways:
            now = " at once" if way.row.then.direction is Direction.ESCALATES else ""
            for each in way.criteria:
                line = lines.get(each.words) or _line(each)
                lines[each.words] = line
                line.asked_by |= {(f"{name}{now}", cite_words(each.cite)): None}
    yield from lines.values()


def _line(found: Criterion) -> Line:
    # Of a whole list that is not settled its items are told, below.
    told = _told(found.truth, criterion_words(found))
    rests = () if found.whole and found.truth is Truth.UNKNOWN else tuple(_rests(found.found))
    return Line(found.words, told, rests, {})


def _rests(found: Finding) -> Iterator[str]:
    """What a finding rests on: each known fact below it, with where it is from."""
    known = [each for each in found.walk() if each.evidence and isinstance(each.of, Expression)]
    for each in known:
        evidence = each.evidence[0]
        label = str(getattr(each.of, "label", "")) or phrase(each.of)  # type: ignore[arg-type]
        said = value_words(each.of, each.value)
        origin = "said" if evidence.resource == "answer" else evidence.resource
        by = f" by {evidence.note}" if evidence.resource == "answer" and evidence.note else ""
        whole = said if len(known) == 1 else f"{label}: {said}"
        yield f"{whole} ({origin}{by}{f', {evidence.when[:10]}' if evidence.when else ''})"


def _days(situation: Situation) -> str:
    """How many days of NICE's limit are left, where that is known."""
    left = Reasoner(situation, presumptions=False).find(NICE_LIMIT_LEFT).value
    assert isinstance(left, Interval)
    if not left.known:
        return ""
    days = int(left.low)
    if days < 0:
        return "NICE's limit of less than 14 days of symptoms is passed."
    more = f"{days} day{'' if days == 1 else 's'} left of NICE's limit of less than 14 days."
    return f"{more} Delay costs eligibility."


# What would settle it -----------------------------------------------------------------------------


def _open(found: Candidacy) -> list[Fact | Event]:
    """What is not known below the criteria, then below the list behind them, each once."""
    ways = [way for answer in found.answers for way in answer.ways]
    findings = [each.found for way in ways for each in way.criteria]
    findings += [each.found for each in found.items]
    parts: dict[str, Fact | Event] = {}
    for finding in findings:
        if finding.value is Truth.UNKNOWN:
            for each in sorted(open_below(finding), key=str):
                listed = (each,) if isinstance(each, Fact) else events_of(each)
                parts |= {part.key: part for part in listed if part.key not in parts}
    return list(parts.values())
