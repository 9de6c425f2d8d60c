"""Parts of a long text that fit into prompts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sealedbid.intelligence.llm.counting import BYTES_A_TOKEN, TOKENS_A_TEXT

BORDERS: Final = ("\n\n", "\n", ". ", " ")
"""Places to part a text at, the best first."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """``text[start:end]``."""

    start: int
    end: int


def chunks(text: str, tokens: int, start: int = 0) -> Iterator[Chunk]:
    """Part ``text[start:]`` into chunks of at most so many estimated tokens each.

    They end between paragraphs where they can, else between lines, sentences or words. Chunks
    without a word are left out.
    """
    while start < len(text):
        end = _end(text, start, tokens)
        if text[start:end].strip():
            yield Chunk(start, end)
        start = end


def _end(text: str, start: int, tokens: int) -> int:
    most = max(4, int((tokens - TOKENS_A_TEXT) * BYTES_A_TOKEN))  # bytes: no sign has more than 4
    part = text[start : start + most].encode("utf-8", "replace")
    end = start + len(part[:most].decode("utf-8", "ignore"))
    if end >= len(text):
        return len(text)
    middle = start + (end - start) // 2
    for border in BORDERS:
        place = text.rfind(border, middle, end)
        if place > start:
            return place + len(border)
    return end
