"""One occasion of prevention on its page: scores, what each source says, methods, doses, questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from veinway.engine.assessment import StepReading
from veinway.engine.one import Reasoner
from veinway.engine.urgency import is_known
from veinway.language import Step
from veinway.language.knowledge import facts_of
from veinway.language.values import Truth
from veinway.show.citations import cite_words
from veinway.show.prevent_parts import CAUSES, OCCASIONS, Occasion, Prevention, Section
from veinway.show.prevent_words import listed_in, medicine_of, said_of
from veinway.show.text_actions import STATES
from veinway.web.sections.asking import FIRST_SHOWN, Asked, Asker, Group, Questions, asked, sorted_out
from veinway.web.sections.case import Case
from veinway.web.sections.now import actions_in
from veinway.web.sections.scores import score_invalid, score_shown


@dataclass(frozen=True, slots=True)
class Tab:
    """An occasion in the menu: whether it is for this patient ("yes", "unknown" or "no")."""

    key: str
    label: str
    truth: str


def content(case: Case, made: Prevention, occasion: Occasion) -> dict[str, Any]:
    """All that the page of an occasion shows."""
    found = {each.occasion.key: each for each in made.sections}
    here = found.get(occasion.key)
    tabs = [_tab(each, found.get(each.key)) for each in OCCASIONS if each.key != CAUSES]
    shown = {"occasion": occasion, "tabs": tabs, "applies": "no" if here is None else _applies(here)}
    if here is None:
        return {**shown, "questions": _for_whom(case, made, occasion)}
    certain = [each for each in here.part.steps if each.found.applies is Truth.YES]
    return {
        **shown,
        "said": [said_of(each) for each in certain],
        "may": [_label(each) for each in here.part.steps if each.found.applies is Truth.UNKNOWN],
        "to_do": actions_in([each.found for each in certain], STATES, case),
        **_scores(here),
        "tables": [listed for each in here.part.tables if (listed := listed_in(each)) is not None],
        "medicines": [medicine_of(option) for option in here.options],
        "questions": questions(case, here),
    }


def _for_whom(case: Case, made: Prevention, occasion: Occasion) -> Questions:
    """What decides whether an occasion is for a patient of whom it was taken not to be."""
    steps = (reading.found.of for reading in made.assessment.steps)
    whom = [
        each.for_whom
        for each in steps
        if isinstance(each, Step) and each.question.key in occasion.questions
    ]
    reasoner = Reasoner(made.assessment.situation, presumptions=False)
    open_ = [asked(fact, case) for fact in facts_of(*whom) if not is_known(fact, reasoner)]
    group = Group("Whether this is for this patient", tuple(open_))
    return Questions((group,) if open_ else (), (), ())


def _tab(occasion: Occasion, found: Section | None) -> Tab:
    return Tab(occasion.key, occasion.label, "no" if found is None else _applies(found))


def _applies(found: Section) -> str:
    return "yes" if found.applies is Truth.YES else "unknown"


def _label(reading: StepReading) -> str:
    assert isinstance(reading.found.of, Step)
    return reading.found.of.label


def _scores(here: Section) -> dict[str, Any]:
    scores = here.part.scores
    return {
        "scores": [score_shown(each) for each in scores if each.found.applies is not Truth.NO],
        "invalid": [score_invalid(each) for each in scores if each.found.applies is Truth.NO],
    }


def questions(case: Case, here: Section) -> Questions:
    """What would settle it: of each step, then of each score; what is presumed stands apart."""
    return sorted_out(_askers(here), case, set())


def _askers(here: Section) -> Iterator[Asker]:
    """The first questions of each, then the rest of each.

    What one of them presumes and another asks is asked by the other.
    """
    taken = here.presumed
    for part in (slice(FIRST_SHOWN), slice(FIRST_SHOWN, None)):
        for each in here.asking:
            asks = [one for one in each.asked if one.key not in each.presumed or one.key in taken]
            yield each.of.label, cite_words(each.of.source), asks[part], taken


def asked_anywhere(questions: Questions) -> tuple[Asked, ...]:
    """Every question of a page, those that are presumed or not known among them."""
    grouped = (each for group in questions.groups for each in group.asked)
    return (*grouped, *questions.presumed, *questions.not_known)
