"""runs: the work behind an organization's drafts, step by step, and resuming it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from sealedbid.cli.errors import CommandError
from sealedbid.cli.options import Author, Org, Out, StartsWorker

if TYPE_CHECKING:
    from sealedbid.intelligence.models import RunShown
    from sealedbid.intelligence.run.step import Stored
    from sealedbid.platform.postgres import Transaction
    from sealedbid.usecases.watching import Run

app = typer.Typer(help="Show the runs behind drafts, and resume one.", no_args_is_help=True)

RunId = Annotated[UUID, typer.Argument(help="The run's id, as `runs list` shows it.")]


class UnknownRunError(CommandError):
    """The organization has no run of this id."""

    def __init__(self, run: UUID) -> None:
        super().__init__(f"There is no run {run} in this organization: see `sealedbid runs list`.")


@app.command("list")
def list_(
    org: Org = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many runs.")] = 20,
) -> None:
    """List the newest runs of an organization."""
    from sealedbid.cli.runs_report import print_runs
    from sealedbid.cli.within import within
    from sealedbid.intelligence.repository import agent_runs

    async def latest(tx: Transaction) -> list[RunShown]:
        return await agent_runs.latest(tx, limit=limit)

    print_runs(within(org, "runs list", latest))


@app.command()
def show(
    run: RunId,
    org: Org = None,
    input_of: Annotated[
        str | None,
        typer.Option("--input", help="Print the input of this step as JSON instead, to be edited."),
    ] = None,
) -> None:
    """Show every attempt of a run's steps.

    `--input STEP` prints what the step would be given now. Edit it and give it to `runs resume`.
    """
    from sealedbid.cli.runs_report import print_steps
    from sealedbid.cli.within import within
    from sealedbid.intelligence.run.resuming import input_now
    from sealedbid.usecases.watching import read_run

    async def one(tx: Transaction) -> Run | None:
        return await read_run(tx, run)

    async def given(tx: Transaction) -> Stored | None:
        return None if input_of is None else await input_now(tx, run, input_of)

    if input_of is None:
        found = within(org, "runs show", one)
        if found is None:
            raise UnknownRunError(run)
        print_steps(found)
        return
    model = within(org, "runs show", given)
    if model is None:
        raise UnknownRunError(run)
    typer.echo(model.model_dump_json(indent=2))


@app.command()
def resume(
    run: RunId,
    step: Annotated[
        str, typer.Option("--from", help="The step to begin with, as `runs show` names it.")
    ],
    org: Org = None,
    input_file: Annotated[
        Path | None,
        typer.Option(
            "--input",
            help="A JSON file with the fields of the step's input to change; others stay.",
        ),
    ] = None,
    out: Out = None,
    author: Author = None,
    worker: StartsWorker = True,
) -> None:
    """Resume a run from one of its steps.

    The steps before it are neither run nor paid again; that step and those after it run again. The
    proposal is replaced; what a person has written into it is kept as a version. Prints the
    Markdown as `draft` does. Exit code 1: the run was not resumed, or there is no draft.
    """
    from rich.console import Console

    from sealedbid.cli.drafting import check_out, show_documents
    from sealedbid.cli.runs_report import read_edits, resume_run
    from sealedbid.platform.config import read_settings

    console = Console(highlight=False, stderr=True)
    check_out(out, author)
    edits = None if input_file is None else read_edits(input_file)
    documents = asyncio.run(
        resume_run(console, read_settings(), org, run, step, edits, run_worker=worker)
    )
    if documents is None:
        raise UnknownRunError(run)
    show_documents(console, documents, out, author)
