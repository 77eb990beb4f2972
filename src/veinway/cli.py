"""The command line: reads arguments and hands them to `veinway.commands`, nothing else.

Everything heavy is imported inside a command, so that `veinway --help` answers at once.

    exit status 0   fine
                2   some input could not be used; the rest was answered
                1   something went wrong that nobody expected
"""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from veinway.cli_options import At, Chapter, Input, Json, Only, Profile, Source, Strict
from veinway.cli_service import put_into
from veinway.cli_treatment import put_treatment_into
from veinway.language.errors import InputError

app = typer.Typer(
    name="veinway",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Computable care for venous thromboembolism. Every rule is cited, unknown stays unknown, and "
    "the same rules serve one patient or millions. Decision support for clinicians; it does not "
    "replace their judgement.",
    epilog="Start with: veinway demo. A command's options: veinway COMMAND --help. "
    "Status 0: fine; 2: some input could not be used, the rest was answered; 1: unexpected.",
)


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Read the options that every command has; `main` looks for --debug wherever it stands."""
    if version:
        from veinway.commands.version import run

        raise typer.Exit(run())


@app.command()
def demo(
    json: Json = False,
    patients: Annotated[int, typer.Option(min=1, max=20_000, help="Size of the population.")] = 1000,
    seed: Annotated[int, typer.Option(help="Which made-up population.")] = 1,
) -> None:
    """A worked patient end to end, then a made-up population."""
    from veinway.commands.demo import run

    raise typer.Exit(run(patients=patients, seed=seed, as_json=json))


@app.command()
def triage(
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="[CASES]",
            help="Answers as YAML, JSON or JSON lines, - is stdin; without it you are asked.",
        ),
    ] = None,
    country: Annotated[
        str | None,
        typer.Option(
            metavar="CODE", help="Whose numbers are shown: GB-ENG, IE, US, NZ ...; else the profile's."
        ),
    ] = None,
    at: At = None,
    profile: Profile = None,
    json: Json = False,
) -> None:
    """For the public: what to do, and how soon, when a clot is feared."""
    from veinway.commands.triage import run

    raise typer.Exit(run(source, country, at, profile, as_json=json))


@app.command()
def assess(
    source: Input,
    at: At = None,
    guideline: Annotated[
        str | None, typer.Option(help="Whose steps are shown; the profile's, else nice.")
    ] = None,
    profile: Profile = None,
    chapter: Chapter = "diagnosis",
    why: Annotated[bool, typer.Option("--why", help="Show the whole explanation tree.")] = False,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """What to do now for one patient, or several, and why."""
    from veinway.commands.assess import run

    raise typer.Exit(run(source, at, guideline, profile, chapter, why=why, strict=strict, as_json=json))


@app.command()
def compare(
    source: Input,
    question: Annotated[
        str | None, typer.Option(metavar="KEY", help="One question of the pathway; without it, all.")
    ] = None,
    at: At = None,
    profile: Profile = None,
    chapter: Chapter = "diagnosis",
    json: Json = False,
) -> None:
    """What each guideline says for one patient, and where they differ."""
    from veinway.commands.compare import run

    raise typer.Exit(run(source, at, question, profile, chapter, as_json=json))


@app.command()
def score(
    key: Annotated[
        str, typer.Argument(metavar="KEY", help="Such as wells_dvt; `veinway rules` lists them.")
    ],
    cases: Annotated[
        str, typer.Argument(metavar="CASES", help="Facts as JSON lines, JSON or YAML; - is stdin.")
    ] = "-",
    at: At = None,
    profile: Profile = None,
    strict: Strict = False,
    text: Annotated[
        bool, typer.Option("--text", help="A table for reading instead of JSON lines.")
    ] = False,
    json: Json = False,
) -> None:
    """One score for many cases: one JSON line out per line in."""
    from veinway.commands.score import run

    raise typer.Exit(run(key, cases, at, profile, strict=strict, as_text=text and not json))


@app.command()
def cohort(
    source: Source,
    at: Annotated[
        str, typer.Option("--at", metavar="DATE", help="What was recorded later is not seen.")
    ],
    out: Annotated[
        str, typer.Option("--out", metavar="DIR", help="Where the decisions and the report go.")
    ],
    engine: Annotated[str, typer.Option(help="local, or spark for what is too large for it.")] = "local",
    profile: Profile = None,
    chapter: Chapter = "diagnosis",
    only: Only = None,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """A whole record system: decisions, and counts with bounds.

    Writes decisions.parquet (one row a subject), report.json and report.txt.
    """
    from veinway.commands.cohort import run

    rules = chapter, tuple(only or ())
    raise typer.Exit(run(source, at, out, engine, profile, *rules, strict=strict, as_json=json))


@app.command()
def facts(json: Json = False) -> None:
    """All that can be known of a patient, and what it costs."""
    from veinway.commands.rules import facts

    raise typer.Exit(facts(as_json=json))


@app.command()
def rules(
    status: Annotated[
        bool, typer.Option("--status", help="List what a clinician still has to sign.")
    ] = False,
    json: Json = False,
) -> None:
    """Every rule with its source, tag and status."""
    from veinway.commands.rules import rules

    raise typer.Exit(rules(status=status, as_json=json))


@app.command()
def explain(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A rule, such as wells_dvt, or a fact.")],
    json: Json = False,
) -> None:
    """One rule in words: for whom, parts, sources, presumptions."""
    from veinway.commands.rules import explain

    raise typer.Exit(explain(key, as_json=json))


@app.command()
def prove(
    size: Annotated[str, typer.Option(help="ci or nightly.")] = "ci",
    json: Json = False,
) -> None:
    """Prove the rules for all patients, incomplete ones too."""
    from veinway.commands.prove import run

    raise typer.Exit(run(size, as_json=json))


@app.command()
def synthesise(
    patients: Annotated[int, typer.Option(min=1, help="How many people.")],
    seed: Annotated[int, typer.Option(help="The same seed makes the same people.")],
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="Where the NDJSON goes.")],
    missing: Annotated[
        float, typer.Option(min=0, max=1, help="The share of facts that the records leave out.")
    ] = 0.3,
    misleading: Annotated[
        float, typer.Option(min=0, max=1, help="The share of people with a misleading record.")
    ] = 0.05,
    what: Annotated[
        str,
        typer.Option(help="suspected; treated, with what they are owed; coded, for phenotype."),
    ] = "suspected",
    json: Json = False,
) -> None:
    """Made-up patients as FHIR NDJSON, with what is true of each as Parquet."""
    from veinway.commands.synthesise import run

    raise typer.Exit(
        run(patients, seed, out, what, missing=missing, misleading=misleading, as_json=json)
    )


@app.command()
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Which; without it, all names.")
    ] = None,
) -> None:
    """The JSON Schema of an answer, or the names of all."""
    from veinway.commands.schema import run

    raise typer.Exit(run(name))


put_treatment_into(app)
put_into(app)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; ends the process with the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    debug, as_json = "--debug" in given, "--json" in given
    _write_utf_8()
    try:
        kept = [argument for argument in given if argument != "--debug"]
        sys.exit(app(kept, prog_name="veinway", standalone_mode=False))
    except typer.Abort:
        print("Aborted.", file=sys.stderr)
        sys.exit(1)
    except Exception as error:
        if debug:
            raise
        sys.exit(_told(error, as_json=as_json))


def _told(error: Exception, *, as_json: bool) -> int:
    """Say what went wrong; the exit status that belongs to it."""
    from veinway.commands.output import show_error, show_surprise
    from veinway.commands.usage import is_a, usage_error

    if is_a(error, "NoArgsIsHelpError"):
        error.show()  # type: ignore[attr-defined]
        return 2
    found = error if isinstance(error, InputError) else usage_error(error)
    if found is not None:
        return show_error(found, as_json=as_json)
    return show_surprise(error, as_json=as_json)


def _write_utf_8() -> None:
    """Whatever the locale: the signs for yes and no must never turn into the one for unknown."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    main()
