"""The log: JSON lines about requests, and nothing in them that says who a patient is.

Only the fields named here are written. A request is told by its route, not its address; a fault by its
type and its place in the source, not by its message, which may quote what somebody entered.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from time import perf_counter
from typing import Any
from uuid import uuid4

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FIELDS = ("event", "level", "at", "request", "method", "route", "status", "took_ms", "fault", "frames")


def _only_listed(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {name: event[name] for name in FIELDS if name in event}


def logger() -> Any:
    """What writes the log, to stderr; to a terminal only what is wrong."""
    least = logging.WARNING if sys.stderr.isatty() else logging.INFO
    return structlog.wrap_logger(
        structlog.PrintLogger(sys.stderr),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            _only_listed,
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
    )


def route_of(scope: Scope) -> str:
    """The address with a name in the place of each value: /patients/{id}; "-" where there is no page."""
    if "endpoint" not in scope:
        return "-"
    if scope["path"].startswith("/static/"):
        return "/static"
    named = {str(value): f"{{{name}}}" for name, value in scope.get("path_params", {}).items()}
    return "/".join(named.get(part, part) for part in scope["path"].split("/"))


def fault(scope: Scope, error: BaseException) -> None:
    """Note a fault: its type and where it arose, without its words."""
    frames = [
        f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)[-8:]
    ]
    logger().error(
        "fault",
        request=scope.get("state", {}).get("request_id", "-"),
        method=scope["method"],
        route=route_of(scope),
        fault=type(error).__name__,
        frames=frames,
    )


class Logged:
    """Gives each request an id, which its answer carries, and notes what became of it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        id_, begun, status = uuid4().hex, perf_counter(), 0
        scope.setdefault("state", {})["request_id"] = id_

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = id_
            await send(message)

        await self.app(scope, receive, noted)
        route = route_of(scope)
        if route != "/static":
            took = round((perf_counter() - begun) * 1000, 1)
            logger().info(
                "request", request=id_, method=scope["method"], route=route, status=status, took_ms=took
            )
