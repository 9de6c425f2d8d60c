"""audit: what the catalog says against the seal."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer
from rich.console import Console

from sealedbid.cli.audit_report import as_json, print_report
from sealedbid.cli.installation import untouched_conninfo
from sealedbid.isolation.audit import audit_database
from sealedbid.platform.config import read_settings
from sealedbid.platform.postgres.logins import login_conninfo

FAULTY = 1


def audit(
    format_: Annotated[
        Literal["text", "json"], typer.Option("--format", help="What is printed.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    schema: Annotated[
        list[str] | None, typer.Option(help="Look at this schema only; may be given again.")
    ] = None,
    tenant_column: Annotated[
        str | None,
        typer.Option(
            help="Check any other database (DATABASE_URL) by what does not need Sealedbid's seal: "
            "the column that says whose a row is.",
            metavar="NAME",
        ),
    ] = None,
) -> None:
    """Check the database's own catalog for what would let one organisation see another.

    Reads catalogs only, in one read-only transaction. Ends with 1 where there are errors.
    """
    settings = read_settings()
    conninfo = untouched_conninfo(settings)
    if tenant_column is None:
        conninfo = login_conninfo(settings, "sb_api")
    report = audit_database(conninfo, schemas=schema, tenant_column=tenant_column)
    console = Console(highlight=False, soft_wrap=True)
    if format_ == "json":
        console.print_json(json.dumps(as_json(report)))
    else:
        print_report(console, report)
    if report.count("error") or (strict and report.count("warning")):
        raise typer.Exit(FAULTY)
