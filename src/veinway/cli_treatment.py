"""The part of the command line that is about treatment and the work of a service."""

from __future__ import annotations

from typing import Annotated

import typer

from veinway.cli_options import At, Input, Json, Profile, Source, Strict


def plan(
    source: Input,
    at: At = None,
    guideline: Annotated[
        str | None, typer.Option(help="Whose choice of drug comes first; the profile's, else nice.")
    ] = None,
    first_dose: Annotated[
        str | None,
        typer.Option("--first-dose", metavar="WHEN", help="When treatment begins; else at once."),
    ] = None,
    profile: Profile = None,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """Every anticoagulant for one patient: the dose, the dates, and why not the others."""
    from veinway.commands.plan import run

    raise typer.Exit(run(source, at, guideline, first_dose, profile, strict=strict, as_json=json))


def inr(
    source: Annotated[
        str,
        typer.Argument(
            metavar="HISTORY",
            help="CSV with date and inr (and person, for a clinic), Parquet, facts file or FHIR bundle.",
        ),
    ],
    target: Annotated[str, typer.Option("--range", help="2-3, 2.5-3.5 or 3-4.")] = "2-3",
    started: Annotated[
        str | None, typer.Option(metavar="DATE", help="First dose; the first six weeks do not count.")
    ] = None,
    dose: Annotated[
        str | None, typer.Option(metavar="MG", help="The present weekly dose in mg.")
    ] = None,
    say: Annotated[
        list[str] | None, typer.Option(metavar="FACT=VALUE", help="A fact: bleeding_on_vka=none.")
    ] = None,
    at: At = None,
    out: Annotated[
        str | None, typer.Option(metavar="FILE", help="Of a clinic: write CSV or Parquet there.")
    ] = None,
    profile: Profile = None,
    json: Json = False,
) -> None:
    """Warfarin: the next dose and date, time in range and a chart; of a clinic, time in range."""
    from veinway.commands.inr import run

    raise typer.Exit(run(source, target, started, dose, say or [], at, out, profile, as_json=json))


def worklist(
    source: Source,
    at: Annotated[
        str,
        typer.Option(
            "--at", metavar="WHEN", help="As known at this time: 2026-03-04 or 2026-03-04T09:30."
        ),
    ],
    list_: Annotated[
        list[str] | None, typer.Option("--list", metavar="KEY", help="Only this list; may be repeated.")
    ] = None,
    csv: Annotated[str | None, typer.Option(metavar="FILE", help="Write the lines as CSV.")] = None,
    fhir: Annotated[
        str | None, typer.Option(metavar="FILE", help="Write FHIR R4 Tasks, one a line.")
    ] = None,
    possible: Annotated[
        bool, typer.Option("--possible", help="Also what cannot be said for want of data.")
    ] = False,
    truth: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Hold the lists against what is true of made-up people."),
    ] = None,
    profile: Profile = None,
    json: Json = False,
) -> None:
    """What a service owes its patients: repeat scans, reviews, tests, filters, wrong doses."""
    from veinway.commands.worklist import Asked, run

    asked = Asked(list_ or (), csv, fhir, truth, possible)
    raise typer.Exit(run(source, at, asked, profile, as_json=json))


def prevent(
    source: Input,
    at: At = None,
    guideline: Annotated[
        str | None, typer.Option(help="Only this guideline where it speaks; else all side by side.")
    ] = None,
    profile: Profile = None,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """Preventing a clot: hospital, plaster, pregnancy, journeys, the pill; by which score, and what."""
    from veinway.commands.prevent import run

    raise typer.Exit(run(source, at, guideline, profile, strict=strict, as_json=json))


def leaflet(
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="[CASE]",
            help="FHIR R4 bundle, or facts as YAML, JSON or JSON lines; without it, for everybody.",
        ),
    ] = None,
    at: At = None,
    language: Annotated[str, typer.Option(help="en or de.")] = "en",
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Whose numbers to call; the profile's.")
    ] = None,
    html: Annotated[
        str | None, typer.Option(metavar="FILE", help="Also write it as a page that prints.")
    ] = None,
    guideline: Annotated[
        str | None, typer.Option(help="Whose decisions are told; the profile's, else nice.")
    ] = None,
    profile: Profile = None,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """What a patient is told, in plain words: what was found, the medicine, when to get help."""
    from veinway.commands.leaflet import Wanted, run

    wanted = Wanted(language, country, html, strict, json)
    raise typer.Exit(run(source, at, guideline, profile, wanted))


def numbers(json: Json = False) -> None:
    """What trials found with and without removing a clot: of 100 people, benefit and harm."""
    from veinway.commands.numbers import run

    raise typer.Exit(run(as_json=json))


def report(
    source: Source,
    period: Annotated[
        str, typer.Option(metavar="PERIOD", help="2026, 2026-03, 2026-01..2026-06, or two days.")
    ],
    html: Annotated[
        str | None, typer.Option(metavar="FILE", help="Also write one page that prints, with charts.")
    ] = None,
    profile: Profile = None,
    json: Json = False,
) -> None:
    """A service's numbers: how many, how long, reviews, filters, time in range, safety; with bounds."""
    from veinway.commands.report import run

    raise typer.Exit(run(source, period, html, profile, as_json=json))


def measures(
    key: Annotated[
        str | None, typer.Argument(metavar="[KEY]", help="One of them in words; without it, all.")
    ] = None,
    json: Json = False,
) -> None:
    """What `veinway report` measures: of whom, what meets it, and by which source."""
    from veinway.commands.measures import run

    raise typer.Exit(run(key, as_json=json))


def phenotype(
    source: Source,
    period: Annotated[
        str | None,
        typer.Option(
            metavar="PERIOD", help="2026, 2026-03, 2026-01..2026-06, or two days; else any time."
        ),
    ] = None,
    out: Annotated[
        str | None, typer.Option("--out", metavar="CSV", help="Write one line a person.")
    ] = None,
    truth: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Hold them against what is true of made-up people."),
    ] = None,
    strict: Strict = False,
    profile: Profile = None,
    json: Json = False,
) -> None:
    """Who has DVT or embolism in coded records, by each published definition, and where they differ."""
    from veinway.commands.phenotype import Asked, run

    raise typer.Exit(run(source, Asked(period, out, truth, strict), profile, as_json=json))


def put_treatment_into(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (plan, inr, worklist, report, measures, phenotype, prevent, leaflet, numbers):
        app.command()(command)
