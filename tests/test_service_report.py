"""The report of a service: periods, bounds, agreement with the truth, and the page that prints."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import polars as pl
import pytest

from command_line import Run
from test_schemas import problems
from veinway.care.facts.check_ups import treatment_review
from veinway.care.service_measures import GROUPS
from veinway.care.suspected_dvt.patients import adult_outpatient_with_suspected_dvt
from veinway.care.worklists import WORK_LISTS
from veinway.engine.planes import Planes, complete_column
from veinway.engine.service_tally import ServiceTally, ShareTally, TimeTally
from veinway.language import any_event, date_of_event
from veinway.language.errors import DefinitionError, InputError
from veinway.language.service_measures import counted, share, share_of_step
from veinway.made_up import synthesise_treated
from veinway.made_up.course_cohort import CourseMaker
from veinway.made_up.course_draw import draw_course
from veinway.show.service_period import read_period

TODAY = date(2026, 3, 31)
PERIOD = "2025-04..2026-03"
PEOPLE, SEED = 700, 6
SOURCE = WORK_LISTS[0].source


def made(folder: Path, missing: float) -> Path:
    synthesise_treated(PEOPLE, SEED, folder, missing=missing, misleading=0.2)
    return folder


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("report") / "complete", 0)


@pytest.fixture(scope="module")
def gappy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("report") / "gappy", 0.3)


def report(run: Run, folder: Path, *options: object) -> dict[str, Any]:
    profile = ("--profile", folder / "veinway.toml")
    return run("report", folder, "--period", PERIOD, "--json", *profile, *options).document


def measures(answer: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["key"]: each for group in answer["groups"] for each in group["measures"]}


# Periods ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-01..2026-06", date(2026, 1, 1), date(2026, 6, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-01-15..2026-02-14", date(2026, 1, 15), date(2026, 2, 14)),
        ("2026-01-15..2026-02", date(2026, 1, 15), date(2026, 2, 28)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-01-15", date(2026, 1, 15), date(2026, 1, 15)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, first: date, last: date) -> None:
    period = read_period(text)
    assert (period.first, period.last) == (first, last)
    assert period.end.date() == last


@pytest.mark.parametrize(
    "text", ["", "202", "2026-13", "2026-02-30", "2026-06..2026-01", "2026-01...2026-02", "now"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refused:
        read_period(text)
    assert refused.value.code == "I246"


# Bounds -----------------------------------------------------------------------------------------

STANDINGS = list(product((True, False), repeat=2))
"""Of a pair of planes: can be yes, can be no (never neither)."""


@pytest.mark.parametrize("seed", range(40))
def test_the_bounds_of_a_share_are_those_of_every_way_to_fill_what_is_not_known(seed: int) -> None:
    kinds = [pair for pair in STANDINGS if any(pair)]
    people = [(kinds[seed // 3**n % 3], kinds[(seed + n) // 2 % 3]) for n in range(4)]
    tally = ShareTally()
    for of, met in people:
        tally.of_sure += of == (True, False)
        tally.of_possible += of[0]
        tally.both_sure += of == met == (True, False)
        tally.both_possible += of[0] and met[0]
        tally.not_met_sure += of == (True, False) and met == (False, True)
        tally.not_met_possible += of[0] and met[1]
    shares = set()
    answers = {(True, False): (1,), (False, True): (0,), (True, True): (0, 1)}
    for filled in product(*(answers[pair] for person in people for pair in person)):
        of, met = filled[::2], filled[1::2]
        if sum(of):
            shares.add(Fraction(sum(o and m for o, m in zip(of, met, strict=True)), sum(of)))
    if not shares:
        assert tally.share is None
        return
    assert tally.share == (min(shares), max(shares))


def test_a_quarter_a_half_and_the_end_of_times() -> None:
    times = TimeTally([10, 20, 30, 40], [10, 20, 60, 10_000_000])
    assert times.not_known == 2
    assert times.quantile(Fraction(1, 4)) == (10, 10)
    assert times.quantile(Fraction(1, 2)) == (20, 20)
    assert times.quantile(Fraction(3, 4)) == (30, 60)
    assert times.quantile(Fraction(1)) == (40, None)
    assert TimeTally().quantile(Fraction(1, 2)) is None


def _one_review(day: tuple[int, int], *, complete: bool) -> Planes:
    frame = pl.DataFrame(
        {
            "person": ["a"],
            "side": [""],
            **{name: [100] for name in ("index", "at")},
            **{name: [144_000] for name in ("index_minute", "at_minute")},
            complete_column("treatment_review"): [complete],
        }
    )
    low, high = day
    event = {"row": [0], "day.low": [low], "day.high": [high], "minute.low": [low * 1440]}
    event |= {"minute.high": [high * 1440], "certain": [True]}
    events = pl.DataFrame(event, schema_overrides={"row": pl.UInt32})
    return Planes(frame, {"treatment_review": events})


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ((50, 50), (1, 1)),
        ((59, 59), (1, 1)),
        ((60, 60), (0, 0)),
        ((49, 49), (0, 0)),
        ((45, 55), (0, 1)),
        ((58, 70), (0, 1)),
    ],
)
def test_what_is_dated_counts_in_its_period_and_perhaps_at_its_edge(
    day: tuple[int, int], expected: tuple[int, int]
) -> None:
    measure = counted(
        "reviews",
        "Reviews",
        chapter="treatment",
        of=any_event(treatment_review),
        source=SOURCE,
        dated=date_of_event("last", treatment_review),
    )
    tally = ServiceTally([measure], (50, 59), {})
    tally.add(_one_review(day, complete=True))
    found = tally.found["reviews"]
    assert isinstance(found, ShareTally)
    assert found.of == expected


def test_a_measure_that_names_what_its_step_does_not_conclude_is_none() -> None:
    step = WORK_LISTS[0].steps[0]
    for good in (["no_such_outcome"], []):
        with pytest.raises(DefinitionError, match="D224"):
            share_of_step("a", "A", chapter="diagnosis", step=step, good=good)


def test_every_measure_has_a_key_of_its_own_and_groups_are_of_one_kind() -> None:
    listed = [measure for group in GROUPS for measure in group.measures]
    assert len({measure.key for measure in listed}) == len(listed)
    assert all(len({measure.kind for measure in group.measures}) == 1 for group in GROUPS)
    made_here = share(
        "a",
        "A",
        chapter="diagnosis",
        source=SOURCE,
        of=adult_outpatient_with_suspected_dvt,
        met=any_event(treatment_review),
    )
    assert made_here.kind == "share"


# Against the truth ------------------------------------------------------------------------------


def true_counts(folder: Path) -> dict[str, int]:
    truth = pl.read_parquet(folder / "truth_worklist.parquet")
    return dict(truth.group_by("what").len().rows())


SAFETY = {
    measure.key: measure.key + "_found"
    for group in GROUPS
    if group.key == "safety"
    for measure in group.measures
}


STAY_POSSIBLE = (
    "dabigatran_kidney",
    "edoxaban_dose_too_high",
    "loading_too_long",
    "platelets_fell_on_heparin",
    "xa_inhibitor_kidney",
)
"""Of those whose last creatinine is older than a year, or of whom more platelet counts may exist."""


def test_on_complete_records_the_safety_rules_count_exactly_what_is_true(
    run: Run, complete: Path
) -> None:
    found, true = measures(report(run, complete)), true_counts(complete)
    for key, what in SAFETY.items():
        low, high = found[key]["met"]
        assert low == true.get(what, 0), key
        assert low == high or key in STAY_POSSIBLE, key
    missed = true["no_three_month_review_found"]
    review = found["review_3_months"]
    assert review["of"][0] == review["of"][1]
    assert review["of"][0] - review["met"][0] == missed > 0
    assert found["poor_control"]["met"][0] == true["poor_control"]


def test_where_records_have_gaps_the_truth_lies_between_the_ends(run: Run, gappy: Path) -> None:
    found, true = measures(report(run, gappy)), true_counts(gappy)
    wider = 0
    for key, what in SAFETY.items():
        low, high = found[key]["met"]
        assert low <= true.get(what, 0) <= high, key
        wider += low < high
    assert wider > 3


def test_filters_of_the_period_are_counted_as_they_were_drawn(run: Run, complete: Path) -> None:
    first = (date(2025, 4, 1) - date(1970, 1, 1)).days
    today = (TODAY - date(1970, 1, 1)).days
    maker = CourseMaker(SEED, 0, 0.2, today)
    courses = [draw_course(maker.stream(n, 0), "t", today) for n in range(PEOPLE) if n % 8 != 7]
    placed = [c for c in courses if c.filter and c.filter[0][0] >= first]
    removed = [c for c in placed if ("retrieved" in [what for _, what in c.filter])]
    tried = [c for c in placed if {"retrieved", "attempt_failed"} & {what for _, what in c.filter}]
    found = measures(report(run, complete))
    assert found["filters_placed"]["of"] == [len(placed)] * 2
    assert found["filter_plan"]["met"] == [sum(c.filter_plan for c in placed)] * 2
    assert found["filters_removed_of_attempts"]["of"] == [len(tried)] * 2
    assert found["filters_removed_of_attempts"]["met"] == [len(removed)] * 2
    assert len(removed) > 0
    clots = sum(c.clot >= first for c in courses)
    assert found["clots"]["of"] == [clots, clots]


# The answer and the page ------------------------------------------------------------------------


class Tags(HTMLParser):
    """Every tag that is opened, in order; fails on one that is closed out of order."""

    VOID = ("meta", "br", "line", "rect")

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def page(run: Run, gappy: Path, tmp_path: Path) -> str:
    report(run, gappy, "--html", tmp_path / "report.html")
    return (tmp_path / "report.html").read_text("utf-8")


def test_the_report_holds_its_schema(run: Run, gappy: Path) -> None:
    assert problems("report", report(run, gappy)) == []


def test_every_chart_is_a_picture_with_a_title_and_a_table_below_it(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    figures = page.split("<figure>")[1:]
    assert len(figures) == len(GROUPS)
    for figure in figures:
        assert "<table>" in figure
        assert "<caption>" in figure
        for svg in re.findall(r"<svg.*?</svg>", figure):
            drawn = ElementTree.fromstring(svg)
            assert drawn.get("role") == "img"
            assert drawn[0].get("id") == drawn.get("aria-labelledby")
    assert page.count("<svg") >= len(GROUPS) - 1
    ids = [attributes["id"] for _, attributes in tags.seen if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_the_page_asks_nobody_for_anything_and_runs_nothing(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    names = {tag for tag, _ in tags.seen}
    assert not names & {"script", "link", "img", "iframe", "object", "image"}
    assert not any({"src", "href", "style", "onclick"} & set(a) for _, a in tags.seen)
    assert "url(" not in page
    assert "@import" not in page


def test_the_page_says_for_whom_it_is_and_of_which_edition(run: Run, gappy: Path, page: str) -> None:
    answer = report(run, gappy)
    assert answer["notice"].split(".")[0] in page
    assert answer["edition"] in page
    assert '<html lang="en">' in page
    assert "2025-04-01" in page
    assert "@media print" in page


def test_a_bar_is_dark_up_to_what_is_certain_and_light_up_to_what_is_possible(page: str) -> None:
    assert 'class="sure"' in page
    assert 'class="perhaps"' in page


def test_the_terminal_shows_every_measure_with_its_bounds(run: Run, gappy: Path) -> None:
    text = run("report", gappy, "--period", PERIOD, "--profile", gappy / "veinway.toml").out
    for group in GROUPS:
        assert group.label.split(",")[0] in text
    assert " to " in text
    assert "not made for decisions" in " ".join(text.split())


def test_a_source_without_anybody_has_a_report_without_shares(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "nobody"
    folder.mkdir()
    (folder / "Patient.ndjson").write_text('{"resourceType":"Patient","id":"a","gender":"male"}\n')
    page = tmp_path / "report.html"
    answer = run("report", folder, "--period", "2026-01", "--json", "--html", page).document
    assert problems("report", answer) == []
    assert {each["percent"] for each in measures(answer).values() if each["kind"] == "share"} == {None}
    assert "<svg" not in page.read_text("utf-8")


def test_a_period_that_is_none_is_an_error_of_the_command(run: Run, complete: Path) -> None:
    answer = run("report", complete, "--period", "soon", "--json")
    assert answer.status == 2
    assert answer.document["error"]["code"] == "I246"
