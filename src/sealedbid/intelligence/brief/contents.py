"""The contents of the answer: what it has to contain, in the order of the brief.

"Quotations shall contain: a; b; c", the list below "Your proposal should include:", the sections
below a heading "Contents of the quotation".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sealedbid.intelligence.brief.enumerations import conditions, enumerated, short_heading
from sealedbid.intelligence.brief.models import Asked
from sealedbid.intelligence.brief.requirements.sections import is_judged, section, without_number
from sealedbid.intelligence.brief.requirements.words import Words
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.vocabulary.patterns import pattern

MOST = 40


@dataclass(frozen=True, slots=True)
class _Item:
    """Pieces of one item: its own, and those nested in it."""

    own: tuple[Piece, ...]
    nested: tuple[Piece, ...] = ()


def contents(found: Sequence[Piece], words: Words | None) -> tuple[Asked, ...]:
    """Find what is asked of the answer's contents; ``words`` None: only headings tell."""
    result: dict[int, Asked] = {}
    for index, piece in enumerate(found):
        for each in _from(found, index, piece, words):
            result.setdefault(each.span.start, each)
    return tuple(result[start] for start in sorted(result))[:MOST]


def _from(found: Sequence[Piece], index: int, piece: Piece, words: Words | None) -> Iterator[Asked]:
    if piece.kind == "heading":
        if section(piece.text) == "contents":
            yield from map(_asked, _below_heading(found, index))
        return
    if piece.name and piece.numbered and piece.first and section(piece.name) == "contents":
        yield from map(_asked, _below_number(found, index))
        return
    if words is None or piece.table or not words["leads.contents"].search(piece.text):
        return
    if words["leads.not_contents"].search(piece.text):
        return
    if piece.leads:
        yield from map(_asked, _below_lead(found, index))
        return
    lead = words["leads.contents"].search(piece.text)
    for start, end in enumerated(piece.text, lead.end() if lead else 0):
        text = " ".join(piece.text[start:end].split())
        yield Asked(
            span=piece.span_of(start, end),
            text=text,
            heading=short_heading(text),
            conditions=conditions(text),
        )


def _below_lead(found: Sequence[Piece], index: int) -> Iterator[_Item]:
    """The items that a lead-in governs, each with what is nested in it."""
    lead = found[index]
    ids = _ids(lead)
    theirs: list[Piece] = []
    for piece in found[index + 1 :]:
        mine = _ids(piece)
        deeper = len(mine) > len(ids) and mine[: len(ids)] == ids
        counted = mine == ids and piece.numbered and not piece.opens and _is_below(piece, lead)
        goes_on = bool(theirs) and mine == _ids(theirs[-1]) and not piece.first
        if piece.kind in {"heading", "cell"} or not (deeper or counted or goes_on):
            break
        theirs.append(piece)
    yield from _items(theirs)


def _is_below(piece: Piece, lead: Piece) -> bool:
    return piece.ref.startswith(lead.ref + ".") or not lead.numbered


def _below_heading(found: Sequence[Piece], index: int) -> Iterator[_Item]:
    """The items of a section: its lists, else the sections in it, else its numbered paragraphs."""
    heading = found[index]
    theirs: list[Piece] = []
    for piece in found[index + 1 :]:
        if piece.kind == "heading" and piece.level <= heading.level:
            break
        if not piece.is_entry:
            theirs.append(piece)
    least = min((piece.level for piece in theirs if piece.kind == "heading"), default=0)
    titles = [at for at, piece in enumerate(theirs) if piece.level and piece.level == least]
    if titles:
        for at, stop in zip(titles, [*titles[1:], len(theirs)], strict=True):
            if section(theirs[at].text) == "contents" or is_judged(theirs[at].text):
                continue
            below = tuple(each for each in theirs[at + 1 : stop] if each.kind != "cell")
            yield _Item((theirs[at],), below)
        return
    listed = [piece for piece in theirs if piece.lists]
    if listed:
        yield from _items(listed)
        return
    counted = [piece for piece in theirs if piece.numbered]
    if counted:
        yield from _items(counted)
        return
    rows: dict[tuple[int, int], Piece] = {}
    for piece in theirs:
        if piece.table and piece.line and len(piece.text) > 3:
            rows.setdefault((piece.table, piece.line), piece)
    yield from (_Item((piece,)) for piece in rows.values())


def _below_number(found: Sequence[Piece], index: int) -> Iterator[_Item]:
    """The named paragraphs under a numbered one: "6. Quotation Instructions", then "6.c Cover"."""
    outer = found[index].ref + "."
    theirs: list[Piece] = []
    for piece in found[index + 1 :]:
        if piece.kind == "heading" or (piece.numbered and not (piece.ref + ".").startswith(outer)):
            break
        theirs.append(piece)
    starts = [
        at
        for at, piece in enumerate(theirs)
        if piece.first and piece.numbered and piece.name and "." not in piece.ref[len(outer) :]
    ]
    stops = [*starts[1:], len(theirs)] if starts else []
    for at, stop in zip(starts, stops, strict=True):
        if pattern("contents", "rules").fullmatch(theirs[at].name) or is_judged(theirs[at].name):
            continue  # "a. Format.": how it is handed in, not what is in it
        below = (each for each in theirs[at + 1 : stop] if each.numbered and each.kind != "cell")
        yield _Item((theirs[at],), tuple(below))


def _items(pieces: Sequence[Piece]) -> Iterator[_Item]:
    """Pieces put together: an item begins where its depth is the least."""
    least = min((len(each.lists) for each in pieces), default=0)
    own: list[Piece] = []
    nested: list[Piece] = []
    for piece in pieces:
        begins = piece.first and len(piece.lists) == least
        if begins and own:
            yield _Item(tuple(own), tuple(nested))
            own, nested = [], []
        (own if len(piece.lists) == least and not nested else nested).append(piece)
    if own:
        yield _Item(tuple(own), tuple(nested))


def _asked(item: _Item) -> Asked:
    first, last = item.own[0], item.own[-1]
    text = " ".join(" ".join(piece.text.split()) for piece in item.own)
    one_block = first.words is last.words
    span = first.words.span(first.start, last.end) if one_block else first.span
    said = conditions(text) if not first.name and first.kind != "heading" else ()
    more = tuple(" ".join(each.text.split()) for each in item.nested)
    if first.name or first.kind == "heading":
        more = tuple(" ".join(each.text.split()) for each in item.own[1:]) + more
    return Asked(
        span=span,
        text=text,
        heading=short_heading(without_number(first.name or first.text)),
        conditions=said + more,
        ref=first.ref if first.numbered or _has_number(first) else "",
    )


def _has_number(piece: Piece) -> bool:
    """True if a heading carries its own number."""
    own = piece.ref.rpartition(".")[2]
    return piece.kind == "heading" and bool(own) and own in piece.text[:30]


def _ids(piece: Piece) -> tuple[int, ...]:
    return tuple(number for number, _ in piece.lists)
