"""Everything that the store holds, for an administrator to take along."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from veinway.web.routing import page_at, visit
from veinway.web.service.export import export_lines
from veinway.web.store.accounts import May
from veinway.web.store.audit import record
from veinway.web.store.database import writing


async def export(request: Request) -> Response:
    """One file of JSON lines, sent as it is read."""
    here = await visit(request)
    with writing(here.store) as connection:
        record(connection, here.actor, "store.export")
    name = f"veinway-{here.actor.at[:10]}.jsonl"
    return StreamingResponse(
        export_lines(here.store, here.actor.at),
        media_type="application/x-ndjson",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


ROUTES = [page_at("/administration/export", export, needs=May.ADMINISTER, methods=("POST",))]
