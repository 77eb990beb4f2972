"""`veinway triage`: what a member of the public should do, asked one question at a time or read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from veinway.commands.inputs import (
    Patient,
    check_instant,
    load_profile,
    read_cases_of,
    read_text,
)
from veinway.commands.output import (
    FINE,
    shipped_chapter,
    show_each,
    write_line,
)

if TYPE_CHECKING:
    from veinway.show.triage_words import Advice, Country


def run(
    source: str | None,
    country: str | None,
    at: str | None,
    profile: str | None,
    *,
    as_json: bool,
) -> int:
    """A dialogue where no file is given; otherwise one page, or one JSON line, for each case."""
    from veinway.show.triage_words import country as words_of

    knowledge = shipped_chapter("diagnosis")
    site = load_profile(profile, knowledge)
    where = words_of(site.country, "profile, country") if country is None else words_of(country)
    moment = check_instant(at) or datetime.now(UTC).isoformat(timespec="minutes")
    if source is None:
        return _ask(where, moment, knowledge.edition, as_json=as_json)

    def show(patient: Patient) -> None:
        _show(_worst(patient, where), knowledge.edition, patient.id, as_json=as_json)

    cases = read_cases_of(read_text(source), source, knowledge, moment, site)
    return show_each(cases, show, as_json=as_json)


def _ask(where: Country, moment: str, edition: str, *, as_json: bool) -> int:
    from veinway.commands.triage_dialogue import Dialogue
    from veinway.show.triage_words import advise

    said = Dialogue(moment, as_json=as_json).hold()
    _show(advise(said, where), edition, "1", as_json=as_json, named=False)
    return FINE


def _worst(patient: Patient, where: Country) -> Advice:
    """The advice for a person; of two limbs that were described apart the more urgent one."""
    from veinway.engine.urgency import rank
    from veinway.show.triage_words import advise

    each = [advise(situation, where) for situation in patient.situations.values()]
    return max(each, key=lambda advice: rank(advice.urgency.do))


def _show(advice: Advice, edition: str, id_: str, *, as_json: bool, named: bool = True) -> None:
    from veinway.show.terminal import print_page
    from veinway.show.triage_page import triage_answer, triage_page

    if as_json:
        write_line(triage_answer(id_, advice, edition))
    else:
        print_page(triage_page(advice, edition, f"Person {id_}" if named else ""))
