"""A piece of a brief: one sentence, heading, item or cell, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief.models import Span
from sealedbid.intelligence.brief.structure.plain import Plain

PieceKind: TypeAlias = Literal["heading", "sentence", "item", "cell"]
Speaker: TypeAlias = Literal["client", "us"]

TERMINAL = (".", "!", "?", "。", "！", "？")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece. ``text`` is ``words.text[start:end]``, in plain words.

    ``headings`` are those above it, outermost first. ``label`` is what labels it: the text before
    its colon, its row's first cell or its column's header, the short line above it, the name of a
    field of an e-mail or of front matter. ``row`` is, in a table, each cell of its row as (header,
    text). ``speaker`` "us" marks our own earlier words in an e-mail that is answered. ``ref`` is
    its own number, with the numbers above it; ``numbered`` says that its block carries one.

    ``level`` is a heading's (1 the topmost), 0 for all else; ``stressed`` says that its whole block
    is bold. ``lists`` are the lists it stands in, each with its number in the text and the item's
    ordinal; ``opens`` says that its block begins an item. ``first`` and ``last`` say where it
    stands in its block, ``name`` is the short heading that its item begins with ("Pricing.") and
    ``item`` that it is the first piece behind that. ``table`` numbers the tables of a text from 1,
    ``line`` their rows from 1; both are 0 elsewhere. ``header`` marks a cell of a header row.
    """

    kind: PieceKind
    text: str
    words: Plain
    start: int
    end: int
    headings: tuple[str, ...] = ()
    label: str = ""
    row: tuple[tuple[str, str], ...] = ()
    speaker: Speaker = "client"
    ref: str = ""
    numbered: bool = False
    level: int = 0
    stressed: bool = False
    lists: tuple[tuple[int, int | None], ...] = ()
    opens: bool = False
    first: bool = True
    last: bool = True
    name: str = ""
    item: bool = True
    table: int = 0
    line: int = 0
    column: int = 0
    header: bool = False

    @property
    def span(self) -> Span:
        """Find where it stands in the source."""
        return self.words.span(self.start, self.end)

    def span_of(self, start: int, end: int) -> Span:
        """Find where ``text[start:end]`` stands in the source."""
        return self.words.span(self.start + start, self.start + end)

    @property
    def heading(self) -> str:
        """The nearest heading's words; empty for none."""
        return self.headings[-1] if self.headings else ""

    @property
    def is_entry(self) -> bool:
        """True if it is a line of a table of contents: a link to a part of the text."""
        return self.words.source.startswith(("](#", "](<#"), self.span.end)

    @property
    def whole(self) -> bool:
        """True if it ends as a sentence does."""
        return self.text.rstrip("\"'”’»)").endswith(TERMINAL)

    @property
    def leads(self) -> bool:
        """True if a list or a block follows that it governs."""
        return self.last and self.text.endswith((":", "："))
