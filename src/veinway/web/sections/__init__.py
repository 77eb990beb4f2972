"""The sections of the clinician's page: one place where a list, a step or a score becomes part of it.

To add a section (the doses of an anticoagulant, the candidates for a procedure, ...):

1. Write a module here with `content(case) -> dict`. It reads the `Case` (what is known, what the rules
   say of it, what was said by whom) and gives plain data; wording comes from `veinway.show`, and
   nothing medical is decided here or in a template.
2. Write `templates/sections/KEY.html`; it sees that data, `case`, and the macros of
   `templates/macros/asking.html` for forms (a form about a fact posts to `answer`, and needs no more).
3. Add a line to `SECTIONS`. The menu, the address `/episode/ID/KEY`, the rights, and a test that the
   section is shown and accessible for a case of every kind come with it.

A new step or score needs none of this: `now`, `scores` and `asking` show every rule of the knowledge
that is for the patient, and `facts` asks for every fact that a rule looks at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from veinway.web.sections import (
    asking,
    drugs,
    facts,
    guidelines,
    known,
    legs,
    pathway,
    plan,
    procedures,
    veins,
    what_if,
    why,
)
from veinway.web.sections.case import Case


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its address, what the menu calls it, what it shows.

    content: None where it is read from the store (see `pages.episode`). compared: it needs guidelines to
    be compared, which takes a while.
    """

    key: str
    title: str
    content: Callable[[Case], dict[str, Any]] | None
    compared: bool = False


SECTIONS = (
    Section("veins", "Veins", veins.content),
    Section("questions", "More questions", asking.content),
    Section("plan", "The plan", plan.content),
    Section("drugs", "Anticoagulants", drugs.content),
    Section("procedures", "Clot removal, stent, filter", procedures.content),
    Section("legs", "Legs after a clot", legs.content),
    Section("pathway", "Pathway", pathway.content),
    Section("guidelines", "Guidelines side by side", guidelines.content, compared=True),
    Section("why", "Why", why.content),
    Section("what-if", "What if", what_if.content),
    Section("facts", "All facts", facts.content),
    Section("known", "What is known", known.content),
    Section("kept", "Kept decisions", None),
)
"""In the order of the menu; the first is shown at first."""


def section_of(key: str) -> Section | None:
    """The section of an address; the first for none, None for one that there is not."""
    return next((each for each in SECTIONS if each.key == (key or SECTIONS[0].key)), None)
