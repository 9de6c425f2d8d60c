"""up, down, status: the embedded server, or a look at the one of DATABASE_URL."""

from __future__ import annotations

from typing import Annotated

import typer

from sealedbid.cli.errors import CommandError

NOT_RUNNING = 3  # as pg_ctl status


class ForeignServerError(CommandError):
    """The server is not the embedded one, which alone this command may change."""


def up(
    reset_password: Annotated[
        bool,
        typer.Option(
            "--reset-password",
            help="Make new passwords for the superuser and the owner of the embedded server, where "
            "they were lost. Restarts it.",
        ),
    ] = False,
    serve: Annotated[
        bool,
        typer.Option(
            "--serve", help="Then serve the HTTP API on port 8000 and run jobs, until you stop it."
        ),
    ] = False,
) -> None:
    """Start the database and bring its schema up to date.

    Uses the server of DATABASE_URL where that is set, and the embedded one otherwise. Running it
    again changes nothing. With `--serve` it is all of Sealedbid in one command: `sealedbid serve
    --with-worker` has the options for that.
    """
    from rich.console import Console

    from sealedbid.cli.installation import run_migrations
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.embedded import EmbeddedServer
    from sealedbid.platform.owner import owner_conninfo

    console = Console(soft_wrap=True, highlight=False)
    settings = read_settings()
    if reset_password:
        if settings.database_url is not None:
            raise ForeignServerError(
                "--reset-password works on the embedded server only: have your administrator run "
                "alter role ... password, and set DATABASE_URL to that."
            )
        EmbeddedServer(settings.home).start(reset_password=True)
        console.print("Made new passwords for the superuser and the owner of the database.")
    conninfo = owner_conninfo(settings)
    run_migrations(console, settings, conninfo)
    if settings.database_url is None:
        state = EmbeddedServer(settings.home).status()
        console.print(f"PostgreSQL {state.version} runs in {state.home}.", markup=False)
        console.print("Stop it with: sealedbid down", style="dim")
    if serve:
        from sealedbid.cli import serve as serving

        serving.serve(with_worker=True)


def down() -> None:
    """Stop the embedded database; its data stays."""
    from rich.console import Console

    from sealedbid.platform.config import read_settings
    from sealedbid.platform.embedded import EmbeddedServer

    console = Console(soft_wrap=True, highlight=False)
    settings = read_settings()
    server = EmbeddedServer(settings.home)
    if not server.status().running:
        console.print(f"Nothing runs in {settings.home}.", markup=False)
        return
    server.stop()
    console.print("Stopped.")


def status() -> None:
    """Show what runs and whether its schema is current.

    Exit code 3: nothing runs.
    """
    from rich.console import Console

    from sealedbid.platform.config import read_settings
    from sealedbid.platform.embedded import EmbeddedServer
    from sealedbid.platform.migrations import status as migration_status

    console = Console(soft_wrap=True, highlight=False)
    settings = read_settings()
    if settings.database_url is not None:
        conninfo = settings.database_url.get_secret_value()
        console.print("The database is that of DATABASE_URL.")
    else:
        server = EmbeddedServer(settings.home)
        state = server.status()
        if not state.running:
            console.print(
                f"Nothing runs in {settings.home}. Start it with: sealedbid up", markup=False
            )
            raise typer.Exit(NOT_RUNNING)
        console.print(
            f"PostgreSQL {state.version} runs in {state.home} (process {state.pid}, port "
            f"{state.port} on loopback).",
            markup=False,
        )
        conninfo = server.url()
    schema = migration_status(conninfo)
    if schema.drift:
        console.print(
            f"{len(schema.drift)} objects of the schema were changed by hand: sealedbid migrate "
            "--status",
            style="red",
        )
    if schema.pending:
        console.print(
            f"{len(schema.pending)} migrations are pending: sealedbid migrate", style="yellow"
        )
    else:
        console.print(f"The schema is the newest: {len(schema.applied)} migrations.")
