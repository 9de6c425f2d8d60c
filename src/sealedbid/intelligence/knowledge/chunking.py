"""Text into passages that fit an embedder, each word for word what stands in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

Fits = Callable[[str], bool]

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<=[.!?…。])[\"')\]\u2019\u201d]*\s+|\n")
_SPACE = re.compile(r"\s+")
MOST_WORDS, MOST_CHARACTERS = 512, 2048  # that are tried for one passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A passage: ``text`` is ``source[start:end]``, ``heading`` what it stands under."""

    number: int
    heading: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Block:
    """A paragraph, list, table or code block; offsets into the source."""

    heading: str
    start: int
    end: int


def chunk(text: str, fits: Fits) -> list[Chunk]:
    """The passages of a text, in order.

    None crosses a heading; paragraphs are put together as long as they fit, with their heading;
    what is too long is cut at the end of a sentence, a word, or anywhere. Nothing is lost but
    headings, front matter and white space.
    """
    chunks: list[Chunk] = []
    for heading, start, end in _packed(text, list(_blocks(text)), fits):
        chunks.append(
            Chunk(
                number=len(chunks) + 1, heading=heading, text=text[start:end], start=start, end=end
            )
        )
    return chunks


def _packed(text: str, blocks: list[_Block], fits: Fits) -> Iterator[tuple[str, int, int]]:
    start = end = 0
    heading: str | None = None
    for block in blocks:
        if heading == block.heading and fits(f"{heading}\n{text[start : block.end]}"):
            end = block.end
            continue
        if heading is not None and end > start:
            yield heading, start, end
        heading = block.heading
        start, end = block.start, block.end
        if not fits(f"{heading}\n{text[start:end]}"):
            *full, (start, end) = _cut(text, start, end, _under(block.heading, fits))
            for piece_start, piece_end in full:
                yield heading, piece_start, piece_end
    if heading is not None and end > start:
        yield heading, start, end


def _under(heading: str, fits: Fits) -> Fits:
    return lambda piece: fits(f"{heading}\n{piece}")


def _cut(text: str, start: int, end: int, fits: Fits) -> list[tuple[int, int]]:
    """Pieces of a block that is too long; each fits, or is one character."""
    pieces: list[tuple[int, int]] = []
    for sentence_start, sentence_end in _split(text, start, end, _SENTENCE_END):
        if pieces and fits(text[pieces[-1][0] : sentence_end]):
            pieces[-1] = (pieces[-1][0], sentence_end)
        elif fits(text[sentence_start:sentence_end]):
            pieces.append((sentence_start, sentence_end))
        else:
            pieces += _cut_sentence(text, sentence_start, sentence_end, fits)
    return pieces


def _cut_sentence(text: str, start: int, end: int, fits: Fits) -> list[tuple[int, int]]:
    """As many words as fit, found by halving, so that a sentence of a megabyte is no trouble."""
    words = list(_split(text, start, end, _SPACE))
    pieces: list[tuple[int, int]] = []
    first = 0
    while first < len(words):
        begin, stop = words[first]
        ends = [word_end for _, word_end in words[first : first + MOST_WORDS]]
        count = _most(text, begin, ends, fits)
        if count:
            pieces.append((begin, ends[count - 1]))
            first += count
            continue
        while begin < stop:  # a word that is too long by itself
            ends = list(range(begin + 1, min(stop, begin + MOST_CHARACTERS) + 1))
            count = _most(text, begin, ends, fits)
            pieces.append((begin, ends[max(count, 1) - 1]))
            begin = ends[max(count, 1) - 1]
        first += 1
    return pieces


def _most(text: str, start: int, ends: list[int], fits: Fits) -> int:
    """How many of the rising ``ends`` leave a piece that fits; 0 when the first does not."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[start : ends[middle - 1]]) else (low, middle - 1)
    return low


def _split(text: str, start: int, end: int, at: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """What stands between the matches of ``at``, without white space around it."""
    position = start
    for match in at.finditer(text, start, end):
        if text[position : match.start()].strip():
            yield _trimmed(text, position, match.end())
        position = match.end()
    if text[position:end].strip():
        yield _trimmed(text, position, end)


def _blocks(text: str) -> Iterator[_Block]:
    """Top-level blocks by their lines, each with the headings that it stands under."""
    body_start = match.end() if (match := _FRONT_MATTER.match(text)) else 0
    body = text[body_start:]
    lines = [body_start]
    for line in body.split("\n"):  # as markdown-it counts them
        lines.append(lines[-1] + len(line) + 1)
    headings: list[tuple[int, str]] = []
    opened: int | None = None
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.type == "heading_open" and token.level == 0:
            opened = int(token.tag[1])
        elif token.type == "inline" and opened is not None:
            headings = [one for one in headings if one[0] < opened]
            headings.append((opened, " ".join(re.sub(r"[*_`]", "", token.content).split())))
        elif token.type == "heading_close":
            opened = None
        elif token.level == 0 and token.map and token.nesting >= 0 and token.type != "hr":
            start, end = lines[token.map[0]], min(lines[token.map[1]], len(text))
            start, end = _trimmed(text, start, end)
            if start < end:
                yield _Block(" > ".join(name for _, name in headings if name), start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
