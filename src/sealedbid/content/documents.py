"""The text of a proposal, as proposals.content stores it: sections of blocks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Block(BaseModel):
    """A paragraph, heading, quote or list item; ``notes`` are numbers of its citations, from 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["paragraph", "heading", "quote", "item"]
    text: Annotated[str, Field(min_length=1)]
    notes: list[int] = []


class Section(BaseModel):
    """A part of a document. Requirements and citations refer to it by its ``id``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
    heading: str
    blocks: list[Block] = []


class Document(BaseModel):
    """The whole text. The price table and the requirements are in tables of their own.

    ``author_notes`` are for the author: no client is shown them. ``composed_by`` is the name of the
    writer, None for a text that a person wrote.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sections: list[Section] = []
    author_notes: list[str] = []
    composed_by: str | None = None
