"""The cohort report for reading: an overview of all rules first, then each that concerns somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from veinway.show.rule_pages import footer, grid
from veinway.show.text_parts import indented, section

Answer = dict[str, Any]
_KINDS = ("steps", "tables", "scores")
FEW = 0.05
"""A datum that would decide a smaller share is named only for what it may decide."""


def report_page(report: Answer, *, rules: Sequence[str] = (), in_full: str = "") -> RenderableType:
    """The report for reading; `rules` names the ones to show, all where it is empty.

    in_full: where each rule is to be found in full, if only the overview is wanted here.
    """
    shown = [rule for rule in _rules(report) if not rules or rule["key"] in rules]
    concerned = [rule for rule in shown if _concerned(rule, report["subjects"])]
    parts: list[RenderableType] = [_people(report)]
    if len(shown) > 1:
        parts += [section("How much of it the records decide"), _overview(concerned, report["subjects"])]
    if in_full:
        parts.append(Text(f"Every rule in full, with counts: {in_full}", style="bold"))
    for rule in () if in_full else concerned:
        parts += _rule_page(rule, report["subjects"])
    if nobody := [rule["label"] for rule in shown if rule not in concerned]:
        parts.append(Text(f"Concerns nobody here: {'; '.join(nobody)}.", style="dim"))
    parts += _problems(report["problems"])
    profile = [f"Site profile: {report['profile']}."] if "profile" in report else []
    return Group(*parts, footer(report["edition"], *profile, "Rules are not signed by a clinician yet."))


def _people(report: Answer) -> RenderableType:
    line = Text.assemble(
        (f"{report['subjects']:,}", "bold"),
        f" subjects in {report['episodes']:,} episodes of {report['persons_with_episode']:,} people",
        f" ({report['persons']:,} people in the source), as known at {report['at']}.",
    )
    note = "certain: decided so; possible: not excluded. The true count lies between the two."
    return Group(line, Text(note, style="dim"))


def _rules(report: Answer) -> Iterator[Answer]:
    for kind in _KINDS:
        yield from report[kind]


def _concerned(rule: Answer, subjects: int) -> int:
    """How many subjects a rule may apply to."""
    applies = rule["presumed"].get("applies")
    return int(applies["yes"] + applies["unknown"]) if applies else subjects


def _overview(rules: Sequence[Answer], subjects: int) -> RenderableType:
    """One line a rule: for how many, how many are decided, and which datum would decide most."""
    page = grid("", "may apply", "decided", "narrowed", "open", "what would decide most of the rest")
    for rule in rules:
        concerned, read = _concerned(rule, subjects), rule["presumed"]
        narrowed = concerned - read["decided"] - read["not_computable"]
        counts = (read["decided"], narrowed, read["not_computable"])
        shares = (f"{100 * count / concerned:.0f}%" for count in counts)
        page.add_row(rule["label"], f"{concerned:,}", *shares, _best(rule["deciding"]))
    for column in page.columns[1:5]:
        column.justify, column.width = "right", 9
    page.columns[0].ratio = page.columns[5].ratio = 1
    note = "narrowed: some outcomes are excluded; open: not computable, nothing is excluded."
    return Group(page, Text(note, style="dim"))


def _best(deciding: Answer) -> str:
    """The datum that would decide most of the sample; where none decides many, the one that may."""
    data, tried = deciding["data"], deciding["sample"]
    if not data:
        return "no single one" if tried else ""
    surest, likeliest = data[0], max(data, key=lambda datum: datum["may"])
    if surest["would"] >= FEW * tried:
        return f"{surest['label']} (decides {100 * surest['would'] / tried:.0f}%)"
    return f"{likeliest['label']} (may decide {100 * likeliest['may'] / tried:.0f}%)"


def _rule_page(rule: Answer, subjects: int) -> list[RenderableType]:
    presumed, strict = rule["presumed"], rule["strict"]
    page = grid("", "certain", "possible", "strictly certain", "strictly possible")
    for one, other in zip(presumed["outcomes"], strict["outcomes"], strict=True):
        numbers = (one["certain"], one["possible"], other["certain"], other["possible"])
        page.add_row(_name(one), *(_share(number, subjects) for number in numbers))
    decided = (_share(presumed["decided"], subjects), "", _share(strict["decided"], subjects), "")
    page.add_row(Text("decided", style="bold"), *decided)
    page.columns[0].ratio = 1
    for column in page.columns[1:]:
        column.justify, column.width = "right", 17
    return [section(rule["label"]), *_applies(presumed, strict), page, *_open(rule)]


def _name(outcome: Answer) -> str:
    """A band by its label; an outcome by its key, because its text is a sentence."""
    label, key = str(outcome["label"]), str(outcome["key"])
    short = len(label) <= 30 and not label.endswith(".")
    return label if short else key.replace("_", " ")


def _share(count: int, total: int) -> str:
    return f"{count:,} {100 * count / total:3.0f}%" if total else f"{count:,}"


def _applies(presumed: Answer, strict: Answer) -> list[RenderableType]:
    if "applies" not in presumed:
        return []
    words = {"yes": "to", "no": "not to", "unknown": "perhaps to"}
    said = ", ".join(f"{words[key]} {count:,}" for key, count in presumed["applies"].items())
    strictly = ", ".join(f"{words[key]} {count:,}" for key, count in strict["applies"].items())
    return [Text(f"Applies {said} (strictly {strictly}).")]


def _open(rule: Answer) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if rule["decided_by_presumption"]:
        share = _share(rule["decided_by_presumption"], rule["presumed"]["decided"]).split()
        said = f"~ {share[0]} of the decided ({share[1]}) rest on a presumption."
        parts.append(Text(said, style="magenta"))
    if rule["presumed"]["needs_clinician"]:
        count = rule["presumed"]["needs_clinician"]
        said = f"? {count:,} need a clinician: the words are not confirmed."
        parts.append(Text(said, style="yellow"))
    if rule["undecided"]:
        said = f"? {rule['undecided']:,} are not decided. Missing most often:"
        parts.append(Text(said, style="yellow"))
        parts.append(indented(_missing(rule["missing"], rule["undecided"])))
    return parts


def _missing(missing: Sequence[Answer], undecided: int) -> RenderableType:
    lines = Grid.grid(padding=(0, 2, 0, 0))
    lines.add_column(justify="right", width=14)
    lines.add_column()
    for part in missing:
        lines.add_row(_share(part["subjects"], undecided), part["label"])
    return lines


def _problems(problems: Sequence[Answer]) -> list[RenderableType]:
    if not problems:
        return []
    page = grid("code", "records", "problem", "first met in")
    for problem in problems:
        page.add_row(problem["code"], f"{problem['count']:,}", problem["what"], problem.get("where", ""))
    page.columns[1].justify = "right"
    return [section("What could not be used as it stands"), page]
