"""How long a plan takes: every drug with every phase, reasons, flags and doses, for one patient.

    python3 dev.py bench plan

Every figure is the median of many runs in one process, in CPU time, after a warm-up. Compared are the
plan as it is made (one pass of lanes, explanations from the one-patient engine) and the same options
from the one-patient engine alone, which is the definition. The dates of all phases are included.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from machine import described, write

from veinway.care.knowledge import KNOWLEDGE
from veinway.engine.one import Reasoner
from veinway.engine.planning import Option, choice_by, option, plan
from veinway.engine.schedule import schedule
from veinway.language.values import Situation
from veinway.records.cases import read_case

TREATMENT = KNOWLEDGE.chapter("treatment")
CHOICE = choice_by(TREATMENT, "nice")
RUNS = 200
GIVEN = ["nothing_against_treatment", "first_clot_today"]
PATIENTS: dict[str, dict[str, object]] = {
    "nothing speaks against any drug": {},
    "close to three thresholds": {
        "age_years": 60,
        "body_weight": {"value": "60.5", "unit": "kg"},
        "serum_creatinine": {"value": 119, "unit": "umol/L"},
        "platelet_count": {"value": 52, "unit": "10*9/L"},
    },
    "the creatinine is awaited": {"serum_creatinine": "unknown"},
}


def situation(facts: dict[str, object]) -> Situation:
    """One made-up patient."""
    case = {"at": "2026-03-04T12:00", "given": GIVEN, "facts": facts}
    return next(iter(read_case(case, KNOWLEDGE, id_="bench").situations.values()))


def dated(options: tuple[Option, ...]) -> None:
    """When each phase of each drug begins and ends."""
    for each in options:
        list(schedule([(part.lasts, part.given) for part in each.phases], 29_000_000))


def planned(of: Situation) -> None:
    dated(plan(TREATMENT, Reasoner(of), CHOICE).options)


def by_definition(of: Situation) -> None:
    reasoner = Reasoner(of)
    dated(tuple(option(drug, reasoner) for drug in TREATMENT.drugs.values()))


def milliseconds(run: Callable[[Situation], None], of: Situation) -> tuple[float, float]:
    """The median and the 95th percentile of one call."""
    took = []
    for _ in range(RUNS):
        begin = time.process_time()
        run(of)
        took.append(1000 * (time.process_time() - begin))
    return statistics.median(took), sorted(took)[int(0.95 * RUNS)]


def main() -> None:
    drugs = TREATMENT.drugs.values()
    phases = sum(len(drug.phases) for drug in drugs)
    rows = sum(len(drug.verdict.rows) for drug in drugs)
    lines = [described(), f"{len(drugs)} drugs, {phases} phases, {rows} rows of verdicts", ""]
    begin = time.process_time()
    planned(situation({}))
    lines.append(f"first plan of a process          {1000 * (time.process_time() - begin):8.1f} ms")
    for name, facts in PATIENTS.items():
        of = situation(facts)
        fast, slow = milliseconds(planned, of), milliseconds(by_definition, of)
        lines.append(f"{name:32} {fast[0]:8.2f} ms (95 %: {fast[1]:.2f}), one engine {slow[0]:.2f} ms")
    write("plan", lines)


if __name__ == "__main__":
    main()
