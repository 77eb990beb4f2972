"""The page of `veinway score --text`: one line a case, made from the JSON lines."""

from __future__ import annotations

from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from veinway.language import Score
from veinway.show.citations import cite_words
from veinway.show.rule_pages import footer, grid

Answer = dict[str, Any]


def score_page(score: Score, answers: list[Answer]) -> RenderableType:
    """Each case with its total, its band or bands, and what is still open."""
    labels = {band.key: band.label for band in score.bands}
    page = grid("case", "total", "band", "still open", title=score.label)
    for answer in answers:
        page.add_row(answer["id"], _total(answer), _band(answer, labels), _open(answer))
    for column, (width, ratio) in zip(
        page.columns, ((16, None), (9, None), (34, None), (None, 1)), strict=True
    ):
        column.max_width, column.ratio = width, ratio
    warning = [Text(score.warning, style="yellow")] if score.warning else []
    editions = {answer["edition"] for answer in answers if "edition" in answer}
    return Group(page, *warning, footer(", ".join(sorted(editions)) or "-", cite_words(score.source)))


def _total(answer: Answer) -> str:
    if "low" not in answer:
        return "-"
    low, high = answer["low"], answer["high"]
    return f"{low}" if low == high else f"{low} to {high}"


def _band(answer: Answer, labels: dict[str, str]) -> Text:
    if "error" in answer:
        return Text(f"✗ {answer['error']['code']}", style="bold red")
    if answer.get("applies", True) is False:
        return Text("– not valid", style="magenta")
    if answer["decided"]:
        return Text(f"● {labels[answer['band']]}", style="bold green")
    either = " or ".join(labels[band] for band in answer["bands"])
    unsure = "; valid?" if "applies_open" in answer else ""
    return Text(f"? {either}{unsure}", style="bold yellow")


def _open(answer: Answer) -> str:
    if "error" in answer:
        error = answer["error"]
        return " ".join(error[name] for name in ("where", "what", "todo") if name in error)
    if "reason" in answer:
        return str(answer["reason"])
    if "applies_open" in answer:
        return f"whether it is valid: {', '.join(answer['applies_open'])}"
    open_ = answer["open"]
    if not open_:
        return "nothing"
    if answer["decided"]:
        return f"{len(open_)}, which would not change it"
    return ", ".join(open_)
