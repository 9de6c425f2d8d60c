"""Rows of the content domain, as repositories return them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias
from uuid import UUID

BillingPeriod: TypeAlias = Literal["once", "monthly", "yearly"]
TemplateType: TypeAlias = Literal["proposal", "contract", "email"]


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
