"""The cohort report: its JSON from what was tallied, and its page from the JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from veinway.engine.tally import Count, RuleTally
from veinway.language import Score, Step, Table
from veinway.language.knowledge import Knowledge
from veinway.show.citations import cite_json
from veinway.show.rule_pages import footer, grid
from veinway.show.text_parts import indented, section

Answer = dict[str, Any]
MOST_MISSING = 5
_KINDS = {"steps": Step, "tables": Table, "scores": Score}


# JSON -------------------------------------------------------------------------------------------


def report_answer(
    knowledge: Knowledge, found: Sequence[RuleTally], counts: Mapping[str, int], about: Mapping[str, str]
) -> Answer:
    """The report as data.

    counts: persons, persons_with_episode, episodes, subjects. about: at, source, profile and the like.
    The caller adds the problems, which only the reading of the files knows.
    """
    by_kind = {
        name: [_rule(knowledge, tally) for tally in found if isinstance(tally.rule, kind)]
        for name, kind in _KINDS.items()
    }
    return {"edition": knowledge.edition, **about, **counts, **by_kind}


def _rule(knowledge: Knowledge, tally: RuleTally) -> Answer:
    rule = tally.rule
    labels = _labels(rule)
    return {
        "key": rule.key,
        "label": rule.label,
        "source": cite_json(rule.source),
        "presumed": _reading(tally.readings["presumed"], labels),
        "strict": _reading(tally.readings["strict"], labels),
        "decided_by_presumption": tally.by_presumption,
        "undecided": tally.undecided,
        "missing": [
            {"key": key, "label": _label_of(knowledge, key), "subjects": count}
            for key, count in tally.missing.most_common(MOST_MISSING)
            if count
        ],
    }


def _labels(rule: Score | Table | Step) -> dict[str, str]:
    if isinstance(rule, Score):
        return {band.key: band.label for band in rule.bands}
    table = rule.conclusion if isinstance(rule, Step) else rule
    return {outcome.key: outcome.text for outcome in table.outcomes}


def _label_of(knowledge: Knowledge, key: str) -> str:
    if key in knowledge.events:
        return f"{knowledge.events[key].label}: none recorded, and none excluded"
    return knowledge.facts[key].label


def _reading(count: Count, labels: Mapping[str, str]) -> Answer:
    answer: Answer = {
        "decided": count.decided,
        "needs_clinician": count.needs_clinician,
        "outcomes": [
            {"key": key, "label": label, "certain": count.certain[key], "possible": count.possible[key]}
            for key, label in labels.items()
        ],
    }
    if count.applies:
        answer["applies"] = {key: count.applies[key] for key in ("yes", "no", "unknown")}
    return answer


# Page -------------------------------------------------------------------------------------------


def report_page(report: Answer, *, rules: Sequence[str] = ()) -> RenderableType:
    """The report for reading; `rules` names the ones to show, all where it is empty."""
    parts: list[RenderableType] = [_people(report)]
    for kind in _KINDS:
        for rule in report[kind]:
            if not rules or rule["key"] in rules:
                parts += _rule_page(rule, report["subjects"])
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
