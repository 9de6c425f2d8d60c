"""The author's part of a draft: everything that a person checks, answers or decides."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

Sureness: TypeAlias = Literal["sure", "inferred", "unsure", "answered", "open"]
Verdict: TypeAlias = Literal["suggested", "conflicting"]
Standing: TypeAlias = Literal["open", "suggested", "conflicting", "confirmed", "excluded"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KnownFact(_Part):
    """A fact of the brief as it was read; ``reason`` says why it is not sure, or what is inferred.

    ``value`` is empty where the brief leaves it open.
    """

    key: str
    label: str
    value: str
    sureness: Sureness
    quote: str = ""
    reason: str = ""


class OpenQuestion(_Part):
    """A question to the people of the organization, which an answer by its ``key`` closes."""

    key: str
    text: str
    reason: str
    alternatives: list[str] = []


class Candidate(_Part):
    """A passage that may answer a requirement: never a yes by itself."""

    text: str
    source: str
    verdict: Verdict
    reason: str = ""


class AskedOfUs(_Part):
    """A requirement, its state, and the passages that may answer it; none means nothing does.

    ``doubt`` says why it may be none; empty if it is one.
    """

    ref: str
    text: str
    mandatory: bool
    state: Standing
    candidates: list[Candidate] = []
    doubt: str = ""


class HeldBack(_Part):
    """A sentence that is kept from the client, and the reason."""

    text: str
    source: str
    reason: str


class Author(_Part):
    """The author's document. ``bid`` comes first: reasons to bid, and not to."""

    bid: list[str] = []
    checks: list[str] = []
    facts: list[KnownFact] = []
    questions: list[OpenQuestion] = []
    requirements: list[AskedOfUs] = []
    people: list[str] = []
    handing_in: list[str] = []
    held: list[HeldBack] = []
