"""The content of a proposal: sections, the blocks that a page shows, and the author's part."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from sealedbid.content.author import Author

Side = Literal["left", "right"]


class Table(BaseModel):
    """Rows of texts under a head; ``sides`` says for each column how it is aligned.

    The last ``sums`` rows are sums of those above.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    head: list[str]
    sides: list[Side]
    rows: list[list[str]]
    sums: int = 0


class Sentence(BaseModel):
    """A sentence of a block with the citations and the answers of people that it stands on.

    ``computed`` are the sums, dates and names in it that code has filled in out of rows, facts and
    answers, each after what it is ("the total price: $395,320").
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Annotated[str, Field(min_length=1)]
    notes: list[int] = []
    answers: list[str] = []
    computed: list[str] = []


class Block(BaseModel):
    """A piece of a section.

    ``notes`` are the numbers of the citations that it stands on, ``answers`` the keys of the
    answers of people. ``computed`` marks dates, sums and rows that code made of facts and answers.
    ``label`` is a fixed word in front of the text. Of a table, ``text`` says what it shows.
    ``sentences`` are those of the text, each with its own citations; without them all of the text
    stands on all of ``notes``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["paragraph", "heading", "quote", "item", "table"]
    text: Annotated[str, Field(min_length=1)]
    label: str = ""
    notes: list[int] = []
    answers: list[str] = []
    computed: bool = False
    sentences: list[Sentence] = []
    table: Table | None = None


class Section(BaseModel):
    """A part of a document. Requirements and citations refer to it by its ``id``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]*$")]
    heading: str
    blocks: list[Block] = []


class Row(BaseModel):
    """A row of the cover: a fixed label, and a value that is sure or was answered."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    text: str


class Document(BaseModel):
    """The whole text. The price table stands in a table of its own.

    ``cover`` has rows under the title; ``weights`` names the sections that answer each criterion of
    the client. ``persons`` counts the people behind a line of the price table, by its label.
    ``author`` and ``composed_by``, which names the writer, are for the author's eyes: no version of
    a proposal has them, so no client is shown them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    cover: list[Row] = []
    weights: list[Row] = []
    sections: list[Section] = []
    persons: dict[str, int] = {}
    author: Author | None = None
    composed_by: str | None = None
