"""What is found of one patient in Python is what the SQL for many finds: values, events, subjects."""

from __future__ import annotations

from collections import Counter
from datetime import date
from random import Random
from typing import Any

import duckdb
import pytest

from record_rows import LOINC, OURS, put, record, told
from veinway.care.episodes import SUSPECTED_VTE, TREATED_VTE
from veinway.care.knowledge import KNOWLEDGE
from veinway.language.facts import Choice, Fact, Measure
from veinway.language.steps import Episode
from veinway.language.time import MINUTES_A_DAY, day_number
from veinway.records.codes import OWN_OPTIONS, load_codes
from veinway.records.extract import Extraction, Instant
from veinway.records.found_one import Finder, unusable
from veinway.records.problems import CODES, count_problems
from veinway.records.situations import ATTRIBUTES, EVENTS
from veinway.records.subjects_one import latest_episode, subjects
from veinway.records.weighed_one import weighed

TODAY = day_number(date(2026, 6, 30))
AT = Instant(TODAY, TODAY * MINUTES_A_DAY + 720)
FACTS_TOLD: dict[str, Fact] = {
    **KNOWLEDGE.facts,
    **{fact.key: fact for event in KNOWLEDGE.events.values() for fact in event.attributes},
}
CODED = [(OURS, key) for key in (*FACTS_TOLD, *KNOWLEDGE.events)]
CODED += [(row.system, row.code) for row in load_codes()]
KINDS = ("observation", "observation", "condition", "procedure", "medication", "request", "scan")
Row = dict[str, Any]


def when(random: Random) -> Row:
    """An instant, a day, a few weeks, or nobody knows; mostly in the last months."""
    first = TODAY - random.choice([0, 1, 2, 5, 30, 89, 200, 365, 3000]) + random.randint(-2, 2)
    begin = first * MINUTES_A_DAY + 60 * random.randint(0, 23)
    exact = {"day_low": first, "day_high": first, "minute_low": begin, "minute_high": begin}
    match random.randrange(8):
        case 0:
            return dict.fromkeys(exact)
        case 1:
            last = first + random.randint(1, 40)
            return exact | {"day_high": last, "minute_high": (last + 1) * MINUTES_A_DAY - 1}
        case 2 | 3:
            whole = {"minute_low": first * MINUTES_A_DAY, "minute_high": first * MINUTES_A_DAY + 1439}
            return exact | whole
    return exact


def said(random: Random, fact: Fact | None) -> Row:
    """A value that may or may not fit."""
    if isinstance(fact, Choice) and random.random() < 0.8:
        return {"value_system": OWN_OPTIONS, "value_code": random.choice(fact.option_keys())}
    if isinstance(fact, Measure) and random.random() < 0.9:
        likely = fact.plausible
        value = random.choice([likely.low, likely.high, -1, 10**12, (likely.low + likely.high) / 3])
        unit = random.choice([fact.symbol, fact.symbol, "mg/L", "?"])
        comparator = random.choice([None, None, None, "<", "<=", ">", ">=", "~"])
        high = random.choice([None, None, None, round(float(likely.high), 3)])
        number = {"value": round(float(value), random.randint(0, 9)), "value_high": high}
        return {**number, "unit": unit, "comparator": comparator}
    return random.choice(
        [{"value_truth": True}, {"value_truth": False}, {"absent": "unknown"}, {}, {"value": 3}]
    )


def row(random: Random, number: int, system: str, code: str) -> Row:
    end = random.choice([None, None, TODAY - random.randint(0, 400)])
    status = random.choice(["final"] * 6 + ["refuted", "uncertain", "stopped", "preliminary"])
    times = when(random)
    known = times["minute_low"] if random.random() < 0.9 else AT.minute + random.randint(-9, 9)
    return record(
        code,
        None,
        system=system,
        kind=random.choice(KINDS),
        status=status,
        # Now and then two codes of one resource.
        resource=f"Observation/{number - (random.random() < 0.15)}",
        known_minute=known,
        side=random.choice(["", "", "left", "right", "both"]),
        recorded=random.choice([None, "as written"]),
        **times,
        end_day_low=end,
        end_day_high=end,
        **said(random, FACTS_TOLD.get(code)),
    )


def patient(random: Random) -> list[Row]:
    """A few suspicions, and many rows about a few things, so that they meet."""
    codes = random.sample(CODED, 6)
    rows = [row(random, number, *random.choice(codes)) for number in range(40)]
    for number in range(random.randint(0, 3)):
        suspected = {"value_truth": True, "resource": f"Observation/suspicion-{number}"}
        rows.append(record("leg_symptoms", None, **when(random), **suspected))
    return rows


def in_sql(extraction: Extraction, rows: list[Row]) -> dict[str, Any]:
    """What the statements find."""
    query = extraction.connection.execute
    put(extraction.connection, rows)
    query("DELETE FROM wanted; DROP TABLE IF EXISTS entry")
    extraction.learn()
    extraction.read(AT)
    extraction.open_episodes(AT)
    extraction.name_subjects(AT)
    targets = extraction.targets
    told_of = query("SELECT number, side, index_day, index_minute FROM subject").fetchall()
    sides = {number: side for number, side, *_ in told_of}
    times = "day_low, day_high, minute_low, minute_high"
    events = query(f"SELECT number, target, resource, certain, {times} FROM ({EVENTS})").fetchall()
    return {
        "subjects": sorted(subject[1:] for subject in told_of),
        "facts": {(sides[n], targets[t]): tuple(of) for n, t, *of in extraction.facts().rows()},
        "events": {(sides[n], targets[t], of[0]): tuple(of[1:]) for n, t, *of in events},
        "attributes": {
            (sides[n], targets[t], of[0]): tuple(of[1:]) for n, t, *of in query(ATTRIBUTES).fetchall()
        },
        "problems": count_problems(extraction.connection),
    }


def in_python(finder: Finder, episode: Episode, rows: list[Row]) -> dict[str, Any]:
    """The same of the one patient."""
    found = finder.found(told(rows), AT.minute)
    index = latest_episode(found, episode, AT)
    listed = [] if index is None else subjects(found, index, AT)
    gathered = {subject.side: weighed(found, subject) for subject in listed}
    problems = {(problem, resource) for problem, _, resource, _ in unusable(found)}
    return {
        "subjects": sorted(subject[:3] for subject in listed),
        "facts": {(side, key): of for side, all_ in gathered.items() for key, of in all_.facts.items()},
        "events": {
            (side, key, event.resource): (certain, *event[1:5])
            for side, all_ in gathered.items()
            for key, events in all_.events.items()
            for event, certain in events
        },
        "attributes": {
            (side, *key): of for side, all_ in gathered.items() for key, of in all_.attributes.items()
        },
        "problems": dict(Counter(CODES[problem] for problem, _ in problems)),
    }


@pytest.mark.parametrize("episode", [SUSPECTED_VTE, TREATED_VTE], ids=lambda episode: episode.key)
def test_one_patient_is_found_as_many_are(episode: Episode) -> None:
    random, met = Random(20260630), Counter[str]()
    with duckdb.connect(config={"threads": 1}) as connection:
        extraction = Extraction(connection, KNOWLEDGE, episode)
        finder = Finder(extraction.looks)
        for number in range(40):
            rows = patient(random)
            alone, together = in_python(finder, episode, rows), in_sql(extraction, rows)
            for part, expected in together.items():
                assert alone[part] == expected, (number, part)
                met[part] += len(expected)
            met.update(reason for *_, reason in together["facts"].values())
    # What was compared was there.
    parts = ("facts", "events", "attributes", "problems", "conflict", "date not exact")
    assert min(met[part] for part in parts) > 5, met


def test_the_newest_result_decides_whichever_code_it_has() -> None:
    """Only of what goes on, such as an illness, does each code stand for itself."""
    sample: Row = {"system": LOINC, "unit": "mg/dL"}
    older = record("2160-0", "2026-01-10", value=1, **sample)
    newer = record("38483-4", "2026-05-10", value=2, **sample)
    with duckdb.connect(config={"threads": 1}) as connection:
        extraction = Extraction(connection, KNOWLEDGE, TREATED_VTE)
        clot = record("dvt", "2026-05-01", kind="condition")
        rows = [clot, older, newer]
        found = in_python(Finder(extraction.looks), TREATED_VTE, rows)
        assert found["facts"]["", "serum_creatinine"] == (0, 1768000, 1768000, "")
        assert in_sql(extraction, rows) == found
