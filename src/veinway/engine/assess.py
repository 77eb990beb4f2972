"""One question about one subject, answered with everything a clinician should see beside it."""

from __future__ import annotations

from ..language import Step
from .actions import plan
from .finding import StepFinding
from .one import Reasoner


def assess_step(step: Step, reasoner: Reasoner, strict: Reasoner) -> StepFinding:
    """Whether the step applies, its conclusion and its plan; `strict` reasons without presumptions."""
    applies = reasoner.find(step.for_whom)
    conclusion = reasoner.table(step.conclusion)
    return StepFinding(
        step,
        conclusion.value,
        (applies, conclusion),
        applies=reasoner.truth(step.for_whom),
        strictly_applies=strict.truth(step.for_whom),
        conclusion=conclusion,
        strict=strict.options(step.conclusion),
        plan=plan(step, reasoner),
    )
