"""Kinds of facts that a person is asked about: the question, and the form of its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sealedbid.intelligence.asking.models import Form
from sealedbid.intelligence.brief.facts.models import FactKind


@dataclass(frozen=True, slots=True)
class Asked:
    """The question about a kind of fact, and the form of its answer."""

    text: str
    form: Form


MATTER: Final[dict[FactKind, Asked]] = {
    "deadline": Asked("When must the answer be in?", "date"),
    "budget": Asked("How much may it cost?", "money"),
    "currency": Asked("In which currency are the prices given?", "text"),
    "start": Asked("When does the work start?", "date"),
    "duration": Asked("How long does the work take?", "text"),
    "questions_until": Asked("Until when may questions be asked?", "date"),
    "limit": Asked("How long may the answer be, in pages or words?", "text"),
    "title": Asked("What is the thing called that is asked for?", "text"),
    "issuer": Asked("Who asks for it?", "text"),
}
"""The kinds that are asked about, what matters most first."""

OF_TIME: Final[frozenset[FactKind]] = frozenset(
    {"issued", "deadline", "questions_until", "event", "start", "end"}
)
OF_LENGTH: Final[frozenset[FactKind]] = frozenset({"duration", "extension", "limit", "validity"})


def kind_of(key: str) -> FactKind | None:
    """The kind of fact that a question's key names ("event.2" is an event), or None."""
    name = key.partition(".")[0]
    return next((kind for kind in _ALL if kind == name), None)


_ALL: Final[tuple[FactKind, ...]] = (
    *MATTER,
    *("reference", "contact", "issued", "event", "end", "extension", "validity"),
    *("language", "criterion", "submission"),
)
