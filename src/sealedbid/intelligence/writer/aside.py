"""Passages and descriptions that speak to a program are set aside, for the author to read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sealedbid.content.author import HeldBack
from sealedbid.content.models import Service
from sealedbid.intelligence.grounding.orders import order_in
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.shortening import shortened
from sealedbid.intelligence.writer.models import Recall
from sealedbid.intelligence.writer.protocol import Assignment
from sealedbid.platform import rows

SHOWN = 300  # characters of a text that the author is shown


def cleared(assignment: Assignment) -> Assignment:
    """Set the passages aside, and leave out the descriptions of services, that give orders."""
    recall = without_orders(assignment.recall)
    plain = {one.id: one for one in assignment.offers if not order_in(one.description)}
    held = [
        _held(one.description, one.name, order_in(one.description))
        for one in assignment.offers
        if one.id not in plain
    ]
    if recall is assignment.recall and not held:
        return assignment
    return replace(
        assignment,
        recall=replace(recall, aside=_once([*recall.aside, *held])),
        offers=tuple(plain.get(one.id) or _nameless(one) for one in assignment.offers),
    )


def without_orders(recall: Recall) -> Recall:
    """Set the passages aside that give orders; the same recall if none does."""
    found: dict[object, HeldBack] = {}
    for match in (*recall.matches, *recall.whole, *recall.pages):
        words = _order(match)
        if words:
            found[match.id] = _held(match.content_text, match.source_title, words)
    if not found:
        return recall
    return replace(
        recall,
        matches=tuple(one for one in recall.matches if one.id not in found),
        whole=tuple(one for one in recall.whole if one.id not in found),
        pages=tuple(one for one in recall.pages if one.id not in found),
        aside=_once([*recall.aside, *found.values()]),
    )


def _order(match: Match) -> str:
    return order_in(match.content_text) or order_in(f"{match.source_title}\n{match.heading}")


def _nameless(offer: Service) -> Service:
    return rows.replace(offer, description="")


def _held(text: str, source: str, words: str) -> HeldBack:
    return HeldBack(
        text=shortened(text, SHOWN),
        source=shortened(source, SHOWN),
        reason=f"it speaks to a program (“{shortened(words, 80)}”): read it, and mend the page",
    )


def _once(held: Iterable[HeldBack]) -> tuple[HeldBack, ...]:
    return tuple({(one.source, one.text): one for one in held}.values())
