"""How many patients a CPU second the rules take on columns, from facts to decisions.

    python bench/columns.py [--patients 100000 1000000] [--chunk 100000] [--runs 5]

Rules: the step `suspected_dvt_nice` with all Wells scores for DVT; then all of diagnosis, every score,
every table of its own and every step of every guideline; then, of every anticoagulant, the verdict and
the dose of each phase. Patients are random planes: half of the values are unknown, and there are as many
events of each kind as patients, in the order of the patients as an extraction gives them. They are made
chunk by chunk, outside of the clock. CPU seconds are those of the whole process, all threads together;
the median of the runs counts. Three programs are timed: with presumptions, without (strict), and both
modes at once. Each size runs in a process of its own, so that its peak memory is its own.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from veinway.care.chapters.diagnosis import DIAGNOSIS
from veinway.care.chapters.treatment import TREATMENT
from veinway.engine.columns import Program, Target, compile_both, compile_program
from veinway.engine.planes import Planes, complete_column, schema_of
from veinway.language import Choice, Event, YesNo
from veinway.language.facts import Fact
from veinway.language.knowledge import events_of, facts_of
from veinway.language.values import Interval

RESULTS = Path(__file__).parent / "results" / "columns.txt"
STEP = DIAGNOSIS.steps["suspected_dvt_nice"]
SCORES = [score for key, score in DIAGNOSIS.scores.items() if key.startswith("wells_dvt")]
RULES: dict[str, list[Target]] = {
    "one step": [*SCORES, STEP],
    "all of diagnosis": [
        *DIAGNOSIS.scores.values(),
        *DIAGNOSIS.own_tables,
        *DIAGNOSIS.steps.values(),
    ],
    "every drug, every dose": [
        table
        for drug in TREATMENT.drugs.values()
        for table in (drug.verdict, *(phase.dose for phase in (*drug.phases, *drug.first_dose)))
    ],
}
INDEX = 20_000


class Maker:
    """Makes random columns of a given height from a seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def below(self, count: int) -> pl.Expr:
        """Integers from 0 up to, but not including, `count`."""
        self.seed += 1
        return (pl.int_range(pl.len(), dtype=pl.UInt64).hash(self.seed) % count).cast(pl.Int64)

    def fact(self, fact: Fact) -> list[pl.Expr]:
        """The columns of a fact: unknown to half of the patients, exact for the others."""
        known = self.below(2) == 0
        names = list(schema_of(fact))
        if isinstance(fact, YesNo):
            yes = self.below(2) == 0
            return [(~known | yes).alias(names[0]), (~known | ~yes).alias(names[1])]
        if isinstance(fact, Choice):
            everything = pl.lit(2 ** len(fact.options) - 1, pl.Int64)
            bit = pl.lit(2, pl.Int64).pow(self.below(len(fact.options))).cast(pl.Int64)
            return [pl.when(known).then(bit).otherwise(everything).alias(names[0])]
        anything = fact.anything
        assert isinstance(anything, Interval)
        low, high = int(anything.low), int(anything.high)
        value = pl.lit(low, pl.Int64) + self.below(high - low + 1)
        ends = zip(names, (low, high), strict=True)
        return [
            pl.when(known).then(value).otherwise(pl.lit(end, pl.Int64)).alias(name) for name, end in ends
        ]

    def events(self, event: Event, patients: int) -> pl.DataFrame:
        """About one event a patient, from 100 days before to 100 days after the index day."""
        rows = pl.DataFrame({"row": pl.int_range(patients, dtype=pl.UInt32, eager=True)})
        rows = rows.select(
            (pl.col("row").cast(pl.Int64) * 0 + self.below(patients)).cast(pl.UInt32).alias("row")
        )
        rows = rows.sort("row")
        day = INDEX - 100 + self.below(200)
        columns = [day.alias("day.low"), day.alias("day.high")]
        minute = day * 1440 + self.below(1440)
        columns += [minute.alias("minute.low"), minute.alias("minute.high")]
        columns.append((self.below(10) > 0).alias("certain"))
        for attribute in event.attributes:
            columns += self.fact(attribute)
        return rows.with_columns(columns)

    def planes(self, patients: int, targets: list[Target]) -> Planes:
        """Random patients, of whom everything is drawn that these rules look at."""
        days = [pl.lit(INDEX, pl.Int64).alias(name) for name in ("index", "at")]
        minutes = [pl.lit(INDEX * 1440, pl.Int64).alias(name) for name in ("index_minute", "at_minute")]
        columns = [column for fact in facts_of(*targets) for column in self.fact(fact)]
        events = events_of(*targets)
        columns += [(self.below(2) == 0).alias(complete_column(event.key)) for event in events]
        frame = pl.DataFrame({"row": pl.int_range(patients, eager=True)})
        frame = frame.with_columns(*days, *minutes, *columns).drop("row")
        return Planes(frame, {event.key: self.events(event, patients) for event in events})


def chunks(patients: int, chunk: int, targets: list[Target]) -> Iterator[Planes]:
    """The patients, chunk by chunk."""
    for first in range(0, patients, chunk):
        yield Maker(1000 * first).planes(min(chunk, patients - first), targets)


def seconds(program: Program, patients: int, chunk: int, targets: list[Target]) -> float:
    """CPU seconds from facts to decisions; the making of the patients is not in them."""
    spent = 0.0
    for planes in chunks(patients, chunk, targets):
        start = time.process_time()
        program.run(planes)
        spent += time.process_time() - start
    return spent


def measured(patients: int, chunk: int, runs: int, targets: list[Target]) -> Iterator[str]:
    """A line for each program."""
    programs = {
        "with presumptions": compile_program(targets, presumptions=True),
        "strict": compile_program(targets, presumptions=False),
        "both modes": compile_both(targets),
    }
    for name, program in programs.items():
        spent = [seconds(program, patients, chunk, targets) for _ in range(runs)]
        median = statistics.median(spent)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield (
            f"{patients:>9,} patients, {name:<17} {patients / median:>9,.0f} patients a CPU second; "
            f"{median:.3f} CPU s ({', '.join(f'{each:.3f}' for each in spent)}); peak {memory:,.0f} MB"
        )


def machine() -> str:
    """What it was measured on."""
    return (
        f"machine: {platform.machine()}, {os.cpu_count()} cores, {platform.system()}; "
        f"Python {platform.python_version()}, Polars {pl.__version__}"
    )


def described(name: str, chunk: int) -> str:
    """What was measured."""
    targets = RULES[name]
    start = time.process_time()
    both = compile_both(targets)
    compiled = 1000 * (time.process_time() - start)
    columns = sum(len(layer.columns) for layer in both.layers)
    return (
        f"{name}: {len(targets)} rules, {len(facts_of(*targets))} facts, "
        f"{len(events_of(*targets))} kinds of event; "
        f"both modes are {columns} columns in {len(both.layers)} layers, "
        f"compiled in {compiled:.0f} ms; chunks of {chunk:,} patients"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--patients", type=int, nargs="+", default=[100_000, 1_000_000])
    options.add_argument("--chunk", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--rules", choices=list(RULES), default="one step")
    given = options.parse_args()
    if len(given.patients) == 1:
        for line in measured(given.patients[0], given.chunk, given.runs, RULES[given.rules]):
            print(line, flush=True)
        return
    lines = [machine()]
    for name in RULES:
        lines.append(described(name, given.chunk))
        for patients in given.patients:
            settings = ["--chunk", str(given.chunk), "--runs", str(given.runs), "--rules", name]
            command = [sys.executable, __file__, "--patients", str(patients), *settings]
            run = subprocess.run(command, check=True, capture_output=True, text=True)
            lines += run.stdout.splitlines()
    print(*lines, sep="\n")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
