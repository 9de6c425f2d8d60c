"""Sentences of a text, each with its heading, its number and the list it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sealedbid.intelligence.brief.blocks import Block, blocks
from sealedbid.intelligence.brief.models import Span
from sealedbid.intelligence.brief.numbering import LABEL_WORDS, Numbering
from sealedbid.intelligence.brief.sentences import sentences

LABEL = re.compile(r"[A-Z0-9À-Þ][^.!?]{1,60}[.:]")
MODAL = re.compile(r"\b(?:must|shall|will|should|may|is|are|can|cannot|please)\b", re.IGNORECASE)
TERMINAL = (".", "!", "?", "。", "！", "？")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence, or a fragment that stands by itself.

    ``first`` and ``last`` say where it stands in its block, ``numbered`` that the block carries a
    number. ``label`` is the short heading that the item begins with ("Pricing Narrative."), no
    statement of its own; ``item`` that this is the first statement behind it, or without one.
    """

    block: Block
    start: int
    end: int
    text: str
    heading: str
    ref: str
    label: str
    first: bool
    item: bool
    last: bool
    numbered: bool

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.block.words.span(self.start, self.end)

    @property
    def whole(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip("\"'”’)").endswith(TERMINAL)

    @property
    def leads(self) -> bool:
        """Whether a list or a block follows that it governs."""
        return self.last and self.text.endswith((":", "："))


def statements(source: str) -> Iterator[Statement]:
    """The statements of ``source`` in its order; headings are statements of their own."""
    numbering = Numbering()
    for block in blocks(source):
        if block.kind == "heading":
            numbering.heading(block)
            skip = 0
        else:
            skip = numbering.block(block)
        yield from _of_block(block, skip, numbering)


def _of_block(block: Block, skip: int, numbering: Numbering) -> Iterator[Statement]:
    found = [(max(start, skip), end) for start, end in sentences(block.text) if end > skip]
    numbered = skip > 0 or (block.opens and bool(block.lists) and block.lists[-1][1] is not None)
    label = ""
    if (numbered or block.opens or block.stressed) and found:
        label = _label(block.text[found[0][0] : found[0][1]], alone=len(found) == 1)
    if label and numbered:
        numbering.label(label)
    elif block.stressed and block.kind != "heading":
        numbering.title = " ".join(block.text.split()).strip(" :")
    for index, (start, end) in enumerate(found):
        yield Statement(
            block=block,
            start=start,
            end=end,
            text=" ".join(block.text[start:end].split()),
            heading=numbering.where,
            ref=numbering.ref,
            label=label,
            first=index == 0,
            item=index == bool(label),
            last=index == len(found) - 1,
            numbered=numbered,
        )


def _label(text: str, *, alone: bool) -> str:
    words = " ".join(text.split())
    short = len(words.split()) <= LABEL_WORDS and MODAL.search(words) is None
    if not short or alone or LABEL.fullmatch(words) is None:
        return ""
    return words.rstrip(".:")
