"""How a page gets its address, and who may see it: a page that does not say so cannot be made.

ROUTES = [page_at("/worklist", worklist, needs=May.SEE_WORKLIST, menu="What is due")]
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from veinway.records.profile import Profile
from veinway.web.clock import clock_words, local_time, now
from veinway.web.guard import LARGEST, form_of, let_in, measured
from veinway.web.store.accounts import May
from veinway.web.store.audit import Actor, record
from veinway.web.store.database import writing
from veinway.web.store.sessions import SignedIn

Handler = Callable[[Request], Awaitable[Response]]
ABOUT = ("patient", "episode", "decision")
"""Names of the parts of an address that say about which patient a page is."""
SHOWS = (200, 422)
"""The answers that are pages: as asked for, and with what could not be used."""
EVERYBODY = None
"""Pages for the public, and those through which one signs in."""


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the menu; `needs` is the right without which it is not shown."""

    address: str
    text: str
    needs: May | None = None


def menu_of(routes: Iterable[BaseRoute]) -> tuple[Link, ...]:
    """The menu, in the order of the pages."""
    links = (getattr(getattr(route, "endpoint", None), "link", None) for route in routes)
    return tuple(link for link in links if link is not None)


def page_at(
    path: str,
    handler: Handler,
    *,
    needs: May | None,
    methods: tuple[str, ...] = ("GET",),
    largest: int = LARGEST,
    menu: str = "",
) -> Route:
    """A page at an address, for accounts with a right or for `EVERYBODY`.

    largest: how many bytes may be sent to it; a page that takes files says how large they may be.
    menu: what its entry in the menu says, if it has one; it is shown to those who may see the page.
    """

    async def guarded(request: Request) -> Response:
        sized = measured(request, largest)
        refused = await let_in(sized, needs)
        if refused is not None:
            return refused
        answer = await handler(sized)
        if answer.status_code in SHOWS:
            _note_view(sized, path, needs)
        return answer

    guarded.needs = needs  # type: ignore[attr-defined]
    guarded.link = Link(path, menu, needs) if menu else None  # type: ignore[attr-defined]
    return Route(path, guarded, methods=list(methods), name=handler.__name__)


def _note_view(request: Request, path: str, needs: May | None) -> None:
    """Note that somebody read of a patient; what cannot be noted is not shown.

    It is done here and not by the pages, so that none forgets it.
    """
    shows = [f"{key}/{value}" for key, value in request.path_params.items() if key in ABOUT]
    what = "patient.view" if shows else "patients.list"
    if needs is None or not (shows or needs in (May.SEE_PATIENTS, May.SEE_WORKLIST)):
        return
    actor = Actor(request.state.who.account, now())
    with writing(request.app.state.store) as connection:
        record(connection, actor, what, (shows or [""])[0], {"page": path})


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page needs of a request: the store, the site, who asks, and when."""

    store: Engine
    site: Profile
    actor: Actor
    form: dict[str, Any]

    @property
    def now(self) -> datetime:
        """When they ask, in the site's own time."""
        return local_time(self.actor.at, self.site.time_zone)

    @property
    def minute(self) -> int:
        """The same in minutes since 1970."""
        return int(self.now.timestamp()) // 60

    def clock(self, instant: str) -> str:
        """An instant of the store in the site's own time."""
        return clock_words(instant, self.site.time_zone)


async def visit(request: Request) -> Visit:
    """The visit that a request is; its form is read only where there is one."""
    who: SignedIn | None = request.state.who
    form = dict(await form_of(request)) if request.method == "POST" else {}
    state = request.app.state
    return Visit(state.store, state.settings.site, Actor(who.account if who else "", now()), form)
