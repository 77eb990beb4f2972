"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Answer in JSON; `veinway schema` describes it.")]
Strict = Annotated[
    bool, typer.Option("--strict", help="Switch presumptions off: unknown stays unknown.")
]
Profile = Annotated[
    str | None, typer.Option("--profile", metavar="FILE", help="The site's veinway.toml.")
]
Input = Annotated[
    str,
    typer.Argument(
        metavar="INPUT", help="FHIR R4 bundle, or facts as YAML, JSON or JSON lines; - is stdin."
    ),
]
Source = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE",
        help="FHIR as NDJSON, bundles or Parquet; OMOP tables as Parquet, CSV or a DuckDB file.",
    ),
]
Chapter = Annotated[
    str,
    typer.Option(
        "--chapter",
        metavar="NAME",
        help="Which rules: diagnosis, treatment, intervention, prevention or quality.",
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="RULE",
        help="Only this step, score or table, and what it looks at; may be given again. Less is read, "
        "and a history need be known only as far back as these rules ask.",
    ),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="WHEN",
        help="What was recorded later is not seen: 2026-03-04 or 2026-03-04T09:30.",
    ),
]
