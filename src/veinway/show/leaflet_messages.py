"""Every message of the leaflet that a translator translates, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from veinway.care.knowledge import KNOWLEDGE
from veinway.care.leaflet import frame, words
from veinway.care.triage.countries import COUNTRIES, UNKNOWN_COUNTRY
from veinway.show.leaflet_language import po_entry

FIELDS = ("name", "emergency", "department", "advice_line", "doctor")
_HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: veinway\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"'
)
_INTRODUCTION = """\
# What patients read. Made by `python3 dev.py docs`; a translation is a copy of this file in
# src/veinway/locale/LANGUAGE/LC_MESSAGES/leaflet.po. What stands in {curly brackets} is filled in and
# stays as it is; numbers stay the same. Write short sentences and plain words."""


def messages() -> dict[str, list[str]]:
    """Each message once, with the places where it stands."""
    found: dict[str, list[str]] = {}
    for place, message in _all():
        found.setdefault(message, []).append(place)
    return found


def template() -> str:
    """docs/leaflet.pot: what a translator starts from."""
    entries = (po_entry(message, " ".join(places)) for message, places in messages().items())
    return "\n\n".join([f"{_INTRODUCTION}\n{_HEADER}", *entries]) + "\n"


def _all() -> Iterator[tuple[str, str]]:
    for part in KNOWLEDGE.leaflet:
        yield f"section:{part.key}", part.heading
        yield from ((f"passage:{each.key}", each.text) for each in part.passages)
    for term in KNOWLEDGE.terms:
        yield f"term:{term.key}", term.word
        yield f"term:{term.key}", term.means
    yield from _words()
    for code, row in (*COUNTRIES.items(), ("other", UNKNOWN_COUNTRY)):
        yield from ((f"country:{code}.{field}", str(row[field])) for field in FIELDS)


def _words() -> Iterator[tuple[str, str]]:
    for key, text in frame.FRAME.items():
        yield f"frame:{key}", text
    for name, table in (
        ("medicine", words.MEDICINES),
        ("place", words.CLOT_PLACES),
        ("how_often", words.HOW_OFTEN),
        ("unit", words.UNITS),
    ):
        yield from ((f"{name}:{key}", text) for key, text in table.items())
    for month, text in enumerate(words.MONTHS, start=1):
        yield f"month:{month}", text
    for name in ("DOSE", "DOSE_WITH_FOOD", "DAY", "NUMBER"):
        yield f"form:{name.lower()}", getattr(words, name)
