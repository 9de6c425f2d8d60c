"""Options that several commands share, each with its help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Org: TypeAlias = Annotated[
    str | None,
    typer.Option(help="The organization: its name or id. May be left out where there is one."),
]
Out: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        help="Write the client's document to this file: .html for one printable page, .md for "
        "Markdown. By default Markdown goes to stdout."
    ),
]
Author: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        help="Write the author's document to this file: facts, open questions, requirements, "
        "checks. It is not for the client."
    ),
]
StartsWorker: TypeAlias = Annotated[
    bool, typer.Option(help="Start a worker for this. `--no-worker` if one is running.")
]
ProposalId: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The proposal's id, as `proposals list` shows it, or its beginning."
    ),
]
