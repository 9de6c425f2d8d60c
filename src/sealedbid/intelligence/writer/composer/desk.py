"""Everything that the sections of one draft are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from babel.dates import format_date

from sealedbid.content.documents import Block
from sealedbid.intelligence.asking.models import Form, Question
from sealedbid.intelligence.brief import Requirement
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.shortening import on_one_line
from sealedbid.intelligence.writer.composer.given import Given
from sealedbid.intelligence.writer.composer.known import Known
from sealedbid.intelligence.writer.composer.notes import Notes
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.practice import Bar, Library
from sealedbid.intelligence.writer.composer.prices.pricing import Priced
from sealedbid.intelligence.writer.composer.shelf import Unit
from sealedbid.intelligence.writer.protocol import Assignment
from sealedbid.intelligence.writer.questions import TOPIC
from sealedbid.platform.errors import ended

NOT_WORK = frozenset({"submission", "backlog", "form"})  # kinds of requirements
WORLD = "en_001"  # English with the day before the month
OPENING = 0.08  # similarity that the first passage of a page is worth more for its topic


@dataclass(slots=True, kw_only=True)
class Desk:
    """The assignment, what is certain of it, and the sentences and prices to choose from.

    ``questions`` and ``told`` collect, while sections are written, what only people can answer and
    what the author is told.
    """

    assignment: Assignment
    given: Given
    known: Known
    library: Library
    notes: Notes
    priced: Priced
    slots: Sequence[Slot]
    questions: list[Question] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)

    def paragraph(self, slot: Slot, units: Iterable[Unit], label: str = "") -> list[Block]:
        """Make one paragraph of units, each with its citation; none of none."""
        chosen = list(units)
        if not chosen:
            return []
        text = " ".join(unit.text for unit in chosen)
        notes = list(dict.fromkeys(self.notes.from_unit(slot.id, unit) for unit in chosen))
        return [Block(kind="paragraph", text=text, label=label, notes=notes)]

    def ask(
        self,
        key: str,
        text: str,
        reason: str,
        form: Form = "text",
        alternatives: tuple[str, ...] = (),
    ) -> bool:
        """Ask what only a person can say, unless it was answered; return True if it is open."""
        if self.given.has(key):
            return False
        self.questions.append(
            Question(key=key, text=text, reason=reason, form=form, alternatives=alternatives)
        )
        return True

    def answered(self, key: str, text: str | None = None, label: str = "") -> Block:
        """Make a paragraph of a person's answer, or of a sentence that stands on it."""
        said = text if text is not None else self.given.text(key)
        return Block(kind="paragraph", text=sentence(said), label=label, answers=[key])

    def on_topic(self, topic: str, asked: str = "", *, most: int = 2) -> list[Unit]:
        """Take the first units of the passage that tells of a topic, if one does.

        With what is asked, a unit that conflicts with it is held back.
        """
        near = [
            one
            for one in self.matches(f"{TOPIC}{topic}")
            if one.similarity >= self.bar.topic and not (one.content_type == "faq" and _opens(one))
        ]
        for match in sorted(near, key=lambda one: -one.similarity - OPENING * _opens(one)):
            found = self.library.first_of(match, asked, most)
            if found:
                return found
        return []

    @property
    def bar(self) -> Bar:
        """The scores that sentences and passages have to reach."""
        return self.library.bar

    def matches(self, key: str) -> list[Match]:
        """The passages found for a question of the recall, best first."""
        return self.library.by_key.get(key, [])

    def date(self, day: object) -> str:
        """Write a day as people of the organization's country do."""
        return str(format_date(day, format="long", locale=self.locale))  # type: ignore[arg-type]

    @property
    def locale(self) -> str:
        """The organization's locale, as babel names it; English of no country is the world's."""
        locale = self.assignment.locale.replace("-", "_")
        return WORLD if locale == "en" else locale

    def numbered(self) -> list[Numbered]:
        """The requirements on the work by the brief's own numbers, in its order."""
        found: dict[str, list[Requirement]] = {}
        for one in self.work():
            if one.numbered:
                found.setdefault(base_of(one.ref), []).append(one)
        return [Numbered(ref, tuple(parts)) for ref, parts in found.items()]

    def slot_of(self, kind: str) -> Slot | None:
        """The first section that the outline has for a kind."""
        return next((slot for slot in self.slots if kind in slot.kinds), None)

    @property
    def is_weighed(self) -> bool:
        """True if the client says what it weighs: then how, in what order and with what counts."""
        return bool(self.known.weights())

    def work(self) -> list[Requirement]:
        """The requirements on the work itself: not those on the answer, nor what it contains."""
        places = [(one.span.start, one.span.end) for one in self.assignment.brief.contents]
        return [
            one
            for one in self.assignment.brief.requirements
            if one.kind not in NOT_WORK
            and not any(start < one.span.end and one.span.start < end for start, end in places)
        ]


def _opens(match: Match) -> bool:
    """True for the first passage of a page, which says what the page is about."""
    return match.chunk_no == 1


@dataclass(frozen=True, slots=True)
class Numbered:
    """The requirements under one number of the brief; "3.4 (2)" is the second sentence of 3.4."""

    ref: str
    parts: tuple[Requirement, ...]

    @property
    def text(self) -> str:
        """The whole of it."""
        return " ".join(part.text for part in self.parts)

    @property
    def mandatory(self) -> bool:
        """True if any part of it is."""
        return any(part.mandatory for part in self.parts)

    @property
    def is_price(self) -> bool:
        """True if it is about the offer, and not about the work."""
        return all(part.kind == "price" for part in self.parts)


def base_of(ref: str) -> str:
    """The number of the brief without the count of its sentences."""
    return re.sub(r" \(\d+\)$", "", ref)


def sentence(text: str) -> str:
    """Return a person's words on one line, begun with a capital and ended as a sentence is."""
    words = on_one_line(text)
    words = words[:1].upper() + words[1:]
    return words if words.endswith(("…", ":", ")")) else ended(words)
