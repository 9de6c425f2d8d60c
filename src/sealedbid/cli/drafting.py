"""Drafts a brief for `draft` and `demo`, follows a run, and shows the Markdown."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from rich.console import Console
from rich.markdown import Markdown

from sealedbid.cli.identity import Acting
from sealedbid.cli.watch import watch
from sealedbid.core.repository import clients, organizations
from sealedbid.intelligence.export import to_markdown
from sealedbid.intelligence.jobs import request_draft
from sealedbid.intelligence.knowledge.reading import TextFile
from sealedbid.intelligence.presenting import present
from sealedbid.intelligence.writer.composer import COMPOSER
from sealedbid.platform.errors import SealedbidError


class NotWritableError(SealedbidError):
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
) -> str:
    """Enqueue the draft, watch it being written, and return it as Markdown."""
    proposal_id, job_id = await _ask(console, acting, brief, client, writer)
    return await follow(
        console,
        acting,
        proposal_id,
        job_id,
        run_worker=run_worker,
        worker_environment=worker_environment,
    )


async def follow(
    console: Console,
    acting: Acting,
    proposal_id: UUID,
    job_id: UUID,
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
        await watch(console, acting, job_id, child)
    finally:
        if child is not None and child.returncode is None:
            child.terminate()
            await child.wait()
    async with acting.sealed() as tx:
        return to_markdown(await present(tx, proposal_id))


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


async def _ask(
    console: Console, acting: Acting, brief: TextFile, client: str, writer: str
) -> tuple[UUID, UUID]:
    async with acting.sealed() as tx:
        known = await clients.named(tx, client)
        if known is None:
            known = await clients.add(tx, name=client)
            console.print(f"{client} is a new client.", style="dim", markup=False)
        organization = await organizations.get(tx)
        assert organization is not None  # the transaction is in it
        return await request_draft(
            tx,
            known,
            title=brief.title[:300],
            brief=brief.text,
            currency=organization.currency,
            writer=writer,
        )
