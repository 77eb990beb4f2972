"""The report of the service for a period that is chosen: numbers with bounds, and charts, for print."""

from __future__ import annotations

from datetime import date, timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from veinway.language.errors import InputError
from veinway.show.service_period import Period, read_period
from veinway.web.rendering import page
from veinway.web.routing import Visit, page_at, visit
from veinway.web.service.report import Progress, Reports
from veinway.web.service.report_shown import shown_groups
from veinway.web.store.accounts import May


async def report(request: Request) -> Response:
    """The form for the period; once that is chosen the report, or how far it is."""
    here = await visit(request)
    return await run_in_threadpool(_report, request, here)


def _report(request: Request, here: Visit) -> Response:
    first, last = (request.query_params.get(name, "").strip()[:10] for name in ("first", "last"))
    usual = _usual(here)
    period, problem = None, ""
    if first or last:
        try:
            period = read_period(f"{first}..{last}" if last else first, "period")
        except InputError as error:
            problem = error.message()
    reports: Reports = request.app.state.reports
    found = Progress() if period is None else reports.ask(period, here.actor.at)
    return page(
        request,
        "service_report",
        status=422 if problem else 200,
        problem=problem,
        period=period,
        first=first or usual[0][1],
        last=last or usual[0][2],
        usual=usual,
        found=found,
        groups=[] if found.answer is None else shown_groups(found.answer),
        notice="" if found.answer is None else found.answer["notice"],
        unended=period is not None and _unended(period, here),
        profile=here.site.mention,
    )


def _unended(period: Period, here: Visit) -> bool:
    return period.last >= here.now.date()


def _usual(here: Visit) -> list[tuple[str, str, str]]:
    """Periods that are often wanted: what each is called, its first and its last month."""
    last = here.now.date().replace(day=1) - timedelta(days=1)
    quarter, year = (_months_before(last, months) for months in (2, 11))
    end = f"{last:%Y-%m}"
    return [("the last 3 months", quarter, end), ("the last month", end, end), ("a year", year, end)]


def _months_before(day: date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return f"{year}-{month + 1:02}"


ROUTES = [
    page_at("/service-report", report, needs=May.SEE_POPULATION, menu="Report"),
]
