"""What the public reads, in each language: one file a language, every text under a name.

`de.yaml` holds all German texts. `en.yaml` holds the English ones of the pages alone: questions, results
and words of countries are English where the rules are (`veinway.web.texts.english`), and are not written
twice. A text may have {places}; they are the same in every language, and so are the numbers in it. A
translator copies `de.yaml`, translates what stands to the right, and adds the language to LANGUAGES.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from starlette.requests import Request

from veinway.web.texts.english import spoken

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""By their code for `html lang`, each in its own words; the first is spoken where no other is wanted."""
PUBLIC = ("/", "/triage", "/travel", "/hormones", "/numbers/clot-removal")
"""The addresses that are read by the public, and so in every language."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language."""

    language: str
    known: dict[str, str]

    def __call__(self, name: str, /, **places: object) -> str:
        """The text of this name with its places filled in, beginning with a capital."""
        said = self.known[name]
        said = said.format(**places) if places else said
        return said[:1].upper() + said[1:]

    def has(self, name: str) -> bool:
        """Whether there is such a text."""
        return name in self.known

    def plain(self, name: str) -> str:
        """The text as it is written."""
        return self.known[name]

    def of_link(self, address: str, otherwise: str) -> str:
        """The words of an entry of the menu; its own where only those who work here see it."""
        return self.known.get(f"menu.{address}", otherwise)


@cache
def texts(language: str) -> Texts:
    """The texts of a language of LANGUAGES."""
    source = files("veinway.web.texts").joinpath(f"{language}.yaml").read_text(encoding="utf-8")
    written = dict(_flat(yaml.safe_load(source)))
    return Texts(language, {**spoken(), **written} if language == "en" else written)


def _flat(tree: dict[str, Any], before: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, below in tree.items():
        whole = f"{before}{name}"
        found += _flat(below, f"{whole}.") if isinstance(below, dict) else [(whole, str(below).strip())]
    return found


def speak(request: Request, wanted: str = "") -> Texts:
    """The texts for a request, whose language is noted for the page around them.

    wanted: the language that a form or an address names; what the browser prefers otherwise.
    """
    language = wanted if wanted in LANGUAGES else preferred(request.headers.get("accept-language", ""))
    request.state.language = language
    return texts(language)


def preferred(header: str) -> str:
    """The language of ours that an `Accept-Language` header likes best."""
    best, liked = next(iter(LANGUAGES)), 0.0
    for part in header[:500].lower().split(","):
        name, _, weight = part.partition(";q=")
        language = name.strip().partition("-")[0]
        how_much = _weight(weight)
        if language in LANGUAGES and how_much > liked:
            best, liked = language, how_much
    return best


def _weight(text: str) -> float:
    try:
        return float(text) if text.strip() else 1.0
    except ValueError:
        return 0.0
