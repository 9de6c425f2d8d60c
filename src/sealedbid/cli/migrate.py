"""migrate: the schema of a database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def migrate(
    status: Annotated[
        bool, typer.Option("--status", help="Only list what is applied and what is pending.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only print the statements that would run.")
    ] = False,
    accept_drift: Annotated[
        bool,
        typer.Option(
            "--accept-drift",
            help="Keep what was changed by hand, and record it in the platform's audit log.",
        ),
    ] = False,
    export: Annotated[
        Path | None,
        typer.Option(
            "--export", help="Only write the migrations to this Supabase folder.", metavar="DIR"
        ),
    ] = None,
) -> None:
    """Bring the database's schema up to date.

    Works on the database of DATABASE_URL, as its owner with CREATEROLE, or on the embedded one,
    which it starts. Refuses a schema that was changed by hand.
    """
    from rich.console import Console

    from sealedbid.cli.installation import run_migrations
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.migrations import export_migrations
    from sealedbid.platform.migrations import status as migration_status
    from sealedbid.platform.owner import owner_conninfo

    console = Console(soft_wrap=True, highlight=False)
    if export is not None:
        files = export_migrations(export)
        console.print(f"Wrote {len(files)} files to {export}.", markup=False)
        return
    settings = read_settings()
    conninfo = owner_conninfo(settings)
    if not (status or dry_run):
        run_migrations(console, settings, conninfo, accept_drift=accept_drift)
        return
    schema = migration_status(conninfo)
    for difference in schema.drift:
        console.print(f"differs  {difference.sentence}", style="red", markup=False)
    if schema.drift:
        console.print(
            "The schema was changed by hand: migrate refuses until this is undone, or accepted "
            "with --accept-drift.",
            style="red",
        )
    if status:
        for migration in schema.applied:
            console.print(f"applied  {migration.label}", markup=False)
        for migration in schema.pending:
            console.print(f"pending  {migration.label}", style="yellow", markup=False)
        return
    for migration in schema.pending:
        console.print(f"-- {migration.label}", style="bold", markup=False)
        console.print(migration.sql(), markup=False)
    if not schema.pending:
        console.print("The schema is the newest: nothing would run.")
