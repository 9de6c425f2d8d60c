"""Drafts a brief for `draft` and `demo`, and follows a run until there is a draft."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from rich.console import Console

from sealedbid.cli.errors import CommandError
from sealedbid.cli.proposals_report import show_open
from sealedbid.cli.terminals import ask_all
from sealedbid.cli.watch import watch
from sealedbid.intelligence.asking.parsing import check_answer
from sealedbid.intelligence.knowledge.reading import TextFile
from sealedbid.intelligence.shortening import plural
from sealedbid.platform.config import Settings
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
from sealedbid.usecases.watching import NotDraftedError, Watched, questions_awaited
from sealedbid.usecases.writing import COMPOSED, Writing, check_model


class NeedsInputError(CommandError):
    """The run has stopped with questions: it goes on when they are answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """The way a command follows a draft: with a worker of its own, and with its steps shown.

    ``again`` has the options with which the draft would be asked for once more.
    """

    run_worker: bool = True
    shows_steps: bool = True
    worker_environment: Mapping[str, str] | None = None
    again: str = ""


FOLLOWING = Following()
LEFT = (
    "There is no draft yet. `sealedbid worker` goes on with it; `sealedbid runs list` shows the "
    "run, and `sealedbid runs cancel RUN` ends it."
)


def same_options(mode: str, model: str | None) -> str:
    """Return the options that differ from the defaults, as they are typed."""
    named = "" if model is None else f" --model {model}"
    return ("" if mode == "fast" else f" --mode {mode}") + named


async def check_worker(
    acting: Acting, settings: Settings, writing: Writing, how: Following
) -> None:
    """Check that a worker of this command could ask the model; others have settings of their own.

    Raises the errors of ``check_model``.
    """
    if how.run_worker:
        async with acting.sealed() as tx:
            await check_model(tx, settings, writing)


async def draft_brief(
    console: Console,
    acting: Acting,
    brief: TextFile,
    client: str,
    *,
    writing: Writing = COMPOSED,
    how: Following = FOLLOWING,
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
            tx, brief, client, questions=questions, answers=answers, **asdict(writing)
        )
    if requested.client_is_new:
        console.print(f"{client} is a new client.", style="dim", markup=False)
    return await follow(console, acting, requested, how)


async def follow(
    console: Console, acting: Acting, requested: Requested, how: Following = FOLLOWING
) -> Documents:
    """Watch a job that drafts; return the documents. Raises NotDraftedError, NeedsInputError."""
    child = None
    if how.run_worker:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "sealedbid", "worker", "--until-idle"),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env=how.worker_environment,
        )
    try:
        seen = await watch(console, acting, requested.job_id, child, shows_steps=how.shows_steps)
    except asyncio.CancelledError:  # Ctrl-C
        console.print(LEFT, markup=False, soft_wrap=True)
        raise
    finally:
        if child is not None and child.returncode is None:
            child.terminate()
            await child.wait()
    return await _outcome(console, acting, requested.proposal_id, seen, how)


async def _outcome(
    console: Console, acting: Acting, proposal_id: UUID, seen: Watched, how: Following
) -> Documents:
    """Show what is open, and return the documents if there are any."""
    async with acting.sealed() as tx:
        documents = await as_documents(tx, proposal_id)
        if documents is None:
            raise NotDraftedError("No draft: the proposal was removed meanwhile.")
        asked = await read_questions(tx, proposal_id)
        awaited = [] if seen.run is None else await questions_awaited(tx, seen.run)
    if seen.needs_input and seen.run is not None:
        count = show_open(
            console,
            str(proposal_id),
            awaited,
            why="The run has stopped, and goes on when these are answered:",
            then=f"sealedbid runs resume {seen.run.id}",
        )
        raise NeedsInputError(f"No draft yet: the run waits for {plural(count, 'answer')}.")
    show_open(
        console,
        str(proposal_id),
        asked,
        why="Open questions; what is not answered is not printed to the client:",
        then=f"sealedbid proposals redraft {proposal_id}{how.again}",
    )
    return documents
