"""`veinway synthesise`: made-up patients as FHIR NDJSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from veinway.commands.output import FINE, write_document
from veinway.commands.progress import progress_bar
from veinway.language.errors import InputError

KINDS = ("suspected", "treated", "coded")


def run(
    patients: int, seed: int, out: str, what: str, *, missing: float, misleading: float, as_json: bool
) -> int:
    """Write the folder and say what is in it; InputError I245 where there are no such people."""
    from veinway.made_up import synthesise, synthesise_coded, synthesise_treated

    if what not in KINDS:
        todo = f"There are: {', '.join(KINDS)}."
        raise InputError("I245", f"Nobody is made up as {what!r}.", where="--what", todo=todo)
    makers = dict(zip(KINDS, (synthesise, synthesise_treated, synthesise_coded), strict=True))
    make = makers[what]
    with progress_bar("making up patients", patients, shown=not as_json) as done:
        summary = make(patients, seed, Path(out), missing=missing, misleading=misleading, progress=done)
    answer: dict[str, Any] = {
        "patients": summary.patients,
        "seed": seed,
        "folder": str(summary.folder),
        "truth": str(summary.truth),
        "bytes": summary.bytes,
        "resources": dict(sorted(summary.resources.items())),
    }
    if as_json:
        write_document(answer)
    else:
        _say(answer)
    return FINE


def _say(answer: dict[str, Any]) -> None:
    listed = ", ".join(f"{count:,} {kind}" for kind, count in answer["resources"].items())
    print(f"{answer['patients']:,} made-up patients in {answer['folder']}: {listed}.")
    print(f"What is true of each of them: {answer['truth']}. Nobody should learn a prevalence from it.")
