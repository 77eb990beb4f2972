"""How fast cohorts are made, how large they are, and whether memory stays flat.

    python bench/synthesise.py [PATIENTS ...]        default: 10000 100000

Each size runs in a process of its own, so that its peak memory is its own. Prints one line of JSON for
each: machine, patients, seconds (wall and CPU), patients a second, MB of NDJSON, bytes a patient, and
peak resident memory in MB. A flat last column from size to size is what is looked for.
"""

from __future__ import annotations

import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from veinway.made_up import synthesise


def measure(patients: int) -> dict[str, object]:
    """Make one cohort in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        start, cpu = time.perf_counter(), time.process_time()
        summary = synthesise(patients, 1, Path(folder) / "cohort")
        seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    return {
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "patients": patients,
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu, 1),
        "patients_a_second": round(patients / seconds),
        "megabytes": round(summary.bytes / 1e6, 1),
        "bytes_a_patient": round(summary.bytes / patients),
        "resources": sum(summary.resources.values()),
        "peak_memory_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main() -> None:
    sizes = [int(text) for text in sys.argv[1:]] or [10_000, 100_000]
    if len(sizes) == 1:
        print(json.dumps(measure(sizes[0])), flush=True)
        return
    for size in sizes:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


if __name__ == "__main__":
    main()
