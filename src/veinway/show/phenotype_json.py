"""Who has a clot by each definition, as data: counts with bounds, overlaps, and why they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from veinway.care.phenotypes.all import OUTCOMES, PHENOTYPES
from veinway.engine.coded import Frame
from veinway.engine.phenotype_tally import Pair, PhenotypeTally
from veinway.engine.phenotypes import (
    CLEAN,
    CODE,
    NOT_LISTED,
    OBSERVED,
    PERIOD,
    RECURRENT,
    UNTREATED,
)
from veinway.language.phenotypes import Outcome, Phenotype, Support
from veinway.records.phenotype_codes import label_of
from veinway.show.citations import cite_json

Answer = dict[str, Any]
NOTICE = (
    "For people who count clots in records, such as analysts and researchers. A definition says who is "
    "counted by what is coded, not who has a clot, and it decides nothing about a patient. A number has "
    "two ends: who is counted for certain, and who may be, where a date, a code or a kind of record "
    "leaves it open. The definitions marked Veinway are local choices that no clinician has signed off."
)
HELD = {
    "anticoagulant": "medicines",
    "positive_scan": "scans of leg veins or of the lung",
    "procedure": "procedures",
    "primary_position": "main diagnoses of stays in hospital",
}
"""The kinds of record that a definition may ask for."""
_WORDS = {
    NOT_LISTED: "not on its list",
    CODE: "a code that is not confirmed, or a provisional diagnosis",
    PERIOD: "its day, and the period",
    CLEAN: "an earlier code, or history, in the time that should be free of them",
    UNTREATED: "an anticoagulant before it, which may be for an older clot or for this one",
    OBSERVED: "the record begins too late to know",
    RECURRENT: "no second one that is long enough after treatment of the first",
    "anticoagulant": "an anticoagulant supplied or given near it",
    "positive_scan": "a scan near it that shows a clot",
    "procedure": "a procedure for a clot near it",
    "primary_position": "the main diagnosis of a stay",
    "certified_death": "a death certified as caused by it",
}


def need_words(what: Support) -> str:
    """What may stand near a code, in words."""
    return _WORDS[what]


def why_words(why: str, *, certain: bool) -> str:
    """A reason in words; of a need, what is missing. certain: why somebody is certainly not counted."""
    if why in (NOT_LISTED, CODE, PERIOD, CLEAN, UNTREATED, OBSERVED, RECURRENT):
        return _WORDS[why]
    needed = ", or ".join(_WORDS[way] for way in why.split(" or "))
    return f"{'not on record' if certain else 'not surely on record'}: {needed}"


def definitions_of(outcome: Outcome) -> tuple[Phenotype, ...]:
    """The definitions that are compared on an outcome, in the order in which they are shown."""
    return tuple(each for each in PHENOTYPES if each.outcome == outcome.key)


def phenotype_answer(
    tally: PhenotypeTally, persons: int, frame: Frame, about: Mapping[str, Any], edition: str
) -> Answer:
    """The whole answer. persons: all people of the source. about: source, period, and what was asked."""
    return {
        "edition": edition,
        "source": about["source"],
        "period": about["period"],
        "strict": about["strict"],
        "persons": persons,
        "persons_with_a_code": tally.people,
        "held": {HELD[kind]: kind in frame.held for kind in HELD},
        "outcomes": [_outcome(outcome, tally) for outcome in OUTCOMES],
        "notice": NOTICE,
    }


def _outcome(outcome: Outcome, tally: PhenotypeTally) -> Answer:
    compared = definitions_of(outcome)
    return {
        "key": outcome.key,
        "label": outcome.label,
        "standard": outcome.standard or None,
        "definitions": [_definition(each, tally) for each in compared],
        "overlap": list(_overlap(compared, tally)) if outcome.standard else [],
        "differences": list(_differences(compared, tally)) if outcome.standard else [],
    }


def _definition(definition: Phenotype, tally: PhenotypeTally) -> Answer:
    key = definition.key
    return {
        "key": key,
        "label": definition.label,
        "body": definition.body,
        "source": cite_json(definition.source),
        "persons": [tally.sure[key], tally.possible[key]],
        "codes": [
            {"code": code, "label": label_of(code), "persons": count}
            for code, count in _ordered(tally.codes[key])
        ],
        "unsure": [
            {"why": why, "words": why_words(why, certain=False), "persons": count}
            for why, count in _ordered(tally.unsure[key])
        ],
        "presumed": list(definition.presumed),
        "faults": list(definition.faults),
        "not_read": list(definition.not_read),
    }


def _overlap(compared: Sequence[Phenotype], tally: PhenotypeTally) -> Iterator[Answer]:
    for number, one in enumerate(compared):
        for other in compared[number + 1 :]:
            pair = one.key, other.key
            both = [tally.both_sure[pair], tally.both_possible[pair]]
            yield {"definitions": list(pair), "persons": both}


def _differences(compared: Sequence[Phenotype], tally: PhenotypeTally) -> Iterator[Answer]:
    for one in compared:
        for other in compared:
            pair: Pair = one.key, other.key
            if tally.only_people[pair]:
                yield {
                    "counted_by": one.key,
                    "not_by": other.key,
                    "persons": tally.only_people[pair],
                    "reasons": [
                        _reason(why, code, count) for (why, code), count in _ordered(tally.only[pair])
                    ],
                }


def _reason(why: str, code: str, persons: int) -> Answer:
    named = {"code": code, "label": label_of(code)} if code else {}
    return {"why": why, "words": why_words(why, certain=True), **named, "persons": persons}


def _ordered(counted: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))
