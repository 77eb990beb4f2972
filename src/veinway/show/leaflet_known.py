"""What a leaflet is made from: what is recorded of one patient, and what the rules decide of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.care.chapters.intervention import INTERVENTION
from veinway.care.chapters.prevention import PREVENTION
from veinway.care.chapters.treatment import TREATMENT
from veinway.care.facts.treatment import current_anticoagulant, indication, vte_diagnosis, vte_site
from veinway.care.follow_up.reviews import REVIEWS
from veinway.care.leaflet.personal import clot_is_told
from veinway.care.treatment.outcomes import CONTRAINDICATED, NOT_RECOMMENDED
from veinway.care.treatment.questions import DOAC_BLOODS
from veinway.engine.assess import assess_step
from veinway.engine.assessment import Assessment, assess
from veinway.engine.finding import ActionFinding, Finding, StepFinding
from veinway.engine.one import Reasoner
from veinway.engine.planning import Option, PhasePlan
from veinway.engine.recalls import due_again
from veinway.engine.schedule import Timed
from veinway.language import Outcome, Question, YesNoExpression
from veinway.language.knowledge import Knowledge
from veinway.language.values import Happened, History, Known, Situation, Truth
from veinway.show.plan_parts import Planned, planned_for

FOLLOWED = Knowledge.joined(TREATMENT, INTERVENTION, PREVENTION)
"""What is looked for in a record: the treatment, procedures, reviews and risks of today."""


@dataclass(frozen=True, slots=True)
class Clot:
    """The newest clot on record: its day, where that is known, and the key of its place."""

    day: int | None
    place: str


@dataclass(frozen=True, slots=True)
class Told:
    """One patient. treated: as of today; limbs: each limb as the diagnosis sees it.

    chosen: the key of the drug that was chosen for the patient, where one was.
    """

    treated: Situation
    limbs: tuple[Assessment, ...]
    planned: Planned
    chosen: str = ""

    @property
    def presumptions(self) -> bool:
        """Whether doses and results may rest on presumptions."""
        return self.planned.assessment.presumptions

    # What is recorded; never by presumption -----------------------------------------------------------

    def holds(self, condition: YesNoExpression) -> bool:
        """Whether it is certainly so, of the person or of a limb."""
        situations = (self.treated, *(limb.situation for limb in self.limbs))
        reasoners = (Reasoner(self._as_of_now(each), presumptions=False) for each in situations)
        return any(reasoner.truth(condition) is Truth.YES for reasoner in reasoners)

    def _as_of_now(self, situation: Situation) -> Situation:
        """Where a drug was chosen, a record that none is taken was made before, and is left out."""
        if not self.chosen or self.medicine:
            return situation
        facts = {
            key: known for key, known in situation.facts.items() if key != current_anticoagulant.key
        }
        return replace(situation, facts=facts)

    @property
    def clot(self) -> Clot | None:
        """The newest clot that is certain."""
        events = [each for each in self._clots() if each.certain]
        if not events:
            return None
        newest = max(events, key=lambda each: each.day.high)
        place = newest.attributes.get(vte_site.key)
        known = next(iter(place)) if isinstance(place, frozenset) and len(place) == 1 else ""
        return Clot(int(newest.day.low) if newest.day.known else None, known)

    def _clots(self) -> Iterator[Happened]:
        for situation in (self.treated, *(limb.situation for limb in self.limbs)):
            yield from situation.histories.get(vte_diagnosis.key, History()).events

    @property
    def medicine(self) -> str:
        """The key of the anticoagulant that is taken now; "" where none is, or it is not known."""
        known = self.treated.facts.get(current_anticoagulant.key, Known(frozenset())).value
        [key] = known if isinstance(known, frozenset) and len(known) == 1 else ("none",)
        return "" if key == "none" else str(key)

    @property
    def goes_on_with_chosen(self) -> bool:
        """Whether the drug that was chosen is the one that is taken."""
        course = self.planned.course
        return self.chosen == self.medicine or (course is not None and self.chosen in course.drugs)

    # What the rules decide ----------------------------------------------------------------------------

    def decides(self, question: Question, outcome: Outcome) -> bool:
        """Whether the guideline in use decides a question so, for every limb."""
        found = [self._decided(limb, question) for limb in self.limbs]
        return bool(found) and all(keys == {outcome.key} for keys in found)

    def _decided(self, limb: Assessment, question: Question) -> set[str]:
        here = _answers(limb, question)
        if not all(step.decided for step in here):
            return set()
        return {row.key for step in here if step.conclusion for row in step.conclusion.outcomes}

    @property
    def option(self) -> Option | None:
        """The drug whose dose is told: the one that is taken, or that was chosen; None where that is
        not one drug, the rules do not offer it, or it is not certain which clot it is for."""
        if not self._for_this_clot:
            return None
        course = self.planned.course
        taken = course.drugs if course is not None else {self.medicine or self.chosen}
        found = [each for each in self.planned.plan.options if each.drug.key in taken]
        return found[0] if len(found) == 1 and found[0].offered and not found[0].missing else None

    @property
    def _for_this_clot(self) -> bool:
        """Whether it is certain which clot the drug is for: one just under the skin, or none, has other
        doses, whatever was said of it elsewhere."""
        clot = self.clot
        if clot is not None and clot.place == "svt":
            return self.holds(indication.is_("svt"))
        return (clot is not None and bool(clot.place)) or self.holds(clot_is_told)

    @property
    def refused(self) -> bool:
        """Whether the rules speak against the drug that is taken, whatever is still unknown."""
        taken = [each for each in self.planned.plan.options if each.drug.key == self.medicine]
        outcomes = {outcome for each in taken for outcome in each.verdict.outcomes}
        return bool(outcomes) and outcomes <= {CONTRAINDICATED, NOT_RECOMMENDED}

    @property
    def phases(self) -> list[tuple[PhasePlan, Timed | None]]:
        """The phase of the present dose and those that follow."""
        return [] if self.option is None else list(self.planned.dated(self.option))

    @property
    def every_phase(self) -> tuple[PhasePlan, ...]:
        """Every phase of the drug whose dose is told, those that are over as well."""
        return () if self.option is None else tuple(self.option.phases)

    @property
    def review(self) -> int | None:
        """The minute of the site's calendar at which it is decided whether treatment goes on."""
        reviews = () if self.option is None else self.planned.reviews(self.option)
        return next((each.at for each in reviews if each.key == "three_month_review"), None)

    @property
    def contacts(self) -> tuple[ActionFinding, ...]:
        """The reviews after a clot, and the state of each."""
        reasoner = Reasoner(self.treated, presumptions=False)
        found = assess_step(REVIEWS, reasoner, reasoner)
        return found.plan if found.applies is Truth.YES else ()

    @property
    def blood_test(self) -> int | None:
        """The day by which blood is to be taken again, the soonest that is decided."""
        steps = [each.found for each in self.planned.assessment.steps]
        asked = [step for step in steps if step.of.question is DOAC_BLOODS]
        windows = [due_again(step, self.treated) for step in asked]
        return min((window[1] for window in windows if window is not None), default=None)

    def presumed(self, decided: Iterable[Question]) -> tuple[str, ...]:
        """Why something was taken to be so that is not noted: for the dose, and for these questions."""
        roots: list[Finding] = [
            step for limb in self.limbs for question in decided for step in _answers(limb, question)
        ]
        if self.option is not None:
            roots += [self.option.verdict, *(part.dose for part, _ in self.phases)]
        found = (each for root in roots for each in root.presumptions())
        return tuple(dict.fromkeys(f"{p.about}: {p.value}, because {p.because}" for p in found))


def _answers(limb: Assessment, question: Question) -> list[StepFinding]:
    """What the guideline in use says of a question, where it may be asked of this limb."""
    found = (reading.found for reading in limb.steps)
    return [step for step in found if step.of.question is question and step.applies is not Truth.NO]


def told(
    limbs: Mapping[str, Situation],
    treated: Situation,
    guideline: str,
    first_dose: int,
    *,
    chosen: str = "",
    strict: bool = False,
) -> Told:
    """What a leaflet says of one patient is made from. limbs: by side. first_dose: see `planned_for`."""
    looked = tuple(
        assess(DIAGNOSIS, limb, guideline, presumptions=not strict) for limb in limbs.values()
    )
    planned = planned_for(TREATMENT, treated, guideline, first_dose, strict=strict)
    return Told(treated, looked, planned, chosen)
