"""From a page's content to HTML: one place that knows the templates and what every page shows."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from veinway.care.knowledge import KNOWLEDGE
from veinway.web.routing import Link
from veinway.web.static_files import address
from veinway.web.store.sessions import SignedIn
from veinway.web.texts import texts

LANDING = {
    "clinician": "/clinic",
    "clinic": "/worklist",
    "analyst": "/population",
    "administrator": "/administration",
}
"""Where a role begins after it signed in; every other one at the first page."""


def landing(role: str) -> str:
    """The address at which a role begins."""
    return LANDING.get(role, "/")


def _sees(who: SignedIn | None, link: Link) -> bool:
    if link.address == "/sign-in":
        return who is None
    return link.needs is None or (who is not None and who.may(link.needs))


@cache
def _templates() -> Environment:
    """Our templates first, then the components of nhsuk-frontend that they are made of."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("veinway.web"), PackageLoader("nhsuk_frontend_jinja")]),
        autoescape=select_autoescape(default=True),
        # The components of nhsuk-frontend are written for it: an option left out is no error.
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"static": address, "edition": KNOWLEDGE.edition}
    environment.filters["text_blocks"] = text_blocks
    return environment


def text_blocks(text: str) -> list[dict[str, Any]]:
    """Plain text for a template: lines that begin with a dash are a list, the others paragraphs."""
    found: list[dict[str, Any]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        listed = line.startswith("- ")
        if not found or found[-1]["listed"] is not listed:
            found.append({"listed": listed, "lines": []})
        found[-1]["lines"].append(line.removeprefix("- "))
    return found


def fragment(template: str, **content: Any) -> str:
    """A template by itself, without what every page shows around it."""
    return _templates().get_template(template).render(content)


def wants_part(request: Request) -> bool:
    """Whether a script asks for the main part alone; going back in the browser needs the whole page."""
    headers = request.headers
    return "hx-request" in headers and "hx-history-restore-request" not in headers


def page(request: Request, template: str, *, status: int = 200, **content: Any) -> HTMLResponse:
    """A whole page; of one that extends `layout`, to a script its title and main part alone."""
    found = _templates().get_template(f"pages/{template}.html")
    language = getattr(request.state, "language", "en")
    who: SignedIn | None = getattr(request.state, "who", None)
    known = {
        "layout": "part.html" if wants_part(request) else "base.html",
        "language": language,
        "t": texts(language),
        "path": request.url.path,
        "who": who,
        "demonstration": getattr(request.app.state, "demonstration", False),
        "links": [link for link in request.app.state.menu if _sees(who, link)],
        **content,
    }
    return HTMLResponse(found.render(known), status_code=status)
