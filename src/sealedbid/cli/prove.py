"""prove: attacks on a copy of the running schema, as the real logins."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

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
    from rich.console import Console

    from sealedbid.cli.prove_page import as_page
    from sealedbid.cli.prove_report import as_json, print_proof
    from sealedbid.cli.proving import as_text, attack
    from sealedbid.platform.config import read_settings

    settings = read_settings()
    errors = Console(stderr=True, highlight=False)
    proof = attack(errors, settings, tables, quick=quick, in_place=in_place)
    if format_ is Form.TEXT and out is None:
        print_proof(Console(highlight=False, soft_wrap=True), proof)
    else:
        told = as_page(proof) if format_ is Form.HTML else json.dumps(as_json(proof), indent=2)
        if format_ is Form.TEXT:
            told = as_text(proof)
        if out is None:
            typer.echo(told)
        else:
            out.write_text(told + "\n", encoding="utf-8")
            errors.print(f"Written to {out}.")
    if not proof.holds:
        raise typer.Exit(LEAKED)
