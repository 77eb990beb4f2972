"""`veinway score KEY CASES`: one score for many cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from veinway.commands.inputs import Patient, check_instant, load_profile, read_cases_of, read_text
from veinway.commands.output import (
    FINE,
    SOME_UNUSABLE,
    error_answer,
    shipped_knowledge,
    write_line,
)
from veinway.language.errors import InputError

if TYPE_CHECKING:
    from veinway.language import Score
    from veinway.language.knowledge import Knowledge
    from veinway.records.cases import Unusable

Answer = dict[str, Any]


def run(
    key: str, source: str, at: str | None, profile: str | None, *, strict: bool, as_text: bool
) -> int:
    """One line for each case; status 2 if one of them could not be used."""
    knowledge = shipped_knowledge()
    score = find_score(knowledge, key)
    site = load_profile(profile, knowledge)
    cases = read_cases_of(read_text(source), source, knowledge, check_instant(at), site)
    answers = _answers(cases, score, knowledge, strict=strict)
    return _table(score, list(answers)) if as_text else _lines(answers)


def find_score(knowledge: Knowledge, key: str) -> Score:
    """A score by its key; InputError I201 names the scores there are."""
    if key not in knowledge.scores:
        listed = ", ".join(sorted(knowledge.scores))
        raise InputError("I201", f"There is no score {key!r}.", todo=f"The scores are: {listed}.")
    return knowledge.scores[key]


def _answers(
    cases: Iterator[Patient | Unusable], score: Score, knowledge: Knowledge, *, strict: bool
) -> Iterator[Answer]:
    for case in cases:
        if isinstance(case, Patient):
            yield _answer(case, score, knowledge, strict=strict)
        else:
            yield error_answer(case.error, case.id)


def _answer(case: Patient, score: Score, knowledge: Knowledge, *, strict: bool) -> Answer:
    from veinway.engine.assessment import read_score
    from veinway.engine.one import Reasoner
    from veinway.show.json_scores import score_line

    readings = {}
    for side, situation in case.situations.items():
        without = Reasoner(situation, presumptions=False)
        readings[side] = read_score(score, without if strict else Reasoner(situation), without)
    return score_line(case.id, readings, knowledge.edition)


def _lines(answers: Iterator[Answer]) -> int:
    status = FINE
    for answer in answers:
        write_line(answer)
        if "error" in answer:
            status = SOME_UNUSABLE
    return status


def _table(score: Score, answers: list[Answer]) -> int:
    from veinway.show.score_page import score_page
    from veinway.show.terminal import print_page

    print_page(score_page(score, answers))
    return SOME_UNUSABLE if any("error" in answer for answer in answers) else FINE
