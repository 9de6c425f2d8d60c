"""Templates of documents."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sealedbid.content.models import Template, TemplateType
from sealedbid.platform.postgres import Queries, Transaction

QUERIES = Queries("sealedbid.content", "templates")


async def add(
    tx: Transaction, *, name: str, type: TemplateType, content: dict[str, Any], locale: str = "en"
) -> Template:
    """Insert a template of the organization."""
    return await tx.only(
        QUERIES["add"], Template, name=name, type=type, content=content, locale=locale
    )


async def get(tx: Transaction, id: UUID) -> Template | None:
    """Return the template, or None."""
    return await tx.one(QUERIES["get"], Template, id=id)


async def of_type(tx: Transaction, type: TemplateType) -> list[Template]:
    """Return the templates of a type, ordered by name."""
    return await tx.all(QUERIES["of_type"], Template, type=type)


async def revise(tx: Transaction, id: UUID, content: dict[str, Any]) -> Template | None:
    """Store the next version of a template; None if there is none that may be edited."""
    return await tx.one(QUERIES["revise"], Template, id=id, content=content)
