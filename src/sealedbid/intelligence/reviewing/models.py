"""Sentences of a draft with their verdicts."""

from __future__ import annotations

from dataclasses import dataclass

from sealedbid.intelligence.grounding.models import Reason
from sealedbid.intelligence.models import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSentence:
    """A sentence of a draft, its place, and the verdict on it.

    ``block`` and ``number`` count from 0, in the section and in the block. ``notes`` are the
    numbers of the citations that it stands on, ``answers`` the keys of answers of people.
    """

    section_id: str
    block: int
    number: int
    text: str
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    notes: tuple[int, ...] = ()
    answers: tuple[str, ...] = ()
