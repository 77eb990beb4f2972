"""One medicine for one patient as JSON: its verdict with the reasons, and each phase with the dose."""

from __future__ import annotations

from typing import Any

from veinway.engine.planning import Option, PhasePlan
from veinway.language.values import Truth
from veinway.show.citations import cite_json
from veinway.show.dose_words import dose_words, lasting
from veinway.show.values import number_json

Answer = dict[str, Any]


def medicine_json(option: Option) -> Answer:
    """The verdict on a medicine, every reason, and its phases."""
    return {
        "drug": option.drug.key,
        "label": option.drug.label,
        "standing": option.standing,
        "offered": option.offered,
        "refused": option.refused,
        "reasons": [
            {
                "id": reason.row.id,
                "holds": reason.truth is Truth.YES or None,
                "source": cite_json(reason.row.cite),
            }
            for reason in option.reasons
        ],
        "phases": [_phase(part) for part in option.phases],
    }


def _phase(part: PhasePlan) -> Answer:
    amount = part.amount
    return {
        "key": part.phase.key,
        "label": part.phase.label,
        "lasts": lasting(part.phase),
        "dose": None if part.given is None else dose_words(part.given, amount),
        "amount": None if amount is None else [number_json(end) for end in amount],
        "may_be": [outcome.key for outcome in part.may_be],
        "source": cite_json(part.phase.source),
    }
