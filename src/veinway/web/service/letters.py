"""Letters: drafted from a case by a text template, edited by a person, kept as they were printed.

A kind of letter is a line in `KINDS` and a text in `templates/letters/KIND.txt`: "## Heading" begins a
part, {{ f... }} asks `letter_facts.Facts` for a statement (of a procedure `ProcedureFacts`), {{ t... }}
`treatment_letter.TreatmentFacts`.
The same case at the same instant gives the same draft, so that it is known which parts somebody rewrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.care.chapters.intervention import INTERVENTION
from veinway.care.chapters.treatment import TREATMENT
from veinway.language.errors import InputError
from veinway.show.json_answers import NOTICE
from veinway.web.sections.case import Case
from veinway.web.service.letter_facts import Facts, one_line
from veinway.web.service.procedure_letter import ProcedureFacts
from veinway.web.service.treatment_letter import TreatmentFacts

KINDS = {
    "ultrasound": "Request for an ultrasound of the leg veins",
    "ct": "Request for a CT of the pulmonary arteries",
    "gp": "Letter to the general practitioner",
    "vascular": "Referral to a vascular clinic",
    "anticoagulation": "Anticoagulation plan",
    "procedure": "Referral for clot removal, a stent or a filter",
}
LONGEST = 8_000
"""Characters of one part."""
NOT_SIGNED = f"Decision support, not signed off. {NOTICE}"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a letter."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter before somebody edits it."""

    kind: str
    title: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...]


def title_of(kind: str) -> str:
    """What a kind of letter is called; InputError I295 for one that there is not."""
    if kind not in KINDS:
        todo = f"The kinds are: {', '.join(KINDS)}."
        raise InputError("I295", "There is no such letter.", where="letter", todo=todo)
    return KINDS[kind]


def edition_of(kind: str) -> str:
    """The edition of the rules that a kind of letter tells of."""
    chapters = {"anticoagulation": TREATMENT, "procedure": INTERVENTION}
    return chapters.get(kind, DIAGNOSIS).edition


@cache
def _texts() -> Environment:
    return Environment(
        loader=PackageLoader("veinway.web", "templates/letters"),
        # These are plain texts: the page and the print that show them do the escaping.
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
    )


def draft(case: Case, kind: str, author: str) -> Draft:
    """What a letter of this kind says of a case."""
    title = title_of(kind)
    facts = ProcedureFacts(case) if kind == "procedure" else Facts(case)
    written = f"{case.clock(case.given['at'])} ({case.zone})"
    known: dict[str, Any] = {"f": facts, "author": one_line(author), "written": written}
    if kind == "anticoagulation":
        known["t"] = TreatmentFacts(case, facts.sources)
    text = _texts().get_template(f"{kind}.txt").render(known)
    parts = []
    for section in text.split("## ")[1:]:
        heading, _, body = section.partition("\n")
        parts.append(Part(heading.strip(), body.strip()))
    return Draft(kind, title, tuple(parts), tuple(facts.sources))


def edited_by(drafted: Draft, form: Mapping[str, Any]) -> tuple[Part, ...]:
    """The parts as a form gives them (part0, part1, ...); InputError I296 where one is unusable."""
    parts = []
    for number, part in enumerate(drafted.parts):
        said = form.get(f"part{number}")
        text = "\n".join(line.rstrip() for line in str(said or "").splitlines()).strip()
        if not text or len(text) > LONGEST:
            what = f"A part is {'empty' if not text else 'too long'}."
            todo = (
                f"Write “none” or “not known” where there is nothing to say, at most {LONGEST} letters."
            )
            raise InputError("I296", what, where=part.heading, todo=todo)
        parts.append(Part(part.heading, text))
    return tuple(parts)


def rewritten(drafted: Draft, parts: tuple[Part, ...]) -> dict[str, str]:
    """Of each part that says something else than the draft what the draft had said, by heading."""
    before = {part.heading: part.text for part in drafted.parts}
    return {part.heading: before[part.heading] for part in parts if before[part.heading] != part.text}


def body_of(case: Case, drafted: Draft, parts: tuple[Part, ...], author: str) -> dict[str, Any]:
    """All that a letter shows, so that it can be printed again as it was."""
    patient = case.patient
    return {
        "title": drafted.title,
        "patient": {
            "name": one_line(case.name),
            "birth_date": patient["birth_date"] or "not known",
            "identifier": one_line(patient["identifier"]) or "not known",
        },
        "parts": [[part.heading, part.text] for part in parts],
        "sources": list(drafted.sources),
        "as_of": f"{case.clock(case.given['at'])} ({case.zone})",
        "author": one_line(author),
        "edition": edition_of(drafted.kind),
        "site": one_line(case.site.mention),
        "notice": NOT_SIGNED,
    }
