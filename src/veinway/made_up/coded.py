"""How clots, and what looks like them, get into coded records: one story a person.

Each story says what really happened and what was coded of it. The stories come from what is known to go
wrong with codes (reference 4, sections 8.1 to 8.3 and 13), their shares are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from .chart_tests import scan_report
from .clot_truth import Clot
from .codes import APIXABAN, MEASURED
from .fhir import ICD_10, ICD_10_CM, SNOMED, Chart, Coding, concept, day_text, instant, quantity
from .life import DAY, Scan

READ = "http://read.info/readv2"
_LEG: tuple[Coding, ...] = (
    (ICD_10, "I80.1"),
    (ICD_10, "I80.2"),
    (ICD_10_CM, "I82.412"),
    (SNOMED, "404223003"),
    (READ, "G801."),
)
_LUNG: tuple[Coding, ...] = (
    (ICD_10, "I26.9"),
    (ICD_10_CM, "I26.99"),
    (SNOMED, "59282003"),
    (READ, "G401."),
)
_CLOTS = {"dvt": _LEG, "pe": _LUNG}


@dataclass(slots=True)
class Story:
    """What is written of one person; day: of the stay that it is about, days since 1970-01-01."""

    rng: Random
    chart: Chart
    day: int

    def coded(self, *codes: Coding, day: int | None = None, verification: str = "confirmed") -> str:
        """A diagnosis under one of these codes, on the day of the story unless another is given."""
        on = day_text(self.day if day is None else day)
        code = self.rng.choice(codes)
        return self.chart.condition(code, onset=on, recorded=on, verification=verification)

    def treated(self, day: int | None = None) -> None:
        """A dose of an anticoagulant that was given."""
        minute = (self.day if day is None else day) * DAY + 900
        self.chart.add(
            "MedicationAdministration",
            status="completed",
            medicationCodeableConcept=concept(APIXABAN),
            effectiveDateTime=instant(minute),
        )

    def stay(self, main: str = "", other: str = "") -> None:
        """A stay in hospital of five days, with its main diagnosis and another one."""
        ranked = [(name, rank) for name, rank in ((main, 1), (other, 2)) if name]
        self.chart.encounter("IMP", self.day * DAY + 600, (self.day + 5) * DAY + 600, ranked)

    def scanned(self, result: str) -> None:
        """A scan of the left leg, with this result."""
        done = self.day * DAY + 720
        segment = "femoral" if result == "dvt_proximal" else "none"
        scan_report(self.chart, Scan("left", result, segment, done, done + 30))


Told = Iterator[tuple[str, int]]
"""The clots that there really were: dvt or pe, and the day."""


def _new_clot(story: Story) -> Told:
    """A clot that is coded, mostly treated, and of a leg mostly seen on a scan."""
    kind = story.rng.choice(("dvt", "pe"))
    code = story.coded(*_CLOTS[kind])
    if story.rng.random() < 0.5:
        story.stay(main=code)
    if story.rng.random() < 0.8:
        story.treated()
    if kind == "dvt" and story.rng.random() < 0.7:
        story.scanned("dvt_proximal")
    yield kind, story.day


def _old_clot(story: Story) -> Told:
    """A clot of some months ago that is coded again at every visit."""
    kind = story.rng.choice(("dvt", "pe"))
    first = story.day - story.rng.randint(60, 300)
    code = story.rng.choice(_CLOTS[kind])
    for day in (first, story.day):
        story.coded(code, day=day)
        story.treated(day)
    yield kind, first


def _second_clot(story: Story) -> Told:
    """Another clot, long after treatment of the first had ended."""
    kind = story.rng.choice(("dvt", "pe"))
    first = story.day - story.rng.randint(500, 1500)
    for day in (first, story.day):
        story.coded(*_CLOTS[kind], day=day)
        story.treated(day)
        yield kind, day


def _obstetric_embolism(story: Story) -> Told:
    story.coded((ICD_10, "O88.2"))
    story.treated()
    yield "pe", story.day


def _uncoded_clot(story: Story) -> Told:
    """A clot that nobody coded: only its treatment and its scan are on record."""
    story.treated()
    story.scanned("dvt_proximal")
    yield "dvt", story.day


def _site_unknown(story: Story) -> Told:
    """A code that does not say which vein: half of them are a DVT."""
    story.coded((ICD_10, "I80.3"), (ICD_10, "I80.9"), (ICD_10, "I82.9"))
    if story.rng.random() < 0.5:
        story.treated()
        yield "dvt", story.day


def _nothing(write: Callable[[Story], object]) -> Callable[[Story], Told]:
    """A story without a clot in it."""

    def story(of: Story) -> Told:
        write(of)
        return iter(())

    return story


def _excluded(story: Story) -> None:
    """A suspicion that was coded at once, and not found on the scan."""
    story.coded(*_LEG, verification=story.rng.choice(("provisional", "refuted")))
    story.scanned("negative_whole_leg")


def _wrong_code(story: Story) -> None:
    """The code of an outpatient who had no embolism; nobody treated it."""
    story.coded(*_LUNG)


STORIES: dict[str, tuple[int, Callable[[Story], Told]]] = {
    "new_clot": (30, _new_clot),
    "old_clot": (10, _old_clot),
    "second_clot": (4, _second_clot),
    "obstetric_embolism": (3, _obstetric_embolism),
    "uncoded_clot": (5, _uncoded_clot),
    "site_unknown": (6, _site_unknown),
    "superficial": (10, _nothing(lambda of: of.coded((ICD_10, "I80.0"), (SNOMED, "234040003")))),
    "unusual_site": (5, _nothing(lambda of: of.coded((ICD_10, "I81"), (ICD_10, "I82.0")))),
    "haemorrhoids": (4, _nothing(lambda of: of.coded((SNOMED, "75955007")))),
    "fat_embolism": (2, _nothing(lambda of: of.coded((ICD_10_CM, "I26.96")))),
    "puerperal_veins": (3, _nothing(lambda of: of.coded((ICD_10, "O87.9")))),
    "history": (6, _nothing(lambda of: of.coded((ICD_10, "Z86.7"), (READ, "14A81")))),
    "administration": (3, _nothing(lambda of: of.coded((READ, "9kg..")))),
    "excluded": (6, _nothing(_excluded)),
    "wrong_code": (5, _nothing(_wrong_code)),
    "well": (8, _nothing(lambda of: of.stay())),
}
"""Each story and its share; invented."""


def tell(rng: Random, person: str, today: int) -> tuple[Chart, list[Clot], str]:
    """The record of one person, the clots that there really were, and the name of the story."""
    chart = Chart(person)
    chart.patient(rng.choice(("female", "male")), day_text(today - rng.randint(25, 90) * 365))
    name = rng.choices(list(STORIES), [share for share, _ in STORIES.values()])[0]
    story = Story(rng, chart, today - rng.randint(20, 350))
    if rng.random() < 0.8:  # a record that reaches back
        chart.observation(MEASURED["body_weight"], (story.day - 2000) * DAY + 600, quantity(80, "kg"))
    return chart, [(person, kind, day) for kind, day in STORIES[name][1](story)], name
