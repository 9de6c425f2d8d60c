"""Rows of the content domain, as repositories return them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias
from uuid import UUID

BillingPeriod: TypeAlias = Literal["once", "monthly", "yearly"]
TemplateType: TypeAlias = Literal["proposal", "contract", "email"]
ProposalStatus: TypeAlias = Literal[
    "draft",
    "in_review",
    "approved",
    "sent",
    "viewed",
    "accepted",
    "declined",
    "expired",
    "void",
]
BrainStatus: TypeAlias = Literal[
    "idle", "queued", "running", "needs_input", "failed", "done", "cancelled"
]
DealOutcome: TypeAlias = Literal["pending", "won", "lost"]
VersionReason: TypeAlias = Literal["manual", "ai", "sent"]
ContractStatus: TypeAlias = Literal["draft", "sent", "signed", "active", "ended", "void"]
BlockKind: TypeAlias = Literal["case_study", "bio", "clause", "faq", "snippet"]
RequirementKind: TypeAlias = Literal[
    "submission",
    "staffing",
    "delivery",
    "price",
    "legal",
    "experience",
    "question",
    "backlog",
    "form",
]
AnswerState: TypeAlias = Literal["open", "suggested", "conflicting", "confirmed", "excluded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the agency sells; ``unit_price_minor`` is in the currency's minor unit."""

    id: UUID
    name: str
    description: str
    unit: str
    unit_price_minor: int
    currency: str
    billing_period: BillingPeriod
    tax_rate: Decimal
    active: bool
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The shape of a document."""

    id: UUID
    name: str
    type: TemplateType
    content: dict[str, Any]
    is_system: bool
    locale: str
    version: int
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The core document; ``total_minor`` is in the currency's minor unit."""

    id: UUID
    client_id: UUID
    client_name: str
    title: str
    status: ProposalStatus
    brain_status: BrainStatus
    deal_outcome: DealOutcome
    outcome_reason: str | None
    brief: str
    content: dict[str, Any]
    currency: str
    total_minor: int
    valid_until: date | None
    sent_at: datetime | None
    decided_at: datetime | None
    lock_version: int
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """A proposal in a list."""

    id: UUID
    client_name: str
    title: str
    status: ProposalStatus
    brain_status: BrainStatus
    currency: str
    total_minor: int
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LineItem:
    """One line of a price table; ``net_minor`` is before tax, as the database counted it."""

    id: UUID
    service_id: UUID | None
    label: str
    description: str
    option_group: str | None
    is_optional: bool
    is_selected: bool
    quantity: Decimal
    unit: str
    unit_price_minor: int
    discount: Decimal
    tax_rate: Decimal
    billing_period: BillingPeriod
    net_minor: int
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that a brief asks; ``position`` and ``length`` are characters of the brief."""

    id: UUID
    ref: str
    text: str
    kind: RequirementKind
    mandatory: bool
    position: int
    length: int
    section_id: str | None
    answer_state: AnswerState


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An upload or export, without its bytes."""

    id: UUID
    name: str
    mime: str
    size: int
    sha256: bytes
