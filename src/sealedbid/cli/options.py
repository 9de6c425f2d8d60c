"""Options that several commands share, each with its help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeAlias

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
Mode: TypeAlias = Annotated[
    Literal["fast", "full"],
    typer.Option(
        help="`fast` reads, looks up, writes and checks; `full` also plans, and stops first with "
        "what the brief leaves open."
    ),
]
Model: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The model that writes this draft, at the endpoint that is set; `anthropic:NAME` is "
        "asked at Anthropic. `none` drafts without a model. Default: SEALEDBID_MODEL_WRITER, or no "
        "model if it is unset.",
    ),
]
Watch: TypeAlias = Annotated[
    bool,
    typer.Option(
        help="Show each step with what it found, tokens and cost. `--no-watch` waits in silence."
    ),
]
NoInput: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--no-input",
        help="Ask nothing. By default what the brief leaves unsure is asked: at a terminal, and in "
        "the mode `full` by a run that stops.",
    ),
]
