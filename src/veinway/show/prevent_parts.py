"""What brings somebody to prevention, and which questions, scores and tables belong to it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from veinway.engine.ask import OpenFact
from veinway.engine.assessment import Assessment, ScoreReading, StepReading, TableReading
from veinway.engine.planning import Option, Plan
from veinway.language import Step
from veinway.language.knowledge import Knowledge
from veinway.language.values import Truth

Reading = ScoreReading | StepReading | TableReading


@dataclass(frozen=True, slots=True)
class Occasion:
    """One of the things that bring somebody to prevention.

    questions, scores, tables: keys of what is shown for it. medicines: whether doses belong to it.
    """

    key: str
    label: str
    questions: tuple[str, ...]
    scores: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    medicines: bool = False


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
    ),
    Occasion(
        "leg_cast",
        "A leg in plaster",
        ("leg_cast_prophylaxis",),
        ("tripcast",),
        ("tripcast_rate", "gemnet_checklist"),
        medicines=True,
    ),
    Occasion(
        "chemotherapy",
        "Start of chemotherapy",
        ("cancer_outpatient_prophylaxis",),
        ("khorana", "compass_cat"),
        ("khorana_rate",),
    ),
    Occasion(
        "pregnancy",
        "Pregnancy",
        ("pregnancy_prophylaxis",),
        ("rcog_antenatal",),
        ("rcog_bleeding",),
        medicines=True,
    ),
    Occasion(
        "after_birth",
        "After birth",
        ("postnatal_prophylaxis",),
        ("rcog_postnatal",),
        ("rcog_bleeding",),
        medicines=True,
    ),
    Occasion(
        "journey",
        "A long journey",
        ("journey", "flying_after_clot"),
        (),
        ("travel_risk_class", "stockings_on_flights", "flying_after_surgery"),
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
    ),
    Occasion(
        "hormone_replacement",
        "Hormone replacement",
        ("hormone_replacement_route",),
        (),
        ("replacement_risk",),
    ),
    Occasion(CAUSES, "What came before a clot", ("class_of_cause",), (), ("isth_matches",)),
)
RISK_FACTORS = ("esc_risk_factors", "risk_factor_ratios")


@dataclass(frozen=True, slots=True)
class Section:
    """One occasion for one patient: what is said of it, and the medicines that it may come to."""

    occasion: Occasion
    applies: Truth
    part: Assessment
    options: tuple[Option, ...]
    """The medicines that a possible conclusion of this occasion names, in its order."""

    @property
    def missing(self) -> tuple[OpenFact, ...]:
        """What would settle it, once each: of the steps first, then of the scores."""
        steps = [each for each in self.part.steps if each.found.applies is not Truth.NO]
        scores = [each for each in self.part.scores if each.found.applies is not Truth.NO]
        found: dict[str, OpenFact] = {}
        for reading in (*steps, *scores):
            for each in reading.open.matters:
                found.setdefault(each.key, each)
        return tuple(found.values())


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


def prevention(knowledge: Knowledge, assessment: Assessment, plan: Plan) -> Prevention:
    """Sort what was found by what brings the person here."""
    sections = [_section(each, assessment, plan) for each in OCCASIONS]
    shown = [each for each in sections if each.applies is not Truth.NO]
    shown.sort(key=lambda each: each.applies is not Truth.YES)
    return Prevention(knowledge, assessment, tuple(shown))


def _section(occasion: Occasion, assessment: Assessment, plan: Plan) -> Section:
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
    options = {each.drug.key: each for each in plan.options}
    return Section(occasion, applies, part, tuple(options[key] for key in named))


def _question(reading: StepReading) -> str:
    assert isinstance(reading.found.of, Step)
    return reading.found.of.question.key


def _drugs(reading: StepReading) -> tuple[str, ...]:
    """The medicines that a conclusion names which is still possible for somebody it is for."""
    found = reading.found
    if found.applies is Truth.NO or found.conclusion is None:
        return ()
    return tuple(drug for outcome in found.conclusion.outcomes for drug in outcome.drugs)
