"""The promise that every writer keeps."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeAlias

from sealedbid.content.models import Service
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.llm import Model, ModelClass
from sealedbid.intelligence.models import FREE, Match, Usage
from sealedbid.intelligence.writer.models import Draft, Recall
from sealedbid.intelligence.writer.strategy import Strategy

Ask: TypeAlias = Callable[[ModelClass], Model]
"""Gives the model of a class. Raises ModelNotSetError."""
Telling: TypeAlias = Callable[[str], Awaitable[None]]
"""Hears, in a few words, how far the work is."""


async def say_nothing(words: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A proposal to write.

    ``text`` is the brief as it came, ``brief`` its requirements, goals and dates, each with its
    place in ``text``. ``recall`` has the passages by question, with their ids. ``offers`` are the
    services with their prices, the only source of a price. ``answers`` has what people said, by the
    keys of questions; the facts of ``brief`` have these answers in them already. ``today`` is the
    day of drafting, ``currency`` that of the proposal, ``strategy`` the plan, if a step made one.
    """

    text: str
    brief: Brief
    client: str
    recall: Recall
    offers: tuple[Service, ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None
    currency: str = ""
    locale: str = "en"
    strategy: Strategy | None = None

    @property
    def voice(self) -> list[Match]:
        """The passages in which the organization speaks of itself, whole sources first."""
        found = [*self.recall.whole, *self.recall.matches]
        spoken = {match.id: match for match in found if match.content_type == "voice"}
        return list(spoken.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A draft, and the tokens and money that it took; ``by`` is the model, None for rules."""

    draft: Draft
    usage: Usage = FREE
    by: str | None = None


class Writer(Protocol):
    """Writes a proposal of which every block names the sources that it stands on.

    A writer opens no transaction: everything it may use is in the assignment.
    """

    @property
    def name(self) -> str:
        """The name that a setting has for it."""
        ...

    async def write(self, assignment: Assignment) -> Written:
        """Write the proposal. The notes of the draft quote their sources word for word."""
        ...
