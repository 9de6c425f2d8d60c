"""audit: faults of the catalog that weaken the seal."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

FAULTY = 1


def audit(
    format_: Annotated[
        Literal["text", "json"], typer.Option("--format", help="Form of the report.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Count warnings as errors.")] = False,
    schema: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Check this schema only. May be given several times."),
    ] = None,
    tenant_column: Annotated[
        str | None,
        typer.Option(
            help="Check a database that is not Sealedbid's: the one of DATABASE_URL, whose tables "
            "name the tenant of a row in this column.",
            metavar="NAME",
        ),
    ] = None,
) -> None:
    """Check the catalog for gaps between organizations.

    Looks for missing policies, privileges and keys that would let one organization reach
    another's rows. Reads system catalogs only. Exit code 1: there are errors.
    """
    from rich.console import Console

    from sealedbid.cli.audit_report import as_json, print_report
    from sealedbid.isolation.audit import audit_database
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.owner import untouched_conninfo
    from sealedbid.platform.postgres.logins import login_conninfo

    settings = read_settings()
    installer = untouched_conninfo(settings)
    conninfo = installer if tenant_column else login_conninfo(settings, "sb_api")
    report = audit_database(
        conninfo, schemas=schema, tenant_column=tenant_column, installer=installer
    )
    console = Console(highlight=False, soft_wrap=True)
    if format_ == "json":
        console.print_json(json.dumps(as_json(report)))
    else:
        print_report(console, report)
    if report.count("error") or (strict and report.count("warning")):
        raise typer.Exit(FAULTY)
