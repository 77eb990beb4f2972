"""From what is given to what the rules say, for a page to show and for the store to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.engine.assessment import Assessment, assess_limbs
from veinway.engine.compare import Comparison, compare_all
from veinway.records.problems import Problem
from veinway.show.json_answers import assess_answer
from veinway.web.service.given import Given, site_of, situations


@dataclass(frozen=True, slots=True)
class Limb:
    """One limb ("" where none was described apart): what the rules say, and how guidelines compare."""

    side: str
    assessment: Assessment
    comparisons: Sequence[Comparison]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the rules say of a patient; the limb that speaks for the patient comes first."""

    limbs: tuple[Limb, ...]
    problems: tuple[Problem, ...]

    @property
    def speaks(self) -> Limb:
        """The limb that speaks for the patient."""
        return self.limbs[0]


def decide(given: Given, *, compared: bool = True) -> Decided:
    """Apply the rules; the same input gives the same answer, whenever and wherever.

    compared: whether guidelines are compared as well, which a page that shows no comparison need not.
    """
    presumptions = not given.get("strict", False)
    site = site_of(given["site"])
    found, problems = situations(given)
    without = {side: site.without_coverage(here) for side, here in found.items()}
    assessed = assess_limbs(
        DIAGNOSIS, found, site.guideline, presumptions=presumptions, uncovered=without
    )
    limbs = []
    for side, assessment in assessed.items():
        said = (
            compare_all(DIAGNOSIS, found[side], uncovered=without[side], presumptions=presumptions)
            if compared
            else ()
        )
        limbs.append(Limb(side, assessment, said))
    return Decided(tuple(limbs), tuple(problems))


def answer_of(decided: Decided) -> list[dict[str, Any]]:
    """What was decided, as the JSON that `veinway assess` gives, one object a limb."""
    return [
        assess_answer(limb.side, limb.assessment, DIAGNOSIS.edition, decided.problems, limb.comparisons)
        for limb in decided.limbs
    ]
