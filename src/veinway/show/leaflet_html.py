"""The leaflet as one HTML page that prints: its own style, no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from veinway.show.leaflet import Leaflet, Part
from veinway.show.leaflet_page import source_words

_STYLE = """\
:root { color-scheme: light; }
body { font: 1.125rem/1.5 system-ui, sans-serif; color: #212b32; background: #fff; margin: 0 auto;
  max-width: 40rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.2; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 .5rem; }
section { margin: 1.75rem 0; } ul { padding-left: 1.4rem; } li { margin: .25rem 0; }
.card { border: 3px solid; padding: .75rem 1rem; }
.emergency { border-color: #8f1d1d; } .today { border-color: #7a4b00; }
.card h2::before { content: "! "; } .personal { border-left: 6px solid #14495a; padding-left: 1rem; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
footer { border-top: 2px solid #4c6272; margin-top: 2rem; color: #425563; font-size: .9rem; }
@media print { body { max-width: none; padding: 0; font-size: 11.5pt; line-height: 1.35; }
  @page { margin: 16mm; } .card, .personal, p, li, dd { break-inside: avoid; } h2 { break-after: avoid; }
  section { margin: 1rem 0; } p { margin: .4rem 0; } details { display: none; } }
"""


def leaflet_html(made: Leaflet) -> str:
    """The whole page."""
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{made.language}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(made.title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>",
            f"<h1>{escape(made.title)}</h1>",
            *(f"<p>{escape(note)}</p>" for note in made.notes),
            *map(_section, made.parts),
            *_terms(made),
            "</main>\n<footer>",
            *_professional(made),
            "</footer>\n</body>\n</html>\n",
        ]
    )


def _section(part: Part) -> str:
    card = " card" if part.kind in ("emergency", "today") else ""
    heading = f'<h2 id="{part.key}">{escape(part.heading)}</h2>'
    opening = f'<section class="{part.kind}{card}" aria-labelledby="{part.key}">'
    return "\n".join([opening, heading, *_blocks(part), "</section>"])


def _blocks(part: Part) -> Iterator[str]:
    for listed, said in part.blocks:
        tag = "li" if listed else "p"
        lines = [f'<{tag} id="{each.key}">{escape(each.text)}</{tag}>' for each in said]
        yield from ["<ul>", *lines, "</ul>"] if listed else lines


def _terms(made: Leaflet) -> Iterator[str]:
    yield f'<section aria-labelledby="terms"><h2 id="terms">{escape(made.frame("terms"))}</h2>\n<dl>'
    for word, means in made.terms:
        yield f"<dt>{escape(word)}</dt><dd>{escape(means)}.</dd>"
    yield "</dl></section>"


def _professional(made: Leaflet) -> Iterator[str]:
    yield f"<h2>{escape(made.frame('professional'))}</h2>"
    if made.presumed:
        yield f"<details><summary>{escape(made.frame('presumed'))}</summary>"
        yield from [*_list(made.presumed), "</details>"]
    yield f"<p>{escape(made.frame('sources'))}</p>"
    yield from _list(source_words(made))
    yield f"<p>{escape(made.frame('edition', edition=made.edition))}</p>"


def _list(lines: Iterable[str]) -> Iterator[str]:
    yield from ['<ul lang="en">', *(f"<li>{escape(line)}</li>" for line in lines), "</ul>"]
