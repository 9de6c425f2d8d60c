"""The passages that a writer is given, and the draft that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sealedbid.content.documents import Document
from sealedbid.content.models import AnswerState, Service
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.models import Match, SourceKind, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """The passages found, by question; ``is_semantic`` is False if words alone were compared."""

    is_semantic: bool
    matches: tuple[Match, ...]
    whole: tuple[Match, ...]  # everything of the sources that are shown from their beginning
    offers: dict[str, list[float]]  # similarity of a service, by its id, to each wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A citation of the draft; ``position`` is a place in the brief, in characters."""

    number: int
    section_id: str
    source_kind: SourceKind
    quote: str
    source_title: str
    heading: str = ""
    org_brain_id: UUID | None = None
    service_id: UUID | None = None
    position: int | None = None
    score: float | None = None
    verdict: Verdict = "supported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the price table; a rate is shown and not added up."""

    offer: Service
    quantity: int
    is_rate: bool
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The place where a requirement is answered, or None for the place."""

    ref: str
    state: AnswerState
    section_id: str | None
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A proposal, with its notes, price lines, answers, and what a person has to say to it.

    A question that was answered may be among ``questions``: its answer stays.
    """

    title: str
    document: Document
    notes: tuple[Note, ...]
    lines: tuple[Line, ...]
    answers: tuple[Answer, ...]
    questions: tuple[Question, ...] = ()
