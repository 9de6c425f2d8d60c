"""Drafts a brief for `draft` and `demo`: requests the draft, shows it being written, returns it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping

from rich.console import Console

from sealedbid.cli.watch import watch
from sealedbid.intelligence.knowledge.reading import TextFile
from sealedbid.usecases.acting import Acting
from sealedbid.usecases.drafting import as_markdown, request_draft
from sealedbid.usecases.watching import NotDraftedError


async def draft_brief(
    console: Console,
    acting: Acting,
    brief: TextFile,
    client: str,
    *,
    run_worker: bool = True,
    worker_environment: Mapping[str, str] | None = None,
) -> str:
    """Request the draft, watch it being written, and return it as Markdown."""
    async with acting.sealed() as tx:
        requested = await request_draft(tx, brief, client)
    if requested.client_is_new:
        console.print(f"{client} is a new client.", style="dim", markup=False)
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
    return markdown
