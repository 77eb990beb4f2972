"""Lines that no rule needs, told by their text, before they are taken apart.

To check that a line is JSON and to look through its text takes half as long as to take it apart. So the
lines of a file of which a sample shows that few may be needed are looked through first. A line is left
out only if its text says that it is of its file's type and about somebody, and names no code that is
looked for. Every other line is taken apart, as are all lines of the other files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import duckdb
import orjson

from .codes import OWN_SYSTEM
from .columns import COLUMNS_OF
from .flatten_program import (
    LONGEST_LINE,
    Concepts,
    Group,
    classifications,
    key_of,
    list_of,
    needed_codes,
    scan_sql,
    text,
)
from .flatten_sample import sample
from .flatten_shapes import scanned

_FEW = 0.3
"""Where so many of the lines may be needed, it takes no longer to take all of them apart."""
_OF_MEDICINES = "medicationReference"
"""What has this may be needed for a code that stands in another line."""


def lines_sql(session: duckdb.DuckDBPyConnection, group: Group, concepts: Concepts) -> str:
    """The lines of the files of a group that may be needed, or more, as `flatten_shapes` scans them.

    session: that a sample of each file is asked in. concepts: the code lists whose codes are looked for;
    our own codes always are.
    """
    asked = _Text(session, group.kind, concepts)
    parts = [
        asked.few_of(part) if few else scan_sql(part, scanned(group.kind))
        for few, part in _runs(group, asked)
    ]
    return " UNION ALL ".join(parts)


def _runs(group: Group, asked: _Text) -> Iterator[tuple[bool, Group]]:
    """The files of a group in order, those together that are read in the same way."""
    first = group.first
    for few, files in groupby(group.files, asked.needs_few_of):
        part = group._replace(files=list(files), first=first)
        first += len(part.files)
        yield few, part


class _Text:
    """What the text of a line of some type has to say."""

    def __init__(self, session: duckdb.DuckDBPyConnection, kind: str, concepts: Concepts) -> None:
        self._session, self._kind = session, kind
        self._needed = _may_be_needed(kind, _pattern(concepts))

    def needs_few_of(self, file: str) -> bool:
        """Whether few lines of a file may be needed, from a sample."""
        if self._kind == "Patient" or _OF_MEDICINES in COLUMNS_OF[self._kind]:
            return False
        lines = sample([file], pieces=2).decode(errors="replace").splitlines()
        share = f"SELECT avg(({self._needed})::INTEGER) FROM (SELECT unnest($lines) AS json)"
        [(needed,)] = self._session.execute(share, {"lines": lines}).fetchall()
        return needed is not None and needed < _FEW

    def few_of(self, group: Group) -> str:
        """The lines that may be needed, and those that are no JSON, as empty ones."""
        columns = orjson.dumps(scanned(self._kind)).decode()
        return (
            f"SELECT unnest(from_json(json, {text(columns)})), {text(self._kind)} AS named, "
            f"(file_index + {group.first})::INTEGER AS file FROM read_json_objects("
            f"{list_of(group.files)}, format = 'newline_delimited', ignore_errors = true, "
            f"maximum_object_size = {LONGEST_LINE}) WHERE coalesce({self._needed}, true)"
        )


def _may_be_needed(kind: str, pattern: str) -> str:
    """Whether the text `json` is of another type, of nobody, or names a code that is needed; as SQL."""
    line, begin, own = "json::VARCHAR", f'{{"resourceType":"{kind}"', OWN_SYSTEM.split("/")[2]
    # How fast a text is searched depends on its first letter: `u` is rarer than `s`, and than a quote.
    somebody = 'ubject":{"reference":"'
    return (
        f"NOT starts_with({line}, {text(begin)}) OR NOT contains({line}, {text(somebody)}) "
        f"OR contains({line}, {text(own)}) OR regexp_matches({line}, {text(pattern)})"
    )


@cache
def _pattern(concepts: Concepts) -> str:
    """Any code that is needed, as JSON; one with an escaped letter may be any."""
    rows = [row for row in needed_codes(concepts) if row.system != OWN_SYSTEM]
    begun = sorted({_beginning(key_of(row)) for row in rows if row.system in classifications()})
    whole = sorted({re.escape(row.code) for row in rows if row.system not in classifications()})
    exact = f'(?:{"|".join(whole)})["\\s,}}]'
    return f'"code"\\s*:\\s*"?(?:{"|".join([exact, *begun])}|[^"\\\\]*\\\\)'


def _beginning(key: str) -> str:
    """How a code of a classification begins, with or without dots, in large or small letters."""
    return "\\.?".join(f"[{letter.upper()}{letter.lower()}]" for letter in key)
