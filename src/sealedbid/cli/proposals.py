"""proposals: what is drafted, what it asks of people, its sentences, and drafting it again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from sealedbid.cli import sending, sentences
from sealedbid.cli.options import (
    Author,
    Mode,
    Model,
    NoInput,
    Org,
    Out,
    ProposalId,
    StartsWorker,
    Watch,
)

if TYPE_CHECKING:
    from sealedbid.content.models import ProposalShown
    from sealedbid.intelligence.models import ProposalQuestion
    from sealedbid.platform.postgres import Transaction

app = typer.Typer(help="Show, answer, check, approve and redraft proposals.", no_args_is_help=True)


@app.command("list")
def list_(
    org: Org = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many proposals.")] = 20,
) -> None:
    """List the proposals that were changed last."""
    from sealedbid.cli.proposals_report import print_proposals
    from sealedbid.cli.within import within
    from sealedbid.content.repository import proposals

    async def latest(tx: Transaction) -> list[ProposalShown]:
        return await proposals.latest(tx, limit=limit)

    print_proposals(within(org, "proposals list", latest))


@app.command()
def questions(proposal: ProposalId, org: Org = None) -> None:
    """Show what a proposal asks of people, and their answers."""
    from sealedbid.cli.proposals_report import print_questions
    from sealedbid.cli.within import within
    from sealedbid.usecases.answering import read_questions
    from sealedbid.usecases.finding import find_proposal

    async def read(tx: Transaction) -> list[ProposalQuestion]:
        return await read_questions(tx, await find_proposal(tx, proposal))

    print_questions(proposal, within(org, "proposals questions", read))


@app.command()
def answer(
    proposal: ProposalId,
    key: Annotated[
        str, typer.Argument(help="What is answered, as `proposals questions` names it.")
    ],
    value: Annotated[
        str | None,
        typer.Argument(help="The answer, or the number of one of those that are suggested."),
    ] = None,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Take the answer back instead: it is asked again.")
    ] = False,
    org: Org = None,
) -> None:
    """Answer a question about a proposal.

    The answer is kept for this text of the brief, and the next draft has it. A run that waits for
    it goes on with the last answer (`runs resume` shows it). A fact that nobody
    asked for can be said too: deadline, budget, currency, start, duration, questions_until, limit,
    title or issuer.
    """
    from sealedbid.cli.errors import CommandError
    from sealedbid.cli.within import within
    from sealedbid.intelligence.repository import agent_runs
    from sealedbid.usecases import answering
    from sealedbid.usecases.finding import find_proposal
    from sealedbid.usecases.running import job_at

    if (value is None) is not take_back:
        raise CommandError("Give either the answer, or --take-back.")

    async def run(tx: Transaction) -> str:
        found = await find_proposal(tx, proposal)
        if value is None:
            await answering.take_back(tx, found, key)
            return f"{key} is open again."
        said = f"{key}: {await answering.answer(tx, found, key, value)}"
        waiting = await agent_runs.waiting(tx, found)
        if waiting is None or await job_at(tx, waiting.id) is None:
            return said
        return f"{said}\nThe run goes on: `sealedbid runs resume {waiting.id}` shows it."

    typer.echo(within(org, "proposals answer", run))


@app.command()
def confirm(
    proposal: ProposalId,
    refs: Annotated[
        list[str],
        typer.Argument(metavar="REF...", help="Numbers of requirements, as the brief has them."),
    ],
    applies: Annotated[
        bool,
        typer.Option(
            "--applies/--not", help="Confirm the answers; or say that they do not apply to you."
        ),
    ] = True,
    org: Org = None,
) -> None:
    """Confirm the answers to requirements.

    All that are named, or none. Only a confirmed answer is shown to a client as one. The next draft
    of the same brief does not ask again. `proposals answer ID requirement.REF --take-back` takes
    it back.
    """
    from sealedbid.cli.within import within
    from sealedbid.usecases import answering
    from sealedbid.usecases.finding import find_proposal

    async def run(tx: Transaction) -> None:
        found = await find_proposal(tx, proposal)
        await answering.confirm(tx, found, refs, applies=applies)

    within(org, "proposals confirm", run)
    typer.echo(f"{'Confirmed' if applies else 'Does not apply'}: {', '.join(refs)}.")


@app.command()
def redraft(
    proposal: ProposalId,
    org: Org = None,
    mode: Mode = "fast",
    model: Model = None,
    out: Out = None,
    author: Author = None,
    watch: Watch = True,
    worker: StartsWorker = True,
    no_input: NoInput = False,
) -> None:
    """Draft a proposal again, with the answers that it has by now.

    What a person has written into it is kept as a version. Prints the Markdown as `draft` does.
    Exit code 1: there is no draft.
    """
    from dataclasses import asdict

    from rich.console import Console

    from sealedbid.cli.documents import check_out, show_documents
    from sealedbid.cli.drafting import Following, check_worker, follow, same_options
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.acting import acting_for
    from sealedbid.usecases.drafting import Documents, request_redraft
    from sealedbid.usecases.finding import find_proposal
    from sealedbid.usecases.writing import choose_writing

    console = Console(highlight=False, stderr=True)
    settings = read_settings()
    check_out(out, author)
    writing = choose_writing(settings, mode=mode, model=model, asks=not no_input)
    how = Following(run_worker=worker, shows_steps=watch, again=same_options(mode, model))

    async def run() -> Documents:
        async with acting_for(settings, org, "proposals redraft") as acting:
            await check_worker(acting, settings, writing, how)
            async with acting.sealed() as tx:
                found = await find_proposal(tx, proposal)
                requested = await request_redraft(tx, found, **asdict(writing))
            return await follow(console, acting, requested, how)

    show_documents(console, asyncio.run(run()), out, author)


app.command("show")(sending.show)
app.command("sentences")(sentences.sentences)
app.command("vouch")(sentences.vouch)
app.command("rewrite")(sentences.rewrite)
app.command("cite")(sentences.cite)
app.command("take-out")(sentences.take_out)
app.command("approve")(sending.approve)
app.command("mark-sent")(sending.mark_sent)
