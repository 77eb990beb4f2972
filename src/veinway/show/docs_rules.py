"""docs/rules.md: every rule in words, with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from veinway.language.knowledge import Knowledge
from veinway.show.json_rules import explain_answer
from veinway.show.markdown import Answer, bullets, cited, nested, page, table

_INTRODUCTION = """\
Each rule as it is evaluated, in words made from the rule itself. `veinway explain KEY` shows the same
in a terminal. *Presumed* marks the only places where something that is not known is taken to be a value;
[presumptions](presumptions.md) has their grounds. What carries a tag such as **[local choice]** is
listed for signature in [to confirm](to-confirm.md)."""

_HITS = {
    "first": "The first row that holds decides.",
    "unique": "At most one row holds for anybody (checked when the table is defined).",
    "worst": "The row of the highest rank that holds decides.",
    "collect": "Every row that holds counts.",
}
_DIRECTIONS = {
    "escalates": "escalates: shown as soon as it cannot be excluded",
    "commits": "commits: needs certainty",
    "neutral": "neutral",
}


def rules_page(knowledge: Knowledge) -> str:
    """An overview, then each rule."""
    answers = [explain_answer(knowledge, rule) for _, rule in sorted(knowledge.rules.items())]
    overview = [
        (f"[{rule['key']}](#{rule['key']})", rule["kind"], rule["label"], cited(rule["source"]))
        for rule in answers
    ]
    return page(
        "Rules",
        _INTRODUCTION,
        table(["rule", "kind", "what it is", "source"], overview),
        *(_rule(rule) for rule in answers),
    )


def _rule(rule: Answer) -> str:
    says = rule["says"]
    parts = [f"## {rule['key']}", f"{rule['label']} ({rule['kind']}). {cited(rule['source'])}"]
    if "for_whom_lines" in says:
        parts.append(f"**For whom**\n\n{nested(says['for_whom_lines'])}")
    parts += [show(says[name]) for name, show in _PARTS.items() if says.get(name)]
    if "override" in says:
        parts.append(f"Whatever the total, `{says['override']['band']}` if {says['override']['when']}.")
    if "warning" in says:
        parts.append(f"> {says['warning']}")
    return "\n\n".join(parts)


def _items(items: list[Answer]) -> str:
    rows = [row for item in items for row in _item_rows(item)]
    return table(["points", "item", "holds when"], rows)


def _item_rows(item: Answer) -> Iterator[tuple[str, str, str]]:
    """An item is one row; of items that exclude each other only the first that holds counts."""
    if "first_of" in item:
        yield "", f"{item['label'] or 'Only one of'} (the first that holds)", ""
        for row in item["first_of"]:
            yield from _item_rows(row)
    elif "factor" in item:
        yield f"× {item['factor']:g}", item["label"], item["of"]
    else:
        yield f"{item['points']:+g}", item["label"], item["when"]


def _bands(bands: list[Answer]) -> str:
    words = {"from": "from", "above": "above", "up_to": "up to", "below": "below"}
    rows = [
        (" and ".join(f"{said} {band[name]:g}" for name, said in words.items() if name in band), band)
        for band in bands
    ]
    return table(["total", "band", "key"], [(ends, b["label"], f"`{b['key']}`") for ends, b in rows])


def _conclusion(conclusion: Answer) -> str:
    parts = [_HITS[conclusion["hit"]], _rows(conclusion["rows"])]
    if "meanwhile" in conclusion:
        parts += ["**Until it is decided**", _rows(conclusion["meanwhile"])]
    return "\n\n".join(parts)


def _rows(rows: list[Answer]) -> str:
    return "\n".join(_row(row) for row in rows)


def _row(row: Answer) -> str:
    """One row: what it concludes first, then when."""
    lines = [
        f"- **{row['id']}** {row['text']} (`{row['outcome']}`, {_DIRECTIONS[row['direction']]}). "
        f"{cited(row['source'])}",
        nested(row["when_lines"], depth=1),
    ]
    return "\n".join(lines)


def _plan(plan: list[Answer]) -> str:
    return "**What comes next**\n\n" + "\n".join(_action(action) for action in plan)


def _action(action: Answer) -> str:
    due = f", due {action['due']}" if "due" in action else ""
    text = f"{action['text']} ({action['strength']}){due}. {cited(action['source'])}"
    return f"- **{action['key']}** {text}\n{nested(action['when_lines'], depth=1)}"


def _formula(formula: str) -> str:
    return f"    {formula}"


_PARTS: dict[str, Callable[[Any], str]] = {
    "items": _items,
    "bands": _bands,
    "rows": _rows,
    "conclusion": _conclusion,
    "plan": _plan,
    "dose": _conclusion,
    "contraindications": lambda rows: f"**Not when**\n\n{_rows(rows)}",
    "cautions": lambda rows: f"**With care when**\n\n{_rows(rows)}",
    "known_first": lambda keys: f"**Must be known first**\n\n{bullets(keys)}",
    "formula": _formula,
    "method": lambda method: f"Method: `{method}`.",
}
