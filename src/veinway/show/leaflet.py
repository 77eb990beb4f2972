"""The leaflet for a patient, or for everybody: which passages are said, in which words.

Nothing is said of a patient that is not recorded or decided. The same leaflet is printed, shown on a
page and given as data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from veinway.care.knowledge import KNOWLEDGE
from veinway.care.leaflet.frame import FRAME
from veinway.language import Cite, FirstOf, Outcome, Passage, Question, Section, Tag, Term
from veinway.show.leaflet_known import Told
from veinway.show.leaflet_language import translations
from veinway.show.leaflet_values import Say, date_words, values_of
from veinway.show.triage_words import Country

_COUNTRY = ("emergency", "department", "advice_line", "doctor")


@dataclass(frozen=True, slots=True)
class Said:
    """One passage as it is said."""

    key: str
    text: str
    listed: bool
    cite: Cite


@dataclass(frozen=True, slots=True)
class Part:
    """A section as it is said; kind: plain, emergency, today or personal."""

    key: str
    heading: str
    kind: str
    said: tuple[Said, ...]

    @property
    def blocks(self) -> list[tuple[bool, list[Said]]]:
        """Paragraphs (False) and lists (True), as they follow each other."""
        found: list[tuple[bool, list[Said]]] = []
        for each in self.said:
            if not (each.listed and found and found[-1][0]):
                found.append((each.listed, []))
            found[-1][1].append(each)
        return found


@dataclass(frozen=True, slots=True)
class Leaflet:
    """A whole leaflet in one language.

    terms: each word that is used and not known to everybody, with what it means. notes: for whom it is,
    and what it does not do. presumed: what was taken to be so though it is not noted.
    """

    language: str
    country: Country
    title: str
    notes: tuple[str, ...]
    parts: tuple[Part, ...]
    terms: tuple[tuple[str, str], ...]
    presumed: tuple[str, ...]
    edition: str
    say: Say

    @property
    def sources(self) -> tuple[Cite, ...]:
        """Every source, once, in the order in which it is needed."""
        return tuple(dict.fromkeys(each.cite for part in self.parts for each in part.said))

    def frame(self, name: str, **places: str) -> str:
        """Words that stand around the passages, in the language."""
        return self.say(FRAME[name]).format(**places)


def leaflet(
    told: Told | None, where: Country, language: str = "en", *, on: date | None = None
) -> Leaflet:
    """The leaflet of a patient (told), or the general one (None).

    on: the day up to which a patient's record was looked at. InputError I209 for an unknown language.
    """
    say = translations(language).gettext
    here = _in_language(where, say)
    speaker = _Speaker(told, here, say)
    parts = tuple(part for part in map(speaker.part, KNOWLEDGE.leaflet) if part.said)
    text = " ".join(each.text for part in parts for each in part.said)
    return Leaflet(
        language,
        here,
        say(FRAME["title" if told is None else "title_personal"]),
        tuple(_notes(told, here, say, on)),
        parts,
        tuple(_explained(text, say)),
        () if told is None else told.presumed(speaker.questions),
        KNOWLEDGE.edition,
        say,
    )


def _in_language(where: Country, say: Say) -> Country:
    fields = {field: say(getattr(where, field)) for field in (*_COUNTRY, "name")}
    return replace(where, **fields)


class _Speaker:
    """Decides what is said to one reader."""

    def __init__(self, told: Told | None, where: Country, say: Say) -> None:
        self.told, self.say = told, say
        values = {} if told is None else values_of(told, say)
        self.values = {**values, **{field: getattr(where, field) for field in _COUNTRY}}
        self.decided = [] if told is None else [each for each in _asked() if told.decides(*each)]

    @property
    def questions(self) -> list[Question]:
        """The questions whose answers were said."""
        return [question for question, _ in self.decided]

    def part(self, section: Section) -> Part:
        """A section with what is said of it; empty where it is about a patient and there is none."""
        chosen = () if section.kind == "personal" and self.told is None else section.of
        said = tuple(found for each in chosen if (found := self._first(each)) is not None)
        heading = self._filled(section.heading)
        return Part(section.key, heading, section.kind, said)

    def _first(self, part: Passage | FirstOf) -> Said | None:
        options = part.passages if isinstance(part, FirstOf) else (part,)
        chosen = next((each for each in options if self._may_say(each)), None)
        if chosen is None:
            return None
        return Said(chosen.key, self._filled(chosen.text), chosen.listed, chosen.source)

    def _may_say(self, each: Passage) -> bool:
        told = self.told
        if not each.places <= self.values.keys() or each.decided not in (None, *self.decided):
            return False
        if told is None:
            return each.when is None
        if each.unless is not None and told.holds(each.unless):
            return False
        return each.when is None or told.holds(each.when)

    def _filled(self, message: str) -> str:
        """A message in the language with its places filled in; a sentence begins with a capital."""
        said = self.say(message).format(**self.values)
        return said if message[:1].islower() else said[:1].upper() + said[1:]


def _asked() -> list[tuple[Question, Outcome]]:
    """Every question and outcome that a passage depends on."""
    found = (each.decided for each in KNOWLEDGE.passages.values())
    return [each for each in found if each is not None]


def _notes(told: Told | None, where: Country, say: Say, on: date | None) -> Iterator[str]:
    if told is None:
        yield say(FRAME["for_whom"])
    elif on is not None:
        yield say(FRAME["for_one"]).format(day=date_words(on, say))
    yield say(FRAME["not_a_doctor"])
    yield say(FRAME["not_signed"])
    known = say(FRAME["numbers"]).format(country=where.name)
    yield known if where.code else say(FRAME["numbers_unknown"])
    if any(cite.tag is Tag.UNCONFIRMED for cite in where.cites):
        yield say(FRAME["numbers_not_confirmed"])


# Words that are explained -------------------------------------------------------------------------


def _explained(text: str, say: Say) -> Iterator[tuple[str, str]]:
    """The words of the list that a text uses, and those that an explanation uses in turn."""
    used: dict[str, tuple[str, str]] = {}
    waiting = [text]
    while waiting:
        looked_at = waiting.pop()
        for term in KNOWLEDGE.terms:
            if term.key not in used and uses(looked_at, term, say):
                used[term.key] = (say(term.word).partition("|")[0], say(term.means))
                waiting.append(used[term.key][1])
    yield from sorted(used.values(), key=lambda each: each[0].casefold())


def uses(text: str, term: Term, say: Say) -> bool:
    """Whether a text uses a word in any of its forms; as part of a longer word it does not count."""
    forms = "|".join(map(re.escape, say(term.word).split("|")))
    return re.search(rf"(?<!\w)(?:{forms})s?(?!\w)", text, _how(say(term.word))) is not None


def _how(word: str) -> int:
    """Short names in capitals are told from common words by them."""
    return 0 if word.isupper() else re.IGNORECASE
