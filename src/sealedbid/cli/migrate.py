"""migrate: the schema of a database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sealedbid.cli.installation import owner_conninfo
from sealedbid.platform.config import Settings, read_settings
from sealedbid.platform.migrations import export_migrations
from sealedbid.platform.migrations import migrate as apply_migrations
from sealedbid.platform.migrations import status as migration_status
from sealedbid.platform.postgres.logins import LOGINS, login_password, password_path


def run_migrations(console: Console, settings: Settings, conninfo: str) -> None:
    """Migrate and say what was done."""
    result = apply_migrations(
        conninfo,
        lambda login: login_password(settings, login),
        lock_timeout=settings.migrate_lock_timeout,
    )
    if result.logins_made:
        console.print(f"Made the logins {', '.join(result.logins_made)}.")
    for login in LOGINS:
        if login not in result.logins_made and not _knows_password(settings, login):
            console.print(
                f"The login {login} was there already and its password is not known here: set "
                f"SEALEDBID_{login.removeprefix('sb_').upper()}_URL, put it into "
                f"{password_path(settings, login)}, or make new ones: sealedbid logins reset",
                style="yellow",
                markup=False,
            )
    if result.applied:
        for migration in result.applied:
            console.print(f"  applied {migration.label}", style="dim", markup=False)
        console.print(f"Applied {len(result.applied)} migrations.")
    else:
        console.print("The schema is the newest.")


def _knows_password(settings: Settings, login: str) -> bool:
    url = getattr(settings, f"{login.removeprefix('sb_')}_url")
    return url is not None or password_path(settings, login).exists()


def migrate(
    status: Annotated[
        bool, typer.Option("--status", help="Only say what is applied and what is pending.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only print the statements that would run.")
    ] = False,
    export: Annotated[
        Path | None,
        typer.Option("--export", help="Write the migrations as a Supabase folder.", metavar="DIR"),
    ] = None,
) -> None:
    """Bring the database to the newest schema.

    Works on the database of DATABASE_URL, as its owner with CREATEROLE, or on the embedded one.
    """
    console = Console(soft_wrap=True, highlight=False)
    if export is not None:
        files = export_migrations(export)
        console.print(f"Wrote {len(files)} files to {export}.", markup=False)
        return
    settings = read_settings()
    conninfo = owner_conninfo(settings)
    if not (status or dry_run):
        run_migrations(console, settings, conninfo)
        return
    schema = migration_status(conninfo)
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
