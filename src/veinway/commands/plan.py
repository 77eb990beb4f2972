"""`veinway plan INPUT`: every anticoagulant for one patient, with the dose and why not the others."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from veinway.commands.inputs import (
    Patient,
    check_guideline,
    check_instant,
    load_profile,
    read_patients,
)
from veinway.commands.output import shipped_chapter, show_each, write_answer
from veinway.language.errors import InputError

if TYPE_CHECKING:
    from veinway.language.values import Situation
    from veinway.records.profile import Profile
    from veinway.show.plan_parts import Planned


def run(
    source: str,
    at: str | None,
    guideline: str | None,
    first_dose: str | None,
    profile: str | None,
    *,
    strict: bool,
    as_json: bool,
) -> int:
    """One page, or one JSON line, a patient; status 2 if one could not be used."""
    from veinway.show.plan_parts import planned_for

    knowledge = shipped_chapter("treatment")
    site = load_profile(profile, knowledge)
    chosen = check_guideline(knowledge, guideline or site.guideline)

    def show(patient: Patient) -> None:
        situation = next(iter(patient.situations.values()))
        begins = _first_dose(first_dose, situation, site)
        planned = planned_for(knowledge, situation, chosen, begins, strict=strict)
        _show(patient, planned, site, as_json=as_json)

    patients = read_patients(source, knowledge, check_instant(at), site)
    return show_each(patients, show, as_json=as_json)


def _first_dose(stated: str | None, situation: Situation, site: Profile) -> int:
    """When treatment begins, in minutes of the site's calendar; I214 where it is no instant."""
    from veinway.show.plan_parts import first_dose_minute

    zone = ZoneInfo(site.time_zone)
    if stated is None:
        when = datetime.fromtimestamp(situation.at_minute * 60, zone)
    else:
        try:
            when = datetime.fromisoformat(stated)
        except ValueError:
            raise InputError(
                "I214",
                f"{stated!r} is not a date or an instant.",
                where="--first-dose",
                todo="Write 2026-03-04T20:00.",
            ) from None
    return first_dose_minute(when, zone)


def _show(patient: Patient, planned: Planned, site: Profile, *, as_json: bool) -> None:
    if as_json:
        from veinway.show.plan_json import plan_answer

        write_answer(plan_answer(patient.id, planned, patient.problems), site)
        return
    from veinway.show.plan_page import plan_page
    from veinway.show.terminal import print_page

    print_page(plan_page(patient.id, planned, site.time_zone, site.mention, patient.problems))
