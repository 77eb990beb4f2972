"""`veinway assess INPUT`: what to do now for one patient, or for each of several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from veinway.commands.inputs import check_instant, load_profile, read_patients, read_text
from veinway.commands.output import (
    FINE,
    SOME_UNUSABLE,
    error_answer,
    print_error,
    shipped_knowledge,
    write_line,
)
from veinway.language.errors import InputError, VeinwayError

if TYPE_CHECKING:
    from veinway.language.knowledge import Knowledge
    from veinway.records.cases import Case
    from veinway.records.profile import Profile


def run(
    source: str,
    at: str | None,
    guideline: str | None,
    profile: str | None,
    *,
    why: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """One page, or one JSON line, for each patient and limb; status 2 if one could not be used."""
    from veinway.records.cases import Case

    knowledge = shipped_knowledge()
    site = load_profile(profile, knowledge)
    show = Shower(knowledge, site, check_guideline(knowledge, guideline or site.guideline))
    status = FINE
    for case in read_patients(read_text(source), source, knowledge, check_instant(at), site):
        if isinstance(case, Case):
            show.case(case, why=why, strict=strict, as_json=as_json)
        else:
            status = SOME_UNUSABLE
            show_unusable(case.error, case.id, as_json=as_json)
    return status


def check_guideline(knowledge: Knowledge, guideline: str) -> str:
    """A guideline whose steps are known; InputError I202 names those that are."""
    known = sorted({step.guideline for step in knowledge.steps.values()})
    if guideline not in known:
        raise InputError(
            "I202",
            f"No steps of the guideline {guideline!r} are known.",
            where="--guideline",
            todo=f"The guidelines are: {', '.join(known)}.",
        )
    return guideline


def show_unusable(error: VeinwayError, id_: str, *, as_json: bool) -> None:
    """Say why one case could not be used."""
    if as_json:
        write_line(error_answer(error, id_))
    else:
        print_error(error, id_)


class Shower:
    """Assesses cases and shows them, as pages or as JSON lines."""

    def __init__(self, knowledge: Knowledge, site: Profile, guideline: str) -> None:
        self.knowledge, self.site, self.guideline = knowledge, site, guideline

    def case(self, case: Case, *, why: bool, strict: bool, as_json: bool) -> None:
        """One case: each limb that was described apart has a page of its own."""
        from veinway.engine.assessment import assess

        for side, situation in case.situations.items():
            found = assess(self.knowledge, situation, self.guideline, presumptions=not strict)
            if as_json:
                from veinway.show.json_answers import assess_answer

                edition = self.knowledge.edition
                profile = self.site.named if self.site.hash else ""
                write_line(assess_answer(case.id, side, found, edition, profile=profile))
            else:
                from veinway.show.terminal import print_page
                from veinway.show.text import patient_page

                name = f"Patient {case.id}" + (f", {side} leg" if side else "")
                page = patient_page(
                    name,
                    found,
                    self.knowledge.edition,
                    time_zone=self.site.time_zone,
                    profile=self.site.named if self.site.hash else "",
                    why=why,
                )
                print_page(page)
