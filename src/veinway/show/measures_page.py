"""What a service's report measures, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from veinway.show.explain_page import source_text
from veinway.show.measures_json import Answer
from veinway.show.text_parts import indented, section


def measures_page(answer: Answer) -> RenderableType:
    """All measures, a line each, and what is on purpose none."""
    parts: list[RenderableType] = [Text(" What a service measures ", "bold reverse")]
    for group in answer["groups"]:
        grid = Grid(box=None, show_header=False, padding=(0, 2, 0, 0))
        for each in group["measures"]:
            grid.add_row(Text(each["key"], "bold", overflow="fold"), each["label"], _tag(each))
        parts += [section(group["label"]), grid]
    parts.append(section("On purpose no measure"))
    for each in answer["left_out"]:
        parts.append(Text.assemble((f"{each['label']}: ", "bold"), f"{each['because']}."))
        parts.append(source_text(each["source"], "  "))
    parts.append(_under(answer, "veinway measures KEY shows one of them in words."))
    return Group(*parts)


def measure_page(answer: Answer, key: str) -> RenderableType | None:
    """One measure in words; None where there is none of this key."""
    found = [each for group in answer["groups"] for each in group["measures"] if each["key"] == key]
    return Group(*_measure(found[0]), _under(answer)) if found else None


def _measure(measure: Answer) -> Iterator[RenderableType]:
    yield Text.assemble((measure["label"], "bold"), (f"  {measure['key']}, {measure['kind']}", "dim"))
    yield source_text(measure["source"])
    yield from _condition("Of whom", measure["of"])
    yield from _condition("Who meets it", measure["met"])
    for title, words in (("How long", measure["value"]), ("In the period", measure["dated"])):
        if words is not None:
            yield from _condition(title, [words])
    better = {"more": "More is better.", "fewer": "Fewer are better."}.get(measure["better"])
    if better:
        yield Padding(Text(better), (1, 0, 0, 0))


def _condition(title: str, lines: list[str] | None) -> Iterator[RenderableType]:
    if lines is None:
        return
    yield Padding(Text(title, "bold"), (1, 0, 0, 0))
    for line in lines:
        depth = len(line) - len(line.lstrip())
        yield indented(Text(line.lstrip()), depth + 2)


def _tag(measure: Answer) -> Text:
    tag = measure["source"]["tag"]
    return Text("" if tag == "confirmed" else tag, "yellow")


def _under(answer: Answer, more: str = "") -> RenderableType:
    words = f"{answer['notice']} Knowledge edition {answer['edition']}. {more}".strip()
    return Padding(Text(words, "italic dim"), (1, 0))
