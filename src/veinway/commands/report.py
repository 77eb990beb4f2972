"""`veinway report SOURCE --period 2026-01..2026-06`: a service's numbers, with bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from veinway.commands.inputs import load_profile
from veinway.commands.output import (
    FINE,
    check_destination,
    shipped_knowledge,
    write_document,
    writing,
)
from veinway.commands.progress import progress_bar
from veinway.show.service_period import Period, read_period

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from veinway.engine.service_tally import Tally
    from veinway.language.knowledge import Knowledge
    from veinway.language.service_measures import ServiceMeasure
    from veinway.records.profile import Profile
    from veinway.show.service_report import Answer


def run(source: str, period: str, html: str | None, profile: str | None, *, as_json: bool) -> int:
    """Show the report; html: also write it as one page that prints."""
    from veinway.show.service_report import service_report

    check_destination(html, "--html")
    knowledge = shipped_knowledge()
    site = load_profile(profile, knowledge)
    asked = read_period(period)
    with progress_bar("counting", None) as progress:
        found = dict(tallied(Path(source), asked, knowledge, site, progress))
    about = {"from": asked.first.isoformat(), "to": asked.last.isoformat(), "source": source}
    answer = service_report(found, knowledge.edition, about, site.mention)
    if html is not None:
        from veinway.show.service_report_page import service_report_page

        with writing(html, "--html") as file:
            file.write_text(service_report_page(answer), encoding="utf-8")
    _show(answer, as_json=as_json)
    return FINE


def _show(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        write_document(answer)
        return
    from veinway.show.service_report_text import service_report_text
    from veinway.show.terminal import print_page

    print_page(service_report_text(answer))


def tallied(
    source: Path,
    period: Period,
    knowledge: Knowledge,
    site: Profile,
    progress: Callable[[int], None] = lambda subjects: None,
) -> Iterator[tuple[str, Tally]]:
    """What each measure adds up to, by its key; the source is read once."""
    from veinway.care.service_measures import GROUPS
    from veinway.commands.cohort_run import workshop
    from veinway.records.tabular.reading import read_records

    measures = [measure for group in GROUPS for measure in group.measures]
    with workshop() as connection:
        read_records(connection, source, time_zone=site.time_zone)
        for name in dict.fromkeys(measure.chapter for measure in measures):
            of_chapter = [measure for measure in measures if measure.chapter == name]
            yield from _of_chapter(
                connection, period, of_chapter, knowledge.chapter(name), site, progress
            )


def _of_chapter(
    connection: DuckDBPyConnection,
    period: Period,
    measures: list[ServiceMeasure],
    chapter: Knowledge,
    site: Profile,
    progress: Callable[[int], None],
) -> Iterator[tuple[str, Tally]]:
    from veinway.engine.narrowing import narrowed
    from veinway.engine.service_tally import ServiceTally
    from veinway.records.cohort_facts import extract

    slim = narrowed(chapter, *(root for measure in measures for root in measure.roots()))
    known = slim.facts.keys() | slim.events.keys()
    facts = extract(
        connection,
        knowledge=slim,
        episode=slim.episodes[0],
        at=period.end,
        time_zone=site.time_zone,
        coverage={key: covered for key, covered in site.coverage.items() if key in known},
        every_episode=True,
    )
    tally = ServiceTally(measures, period.days, site.parameters)
    done = 0
    for planes in facts:
        tally.add(planes)
        done += planes.height
        progress(done)
    yield from tally.found.items()
