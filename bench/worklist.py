"""Work lists and the report of a whole service: how fast, in how much memory, and how true.

    python bench/worklist.py [PEOPLE]        default: 100000

Makes people under treatment, of whose records a third is missing and a twentieth misleads; runs the
commands on them, each in a process of its own; and writes to results/worklist.txt what the lists come
to beside the truth, with the CPU time (user and system), the wall clock and the peak memory of each.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from machine import described, write

AT, PERIOD, SEED = "2026-03-31", "2025-04..2026-03", 11


def timed(*arguments: object) -> tuple[str, str]:
    """What a command printed, and what it took."""
    command = [sys.executable, "-m", "veinway.cli", *map(str, arguments)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"veinway {arguments[0]} failed: {said}")
    cpu, wall = used.ru_utime + used.ru_stime, time.perf_counter() - start
    took = f"{cpu:.0f} s of CPU, {wall:.0f} s on a busy machine, {used.ru_maxrss / 1e6:.1f} GB at most"
    return said, f"{arguments[0]}: {took}"


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "people"
        made = ("--patients", people, "--seed", SEED, "--out", folder, "--what", "treated")
        _, making = timed("synthesise", *made)
        profile = ("--profile", folder / "veinway.toml")
        truth = ("--truth", folder / "truth_worklist.parquet")
        lists, listing = timed("worklist", folder, "--at", AT, *truth, *profile)
        _, reporting = timed("report", folder, "--period", PERIOD, "--json", *profile)
    table = [line.rstrip() for line in lists.splitlines()]
    head = [described(), f"{people:,} people, 30 % of facts missing, 5 % of records mislead", ""]
    write("worklist", [*head, making, listing, reporting, "", *table])


if __name__ == "__main__":
    main()
