"""The texts of a block, each with the citations that are printed behind it."""

from __future__ import annotations

from dataclasses import dataclass

from sealedbid.content.documents import Block


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and the numbers of its citations."""

    text: str
    notes: list[int]


def pieces(block: Block) -> list[Piece]:
    """The sentences of a block, each with its own citations; without sentences, all of the text.

    Citations of the block that are no sentence's are printed behind the last.
    """
    if not block.sentences:
        return [Piece(block.text, block.notes)]
    own = [Piece(one.text, one.notes) for one in block.sentences]
    rest = set(block.notes).difference(*(one.notes for one in own))
    return [*own[:-1], Piece(own[-1].text, [*own[-1].notes, *sorted(rest)])]
