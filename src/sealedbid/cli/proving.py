"""Runs the attacks of `prove` with a progress bar."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from sealedbid.cli.prove_report import print_proof
from sealedbid.isolation.prove import Proof, prove, prove_in_place
from sealedbid.platform.config import Settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.owner import untouched_conninfo
from sealedbid.platform.postgres.logins import LOGINS, login_conninfo


def attack(
    console: Console,
    settings: Settings,
    tables: list[str] | None,
    *,
    quick: bool,
    in_place: bool,
    template: str | None = None,
) -> Proof:
    """Attack a copy of the schema, or (``in_place``) the database itself, with a progress bar."""
    owner = untouched_conninfo(settings)
    maker = owner
    if settings.database_url is None:
        maker = EmbeddedServer(settings.home).url("postgres", database="postgres")
    conninfos: dict[str, str] = {login: login_conninfo(settings, login) for login in LOGINS}
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("Copying the schema, creating two organizations", total=None)

        def progress(done: int, of: int) -> None:
            bar.update(task, description="Attacking", completed=done, total=of)

        conninfos["owner"] = owner
        if in_place:
            return prove_in_place(conninfos, settings, tables=tables, progress=progress)
        return prove(
            conninfos,
            maker,
            settings,
            tables=tables,
            quick=quick,
            template=template,
            progress=progress,
        )


def as_text(proof: Proof) -> str:
    """Render the proof as text, 120 characters wide."""
    console = Console(highlight=False, soft_wrap=True, width=120)
    with console.capture() as captured:
        print_proof(console, proof)
    return captured.get()
