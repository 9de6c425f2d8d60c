"""demo: two agencies, and what one sees of the other."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import psycopg
import typer
from rich import box
from rich.console import Console
from rich.panel import Panel
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table

from sealedbid.demo.agencies import AGENCIES
from sealedbid.demo.load import LoadedAgency, load_agency
from sealedbid.isolation.exposure import Exposure, Member, expose, tables
from sealedbid.platform.config import Settings, read_settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.migrations import migrate
from sealedbid.platform.postgres import Gateway, open_pool
from sealedbid.platform.postgres.logins import login_conninfo, login_password

ATTACKS = ("read", "change", "move", "delete", "plant")
MARKS = {"nothing": "[green]0 rows[/]", "refused": "[green]refused[/]", "LEAK": "[bold red]LEAK[/]"}


def demo() -> None:
    """Load two agencies, and let one attack the other.

    On a server of its own. Every attack goes as the real login through the real pool. Exit code 1:
    something leaked.
    """
    console = Console(highlight=False)
    started = time.monotonic()
    settings = read_settings()
    home = settings.home.with_name(f"{settings.home.name}-demo")
    server = EmbeddedServer(home)
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), console=console, transient=True
    ) as progress:
        step = progress.add_task("Starting PostgreSQL")
        server.start()
        try:
            progress.update(step, description="Making the schema")
            settings = _empty_database(server, home)
            progress.update(step, description="Loading two agencies, attacking one as the other")
            loaded, exposures = asyncio.run(_load_and_attack(settings))
        finally:
            server.stop()
    _print_agencies(console, loaded)
    _print_exposures(console, exposures, time.monotonic() - started)
    if not all(exposure.is_sealed for exposure in exposures):
        raise typer.Exit(1)


def _empty_database(server: EmbeddedServer, home: Path) -> Settings:
    """The demo begins with nothing each time; its server and its database are nobody else's."""
    with psycopg.connect(server.url("postgres", database="postgres"), autocommit=True) as admin:
        admin.execute("drop database if exists sealedbid with (force)")
    server.start()
    settings = Settings(home=home, database_address=server.url(), database_url=None)
    migrate(server.url(), lambda login: login_password(settings, login))
    return settings


async def _load_and_attack(settings: Settings) -> tuple[list[LoadedAgency], list[Exposure]]:
    pool = await open_pool(login_conninfo(settings, "sb_api"), settings, name="api")
    try:
        gateway = Gateway(pool)
        loaded = [
            await load_agency(gateway, login_conninfo(settings, "sb_auth"), agency)
            for agency in AGENCIES
        ]
        a, b = (Member(agency.org_id, agency.proofs["owner"]) for agency in loaded)
        return loaded, [await expose(gateway, table, a, b) for table in await tables(gateway, a)]
    finally:
        await pool.close()


def _print_agencies(console: Console, loaded: list[LoadedAgency]) -> None:
    width = min((console.width - 1) // 2, 48)
    panels = []
    for letter, one in zip("AB", loaded, strict=True):
        agency = one.agency
        lines = [f"{person.name}, {person.role}" for person in agency.people]
        lines += ["", f"[dim]A note on {agency.clients[0].name}:[/]"]
        lines += [f"[italic]{agency.clients[0].notes}[/]"]
        title = f"[bold]{letter}[/]  {agency.name}"
        panels.append(Panel("\n".join(lines), title=title, width=width))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(*panels)
    console.print(grid)


def _print_exposures(console: Console, exposures: list[Exposure], seconds: float) -> None:
    console.print("\n[bold]Rows that A, B and nobody can see; what came of A's attempts on B's[/]")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("table", no_wrap=True)
    for heading in ("A", "B", "nobody"):
        table.add_column(heading, justify="right", no_wrap=True)
    for attack in ATTACKS:
        table.add_column(f" {attack}", no_wrap=True)
    for exposure in exposures:
        nobody = str(exposure.seen_by_nobody)
        table.add_row(
            exposure.table,
            str(exposure.seen_by_a),
            str(exposure.seen_by_b),
            f"[dim]{nobody}[/]" if exposure.seen_by_nobody == 0 else f"[bold red]{nobody}[/]",
            *(MARKS.get(getattr(exposure, attack), "[dim]-[/]") for attack in ATTACKS),
        )
    console.print(table)
    tried = sum(
        getattr(exposure, attack) is not None for exposure in exposures for attack in ATTACKS
    )
    leaks = sum(not exposure.is_sealed for exposure in exposures)
    if leaks:
        console.print(f"[bold red]{leaks} tables leaked.[/]")
    else:
        console.print(
            f"[bold green]Sealed.[/] {tried} attempts on {len(exposures)} tables, as the login of "
            "requests: no row of B was read, changed, moved, deleted or planted, and B's rows are "
            "what they were."
        )
    console.print(f"[dim]{seconds:.1f} s, PostgreSQL started and stopped included.[/]")
