"""One patient: facts to a finding tree, a bundle to a finding tree, and the start of the program.

    python3 dev.py bench one

Every figure is the median (and 95th percentile) of many runs in one process, after a warm-up.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from machine import described, write

from veinway.care.episodes import SUSPECTED_DVT
from veinway.care.knowledge import KNOWLEDGE
from veinway.engine.ask import open_facts
from veinway.engine.assess import assess_step
from veinway.engine.one import Reasoner
from veinway.records.bundle import read_bundle
from veinway.records.cases import read_case
from veinway.records.documents import load_yaml

STEP = KNOWLEDGE.steps["suspected_dvt_nice"]
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


def timed(name: str, work: Callable[[], object], runs: int = 300) -> str:
    """Milliseconds of a call: the median and the 95th percentile."""
    for _ in range(runs // 10):
        work()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    taken.sort()
    return f"{name:<52} {statistics.median(taken):8.3f} ms  p95 {taken[int(0.95 * runs)]:8.3f} ms"


def bundle(kilobytes: int) -> bytes:
    """A bundle of one patient with an episode, filled up with other observations."""
    base = [
        {"resourceType": "Patient", "id": "p", "birthDate": "1961-05-03", "gender": "female"},
        _observation("d", "48065-7", 900, "ug/L{FEU}", "2026-03-04T11:00:00Z"),
    ]
    entries = [{"resource": resource} for resource in base]
    while len(json.dumps(entries)) < 1000 * kilobytes:
        n = len(entries)
        entries.append({"resource": _observation(f"n{n}", "8867-4", 60 + n % 40, "/min", "2025-01-01")})
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}).encode()


def _observation(id_: str, code: str, value: int, unit: str, when: str) -> dict[str, object]:
    return {
        "resourceType": "Observation",
        "id": id_,
        "status": "final",
        "code": {"coding": [{"system": "http://loinc.org", "code": code, "display": "an observation"}]},
        "subject": {"reference": "Patient/p"},
        "effectiveDateTime": when,
        "valueQuantity": {"value": value, "unit": unit, "code": unit},
    }


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
    situation = read_case(CASE, KNOWLEDGE).situations[""]
    hundred = bundle(100)

    def from_facts() -> object:
        return assess_step(STEP, Reasoner(situation))

    def from_bundle() -> object:
        read = read_bundle(hundred, knowledge=KNOWLEDGE, episode=SUSPECTED_DVT)
        return [assess_step(STEP, Reasoner(subject.situation)) for subject in read.subjects]

    write(
        "one",
        [
            described(),
            timed("facts -> finding tree of the step, with its plan", from_facts),
            timed("ranking of the open facts", lambda: open_facts(STEP, Reasoner(situation)), 100),
            timed("bundle of 100 kB -> finding tree", from_bundle, 100),
            start_of_the_program(),
        ],
    )


if __name__ == "__main__":
    main()
