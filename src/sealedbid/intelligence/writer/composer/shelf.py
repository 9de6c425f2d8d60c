"""Sentences of the organization's passages that can be printed as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.shortening import on_one_line
from sealedbid.intelligence.writer.wrapping import unwrapped

_BREAK = re.compile(r"\n[ \t]*\n")
# Lines that are no prose: headings, tables, code, pictures, rules.
_UNFIT = re.compile(r"^\s*(#|\||```|~~~|<|!\[|---|===|\[\^)")
_LIST = re.compile(r"^\s*([-*+]|\d+[.)])\s+")
# A sentence that begins so speaks of the one before it.
LEANS = re.compile(
    r"(?:It|Its|They|Their|Them|This|That|These|Those|He|She|His|Her|Both|Then|There|Such|Here"
    r"|In that (?:event|case)|In this case|The (?:former|latter|same|result|others?|difference)"
    r"|Neither|Either (?:way|one)"
    r"|Otherwise|However|Therefore|Instead|Meanwhile|Also|And|But|So|Yet"
    r"|Er|Sie|Es|Dies\w*|Ihre?|Il|Elle|Ils|Elles|Ceci|Cela|Eso|Esto|Esta|Dit|Dat|Deze|Zij|Hij)\b"
)
_MARKS = re.compile(r"(\*\*|__|``?)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\(([^)\s]{0,500})\)")
_RULE = re.compile(r"^\s*\|?[\s:|-]*-[\s:|-]*$")
_BAR = re.compile(r"(?<!\\)\|")
_ENDS = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
FEWEST, MOST = 3, 70  # words of a sentence that is printed
LONGEST_UNIT = 4  # sentences that lean on each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One sentence, with those before it on which it leans; ``quote`` stands in the passage."""

    match: Match
    quote: str
    paragraph: int
    first: int  # places of its sentences in the paragraph
    last: int
    head: str = ""  # of a row of a table: the first line of the table

    @property
    def text(self) -> str:
        """The sentences on one line, without marks of Markdown; of a row, each cell by its head."""
        if self.head:
            pairs = zip(_cells(self.head), _cells(self.quote), strict=False)
            return "; ".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)
        return spoken(self.quote)

    @property
    def place(self) -> tuple[str, int, int, int]:
        """The place in the source: units of one source are printed in this order."""
        return (str(self.match.source_id), self.match.chunk_no, self.paragraph, self.first)


def rows_of(matches: Iterable[Match]) -> list[Unit]:
    """The rows of passages that are tables: for the author, since a row is no sentence."""
    found: list[Unit] = []
    for match in matches:
        lines = [line for line in match.content_text.splitlines() if line.lstrip().startswith("|")]
        if len(lines) < 3 or not _RULE.match(lines[1]):
            continue
        found += [
            Unit(match=match, quote=line, paragraph=-1, first=at, last=at, head=lines[0])
            for at, line in enumerate(lines[2:])
        ]
    return found


def _cells(line: str) -> list[str]:
    return [spoken(cell) for cell in _BAR.split(line.strip().strip("|"))]


def spoken(text: str) -> str:
    """Return the words without Markdown's marks; the address of a link follows its words."""
    text = _LINK.sub(lambda found: found[1] or found[2], on_one_line(text))
    return _MARKS.sub(lambda found: found[2], text).replace("\\|", "|").strip()


def units_of(matches: Iterable[Match]) -> list[Unit]:
    """The units of passages, in order, each once."""
    found: dict[tuple[tuple[str, int, int, int], int], Unit] = {}
    for match in matches:
        for unit in _units(match):
            found.setdefault((unit.place, unit.last), unit)
    return list(found.values())


def _units(match: Match) -> list[Unit]:
    return [
        Unit(match=match, quote=quote, paragraph=paragraph, first=first, last=last)
        for quote, paragraph, first, last in _cut(match.content_text)
    ]


@lru_cache(maxsize=4_000)
def _cut(text: str) -> tuple[tuple[str, int, int, int], ...]:
    units: list[tuple[str, int, int, int]] = []
    at = 0
    for number, piece in enumerate(_BREAK.split(text)):
        at = text.index(piece, at)
        if piece.strip() and not _UNFIT.match(piece):
            units += [
                (text[at + start : at + end], number, first, last)
                for start, end, first, last in _of_paragraph(piece)
            ]
        at += len(piece)
    return tuple(units)


def _of_paragraph(piece: str) -> list[tuple[int, int, int, int]]:
    units: list[tuple[int, int, int, int]] = []
    piece = unwrapped(piece)
    places = [(start, end) for start, end in sentences(piece) if piece[start:end].strip()]
    opens: int | None = None  # the first sentence of those that the next may lean on
    for number, (start, end) in enumerate(places):
        text = piece[start:end]
        listed = _LIST.match(text)
        if listed:
            start += listed.end()
            text = piece[start:end]
        if not _ENDS.search(text.rstrip()) or not FEWEST <= len(text.split()) <= MOST:
            opens = None
            continue
        if LEANS.match(text):
            if opens is None or number - opens >= LONGEST_UNIT:
                continue
        else:
            opens = number
        units.append((_start(piece, places[opens][0]), end, opens, number))
    return units


def _start(piece: str, at: int) -> int:
    listed = _LIST.match(piece[at:])
    return at + (listed.end() if listed else 0)
