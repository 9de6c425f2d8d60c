"""The citations of a draft as it is being written."""

from __future__ import annotations

from dataclasses import replace

from sealedbid.content.models import Service
from sealedbid.intelligence.brief import Span
from sealedbid.intelligence.models import Match, Verdict
from sealedbid.intelligence.writer.models import Note


class Notes:
    """Numbers quotes from 1, each once, in the order in which they are first used."""

    def __init__(self) -> None:
        self._notes: dict[tuple[str, str], Note] = {}

    def from_brief(self, section_id: str, span: Span, quote: str) -> int:
        """Of words in the brief."""
        return self._add(
            ("brief", str(span.start)),
            Note(
                number=0,
                section_id=section_id,
                source_kind="brief",
                quote=quote,
                source_title="Your brief",
                position=span.start,
            ),
        )

    def from_knowledge(
        self, section_id: str, match: Match, quote: str, verdict: Verdict = "supported"
    ) -> int:
        """Of a paragraph of a passage."""
        return self._add(
            (str(match.id), quote),
            Note(
                number=0,
                section_id=section_id,
                source_kind="knowledge",
                quote=quote,
                source_title=match.source_title,
                heading=match.heading,
                org_brain_id=match.id,
                score=round(match.score, 4) or None,
                verdict=verdict,
            ),
        )

    def from_offer(self, section_id: str, offer: Service) -> int:
        """Of a service's description."""
        return self._add(
            ("service", str(offer.id)),
            Note(
                number=0,
                section_id=section_id,
                source_kind="service",
                quote=offer.description or offer.name,
                source_title=offer.name,
                service_id=offer.id,
            ),
        )

    def all(self) -> tuple[Note, ...]:
        """In the order of their numbers."""
        return tuple(self._notes.values())

    def _add(self, key: tuple[str, str], note: Note) -> int:
        if key not in self._notes:
            self._notes[key] = replace(note, number=len(self._notes) + 1)
        return self._notes[key].number
