"""What stands in proposals.content: sections, and in each the blocks that a page shows."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Block(BaseModel):
    """A piece of a section; ``notes`` are the numbers of the citations that it stands on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["paragraph", "heading", "quote", "item"]
    text: Annotated[str, Field(min_length=1)]
    notes: list[int] = []


class Section(BaseModel):
    """A part of a document; ``id`` is what requirements and citations refer to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
    heading: str
    blocks: list[Block] = []


class Document(BaseModel):
    """The whole text. Price table and requirements stand in tables of their own.

    ``author_notes`` are for the author's eyes: no client is shown them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sections: list[Section] = []
    author_notes: list[str] = []
    composed_by: str | None = None
