"""Triage for the public: the first page, which says when not to start at all, and the result."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from veinway.show.triage_interview import TRIAGE
from veinway.web.pages.public import Kind, Turn, routes
from veinway.web.service import triage_shown as shown
from veinway.web.service.triage_trail import Trail, Walk


def _begin(turn: Turn) -> Response:
    """For whom this is, and when not to start at all."""
    code = turn.request.app.state.settings.site.country
    where = shown.country_in(turn.t, code)
    signs, call = shown.signs(turn.t), shown.numbers(where, "emergency")
    return turn.show("triage_start", Trail(), signs=signs, call=call)


def _result(turn: Turn, trail: Trail, here: Walk) -> dict[str, Any]:
    return shown.result(turn.t, here, trail.country, turn.at)


ROUTES = routes(
    Kind(TRIAGE, _begin, _result, "triage_result", "say.for_whom", asks_country=True), "Check symptoms"
)
