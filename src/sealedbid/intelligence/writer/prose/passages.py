"""The sentences that a model is shown for a part: over the bar, printable, and without a price."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.writer.composer.comparing import conflict
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.practice import PRACTICE
from sealedbid.intelligence.writer.composer.shelf import Unit, units_of
from sealedbid.intelligence.writer.composer.words import overlap
from sealedbid.intelligence.writer.prose.sources import has_price
from sealedbid.intelligence.writer.questions import TOPIC

LONGEST = 120  # words of a passage


@dataclass(slots=True)
class Picked:
    """Sentences of one passage, best first."""

    match: Match
    units: list[Unit] = field(default_factory=list)

    def in_order(self) -> list[Unit]:
        """The sentences as the passage has them, at most LONGEST words, none twice."""
        kept: list[Unit] = []
        words = 0
        for unit in self.units:
            length = len(unit.text.split())
            if kept and words + length > LONGEST:
                continue
            if any(_holds(other, unit) for other in kept):
                continue
            kept = [other for other in kept if not _holds(unit, other)] + [unit]
            words += length
        return sorted(kept, key=lambda unit: unit.place)


def speaking(
    desk: Desk,
    asked: Sequence[tuple[str, Sequence[str]]],
    types: Sequence[ContentType],
    *,
    most: int,
    bar: float,
    widened: bool = False,
) -> list[Picked]:
    """Pick the sentences that speak to what is asked: pairs of its words and recall's keys."""
    picked: dict[UUID, Picked] = {}
    for text, keys in asked:
        matches = [one for key in keys for one in desk.matches(key) if one.content_type in types]
        if widened:
            matches = desk.library.widened(matches)
        count = 0
        for one in desk.library.scored(text, matches):
            if one.score < bar or count >= most:
                break
            if conflict(text, one.unit.text) or not is_fit(desk, one.unit):
                continue
            count += 1
            _add(picked, one.unit)
    return list(picked.values())


def nearest(
    desk: Desk, keys: Sequence[str], types: Sequence[ContentType], *, most: int = 1
) -> list[Picked]:
    """Pick the pages that recall found nearest to each key, whole: a model sees what they are for.

    Of a page that recall has not whole, the passage that was found.
    """
    recall = desk.assignment.recall
    pages: dict[UUID, list[Match]] = {}
    for match in {one.id: one for one in (*recall.pages, *recall.whole)}.values():
        pages.setdefault(match.source_id, []).append(match)
    picked: dict[UUID, Picked] = {}
    for key in keys:
        near = [one for one in desk.matches(key) if one.content_type in types]
        for source in list(dict.fromkeys(one.source_id for one in near))[:most]:
            found = [one for one in near if one.source_id == source]
            for unit in units_of(pages.get(source, found)):
                if is_fit(desk, unit) and desk.library.is_printable(unit):
                    _add(picked, unit)
    return list(picked.values())


def on_topics(desk: Desk, topics: Sequence[str]) -> list[Picked]:
    """Pick the pages of practice that tell of topics, whole."""
    keys = [f"{TOPIC}{topic}" for topic in topics]
    return nearest(desk, [key for key in keys if _is_told(desk, key)], PRACTICE)


def _is_told(desk: Desk, key: str) -> bool:
    return any(
        one.content_type in PRACTICE and one.similarity >= desk.bar.topic
        for one in desk.matches(key)
    )


def telling(desk: Desk, matches: Iterable[Match], theme: str, *, most: int) -> list[Picked]:
    """Pick the sentences of whole pages that are nearest to the theme, and their first one."""
    picked: dict[UUID, Picked] = {}
    units = [unit for unit in units_of(matches) if is_fit(desk, unit)]
    units = [unit for unit in units if desk.library.is_printable(unit)]
    first = units[:1]
    rest = sorted(units[1:], key=lambda unit: -overlap(theme, unit.text))
    for unit in [*first, *rest][:most]:
        _add(picked, unit)
    return sorted(picked.values(), key=lambda one: one.match.chunk_no)


def merged(groups: Iterable[Sequence[Picked]]) -> list[Picked]:
    """One for each passage, with the sentences that any part has of it."""
    found: dict[UUID, Picked] = {}
    for group in groups:
        for one in group:
            kept = found.setdefault(one.match.id, Picked(one.match))
            kept.units += [unit for unit in one.units if unit not in kept.units]
    return list(found.values())


def _add(picked: dict[UUID, Picked], unit: Unit) -> None:
    one = picked.setdefault(unit.match.id, Picked(unit.match))
    if unit not in one.units:
        one.units.append(unit)


def is_fit(desk: Desk, unit: Unit) -> bool:
    """Return True for a sentence without a price: a model is shown no other."""
    return not has_price(unit.text, desk.assignment.brief.language)


def _holds(one: Unit, other: Unit) -> bool:
    """Return True if ``one`` has every sentence of ``other``."""
    return one.place[:3] == other.place[:3] and one.first <= other.first and other.last <= one.last
