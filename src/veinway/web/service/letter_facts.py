"""What a letter can say of a case: each statement with where it comes from, and unknown as "not known".

The texts of the letters (`templates/letters/*.txt`) ask for statements here by the keys of the rules. A
letter tells what is known and never what is presumed; what nobody said is said to be not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.engine.finding import ActionFinding, Finding, ScoreFinding, TableFinding
from veinway.engine.one import Reasoner
from veinway.language import Derived, Score, Step, Strength
from veinway.language.knowledge import Knowledge, facts_of
from veinway.language.time import date_of
from veinway.language.values import Evidence, Happened, History, Interval, Situation, Truth
from veinway.show.citations import cite_words
from veinway.show.json_scores import item_label, not_valid_because
from veinway.show.text_actions import when_words
from veinway.show.text_parts import clock
from veinway.show.text_scores import used_scores
from veinway.show.urgent import at_once
from veinway.show.values import interval_words, value_words
from veinway.web.sections import now
from veinway.web.sections.asking import leading, questions
from veinway.web.sections.case import Case

NOT_KNOWN = "not known"
OPEN = ("overdue", "due", "requested")
_AGE = frozenset({"birth_date", "age_years"})
MOST_OPEN = 8
"""So many open questions are named in a letter."""


def one_line(text: str) -> str:
    """Text as one line: what a record says must not look like a part of the letter."""
    return " ".join(str(text).split())


def known(words: str) -> str:
    """A value in words, the unknown one as a letter says it."""
    return NOT_KNOWN if words == "unknown" else words


class Facts:
    """A case, for the texts of a letter; it notes the source of every rule that it is asked about.

    situation, knowledge: another day, or other facts, than those of the suspicion.
    """

    def __init__(
        self, case: Case, situation: Situation | None = None, knowledge: Knowledge = DIAGNOSIS
    ) -> None:
        self.case, self.knowledge = case, knowledge
        self.situation = case.assessment.situation if situation is None else situation
        self.sources: dict[str, None] = {}
        # Without presumptions: a letter is read by people who do not see on what a statement rests.
        self._known = Reasoner(self.situation, presumptions=False)

    # Facts ------------------------------------------------------------------------------------------

    def line(self, key: str, label: str = "") -> str:
        """A fact, or a measure that is computed, as "Label: value (where it is from)"."""
        facts = self.knowledge.facts
        part: Any = facts[key] if key in facts else self.knowledge.rules[key]
        found = self._known.find(part)
        value = known(value_words(part, found.value)) if self._has_all(part) else NOT_KNOWN
        return f"{label or part.label}: {value}{self._from(found)}"

    def _has_all(self, part: Any) -> bool:
        """Of a measure that is computed, whether something is known of everything that it is made of."""
        if not isinstance(part, Derived):
            return True
        facts = self.situation.facts
        inputs = {each.key: each for each in facts_of(part)}
        missing = {k for k, each in inputs.items() if k not in facts or facts[k].value == each.anything}
        # An age is stated in one of two ways.
        return not missing or (missing < _AGE and inputs.keys() >= _AGE)

    def _from(self, found: Finding) -> str:
        reason = "" if found.reason in ("", "not recorded", "not asked") else found.reason
        told = [*(self._evidence(each) for each in found.evidence[:2]), reason]
        said = one_line("; ".join(filter(None, told)))
        return f" ({said})" if said else ""

    def _evidence(self, part: Evidence) -> str:
        if part.resource == "answer":
            return ", ".join(
                filter(None, (f"said by {part.note}" if part.note else "said", self._when(part)))
            )
        recorded = f"recorded as {part.recorded}" if part.recorded else part.note
        return ", ".join(filter(None, (part.resource, self._when(part), recorded)))

    def _when(self, part: Evidence) -> str:
        """An instant in the site's own time; anything else as it was written."""
        try:
            instant = datetime.fromisoformat(part.when)
        except ValueError:
            return part.when
        if instant.tzinfo is None:
            return part.when.replace("T", " ")
        return self.case.clock(part.when)

    def table(self, key: str) -> str:
        """A table as "Label: what it says"; what is still possible where it is not decided."""
        found = self._known.find(self.knowledge.rules[key])  # type: ignore[arg-type]
        assert isinstance(found, TableFinding)
        rule: Any = found.of
        self._cite(rule.source)
        if len(found.outcomes) == len(rule.option_keys()):
            return f"{rule.label}: {NOT_KNOWN}"
        return f"{rule.label}: {' Or: '.join(each.text for each in found.outcomes)}"

    def events(self, key: str) -> str:
        """Every event of a kind on a line; that none is known is not that none happened."""
        event = self.knowledge.events[key]
        history = self.situation.histories.get(key, History())
        if not history.events:
            said = "none" if history.complete else f"{NOT_KNOWN} whether or when"
            return f"{event.label}: {said}"
        return "\n".join(f"{event.label}: {self._event(key, each)}" for each in history.events)

    def _event(self, key: str, happened: Happened) -> str:
        told = [self._moment(happened)]
        for fact in self.knowledge.events[key].attributes:
            value = happened.attributes.get(fact.key)
            said = NOT_KNOWN if value is None else known(value_words(fact, value))
            told.append(f"{fact.label.lower()}: {said}")
        if happened.evidence is not None:
            source = happened.evidence.resource
            told.append("from an answer" if source == "answer" else f"from {source}")
        return one_line("; ".join(told))

    def _moment(self, happened: Happened) -> str:
        day, minute = happened.day, happened.minute
        if minute.known:
            return clock(int(minute.low), self.case.zone)
        return _days(day)

    # The limb ---------------------------------------------------------------------------------------

    @property
    def side(self) -> str:
        """The side that the letter is about."""
        others = [limb.side for limb in self.case.decided.limbs if limb.side != self.case.limb.side]
        more = f" (the {others[0]} leg is described in the record as well)" if others else ""
        return (self.case.limb.side or NOT_KNOWN) + more

    @property
    def leg(self) -> str:
        """The leg in a sentence."""
        return f"the {self.case.limb.side} leg" if self.case.limb.side else "a leg (side not known)"

    @property
    def first_suspicion(self) -> str:
        """When a clot was first suspected."""
        return clock(self.case.assessment.situation.index_minute, self.case.zone)

    # Scores -----------------------------------------------------------------------------------------

    def scores(self, first: str = "", *, items: bool = False) -> str:
        """The scores that count here, and one that is named, with their lowest and highest totals."""
        readings = [
            each for each in self.case.assessment.scores if getattr(each.found.of, "key", "") == first
        ]
        readings += [each for each in used_scores(self.case.assessment) if each not in readings]
        # Items are told of the score that is named, the others in one line each.
        named = {id(each) for each in readings if getattr(each.found.of, "key", "") == first}
        lines = [
            line
            for each in readings
            for line in self._score(each.strict, items and (not first or id(each) in named))
        ]
        return (
            "\n".join(lines)
            if lines
            else f"Score: {NOT_KNOWN}; none is certainly valid for this patient"
        )

    def _score(self, found: ScoreFinding, items: bool) -> Iterator[str]:
        score = found.of
        assert isinstance(score, Score)
        self._cite(score.source)
        if found.applies is Truth.NO:
            yield f"{score.label}: {not_valid_because(found)}"
            return
        bands = " or ".join(band.label for band in score.bands if band.key in found.bands)
        note = (
            "" if found.applies is Truth.YES else " (whether it is valid for this patient is not known)"
        )
        yield f"{score.label}: {interval_words(found.total)} points, {bands}{note}"
        for item in found.items if items else ():
            low, high = item.points
            said = NOT_KNOWN if low != high else "yes" if low else "no"
            yield f"- {item_label(item)}: {said}"

    # What to do -------------------------------------------------------------------------------------

    def _actions(self) -> Iterator[ActionFinding]:
        for reading in leading(self.case.assessment):
            for found in reading.found.plan:
                if found.action.strength is not Strength.DO_NOT:
                    yield found

    def asked_for(self, acts: Iterable[str], otherwise: str) -> str:
        """What the plan asks for of some acts; `otherwise` where it does not say."""
        wanted = set(acts)
        texts = [f.action.text for f in self._actions() if f.action.act in wanted and f.state in OPEN]
        return " ".join(dict.fromkeys(texts)) or otherwise

    def urgency(self, acts: Iterable[str]) -> str:
        """By when it is wanted, and on whose authority."""
        wanted = set(acts)
        lines = []
        for found in self._actions():
            if found.action.act in wanted and found.state in OPEN:
                self._cite(found.action.cite)
                lines.append(f"{when_words(found, self.case.zone)} ({cite_words(found.action.cite)})")
        return "; ".join(dict.fromkeys(lines)) or f"{NOT_KNOWN}: the rules do not say yet that it is due"

    def whether(self, key: str) -> str:
        """Whether an action of some plan is indicated: yes, no or not known, with its text."""
        for reading in self.case.assessment.steps:
            for action in reading.found.plan:
                if action.action.key == key and reading.found.applies is not Truth.NO:
                    self._cite(action.action.cite)
                    certain = reading.found.applies is Truth.YES and action.indicated.known
                    said = "yes" if action.indicated is Truth.YES else "no"
                    return f"{action.action.text} Fulfilled: {said if certain else NOT_KNOWN}."
        step = next(
            rule
            for rule in DIAGNOSIS.rules.values()
            if isinstance(rule, Step) and any(each.key == key for each in rule.plan)
        )
        text = next(each.text for each in step.plan if each.key == key)
        return f"{text} Fulfilled: no; the step that asks for it is not for this patient."

    def plan(self) -> str:
        """What is due, by when, on whose authority."""
        return self._listed(now.content(self.case)["to_do"]) or "Nothing is certainly due."

    def done(self) -> str:
        """What of the plan was done."""
        return self._listed(now.content(self.case)["done"]) or f"Of what the plan asks for: {NOT_KNOWN}."

    def _listed(self, todos: list[now.ToDo]) -> str:
        for each in todos:
            self.sources[each.source] = None
        return "\n".join(f"- {one_line(each.when)}: {each.text} ({each.source})" for each in todos)

    # What is found ----------------------------------------------------------------------------------

    def findings(self) -> str:
        """What is decided, what must not wait first; then what this site's guideline leaves open."""
        found = now.content(self.case)
        own = {step.label for step in self._own_steps()}
        lines = [f"- {row.then.text} ({self._cite(row.cite)})" for row in at_once(self.case.assessment)]
        lines += [f"- {each.text}{_ground(each)} ({self._source(each)})" for each in found["decided"]]
        for each in found["undecided"]:
            if each.label in own:
                lines.append(f"- Not decided yet: {each.label}: {each.text} ({self._source(each)})")
        return "\n".join(dict.fromkeys(lines)) or "Nothing is decided yet."

    def _own_steps(self) -> Iterator[Step]:
        for reading in leading(self.case.assessment):
            step = reading.found.of
            if isinstance(step, Step) and step.guideline == self.case.assessment.guideline:
                yield step

    def still_open(self) -> str:
        """What is not known and could still change what is done."""
        groups = questions(self.case).groups
        labels = list(dict.fromkeys(each.label for group in groups for each in group.asked))
        more = f"\n- and {len(labels) - MOST_OPEN} more" if len(labels) > MOST_OPEN else ""
        return "\n".join(f"- {label}" for label in labels[:MOST_OPEN]) + more or "Nothing."

    def _source(self, said: now.Said) -> str:
        self.sources[said.source] = None
        return said.source

    def _cite(self, cite: Any) -> str:
        words = cite_words(cite)
        self.sources[words] = None
        return words


def _ground(said: now.Said) -> str:
    """That it is decided only because something was presumed, where it is."""
    return " By presumption alone." if said.label.endswith("(by presumption alone)") else ""


def _days(day: Interval) -> str:
    first, last = (date_of(int(end)).isoformat() for end in day)
    return first if first == last else f"{first} to {last}"
