"""The part of the command line that is about the service: serving, accounts, backup, the audit."""

from __future__ import annotations

from typing import Annotated

import typer

from veinway.cli_options import Profile

Store = Annotated[
    str,
    typer.Option(metavar="URL", help="sqlite:///FILE or postgresql://USER@HOST/DATABASE."),
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The account's name.")]
HERE = "sqlite:///veinway.db"

account = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Who may sign in: add, list, disable, password."
)


@account.command("add")
def add(
    name: Name,
    role: Annotated[str, typer.Option(help="clinician, clinic, analyst or administrator.")],
    shown_as: Annotated[str, typer.Option(help="The name that others see; else NAME.")] = "",
    store: Store = HERE,
) -> None:
    """A new account; its password is asked for, or made where nobody can be asked."""
    from veinway.commands.account import add

    raise typer.Exit(add(store, name, role, shown_as))


@account.command("list")
def list_(
    store: Store = HERE, json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False
) -> None:
    """Every account, its role, and whether it can be used."""
    from veinway.commands.account import show

    raise typer.Exit(show(store, as_json=json))


@account.command("disable")
def disable(name: Name, store: Store = HERE) -> None:
    """Nobody can sign in with it any more, and its sessions end; what it did stays its own."""
    from veinway.commands.account import disable

    raise typer.Exit(disable(store, name))


@account.command("password")
def password(name: Name, store: Store = HERE) -> None:
    """Another password; the account's sessions end."""
    from veinway.commands.account import password

    raise typer.Exit(password(store, name))


def serve(
    host: Annotated[str, typer.Option(help="Where to listen; 0.0.0.0 is every address.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8000,
    store: Store = HERE,
    profile: Profile = None,
    empty: Annotated[
        bool, typer.Option("--empty", help="Put no made-up demonstration data into a new store.")
    ] = False,
    https: Annotated[
        bool, typer.Option("--https", help="A proxy on this machine serves it over https.")
    ] = False,
) -> None:
    """The web application, on this machine unless told otherwise.

    A new store is filled with made-up demonstration data.
    """
    from veinway.commands.serve import run

    raise typer.Exit(run(host, port, store, profile, empty=empty, https=https))


def backup(
    to: Annotated[str, typer.Option("--to", metavar="FILE", help="A new file, such as day.jsonl.gz.")],
    store: Store = HERE,
) -> None:
    """The whole store as one file, while it is in use."""
    from veinway.commands.keeping import backup

    raise typer.Exit(backup(store, to))


def restore(
    source: Annotated[str, typer.Option("--from", metavar="FILE", help="A file of veinway backup.")],
    store: Store = HERE,
) -> None:
    """Fill a new store from a backup, whole or not at all."""
    from veinway.commands.keeping import restore

    raise typer.Exit(restore(store, source))


def import_(
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A FHIR bundle, or a folder of bundles or NDJSON.")
    ],
    store: Store = HERE,
    profile: Profile = None,
) -> None:
    """Records of patients into the store; who is there already gets what is new beside the old."""
    from veinway.commands.keeping import import_

    raise typer.Exit(import_(store, source, profile))


def audit(
    store: Store = HERE,
    head: Annotated[
        str, typer.Option(metavar="HASH", help="A last hash noted earlier, that must still be there.")
    ] = "",
) -> None:
    """Check that no row of the audit was changed, taken out, put in or moved."""
    from veinway.commands.keeping import verify

    raise typer.Exit(verify(store, head))


def put_into(app: typer.Typer) -> None:
    """Make these commands part of the program."""
    app.command()(serve)
    app.command("import")(import_)
    for command in (backup, restore, audit):
        app.command()(command)
    app.add_typer(account, name="account")
