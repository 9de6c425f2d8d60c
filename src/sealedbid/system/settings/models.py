"""Rows of settings of the installation, as repositories return them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

JobStatus: TypeAlias = Literal["scheduled", "queued", "running", "done", "dead", "cancelled"]
Outcome: TypeAlias = Literal["fired", "still running", "missed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemSetting:
    """One setting of the installation."""

    key: str
    value: Any
    description: str
    is_public: bool
