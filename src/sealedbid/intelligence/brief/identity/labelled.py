"""Values that a label names, and facts made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sealedbid.intelligence.brief.facts.models import Alternative, Fact, FactKind
from sealedbid.intelligence.brief.facts.values import Words
from sealedbid.intelligence.brief.models import Span
from sealedbid.intelligence.brief.structure.columns import tidy
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.vocabulary.patterns import pattern

EDGES = " \t\n:;,*_#|–—-"
MOST = 5  # alternatives


@dataclass(frozen=True, slots=True)
class Named:
    """A value in plain words, and where it stands."""

    text: str
    quote: Span
    label: str = ""


def named(piece: Piece, start: int = 0, end: int | None = None, label: str = "") -> Named | None:
    """The part of a piece as a value; None where nothing but marks is left of it."""
    stop = len(piece.text) if end is None else end
    while start < stop and piece.text[start] in EDGES:
        start += 1
    while stop > start and piece.text[stop - 1] in EDGES:
        stop -= 1
    if not any(map(str.isalnum, piece.text[start:stop])):
        return None
    text = " ".join(piece.text[start:stop].split())
    return Named(text, piece.span_of(start, stop), label)


def labelled(pieces: Sequence[Piece], name: str) -> Iterator[Named]:
    """The values whose label is one of those of ``name``, in order."""
    wanted = pattern("identity", name)
    for piece in pieces:
        if not piece.label or wanted.fullmatch(tidy(piece.label)) is None:
            continue
        own = piece.kind != "cell" and piece.text.startswith(piece.label, _skip(piece))
        start = _skip(piece) + len(piece.label) if own else 0
        found = named(piece, start, label=tidy(piece.label))
        if found:
            yield found


def fact(kind: FactKind, best: Named, others: Sequence[Named] = (), *, reason: str = "") -> Fact:
    """A fact of words: sure without a reason, and unsure with one."""
    different = {best.text.casefold(): best}
    for each in others:
        different.setdefault(each.text.casefold(), each)
    return Fact(
        key=kind,
        kind=kind,
        value=Words(text=best.text),
        quote=best.quote,
        sure=not reason,
        reason=reason,
        alternatives=tuple(
            Alternative(value=Words(text=each.text), quote=each.quote)
            for each in [*different.values()][1:MOST]
        ),
    )


def _skip(piece: Piece) -> int:
    """Count how many marks stand before the words of a piece."""
    return len(piece.text) - len(piece.text.lstrip(EDGES + "[("))
