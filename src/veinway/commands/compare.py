"""`veinway compare INPUT`: what each guideline says about one patient, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from veinway.commands.inputs import Patient, check_instant, load_profile, read_patients
from veinway.commands.output import shipped_chapter, show_each, write_answer
from veinway.language.errors import InputError

if TYPE_CHECKING:
    from veinway.engine.compare import Comparison
    from veinway.language.knowledge import Knowledge
    from veinway.language.values import Situation
    from veinway.records.profile import Profile


def run(
    source: str,
    at: str | None,
    question: str | None,
    profile: str | None,
    chapter: str,
    *,
    as_json: bool,
) -> int:
    """One page, or one JSON line, for each patient and limb; status 2 if one could not be used."""
    knowledge = shipped_chapter(chapter)
    site = load_profile(profile, knowledge)
    check_question(knowledge, question)

    def show(patient: Patient) -> None:
        for side, situation in patient.situations.items():
            uncovered = site.without_coverage(situation) if patient.from_records else None
            found = compared(knowledge, situation, uncovered, question, everything=as_json)
            form = _line if as_json else _page
            form(knowledge, site, patient, side, situation, found)

    patients = read_patients(source, knowledge, check_instant(at), site)
    return show_each(patients, show, as_json=as_json)


def check_question(knowledge: Knowledge, question: str | None) -> None:
    """InputError I206 for a question that nobody asks; it names the nearest ones."""
    if question is None or question in knowledge.questions:
        return
    near = get_close_matches(question, knowledge.questions, n=3) or list(knowledge.questions)
    raise InputError(
        "I206",
        f"There is no question {question!r}.",
        where="--question",
        todo=f"The nearest are: {', '.join(near)}.",
    )


def compared(
    knowledge: Knowledge,
    situation: Situation,
    uncovered: Situation | None,
    question: str | None,
    *,
    everything: bool = True,
) -> Sequence[Comparison]:
    """Every question, or one, with what would settle it.

    everything: also what would settle the questions to which nobody has a certain answer.
    """
    from veinway.engine.compare import compare_all, with_open

    found = compare_all(knowledge, situation, uncovered=uncovered)
    chosen = [each for each in found if question in (None, each.question.key)]
    wanted = everything or len(chosen) == 1
    return [with_open(each, situation) if wanted or each.spoken else each for each in chosen]


def _line(
    knowledge: Knowledge,
    site: Profile,
    patient: Patient,
    side: str,
    situation: Situation,
    found: Sequence[Comparison],
) -> None:
    from veinway.show.compare_json import compare_answer

    answer = compare_answer(patient.id, situation, found, knowledge.edition, patient.problems)
    answer |= {"side": side} if side else {}
    write_answer(answer, site)


def _page(
    knowledge: Knowledge,
    site: Profile,
    patient: Patient,
    side: str,
    situation: Situation,
    found: Sequence[Comparison],
) -> None:
    from veinway.show.compare_page import compare_page
    from veinway.show.terminal import print_page
    from veinway.show.text_parts import notice

    heading = f"Patient {patient.id}" + (f", {side} leg" if side else "")
    footer = notice(knowledge.edition, site.mention)
    page = compare_page(
        heading, situation, found, footer, time_zone=site.time_zone, problems=patient.problems
    )
    print_page(page)
