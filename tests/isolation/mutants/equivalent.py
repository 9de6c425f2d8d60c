"""Mutants that are no weaker: by kind or by name, each with its reason."""

from __future__ import annotations

from typing import Final

KINDS: Final = {
    "organization out of an index": "An index decides how fast an answer comes, never what it is.",
}
ONES: Final[dict[str, str]] = {}


def reason(kind: str, label: str) -> str | None:
    """Return the reason why the mutant is no weaker than the schema, or None if it is weaker."""
    return KINDS.get(kind) or ONES.get(label)
