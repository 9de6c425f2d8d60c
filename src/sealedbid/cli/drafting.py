"""Drafts a brief for `draft` and `demo`: asks for the draft, watches it, and gives the Markdown."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping
from uuid import UUID

from rich.console import Console

from sealedbid.cli.identity import Acting
from sealedbid.cli.watch import watch
from sealedbid.core.repository import clients, organizations
from sealedbid.intelligence.export import to_markdown
from sealedbid.intelligence.jobs import request_draft
from sealedbid.intelligence.knowledge.reading import TextFile
from sealedbid.intelligence.presenting import present


async def draft_brief(
    console: Console,
    acting: Acting,
    brief: TextFile,
    client: str,
    *,
    run_worker: bool = True,
    worker_environment: Mapping[str, str] | None = None,
) -> str:
    """Ask for the draft, watch it being written, and give it as Markdown."""
    proposal_id, job_id = await _ask(console, acting, brief, client)
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


async def _ask(console: Console, acting: Acting, brief: TextFile, client: str) -> tuple[UUID, UUID]:
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
        )
