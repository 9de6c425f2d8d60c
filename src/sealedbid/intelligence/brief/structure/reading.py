"""Reading a text into pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sealedbid.intelligence.brief.structure.blocks import Blocks
from sealedbid.intelligence.brief.structure.fields import fields
from sealedbid.intelligence.brief.structure.labels import labelled
from sealedbid.intelligence.brief.structure.lines import lines, running
from sealedbid.intelligence.brief.structure.mail import mail
from sealedbid.intelligence.brief.structure.models import Piece, PieceKind
from sealedbid.intelligence.brief.structure.numbering import LABEL_WORDS, MARK, STRESSED, Numbering
from sealedbid.intelligence.brief.structure.paragraphs import Block
from sealedbid.intelligence.brief.structure.plain import Plain
from sealedbid.intelligence.brief.structure.regions import regions
from sealedbid.intelligence.brief.structure.rows import Rows
from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.brief.structure.tables import Table, tables

NAME = re.compile(r"[A-Z0-9À-Þ][^.!?]{1,60}[.:]")
MODAL = re.compile(
    r"\b(?:must|shall|will|should|may|is|are|can|cannot|please|muss|müssen|soll|sollen|ist|sind|bitte"
    r"|doit|doivent|devra|est|sont|veuillez|debe|deben|deberán?|es|son|moet|moeten|dient|zijn)\b",
    re.IGNORECASE,
)
LONGEST_TITLE = 14  # words of a bold line that is a heading


def read_pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of ``text`` in its order. Any text can be read."""
    return tuple(labelled(_pieces(text)))


def _pieces(text: str) -> Iterator[Piece]:
    found = lines(text)
    letter = mail(found)
    prose, numbering, rows = Blocks(found), Numbering(), Rows()
    for region in regions(found, running(found), letter):
        if region.kind == "text":
            for block in prose.of(region.lines):
                skip = 0
                if block.kind == "heading":
                    numbering.heading(block)
                else:
                    skip = numbering.block(block)
                for piece in _of_block(block, skip, numbering):
                    yield piece if region.speaker == "client" else replace(piece, speaker="us")
        elif region.kind == "fields":
            yield from fields(found, region)
        else:
            for each in tables(found, region):
                if isinstance(each, Table):
                    yield from rows.of(each, numbering.titles, region.speaker)
                else:
                    yield from _between(each, numbering)


def _of_block(block: Block, skip: int, numbering: Numbering) -> Iterator[Piece]:
    """The pieces of a block; lines in it that begin with a number are blocks of their own."""
    found = [(max(start, skip), end) for start, end in sentences(block.text) if end > skip]
    if _is_title(block) and found:
        numbering.stressed(block)
        whole = [(len(block.text) - len(block.text.lstrip()), found[-1][1])]
        yield from _of_lines(block, whole, numbering, numbered=skip > 0, level=STRESSED)
        return
    starts = [0]
    if block.kind != "heading":
        starts += [
            index for index, (start, _) in enumerate(found) if index and _begins(block.text, start)
        ]
    for begin, stop in zip(starts, [*starts[1:], len(found)], strict=True):
        numbered = skip > 0
        if begin:
            behind = numbering.line(block, found[begin][0])
            found[begin] = (behind, found[begin][1])
            numbered = True
        yield from _of_lines(block, found[begin:stop], numbering, numbered=numbered)


def _begins(text: str, start: int) -> bool:
    """True if a sentence has its own number: on its line, or a name like the block's own."""
    match = MARK.match(text, start)
    if match is None or text[start - 1] == "\n":
        return match is not None
    own = MARK.match(text)
    return bool(match["named"] and own and own["named"])


def _of_lines(
    block: Block,
    found: list[tuple[int, int]],
    numbering: Numbering,
    *,
    numbered: bool,
    level: int = 0,
) -> Iterator[Piece]:
    """The pieces of what one number stands before."""
    numbered = numbered or (block.opens and bool(block.lists) and block.lists[-1][1] is not None)
    name = ""
    if (numbered or block.opens or block.stressed) and found:
        name = _name(block.text[found[0][0] : found[0][1]], alone=len(found) == 1)
    if name and numbered and not level:
        numbering.label(name)
    level = level or block.level
    kind: PieceKind = "heading" if level else "item" if block.lists else "sentence"
    titles = numbering.titles[:-1] if level else numbering.titles
    for index, (start, end) in enumerate(found):
        yield Piece(
            kind=kind,
            text=block.text[start:end],
            words=block.words,
            start=start,
            end=end,
            headings=titles,
            ref=numbering.ref,
            name=name,
            first=index == 0,
            item=index == bool(name),
            last=index == len(found) - 1,
            numbered=numbered,
            level=level,
            stressed=block.stressed,
            lists=block.lists,
            opens=block.opens,
        )


def _is_title(block: Block) -> bool:
    """True if a bold paragraph is a heading in all but name: short, and no sentence."""
    words = block.text.strip()
    if not block.stressed or block.kind == "heading" or block.lists:
        return False
    short = len(words.split()) <= LONGEST_TITLE and not words.endswith((".", "!", "?"))
    return short and MODAL.search(words) is None


def _name(text: str, *, alone: bool) -> str:
    """The short heading that an item begins with, where other sentences follow it."""
    short = len(text.split()) <= LABEL_WORDS and MODAL.search(text) is None
    if not short or alone or NAME.fullmatch(text) is None:
        return ""
    return text.rstrip(".:")


def _between(words: Plain, numbering: Numbering) -> Iterator[Piece]:
    """The sentences between the tables of a page in HTML."""
    found = list(sentences(words.text))
    for index, (start, end) in enumerate(found):
        yield Piece(
            kind="sentence",
            text=words.text[start:end],
            words=words,
            start=start,
            end=end,
            headings=numbering.titles,
            ref=numbering.ref,
            first=index == 0,
            item=index == 0,
            last=index == len(found) - 1,
        )
