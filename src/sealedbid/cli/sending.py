"""proposals show, approve and mark-sent: a draft on its way to the client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sealedbid.cli.options import Author, Org, Out, ProposalId

if TYPE_CHECKING:
    from sealedbid.platform.postgres import Transaction
    from sealedbid.usecases.drafting import Documents


def show(proposal: ProposalId, org: Org = None, out: Out = None, author: Author = None) -> None:
    """Show a proposal as it is now, or write its documents.

    Prints the Markdown as `draft` does; what the author should look at goes to stderr.
    """
    from rich.console import Console

    from sealedbid.cli.documents import check_out, show_documents
    from sealedbid.cli.within import within
    from sealedbid.usecases.drafting import as_documents
    from sealedbid.usecases.finding import find_proposal

    check_out(out, author)

    async def run(tx: Transaction) -> Documents | None:
        return await as_documents(tx, await find_proposal(tx, proposal))

    documents = within(org, "proposals show", run)
    assert documents is not None  # it was found in the same transaction
    show_documents(Console(highlight=False, stderr=True), documents, out, author)


def approve(
    proposal: ProposalId,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Make an approved proposal a draft again instead.")
    ] = False,
    org: Org = None,
) -> None:
    """Approve a proposal: it is ready to be sent.

    Refused while nothing supports a sentence and nobody has resolved it: see `proposals sentences`.
    """
    from sealedbid.cli.within import within
    from sealedbid.usecases import sending
    from sealedbid.usecases.finding import find_proposal

    async def run(tx: Transaction) -> str:
        found = await find_proposal(tx, proposal)
        if take_back:
            await sending.take_back_approval(tx, found)
            return "It is a draft again."
        await sending.approve(tx, found)
        return "Approved."

    typer.echo(within(org, "proposals approve", run))


def mark_sent(proposal: ProposalId, org: Org = None) -> None:
    """Mark a proposal as sent, and keep what the client has.

    The version that is kept does not change any more. This command sends nothing. It is refused as
    `proposals approve` is.
    """
    from sealedbid.cli.within import within
    from sealedbid.usecases import sending
    from sealedbid.usecases.finding import find_proposal

    async def run(tx: Transaction) -> int:
        return await sending.mark_sent(tx, await find_proposal(tx, proposal))

    typer.echo(f"Sent, as version {within(org, 'proposals mark-sent', run)}.")
