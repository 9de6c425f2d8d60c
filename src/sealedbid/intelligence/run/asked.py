"""A draft or a resumption, as it is asked for: the payload of the job that does it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from sealedbid.intelligence.models import RunMode
from sealedbid.intelligence.writer.composer import COMPOSER


class Resumption(BaseModel):
    """The step from which a person resumes a run, and the fields of its input that they changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    run_id: UUID
    step: str
    edits: dict[str, Any] = {}


class DraftPayload(BaseModel):
    """A proposal to draft. Without ``resumption`` the job starts a run of its own.

    ``lock_version`` is the proposal's when the draft was asked for: a later edit by a person stays.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    proposal_id: UUID
    lock_version: int = 0
    mode: RunMode = "fast"
    writer: str = COMPOSER
    resumption: Resumption | None = None
