"""Proofs that the rules hold for every patient, those of whom little is known included.

Needs z3 (the extra `prove`), which is loaded only here. What is proved, and of whom, is said in
`engine.proofs`; a law that does not hold comes with a patient of whom nothing more can be forgotten.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Literal

from ..language.errors import InputError
from ..language.knowledge import Knowledge
from .proofs.report import CounterExample, ProofReport, ProofResult

__all__ = ["CounterExample", "ProofReport", "ProofResult", "prove"]

Size = Literal["ci", "nightly"]
_SECONDS_EACH = {"ci": 10.0, "nightly": 600.0}


def prove(
    knowledge: Knowledge, *, size: Size = "ci", timeout_seconds: int = 240, processes: int = 1
) -> ProofReport:
    """Every law about every rule.

    size: `nightly` also proves that narrowing never reverses a score or for whom a step is, and lets
    one question take 10 minutes, not 10 seconds. timeout_seconds: for all questions together; what is
    left when it has passed is "not finished", which is not proved. processes: how many share the work.

    Raises InputError I240 where z3 is not installed.
    """
    if find_spec("z3") is None:
        raise InputError(
            "I240",
            "Proofs need z3, which is not installed.",
            todo="Install it with: pip install 'veinway[prove]'.",
        )
    from .proofs import everything
    from .proofs.ask import Solver

    return everything.prove(
        knowledge,
        Solver(_SECONDS_EACH[size], timeout_seconds),
        thorough=size == "nightly",
        processes=processes,
    )
