"""Drafts a brief for `draft` and `demo`, follows a run, and shows the Markdown."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.markdown import Markdown

from sealedbid.cli.errors import CommandError
from sealedbid.cli.proposals_report import show_open
from sealedbid.cli.terminals import ask_all
from sealedbid.cli.watch import watch
from sealedbid.intelligence.asking.parsing import check_answer
from sealedbid.intelligence.knowledge.reading import TextFile
from sealedbid.intelligence.writer.composer import COMPOSER
from sealedbid.usecases.acting import Acting
from sealedbid.usecases.answering import read_questions
from sealedbid.usecases.drafting import (
    Documents,
    Requested,
    as_documents,
    questions_before,
    request_draft,
)
from sealedbid.usecases.pricing import currency_of
from sealedbid.usecases.watching import NotDraftedError

PAGES, TEXTS = (".html", ".htm"), (".md", ".markdown", ".txt")  # endings of --out


class NotWritableError(CommandError):
    """The file of ``--out`` or ``--author`` cannot be written."""


class UnknownSuffixError(CommandError):
    """The ending of ``--out`` names no form that can be written."""


async def draft_brief(
    console: Console,
    acting: Acting,
    brief: TextFile,
    client: str,
    *,
    writer: str = COMPOSER,
    run_worker: bool = True,
    worker_environment: Mapping[str, str] | None = None,
    is_asked: bool = False,
) -> Documents:
    """Request the draft, watch it being written, and return its documents.

    ``is_asked``: the person at the terminal is asked first what the brief leaves unsure.
    """
    questions = questions_before(brief.text, today=datetime.now(UTC).date()) if is_asked else ()
    async with acting.sealed() as tx:
        currency = await currency_of(tx)
    answers = ask_all(console, questions, partial(check_answer, currency=currency))
    async with acting.sealed() as tx:
        requested = await request_draft(
            tx, brief, client, writer=writer, questions=questions, answers=answers
        )
    if requested.client_is_new:
        console.print(f"{client} is a new client.", style="dim", markup=False)
    return await follow(
        console,
        acting,
        requested,
        run_worker=run_worker,
        worker_environment=worker_environment,
    )


async def follow(
    console: Console,
    acting: Acting,
    requested: Requested,
    *,
    run_worker: bool,
    worker_environment: Mapping[str, str] | None = None,
) -> Documents:
    """Watch a job that drafts, with a worker of its own if wanted; return the documents."""
    child = None
    if run_worker:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "sealedbid", "worker", "--until-idle"),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env=worker_environment,
        )
    try:
        await watch(console, acting, requested.job_id, child)
    finally:
        if child is not None and child.returncode is None:
            child.terminate()
            await child.wait()
    async with acting.sealed() as tx:
        documents = await as_documents(tx, requested.proposal_id)
        if documents is None:
            raise NotDraftedError("No draft: the proposal was removed meanwhile.")
        asked = await read_questions(tx, requested.proposal_id)
    show_open(console, str(requested.proposal_id), asked)
    return documents


def check_out(out: Path | None, author: Path | None = None) -> None:
    """Check the files of ``--out`` and ``--author`` before anything is started.

    Raises NotWritableError, UnknownSuffixError.
    """
    for option, file in (("--out", out), ("--author", author)):
        if file is not None and not (file.parent.is_dir() and os.access(file.parent, os.W_OK)):
            raise NotWritableError(f"{file} cannot be written: choose another place for {option}.")
    if out is not None and out.suffix.lower() not in (*PAGES, *TEXTS):
        known = ", ".join((*PAGES, *TEXTS))
        raise UnknownSuffixError(
            f"{out.name}: the form of --out is told by its ending, and {out.suffix or 'none'} is "
            f"not known. Known are {known}."
        )


def show_documents(
    console: Console, documents: Documents, out: Path | None, author: Path | None
) -> None:
    """Write the client's document to its file, the terminal or stdout, and the author's apart."""
    if author is not None:
        author.write_text(documents.author, encoding="utf-8")
        console.print(f"For the author: {author}.", markup=False)
    for line in documents.in_short:
        console.print(f"- {line}", markup=False, soft_wrap=True)
    if out is not None:
        is_page = out.suffix.lower() in PAGES
        out.write_text(documents.html if is_page else documents.markdown, encoding="utf-8")
        console.print(f"Written to {out}.", markup=False)
    elif sys.stdout.isatty():
        Console().print(Markdown(documents.markdown))
    else:
        sys.stdout.write(documents.markdown)
