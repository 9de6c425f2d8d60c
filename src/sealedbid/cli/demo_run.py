"""Runs the demo: two agencies, a proposal of one, and what each sees of the other."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from datetime import datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.markdown import Markdown

from sealedbid.cli.demo_api import show_api
from sealedbid.cli.demo_tables import print_agencies, print_exposures
from sealedbid.cli.drafting import Following, draft_brief, follow
from sealedbid.cli.files.finding import find_text_files
from sealedbid.cli.ingest_report import summary
from sealedbid.cli.ingesting import ingest_files
from sealedbid.demo.agency import CONSULTANCY, FOLDERS, Answers, read_agency
from sealedbid.demo.load import LoadedAgency, load_agency
from sealedbid.intelligence.knowledge.reading import read_text
from sealedbid.isolation.prove import Member, expose
from sealedbid.platform.config import Settings, read_settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.migrations import migrate
from sealedbid.platform.owner import owner_conninfo
from sealedbid.platform.postgres import Gateway, open_pool
from sealedbid.platform.postgres.logins import Login, login_conninfo, login_password
from sealedbid.usecases import answering
from sealedbid.usecases.acting import Acting
from sealedbid.usecases.drafting import request_redraft


def run_demo() -> None:
    """Start a server, load the agencies, draft, attack, ask over HTTP, and stop the server."""
    console = Console(highlight=False)
    started = time.monotonic()
    settings = read_settings()
    home = settings.home.with_name(f"{settings.home.name}-demo")
    server = EmbeddedServer(home)
    with console.status("Starting PostgreSQL, making the schema"):
        server.start()
        settings = _empty_database(server, home)
    try:
        loaded = asyncio.run(_run(console, settings))
        show_api(console, settings, loaded)
    finally:
        server.stop()
    console.print(f"[dim]{time.monotonic() - started:.1f} s in all. The agencies are kept:[/]")
    console.print(
        f"[dim]  SEALEDBID_HOME={home} {_command()} draft YOUR_BRIEF --client NAME "
        f'--org "{read_agency(CONSULTANCY).name}"[/]',
        soft_wrap=True,
    )


def _command() -> str:
    """Return the path by which this command is called here."""
    path = Path(sys.executable).with_name("sealedbid")
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


async def _run(console: Console, settings: Settings) -> list[LoadedAgency]:
    pool = await open_pool(login_conninfo(settings, "sb_api"), settings, name="api")
    try:
        gateway = Gateway(pool)
        with console.status("Loading two agencies"):
            installer = owner_conninfo(settings)
            loaded = [
                await load_agency(gateway, installer, read_agency(folder)) for folder in FOLDERS
            ]
        print_agencies(console, loaded)
        for one in loaded:
            await _teach(console, gateway, one)
        await _draft(console, gateway, settings, loaded[1])
        await _attack(console, settings, loaded)
        return loaded
    finally:
        await pool.close()


async def _teach(console: Console, gateway: Gateway, one: LoadedAgency) -> None:
    folder = one.agency.knowledge
    files = find_text_files(folder).files
    learned, failed = await ingest_files(console, _acting(gateway, one), folder, files)
    console.print(f"{one.agency.name} has read its own files: {summary(learned, failed)}")


async def _draft(console: Console, gateway: Gateway, settings: Settings, one: LoadedAgency) -> None:
    """Draft, answer what only people can say, and draft again: a proposal that can be sent."""
    agency, acting = one.agency, _acting(gateway, one)
    today = datetime.now(ZoneInfo(agency.timezone)).date()
    brief = read_text(agency.brief.name, agency.brief_on(today))
    console.print(f"\n[bold]{agency.name} answers a brief:[/] {brief.title}\n")
    environment = {**os.environ, "SEALEDBID_HOME": str(settings.home)}
    environment.pop("DATABASE_URL", None)
    environment.pop("SEALEDBID_DATABASE_URL", None)
    how = Following(worker_environment=environment)
    documents = await draft_brief(console, acting, brief, agency.asked_by, how=how)
    given = agency.answers()
    if given is not None:
        await _answer(console, acting, documents.proposal_id, given)
        async with acting.sealed() as tx:
            again = await request_redraft(tx, documents.proposal_id)
        documents = await follow(console, acting, again, how)
    console.print("\n[bold]For the author alone:[/]")
    for line in documents.in_short:
        console.print(f"  {line}", markup=False)
    console.print("\n[bold]For the client:[/]\n")
    console.print(Markdown(documents.markdown))


async def _answer(console: Console, acting: Acting, proposal_id: UUID, given: Answers) -> None:
    """Give the answers as the commands do, each shown as its command."""
    short = str(proposal_id)[:8]
    console.print("\n[bold]People of the agency answer:[/]")
    for key, text in given.answers.items():
        async with acting.sealed() as tx:
            kept = await answering.answer(tx, proposal_id, key, text)
        console.print(f"  sealedbid proposals answer {short} {key} {kept!r}", markup=False)
    async with acting.sealed() as tx:
        await answering.confirm(tx, proposal_id, given.confirm)
    refs = " ".join(given.confirm)
    console.print(f"  sealedbid proposals confirm {short} {refs}\n", markup=False)


async def _attack(console: Console, settings: Settings, loaded: list[LoadedAgency]) -> None:
    a, b = (Member(one.org_id, one.proofs["owner"]) for one in loaded)
    logins: tuple[Login, ...] = ("sb_api", "sb_worker")
    conninfos = {login: login_conninfo(settings, login) for login in logins}
    with console.status("Attacking one as the other"):
        exposures = await expose(conninfos | {"owner": owner_conninfo(settings)}, settings, a, b)
    print_exposures(console, exposures)
    if not all(exposure.is_sealed for exposure in exposures):
        raise typer.Exit(1)


def _acting(gateway: Gateway, one: LoadedAgency) -> Acting:
    return Acting(
        gateway=gateway,
        proof=one.proofs["member"],
        org_id=one.org_id,
        org_name=one.agency.name,
    )


def _empty_database(server: EmbeddedServer, home: Path) -> Settings:
    """Drop the demo's database, of a server that only the demo uses, and migrate a new one."""
    server.drop_database()
    server.start()
    settings = Settings(home=home, database_address=server.url(), database_url=None)
    migrate(server.url(), lambda login: login_password(settings, login))
    return settings
