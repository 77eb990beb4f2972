"""A bulk export as the tables `entry` and `way`: plain lines by their shapes, the odd ones too.

files ──▶ sample ──▶ shapes ──▶ one line of each ──▶ record ──▶ way
  └─────▶ plain lines ──▶ entry
  └─────▶ odd lines ──▶ record ──▶ way, entry
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb
import orjson

from .columns import COLUMNS, COLUMNS_OF
from .flatten_program import Concepts, Group, make_record, parts, scan_sql, text
from .flatten_sample import sample
from .flatten_shapes import (
    PLAIN,
    PLAIN_TYPES,
    fates_sql,
    numbered,
    plain_sql,
    scanned,
    shapes_sql,
    stand_ins_sql,
    table,
)
from .flatten_text import lines_sql
from .ways import ENTRY, TIMES, WAY_OF_RECORD, Way

_FORMS = f"{', '.join(f'{name} {kind}' for name, kind in ENTRY.items() if name != 'recorded')}"

_WAYS_OF_SHAPES = f"""
INSERT INTO way BY NAME
SELECT s.shape, split_part(resource, '/', 1) || '/' AS prefix,
    CASE WHEN NOT s.numbered THEN record.value END AS value,
    day_low IS NOT NULL AS dated, {WAY_OF_RECORD}
FROM record JOIN (SELECT shape, {{numbered}} AS numbered FROM {{table}} WHERE fate = {PLAIN}) s
    ON resource = '{{kind}}/' || s.shape
WHERE usable
"""


def read_plain(session: duckdb.DuckDBPyConnection, groups: Sequence[Group], concepts: Concepts) -> None:
    """Fill the tables `entry` and `way` with the plain lines, and `record` with the others.

    concepts: the code lists whose codes are looked for.
    """
    plain = [group for group in groups if group.narrow and group.kind in PLAIN_TYPES]
    with tempfile.TemporaryDirectory(prefix="veinway-") as folder:
        _learn_shapes(session, plain, Path(folder))
    session.execute(f"CREATE TABLE entry ({_FORMS}, file INTEGER, odd VARCHAR)")
    for group in plain:
        lines = lines_sql(session, group, concepts)
        session.execute(f"INSERT INTO entry {plain_sql(group.kind, lines, parts()['times'])}")
    others = [group for group in groups if group not in plain]
    scans = [scan_sql(g, COLUMNS_OF[g.kind] if g.narrow else COLUMNS) for g in others]
    make_record(session, [*scans, *_odd_scans(session, plain)], evidence=False)


def add_odd_lines(session: duckdb.DuckDBPyConnection) -> None:
    """Add the table `record` to `way` and `entry`, in place of the odd lines."""
    same = " AND ".join(f"r.{name} IS NOT DISTINCT FROM w.{name}" for name in Way._fields)
    session.execute(f"""
        DELETE FROM entry WHERE odd IS NOT NULL;
        ALTER TABLE entry DROP COLUMN odd;
        CREATE OR REPLACE TEMP TABLE odd_way AS
        SELECT -(row_number() OVER ())::INTEGER AS shape, '' AS prefix, true AS dated, *
        FROM (SELECT DISTINCT {WAY_OF_RECORD} FROM record);
        INSERT INTO way BY NAME FROM odd_way;
        INSERT INTO entry BY NAME
        SELECT person, resource, w.shape, {TIMES}, r.value
        FROM (SELECT person, resource, {TIMES}, record.value, {WAY_OF_RECORD} FROM record) r
        JOIN odd_way w ON {same};
        DROP TABLE odd_way;
        DROP TABLE record;
    """)


def _learn_shapes(session: duckdb.DuckDBPyConnection, groups: Sequence[Group], folder: Path) -> None:
    """Fill the tables of shapes, and `way` with what comes of a line of each."""
    first = 0
    scans = []
    for group in groups:
        some = folder / f"{group.kind}.sample.ndjson"
        some.write_bytes(sample(group.files))
        lines = Group(group.kind, True, [str(some)], 0)
        session.execute(shapes_sql(group.kind, scan_sql(lines, scanned(group.kind)), first))
        rows = session.execute(stand_ins_sql(group.kind)).fetchall()
        first += len(rows)
        stand_ins = folder / f"{group.kind}.ndjson"
        stand_ins.write_text("\n".join(line for (line,) in rows), encoding="utf-8")
        scans.append(scan_sql(Group(group.kind, True, [str(stand_ins)], 0), COLUMNS_OF[group.kind]))
    make_record(session, scans, evidence=False)
    session.execute(
        "CREATE TABLE way AS SELECT 0 AS shape, '' AS prefix, record.value AS value, true AS dated, "
        f"{WAY_OF_RECORD} FROM record LIMIT 0"
    )
    for group in groups:
        session.execute(fates_sql(group.kind))
        session.execute(
            _WAYS_OF_SHAPES.format(
                kind=group.kind, table=table(group.kind), numbered=numbered(group.kind)
            )
        )


def _odd_scans(session: duckdb.DuckDBPyConnection, groups: Sequence[Group]) -> list[str]:
    """The odd lines; those of another type than their file's are read again, with all columns."""
    files = [
        (group.first + place, group.kind, file)
        for group in groups
        for place, file in enumerate(group.files)
    ]
    if not session.execute("SELECT 1 FROM entry WHERE odd IS NOT NULL LIMIT 1").fetchall():
        return []
    named = ", ".join(f"({number}, {text(kind)})" for number, kind, _ in files)
    odd = (
        f"SELECT unnest(from_json(odd, {text(orjson.dumps(COLUMNS).decode())})), named, file FROM entry "
        f"JOIN (VALUES {named}) AS named_file(number, named) ON number = file WHERE odd IS NOT NULL"
    )
    misplaced = session.execute(
        f"SELECT DISTINCT file FROM ({odd}) WHERE resourceType <> named"
    ).fetchall()
    again = [
        scan_sql(Group(kind, False, [file], number), COLUMNS) + f" WHERE resourceType <> {text(kind)}"
        for number, kind, file in files
        if (number,) in misplaced
    ]
    return [f"SELECT * FROM ({odd}) WHERE coalesce(resourceType = named, true)", *again]
