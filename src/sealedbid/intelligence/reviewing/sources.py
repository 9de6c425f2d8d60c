"""The sources of a draft: what each of its citations and answers stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sealedbid.content.models import Service
from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.grounding.subjects import subject_of
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.models import Note


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sources of a draft by its notes; ``pages`` has the passages of each page."""

    brief: str
    passages: Mapping[UUID, Match]
    pages: Mapping[UUID, Sequence[Match]]
    services: Mapping[UUID, Service]
    notes: Mapping[int, Note]
    answers: Mapping[str, str]

    def of_note(self, number: int) -> Source | None:
        """The source of a citation; None if nothing of the kind was given."""
        note = self.notes.get(number)
        if note is None:
            return None
        if note.source_kind == "brief":
            return Source(id=f"B{number}", of="brief", title="", text=note.quote)
        if note.source_kind == "knowledge":
            match = self.passages.get(note.org_brain_id) if note.org_brain_id else None
            return source_of(match) if match else None
        offer = self.services.get(note.service_id) if note.service_id else None
        return of_service(offer) if offer else None

    def page_of(self, number: int) -> list[Source]:
        """All passages of the page that a citation is from."""
        note = self.notes.get(number)
        match = self.passages.get(note.org_brain_id) if note and note.org_brain_id else None
        return [source_of(one) for one in self.pages[match.source_id]] if match else []

    def of_answer(self, key: str) -> Source | None:
        """The answer of a person; None if the question was not answered."""
        if key not in self.answers:
            return None
        return Source(
            id=f"A {key}", of="answer", title=re.sub(r"[._-]+", " ", key), text=self.answers[key]
        )

    def cited_by(self, notes: Iterable[int], answers: Iterable[str]) -> list[Source]:
        """The sources of citations and answers, in this order; those that were given."""
        found = [*map(self.of_note, notes), *map(self.of_answer, answers)]
        return [one for one in found if one is not None]

    def is_quoted(self, number: int) -> bool:
        """True if the citation's quote is in its source, word for word."""
        note = self.notes.get(number)
        if note is None:
            return False
        if note.source_kind == "brief":
            start = note.position or 0
            return self.brief[start : start + len(note.quote)] == note.quote
        if note.source_kind == "knowledge":
            match = self.passages.get(note.org_brain_id) if note.org_brain_id else None
            return match is not None and note.quote in match.content_text
        offer = self.services.get(note.service_id) if note.service_id else None
        return offer is not None and note.quote in (offer.description, offer.name)


def shelf_of(
    brief: str,
    passages: Sequence[Match],
    offers: Sequence[Service],
    notes: Iterable[Note],
    answers: Mapping[str, str],
) -> Shelf:
    """Put the sources of a draft on a shelf, each passage once."""
    by_id = {match.id: match for match in passages}
    pages: dict[UUID, list[Match]] = {}
    for match in by_id.values():
        pages.setdefault(match.source_id, []).append(match)
    return Shelf(
        brief=brief,
        passages=by_id,
        pages=pages,
        services={offer.id: offer for offer in offers},
        notes={note.number: note for note in notes},
        answers=answers,
    )


def source_of(match: Match) -> Source:
    """A passage as a source, with the client that its page tells of."""
    return Source(
        id=f"K {match.id}",
        of="knowledge",
        title=match.source_title,
        text="\n".join(filter(None, (match.heading, match.content_text))),
        subject=subject_of(match),
    )


def of_service(offer: Service) -> Source:
    """A service of the price list as a source."""
    text = f"{offer.description}\n{offer.unit}" if offer.unit else offer.description
    return Source(id=f"S {offer.id}", of="service", title=offer.name, text=text)
