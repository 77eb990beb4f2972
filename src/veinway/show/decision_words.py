"""Decision sheets in words and as JSON: how many of 100, how many more or fewer, and how sure."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from veinway.language.decision_sheets import DecisionSheet, PooledResult, SheetLine, TrialResult
from veinway.show.citations import cite_json
from veinway.show.values import number_json, number_words

CERTAINTY = {
    "clear": "more than chance explains",
    "not_clear": "may be chance",
    "not_stated": "whether it may be chance was not read",
}


def figure_words(part: TrialResult | PooledResult | SheetLine) -> str:
    """One figure or sentence of a sheet, for a list of what stands on whose authority."""
    match part:
        case TrialResult():
            after = f" after {part.after}" if part.after else ""
            shares = f"{per_cent(part.treated)} treated, {per_cent(part.untreated)} untreated"
            note = f" ({part.note})" if part.note else ""
            return f"{part.trial}: {part.outcome}{after}: {shares}{note}; {part.number} {part.people}"
        case PooledResult():
            return f"{part.outcome}: {pooled_words(part)}"
    return part.text


def per_cent(share: Fraction) -> str:
    """A share as printed: "41.1 %"."""
    return f"{number_words(share)} %"


def of_100_words(share: Fraction, whole: int) -> str:
    """People of 100 in words; a share that rounds to none is still not none."""
    if share and not whole:
        return "fewer than 1 of 100"
    return "none of 100" if not whole else f"{whole} of 100"


def difference_words(found: TrialResult) -> str:
    """How many more or fewer of 100 with the treatment: "10 fewer of 100"."""
    amount = abs(found.difference)
    more = "more" if found.difference > 0 else "fewer"
    return f"{number_words(amount)} {more} of 100" if amount else "no difference"


def pooled_words(found: PooledResult) -> str:
    """What was pooled: "116 fewer of 1000 (180 to 37 fewer), after 6 months to 5 years"."""
    more = "more" if found.per_1000 > 0 else "fewer"
    ends = sorted((abs(found.low), abs(found.high)), reverse=found.per_1000 < 0)
    after = f", after {found.after}" if found.after else ""
    return f"{abs(found.per_1000)} {more} of 1000 ({ends[0]} to {ends[1]} {more}){after}"


def sheet_answer(sheet: DecisionSheet, edition: str, notice: str) -> dict[str, Any]:
    """The whole sheet as JSON; `of_100` is ready for a picture of 100 people."""
    return {
        "sheet": sheet.key,
        "label": sheet.label,
        "edition": edition,
        "treated": sheet.treated,
        "untreated": sheet.untreated,
        "pictured": [each.key for each in sheet.pictured],
        "results": [_result(each) for each in sheet.results],
        "pooled": [_pooled(each) for each in sheet.pooled],
        "lines": [
            {"key": each.key, "about": each.about, "text": each.text, "source": cite_json(each.source)}
            for each in sheet.lines
        ],
        "source": cite_json(sheet.source),
        "notice": notice,
    }


def _result(found: TrialResult) -> dict[str, Any]:
    treated, untreated = found.of_100
    return {
        "key": found.key,
        "trial": found.trial,
        "outcome": found.outcome,
        "kind": found.kind,
        "people": found.people,
        "number": found.number,
        "after": found.after,
        "per_cent": {"treated": number_json(found.treated), "untreated": number_json(found.untreated)},
        "of_100": {"treated": treated, "untreated": untreated},
        "difference_of_100": number_json(found.difference),
        "number_needed": found.number_needed,
        "certainty": found.certainty,
        "note": found.note,
        "source": cite_json(found.source),
    }


def _pooled(found: PooledResult) -> dict[str, Any]:
    return {
        "key": found.key,
        "outcome": found.outcome,
        "kind": found.kind,
        "after": found.after,
        "per_1000": found.per_1000,
        "low": found.low,
        "high": found.high,
        "source": cite_json(found.source),
    }
