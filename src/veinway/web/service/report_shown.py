"""A service's report for the page: its numbers in words, those too small to be told left out.

Whoever sees the report sees no names. A number below five is never told, zero included, and neither is
one from which it would follow: of a share "fewer than 5", or "all but fewer than 5".
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from veinway.show.service_report import Answer
from veinway.show.service_report_charts import chart
from veinway.show.service_report_words import HEADS, cells, count_words
from veinway.web.service.counting import SMALLEST

FEW, ALL_BUT_FEW = "fewer than 5", "all but fewer than 5"


def shown_groups(answer: Answer) -> list[dict[str, Any]]:
    """Each group of measures: its chart, its heads, and its rows of words."""
    return [_group(group) for group in answer["groups"]]


def _group(group: Answer) -> dict[str, Any]:
    measures = group["measures"]
    told = [each for each in measures if _may_be_told(each)]
    return {
        "key": group["key"],
        "label": group["label"],
        # The chart is made of escaped texts and numbers by our own code.
        "chart": Markup(chart({**group, "measures": told})) if told else "",
        "heads": [head or "measure" for head in HEADS[measures[0]["kind"]]],
        "rows": [_row(each) for each in measures],
    }


def _row(measure: Answer) -> dict[str, Any]:
    source = measure["source"]
    better = {"more": "More is better.", "fewer": "Fewer are better."}.get(measure["better"] or "", "")
    return {
        "label": measure["label"],
        "source": f"{source['title']}, {source['place']}",
        "better": better,
        "cells": cells(measure)[1:] if _may_be_told(measure) else _hidden(measure),
    }


def _may_be_told(measure: Answer) -> bool:
    low, high = measure["of"]
    if high < SMALLEST or low < SMALLEST:
        return False
    return measure["kind"] != "share" or not any(_small(measure, end) for end in measure["met"])


def _small(measure: Answer, met: int) -> str:
    """How a number is told from which a small one would follow; "" for all others."""
    if met < SMALLEST:
        return FEW
    return ALL_BUT_FEW if any(of - met < SMALLEST for of in measure["of"] if of != met) else ""


def _hidden(measure: Answer) -> tuple[str, ...]:
    """The cells of a measure of which not all is told."""
    low, high = measure["of"]
    of = count_words(measure["of"]) if low >= SMALLEST else FEW
    if low < SMALLEST <= high:
        of = f"{FEW}, to {high:,}"
    if measure["kind"] == "count":
        return (of,)
    if measure["kind"] == "time":
        return ("hidden", "hidden", "hidden", of, "hidden")
    words = list(dict.fromkeys(_small(measure, end) or f"{end:,}" for end in measure["met"]))
    told = "hidden" if high < SMALLEST or words == [FEW, ALL_BUT_FEW] else " to ".join(words)
    return ("hidden", told, of)
