"""Plain lines of a bulk export, read without working out each of them anew.

A *shape* is all that a line says apart from whose it is, when and how much. Exports hold millions of
lines and few shapes. A sample of each file shows the shapes; one line of each shape goes through
`flatten.sql`, with stand-ins for its own dates and number; and a line of a known shape takes over what
came of it. A line that is not plain (of no known shape, with a date that cannot be read, of nobody) is
*odd*: it is written out again and goes through `flatten.sql` itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .columns import COLUMNS, COLUMNS_OF

STAND_IN = "2000-01-01"
"""In place of every date of a shape."""
PLAIN_TYPES = tuple(kind for kind in COLUMNS_OF if kind != "Medication")
"""The types whose lines may be plain."""
DROPPED, PLAIN, ODD = 0, 1, 2
"""What becomes of the lines of a shape: no rule needs them; they are as their shape; each is read."""

_QUANTITY = "STRUCT(value VARCHAR, comparator JSON, unit JSON, code JSON)"
_OWN = ("resourceType", "id", "subject", "patient", "medicationReference", "contained")
_PERIODS = ("effectivePeriod", "onsetPeriod", "performedPeriod", "period", "abatementPeriod")
_DATES = (
    "birthDate", "effectiveDateTime", "effectiveInstant", "issued", "onsetDateTime", "recordedDate",
    "performedDateTime", "started", "whenHandedOver", "authoredOn", "dateAsserted", "abatementDateTime",
)  # fmt: skip
_WORDS = ("valueString", "conclusion", "abatementString")
"""Texts of which a decision needs to know only that they are there."""
_CODED = ("code", "component", "medicationCodeableConcept", "procedureCode", "class", "type")
"""Where the codes stand that a line may be needed for."""
_SEX = "list_filter(line.extension, lambda one: ends_with(one.url, '/us-core-birthsex'))[1].valueCode"
_END = """CASE WHEN line.dosageInstruction IS NOT NULL THEN list_max(list_transform(
    line.dosageInstruction, lambda one: one.timing.repeat.boundsPeriod.end)) END"""


class Key(NamedTuple):
    """A part of what makes a shape: its name, what it is of a line, and how it is written again.

    written: "" where another key writes it.
    """

    name: str
    of_line: str
    written: str = ""


def scanned(kind: str) -> dict[str, str]:
    """The columns of a type as plain lines are scanned: what need not be taken apart is text."""
    kept = (*_OWN, *_PERIODS, *_DATES, *_WORDS, "extension", "dosageInstruction")
    columns = {name: of if name in kept else "JSON" for name, of in COLUMNS_OF[kind].items()}
    return columns | ({"valueQuantity": _QUANTITY} if "valueQuantity" in columns else {})


@cache
def keys(kind: str) -> tuple[Key, ...]:
    """What makes the shape of a line of a type."""
    names = (name for name in COLUMNS_OF[kind] if name not in _OWN)
    return tuple(key for name in names for key in _keys_of(name))


def _keys_of(name: str) -> Iterator[Key]:
    there = f'line."{name}" IS NOT NULL'
    if name in _PERIODS:
        yield from _period_keys(name, there)
    elif name == "valueQuantity":
        yield from _quantity_keys(name, there)
    elif name == "extension":
        sex = """'"extension":[{"url":"/us-core-birthsex","valueCode":' || to_json(extension) || '}]'"""
        yield Key(name, f"CASE WHEN {there} THEN {_SEX} END", sex)
    elif name == "dosageInstruction":
        period = f'{{"timing":{{"repeat":{{"boundsPeriod":{{"end":"{STAND_IN}"}}}}}}}}'
        yield Key(name, f"({_END}) IS NOT NULL", _if(name, f'"{name}":[{period}]'))
    elif name in _DATES or name in _WORDS:
        stand_in = STAND_IN if name in _DATES else "-"
        yield Key(name, there, _if(f'"{name}"', f'"{name}":"{stand_in}"'))
    else:
        yield Key(name, f'line."{name}"', f"""'"{name}":' || "{name}" """)


def _period_keys(name: str, there: str) -> Iterator[Key]:
    ends = ("start", "end")
    for end in ends:
        held = f"(line.{name}->>'$.{end}')" if name == "effectivePeriod" else f'line.{name}."{end}"'
        yield Key(f"{name}_{end}", f"{held} IS NOT NULL")
    yield Key(
        name, there, _object(name, *(_if(f"{name}_{end}", f'"{end}":"{STAND_IN}"') for end in ends))
    )


def _quantity_keys(name: str, there: str) -> Iterator[Key]:
    parts = ("comparator", "unit", "code")
    yield Key("number", f"line.{name}.value IS NOT NULL")
    for part in parts:
        yield Key(f"quantity_{part}", f"line.{name}.{part}")
    written = (f"""'"{part}":' || quantity_{part}""" for part in parts)
    yield Key(name, there, _object(name, _if("number", '"value":1'), *written))


def _object(name: str, *parts: str) -> str:
    return f"""CASE WHEN "{name}" THEN '"{name}":{{' || concat_ws(',', {", ".join(parts)}) || '}}' END"""


def _if(there: str, written: str) -> str:
    return f"CASE WHEN {there} THEN '{written}' END"


def shapes_sql(kind: str, lines: str, first: int) -> str:
    """The table of the shapes of some lines of a type; numbered from `first`."""
    of_line = ", ".join(f'{key.of_line} AS "{key.name}"' for key in keys(kind))
    return (
        f"CREATE OR REPLACE TEMP TABLE {table(kind)} AS "
        f"SELECT ({first} + row_number() OVER ())::INTEGER AS shape, *, NULL::UTINYINT AS fate "
        f"FROM (SELECT DISTINCT {_hash(kind)} AS hash, {of_line} FROM ({lines}) line "
        f"WHERE resourceType = '{kind}') "
        # Shapes that share a hash, if there ever are any, are unknown: their lines are read each.
        "QUALIFY count(*) OVER (PARTITION BY hash) = 1"
    )


def _hash(kind: str) -> str:
    """What a line's shape is looked up by, of 64 bits: to compare every part takes twice as long."""
    return f"hash({', '.join(key.of_line for key in keys(kind))})"


def table(kind: str) -> str:
    """The name of the table of a type's shapes."""
    return f"shape_of_{kind.lower()}"


def numbered(kind: str) -> str:
    """Whether the lines of a shape have a number of their own."""
    return "number" if "valueQuantity" in COLUMNS_OF[kind] else "false"


def stand_ins_sql(kind: str) -> str:
    """One line of JSON for each shape: its number is the id."""
    whose = "" if kind == "Patient" else ',"subject":{"reference":"Patient/somebody"}'
    parts = ", ".join(key.written for key in keys(kind) if key.written)
    return (
        f"""SELECT concat_ws(',', '{{"resourceType":"{kind}","id":"' || shape || '"{whose}', {parts})"""
        f" || '}}' AS line FROM {table(kind)}"
    )


def fates_sql(kind: str) -> str:
    """Say what becomes of each shape, from the table `record` that its line gave."""
    # A number of the whole and those of its components cannot be told apart in what came of a line.
    numbers = "number AND component IS NOT NULL" if kind == "Observation" else "false"
    told = (
        "SELECT split_part(resource, '/', 2)::INTEGER FROM record "
        f"WHERE starts_with(resource, '{kind}/')"
    )
    return f"""
UPDATE {table(kind)} SET fate = CASE WHEN shape NOT IN ({told}) THEN {DROPPED}
    WHEN {numbers} OR shape IN ({told} AND (doubt.left_out IS NOT NULL OR doubt.undated
        OR doubt.unread_date IS NOT NULL OR doubt.unread_number IS NOT NULL)) THEN {ODD}
    ELSE {PLAIN} END
"""


def plain_sql(kind: str, lines: str, times: str) -> str:
    """The lines of a type as rows of the table `entry`, those that are odd as JSON in its last column.

    times: the part of `flatten.sql` that tells the times of a line, as written.
    """
    columns = COLUMNS_OF[kind]
    absent = ", ".join(f'NULL::{of} AS "{name}"' for name, of in COLUMNS.items() if name not in columns)
    coded = ", ".join(f'"{name}"' for name in _CODED if name in columns) or "NULL"
    written = ", ".join(f"""'"{name}":' || to_json("{name}")""" for name in columns)
    return _PLAIN.format(
        kind=kind,
        table=table(kind),
        lines=f"SELECT *, {absent} FROM ({lines})",
        times=times,
        amount="valueQuantity.value" if "valueQuantity" in columns else "NULL::VARCHAR",
        hash=_hash(kind),
        coded=coded,
        always="true" if kind == "Patient" else "whose IS NULL OR medicationReference IS NOT NULL",
        person="id" if kind == "Patient" else "person_in(whose)",
        known="NULL" if kind == "Patient" else _KNOWN,
        written=written,
    )


_KNOWN = """CASE WHEN known_start IS NULL OR known_text = from_text THEN minute_low
    ELSE minute_number(known_start) END"""
_PLAIN = f"""
WITH shaped AS (
    SELECT line.*, s.shape, s.fate, coalesce(subject.reference, patient.reference) AS whose,
        resourceType IS NOT DISTINCT FROM '{{kind}}' AS named_so
    FROM ({{lines}}) line LEFT JOIN {{table}} s ON s.hash = {{hash}}
),
needed AS (
    SELECT *, {{amount}} AS amount, {{times}} FROM shaped
    WHERE CASE WHEN NOT named_so OR {{always}} THEN true
        WHEN fate IS NULL THEN may_matter(concat({{coded}})) ELSE fate <> {DROPPED} END
),
dated AS (
    SELECT *, {{person}} AS person, number_in(amount) AS number,
        start_of(from_text) AS from_start, after(from_text, from_start) AS after_from,
        start_of(end_text) AS end_start,
        CASE WHEN known_text = from_text THEN from_start ELSE start_of(known_text) END AS known_start
    FROM needed
),
judged AS (
    SELECT *, day_number(from_start) AS day_low, minute_number(from_start) AS minute_low,
        coalesce(fate = {PLAIN} AND named_so AND medicationReference IS NULL
        AND person IS NOT NULL AND from_start IS NOT NULL AND until_text = from_text
        AND (end_text IS NULL OR end_start IS NOT NULL)
        AND (known_text IS NULL OR known_start IS NOT NULL)
        AND (amount IS NULL OR number IS NOT NULL), false) AS plain
    FROM dated
)
SELECT CASE WHEN plain THEN person END AS person, coalesce(id, '') AS resource,
    CASE WHEN plain THEN shape END AS shape, day_low,
    CASE WHEN after_from IS NOT NULL AND length(from_text) <> 10
        THEN day_number(after_from - INTERVAL 1 DAY) ELSE day_low END AS day_high,
    minute_low, coalesce(minute_number(after_from) - 1, minute_low) AS minute_high,
    day_number(end_start) AS end_day_low,
    day_number(coalesce(after(end_text, end_start) - INTERVAL 1 DAY, end_start)) AS end_day_high,
    {{known}} AS known_minute, number AS value, file,
    CASE WHEN NOT plain THEN '{{{{' || concat_ws(',', {{written}}) || '}}}}' END AS odd
FROM judged
"""
