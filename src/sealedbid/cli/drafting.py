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
    Requested,
    as_markdown,
    questions_before,
    request_draft,
)
from sealedbid.usecases.pricing import currency_of
from sealedbid.usecases.watching import NotDraftedError


class NotWritableError(CommandError):
    """The file of ``--out`` cannot be written."""


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
) -> str:
    """Request the draft, watch it being written, and return it as Markdown.

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
) -> str:
    """Watch a job that drafts, with a worker of its own if wanted; return the Markdown."""
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
        markdown = await as_markdown(tx, requested.proposal_id)
        if markdown is None:
            raise NotDraftedError("No draft: the proposal was removed meanwhile.")
        asked = await read_questions(tx, requested.proposal_id)
    show_open(console, str(requested.proposal_id), asked)
    return markdown


def check_out(out: Path | None) -> None:
    """Check the file of ``--out`` before anything is started. Raises NotWritableError."""
    if out is not None and not (out.parent.is_dir() and os.access(out.parent, os.W_OK)):
        raise NotWritableError(f"{out} cannot be written: choose another place for --out.")


def show_markdown(console: Console, markdown: str, out: Path | None) -> None:
    """Write the Markdown to the file, the terminal or stdout."""
    if out is not None:
        out.write_text(markdown, encoding="utf-8")
        console.print(f"Written to {out}.", markup=False)
    elif sys.stdout.isatty():
        Console().print(Markdown(markdown))
    else:
        sys.stdout.write(markdown)
