"""What brings somebody to prevention, and which questions, scores and tables belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from veinway.engine.ask import ORDER, OpenFact
from veinway.engine.assessment import Assessment, ScoreReading, StepReading, TableReading, assess
from veinway.engine.one import Reasoner
from veinway.engine.planning import Option, Plan, plan
from veinway.engine.urgency import open_subjects
from veinway.language import Cost, Expression, Fact, Score, Step
from veinway.language.expressions import Presume, PresumeOption
from veinway.language.knowledge import Knowledge, events_of, walk
from veinway.language.values import Situation, Truth

Reading = ScoreReading | StepReading | TableReading


@dataclass(frozen=True, slots=True)
class Occasion:
    """One of the things that bring somebody to prevention.

    questions, scores, tables: keys of what is shown for it. medicines: whether doses belong to it.
    told: the fact that is told by whoever begins with it. ward: it is looked at in hospital. what: what
    a page on it says, in a line.
    """

    key: str
    label: str
    questions: tuple[str, ...]
    scores: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    medicines: bool = False
    told: str = ""
    ward: bool = False
    what: str = ""


CAUSES = "causes"
"""What is only of interest to somebody who had a clot."""
OCCASIONS = (
    Occasion(
        "hospital",
        "In hospital",
        ("risk_in_hospital", "prophylaxis"),
        (
            "caprini_2005",
            "padua",
            "improve_vte",
            "improve_dd",
            "geneva_prophylaxis",
            "improve_bleed",
        ),
        (
            "english_tool_clot",
            "english_tool_bleeding",
            "caprini_band_2005",
            "caprini_band_modern",
            "padua_rate",
            "improve_vte_rate",
            "prevention_stockings",
            "prevention_compression_device",
            "prophylaxis_bars",
        ),
        medicines=True,
        told="inpatient",
        ward=True,
        what="An inpatient or a surgical patient: scores, bleeding, NICE by patient group, stockings "
        "and compression, doses.",
    ),
    Occasion(
        "leg_cast",
        "A leg in plaster",
        ("leg_cast_prophylaxis",),
        ("tripcast",),
        ("tripcast_rate", "gemnet_checklist"),
        medicines=True,
        told="leg_immobilised",
        what="A leg in plaster or a splint: TRiP(cast), NICE, doses.",
    ),
    Occasion(
        "chemotherapy",
        "Start of chemotherapy",
        ("cancer_outpatient_prophylaxis",),
        ("khorana", "compass_cat"),
        ("khorana_rate",),
        told="chemotherapy_starting",
        what="Before chemotherapy as an outpatient: Khorana, and who advises what.",
    ),
    Occasion(
        "pregnancy",
        "Pregnancy",
        ("pregnancy_prophylaxis",),
        ("rcog_antenatal",),
        ("rcog_bleeding",),
        medicines=True,
        told="pregnant",
        what="At booking or later: RCOG points, from when, doses by weight.",
    ),
    Occasion(
        "after_birth",
        "After birth",
        ("postnatal_prophylaxis",),
        ("rcog_postnatal",),
        ("rcog_bleeding",),
        medicines=True,
        what="The six weeks after birth: RCOG points, how long, doses by weight.",
    ),
    Occasion(
        "journey",
        "A long journey",
        ("journey", "flying_after_clot"),
        (),
        ("travel_risk_class", "stockings_on_flights", "flying_after_surgery"),
        what="A long journey, or flying after a clot: who says what.",
    ),
    Occasion(
        "contraception",
        "The combined pill, patch or ring",
        ("combined_contraception",),
        (),
        (
            "contraception_rates",
            "progestogen_only_after_clot",
            "progestogen_injection_us_mec",
            "copper_coil_us_mec",
        ),
        told="asks_for_combined_contraception",
        what="UKMEC and US MEC side by side, and how often clots happen.",
    ),
    Occasion(
        "hormone_replacement",
        "Hormone replacement",
        ("hormone_replacement_route",),
        (),
        ("replacement_risk",),
        told="asks_for_hormone_replacement",
        what="Tablet or through the skin.",
    ),
    Occasion(CAUSES, "What came before a clot", ("class_of_cause",), (), ("isth_matches",)),
)
RISK_FACTORS = ("esc_risk_factors", "risk_factor_ratios")


@dataclass(frozen=True, slots=True)
class Missing:
    """What one step or score asks: its best question first, and which of them are presumed for now."""

    of: Step | Score
    asked: tuple[OpenFact, ...]
    presumed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Section:
    """One occasion for one patient: what is said of it, and the medicines that it may come to."""

    occasion: Occasion
    applies: Truth
    part: Assessment
    options: tuple[Option, ...]
    """The medicines that a possible conclusion of this occasion names, in its order."""
    asking: tuple[Missing, ...]
    """What would settle it: of the steps first, then of the scores."""

    @property
    def missing(self) -> tuple[OpenFact, ...]:
        """What would settle it, once each; what is presumed for now comes last."""
        found: dict[str, OpenFact] = {}
        for each in self.asking:
            for part in each.asked:
                found.setdefault(part.key, part)
        return tuple(sorted(found.values(), key=lambda part: part.key in self.presumed))

    @property
    def presumed(self) -> frozenset[str]:
        """What is presumed for now by all that ask for it."""
        taken = frozenset(key for each in self.asking for key in each.presumed)
        asked = {p.key for each in self.asking for p in each.asked if p.key not in each.presumed}
        return taken - asked


@dataclass(frozen=True, slots=True)
class Prevention:
    """All that is said of preventing a clot in one person."""

    knowledge: Knowledge
    assessment: Assessment
    sections: tuple[Section, ...]
    """What concerns the person, or may; the certain first."""

    @property
    def risk_factors(self) -> tuple[TableReading, ...]:
        """The tables of risk factors."""
        return tuple(t for t in self.assessment.tables if t.found.of.key in RISK_FACTORS)


EVERY = ""
"""No guideline comes first: each question is answered by all that speak to it."""


def prevention_for(
    knowledge: Knowledge, situation: Situation, guideline: str = EVERY, *, strict: bool = False
) -> Prevention:
    """Everything that is shown of one person's prevention."""
    assessment = assess(knowledge, situation, guideline, presumptions=not strict)
    options = plan(knowledge, Reasoner(situation, presumptions=not strict), None)
    return prevention(knowledge, assessment, options)


def prevention(knowledge: Knowledge, assessment: Assessment, found: Plan) -> Prevention:
    """Sort what was found by what brings the person here."""
    reasoner = Reasoner(assessment.situation, presumptions=assessment.presumptions)
    sections = [_section(each, assessment, found, reasoner) for each in OCCASIONS]
    shown = [each for each in sections if each.applies is not Truth.NO]
    shown.sort(key=lambda each: each.applies is not Truth.YES)
    return Prevention(knowledge, assessment, tuple(shown))


def _section(occasion: Occasion, assessment: Assessment, found: Plan, reasoner: Reasoner) -> Section:
    steps = tuple(each for each in assessment.steps if _question(each) in occasion.questions)
    part = replace(
        assessment,
        steps=steps,
        scores=tuple(s for s in assessment.scores if s.found.of.key in occasion.scores),
        tables=tuple(t for t in assessment.tables if t.found.of.key in occasion.tables),
        measures=(),
    )
    truths = [each.found.applies for each in steps]
    applies = Truth.YES if Truth.YES in truths else Truth.UNKNOWN
    if all(each is Truth.NO for each in truths):
        applies = Truth.NO
    named = dict.fromkeys(drug for each in steps for drug in _drugs(each)) if occasion.medicines else {}
    options = {each.drug.key: each for each in found.options}
    asking = tuple(_asking(part, reasoner))
    return Section(occasion, applies, part, tuple(options[key] for key in named), asking)


# What is asked ------------------------------------------------------------------------------------


def _asking(part: Assessment, reasoner: Reasoner) -> Iterator[Missing]:
    for reading in part.steps:
        if reading.found.applies is not Truth.NO:
            yield _of_step(reading, reasoner)
    for score in part.scores:
        if score.found.applies is not Truth.NO:
            assert isinstance(score.found.of, Score)
            yield Missing(score.found.of, score.open.matters, score.open.presumed)


def _of_step(reading: StepReading, reasoner: Reasoner) -> Missing:
    """The questions of a step that a row which can still decide asks, in the order of its rows.

    What may settle it alone comes before what only helps, and a question before a test.
    """
    step = reading.found.of
    assert isinstance(step, Step)
    subjects = open_subjects(step.conclusion, reasoner, lambda outcome: outcome.key)
    roots = (*subjects, step.for_whom, *(action.indicated for action in step.plan))
    places = {key: place for place, key in enumerate(dict.fromkeys(_keys(roots)))}
    presumed = reading.open.presumed - frozenset(_keys(subjects, presumed=False))
    whom = frozenset(_keys([step.for_whom])) if reading.found.applies is Truth.UNKNOWN else frozenset()
    asked = [part for part in reading.open.matters if part.key in places]
    asked.sort(
        key=lambda part: (
            part.key not in whom,
            part.key in presumed,
            ORDER[part.decides],
            part.cost >= Cost.BLOOD_TEST,
            places[part.key],
        )
    )
    return Missing(step, tuple(asked), presumed)


def _keys(roots: Iterable[Expression], *, presumed: bool = True) -> Iterator[str]:
    """Keys of the facts and events below some expressions, in the order in which they stand there.

    presumed: with those that are only looked at where something is presumed of them.
    """
    for root in roots:
        if presumed or not any(isinstance(part, Presume | PresumeOption) for part in walk(root)):
            yield from (part.key for part in walk(root) if isinstance(part, Fact))
            yield from (event.key for event in events_of(root))


def _question(reading: StepReading) -> str:
    assert isinstance(reading.found.of, Step)
    return reading.found.of.question.key


def _drugs(reading: StepReading) -> tuple[str, ...]:
    """The medicines that a conclusion names which is still possible for somebody it is for."""
    found = reading.found
    if found.applies is Truth.NO or found.conclusion is None:
        return ()
    return tuple(drug for outcome in found.conclusion.outcomes for drug in outcome.drugs)
