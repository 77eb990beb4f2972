"""From a folder of records to decisions and a report, a piece at a time.

files ──▶ record ──▶ planes ──▶ decisions.parquet
                        └─────▶ tallies ──▶ report.json, report.txt
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import orjson

from veinway.commands.decision_file import write_decisions
from veinway.engine.assessment import assess
from veinway.engine.deciding import SAMPLE, readings
from veinway.engine.decision_frame import Decided, DecisionFrame, Decisions
from veinway.engine.planes import Planes
from veinway.engine.subjects import situations
from veinway.engine.tally import RuleTally, WhatIsKnown
from veinway.language.chosen import chosen
from veinway.language.errors import InputError, SourceError
from veinway.language.knowledge import Knowledge
from veinway.records.cohort_facts import CohortFacts, Counts, extract
from veinway.records.input_problems import Problems
from veinway.records.looks import needed_concepts
from veinway.records.problems import CODES
from veinway.records.profile import Profile
from veinway.records.tabular.reading import read_records
from veinway.show.report import report_answer
from veinway.show.report_page import report_page
from veinway.show.terminal import console

Answer = dict[str, Any]
Progress = Callable[[int], None]
DECISIONS = "decisions.parquet"
MOST_MEMORY = "2GB"
"""Of the tables between the files and the facts; what is more waits on the disk."""


def decide_cohort(
    source: Path,
    at: datetime,
    out: Path,
    knowledge: Knowledge,
    site: Profile,
    *,
    strict: bool = False,
    progress: Progress = lambda subjects: None,
) -> Answer:
    """Decide about everyone in a source; writes decisions.parquet and returns the report.

    at: what was recorded later is not seen. strict: no presumption is used, coverage included.
    progress: called with the number of subjects done. Raises SourceError for a source that cannot be
    used at all.
    """
    file = made_folder(out) / DECISIONS
    decided = decide_part(source, at, file, knowledge, site, strict=strict, progress=progress)
    return cohort_report(decided, knowledge, about_cohort(source, at, site), file)


@dataclass(frozen=True, slots=True)
class Part:
    """What came of a source, or of a share of its people, beside the decisions themselves."""

    found: list[RuleTally]
    counts: Counts
    problems: Problems


def decide_part(
    source: Path,
    at: datetime,
    file: Path,
    knowledge: Knowledge,
    site: Profile,
    *,
    strict: bool = False,
    progress: Progress = lambda subjects: None,
) -> Part:
    """Decide about everyone in a source, into a file; see `decide_cohort`."""
    rules, episode = cohort_rules(knowledge, site.guideline), knowledge.episodes[0]
    concepts = needed_concepts(knowledge, episode)
    with workshop() as connection:
        problems = read_records(connection, source, time_zone=site.time_zone, concepts=concepts)
        facts = extract(
            connection,
            knowledge=knowledge,
            episode=episode,
            at=at,
            time_zone=site.time_zone,
            coverage={} if strict else site.coverage,
        )
        frame = DecisionFrame(rules, parameters=site.parameters, strict=strict)
        found = [RuleTally(rule) for rule in rules]
        write_decisions(file, frame, _tallied(facts, frame, found, progress, knowledge, site))
    return Part(found, facts.counts, problems)


def cohort_report(part: Part, knowledge: Knowledge, about: dict[str, str], decisions: Path) -> Answer:
    """The report of a whole source. about: see `about_cohort`. decisions: where they were written."""
    return {
        **report_answer(knowledge, part.found, _counted(part.counts), about),
        "decisions": str(decisions),
        "problems": [*_file_problems(part.problems), *_record_problems(part.counts)],
    }


@contextmanager
def workshop() -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory, with a folder for what does not fit."""
    with tempfile.TemporaryDirectory(prefix="veinway-") as folder, duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order = false")
        connection.execute(f"SET memory_limit = '{MOST_MEMORY}'")
        connection.execute("SET temp_directory = $folder", {"folder": folder})
        yield connection


def cohort_rules(knowledge: Knowledge, guideline: str) -> list[Decided]:
    """What a guideline says (see `steps_by`), the tables that no step concludes with, every score."""
    steps = knowledge.steps_by(guideline)
    return [*steps, *knowledge.own_tables, *knowledge.scores.values()]


def rules_of(knowledge: Knowledge, site: Profile, only: tuple[str, ...]) -> tuple[Knowledge, Profile]:
    """Some rules of a chapter with all that they look at, and the profile as far as it concerns them.

    only: their keys; none for the whole chapter. Raises InputError I201 for a rule that is not there,
    I345 for one that is not decided by itself.
    """
    if not only:
        return knowledge, site
    less = chosen(knowledge, only)
    decided = {rule.key for rule in cohort_rules(less, site.guideline)}
    if inside := [key for key in only if key not in decided]:
        raise InputError(
            "I345",
            f"{inside[0]!r} is part of other rules, or not for clinicians: a cohort says nothing of it.",
            where="--only",
            todo="Name a step, a score or a table; `veinway explain RULE` shows what a rule is.",
        )
    told = {**less.facts, **less.events}
    covered = {key: each for key, each in site.coverage.items() if key in told}
    return less, replace(site, coverage=covered)


def made_folder(out: Path) -> Path:
    """The folder for the results; SourceError S305 where it cannot be made."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"The folder cannot be made: {error.strerror}."
        raise SourceError("S305", what, where=str(out), todo="Choose another --out.") from None
    return out


def _tallied(
    facts: CohortFacts,
    frame: DecisionFrame,
    found: list[RuleTally],
    progress: Progress,
    knowledge: Knowledge,
    site: Profile,
) -> Iterator[Decisions]:
    done = 0
    for planes, without in facts.pairs:
        decisions = frame.run(planes, without)
        known = WhatIsKnown(planes)
        for tally in found:
            tally.add(decisions, known)
        if not done:
            _try(planes, found, knowledge, site)
        done += planes.height
        progress(done)
        yield decisions


def _try(planes: Planes, found: list[RuleTally], knowledge: Knowledge, site: Profile) -> None:
    """Ask of a sample what would decide whom; the first piece holds people in no order."""
    every = max(1, planes.height // SAMPLE)
    rows = list(range(0, planes.height, every))[:SAMPLE]
    for situation in situations(planes, rows, knowledge, site.parameters):
        said = readings(assess(knowledge, situation, site.guideline))
        for tally in found:
            tally.tried.add(said[tally.rule.key])


# The report -------------------------------------------------------------------------------------


def about_cohort(source: Path, at: datetime, site: Profile) -> dict[str, str]:
    """What a report says of itself: when, of what, and by which profile."""
    about = {"at": at.isoformat(timespec="minutes"), "source": str(source)}
    return {**about, "profile": site.named} if site.hash else about


def _counted(counts: Counts) -> dict[str, int]:
    return {
        "persons": counts.persons,
        "persons_with_episode": counts.persons_with_episode,
        "episodes": counts.episodes,
        "subjects": counts.subjects,
    }


def _file_problems(problems: Problems) -> list[Answer]:
    return [
        {"code": problem.code, "what": problem.what, "count": problem.count}
        | ({"where": str(problem.places[0])} if problem.places else {})
        for problem in problems.found
    ]


def _record_problems(counts: Counts) -> list[Answer]:
    """What was read and could not be used for a fact; a value of a record, not a line of a file."""
    words = {code: words for words, code in CODES.items()}
    return [
        {"code": code, "what": f"A value was not used: {words[code]}.", "count": count}
        for code, count in sorted(counts.problems.items())
    ]


def write_report(report: Answer, out: Path) -> None:
    """report.json, and report.txt for reading."""
    (out / "report.json").write_bytes(orjson.dumps(report, option=orjson.OPT_INDENT_2) + b"\n")
    text = io.StringIO()
    console(text).print(report_page(report))
    lines = (line.rstrip() for line in text.getvalue().splitlines())
    (out / "report.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
