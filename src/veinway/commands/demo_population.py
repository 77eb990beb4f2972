"""The second half of `veinway demo`: made-up people, and the same rules on all of them."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

from veinway.commands.cohort_run import decide_cohort
from veinway.commands.progress import progress_bar
from veinway.language.knowledge import Knowledge
from veinway.made_up import synthesise
from veinway.records.profile import DEFAULT_PROFILE

AT = datetime(2026, 3, 31, 23, 59)


def population(knowledge: Knowledge, patients: int, seed: int) -> dict[str, Any]:
    """The report on so many made-up people; their files are thrown away."""
    with tempfile.TemporaryDirectory(prefix="veinway-demo-") as folder:
        made = Path(folder) / "people"
        with progress_bar("making up people", patients) as progress:
            synthesise(patients, seed, made, progress=progress)
        out = Path(folder) / "out"
        report = decide_cohort(made, AT, out, knowledge, DEFAULT_PROFILE)
    del report["decisions"]
    return report | {"source": "made up"}
