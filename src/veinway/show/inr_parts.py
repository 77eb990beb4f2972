"""What the page, the web and the JSON of a course of warfarin share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from veinway.engine.assessment import Assessment, StepReading, assess
from veinway.engine.inr_control import Control, control
from veinway.engine.weekly_dose import WeeklyDose, changed
from veinway.language import Change, Step
from veinway.language.doses import Recall
from veinway.language.errors import InputError
from veinway.language.knowledge import Knowledge
from veinway.language.time import months, shift
from veinway.language.values import Interval, Situation
from veinway.records.profile import Profile

RANGES = {
    "from_2_to_3": (Fraction(2), Fraction(3)),
    "from_2_5_to_3_5": (Fraction(5, 2), Fraction(7, 2)),
    "from_3_to_4": (Fraction(3), Fraction(4)),
}
QUESTIONS = ("warfarin_dose", "high_inr", "low_inr", "next_inr", "inr_control")
"""The questions that an INR raises, in the order in which they are shown."""
FIRST_WEEKS = 42
HUNDREDTH = Fraction(1, 100)
SIX_MONTHS = months(6)
_DOSE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")


@dataclass(frozen=True, slots=True)
class InrReading:
    """One person's INRs and what the rules say of them. series: (day, value) in order of time."""

    name: str
    edition: str
    profile: str
    series: list[tuple[int, Interval]]
    weekly: Fraction | None
    """The weekly dose in mg that is taken now, where it was said."""
    assessment: Assessment

    @property
    def range(self) -> tuple[Fraction, Fraction]:
        """The range that is aimed at."""
        known = self.assessment.situation.facts["inr_range"].value
        assert isinstance(known, frozenset)
        return RANGES[min(known)]

    @property
    def started(self) -> int | None:
        """The day of the first dose, where one is known."""
        history = self.assessment.situation.histories.get("warfarin_start")
        return int(history.events[0].day.low) if history and history.events else None

    @property
    def control(self) -> Control:
        """Time in range by each method, after the first six weeks where the start is known."""
        first = -(10**9) if self.started is None else self.started + FIRST_WEEKS
        return control([each for each in self.series if each[0] >= first], *self.range)

    @property
    def six_months(self) -> bool:
        """Whether what is counted spans the six calendar months that a judgement needs."""
        counted = [day for day, _ in self.series if self.started is None or day >= self.started + 42]
        return bool(counted) and counted[-1] >= shift(counted[0], SIX_MONTHS)

    def steps(self) -> Iterator[StepReading]:
        """The steps that an INR raises, question by question."""
        readings = self.assessment.steps
        for key in QUESTIONS:
            for reading in readings:
                assert isinstance(reading.found.of, Step)
                if reading.found.of.question.key == key:
                    yield reading

    def given(self, question: str) -> Change | Recall | None:
        """What the decided answer to a question gives: a change of dose, or a time."""
        for reading in self.steps():
            step, conclusion = reading.found.of, reading.found.conclusion
            assert isinstance(step, Step)
            assert conclusion is not None
            if step.question.key == question and step.guideline == "veinway" and reading.found.decided:
                gives = conclusion.outcomes[0].gives
                return gives if isinstance(gives, Change | Recall) else None
        return None

    @property
    def new_dose(self) -> WeeklyDose | None:
        """The weekly dose that is proposed, where the present one is known and the change decided."""
        change = self.given("warfarin_dose")
        if self.weekly is None or not isinstance(change, Change):
            return None
        return changed(self.weekly, change)

    @property
    def held_words(self) -> str:
        """What is left out before the new dose begins: "" where nothing is."""
        change = self.given("warfarin_dose")
        if not isinstance(change, Change) or change.hold == 0:
            return ""
        if change.hold is None:
            return "no dose until the INR is back in range; then "
        return f"leave out {change.hold}; then "

    @property
    def next_days(self) -> tuple[int, int] | None:
        """The first and the last day for the next INR, counted from the last one."""
        recall = self.given("next_inr")
        last = self.series[-1][0]
        return (last + recall.first, last + recall.last) if isinstance(recall, Recall) else None


def reading_of(
    knowledge: Knowledge, situation: Situation, name: str, weekly: Fraction | None, site: Profile
) -> InrReading:
    """One person's INRs as the rules of treatment see them; the range must be known.

    Raises I267 where there is no INR with a day.
    """
    series = series_of(situation)
    if not series:
        raise InputError("I267", "There is no INR to go by.", where=name, todo="Give one or more.")
    return InrReading(
        name=name,
        edition=knowledge.edition,
        profile=site.mention,
        series=series,
        weekly=weekly,
        assessment=assess(knowledge, situation, site.guideline),
    )


def weekly_dose(text: str, where: str) -> Fraction:
    """A weekly dose in mg as it was written; I268 where it is none."""
    written = text.strip().replace(",", ".")
    amount = Fraction(written) if _DOSE.fullmatch(written) else Fraction(0)
    if not 0 < amount <= 500:
        raise InputError(
            "I268", f"{text!r} is not a weekly dose in mg.", where=where, todo="Write 35 or 32.5."
        )
    return amount


def series_of(situation: Situation) -> list[tuple[int, Interval]]:
    """The INRs with a day; two of one day are anything between them."""
    merged: dict[int, Interval] = {}
    history = situation.histories.get("inr_test")
    for event in history.events if history else ():
        value = event.attributes.get("value")
        if event.certain and event.day.known and isinstance(value, Interval):
            day = int(event.day.low)
            on_scale = Interval(value.low * HUNDREDTH, value.high * HUNDREDTH)
            merged[day] = merged[day].hull(on_scale) if day in merged else on_scale
    return sorted(merged.items())
