"""`veinway leaflet [CASE]`: what a patient is told in plain words; without a case, what everybody is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from veinway.commands.inputs import (
    Patient,
    check_guideline,
    check_instant,
    load_profile,
    patients_of,
    read_bytes,
)
from veinway.commands.output import (
    FINE,
    check_destination,
    shipped_knowledge,
    show_each,
    write_line,
    writing,
)
from veinway.language.errors import InputError

if TYPE_CHECKING:
    from veinway.language.values import Situation
    from veinway.records.cases import Unusable
    from veinway.records.profile import Profile
    from veinway.show.leaflet import Leaflet
    from veinway.show.triage_words import Country


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the leaflet is wanted. html: the file that it is written to as a page, too."""

    language: str
    country: str | None
    html: str | None
    strict: bool
    as_json: bool


def run(
    source: str | None, at: str | None, guideline: str | None, profile: str | None, wanted: Wanted
) -> int:
    """One leaflet, or one JSON line, a patient; status 2 if one could not be used."""
    from veinway.show.leaflet import leaflet

    check_destination(wanted.html, "--html")
    knowledge = shipped_knowledge()
    site = load_profile(profile, knowledge)
    where = _country(site, wanted.country)
    if source is None:
        _show("", leaflet(None, where, wanted.language), wanted)
        return FINE
    chosen = check_guideline(knowledge, guideline or site.guideline)
    found = list(_patients(source, check_instant(at), site))
    if wanted.html is not None and len(found) > 1:
        todo = "Give one patient, or leave --html out."
        raise InputError("I247", f"There are {len(found)} patients.", where="--html", todo=todo)

    def show(person: _Person) -> None:
        _show(person.id, _made(person, where, chosen, site, wanted), wanted)

    return show_each(found, show, as_json=wanted.as_json)


def _country(site: Profile, stated: str | None) -> Country:
    from veinway.show.triage_words import country

    return country(site.country, "profile, country") if stated is None else country(stated)


@dataclass(frozen=True, slots=True)
class _Person:
    """One patient: each limb as the diagnosis sees it, and the treatment as of today."""

    id: str
    limbs: dict[str, Situation]
    treated: Situation


def _patients(source: str, at: str, site: Profile) -> Iterator[_Person | Unusable]:
    """The patients of a file; of a record the last episode counts, and it is read for each of both."""
    from veinway.care.chapters.diagnosis import DIAGNOSIS
    from veinway.show.leaflet_known import FOLLOWED

    raw = read_bytes(source)
    suspected = list(patients_of(raw, source, DIAGNOSIS, at, site))
    records = any(isinstance(each, Patient) and each.from_records for each in suspected)
    if not records:
        for each in suspected:
            yield _person(each, each) if isinstance(each, Patient) else each
        return
    for each in patients_of(raw, source, FOLLOWED, at, site):
        last = suspected[-1]
        yield _person(last, each) if isinstance(each, Patient) and isinstance(last, Patient) else each


def _person(suspected: Patient, treated: Patient) -> _Person:
    return _Person(treated.id, suspected.situations, next(iter(treated.situations.values())))


def _made(person: _Person, where: Country, guideline: str, site: Profile, wanted: Wanted) -> Leaflet:
    from veinway.show.leaflet import leaflet
    from veinway.show.leaflet_known import told
    from veinway.show.plan_parts import first_dose_minute

    zone = ZoneInfo(site.time_zone)
    now = datetime.fromtimestamp(person.treated.at_minute * 60, zone)
    first = first_dose_minute(now, zone)
    known = told(person.limbs, person.treated, guideline, first, strict=wanted.strict)
    return leaflet(known, where, wanted.language, on=now.date())


def _show(id_: str, made: Leaflet, wanted: Wanted) -> None:
    from veinway.show.leaflet_page import leaflet_answer, leaflet_page
    from veinway.show.terminal import print_page

    if wanted.html is not None:
        from veinway.show.leaflet_html import leaflet_html

        with writing(wanted.html, "--html") as file:
            file.write_text(leaflet_html(made), encoding="utf-8")
    if wanted.as_json:
        write_line(leaflet_answer(id_, made))
    else:
        print_page(leaflet_page(made, id_))
