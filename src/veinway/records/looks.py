"""Where each fact is kept, as rows of a code table.

A *look* is one way to find one target: a fact, an event, an attribute of an event, or the opening of an
episode. Extraction joins the record with these rows; it never filters the record once for each fact.
Besides the code lists, our own system is always understood: its codes are the keys of facts, events
and attributes, and the names of the code lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..language.errors import DefinitionError
from ..language.events import Event
from ..language.facts import Choice, DateFact, Fact, Find, Measure, YesNo
from ..language.knowledge import Knowledge
from ..language.steps import Episode
from ..language.time import Span
from ..language.values import Interval
from .codes import OWN_SYSTEM, CodeRow

PATIENT = "veinway"
"""The code system of the patient rows (birth date, gender) in the long record table."""

Role = Literal["yes_no", "choice", "measure", "date", "event", "opening"]
ANY_KIND = frozenset({"condition", "observation", "procedure", "medication", "encounter", "scan"})
_KINDS = {
    "condition": frozenset({"condition", "observation"}),
    "scan": frozenset({"scan", "procedure", "observation"}),
}


CodeLists = Mapping[str, Sequence[CodeRow]]
"""The code lists by the name of their concept."""


def code_lists(rows: Iterable[CodeRow]) -> CodeLists:
    """Group the rows of all code lists by their concept."""
    found: dict[str, list[CodeRow]] = {}
    for row in rows:
        found.setdefault(row.concept, []).append(row)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One way to find one target in the long record table.

    target: the key of a fact or an event, `event.attribute`, or "" for the opening of an episode.
    fact: the fact or the attribute that the value is read as; None for an event or an opening.
    own: whether the coded value is the target's own (false: the attribute of an event, read from the
    event's main code). earliest, issued, last_day: see `Find`.
    """

    number: int
    target: str
    role: Role
    fact: Fact | None
    concept: str
    means: str = ""
    within: Span | None = None
    after: Span | None = None
    per_limb: bool = False
    attribute: bool = False
    own: bool = True
    earliest: bool = False
    issued: bool = False
    last_day: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A code that a look wants, of records of these kinds."""

    look: Look
    kinds: frozenset[str]
    descendants: bool = False
    means: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A code of the record that a look wants; `opens`: the same code opens an episode."""

    look: Look
    means: str
    family: str
    opens: bool


class Looks:
    """Every look for a body of rules and an episode, and which codes each of them wants."""

    def __init__(self, knowledge: Knowledge, episode: Episode, lists: CodeLists) -> None:
        self.lists = lists
        self.listed: list[Look] = []
        self._now = episode.index == "at"
        self._wanted: dict[tuple[str, str], list[Wanted]] = {}
        keys = _keys_by_concept(knowledge)
        for fact in knowledge.facts.values():
            self._add_fact(fact, episode)
        for event in knowledge.events.values():
            self._add_event(event, keys)
        for concept in episode.opened_by:
            look = self._look("", "opening", None, Find("observation", concept))
            self._want(look, concept, _opening_kinds(concept, knowledge), keys.get(concept, ()))

    def matches(self, kind: str, system: str, code: str) -> list[Match]:
        """What a code of a record of some kind stands for; the nearest ancestor of a look counts."""
        found: dict[int, Wanted] = {}
        whole = _comparable(system, code)
        for end in range(len(whole), 0, -1):
            for wanted in self._wanted.get((system, whole[:end]), ()):
                if (end == len(whole) or wanted.descendants) and kind in wanted.kinds:
                    found.setdefault(wanted.look.number, wanted)
        opens = any(wanted.look.role == "opening" for wanted in found.values())
        return [
            Match(wanted.look, wanted.means or wanted.look.means, wanted.family, opens)
            for wanted in found.values()
        ]

    def value_means(self, look: Look, system: str, code: str) -> str:
        """The option, or yes or no, that a coded value stands for in the look's own code list."""
        for wanted in self.lists.get(look.concept, ()):
            if (wanted.system, wanted.code) == (system, code):
                return wanted.means
        return ""

    def _add_fact(self, fact: Fact, episode: Episode) -> None:
        if len({find.which for find in fact.find}) > 1:
            raise DefinitionError("D174", "Its records are the first and the last.", where=fact.key)
        for find in fact.find:
            look = self._look(fact.key, _role(fact), fact, find)
            self._want(look, find.codes, _kinds(find), (fact.key,))
        if not fact.find:
            # A fact that names no place in a record is what was said of it during this episode.
            since = episode.closed_after if episode.index == "at" else Span(0, "day")
            said = Find("observation", "", since, episode.closed_after, per_limb=True)
            self._want(self._look(fact.key, _role(fact), fact, said), "", ANY_KIND, (fact.key,))

    def _add_event(self, event: Event, keys: Mapping[str, tuple[str, ...]]) -> None:
        # An event that names no place in a record is what was said of it, whenever it was.
        for find in event.find or (Find("observation", ""),):
            named = (event.key, *keys.get(find.codes, ()))
            look = self._look(event.key, "event", None, find)
            self._want(look, find.codes, _kinds(find), named)
            for fact in event.attributes:
                target = f"{event.key}.{fact.key}"
                implied = self._look(target, _role(fact), fact, find, attribute=True, own=False)
                self._want(implied, find.codes, _kinds(find), named)
        for fact in event.attributes:
            target = f"{event.key}.{fact.key}"
            look = self._look(target, _role(fact), fact, Find("observation", ""), attribute=True)
            self._want(look, "", ANY_KIND, (fact.key,))

    def _look(
        self,
        target: str,
        role: Role,
        fact: Fact | None,
        find: Find,
        *,
        attribute: bool = False,
        own: bool = True,
    ) -> Look:
        for span in (find.within, find.after):
            if span is not None and span.unit == "minute":
                raise DefinitionError("D111", f"A look-back of {span} is not in days.", where=target)
        look = Look(
            len(self.listed),
            target,
            role,
            fact,
            find.codes,
            find.means,
            self._reach(find),
            self._ahead(find),
            find.per_limb,
            attribute,
            own,
            find.which == "first",
            find.issued,
            find.last_day,
        )
        self.listed.append(look)
        return look

    def _reach(self, find: Find) -> Span | None:
        """How far back a look goes. Of a treatment that is looked at today, what an episode of suspicion
        would find after its beginning lies behind."""
        if not self._now or find.within is None or find.after is None:
            return find.within
        return max(find.within, find.after, key=_about_days)

    def _ahead(self, find: Find) -> Span | None:
        """How far ahead a look goes. Of a treatment it reaches today, whose records are part of it: only
        a suspicion has a beginning after which nothing is its past."""
        return Span(0, "day") if self._now and find.after is None else find.after

    def _want(self, look: Look, concept: str, kinds: frozenset[str], own: Iterable[str]) -> None:
        for row in self.lists.get(concept, ()):
            wanted = Wanted(look, kinds, row.descendants, row.means, row.family)
            self._add(row.system, _comparable(row.system, row.code), wanted)
        if kinds == {"patient"}:
            self._add(PATIENT, concept, Wanted(look, kinds))
        said = Wanted(look, ANY_KIND | kinds)
        for key in dict.fromkeys((*own, concept)):
            self._add(OWN_SYSTEM, key, said)
        if kinds == {"request"}:
            # An order for a thing carries the code of the thing.
            self._add(OWN_SYSTEM, concept.removesuffix("-request"), Wanted(look, kinds))

    def _add(self, system: str, code: str, wanted: Wanted) -> None:
        self._wanted.setdefault((system, code), []).append(wanted)


def _about_days(span: Span) -> int:
    return span.count if span.unit == "day" else 31 * span.count


def _keys_by_concept(knowledge: Knowledge) -> dict[str, tuple[str, ...]]:
    """The facts and events that are found by a code list: their keys name it in our own system."""
    found: dict[str, tuple[str, ...]] = {}
    for part in _parts(knowledge):
        for find in part.find:
            found[find.codes] = (*found.get(find.codes, ()), part.key)
    return found


def _kinds(find: Find) -> frozenset[str]:
    """The kinds of record that a look accepts. A list named `...-request` means orders only."""
    if find.codes.endswith("-request"):
        return frozenset({"request"})
    return _KINDS.get(find.kind, frozenset({find.kind}))


def _opening_kinds(concept: str, knowledge: Knowledge) -> frozenset[str]:
    finds = [find for part in _parts(knowledge) for find in part.find if find.codes == concept]
    if concept.endswith("-request") or not finds:
        return frozenset({"request"}) if concept.endswith("-request") else _KINDS["condition"]
    return frozenset().union(*(_kinds(find) for find in finds))


def needed_concepts(knowledge: Knowledge, episode: Episode) -> frozenset[str]:
    """The code lists that the looks of a body of rules and an episode read."""
    found = {find.codes for part in _parts(knowledge) for find in part.find}
    return frozenset(found.union(episode.opened_by))


def _parts(knowledge: Knowledge) -> Iterator[Fact | Event]:
    yield from knowledge.facts.values()
    yield from knowledge.events.values()


def _comparable(system: str, code: str) -> str:
    """ICD codes are written with and without their dot."""
    return code.replace(".", "") if "icd" in system else code


def _role(fact: Fact) -> Role:
    if isinstance(fact, YesNo):
        return "yes_no"
    if isinstance(fact, Choice):
        return "choice"
    if isinstance(fact, Measure):
        return "measure"
    if isinstance(fact, DateFact):
        return "date"
    raise DefinitionError("D173", f"{type(fact).__name__} cannot be found in a record.", where=fact.key)


@lru_cache(maxsize=4096)
def everything(fact: Fact | None) -> tuple[int, int, int]:
    """The widest value of a fact as (bit mask, low, high); what does not apply is 0."""
    if isinstance(fact, Choice):
        return (1 << len(fact.option_keys())) - 1, 0, 0
    if isinstance(fact, Measure | DateFact):
        widest = fact.anything
        assert isinstance(widest, Interval)
        return 0, int(widest.low), int(widest.high)
    return 3, 0, 0


def widths(look: Look) -> tuple[int, int, int, int]:
    """How low and high the fact of a look can be, and is likely to be, on its grid."""
    _, low, high = everything(look.fact)
    if not isinstance(look.fact, Measure):
        return low, high, low, high
    step, plausible = look.fact.step, look.fact.plausible
    return low, high, int(plausible.low // step), int(-(-plausible.high // step))
