"""`veinway assess INPUT`: what to do now for one patient, or for each of several."""

from __future__ import annotations

from collections.abc import Sequence
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
    from veinway.engine.assessment import Assessment
    from veinway.engine.compare import Comparison
    from veinway.engine.planning import Option
    from veinway.language.knowledge import Knowledge
    from veinway.records.profile import Profile
    from veinway.show.candidacy import Candidacy


def run(
    source: str,
    at: str | None,
    guideline: str | None,
    profile: str | None,
    chapter: str,
    *,
    why: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """One page, or one JSON line, for each patient and limb; status 2 if one could not be used."""
    knowledge = shipped_chapter(chapter)
    site = load_profile(profile, knowledge)
    chosen = check_guideline(knowledge, guideline or site.guideline)
    shower = Shower(knowledge, site, chosen, strict=strict)

    def show(patient: Patient) -> None:
        if as_json:
            shower.lines(patient)
        else:
            shower.page(patient, why=why)

    patients = read_patients(source, knowledge, check_instant(at), site)
    return show_each(patients, show, as_json=as_json)


class Shower:
    """Assesses patients and shows them, as pages or as JSON lines."""

    def __init__(self, knowledge: Knowledge, site: Profile, guideline: str, *, strict: bool) -> None:
        self.knowledge, self.site, self.guideline, self.strict = knowledge, site, guideline, strict

    def page(self, patient: Patient, *, why: bool = False) -> None:
        """One patient for reading; of two limbs the one that speaks for the patient comes first."""
        from veinway.show.terminal import print_page
        from veinway.show.text import patient_page

        for side, found in self._limbs(patient).items():
            heading = f"Patient {patient.id}" + (f", {side} leg" if side else "")
            page = patient_page(
                heading,
                found,
                self.knowledge.edition,
                time_zone=self.site.time_zone,
                profile=self.site.mention,
                problems=patient.problems,
                why=why,
                comparisons=self._compared(patient, side),
                medicines=self._medicines(patient, side),
                candidates=self._candidates(found),
            )
            print_page(page)

    def lines(self, patient: Patient) -> None:
        """One patient as JSON, one line a limb."""
        from veinway.show.json_answers import assess_answer
        from veinway.show.thrombolytics import thrombolytics_json

        found = self._limbs(patient)
        for side, assessment in found.items():
            edition = self.knowledge.edition
            compared = self._compared(patient, side)
            answer = assess_answer(patient.id, assessment, edition, patient.problems, compared)
            medicines = self._medicines(patient, side)
            if medicines:
                answer["thrombolytics"] = thrombolytics_json(medicines)
            if side:
                answer |= {"side": side, "speaks": side == next(iter(found))}
            if candidates := self._candidates(assessment):
                from veinway.show.candidacy_json import candidacy_json

                answer["candidacy"] = [candidacy_json(each) for each in candidates]
            write_answer(answer, self.site)

    def _compared(self, patient: Patient, side: str) -> Sequence[Comparison]:
        """How guidelines compare for one limb."""
        from veinway.engine.compare import compare_all

        situation = patient.situations[side]
        uncovered = self.site.without_coverage(situation) if patient.from_records else None
        return compare_all(self.knowledge, situation, uncovered=uncovered, presumptions=not self.strict)

    def _medicines(self, patient: Patient, side: str) -> tuple[Option, ...]:
        """The thrombolytics of the chapter for one limb; other drugs have commands of their own."""
        from veinway.engine.one import Reasoner
        from veinway.engine.planning import plan
        from veinway.show.thrombolytics import FAMILY

        if FAMILY not in {drug.family for drug in self.knowledge.drugs.values()}:
            return ()
        here = Reasoner(patient.situations[side], presumptions=not self.strict)
        return plan(self.knowledge, here, None).options

    def _candidates(self, found: Assessment) -> tuple[Candidacy, ...]:
        """For which procedures somebody may be a candidate; only the chapter of procedures says so."""
        if self.knowledge.name != "intervention":
            return ()
        from veinway.show.candidacy import candidacies

        return candidacies(self.knowledge, found.situation, presumptions=not self.strict)

    def _limbs(self, patient: Patient) -> dict[str, Assessment]:
        """Each limb that was described apart, the more symptomatic one first."""
        from veinway.engine.assessment import assess_limbs

        limbs = patient.situations
        without = {side: self.site.without_coverage(limb) for side, limb in limbs.items()}
        return assess_limbs(
            self.knowledge,
            limbs,
            self.guideline,
            presumptions=not self.strict,
            uncovered=without if patient.from_records else None,
        )
