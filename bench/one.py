"""One patient: facts to a finding tree, a bundle to a finding tree, all of diagnosis, and the start.

    python3 dev.py bench one

Every figure is the median (and 95th percentile) of many runs in one process, after a warm-up; the
processor's time beside the clock's shows how busy the machine was. Explanations are worked out once
somebody looks at them: "by the definition" works out all of them at once.

What takes long now and then is the collection of garbage, which looks through all rules and their
explanations. The last lines are of a process that has told it to leave the rules alone (gc.freeze).
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any

from machine import described, write

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.care.episodes import SUSPECTED_VTE
from veinway.engine.ask import open_facts
from veinway.engine.assess import assess_step
from veinway.engine.assessment import Assessment, assess, read_step
from veinway.engine.compare import compare_all
from veinway.engine.one import Reasoner
from veinway.language.values import Situation
from veinway.made_up import synthesise
from veinway.records.bundle import read_bundle
from veinway.records.cases import read_case
from veinway.records.documents import load_yaml
from veinway.show.json_answers import assess_answer

GUIDELINE = "nice"
STEP = DIAGNOSIS.steps["suspected_dvt_nice"]
CASE = load_yaml(
    """
    id: bench
    at: "2026-03-04T12:00"
    index: "2026-03-04T09:30"
    given: [adult_outpatient, no_wells_items]
    facts:
      birth_date: "1961"
      active_cancer: true
      alternative_dvt_at_least_as_likely: unknown
      d_dimer: {value: 900, unit: "ug/L{FEU}"}
      scan_obtainable_in_4_hours: true
      leg_scan: [{date: "2026-03-04T11:00", result: negative_proximal}]
    """,
    "bench",
)


def reasoners(situation: Situation) -> tuple[Reasoner, Reasoner]:
    """With presumptions, and without."""
    return Reasoner(situation), Reasoner(situation, presumptions=False)


def timed(name: str, work: Callable[[], object], runs: int = 300) -> str:
    """Milliseconds of a call, by the clock and of the processor: the median and the 95th percentile."""
    for _ in range(runs // 5):
        work()
    clock, processor = [], []
    for _ in range(runs):
        start, used = time.perf_counter(), time.process_time()
        work()
        processor.append(1000 * (time.process_time() - used))
        clock.append(1000 * (time.perf_counter() - start))
    return f"{name:<52} {_spread(clock)}  processor {_spread(processor)}"


def _spread(taken: list[float]) -> str:
    last = sorted(taken)[int(0.95 * len(taken))]
    return f"{statistics.median(taken):8.3f} ms  p95 {last:8.3f} ms"


def bundle(kilobytes: int) -> bytes:
    """A bundle of one patient with one result, filled up with other observations."""
    base = [
        {"resourceType": "Patient", "id": "p", "birthDate": "1961-05-03", "gender": "female"},
        _observation("d", "48065-7", 900, "ug/L{FEU}", "2026-03-04T11:00:00Z"),
    ]
    return filled([{"resource": resource} for resource in base], "p", kilobytes)


def filled(entries: list[dict[str, Any]], person: str, kilobytes: int) -> bytes:
    """A bundle of these entries and of as many other observations as make it so large, one an hour."""
    size = len(json.dumps(entries))
    while size < 1000 * kilobytes:
        n = len(entries)
        when = f"2025-{1 + n // 24 % 12:02}-{1 + n // 24 % 28:02}T{n % 24:02}:15:00Z"
        observation = _observation(f"n{n}", "8867-4", 60 + n % 40, "/min", when, person)
        entries.append({"resource": observation})
        size += len(json.dumps(entries[-1])) + 2
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


def made_up_bundles(patients: int, kilobytes: int) -> list[bytes]:
    """Bundles of made-up patients with an episode and all their findings, filled up likewise."""
    entries: dict[str, list[dict[str, Any]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        made = synthesise(patients, 7, Path(folder) / "made-up", missing=0.2, misleading=0.5).folder
        for file in sorted(made.glob("*.ndjson")):
            for line in file.read_text(encoding="utf-8").splitlines():
                resource = json.loads(line)
                whose = resource.get("subject", resource.get("patient", {})).get("reference", "")
                entries[whose.rpartition("/")[2] or resource["id"]].append({"resource": resource})
    return [filled(held, person, kilobytes) for person, held in entries.items()]


def _observation(
    id_: str, code: str, value: int, unit: str, when: str, person: str = "p"
) -> dict[str, object]:
    return {
        "resourceType": "Observation",
        "id": id_,
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": code, "display": "an observation"}]},
        "subject": {"reference": f"Patient/{person}"},
        "effectiveDateTime": when,
        "valueQuantity": {"value": value, "unit": unit, "code": unit},
    }


def all_of_diagnosis(situation: Situation) -> list[str]:
    """Every score, table and measure, and every step of one guideline, with presumptions and without."""

    def assessed() -> Assessment:
        return assess(DIAGNOSIS, situation, GUIDELINE)

    def with_plans() -> object:
        return [reading.found.plan for reading in assessed().steps]

    def with_questions() -> object:
        found = assessed()
        return [reading.open.without_effect for reading in (*found.tables, *found.scores, *found.steps)]

    def as_json() -> object:
        return assess_answer("", assessed(), DIAGNOSIS.edition)

    start = time.perf_counter()
    found = assessed()
    first = time.perf_counter() - start
    return [
        f"all of diagnosis by {GUIDELINE}: {len(found.scores)} scores, {len(found.tables)} tables of "
        f"their own, {len(found.steps)} steps",
        timed("all of it, with presumptions and without", assessed),
        timed("the same, with the plan of every step", with_plans),
        timed("the same, with every open question ranked", with_questions),
        timed("the same, with every explanation, as JSON", as_json, 50),
        timed("every guideline beside the others", lambda: compare_all(DIAGNOSIS, situation), 100),
        f"{'the first one in a process, rules printed and compiled':<52} {first:8.3f} s",
    ]


def start_of_the_program(runs: int = 9) -> str:
    """Seconds of `veinway --help`, process start included."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "veinway", "--help"], check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return f"{'veinway --help, whole process':<52} {statistics.median(taken):8.3f} s"


def main() -> None:
    """Measure, print and keep the raw output."""
    situation = read_case(CASE, DIAGNOSIS).situations[""]
    hundred, many = bundle(100), cycle(made_up_bundles(100, 100))

    def from_facts() -> object:
        return read_step(STEP, *reasoners(situation)).found.plan

    def by_the_definition() -> object:
        return assess_step(STEP, *reasoners(situation)).plan

    def from_bundle(data: bytes) -> object:
        read = read_bundle(data, knowledge=DIAGNOSIS, episode=SUSPECTED_VTE)
        found = [read_step(STEP, *reasoners(subject.situation)).found for subject in read.subjects]
        return [each.plan for each in found]

    def steps_and_bundles() -> list[str]:
        return [
            timed("facts -> finding tree of the step, with its plan", from_facts),
            timed("the same by the definition, every reason worked out", by_the_definition),
            timed("bundle of 100 kB -> finding tree", lambda: from_bundle(hundred), 1000),
            timed("the same, of 100 made-up patients", lambda: from_bundle(next(many)), 1000),
        ]

    lines = [
        described(),
        *steps_and_bundles(),
        timed("ranking of the open facts", lambda: open_facts(STEP, Reasoner(situation)), 100),
        *all_of_diagnosis(situation),
        start_of_the_program(),
    ]
    gc.collect()
    gc.freeze()
    write("one", [*lines, "after gc.freeze:", *steps_and_bundles(), *all_of_diagnosis(situation)[1:-1]])


if __name__ == "__main__":
    main()
