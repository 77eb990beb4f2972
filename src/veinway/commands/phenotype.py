"""`veinway phenotype SOURCE`: who has a clot by each published definition, and where they differ."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from veinway.commands.inputs import load_profile
from veinway.commands.output import FINE, shipped_knowledge, write_document
from veinway.commands.progress import progress_bar

if TYPE_CHECKING:
    from veinway.commands.report import Period


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the records.

    period: as in `veinway report`, or nothing. out: a CSV to write. truth: a file of true clots. strict:
    without the presumptions that a definition names.
    """

    period: str | None = None
    out: str | None = None
    truth: str | None = None
    strict: bool = False


def run(source: str, asked: Asked, profile: str | None, *, as_json: bool) -> int:
    """Count, show or write."""
    from veinway.commands.report import read_period

    site = load_profile(profile, shipped_knowledge())
    period = None if asked.period is None else read_period(asked.period)
    with progress_bar("looking at", None) as progress:
        answer = counted(Path(source), period, asked, site.time_zone, progress)
    if as_json:
        write_document(answer)
    else:
        from veinway.show.phenotype_page import phenotype_page
        from veinway.show.terminal import print_page

        print_page(phenotype_page(answer))
    return FINE


def counted(
    source: Path,
    period: Period | None,
    asked: Asked,
    time_zone: str,
    progress: Callable[[int], None] = lambda people: None,
) -> dict[str, Any]:
    """The answer as data; the lines of people are written on the way."""
    from veinway.care.phenotypes.all import OUTCOMES, PHENOTYPES
    from veinway.care.phenotypes.scans import POSITIVE
    from veinway.commands.cohort_run import workshop
    from veinway.engine.phenotype_tally import PhenotypeTally
    from veinway.engine.phenotypes import judge
    from veinway.records.coded_people import CodedPeople
    from veinway.records.main_diagnoses import main_diagnoses
    from veinway.records.tabular.reading import read_records
    from veinway.show.phenotype_json import definitions_of, phenotype_answer
    from veinway.show.phenotype_rows import PhenotypeCsv
    from veinway.show.phenotype_truth import TrueClots

    days = None if period is None else period.days
    truth = None if asked.truth is None else TrueClots(Path(asked.truth), days)
    with workshop() as connection, ExitStack() as opened:
        rows = None if asked.out is None else opened.enter_context(PhenotypeCsv(Path(asked.out)))
        read_records(connection, source, time_zone=time_zone)
        people = CodedPeople(connection, POSITIVE, main_diagnoses(connection, source))
        frame = people.frame(days, strict=asked.strict)
        tally = PhenotypeTally([definitions_of(outcome) for outcome in OUTCOMES])
        for who in people:
            said = {each.key: judge(each, who, frame) for each in PHENOTYPES}
            tally.add(said)
            progress(tally.people)
            if rows is not None:
                rows.write(who.person, said)
            if truth is not None:
                truth.add(who.person, said)
    answer = phenotype_answer(tally, people.persons, frame, _about(source, period, asked), _edition())
    return answer if truth is None else answer | {"agreement": truth.agreement(PHENOTYPES)}


def _about(source: Path, period: Period | None, asked: Asked) -> dict[str, Any]:
    between = period and {"from": period.first.isoformat(), "to": period.last.isoformat()}
    return {"source": str(source), "period": between, "strict": asked.strict}


def _edition() -> str:
    return shipped_knowledge().edition
