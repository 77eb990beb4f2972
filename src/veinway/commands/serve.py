"""`veinway serve`: the web application."""

from __future__ import annotations

import socket
from importlib.util import find_spec
from threading import Thread
from typing import TYPE_CHECKING

from veinway.commands.inputs import load_profile
from veinway.commands.output import FINE, shipped_knowledge
from veinway.commands.sign_in import provider_of, second_factor_of
from veinway.language.errors import InputError

if TYPE_CHECKING:
    from veinway.web.settings import Settings

NEEDED = (
    "fastapi",
    "jinja2",
    "nhsuk_frontend_jinja",
    "uvicorn",
    "sqlalchemy",
    "argon2",
    "structlog",
    "pyotp",
    "segno",
)
OWN = ("127.0.0.1", "localhost", "::1")


def need_the_web_extra() -> None:
    """InputError I280 where the web extra is not installed."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        what = f"The web application needs {', '.join(missing)}."
        raise InputError("I280", what, todo="Install it with: pip install 'veinway[web]'.")


def run(host: str, port: int, store: str, profile: str | None, *, empty: bool, https: bool) -> int:
    """Serve until interrupted; InputError I280, I281 or I287 where that cannot be."""
    need_the_web_extra()
    _check_port(host, port)
    print("Veinway is starting ...", flush=True)
    import uvicorn

    from veinway.web.app import application
    from veinway.web.settings import Settings
    from veinway.web.warming import warm_up

    site = load_profile(profile, shipped_knowledge())
    settings = Settings(
        site, store, secure=https, provider=provider_of(profile), second_factor=second_factor_of()
    )
    made = _first_start(settings, empty=empty)
    app = application(settings)
    _greet(settings, host, port, made)
    Thread(target=warm_up, args=(app,), daemon=True).start()
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        # Only a proxy on this machine may say who asked and that it was asked over https.
        proxy_headers=https,
        forwarded_allow_ips="127.0.0.1,::1",
    )
    return FINE


def _check_port(host: str, port: int) -> None:
    try:
        family, kind, number, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, number) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as error:
        why = error.strerror or "it cannot be used"
        raise InputError(
            "I287",
            f"Nothing can listen here: {why}.",
            where=f"{host}:{port}",
            todo=f"Try another port: veinway serve --port {port % 65535 + 1}.",
        ) from None


def _first_start(settings: Settings, *, empty: bool) -> list[tuple[str, str]] | None:
    """Fill a new store with made-up data; names and passwords. None where nobody has an account."""
    from veinway.web.clock import now
    from veinway.web.service.demonstration import demonstrate, is_empty
    from veinway.web.store.accounts import accounts
    from veinway.web.store.database import open_store, reading

    opened = open_store(settings.store)
    if not empty and is_empty(opened):
        return demonstrate(opened, now())
    with reading(opened) as connection:
        return [] if accounts(connection) else None


def _greet(settings: Settings, host: str, port: int, made: list[tuple[str, str]] | None) -> None:
    shown = f"[{host}]" if ":" in host else host
    print(f"Veinway: http://{shown}:{port}   (Ctrl+C stops it)")
    if made is None and settings.provider is None:
        print(
            "Nobody has an account yet. Add one: "
            f"veinway account add NAME --role administrator --store {settings.store}"
        )
    if made:
        print("\nThe store was empty. It now has made-up demonstration data: nobody in it exists.")
        print("Sign in with one of these; the passwords are shown only now:\n")
        for name, password in made:
            print(f"    {name:<16} {password}")
        print("\nA store for real patients begins without: veinway serve --empty --store URL")
    if host not in OWN and not settings.secure:
        print("\nOther machines can reach this, and nothing is encrypted: passwords can be read along.")
        print("Put a proxy with https before it and add --https; docs/serving.md says how.")
    print(flush=True)
