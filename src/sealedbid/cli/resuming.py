"""Resumes a run, with the input of a step as a person has changed it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from rich.console import Console

from sealedbid.cli.drafting import Following, check_worker, follow
from sealedbid.cli.files.reading import read_text_file
from sealedbid.intelligence.errors import InputRefusedError
from sealedbid.platform.config import Settings
from sealedbid.platform.errors import ended
from sealedbid.usecases.acting import acting_for
from sealedbid.usecases.drafting import Documents, request_resume
from sealedbid.usecases.writing import Writing


def read_edits(path: Path) -> dict[str, Any]:
    """Read the fields that a person changes. Raises UnreadableFile, InputRefusedError."""
    try:
        edits = json.loads(read_text_file(path).text)
    except ValueError as error:
        raise InputRefusedError(ended(f"{path} is no JSON: {error}")) from None
    if not isinstance(edits, dict):
        raise InputRefusedError(f"{path} has no JSON object: give the fields by name.")
    return edits


async def resume_run(
    console: Console,
    settings: Settings,
    org: str | None,
    run_id: UUID,
    step: str | None,
    edits: Mapping[str, Any] | None,
    writing: Writing | None,
    how: Following,
) -> Documents | None:
    """Enqueue the resumption and watch it; return the documents, or None if there is no run.

    Without ``writing`` the run keeps its writer.
    """
    named = {} if writing is None else {"writer": writing.writer, "model": writing.model}
    async with acting_for(settings, org, "runs resume") as acting:
        if writing is not None:
            await check_worker(acting, settings, writing, how)
        async with acting.sealed() as tx:
            requested = await request_resume(tx, run_id, step, edits, **named)
        if requested is None:
            return None
        return await follow(console, acting, requested, how)
