"""prove: attacks on a copy of the running schema, as the real logins."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from sealedbid.cli.installation import untouched_conninfo
from sealedbid.cli.prove_page import as_page
from sealedbid.cli.prove_report import as_json, print_proof
from sealedbid.isolation.prove import Proof, prove_in_place
from sealedbid.isolation.prove import prove as attack
from sealedbid.platform.config import Settings, read_settings
from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.postgres.logins import LOGINS, login_conninfo

LEAKED = 1


class Form(StrEnum):
    """How the proof is told."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def prove(
    format_: Annotated[Form, typer.Option("--format", help="What is printed.")] = Form.TEXT,
    tables: Annotated[
        list[str] | None, typer.Option(help="Attack this table only; may be given again.")
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Leave the slow vectors out.")] = False,
    in_place: Annotated[
        bool,
        typer.Option(
            "--in-place", help="The running database itself: reads and rolled-back writes."
        ),
    ] = False,
    out: Annotated[Path | None, typer.Option(help="Write it to this file.")] = None,
) -> None:
    """Attack a copy of the running schema as one organisation's people, guests and jobs.

    The copy is a database of its own on the same server, with generated rows, dropped afterwards.
    Ends with 1 where anything of the other organisation was read, changed or inferred.
    """
    settings = read_settings()
    errors = Console(stderr=True, highlight=False)
    proof = _attack(errors, settings, tables, quick=quick, in_place=in_place)
    if format_ is Form.TEXT and out is None:
        print_proof(Console(highlight=False, soft_wrap=True), proof)
    else:
        told = as_page(proof) if format_ is Form.HTML else json.dumps(as_json(proof), indent=2)
        if format_ is Form.TEXT:
            told = _as_text(proof)
        if out is None:
            typer.echo(told)
        else:
            out.write_text(told + "\n", encoding="utf-8")
            errors.print(f"Written to {out}.")
    if not proof.holds:
        raise typer.Exit(LEAKED)


def _attack(
    console: Console, settings: Settings, tables: list[str] | None, *, quick: bool, in_place: bool
) -> Proof:
    owner = untouched_conninfo(settings)
    maker = owner
    if settings.database_url is None:
        maker = EmbeddedServer(settings.home).url("postgres", database="postgres")
    conninfos: dict[str, str] = {login: login_conninfo(settings, login) for login in LOGINS}
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("Copying the schema, founding two organisations", total=None)

        def progress(done: int, of: int) -> None:
            bar.update(task, description="Attacking", completed=done, total=of)

        conninfos["owner"] = owner
        if in_place:
            return prove_in_place(conninfos, settings, tables=tables, progress=progress)
        return attack(
            conninfos,
            maker,
            settings,
            tables=tables,
            quick=quick,
            progress=progress,
        )


def _as_text(proof: Proof) -> str:
    console = Console(highlight=False, soft_wrap=True, width=120)
    with console.capture() as captured:
        print_proof(console, proof)
    return captured.get()
