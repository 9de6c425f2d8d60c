"""Sources as a model is shown them: ids that are unique in a run, and the words that they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sealedbid.intelligence.brief import Span
from sealedbid.intelligence.brief.values.number_words import digits_for_words
from sealedbid.intelligence.brief.values.sums import find_sums
from sealedbid.intelligence.grounding.models import Source, SourceOf
from sealedbid.intelligence.grounding.subjects import subject_of
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.composer.shelf import Unit, spoken
from sealedbid.intelligence.writer.models import Line
from sealedbid.intelligence.writer.prose.fencing import plain

REQUEST = "request"  # the name of the client's brief as a page
_NUMBERED = re.compile(r"\d{1,4}(?:\.\d{1,4}){1,4}")
_PRICE = re.compile(r"[€$£¥]\s?\d|\d\s?[€$£¥]|\b(?:USD|EUR|GBP|CHF)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A sentence of a source, and the place from which it is quoted."""

    text: str
    unit: Unit | None = None
    span: Span | None = None
    line: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A source with its pieces; ``kind`` says what page it is.

    ``answers`` are the keys of what people said, ``notes`` citations that are numbered already.
    """

    source: Source
    kind: str
    pieces: tuple[Piece, ...] = ()
    answers: tuple[str, ...] = ()
    notes: tuple[int, ...] = ()


class Register:
    """Gives ids: a letter for the kind, and a number; the same text has the same id."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    @property
    def ids(self) -> list[str]:
        """Every id in use."""
        return list(self._ids.values())

    def passage(self, match: Match, units: Sequence[Unit]) -> Shown:
        """Show sentences of a passage."""
        pieces = tuple(Piece(text=plain(unit.text, self.ids), unit=unit) for unit in units)
        return self._shown(
            self._id("K", match.content_text),
            "knowledge",
            match.source_title,
            match.content_type.replace("_", " "),
            pieces,
            subject_of(match),
        )

    def brief(self, spans: Iterable[Span], texts: Iterable[str], ref: str = "") -> Shown:
        """Show words of the brief; those under a number of its own have it in their id."""
        said = list(zip(spans, texts, strict=True))
        pieces = tuple(Piece(text=plain(spoken(text), self.ids), span=span) for span, text in said)
        key = " ".join(piece.text for piece in pieces)
        wanted = f"B{ref}" if _NUMBERED.fullmatch(ref) else ""
        return self._shown(self._id("B", key, wanted), "brief", REQUEST, REQUEST, pieces)

    def answer(self, key: str, text: str, asked: Sequence[Span] = ()) -> Shown:
        """Show what a person of the organization has said, of these words of the brief."""
        said = plain(text, self.ids)
        pieces = tuple(Piece(text=plain(span.text, self.ids), span=span) for span in asked)
        source = Source(id=self._id("A", key), of="answer", title=key, text=said)
        return Shown(source=source, kind="confirmed", pieces=pieces, answers=(key,))

    def service(self, line: Line) -> Shown:
        """Show the description of a service, without its price."""
        text = line.description or line.label
        pieces = (Piece(text=plain(text, self.ids), line=line),)
        id = self._id("S", f"{line.label} {text}")
        return self._shown(id, "service", line.label, "service", pieces)

    def said(self, text: str, notes: Sequence[int], answers: Sequence[str]) -> Shown:
        """Show a sentence of the proposal itself, which stands on these citations and answers."""
        source = Source(id=self._id("D", text), of="computed", title="proposal", text=text)
        return Shown(source=source, kind="said", notes=tuple(notes), answers=tuple(answers))

    def _id(self, letter: str, key: str, wanted: str = "") -> str:
        known = f"{letter} {key}"
        if known not in self._ids:
            number = sum(id.startswith(letter) and "." not in id for id in self._ids.values()) + 1
            is_free = wanted and wanted not in self._ids.values()
            self._ids[known] = wanted if is_free else f"{letter}{number}"
        return self._ids[known]

    def _shown(
        self,
        id: str,
        of: SourceOf,
        title: str,
        kind: str,
        pieces: tuple[Piece, ...],
        subject: str = "",
    ) -> Shown:
        text = " ".join(piece.text for piece in pieces)
        source = Source(id=id, of=of, title=title, text=text, subject=subject)
        return Shown(source=source, kind=kind, pieces=pieces)


def has_price(text: str, language: str = "en") -> bool:
    """Return True if a sum of money stands in the text."""
    if _PRICE.search(text):
        return True
    return any(one.shown for one in find_sums(digits_for_words(text, language), language))
