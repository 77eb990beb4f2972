"""Guidelines, acts and times in the few words that fit a table of comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from veinway.engine.compare import Comparison, Difference, Verdict
from veinway.engine.finding import ActionFinding
from veinway.engine.positions import Claim, Position
from veinway.language import Cite, Outcome, Row, Strength, Tag
from veinway.language.steps import Due
from veinway.show.words import phrase

Answer = dict[str, Any]
_GUIDELINES = {
    "nice": "NICE",
    "esc": "ESC",
    "aha": "AHA/ACC",
    "ash": "ASH",
    "esvs": "ESVS",
    "chest": "CHEST",
    "rcog": "RCOG",
    "cks": "NICE CKS",
    "qs": "NICE QS",
    "tc": "Thrombosis Canada",
    "label": "product information",
    "danish": "Danish guideline",
    "casting": "CASTING",
    "ukmec": "UKMEC",
    "usmec": "US MEC",
    "ers": "ESC/ERS",
    "veinway": "Veinway",
}
_CAPITALS = {"dvt": "DVT", "pe": "PE", "ctpa": "CTPA", "mr": "MR", "perc": "PERC", "wells": "Wells"}
_CAPITALS |= {"x": "X", "d": "D", "years": "YEARS", "vte": "VTE", "ct": "CT", "ecg": "ECG"}
_END = re.compile(r"[:;.](?: |$)")
_ANCHORS = {"index": "of suspicion", "request": "of the request", "action": "later"}


def guideline_words(key: str) -> str:
    """The short name of a guideline: "NICE"."""
    return _GUIDELINES.get(key, key.upper())


def act_words(act: str) -> str:
    """An act word for reading: "repeat scan", "D-dimer"."""
    words = " ".join(_CAPITALS.get(word, word) for word in act.split("_"))
    return words.replace("D dimer", "D-dimer").replace("X ray", "X-ray")


def time_words(timing: Iterable[Due | str]) -> str:
    """The times that a claim names: "day 6 to 8", "within 4 hours of suspicion", "now"."""
    return ", ".join(sorted(each if isinstance(each, str) else window_words(each) for each in timing))


def window_words(due: Due) -> str:
    """A window in few words; days after an action are counted from it."""
    after = _ANCHORS[due.of] if isinstance(due.of, str) else f"after {phrase(due.of)}"
    if due.back:
        after = after.replace("after ", "before ", 1)
    if due.earliest is None:
        return f"within {due.latest} {after}".removesuffix(" later")
    first, last = due.earliest, due.latest
    unit = f"{first.unit} " if first.unit == last.unit else ""
    ends = [str(first.count if unit else first), str(last.count if unit else last)]
    return f"{unit}{' to '.join(dict.fromkeys(ends))}" + ("" if due.of_name == "action" else f" {after}")


def strength_words(strengths: Iterable[Strength]) -> str:
    """How strongly it is worded: "offer", "consider", "do not"."""
    return ", ".join(each.value for each in Strength if each in set(strengths))


def said_words(part: ActionFinding | Row) -> str:
    """What one part of a claim says, in few words where the guideline's rule has them."""
    if isinstance(part, ActionFinding):
        return part.action.text
    return part.then.short or part.then.text


def cite_of(part: ActionFinding | Row) -> Cite:
    return part.action.cite if isinstance(part, ActionFinding) else part.cite


def recommendation(cite: Cite) -> str:
    """The place alone, for a line that names the guideline already; its tag where it must be signed."""
    tags = {Tag.UNCONFIRMED: " [not confirmed]", Tag.LOCAL: " [local choice]"}
    return f"{cite.place}{tags.get(cite.tag, '')}"


def cites_of(claim: Claim) -> str:
    return "; ".join(dict.fromkeys(recommendation(cite_of(part)) for part in claim.said))


def short_outcome(outcome: Outcome) -> str:
    """What a table calls an outcome: its few words, or its act, or its key in words."""
    return outcome.short or act_words(outcome.action or outcome.key)


def heading_words(outcome: Outcome) -> str:
    """What an outcome is, without what follows from it: the beginning of its sentence."""
    return outcome.short or _END.split(outcome.text, maxsplit=1)[0]


# Differences ----------------------------------------------------------------------------------------

_HOW = {
    Verdict.DIFFERENT_ACTION: "Different action",
    Verdict.DIFFERENT_TIMING: "Different timing",
    Verdict.DIFFERENT_STRENGTH: "Different strength",
}


def difference_lines(found: Comparison, *, cited: bool = False) -> list[str]:
    """Each act in which guidelines differ, one line: who says what; the weightiest first."""
    groups: dict[str, list[Difference]] = {}
    for each in found.differences:
        groups.setdefault(each.act, []).append(each)
    order = list(_HOW)
    ranked = sorted(
        ((min(order.index(each.verdict) for each in group), act) for act, group in groups.items()),
        key=lambda entry: entry[0],
    )
    return [_line(order[rank], act, groups[act], cited=cited) for rank, act in ranked]


def _line(verdict: Verdict, act: str, group: list[Difference], *, cited: bool) -> str:
    sides = {id(side): side for each in group for side in (each.one, each.other)}
    says: dict[str, list[Position]] = {}
    for side in sides.values():
        says.setdefault(_side(verdict, act, side), []).append(side)
    parts = [f"{_names(who, act, cited=cited)}: {what}" for what, who in says.items()]
    about = f", {act_words(act)}" if act else ""
    acts = act or any(claim.named for side in sides.values() for claim in side.claims if claim.open)
    how = _HOW[verdict] if acts else "Different conclusion"
    return f"{how}{about}. {'; '.join(parts)}."


def _names(who: list[Position], act: str, *, cited: bool) -> str:
    return ", ".join(_name(each, act, cited=cited) for each in who)


def _name(side: Position, act: str, *, cited: bool) -> str:
    name = guideline_words(side.guideline)
    claims = [side.claim(act)] if act else [claim for claim in side.claims if claim.open]
    places = "; ".join(dict.fromkeys(cites_of(claim) for claim in claims if claim is not None))
    return f"{name} ({places})" if cited and places else name


def _side(verdict: Verdict, act: str, side: Position) -> str:
    if not act:
        return " and ".join(_asked(claim) for claim in side.claims if claim.open)
    claim = side.claim(act)
    if claim is None:
        return "not here"
    if verdict is Verdict.DIFFERENT_TIMING:
        return time_words(claim.timing)
    if verdict is Verdict.DIFFERENT_STRENGTH or claim.forbids:
        return strength_words(claim.strengths)
    when = time_words(claim.timing)
    return f"{strength_words(claim.strengths)}{f', {when}' if when else ''}"


def _asked(claim: Claim) -> str:
    """What a claim asks for; an outcome that asks for nothing by the few words it has."""
    outcomes = [part.then for part in claim.said if isinstance(part, Row)]
    short = next((each.short for each in outcomes if each.short), "")
    return short if short and not claim.named else act_words(claim.act)


def verdict_line(found: Comparison) -> str:
    """The verdict where nothing is known to differ."""
    speaking = [guideline_words(each.guideline) for each in found.positions if each.claims]
    match found.verdict:
        case Verdict.SAME:
            return f"No difference: {_joined(speaking)} ask for the same."
        case Verdict.SILENT:
            return f"Only {speaking[0]} says something here." if speaking else "None says anything here."
        case Verdict.ONE_ANSWER:
            return "One guideline answers this for such a patient."
    names = [guideline_words(each.guideline) for each in found.undecided]
    return f"Not decided: {_joined(names)} may still say something else." if names else "Not decided."


def _joined(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def differences_json(found: Comparison) -> Answer:
    """The verdict on one question, in words and as data."""
    return {
        "question": found.question.key,
        "label": found.question.label,
        "verdict": found.verdict.value,
        "words": difference_lines(found, cited=True) or [verdict_line(found)],
        "differences": [
            {
                "verdict": each.verdict.value,
                "act": each.act,
                "guidelines": [each.one.guideline, each.other.guideline],
            }
            for each in found.differences
        ],
    }
