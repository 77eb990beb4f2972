"""The leaflet in other languages, through gettext: what is written in English is the message.

A translator works on `locale/LANGUAGE/LC_MESSAGES/leaflet.po` with the usual tools; docs/leaflet.pot
lists every message. The file is read as it is: nothing has to be compiled first.
"""

from __future__ import annotations

import ast
import struct
from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from io import BytesIO

from veinway.language.errors import InputError

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""By their code, each in its own words. English is what the leaflet is written in."""


@cache
def translations(language: str) -> NullTranslations:
    """What turns English messages into a language; InputError I209 where there is none."""
    if language not in LANGUAGES:
        todo = f"The languages are: {', '.join(LANGUAGES)}."
        what = f"There is no leaflet in the language {language!r}."
        raise InputError("I209", what, where="--language", todo=todo)
    if language == "en":
        return NullTranslations()
    return GNUTranslations(BytesIO(compiled(messages_of(po_text(language)))))


def po_text(language: str) -> str:
    """The file of a language, as its translators keep it."""
    file = resources.files("veinway").joinpath(f"locale/{language}/LC_MESSAGES/leaflet.po")
    return file.read_text(encoding="utf-8")


def messages_of(text: str) -> dict[str, str]:
    """What a .po file translates; what it marks as fuzzy or leaves empty is not translated."""
    return {message: said for message, said, fuzzy in _entries(text) if said and not fuzzy}


def _entries(text: str) -> Iterator[tuple[str, str, bool]]:
    """Each entry: the message, what stands for it, and whether it is marked as fuzzy."""
    for block in text.split("\n\n"):
        parts: dict[str, str] = {"msgid": "", "msgstr": ""}
        name, fuzzy = "", False
        for line in block.splitlines():
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            if line.startswith("#"):
                continue
            word, quote, rest = line.partition('"')
            name = word.strip() or name
            parts[name] = parts.get(name, "") + ast.literal_eval(quote + rest)
        if name:
            yield parts["msgid"], parts["msgstr"], fuzzy


def compiled(messages: dict[str, str]) -> bytes:
    """The same as the contents of an .mo file, which is what gettext reads."""
    pairs = sorted((message.encode(), said.encode()) for message, said in messages.items())
    sides = [[pair[side] for pair in pairs] for side in (0, 1)]
    head, count = 28, len(pairs)
    start = head + 16 * count
    tables, texts = b"", b""
    for side in sides:
        for each in side:
            tables += struct.pack("<II", len(each), start + len(texts))
            texts += each + b"\0"
    numbers = (0x950412DE, 0, count, head, head + 8 * count, 0, start)
    return struct.pack("<7I", *numbers) + tables + texts


def po_entry(message: str, places: str, said: str = "") -> str:
    """An entry of a .po file: where the message stands, the message, and what stands for it."""
    return f"#: {places}\nmsgid {_quoted(message)}\nmsgstr {_quoted(said)}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
