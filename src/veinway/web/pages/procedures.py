"""What is said of a leg after a clot: an examination on the Villalta scale is kept with its day."""

from __future__ import annotations

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from veinway.web.pages.episode_forms import changed
from veinway.web.routing import Visit, page_at, visit
from veinway.web.service.cases import found_episode
from veinway.web.service.together import check_answer
from veinway.web.service.villalta import PREFIX, examined_in
from veinway.web.store.accounts import May
from veinway.web.store.patients import say, seen_in


async def examine(request: Request) -> Response:
    """An examination of one leg; one of the same day replaces it."""
    form = (await visit(request)).form
    seen = seen_in(request.query_params.get("seen", ""))

    def change(connection: Connection, here: Visit, episode_id: str) -> None:
        found_episode(connection, episode_id)
        key, side, said = examined_in(here.form, here.now.date())
        check_answer(connection, episode_id, seen, here.site, key, side, said)
        say(connection, here.actor, episode_id, key, said, side=side)

    return await changed(request, change, f"{PREFIX}{form.get('day', '')}", str(form.get("side", "")))


ROUTES = [
    page_at("/episode/{episode}/villalta", examine, needs=May.DECIDE, methods=("POST",)),
]
