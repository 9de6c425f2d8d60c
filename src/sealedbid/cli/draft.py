"""draft: a brief becomes a proposal."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from sealedbid.cli.options import Author, Mode, Model, NoInput, Org, Out, StartsWorker, Watch


def draft(
    brief: Annotated[
        Path, typer.Argument(readable=False, help="A request for proposals: Markdown or text.")
    ],
    client: Annotated[
        str, typer.Option(help="The client that sent the brief; a new name adds one.")
    ],
    org: Org = None,
    mode: Mode = "fast",
    model: Model = None,
    out: Out = None,
    author: Author = None,
    watch: Watch = True,
    worker: StartsWorker = True,
    no_input: NoInput = False,
) -> None:
    """Draft a proposal that answers a brief.

    Without a model it quotes what the organization has taught Sealedbid (`sealedbid ingest`); a
    model writes prose, held to the same. Prices are of the catalog (`sealedbid services import`).
    Prints Markdown to stdout; progress, and what is left to answer (`sealedbid proposals answer`),
    to stderr. Exit code 1: there is no draft.
    """
    from rich.console import Console

    from sealedbid.cli.documents import check_out, show_documents
    from sealedbid.cli.drafting import Following, check_worker, draft_brief, same_options
    from sealedbid.cli.files.reading import read_text_file
    from sealedbid.cli.installation import ready
    from sealedbid.cli.models_report import say_what_a_model_adds
    from sealedbid.cli.terminals import somebody_is_there
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.acting import acting_for
    from sealedbid.usecases.drafting import Documents, check_request
    from sealedbid.usecases.writing import choose_writing

    console = Console(highlight=False, stderr=True)
    settings = read_settings()
    text = read_text_file(brief)
    check_request(text, client)  # before anything is started
    check_out(out, author)
    writing = choose_writing(settings, mode=mode, model=model, asks=not no_input)
    how = Following(run_worker=worker, shows_steps=watch, again=same_options(mode, model))
    ready(console, settings)

    async def run() -> Documents:
        async with acting_for(settings, org, "draft") as acting:
            await check_worker(acting, settings, writing, how)
            return await draft_brief(
                console,
                acting,
                text,
                client,
                writing=writing,
                how=how,
                is_asked=somebody_is_there() and not no_input,
            )

    documents = asyncio.run(run())
    show_documents(console, documents, out, author)
    if not documents.made_by:
        say_what_a_model_adds(console, settings)
