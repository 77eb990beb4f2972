"""The application, put together: pages, static files, headers, and what a failure looks like."""

from __future__ import annotations

import secrets
from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from veinway.language.errors import VeinwayError
from veinway.web import problems
from veinway.web.guard import Limits
from veinway.web.headers import SafeHeaders
from veinway.web.logs import Logged
from veinway.web.pages import (
    administration,
    anticoagulation,
    episode,
    episode_forms,
    export,
    filters,
    home,
    inr,
    leaflet,
    letters,
    numbers,
    one_filter,
    own_account,
    patients,
    prevention,
    procedures,
    provider,
    public,
    service_report,
    signing_in,
    treatment,
    triage,
    work,
    worklist,
)
from veinway.web.routing import menu_of
from veinway.web.service.clinic import ClinicOverview
from veinway.web.service.demonstration import is_demonstration
from veinway.web.service.overview import Overview
from veinway.web.service.report import Reports
from veinway.web.service.whole import ServiceOverview
from veinway.web.settings import Provider, Settings
from veinway.web.static_files import CachedFiles
from veinway.web.store.database import kept_open, open_store

PAGES = (
    home,
    triage,
    numbers,
    public,
    patients,
    prevention,
    worklist,
    work,
    filters,
    one_filter,
    anticoagulation,
    service_report,
    letters,
    leaflet,
    inr,
    episode,
    episode_forms,
    treatment,
    procedures,
    administration,
    export,
    own_account,
    signing_in,
    provider,
)
"""Every family of pages, in the order of the menu."""


def application(settings: Settings | None = None) -> FastAPI:
    """The whole web application."""
    settings = settings or Settings()
    app = FastAPI(
        title="Veinway",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        middleware=[
            Middleware(Logged),
            Middleware(SafeHeaders, secure=settings.secure),
            Middleware(problems.Caught),
        ],
        exception_handlers={
            HTTPException: problems.http_problem,
            VeinwayError: problems.input_problem,
        },
    )
    app.state.settings = settings
    app.state.store = open_store(settings.store)
    app.state.kept_open = kept_open(app.state.store)
    app.state.demonstration = is_demonstration(app.state.store)
    app.state.vouching = None if settings.provider is None else _vouching(settings.provider)
    _remember(app, settings)
    app.state.limits = Limits()
    app.state.half_way_key = secrets.token_bytes(32)
    for module in PAGES:
        app.router.routes.extend(module.ROUTES)
    app.state.menu = menu_of(app.router.routes)
    app.mount("/static", CachedFiles(), name="static")
    return app


def _remember(app: FastAPI, settings: Settings) -> None:
    """What is worked out beside the requests, and kept in memory."""
    app.state.overview = Overview(app.state.store, settings.site)
    app.state.clinic = ClinicOverview(app.state.store, settings.site)
    app.state.service = ServiceOverview(app.state.store, settings.site)
    app.state.reports = Reports(app.state.store, settings.site)


def _vouching(provider: Provider) -> Any:
    # Half a second of libraries at every start, of use only where there is a provider.
    from veinway.web.service.vouching import Vouching

    return Vouching(provider)
