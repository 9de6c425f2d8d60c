"""The passages that a writer is given, and the draft that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sealedbid.content.author import HeldBack
from sealedbid.content.documents import Document
from sealedbid.content.models import AnswerState, BillingPeriod, Service
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.models import Match, SourceKind, Verdict
from sealedbid.intelligence.writer.doubts import Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """The passages found, by question; ``is_semantic`` is False if words alone were compared.

    ``doubts`` are the names that internal pages put in doubt, without a word of these pages.
    ``pages`` has everything of the pages of practice that are nearest to a question. ``aside`` are
    passages that nobody is given, since they speak to a program: for the author.
    """

    is_semantic: bool
    matches: tuple[Match, ...]
    whole: tuple[Match, ...]  # everything of the sources that are shown from their beginning
    offers: dict[str, list[float]]  # similarity of a service, by its id, to each wish
    doubts: tuple[Doubt, ...] = ()
    aside: tuple[HeldBack, ...] = ()
    pages: tuple[Match, ...] = ()

    @property
    def passages(self) -> list[Match]:
        """Every passage that a writer was given, those that were found first; some twice."""
        return [*self.matches, *self.whole, *self.pages]


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
    """One line of the price table, in the minor unit of ``currency``.

    A line that is not counted is a rate or an option, and is not added up. ``service_id`` is None
    for a sum that a person gave. ``why`` says who gave the quantity.
    """

    label: str
    description: str
    unit: str
    unit_price_minor: int
    currency: str
    quantity: Decimal
    is_counted: bool
    why: str
    billing_period: BillingPeriod = "once"
    tax_rate: Decimal = Decimal(0)
    service_id: UUID | None = None

    @property
    def net_minor(self) -> int:
        """Quantity times price, rounded half up as the database rounds it."""
        return int((self.quantity * self.unit_price_minor).quantize(Decimal(1), "ROUND_HALF_UP"))


def line_of(offer: Service, quantity: Decimal | None, why: str) -> Line:
    """Make the line of a service; without a quantity, its rate alone."""
    return Line(
        label=offer.name,
        description=offer.description,
        unit=offer.unit,
        unit_price_minor=offer.unit_price_minor,
        currency=offer.currency,
        quantity=Decimal(1) if quantity is None else quantity,
        is_counted=quantity is not None,
        why=why,
        billing_period=offer.billing_period,
        tax_rate=offer.tax_rate,
        service_id=offer.id,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The state of a requirement, and the section in which the client reads its answer."""

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
