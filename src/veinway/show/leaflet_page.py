"""The leaflet on a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from veinway.language import Source, Tag
from veinway.show.citations import cite_json
from veinway.show.leaflet import Leaflet, Part
from veinway.show.text_parts import section

Answer = dict[str, Any]
_SIGNS = {"emergency": "!", "today": "▶"}
"""What stands before the lines of a card, so that nothing depends on colour."""
_STYLES = {"emergency": "bold red", "today": "bold yellow"}
_TAGS = {Tag.UNCONFIRMED: "not_confirmed", Tag.LOCAL: "local", Tag.SECONDARY: "secondary"}


def leaflet_page(made: Leaflet, name: str = "") -> RenderableType:
    """The whole leaflet as text. name: whom it is for, where several are printed."""
    parts: list[RenderableType] = [Text(f"{made.title}{f' ({name})' if name else ''}", style="bold")]
    parts += map(Text, made.notes)
    for each in made.parts:
        parts += [section(each.heading), *_lines(each)]
    parts += [section(made.frame("terms"))]
    parts += [Text.assemble((word, "bold"), f": {means}.") for word, means in made.terms]
    parts += [section(made.frame("professional"))]
    parts += [Text(line, style="dim") for line in professional_lines(made)]
    return Group(*parts)


def _lines(part: Part) -> Iterator[RenderableType]:
    sign, style = _SIGNS.get(part.kind, "-"), _STYLES.get(part.kind, "")
    for listed, said in part.blocks:
        for each in said:
            text = Text.assemble((f"{sign} ", style), each.text) if listed else Text(each.text)
            yield Padding(text, (0, 0, 0, 2 if listed else 0))


def professional_lines(made: Leaflet) -> Iterator[str]:
    """What a clinician wants to know: what was presumed, the sources, and the edition."""
    if made.presumed:
        yield made.frame("presumed")
        yield from (f"- {because}" for because in made.presumed)
    yield made.frame("sources")
    yield from (f"- {words}" for words in source_words(made))
    yield made.frame("edition", edition=made.edition)


def source_words(made: Leaflet) -> list[str]:
    """Each source once with its places, and how far these are confirmed, in the language."""
    places: dict[tuple[Source, Tag], list[str]] = {}
    for cite in made.sources:
        places.setdefault((cite.source, cite.tag), []).append(cite.place)
    return [_source(made, *each, found) for each, found in places.items()]


def _source(made: Leaflet, source: Source, tag: Tag, places: list[str]) -> str:
    said = f" ({made.frame(_TAGS[tag])})" if tag in _TAGS else ""
    return f"{source.title}, {source.edition}{said}: {'; '.join(places)}"


# As JSON ----------------------------------------------------------------------------------------


def leaflet_answer(id_: str, made: Leaflet) -> Answer:
    """The same as data; id_ is "" for the leaflet that is for everybody."""
    return {
        "id": id_,
        "edition": made.edition,
        "language": made.language,
        "country": made.country.code or None,
        "title": made.title,
        "notes": list(made.notes),
        "sections": [_part(each) for each in made.parts],
        "terms": [{"word": word, "means": means} for word, means in made.terms],
        "presumed": list(made.presumed),
        "notice": made.frame("not_signed"),
    }


def _part(part: Part) -> Answer:
    return {
        "section": part.key,
        "heading": part.heading,
        "kind": part.kind,
        "passages": [
            {
                "passage": each.key,
                "text": each.text,
                "listed": each.listed,
                "source": cite_json(each.cite),
            }
            for each in part.said
        ],
    }
