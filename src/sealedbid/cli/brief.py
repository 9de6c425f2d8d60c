"""brief: what is understood of a brief, before anything is drafted."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from sealedbid.cli.errors import CommandError


class NotADayError(CommandError):
    """The day of ``--today`` is none."""


def brief(
    path: Annotated[
        Path, typer.Argument(readable=False, help="A request for proposals: Markdown or text.")
    ],
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day from which dates are read, as 2026-12-01. By default today, in UTC.",
        ),
    ] = None,
) -> None:
    """Show what is understood of a brief.

    Its facts, each with the place in the text, and whether it is sure; its requirements; what is
    unsure, and why. Drafting reads it the same way. Needs no database and no organization.
    """
    from sealedbid.cli.brief_report import as_json, print_brief
    from sealedbid.cli.files.reading import read_text_file
    from sealedbid.intelligence.brief import read_brief

    day = _day(today)
    text = read_text_file(path).text
    found = read_brief(text, today=day)
    if json:
        typer.echo(as_json(found))
    else:
        print_brief(text, found)


def _day(text: str | None) -> date:
    if text is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotADayError(f"--today {text} is no day: write it as 2026-12-01.") from None
