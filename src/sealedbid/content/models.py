"""Rows of the content domain, as repositories return them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias
from uuid import UUID

from sealedbid.platform.rows import Row

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


class Service(Row, frozen=True, kw_only=True):
    """A service that the agency sells, with its price.

    ``unit_price_minor`` is the price of one ``unit`` in the currency's minor unit, before tax.
    ``tax_rate`` is a fraction: 0.19 is 19 %. ``currency`` is an ISO 4217 code. ``lock_version``
    grows with each change: a writer shows the one that it read.
    """

    id: UUID
    name: str
    description: str
    unit: str
    unit_price_minor: int
    currency: str
    billing_period: BillingPeriod
    tax_rate: Decimal
    active: bool
    lock_version: int
    updated_at: datetime


class Template(Row, frozen=True, kw_only=True):
    """The headings and standard texts that a new document of its type begins with."""

    id: UUID
    name: str
    type: TemplateType
    content: dict[str, Any]
    is_system: bool
    locale: str
    version: int
    updated_at: datetime


class Proposal(Row, frozen=True, kw_only=True):
    """A proposal with its brief and its working text.

    ``total_minor`` is the sum of the selected lines, in the currency's minor unit. ``content`` is a
    ``documents.Document`` as JSON. ``lock_version`` grows with each change: a writer shows the one
    that it read.
    """

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


class ProposalShown(Row, frozen=True, kw_only=True):
    """A proposal in a list."""

    id: UUID
    client_name: str
    title: str
    status: ProposalStatus
    brain_status: BrainStatus
    currency: str
    total_minor: int
    updated_at: datetime


class LineItem(Row, frozen=True, kw_only=True):
    """One line of a price table; amounts are in the proposal's minor unit.

    ``net_minor`` is quantity * unit price * (1 - discount), before tax, computed by the database.
    ``discount`` and ``tax_rate`` are fractions: 0.19 is 19 %.
    """

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


class Requirement(Row, frozen=True, kw_only=True):
    """One requirement of a brief, word for word.

    ``position`` (from 0) and ``length`` count characters of the brief. ``section_id`` names the
    section of the document that answers it, None while no section does.
    """

    id: UUID
    ref: str
    text: str
    kind: RequirementKind
    mandatory: bool
    position: int
    length: int
    section_id: str | None
    answer_state: AnswerState


class File(Row, frozen=True, kw_only=True):
    """An upload or export, without its bytes."""

    id: UUID
    name: str
    mime: str
    size: int
    sha256: bytes
