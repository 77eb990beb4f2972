"""One question about one subject, answered with everything a clinician should see beside it."""

from __future__ import annotations

from functools import partial

from ..language import Step
from .actions import plan
from .finding import Finding, StepFinding
from .one import Reasoner


def assess_step(step: Step, reasoner: Reasoner, strict: Reasoner) -> StepFinding:
    """Whether the step applies, its conclusion and its plan; `strict` reasons without presumptions."""
    conclusion = reasoner.table(step.conclusion)

    def explained() -> Finding:
        return Finding(step, conclusion.value, (reasoner.find(step.for_whom), conclusion))

    return StepFinding(
        step,
        conclusion.value,
        explained,
        applies=reasoner.truth(step.for_whom),
        strictly_applies=strict.truth(step.for_whom),
        conclusion=conclusion,
        strict=strict.options(step.conclusion),
        planned=partial(plan, step, reasoner),
    )
