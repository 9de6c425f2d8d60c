"""A draft or a resumption, as it is asked for: the payload of the job that does it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from sealedbid.intelligence.models import RunMode
from sealedbid.intelligence.writer.composer import COMPOSER


class Resumption(BaseModel):
    """A run that goes on.

    ``step`` is the one that a person resumes it from, with the fields of its input that they
    changed; it and those after it run again. Without one only those steps run whose input is
    another by now, or that have no output.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    run_id: UUID
    step: str | None = None
    edits: dict[str, Any] = {}


class DraftPayload(BaseModel):
    """A proposal to draft. Without ``resumption`` the job starts a run of its own.

    ``lock_version`` is the proposal's when the draft was asked for: a later edit by a person stays.
    ``model`` names the model of every class of text, as settings do ("anthropic:NAME"); None stands
    for those of the settings. The composer asks no model, and neither does any step before or after
    it. ``asks``: in a mode that plans, open questions about facts stop the run before that.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    proposal_id: UUID
    lock_version: int = 0
    mode: RunMode = "fast"
    writer: str = COMPOSER
    model: str | None = None
    asks: bool = True
    resumption: Resumption | None = None
