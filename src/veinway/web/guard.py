"""What stands before every page: who is signed in, whether a form came from us, and how often one asks.

A form must come from a page of this site (the browser says so in `Sec-Fetch-Site` or `Origin`), and of a
signed-in session it must bring that session's token back.
"""

from __future__ import annotations

from urllib.parse import urlencode

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from sqlalchemy.exc import DBAPIError
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Message, Receive

from veinway.web.clock import now
from veinway.web.store.accounts import May
from veinway.web.store.database import reading, writing
from veinway.web.store.sessions import SignedIn, seen, signed_in

SAFE = ("GET", "HEAD")
LARGEST = 20_000_000
"""Bytes of one request, unless its page says otherwise."""
MOST_FIELDS, MOST_FILES = 2_000, 50
_TIGHT = {
    address: parse("10/minute")
    for address in ("/sign-in", "/sign-in/code", "/account", "/administration/export")
}
_CODES = parse("5/minute")
"""Codes of one account: a million are possible, and three of them hold at a time."""
# A hospital may be one address to us.
_ANY = parse("3000/minute")


def cookie_name(*, secure: bool) -> str:
    """The session's cookie; over https with the prefix that binds it to this host alone."""
    return "__Host-veinway" if secure else "veinway"


def session_secret(request: Request) -> str:
    """What the session's cookie carries, "" where there is none."""
    return request.cookies.get(cookie_name(secure=request.app.state.settings.secure), "")


class Limits:
    """How many requests of one client are left, kept in memory."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def allow(self, client: str, path: str, *, posted: bool) -> bool:
        """Count a request; False where it is one too many."""
        tight = _TIGHT.get(path) if posted else None
        if tight is not None and not self._limiter.hit(tight, client, path):
            return False
        return self._limiter.hit(_ANY, client)

    def allow_code(self, account: str) -> bool:
        """Count a code that was entered for an account; False where it is one too many."""
        return self._limiter.hit(_CODES, "code", account)


async def let_in(request: Request, needs: May | None) -> Response | None:
    """None where the request may go on, or the way to sign in; HTTPException 403 or 429 otherwise.

    Sets `request.state.who`.
    """
    posted = request.method not in SAFE
    client = request.client.host if request.client else ""
    if not request.app.state.limits.allow(client, request.url.path, posted=posted):
        request.state.who = None
        raise HTTPException(429)
    who = recognise(request)
    if posted:
        await _check_form(request, who)
    if needs is None:
        return None
    if who is None:
        return _to_sign_in(request)
    if not who.may(needs):
        raise HTTPException(403)
    required = request.app.state.settings.second_factor
    if who.local and who.role in required and not who.second_factor and needs is not May.HAVE_AN_ACCOUNT:
        return _to(request, "/account")
    return None


def recognise(request: Request) -> SignedIn | None:
    """Who is signed in, also kept in `request.state.who`; nobody while the store does not answer."""
    request.state.who = None
    secret = session_secret(request)
    if not secret:
        return None
    store, at = request.app.state.store, now()
    with reading(store) as connection:
        found = signed_in(connection, secret, at)
    if found is not None and found.seen_before(at):
        _note_seen(request, secret, at)
    request.state.who = found
    return found


def _note_seen(request: Request, secret: str, at: str) -> None:
    try:
        with writing(request.app.state.store) as connection:
            seen(connection, secret, at)
    except DBAPIError:
        # Nothing is lost by it, and a page can be read while another task writes.
        return


def _to_sign_in(request: Request) -> Response:
    """To the sign-in page and back here; with htmx the whole page goes there, not a part of it."""
    back = request.url.path if request.method in SAFE else ""
    address = "/sign-in?" + urlencode({"back": back})
    if request.headers.get("hx-request"):
        return Response(status_code=401, headers={"HX-Redirect": "/sign-in?back="})
    return RedirectResponse(address, status_code=303)


def _to(request: Request, address: str) -> Response:
    if request.headers.get("hx-request"):
        return Response(status_code=403, headers={"HX-Redirect": address})
    return RedirectResponse(address, status_code=303)


def way_back(address: str) -> str:
    """An address of this site, or "" for any other."""
    plain = address.isascii() and address.isprintable() and "\\" not in address and len(address) < 500
    return address if plain and address.startswith("/") and not address.startswith("//") else ""


async def form_of(request: Request) -> FormData:
    """The form that was sent; HTTPException 400 or 413 where it is none or too large."""
    return await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LARGEST)


async def _check_form(request: Request, who: SignedIn | None) -> None:
    if not _from_us(request):
        raise HTTPException(403)
    if who is not None:
        given = request.headers.get("x-form-token") or (await form_of(request)).get("form_token", "")
        if not who.token_matches(str(given)):
            raise HTTPException(403)


def _from_us(request: Request) -> bool:
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin", "")
    return origin.partition("://")[2] == request.headers.get("host", "")


def measured(request: Request, largest: int) -> Request:
    """The request, of which no more than so many bytes can be read; HTTPException 413 beyond them."""
    stated = request.headers.get("content-length", "0")
    if not stated.isdigit() or int(stated) > largest:
        request.state.who = None
        raise HTTPException(413)
    return Request(request.scope, _counted(request.receive, largest))


def _counted(receive: Receive, largest: int) -> Receive:
    count = 0

    async def counted() -> Message:
        nonlocal count
        message = await receive()
        count += len(message.get("body", b""))
        if count > largest:
            raise HTTPException(413)
        return message

    return counted
