"""Who has a clot by each definition, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from veinway.show.phenotype_json import Answer
from veinway.show.phenotype_truth import truth_grid
from veinway.show.service_report_words import count_words
from veinway.show.text_parts import section

_MOST = 4
"""So many reasons of a difference are shown; --json has all."""


def phenotype_page(answer: Answer) -> RenderableType:
    """The whole page. answer: see `phenotype_json`."""
    return Group(*_parts(answer))


def _parts(answer: Answer) -> Iterator[RenderableType]:
    period = answer["period"]
    when = f"{period['from']} to {period['to']}" if period else "at any time"
    yield Text.assemble((" Who has a clot, by definition ", "bold reverse"), (f"  {when}", "dim"))
    yield Text(
        f"{answer['persons']:,} people; {answer['persons_with_a_code']:,} have a code that some "
        "definition knows."
    )
    if answer["strict"]:
        yield Text("Strict: nothing is presumed.", "yellow")
    lacking = [kind for kind, there in answer["held"].items() if not there]
    if lacking:
        words = f"Nothing is known of {', '.join(lacking)}: this source has none that is read here."
        yield Text(words, "yellow")
    for outcome in answer["outcomes"]:
        yield section(outcome["label"])
        yield _counts(outcome["definitions"])
        if outcome["overlap"]:
            yield _title("Counted by both: for certain, + how many more there may be")
            yield _matrix(outcome)
        yield from _differences(outcome)
    if "agreement" in answer:
        yield section("Against what is true of made-up people")
        yield truth_grid(answer["agreement"])
    yield from _remarks(answer)
    yield Padding(
        Text(f"{answer['notice']} Knowledge edition {answer['edition']}.", "italic dim"), (1, 0)
    )


def _title(words: str) -> RenderableType:
    return Padding(Text(words, "dim"), (1, 0, 0, 0))


def _counts(definitions: Sequence[Answer]) -> RenderableType:
    grid = Grid(box=None, padding=(0, 2, 0, 0))
    for head in ("", "definition", "people", "left open by"):
        grid.add_column(head, justify="right" if head == "people" else "left", overflow="fold")
    for number, each in enumerate(definitions, start=1):
        low, high = each["persons"]
        left = each["unsure"][0] if each["unsure"] else None
        why = f"{left['words']} ({left['persons']:,})" if left else ""
        name = Text.assemble((each["body"], "bold"), f" {each['label']}")
        grid.add_row(str(number), name, Text(count_words([low, high]), no_wrap=True), Text(why, "dim"))
    return grid


def _matrix(outcome: Answer) -> RenderableType:
    """Row and column are the numbers of the definitions; who counts nobody is left out."""
    names = {each["key"]: n for n, each in enumerate(outcome["definitions"], 1) if each["persons"][1]}
    both = {tuple(each["definitions"]): each["persons"] for each in outcome["overlap"]}
    grid = Grid(box=None, padding=(0, 1, 0, 0))
    grid.add_column("", justify="right", style="dim")
    for number in list(names.values())[1:]:
        grid.add_column(str(number), justify="right", header_style="dim")
    for row, (one, number) in enumerate(list(names.items())[:-1]):
        cells = [_cell(both[one, other]) if place > row else "" for place, other in enumerate(names)]
        grid.add_row(str(number), *cells[1:])
    return grid


def _cell(ends: Sequence[int]) -> str:
    low, high = ends
    return f"{low}" if low == high else f"{low}+{high - low}"


def _differences(outcome: Answer) -> Iterator[RenderableType]:
    """Each definition beside the one that others are held against, both ways."""
    standard = outcome["standard"]
    number = {each["key"]: place for place, each in enumerate(outcome["definitions"], start=1)}
    pairs = [each for each in outcome["differences"] if standard in (each["counted_by"], each["not_by"])]
    if not pairs:
        return
    yield _title("Counted by one and certainly not by the other")
    grid = Grid(box=None, padding=(0, 2, 0, 0))
    for head in ("by", "not by", "people", "why"):
        grid.add_column(head, justify="left" if head == "why" else "right", overflow="fold")
    for each in pairs:
        why = "; ".join(_why(reason) for reason in each["reasons"][:_MOST])
        more = len(each["reasons"]) - _MOST
        why += f"; {more} more" if more > 0 else ""
        by, not_by = str(number[each["counted_by"]]), str(number[each["not_by"]])
        grid.add_row(by, not_by, f"{each['persons']:,}", why)
    yield grid


def _why(reason: Answer) -> str:
    if "code" not in reason:
        return f"{reason['words']} ({reason['persons']:,})"
    label = f" {reason['label']}," if reason["label"] else ""
    return f"{reason['code']}{label} {reason['words']} ({reason['persons']:,})"


def _remarks(answer: Answer) -> Iterator[RenderableType]:
    """What is wrong with a definition, what of it is not read, and what it presumes; each said once."""
    said: dict[tuple[str, str], list[str]] = {}
    for outcome in answer["outcomes"]:
        for each in outcome["definitions"]:
            for kind, words in (
                *(("Known to be wrong", fault) for fault in each["faults"]),
                *(("Not read", part) for part in each["not_read"]),
                *(("Presumed", part) for part in each["presumed"]),
            ):
                bodies = said.setdefault((kind, words), [])
                if each["body"] not in bodies:
                    bodies.append(each["body"])
    yield section("About the definitions")
    grid = Grid(box=None, show_header=False, padding=(0, 2, 0, 0))
    for (kind, words), bodies in sorted(said.items(), key=lambda each: each[0][0]):
        grid.add_row(Text(kind, "dim"), Text(", ".join(bodies)), Text(words))
    yield grid
