"""Finds quotes, figures, addresses and names in a draft that are in none of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sealedbid.content.documents import Block
from sealedbid.content.models import Service
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.models import Draft, Note

_FIGURE = re.compile(r"\d[\d.,:/%-]*")
_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+|https?://\S+")
# Two and more capitalised words in a row: the name of somebody or something.
_NAME = re.compile(r"\b[A-Z][\w'&-]+(?: [A-Z][\w'&-]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A quote, figure, address or name that is in the draft and in no source."""

    section_id: str
    what: str


def find_unsupported(
    draft: Draft,
    *,
    brief: str,
    passages: Sequence[Match],
    offers: Sequence[Service],
    answers: Mapping[str, str],
) -> list[Finding]:
    """Find quotes that are not in their source, and figures, addresses and names in none.

    Sources are the brief, passages, services and answers of people. Figures that code computed out
    of these are not looked up; names in computed rows are.
    """
    by_id = {match.id: match for match in passages}
    services = {offer.id: offer for offer in offers}
    findings = [
        Finding(section_id=note.section_id, what=note.quote)
        for note in draft.notes
        if not _stands(note, brief, by_id, services)
    ]
    sources = [brief, draft.title, *answers.values()]
    sources += [f"{m.source_title} {m.heading} {m.content_text}" for m in passages]
    sources += [f"{o.name} {o.description}" for o in offers]
    known = " ".join(" ".join(sources).split())
    known = f"{known} {_without_marks(known)}"
    for section in draft.document.sections:
        for block in section.blocks:
            findings += [
                Finding(section_id=section.id, what=token)
                for token in _said(block)
                if token not in known and token.upper() not in known.upper()
            ]
            findings += [
                Finding(section_id=section.id, what=key)
                for key in block.answers
                if key not in answers
            ]
    return findings


def _stands(
    note: Note, brief: str, passages: Mapping[UUID, Match], services: Mapping[UUID, Service]
) -> bool:
    if note.source_kind == "brief":
        start = note.position or 0
        return brief[start : start + len(note.quote)] == note.quote
    if note.source_kind == "knowledge":
        match = passages.get(note.org_brain_id) if note.org_brain_id else None
        return match is not None and note.quote in match.content_text
    offer = services.get(note.service_id) if note.service_id else None
    return offer is not None and note.quote in (offer.description, offer.name)


def _said(block: Block) -> Iterator[str]:
    """The tokens of a block that have to stand in a source."""
    if block.table is not None:
        texts = [cell for row in block.table.rows for cell in row]
    else:
        texts = [block.text]
    for text in texts:
        yield from (names(text) if block.computed else tokens(text))


def _without_marks(text: str) -> str:
    return re.sub(r"\*\*|__|`", "", text)


def names(text: str) -> list[str]:
    """List the names of a text: two and more capitalised words in a row."""
    plain = " ".join(text.split())
    return [match[0] for match in _NAME.finditer(plain)]


def tokens(text: str) -> list[str]:
    """List the figures, addresses and names of a text."""
    plain = " ".join(text.split())
    found = [match[0].rstrip(".,:-/") for match in _FIGURE.finditer(plain)]
    found += [match[0].rstrip(".,)") for match in _ADDRESS.finditer(plain)]
    return found + names(plain)
