"""Questions as small forms: what can still change what is done here, the best question first.

The groups follow the pathway: where the patient belongs, then each step that is for this patient, the
guideline of this site before others. A question stands in the first group that asks it. What is presumed
for now, and what somebody was asked and did not know, stands apart: it is not in the way, and can still
be answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.engine.ask import Decides, OpenFact
from veinway.engine.assessment import Assessment, StepReading
from veinway.language import Choice, Cost, DateFact, Event, Fact, Measure, Step, YesNo
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.text_scores import EFFECT, TO_DO
from veinway.show.text_steps import in_full, ordered
from veinway.show.urgent import not_excluded
from veinway.show.values import number_words, unit_words
from veinway.web.sections.case import Case
from veinway.web.service.saying import may_be_never, of_a_limb

FIRST_GROUPS, FIRST_SHOWN = 2, 8
"""So many groups, and questions of each, stand beside what to do; the rest is a section of its own."""
MOST_FORMS = 40
"""So many forms in the section of further questions; the rest are links to their forms."""
FEW_OPTIONS = 3
"""So many options of a choice are buttons; more are a list."""
_UNITS = {"ug/L{FEU}": ("ug/L{FEU}", "ng/mL{FEU}", "mg/L{FEU}")}
"""Other ways in which a unit is often written; the dictionary converts them all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as a form shows it."""

    key: str
    label: str
    ask: str
    kind: str
    """yes_no, choice, measure, date or event."""
    side: str = ""
    cost: str = ""
    effect: str = ""
    presumed: bool = False
    options: tuple[tuple[str, str], ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    range: str = ""
    never: bool = False
    attributes: tuple[Asked, ...] = ()
    stands: str = ""
    """What was said of it before, in words."""
    error: str = ""
    entered: Mapping[str, Any] = field(default_factory=dict)

    @property
    def buttons(self) -> bool:
        """Whether each answer is a button: one press answers."""
        return self.kind == "yes_no" or (self.kind == "choice" and len(self.options) <= FEW_OPTIONS)


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that one rule asks."""

    title: str
    asked: tuple[Asked, ...]
    source: str = ""


def asked(
    part: Fact | Event, case: Case, *, decides: Decides | None = None, presumed: bool = False
) -> Asked:
    """The form of one fact or kind of event."""
    side = case.limb.side if of_a_limb(part) else ""
    refused = case.refused if case.refused is not None and case.refused.fact == part.key else None
    earlier = case.stands.get((side, part.key))
    return Asked(
        **_shape(part),
        side=side,
        cost=TO_DO[part.cost],
        effect="" if decides is None else EFFECT[decides],
        presumed=presumed,
        stands="" if earlier is None else said_words(part, earlier.said),
        error="" if refused is None else refused.error.message(),
        entered={} if refused is None else refused.entered,
    )


def _shape(part: Fact | Event) -> dict[str, Any]:
    shape: dict[str, Any] = {"key": part.key, "label": part.label, "ask": part.ask}
    match part:
        case YesNo():
            return {**shape, "kind": "yes_no"}
        case Choice():
            options = tuple((option.key, option.label) for option in part.options)
            return {**shape, "kind": "choice", "options": options}
        case Measure():
            return {**shape, "kind": "measure", **_measure(part)}
        case DateFact():
            return {**shape, "kind": "date"}
        case Event():
            attributes = tuple(Asked(**_shape(each)) for each in part.attributes)
            return {**shape, "kind": "event", "attributes": attributes}
    raise AssertionError(type(part))


def _measure(fact: Measure) -> dict[str, Any]:
    symbols = dict.fromkeys([*_UNITS.get(fact.symbol, (fact.symbol,)), *(unit for unit, _ in fact.also)])
    units = tuple((symbol, unit_words(symbol)) for symbol in symbols)
    if may_be_never(fact):
        return {"units": units, "never": True}
    low, high = (number_words(Fraction(end)) for end in fact.plausible)
    return {"units": units, "range": f"Usually {low} to {high} {unit_words(fact.symbol)}".strip()}


def said_words(part: Fact | Event, said: Any) -> str:
    """An answer as it was given, in words."""
    if said == "unknown":
        return "asked, not known"
    if isinstance(part, Event):
        listed: list[Any] = said.get("some", [said]) if isinstance(said, dict) else said
        return "; ".join(_event_words(part, each) for each in listed) or "none happened"
    if isinstance(said, bool):
        return "yes" if said else "no"
    if isinstance(part, Choice):
        labels = {option.key: option.label for option in part.options}
        chosen = said if isinstance(said, list) else [said]
        return " or ".join(labels.get(str(key), str(key)) for key in chosen)
    if isinstance(said, dict):
        signs = {"value": "", "below": "<", "above": ">", "from": "≥", "up_to": "≤"}
        number = " ".join(f"{signs[key]}{said[key]}" for key in signs if key in said)
        return f"{number} {unit_words(said.get('unit', ''))}".strip()
    return str(said)


def _event_words(event: Event, happened: dict[str, Any]) -> str:
    """One event: when it was, and what is known of it."""
    parts = [str(happened.get("date", "date not stated")).replace("T", " ")]
    for attribute in event.attributes:
        if attribute.key in happened:
            parts.append(f"{attribute.label.lower()}: {said_words(attribute, happened[attribute.key])}")
    return ", ".join(parts)


# Which questions ----------------------------------------------------------------------------------


def leading(assessment: Assessment) -> list[StepReading]:
    """The steps that are for this patient, the most urgent first, the site's guideline before others."""

    def rank(reading: StepReading) -> tuple[bool, bool, bool]:
        step = reading.found.of
        assert isinstance(step, Step)
        due = any(action.state in ("due", "overdue", "requested") for action in reading.found.plan)
        return not due, not in_full(reading.found), step.guideline != assessment.guideline

    here = [each for each in ordered(assessment) if each.found.applies is Truth.YES]
    return sorted(here, key=rank)


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of a case: by what asks them, what is presumed meanwhile, what nobody knew."""

    groups: tuple[Group, ...]
    presumed: tuple[Asked, ...]
    not_known: tuple[Asked, ...]

    @property
    def first(self) -> tuple[Group, ...]:
        """What is asked beside what to do."""
        return tuple(
            replace(group, asked=group.asked[:FIRST_SHOWN]) for group in self.groups[:FIRST_GROUPS]
        )

    @property
    def later(self) -> tuple[Group, ...]:
        """The other groups, and what is left of the first ones."""
        rest = [replace(group, asked=group.asked[FIRST_SHOWN:]) for group in self.groups[:FIRST_GROUPS]]
        return (*(group for group in rest if group.asked), *self.groups[FIRST_GROUPS:])

    @property
    def others(self) -> tuple[tuple[str, int], ...]:
        """What the section of further questions holds, in words, and how many of each."""
        kinds = {
            "other open questions": sum(len(group.asked) for group in self.later),
            "presumed for now, to check": len(self.presumed),
            "asked, and not known": len(self.not_known),
        }
        return tuple((words, number) for words, number in kinds.items() if number)

    def keys(self, *, all_: bool) -> set[str]:
        """Everything that is asked beside what to do, or anywhere."""
        groups = self.groups if all_ else self.first
        grouped = (each for group in groups for each in group.asked)
        return {each.key for each in (*grouped, *((*self.presumed, *self.not_known) if all_ else ()))}


def content(case: Case) -> dict[str, Any]:
    """The questions that do not stand beside what to do: so many as forms, the rest as links."""
    found, room = questions(case), MOST_FORMS
    kinds = [
        *((group.title, group.source, group.asked) for group in found.later),
        (f"Presumed for now: {len(found.presumed)} to check", "", found.presumed),
        (f"Asked, and not known ({len(found.not_known)})", "", found.not_known),
    ]
    shown = []
    for title, source, asked_here in kinds:
        if asked_here:
            shown.append((title, source, asked_here[: max(room, 0)], asked_here[max(room, 0) :]))
        room -= len(asked_here)
    return {"groups": shown}


Asker = tuple[str, str, Iterable[OpenFact], frozenset[str]]
"""What asks: its title and source, what it asks, and the keys of what is presumed for now."""


def questions(case: Case) -> Questions:
    """Every question that can still change something, each once."""
    told = {each.asked[0].key for each in not_excluded(case.assessment) if each.asked}
    return sorted_out(_askers(case), case, told)


def sorted_out(askers: Iterable[Asker], case: Case, told: set[str]) -> Questions:
    """The questions of all that ask, each where it is asked first; told: what is asked elsewhere."""
    made: list[Group] = []
    presumed: list[Asked] = []
    not_known: list[Asked] = []
    for title, source, parts, taken in askers:
        fresh: list[Asked] = []
        for part in (part for part in parts if part.key not in told):
            told.add(part.key)
            question = asked(part.of, case, decides=part.decides, presumed=part.key in taken)
            unknown = question.stands == "asked, not known" and not question.error
            (not_known if unknown else presumed if question.presumed else fresh).append(question)
        if fresh:
            made.append(Group(title, tuple(fresh), source))
    return Questions(tuple(made), tuple(presumed), tuple(not_known))


def _askers(case: Case) -> Iterator[Asker]:
    """The routing, then the steps; and what else may become a step of this patient's."""
    here = case.assessment
    for table in here.tables:
        if table.found.of is DIAGNOSIS.rules["route"]:
            open_ = [part for part in table.open.matters if part.of.cost <= Cost.ASK]
            yield "Where this belongs", "", open_, table.open.presumed
    for reading in leading(here):
        step = reading.found.of
        assert isinstance(step, Step)
        parts = reading.open.matters
        yield step.label, cite_words(step.source), parts, reading.open.presumed
