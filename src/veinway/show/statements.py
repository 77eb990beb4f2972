"""Statements: each thing that the knowledge says on somebody's authority, one by one.

A clinician signs a statement, not a file. Its hash covers the whole of what it says, down to the facts
and formulas below it and its citation: whoever changes any of that gets another hash, and with it an
unsigned statement.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from veinway.language import Cite, Derived, Drug, Row, Score, SeriesMeasure, Step, Table
from veinway.language.describing import describe
from veinway.language.expressions import Presume, PresumeOption
from veinway.language.knowledge import Knowledge, Rule, walk
from veinway.language.scores import OnlyOne, Points
from veinway.show.areas import area_of
from veinway.show.decision_words import figure_words
from veinway.show.dose_words import lasting, number
from veinway.show.words import options_words, phrase


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: where it stands, what it says in words, on whose authority, and its hash.

    area: the file of `care` that makes it, or "" where it has no file of its own.
    """

    where: str
    says: str
    cite: Cite
    hash: str
    area: str


def statements(knowledge: Knowledge) -> Iterator[Statement]:
    """Every statement of the knowledge, once; parts before the wholes that are made of them."""
    made: set[str] = set()
    for statement in _all(knowledge):
        if statement.hash not in made:
            made.add(statement.hash)
            yield statement


def _all(knowledge: Knowledge) -> Iterator[Statement]:
    for key, fact in sorted(knowledge.facts.items()):
        yield _made(f"fact {key}", fact.ask, fact.source, fact)
        if fact.silence is not None:
            said = f"Not recorded means {fact.silence.value}, because {fact.silence.because}"
            yield _made(f"silence of {key}", said, fact.silence.source, fact.silence, area_of(fact))
    for key, event in sorted(knowledge.events.items()):
        yield _made(f"event {key}", event.ask, event.source, event)
    for key, parameter in sorted(knowledge.parameters.items()):
        said = f"{parameter.label}: {parameter.default} {parameter.symbol} unless the site sets another"
        yield _made(f"parameter {key}", said, parameter.source, parameter)
    owners = _owners(knowledge)
    for part in sorted(knowledge.presumptions(), key=presumption_words):
        area = area_of(part) or owners[id(part)]
        yield _made("presumption", presumption_words(part), part.source, part, area)
    for _, rule in sorted(knowledge.rules.items()):
        yield from _of_rule(rule)
    for episode in knowledge.episodes:
        spans = f"merged within {episode.merged_within}, closed after {episode.closed_after}"
        yield _made(f"episode {episode.key}", f"{episode.label}: {spans}", episode.source, episode)
    yield from _told(knowledge)
    for law in (*knowledge.invariants, *knowledge.monotone, *knowledge.constraints):
        yield _made(f"law {law.key}", law.text, law.source, law, "invariants.py")


def _told(knowledge: Knowledge) -> Iterator[Statement]:
    """What is told to patients, or read together with them."""
    for part in knowledge.leaflet:
        for each in part.passages:
            yield _made(f"passage {each.key}", each.text, each.source, each, area_of(part))
    for term in knowledge.terms:
        said = f"{term.word}: {term.means}"
        yield _made(f"term {term.key}", said, term.source, term, "leaflet/terms.py")
    for sheet in knowledge.sheets:
        for part in sheet.parts_said:
            yield _made(
                f"{sheet.key}, {part.key}", figure_words(part), part.source, part, area_of(sheet)
            )


def _made(where: str, says: str, cite: Cite, content: object, area: str | None = None) -> Statement:
    text = f"{where}\n{describe(content)}\n{describe(cite)}"
    file = area_of(content) if area is None else area
    return Statement(where, says, cite, hashlib.sha256(text.encode()).hexdigest()[:12], file)


def _owners(knowledge: Knowledge) -> dict[int, str]:
    """The file of the first rule that makes each presumption, for those that have no name there."""
    found: dict[int, str] = {}
    for _, rule in sorted(knowledge.rules.items()):
        for part in walk(rule):
            if isinstance(part, Presume | PresumeOption):
                found.setdefault(id(part), area_of(rule))
    return found


def presumption_words(part: Presume | PresumeOption) -> str:
    """What is presumed, when, and why."""
    if isinstance(part, Presume):
        taken = "yes" if part.value else "no"
    else:
        excluded = [key for key in part.option_keys() if key not in part.keep]
        taken = f"not {options_words(part.of, excluded)}"
    when = "" if part.when is None else f", if {phrase(part.when)}"
    return f"Where “{phrase(part.of)}” is unknown{when}: {taken}, because {part.because}"


# Rules ------------------------------------------------------------------------------------------


def _of_rule(rule: Rule) -> Iterator[Statement]:
    match rule:
        case Score():
            yield from _of_score(rule)
        case Table():
            said = f"{rule.label}: these rows, in this order ({rule.hit})"
            yield _made(f"table {rule.key}", said, rule.source, rule)
            for row in (*rule.rows, *rule.meanwhile):
                yield _of_row(rule, row)
        case Step():
            whom, area = f"{rule.label}: for whom", area_of(rule)
            yield _made(f"step {rule.key}", whom, rule.source, rule.for_whom, area)
            for action in rule.plan:
                said = f"If {phrase(action.when)}: {action.text}"
                yield _made(f"{rule.key}, action {action.key}", said, action.cite, action, area)
        case Drug():
            yield _made(f"drug {rule.key}", f"{rule.label}: its phases", rule.source, rule)
            for phase in rule.phases:
                said = f"{rule.label}, {phase.label}: {lasting(phase)}"
                yield _made(f"{rule.key}, phase {phase.key}", said, phase.source, phase, area_of(rule))
            yield from _beside(rule)
        case Derived():
            said = f"{rule.label} = {phrase(rule.formula)}"
            yield _made(f"measure {rule.key}", said, rule.source, rule)
        case SeriesMeasure():
            yield _made(f"measure {rule.key}", rule.label, rule.source, rule)


def _beside(drug: Drug) -> Iterator[Statement]:
    """What is said or decided beside the doses of a drug."""
    area = area_of(drug)
    for phase in drug.first_dose:
        said = f"{drug.label}, {phase.label}: {lasting(phase)}"
        yield _made(f"{drug.key}, {phase.key}", said, phase.source, phase, area)
    for flag in drug.flags:
        said = f"If {phrase(flag.when)}: {flag.text}"
        yield _made(f"{drug.key}, flag {flag.key}", said, flag.source, flag, area)
    for review in drug.reviews:
        said = f"{review.text} After {review.after}."
        yield _made(f"{drug.key}, review {review.key}", said, review.source, review, area)
    if drug.strengths_source is not None:
        made = ", ".join(number(each) for each in drug.strengths)
        said = f"{drug.label}: ready-made are {made}"
        yield _made(f"{drug.key}, ready-made", said, drug.strengths_source, drug.strengths, area)


def _of_score(score: Score) -> Iterator[Statement]:
    yield _made(f"score {score.key}", score.label, score.source, score)
    for item in score.items:
        rows = item.rows if isinstance(item, OnlyOne) else (item,)
        for row in rows:
            if isinstance(row, Points) and row.cite is not None:
                said = f"{row.points} points for {phrase(row.when)}"
                yield _made(f"{score.key}, item {row.label}", said, row.cite, row, area_of(score))
    forced = score.override
    if forced is not None and forced.cite is not None:
        said = f"{forced.band.label} if {phrase(forced.when)}"
        yield _made(f"{score.key}, override", said, forced.cite, forced, area_of(score))


def _of_row(rule: Table, row: Row) -> Statement:
    when = "no other row holds" if row.when is None else phrase(row.when)
    said = f"If {when}: {row.then.text}"
    where = f"{rule.key}, row {row.id or row.then.key}"
    return _made(where, said, row.cite, row, area_of(rule))
