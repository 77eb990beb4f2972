"""A real browser on a real server, and what every page has to hold.

The browser is the one that VEINWAY_BROWSER names, or Chromium on the path; without one these tests are
left out. The server runs in this process on a store with the demonstration data.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, Request, Response, sync_playwright
from sqlalchemy import Engine

from left_out import left_out
from veinway.web.app import application
from veinway.web.clock import now
from veinway.web.guard import Limits
from veinway.web.routing import page_at
from veinway.web.service.demonstration import demonstrate
from veinway.web.settings import Settings
from veinway.web.store.accounts import one_by_name
from veinway.web.store.audit import Actor
from veinway.web.store.database import open_store, writing
from veinway.web.store.sessions import sign_in

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LAPTOP, PHONE = {"width": 1280, "height": 800}, {"width": 320, "height": 640}


def browser_program() -> str | None:
    """The browser that the tests use, or None."""
    named = os.environ.get("VEINWAY_BROWSER", "")
    return named or next((found for name in NAMES if (found := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process."""
    program = browser_program()
    if program is None:
        left_out("no Chromium: the browser tests are left out", "apt-get install chromium")
    as_root = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    quiet = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=[*as_root, *quiet])
        yield opened
        opened.close()


# The server -------------------------------------------------------------------------------------


class _NoLimits(Limits):
    """All tests come from one address, faster than any person."""

    def allow(self, client: str, path: str, *, posted: bool) -> bool:
        return True


@dataclass
class Live:
    """A service that listens: its address, its store, and the passwords of its accounts."""

    address: str
    store: Engine
    passwords: dict[str, str]


async def _broken(request: object) -> Any:
    raise RuntimeError("a test asked for it")


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """The service with its demonstration data, in this process. /broken is a page that fails."""
    url = f"sqlite:///{tmp_path_factory.mktemp('live')}/store.db"
    store = open_store(url)
    passwords = dict(demonstrate(store, now()))
    app = application(Settings(store=url))
    app.state.limits = _NoLimits()
    app.router.routes.insert(0, page_at("/broken", _broken, needs=None))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            sleep(0.02)
        yield Live(f"http://127.0.0.1:{port}", store, passwords)
        server.should_exit = True
        thread.join(timeout=10)


# A visit ----------------------------------------------------------------------------------------


@dataclass
class Heard:
    """What a page did that nobody sees: messages of its console, requests to other hosts.

    awaited: requests without an answer yet.
    """

    messages: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    awaited: set[Request] = field(default_factory=set)
    document: Response | None = None


_heard: dict[Page, Heard] = {}
Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, live: Live) -> Iterator[Open]:
    """Opens an address as nobody or as a role: opened("/clinic", role="clinician", javascript=False)."""
    contexts = []

    def visit(address: str = "/", *, role: str = "", javascript: bool = True, **options: Any) -> Page:
        context = browser.new_context(
            base_url=live.address, viewport=LAPTOP, java_script_enabled=javascript, **options
        )
        contexts.append(context)
        if role:
            context.add_cookies(
                [{"name": "veinway", "value": _session(live, role), "url": live.address}]
            )
        page = context.new_page()
        page.set_default_timeout(15_000)
        _listen(page, live)
        page.goto(address)
        return page

    yield visit
    for context in contexts:
        context.close()


def _session(live: Live, role: str) -> str:
    with writing(live.store) as connection:
        account = one_by_name(connection, role)
        assert account is not None
        return sign_in(connection, Actor(account["id"], now()))


def _listen(page: Page, live: Live) -> None:
    heard = _heard[page] = Heard()
    host = urlsplit(live.address).netloc
    page.on("console", lambda message: heard.messages.append(message.text))
    page.on("pageerror", lambda error: heard.messages.append(str(error)))

    def noted(response: Response) -> None:
        parts = urlsplit(response.url)
        if parts.scheme in ("http", "https") and parts.netloc != host:
            heard.elsewhere.append(response.url)
        if response.request.is_navigation_request() and response.frame == page.main_frame:
            heard.document = response

    def failed(request: Request) -> None:
        heard.awaited.discard(request)
        # What was still on its way when the next page was opened is given up by the browser itself.
        if request.failure != "net::ERR_ABORTED":
            heard.messages.append(f"failed ({request.failure}): {request.url}")

    page.on("response", noted)
    page.on("request", lambda request: heard.awaited.add(request))
    page.on("requestfinished", lambda request: heard.awaited.discard(request))
    page.on("requestfailed", failed)


# What every page has to hold ------------------------------------------------------------------------


def check_page(page: Page, *, status: int = 200) -> None:
    """Accessible, quiet, nothing from elsewhere, valid, and no scrolling sideways at 320 px."""
    heard = _heard[page]
    _wait_until_quiet(page, heard)
    # That a page answers with an error is said on the console by the browser itself.
    messages = [each for each in heard.messages if not (status >= 400 and f"{status}" in each)]
    assert messages == []
    assert heard.elsewhere == []
    assert _violations(page) == []
    assert _sideways(page) == []
    if heard.document is not None and heard.document.status not in range(300, 400):
        _validate(heard.document)


def _wait_until_quiet(page: Page, heard: Heard) -> None:
    """Wait until the page is loaded and what it has asked for has come; "networkidle" takes longer."""
    page.wait_for_load_state("load")
    deadline, quiet = monotonic() + 15, 0
    while quiet < 2 and monotonic() < deadline:
        page.wait_for_timeout(40)
        quiet = 0 if heard.awaited else quiet + 1


@cache
def _axe() -> str:
    return (HERE / "axe.min.js").read_text("utf-8")


def _violations(page: Page) -> list[str]:
    page.evaluate(_axe())
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG)
    return [
        f"{each['id']}: {each['help']}: {node['html'][:200]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


_TOO_WIDE = """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
[...document.body.querySelectorAll('*')]
.filter(e => e.getBoundingClientRect().right > window.innerWidth + 1)
.slice(-5).map(e => e.outerHTML.slice(0, 150)).concat('wider than ' + window.innerWidth)"""


def _sideways(page: Page) -> list[str]:
    before = page.viewport_size
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    found: list[str] = page.evaluate(_TOO_WIDE)
    if before is not None:
        page.set_viewport_size(before)
    return found


def validator() -> str | None:
    """The program html-validate, where `python3 dev.py assets` or somebody else installed it."""
    own = HERE.parents[1] / "web-assets" / "node_modules" / ".bin" / "html-validate"
    return str(own) if own.exists() else shutil.which("html-validate")


def _validate(document: Response) -> None:
    program = validator()
    if program is None or "text/html" not in document.headers.get("content-type", ""):
        return
    config = str(HERE / "htmlvalidate.json")
    done = subprocess.run(
        [program, "--config", config, "--formatter", "text", "--stdin"],
        input=document.text(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, "\n".join(done.stdout.splitlines()[:20]) + done.stderr
