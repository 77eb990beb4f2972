"""What an anticoagulation plan says as a letter: drug, doses with dates, INR, how long, what to check.

What is not decided is said to be so; nothing that rests on a presumption alone is told as known.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from veinway.care.chapters.treatment import TREATMENT
from veinway.care.facts.warfarin import inr_range
from veinway.care.measures import creatinine_clearance
from veinway.engine.finding import StepFinding
from veinway.engine.one import Reasoner
from veinway.engine.planning import Option
from veinway.language import Step
from veinway.language.time import date_of
from veinway.language.values import History, Truth
from veinway.show.citations import cite_words
from veinway.show.inr_page import per_cent
from veinway.show.inr_parts import series_of
from veinway.show.plan_parts import Planned
from veinway.show.text_actions import urgency, when_words
from veinway.show.values import day_words, value_words
from veinway.web.sections.case import Case
from veinway.web.service.course import DOSE, DRUG, said_of_course
from veinway.web.service.inr import Proposal, proposal, said_in_course
from veinway.web.service.inr import value_words as inr_words
from veinway.web.service.letter_facts import NOT_KNOWN, known, one_line
from veinway.web.service.planning import DrugWords, drug_words
from veinway.web.service.treating import plan_of, treated, with_first_dose

_MEASURES = {"creatinine_clearance": creatinine_clearance}
_OPEN = ("overdue", "due", "requested")
HOW_LONG = ("duration", "extended_dose")
"""The questions of how long, and at which dose it goes on."""


class TreatmentFacts:
    """One person's treatment, for the text of a letter; it notes the sources of what it says."""

    def __init__(self, case: Case, sources: dict[str, None]) -> None:
        self.case, self.sources = case, sources
        self.situation, _ = treated(case.given)
        self._known = Reasoner(self.situation, presumptions=False)

    @cached_property
    def planned(self) -> Planned:
        """The plan from the first dose that was chosen, or from now."""
        first = str(said_in_course(self.case.given, DRUG).get("first_dose", ""))
        return plan_of(with_first_dose(self.case.given, first))

    @cached_property
    def inr(self) -> Proposal:
        """What is known of the INRs."""
        return proposal(self.case.given)

    def _cite(self, words: str) -> str:
        self.sources[words] = None
        return words

    # What is known ----------------------------------------------------------------------------------

    def line(self, key: str) -> str:
        """A fact or a computed measure as "Label: value"."""
        part: Any = TREATMENT.facts[key] if key in TREATMENT.facts else _MEASURES[key]
        return f"{part.label}: {known(value_words(part, self._known.find(part).value))}"

    def clots(self) -> str:
        """The clots that were diagnosed, with their days."""
        history = self.situation.histories.get("vte_diagnosis", History())
        site = TREATMENT.events["vte_diagnosis"].attributes[0]
        told = []
        for event in history.events:
            first, last = (date_of(int(end)).isoformat() for end in event.day)
            value = event.attributes.get(site.key)
            where = NOT_KNOWN if value is None else known(value_words(site, value))
            day = first if first == last else f"{first} to {last}"
            told.append(f"- {day}, {site.label.lower()}: {where}")
        return "\n".join(told) or f"Clot: {NOT_KNOWN} when it was diagnosed"

    # The drug ---------------------------------------------------------------------------------------

    def drug(self) -> str:
        """The drug that was chosen with its doses; what may be given where none was."""
        step = self.planned.plan.choice
        if step is not None:
            self._cite(cite_words(step.source))
        said = said_in_course(self.case.given, DRUG)
        option = next((o for o in self.planned.plan.options if o.drug.key == said.get("drug")), None)
        if option is not None:
            return "\n".join(self._drug(option, one_line(said_of_course(said))))
        taken = self._taken()
        if taken is not None:
            return "\n".join(self._drug(taken, f"{taken.drug.label}, taken now; none was chosen here"))
        names = ", ".join(each.drug.label for each in self.planned.offered)
        may = f"By the rules these may be given, the best first: {names}." if names else ""
        return "\n".join(filter(None, (f"Drug: {NOT_KNOWN}; none was chosen here.", may)))

    def _taken(self) -> Option | None:
        """The drug that is taken now, where it is known which one."""
        course = self.planned.course
        found = [o for o in self.planned.plan.options if course is not None and course.goes_on(o)]
        return found[0] if len(found) == 1 else None

    def _drug(self, option: Option, named: str) -> Iterator[str]:
        words = drug_words(self.planned, option)
        yield f"Drug: {named}"
        if not option.offered:
            verdict = words.words or "not decided"
            yield f"The rules do not offer it ({verdict}), and give no dose."
        yield from self._phases(words)
        for why in (*words.reasons, *words.flags):
            if why.holds:
                yield f"- Note: {why.text} ({self._cite(why.source)})"

    def _phases(self, words: DrugWords) -> Iterator[str]:
        for each in words.phases:
            dose = each.dose if each.settled else f"{NOT_KNOWN}; {each.dose}"
            parts = [", ".join(filter(None, (dose, each.lasts))), each.when, *each.beside]
            yield f"- {each.label}: {'; '.join(filter(None, parts))} ({self._cite(each.source)})"

    # Warfarin ---------------------------------------------------------------------------------------

    def warfarin(self) -> str:
        """The dose on record, the last INR, the next one, and control."""
        dose, series = said_in_course(self.case.given, DOSE), series_of(self.situation)
        if not dose and not series:
            return f"INR: {NOT_KNOWN}; no dose of warfarin is known here."
        lines = [f"Dose of warfarin: {one_line(said_of_course(dose)) if dose else NOT_KNOWN}"]
        if self.inr.locked:
            lines.append("Locked: another dose is taken than the one on record.")
        lines.append(self.line(inr_range.key))
        lines += [f"- {day_words(day)}: INR {inr_words(value)}" for day, value in series[-5:]]
        lines.append(f"Time in range: {self._control()}")
        return "\n".join(lines)

    def _control(self) -> str:
        reading = self.inr.reading
        found = None if reading is None else reading.control.rosendaal
        if found is None:
            return NOT_KNOWN
        low, high = per_cent(found.low), per_cent(found.high)  # type: ignore[arg-type]
        return f"{low if low == high else f'{low} to {high}'} (Rosendaal)"

    # How long, and what to check --------------------------------------------------------------------

    def how_long(self) -> str:
        """What the site's guideline decides of how long; that it is not known where it does not."""
        lines = [line for found in self._steps() for line in self._said(found)]
        return "\n".join(lines) or f"How long: {NOT_KNOWN}"

    def _steps(self) -> Iterator[StepFinding]:
        for reading in self.planned.assessment.steps:
            step = reading.found.of
            assert isinstance(step, Step)
            own = step.guideline in (self.planned.assessment.guideline, "veinway")
            if own and step.question.key in HOW_LONG and reading.found.applies is Truth.YES:
                yield reading.found

    def _said(self, found: StepFinding) -> Iterator[str]:
        step = found.of
        assert isinstance(step, Step)
        alone = found.decided_by_presumption
        if found.decided and found.conclusion is not None and not alone:
            for row in found.conclusion.rows[:1]:
                yield f"- {row.then.text} ({self._cite(cite_words(row.cite))})"
        else:
            yield f"- {step.label}: {NOT_KNOWN}; it is not decided"

    def checks(self) -> str:
        """Tests and reviews that are due, by when, on whose authority."""
        here = [r.found for r in self.planned.assessment.steps if r.found.applies is Truth.YES]
        found = [action for step in here for action in step.plan if action.state in _OPEN]
        lines = []
        for each in sorted(found, key=urgency):
            cite = self._cite(cite_words(each.action.cite))
            lines.append(f"- {one_line(when_words(each, self.case.zone))}: {each.action.text} ({cite})")
        return "\n".join(dict.fromkeys(lines)) or "Nothing is certainly due."

    def missing(self) -> str:
        """What must be known before any dose, and is not."""
        return "\n".join(f"- {fact.label}" for fact in self.planned.asked_first) or "Nothing."
