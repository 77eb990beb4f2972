"""Who has a clot by which definition, one line a person, as CSV."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType

from veinway.care.phenotypes.all import PHENOTYPES
from veinway.engine.coded import ALWAYS
from veinway.engine.phenotypes import NOT_LISTED, Verdict
from veinway.language.errors import SourceError
from veinway.language.values import Truth

_SAID = {Truth.YES: "yes", Truth.NO: "no", Truth.UNKNOWN: "possible"}
_EPOCH = date(1970, 1, 1)


class PhenotypeCsv:
    """Writes a line a person: of each definition yes, possible or no, the first day, and why not.

    Raises SourceError S305 where the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = path.open("w", encoding="utf-8", newline="")
        except OSError as error:
            what = f"The file cannot be written: {error.strerror}."
            raise SourceError("S305", what, where=str(path), todo="Choose another --out.") from None
        self._rows = csv.writer(self._file, lineterminator="\n")
        heads = [f"{each.key}{part}" for each in PHENOTYPES for part in ("", "_day", "_why")]
        self._rows.writerow(["person", "codes", *heads])

    def __enter__(self) -> PhenotypeCsv:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, person: str, said: Mapping[str, Verdict]) -> None:
        """One person more."""
        codes = sorted({code for verdict in said.values() for code in verdict.codes})
        cells = [cell for each in PHENOTYPES for cell in _cells(said[each.key])]
        self._rows.writerow([person, "; ".join(codes), *cells])


def _cells(verdict: Verdict) -> tuple[str, str, str]:
    dated = verdict.day is not None and verdict.day > ALWAYS[0]
    day = (_EPOCH + timedelta(days=verdict.day)).isoformat() if dated and verdict.day is not None else ""
    why = "" if verdict.why == (NOT_LISTED,) else "; ".join(verdict.why)
    return _SAID[verdict.truth], day, why
