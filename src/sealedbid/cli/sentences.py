"""proposals sentences, vouch, rewrite, cite and take-out: what becomes of judged sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from sealedbid.cli.options import Org, ProposalId

if TYPE_CHECKING:
    from uuid import UUID

    from sealedbid.intelligence.models import Match
    from sealedbid.intelligence.presenting import SentenceShown
    from sealedbid.platform.postgres import Transaction

Number: TypeAlias = Annotated[
    int, typer.Argument(min=1, help="The sentence's number, as `proposals sentences` shows it.")
]


def sentences(
    proposal: ProposalId,
    all_: Annotated[
        bool,
        typer.Option(
            "--all", help="Show every sentence. By default those that a person should look at."
        ),
    ] = False,
    org: Org = None,
) -> None:
    """Show sentences to check, each with the passages that it cites.

    A sentence that nothing supports holds the proposal back until a person rewrites it, adds a
    source, answers for it or takes it out.
    """
    from sealedbid.cli.sentences_report import print_sentences
    from sealedbid.cli.within import within
    from sealedbid.usecases.finding import find_proposal
    from sealedbid.usecases.sentences import read_sentences

    async def read(tx: Transaction) -> list[SentenceShown]:
        return await read_sentences(tx, await find_proposal(tx, proposal))

    print_sentences(proposal, within(org, "proposals sentences", read), whole=all_)


def vouch(
    proposal: ProposalId,
    number: Number,
    reason: Annotated[
        str, typer.Option(help="Why you answer for it; the author's document shows it.")
    ] = "",
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Answer for it no longer instead: it is open again.")
    ] = False,
    org: Org = None,
) -> None:
    """Answer for a sentence as it is, without a source.

    It stays in the text, and your name with it. The audit log records it.
    """
    from sealedbid.cli.within import within
    from sealedbid.usecases import sentences as resolving
    from sealedbid.usecases.finding import find_proposal

    async def run(tx: Transaction) -> str:
        found = await find_proposal(tx, proposal)
        if take_back:
            await resolving.take_back(tx, found, number)
            return f"Sentence {number} is open again."
        await resolving.vouch(tx, found, number, reason=reason)
        return f"You answer for sentence {number}."

    typer.echo(within(org, "proposals vouch", run))


def rewrite(
    proposal: ProposalId,
    number: Number,
    text: Annotated[str, typer.Argument(help="The sentence as it is to be.")],
    org: Org = None,
) -> None:
    """Put your words in place of a sentence; its citations stay.

    Prints whether they support your words too. It does not hold the proposal back any more: you
    wrote it.
    """
    from sealedbid.cli.sentences_report import print_again
    from sealedbid.cli.within import within
    from sealedbid.usecases import sentences as resolving
    from sealedbid.usecases.finding import find_proposal

    async def run(tx: Transaction) -> SentenceShown:
        return await resolving.rewrite(tx, await find_proposal(tx, proposal), number, text)

    print_again(f"Sentence {number} is rewritten.", within(org, "proposals rewrite", run))


def take_out(proposal: ProposalId, number: Number, org: Org = None) -> None:
    """Take a sentence out of the text."""
    from sealedbid.cli.within import within
    from sealedbid.usecases import sentences as resolving
    from sealedbid.usecases.finding import find_proposal

    async def run(tx: Transaction) -> None:
        await resolving.take_out(tx, await find_proposal(tx, proposal), number)

    within(org, "proposals take-out", run)
    typer.echo(f"Sentence {number} is taken out.")


def cite(
    proposal: ProposalId,
    number: Number,
    passage: Annotated[
        str | None,
        typer.Option(
            metavar="PASSAGE",
            help="The passage's id, or its beginning. Without it the nearest passages are listed.",
        ),
    ] = None,
    quote: Annotated[
        str | None,
        typer.Option(help="The words of the passage that say it. By default the whole passage."),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            "--search", help="What to search passages by. By default the words of the sentence."
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many passages are listed.")] = 5,
    org: Org = None,
) -> None:
    """Add a passage of your knowledge as a source of a sentence.

    The quote has to be in the passage word for word. Internal pages are never quoted.
    """
    import asyncio

    from sealedbid.cli.sentences_report import print_again, print_passages
    from sealedbid.cli.within import within
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases import sentences as resolving
    from sealedbid.usecases.acting import acting_for
    from sealedbid.usecases.citing import find_passage, find_passages
    from sealedbid.usecases.finding import find_proposal

    async def add(tx: Transaction) -> SentenceShown:
        found = await find_proposal(tx, proposal)
        source = await find_passage(tx, str(passage))
        return await resolving.cite(tx, found, number, source, quote)

    async def search() -> list[Match]:
        async with acting_for(read_settings(), org, "proposals cite") as acting:
            async with acting.sealed() as tx:
                found: UUID = await find_proposal(tx, proposal)
                shown = await resolving.read_sentence(tx, found, number)
            return await find_passages(acting.sealed, words or quote or shown.text, limit=limit)

    if passage is None:
        print_passages(proposal, number, asyncio.run(search()))
        return
    print_again(f"Sentence {number} has a source.", within(org, "proposals cite", add))
