"""Findings of a check: a reason, hard or soft."""

from __future__ import annotations

from dataclasses import dataclass

from sealedbid.intelligence.grounding.models import Fault, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A reason, and if it alone makes the sentence unsupported."""

    reason: Reason
    is_hard: bool


def hard(fault: Fault, what: str, why: str) -> Found:
    """A fault for which no source can be blamed: the sentence is unsupported."""
    return Found(reason=Reason(fault=fault, what=what.strip(), why=why), is_hard=True)


def soft(fault: Fault, what: str, why: str) -> Found:
    """A doubt: the sentence is weak."""
    return Found(reason=Reason(fault=fault, what=what.strip(), why=why), is_hard=False)
