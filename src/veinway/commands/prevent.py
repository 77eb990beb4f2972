"""`veinway prevent INPUT`: who is at risk of a clot, by which score, and what may prevent one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from veinway.commands.inputs import (
    Patient,
    check_guideline,
    check_instant,
    load_profile,
    read_patients,
)
from veinway.commands.output import shipped_chapter, show_each, write_answer

if TYPE_CHECKING:
    from veinway.records.profile import Profile
    from veinway.show.prevent_parts import Prevention


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
    from veinway.show.prevent_parts import EVERY, prevention_for

    knowledge = shipped_chapter("prevention")
    site = load_profile(profile, knowledge)
    chosen = EVERY if guideline is None else check_guideline(knowledge, guideline)

    def show(patient: Patient) -> None:
        situation = next(iter(patient.situations.values()))
        made = prevention_for(knowledge, situation, chosen, strict=strict)
        _show(patient, made, site, as_json=as_json)

    patients = read_patients(source, knowledge, check_instant(at), site)
    return show_each(patients, show, as_json=as_json)


def _show(patient: Patient, made: Prevention, site: Profile, *, as_json: bool) -> None:
    if as_json:
        from veinway.show.prevent_json import prevent_answer

        write_answer(prevent_answer(patient.id, made, patient.problems), site)
        return
    from veinway.show.prevent_page import prevent_page
    from veinway.show.terminal import print_page

    print_page(prevent_page(patient.id, made, site.time_zone, site.mention, patient.problems))
