"""The page of `veinway explain KEY`, made from its JSON answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from veinway.show.rule_pages import footer, grid
from veinway.show.values import unit_words

Answer = dict[str, Any]


def explain_page(answer: Answer) -> RenderableType:
    """One rule, fact, event or parameter in words."""
    parts: list[RenderableType] = [_title(answer)]
    if "says" in answer:
        parts += _rule(answer)
    else:
        parts += _fact(answer)
    parts.append(footer(answer["edition"], "Not signed by a clinician."))
    return Group(*parts)


def _title(answer: Answer) -> RenderableType:
    line = Text(answer["label"], style="bold")
    line.append(f"  {answer['key']}, {answer.get('kind', 'fact')}", style="dim")
    return Group(line, source_text(answer["source"]))


def source_text(source: Answer, indent: str = "") -> Text:
    """A citation, with its tag in yellow where it is not confirmed."""
    text = Text(f"{indent}{source['title']}, {source['edition']}, {source['place']}", style="dim")
    if source["tag"] != "confirmed":
        through = f", read through {source['via']}" if "via" in source else ""
        text.append(f" [{source['tag']}{through}]", style="yellow")
    return text


def short_source(source: Answer) -> Text:
    """A citation for a table's column."""
    text = Text(f"{source['source']}, {source['place']}", style="dim")
    if source["tag"] != "confirmed":
        text.append(f" [{source['tag']}]", style="yellow")
    return text


def heading(title: str) -> RenderableType:
    """A thin rule with a title at its left."""
    return Padding(Rule(Text(title, style="bold"), align="left", style="dim"), (1, 0, 0, 0))


def words(name: str, text: str) -> RenderableType:
    """A named line whose text wraps beside its name."""
    line = Table.grid(padding=(0, 2, 0, 0))
    line.add_column(width=14, style="bold")
    line.add_column()
    line.add_row(name, text)
    return line


# Rules ------------------------------------------------------------------------------------------


def _rule(answer: Answer) -> list[RenderableType]:
    says = answer["says"]
    parts: list[RenderableType] = []
    if "for_whom" in says:
        parts += [heading("For whom"), _lines(says["for_whom_lines"])]
    for name, show in _SHOW.items():
        if says.get(name):
            parts += [heading(_HEADINGS[name]), show(says[name])]
    if "warning" in says:
        parts += [heading("Beware"), Text(says["warning"], style="yellow")]
    return [*parts, *_presumptions(answer["presumptions"]), *_needs(answer)]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _items(items: list[Answer]) -> RenderableType:
    page = grid("points", "item", "holds when")
    for item in items:
        for row in item.get("first_of", [item]):
            points = f"{row['points']:+g}" if "points" in row else f"× {row['factor']:g}"
            page.add_row(
                Text(points, justify="right"), row["label"], row.get("when") or row.get("of", "")
            )
    page.columns[0].width = 6
    return page


def _bands(bands: list[Answer]) -> RenderableType:
    signs = {"from": "from", "above": "above", "up_to": "up to", "below": "below"}
    lines = []
    for band in bands:
        ends = ", ".join(f"{word} {band[name]:g}" for name, word in signs.items() if name in band)
        lines.append(words(ends, f"{band['label']}  ({band['key']})"))
    return Group(*lines)


def _rows(rows: list[Answer]) -> RenderableType:
    parts: list[RenderableType] = []
    for row in rows:
        then = Text.assemble((f"{row['id']}  ", "bold cyan"), _outcome(row))
        parts += [then, _lines(row["when_lines"], "  "), _under(short_source(row["source"])), Text("")]
    return Group(*parts[:-1])


def _lines(lines: list[Answer], indent: str = "") -> RenderableType:
    """A condition as lines below each other; each wraps under its own beginning."""
    shown: list[RenderableType] = []
    for line in lines:
        before = len(indent) + 2 * line["depth"]
        shown.append(Padding(Text(line["text"]), (0, 0, 0, before)))
    return Group(*shown)


def _under(text: Text) -> RenderableType:
    return Padding(text, (0, 0, 0, 2))


def _outcome(row: Answer) -> Text:
    signs = {"escalates": ("! ", "bold red"), "commits": ("→ ", "bold"), "neutral": ("· ", "")}
    sign, style = signs[row["direction"]]
    return Text.assemble((sign, style), row["text"])


def _conclusion(table: Answer) -> RenderableType:
    how = {
        "first": "the first row that holds",
        "unique": "at most one row holds",
        "worst": "the worst row",
    }
    said = Text(f"{_sentence(how.get(table['hit'], 'every row that holds'))}.", style="dim")
    meanwhile = (
        [heading("Until it is decided"), _rows(table["meanwhile"])] if "meanwhile" in table else []
    )
    return Group(said, _rows(table["rows"]), *meanwhile)


def _plan(plan: list[Answer]) -> RenderableType:
    parts: list[RenderableType] = []
    for action in plan:
        parts.append(Text.assemble((f"{action['key']}  ", "bold cyan"), action["text"]))
        parts.append(_lines(action["when_lines"], "  "))
        if "due" in action:
            after = f", after {' or '.join(action['after'])}" if "after" in action else ""
            parts.append(_under(Text(f"due {action['due']}{after}", style="bold")))
        parts += [_under(short_source(action["source"])), Text("")]
    return Group(*parts[:-1])


def _facts_first(keys: list[str]) -> RenderableType:
    return Text(", ".join(keys))


_HEADINGS = {
    "items": "Items",
    "bands": "Bands",
    "rows": "Rows",
    "conclusion": "What the results mean",
    "plan": "What comes next",
    "dose": "Dose",
    "contraindications": "Not when",
    "cautions": "With care when",
    "known_first": "Must be known first",
    "formula": "Formula",
    "method": "Method",
}
_SHOW: dict[str, Callable[[Any], RenderableType]] = {
    "items": _items,
    "bands": _bands,
    "rows": _rows,
    "conclusion": _conclusion,
    "plan": _plan,
    "dose": _conclusion,
    "contraindications": _rows,
    "cautions": _rows,
    "known_first": _facts_first,
    "formula": Text,
    "method": Text,
}


def _presumptions(presumptions: list[Answer]) -> list[RenderableType]:
    if not presumptions:
        return []
    lines: list[RenderableType] = [heading("Presumed where nothing is known")]
    for part in presumptions:
        when = f" when {part['when']}" if "when" in part else ""
        said = Text.assemble(("~ ", "bold"), f"{_sentence(part['about'])}: {part['value']}{when}")
        lines += [said, Text(f"  because {part['because']}"), source_text(part["source"], "  ")]
    return lines


def _needs(answer: Answer) -> list[RenderableType]:
    needs = answer["needs"]
    lines = [words(kind, ", ".join(keys)) for kind, keys in needs.items() if keys]
    if answer["uses"]:
        lines.append(words("other rules", ", ".join(answer["uses"])))
    return [heading("Looks at"), *lines] if lines else []


# Facts, events and parameters -------------------------------------------------------------------


def _fact(answer: Answer) -> list[RenderableType]:
    lines: list[RenderableType] = [Text("")]
    if "ask" in answer:
        lines.append(words("to a clinician", answer["ask"]))
    if "tell" in answer:
        lines.append(words("to a patient", answer["tell"]))
    if "unit" in answer:
        lines.append(words("unit", unit_words(answer["unit"]) or "a pure number"))
    for name in ("domain", "plausible", "permitted"):
        if name in answer:
            lines.append(words(name, f"{answer[name]['low']} to {answer[name]['high']}"))
    if "step" in answer:
        lines.append(words("kept in steps", f"of {answer['step']}"))
    for option in answer.get("options", []):
        lines.append(words("option", f"{option['key']}: {option['label']}"))
    for attribute in answer.get("attributes", []):
        lines.append(words("attribute", f"{attribute['key']}: {attribute['label']}"))
    if "cost" in answer:
        lines.append(words("to find out", answer["cost"]))
        silence = answer["silence"]
        said = f"{silence['value']}, because {silence['because']}" if silence else "unknown"
        lines.append(words("if not recorded", said))
    if "default" in answer:
        lines.append(words("default", str(answer["default"])))
    return [*lines, Text("")]
