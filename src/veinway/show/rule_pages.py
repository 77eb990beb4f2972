"""The pages of `veinway facts` and `veinway rules`, made from their JSON answers."""

from __future__ import annotations

from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from veinway.show.values import unit_words

Answer = dict[str, Any]


def grid(*headings: str, title: str = "") -> Table:
    """A table without lines at its sides, its title at the left."""
    made = Table(
        box=box.SIMPLE_HEAD,
        title=title or None,
        title_justify="left",
        title_style="bold",
        header_style="bold",
        pad_edge=False,
        padding=(0, 1, 0, 0),
        expand=True,
    )
    for heading in headings:
        made.add_column(heading)
    return made


def footer(edition: str, *more: str) -> Text:
    """The line under every page about rules."""
    return Text("  ".join([f"Knowledge edition {edition}.", *more]), style="dim")


# Facts ------------------------------------------------------------------------------------------


def facts_page(answer: Answer) -> RenderableType:
    """What can be known, what it costs to find out, and what silence about it means."""
    facts = grid("fact", "kind", "what it says", "to find out", "if nothing is recorded")
    for fact in answer["facts"]:
        silence = fact["silence"]
        meaning = f"{silence['value']}: {silence['because']}" if silence else "unknown"
        facts.add_row(fact["key"], _kind(fact), fact["label"], fact["cost"], meaning)
    return Group(
        _widths(facts, 28, 16, None, 10, 12),
        _events_page(answer["events"]),
        _parameters_page(answer["parameters"]),
        footer(answer["edition"], "veinway explain KEY shows one fact or rule."),
    )


def _widths(table: Table, *widths: int | None) -> Table:
    for column, width in zip(table.columns, widths, strict=True):
        column.max_width = width
        column.overflow = "fold"
        column.ratio = None if width else 1
    return table


def _kind(fact: Answer) -> str:
    if "unit" in fact:
        return unit_words(fact["unit"]) or "number"
    if "options" in fact:
        return f"{len(fact['options'])} options"
    return str(fact["kind"])


def _events_page(events: list[Answer]) -> Table:
    page = grid("event", "what it is", "attributes", title="Events: many to a patient, each with a date")
    for event in events:
        attributes = ", ".join(attribute["key"] for attribute in event["attributes"])
        page.add_row(event["key"], event["label"], attributes or "date only")
    return _widths(page, 28, None, 24)


def _parameters_page(parameters: list[Answer]) -> Table:
    page = grid("parameter", "what it is", "default", "permitted", title="What a site profile may set")
    for part in parameters:
        permitted = f"{part['permitted']['low']} to {part['permitted']['high']}"
        unit = unit_words(part["unit"])
        page.add_row(part["key"], part["label"], f"{part['default']} {unit}", f"{permitted} {unit}")
    return _widths(page, 28, None, 14, 22)


# Rules ------------------------------------------------------------------------------------------


def rules_page(answer: Answer) -> RenderableType:
    """Every rule, one line each."""
    page = grid("rule", "kind", "what it is", "source", "status")
    for rule in answer["rules"]:
        source = f"{rule['source']['source']}, {rule['source']['place']}"
        page.add_row(rule["key"], rule["kind"], rule["label"], source, _status(rule))
    waiting = len(answer["to_sign"])
    return Group(
        _widths(page, 29, 8, None, 22, 14),
        footer(
            answer["edition"],
            f"{waiting} statements wait for a clinician's signature: veinway rules --status.",
        ),
    )


def _status(rule: Answer) -> Text:
    waits = rule["status"] == "needs sign-off"
    return Text("! sign-off" if waits else "✓ sourced", style="yellow" if waits else "green")


def signatures_page(answer: Answer) -> RenderableType:
    """Counts; then all that is not confirmed against the primary text, and all local choices."""
    from veinway.show.status import status_page

    parts: list[RenderableType] = [status_page(answer["status"])]
    for tag in dict.fromkeys(entry["tag"] for entry in answer["to_sign"]):
        entries = [entry for entry in answer["to_sign"] if entry["tag"] == tag]
        page = grid("part", "source", "used by", title=f"{tag.capitalize()} ({len(entries)})")
        for entry in entries:
            via = f", through {entry['via']}" if "via" in entry else ""
            place = f"{entry['source']}, {entry['place']}{via}"
            page.add_row(entry["part"], place, ", ".join(entry["rules"]))
        parts.append(_widths(page, 36, 32, None))
    return Group(*parts, footer(answer["edition"], _signed(answer["status"]["sign_off"])))


def _signed(sign_off: Answer) -> str:
    if not sign_off["signed"]:
        return "Nothing here is signed by a clinician yet."
    return f"{sign_off['signed']} of {sign_off['needed']} statements are signed: docs/to-confirm.md."
