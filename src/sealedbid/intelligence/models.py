"""Rows of the intelligence domain, as repositories return them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final, Literal, TypeAlias
from uuid import UUID

from sealedbid.intelligence.content_types import ContentType as ContentType
from sealedbid.platform.rows import Row

ModelVendor: TypeAlias = Literal["openai", "anthropic"]
"""``openai`` stands for every OpenAI-compatible endpoint."""
RunMode: TypeAlias = Literal["fast", "full"]
"""``full`` asks what the brief leaves open, and plans before it writes."""
RunStatus: TypeAlias = Literal[
    "queued", "running", "needs_input", "failed", "limited", "done", "cancelled"
]
"""``limited``: a draft is there, and a limit of tokens or money ended the model's part of it."""
SourceKind: TypeAlias = Literal["brief", "knowledge", "service", "prospect"]
Verdict: TypeAlias = Literal["supported", "weak", "unsupported"]


Resolution: TypeAlias = Literal["vouched", "rewritten", "sourced", "removed"]


class Usage(Row, frozen=True, kw_only=True):
    """Tokens and money that a model took; ``cost_micros`` is in millionths of a dollar."""

    tokens_in: int = 0
    tokens_out: int = 0
    cost_micros: int = 0


FREE: Final = Usage()
"""Nothing: no model was asked."""


class ModelKey(Row, frozen=True, kw_only=True):
    """A key of the organization at a vendor of models, without its secret."""

    vendor: ModelVendor
    set_by: UUID | None
    updated_at: datetime


class KnowledgeSource(Row, frozen=True, kw_only=True):
    """One thing that the agency has taught the product."""

    id: UUID
    content_type: ContentType
    title: str
    origin: str | None
    place: bytes | None
    file_id: UUID | None
    sha256: bytes
    chunks: int
    embedding_model: str | None
    review_by: date | None


class Match(Row, frozen=True, kw_only=True):
    """A passage that was found; ``similarity`` is the cosine, ``score`` what it is ranked by.

    After ``review_by`` somebody should read the source again before it is quoted.
    """

    key: str
    id: UUID
    source_id: UUID
    source_title: str
    chunk_no: int
    content_type: ContentType
    heading: str
    content_text: str
    similarity: float
    score: float
    review_by: date | None = None


class AgentRun(Row, frozen=True, kw_only=True):
    """The brain at work on a proposal; tokens and cost are those of all its attempts.

    ``stands_on`` are the ids of the attempts that count, ``published`` those that counted when its
    draft was published last, ``waits_for`` the keys of the questions that it waits for.
    """

    id: UUID
    proposal_id: UUID
    job_id: UUID | None
    mode: RunMode
    writer: str
    model: str | None
    status: RunStatus
    current_step: str | None
    resume_from: str | None
    stands_on: list[UUID]
    published: list[UUID]
    waits_for: list[str]
    cached_writer_output: dict[str, Any] | None
    tokens_in: int
    tokens_out: int
    cost_micros: int
    error: Any
    created_at: datetime
    updated_at: datetime


class RunShown(Row, frozen=True, kw_only=True):
    """A run in a list, with its proposal's title and the models that took tokens."""

    id: UUID
    proposal_id: UUID
    title: str
    mode: RunMode
    status: RunStatus
    current_step: str | None
    models: list[str]
    tokens_in: int
    tokens_out: int
    cost_micros: int
    created_at: datetime


class DraftMade(Row, frozen=True, kw_only=True):
    """The run behind a proposal's newest draft: what all its attempts took, and of which models.

    ``unpriced`` are those of ``models`` whose tokens were counted as free. ``limit`` says which
    limit ended the models' part, if one did.
    """

    mode: RunMode
    models: list[str]
    unpriced: list[str]
    tokens: int
    cost_micros: int
    limit: str | None = None


class AgentStep(Row, frozen=True, kw_only=True):
    """A finished or failed attempt of a step; ``model`` is the writer or model that did it.

    ``edited_from`` has the SHA-256, in hex, of the values in the place of which the edits stand.
    """

    id: UUID
    job_id: UUID
    step: str
    attempt: int
    status: Literal["done", "failed"]
    model: str | None
    input_sha256: bytes
    edits: dict[str, Any] | None
    edited_from: dict[str, str] | None
    output: dict[str, Any] | None
    tokens_in: int
    tokens_out: int
    cost_micros: int
    ms: int
    error: Any
    created_at: datetime


class Citation(Row, frozen=True, kw_only=True):
    """A quote, word for word, and where it stands."""

    id: UUID
    section_id: str
    number: int
    source_kind: SourceKind
    quote: str
    source_title: str
    heading: str
    org_brain_id: UUID | None
    service_id: UUID | None
    requirement_id: UUID | None
    position: int | None
    score: float | None
    verdict: Verdict


class BriefFact(Row, frozen=True, kw_only=True):
    """A fact of a brief as it is stored; ``value`` and ``alternatives`` are JSON."""

    id: UUID
    key: str
    kind: str
    value: dict[str, Any] | None
    quote: str
    position: int
    length: int
    sure: bool
    reason: str
    alternatives: list[dict[str, Any]]
    inferred: str


class ProposalQuestion(Row, frozen=True, kw_only=True):
    """A question about a proposal; ``answer`` is None while it is open."""

    id: UUID
    key: str
    text: str
    reason: str
    form: Literal["text", "date", "money", "number", "choice", "yes"]
    alternatives: list[str]
    position: int
    answer: str | None
    answered_by: UUID | None
    answered_by_name: str | None
    answered_at: datetime | None


class ProposalSentence(Row, frozen=True, kw_only=True):
    """A judged sentence of a working text, with what a person did about it last.

    ``position`` is its number in all the text, from 1; ``block`` and ``number`` are places in the
    section and in the block, from 0, as the draft had them. ``reasons`` are JSON, each with fault,
    what and why. ``resolution`` is None while nobody has resolved it. ``wording`` is the sentence
    as a person rewrote it, ``note`` the number of the citation that a person added to it.
    """

    id: UUID
    position: int
    section_id: str
    block: int
    number: int
    text: str
    verdict: Verdict
    reasons: list[dict[str, str]]
    notes: list[int]
    answers: list[str]
    resolution: Resolution | None
    wording: str | None
    note: int | None
    reason: str | None
    resolved_by: UUID | None
    resolved_by_name: str | None
    resolved_at: datetime | None
