"""runs: the work behind an organization's drafts, step by step; resuming and cancelling it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from sealedbid.cli.errors import CommandError
from sealedbid.cli.options import Author, Org, Out, StartsWorker, Watch

if TYPE_CHECKING:
    from sealedbid.intelligence.models import RunShown
    from sealedbid.intelligence.run.step import Stored
    from sealedbid.platform.postgres import Transaction
    from sealedbid.usecases.watching import Run

app = typer.Typer(
    help="Show the runs behind drafts, resume one, or cancel one.", no_args_is_help=True
)

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

    A run that waits for answers is shown with its questions, and the commands that answer them.
    `--input STEP` prints what the step would be given now. Edit it and give it to `runs resume`.
    """
    from sealedbid.cli.runs_report import print_steps, show_waiting
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
        show_waiting(found)
        return
    model = within(org, "runs show", given)
    if model is None:
        raise UnknownRunError(run)
    typer.echo(model.model_dump_json(indent=2))


@app.command()
def resume(
    run: RunId,
    step: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="STEP",
            help="The step to begin with, as `runs show` names it. By default only those steps run "
            "whose input has changed, or that have no result.",
        ),
    ] = None,
    org: Org = None,
    input_file: Annotated[
        Path | None,
        typer.Option(
            "--input",
            help="A JSON file with the fields of the step's input to change; others stay. Needs "
            "--from.",
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Go on with this model, or with `none`. By default the run keeps what it had.",
        ),
    ] = None,
    out: Out = None,
    author: Author = None,
    watch: Watch = True,
    worker: StartsWorker = True,
) -> None:
    """Resume a run, from where it stopped or from one of its steps.

    Steps before it are neither run nor paid again; without --from, neither are those whose input is
    the same. A run that is at work already is shown. It keeps its mode. The proposal is replaced;
    what a person has written into it is kept as a version. Prints the Markdown as `draft` does.
    Exit code 1: the run was not resumed, or there is no draft.
    """
    from rich.console import Console

    from sealedbid.cli.documents import check_out, show_documents
    from sealedbid.cli.drafting import Following
    from sealedbid.cli.resuming import read_edits, resume_run
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.writing import choose_writing

    console = Console(highlight=False, stderr=True)
    settings = read_settings()
    check_out(out, author)
    if input_file is not None and step is None:
        raise CommandError("--input changes the input of a step: name the step with --from.")
    edits = None if input_file is None else read_edits(input_file)
    writing = None if model is None else choose_writing(settings, model=model)
    how = Following(run_worker=worker, shows_steps=watch)
    documents = asyncio.run(resume_run(console, settings, org, run, step, edits, writing, how))
    if documents is None:
        raise UnknownRunError(run)
    show_documents(console, documents, out, author)


@app.command()
def cancel(run: RunId, org: Org = None) -> None:
    """Cancel a run.

    It ends at its next step, or in the middle of a model's answer. What its steps have stored
    stays, and `runs resume` goes on with it.
    """
    from sealedbid.cli.within import within
    from sealedbid.usecases.running import cancel_run

    async def end(tx: Transaction) -> bool | None:
        return await cancel_run(tx, run)

    is_ended = within(org, "runs cancel", end)
    if is_ended is None:
        raise UnknownRunError(run)
    typer.echo(f"Cancelled run {run}." if is_ended else "Nothing to cancel: it is over.")
