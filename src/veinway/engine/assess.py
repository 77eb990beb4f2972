"""One question about one subject, answered with everything a clinician should see beside it."""

from __future__ import annotations

from ..language import Score, Step
from .actions import plan
from .finding import StepFinding
from .one import Reasoner


def assess_step(step: Step, reasoner: Reasoner) -> StepFinding:
    """Whether the step applies, its conclusion (also without presumptions), and its plan."""
    applies = reasoner.find(step.for_whom)
    conclusion = reasoner.table(step.conclusion)
    strict = Reasoner(reasoner.situation, presumptions=False)
    strictly = strict.table(step.conclusion).value
    assert isinstance(strictly, frozenset)
    return StepFinding(
        step,
        conclusion.value,
        (applies, conclusion),
        applies=reasoner.truth(step.for_whom),
        strictly_applies=strict.truth(step.for_whom),
        conclusion=conclusion,
        strict=strictly,
        plan=plan(step, reasoner),
    )


def more_symptomatic(score: Score, reasoners: dict[str, Reasoner]) -> str:
    """The limb that speaks for a patient with two symptomatic limbs.

    The limb with the higher lowest total; of two equal ones, the one that can still be higher.
    """
    totals = {side: reasoner.score(score).total for side, reasoner in reasoners.items()}
    return max(sorted(totals), key=lambda side: totals[side])
