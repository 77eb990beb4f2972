"""`veinway prevent INPUT`: who is at risk of a clot, by which score, and what may prevent one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from veinway.commands.assess import check_guideline, show_unusable
from veinway.commands.inputs import Patient, check_instant, load_profile, read_patients
from veinway.commands.output import FINE, SOME_UNUSABLE, shipped_chapter, write_line

if TYPE_CHECKING:
    from veinway.language.knowledge import Knowledge
    from veinway.language.values import Situation
    from veinway.records.profile import Profile
    from veinway.show.prevent_parts import Prevention

EVERY = ""
"""No guideline comes first: each question is answered by all that speak to it."""


def run(
    source: str,
    at: str | None,
    guideline: str | None,
    profile: str | None,
    *,
    strict: bool,
    as_json: bool,
) -> int:
    """One page, or one JSON line, a person; status 2 if one could not be used."""
    knowledge = shipped_chapter("prevention")
    site = load_profile(profile, knowledge)
    chosen = EVERY if guideline is None else check_guideline(knowledge, guideline)
    status = FINE
    for patient in read_patients(source, knowledge, check_instant(at), site):
        if not isinstance(patient, Patient):
            status = SOME_UNUSABLE
            show_unusable(patient.error, patient.id, as_json=as_json)
            continue
        situation = next(iter(patient.situations.values()))
        made = prevention_for(knowledge, situation, chosen, strict=strict)
        _show(patient, made, site, as_json=as_json)
    return status


def prevention_for(
    knowledge: Knowledge, situation: Situation, guideline: str = EVERY, *, strict: bool = False
) -> Prevention:
    """Everything that is shown of one person's prevention."""
    from veinway.engine.assessment import assess
    from veinway.engine.one import Reasoner
    from veinway.engine.planning import plan
    from veinway.show.prevent_parts import prevention

    assessment = assess(knowledge, situation, guideline, presumptions=not strict)
    options = plan(knowledge, Reasoner(situation, presumptions=not strict), None)
    return prevention(knowledge, assessment, options)


def _show(patient: Patient, made: Prevention, site: Profile, *, as_json: bool) -> None:
    if as_json:
        from veinway.show.prevent_json import prevent_answer

        answer = prevent_answer(patient.id, made, patient.problems)
        write_line({**answer, "profile": site.named} if site.hash else answer)
        return
    from veinway.show.prevent_page import prevent_page
    from veinway.show.terminal import print_page

    profile = site.named if site.hash else ""
    print_page(prevent_page(patient.id, made, site.time_zone, profile, patient.problems))
