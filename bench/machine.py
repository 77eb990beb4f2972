"""What every measurement says of itself, and where its raw output is kept."""

from __future__ import annotations

import os
import platform
import resource
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


def described() -> str:
    """The machine and the versions, in one line."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("duckdb", "polars", "pyarrow"))
    cores = os.cpu_count()
    python = platform.python_version()
    return f"{platform.machine()}, {cores} cores (shared), Python {python}, {libraries}"


def peak_memory_mb() -> float:
    """The largest memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def write(name: str, lines: list[str]) -> None:
    """Print the lines, and keep them as bench/results/<name>.txt."""
    RESULTS.mkdir(exist_ok=True)
    text = "\n".join(lines) + "\n"
    print(text, end="")
    (RESULTS / f"{name}.txt").write_text(text, encoding="utf-8")
