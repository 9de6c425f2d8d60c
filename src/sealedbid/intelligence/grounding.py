"""Finds quotes, figures, addresses and names in a draft that are in none of its sources."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.content.models import Service
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.models import Draft

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
    draft: Draft, *, brief: str, passages: Sequence[Match], offers: Sequence[Service]
) -> list[Finding]:
    """Find quotes that are not in their source, and figures, addresses and names in none."""
    by_id = {match.id: match for match in passages}
    services = {offer.id: offer for offer in offers}
    findings = []
    for note in draft.notes:
        if note.source_kind == "brief":
            start = note.position or 0
            stands = brief[start : start + len(note.quote)] == note.quote
        elif note.source_kind == "knowledge":
            match = by_id.get(note.org_brain_id) if note.org_brain_id else None
            stands = match is not None and note.quote in match.content_text
        else:
            offer = services.get(note.service_id) if note.service_id else None
            stands = offer is not None and note.quote in (offer.description, offer.name)
        if not stands:
            findings.append(Finding(section_id=note.section_id, what=note.quote))
    sources = [brief, draft.title]
    sources += [f"{m.source_title} {m.heading} {m.content_text}" for m in passages]
    sources += [f"{o.name} {o.description}" for o in offers]
    known = " ".join(" ".join(sources).split())
    for section in draft.document.sections:
        for block in section.blocks:
            for token in tokens(block.text):
                if token not in known:
                    findings.append(Finding(section_id=section.id, what=token))
    return findings


def tokens(text: str) -> list[str]:
    """List the figures, addresses and names of a text."""
    plain = " ".join(text.split())
    found = [match[0].rstrip(".,:-/") for match in _FIGURE.finditer(plain)]
    found += [match[0].rstrip(".,)") for match in _ADDRESS.finditer(plain)]
    return found + [match[0] for match in _NAME.finditer(plain)]
