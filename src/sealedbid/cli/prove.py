"""prove: attacks on a copy of the running schema, as the real logins."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

LEAKED = 1


class Form(StrEnum):
    """Form of the report."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def prove(
    format_: Annotated[Form, typer.Option("--format", help="Form of the report.")] = Form.TEXT,
    tables: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Attack this table only. May be given several times."),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Leave out the slow attacks.")] = False,
    in_place: Annotated[
        bool,
        typer.Option(
            "--in-place", help="Attack the running database itself; every write is rolled back."
        ),
    ] = False,
    scratch_template: Annotated[
        str | None,
        typer.Option(
            metavar="DATABASE",
            help="Copy from this template, which has pgvector: the owner may not create it.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write the report to this file instead of stdout.")
    ] = None,
) -> None:
    """Attack a copy of the running schema.

    Two organizations with generated rows are put into a copy on the same server, and each attacks
    the other as its people, guests and jobs. The copy is dropped afterwards. Exit code 1: something
    of the other organization was read, changed or inferred.
    """
    from rich.console import Console

    from sealedbid.cli.prove_page import as_page
    from sealedbid.cli.prove_report import as_json, print_proof
    from sealedbid.cli.proving import as_text, attack
    from sealedbid.platform.config import read_settings

    settings = read_settings()
    errors = Console(stderr=True, highlight=False)
    proof = attack(
        errors, settings, tables, quick=quick, in_place=in_place, template=scratch_template
    )
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
