"""Fields of a step's input that a person has changed, and how long their word stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sealedbid.intelligence.models import AgentStep
from sealedbid.intelligence.run.step import Stored


def base_of(given: Stored) -> dict[str, Any]:
    """The fields of an input as JSON, in the place of which a person may put their own."""
    return given.model_dump(mode="json")


def replaced_by(edits: Mapping[str, Any], base: Mapping[str, Any]) -> dict[str, str] | None:
    """The SHA-256, in hex, of each value in the place of which an edit stands; None for none."""
    return {name: _sha256(base[name]) for name in edits} or None


def still_standing(attempt: AgentStep, base: Mapping[str, Any]) -> dict[str, Any]:
    """The edits of an attempt in the place of values that are as they were.

    A person's word about what has changed since is a word about something else.
    """
    before = attempt.edited_from or {}
    return {
        name: value
        for name, value in (attempt.edits or {}).items()
        if name in base and _sha256(base[name]) == before.get(name)
    }


def _sha256(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
