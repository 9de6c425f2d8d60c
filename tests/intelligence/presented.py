"""Proposals as they are presented, made without a database."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from decimal import Decimal

from sealedbid.content.documents import Document, Section
from sealedbid.content.models import LineItem, Proposal
from sealedbid.intelligence.models import Citation
from sealedbid.intelligence.presenting import Presented


def line(price: int, quantity: int, tax: str = "0", *, selected: bool = True) -> LineItem:
    """A line of the price table, by the page; its label is hostile."""
    return LineItem(
        id=uuid.uuid4(),
        service_id=uuid.uuid4(),
        label="A | b <script>",
        description="",
        option_group=None,
        is_optional=not selected,
        is_selected=selected,
        quantity=Decimal(quantity),
        unit="page",
        unit_price_minor=price,
        discount=Decimal(0),
        tax_rate=Decimal(tax),
        billing_period="once",
        net_minor=price * quantity,
        position=1,
    )


def citation(number: int, title: str) -> Citation:
    """A citation of a passage of the page with that title."""
    return Citation(
        id=uuid.uuid4(),
        section_id="approach",
        number=number,
        source_kind="knowledge",
        quote="A quote.",
        source_title=title,
        heading="",
        org_brain_id=uuid.uuid4(),
        service_id=None,
        requirement_id=None,
        position=None,
        score=None,
        verdict="supported",
    )


def shown(lines: list[LineItem], **more: object) -> Presented:
    """A proposal with these lines; ``more`` are fields of Presented."""
    proposal = Proposal(
        id=uuid.uuid4(),
        client_id=uuid.uuid4(),
        client_name="A client",
        title="A title",
        status="draft",
        brain_status="done",
        deal_outcome="pending",
        outcome_reason=None,
        brief="",
        content={},
        currency="EUR",
        total_minor=0,
        valid_until=None,
        sent_at=None,
        decided_at=None,
        lock_version=0,
        updated_at=datetime.now(UTC),
    )
    given: dict[str, object] = {
        "organization": "An agency",
        "locale": "en",
        "accent": "",
        "document": Document(sections=[Section(id="price", heading="Price")]),
        "requirements": [],
        "citations": [],
        "sentences": [],
        **more,
    }
    return Presented(proposal=proposal, lines=lines, **given)  # type: ignore[arg-type]
