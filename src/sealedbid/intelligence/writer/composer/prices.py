"""The price table: services that fit, in quantities that the brief names."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.content.models import Service
from sealedbid.intelligence.brief import Brief, Quantity
from sealedbid.intelligence.writer.composer.words import content_words, overlap
from sealedbid.intelligence.writer.models import Line, Recall
from sealedbid.intelligence.writer.questions import questions, wishes_of

FITS = 0.22  # nearness below which a service has nothing to do with a wish
NEAR_BEST = 0.85  # share of the nearest service's nearness that makes another one fit as well
NAMED = 0.15  # what it is worth that a wish has all the words of a service's name
MOST, MOST_RATES = 5, 6
RATES = frozenset({"hour", "day"})  # units that are counted as they are worked
DURATIONS = frozenset({"week", "month"})


def price(brief: Brief, text: str, offers: Sequence[Service], recall: Recall) -> list[Line]:
    """Services in the order of how well they fit; rates after what can be counted.

    A service fits when the brief names it, or when it is the nearest to a wish, or nearly so.
    """
    wishes = [wish.text for wish in wishes_of(questions(brief))]
    counted = _fitting([o for o in offers if o.unit not in RATES], text, wishes, recall)
    rates = _fitting([o for o in offers if o.unit in RATES], text, wishes, recall)
    lines = [_line(offer, brief, is_first=place == 0) for place, offer in enumerate(counted[:MOST])]
    lines += [Line(offer=o, quantity=1, is_rate=True, why="") for o in rates[:MOST_RATES]]
    return lines


def _fitting(
    offers: Sequence[Service], text: str, wishes: Sequence[str], recall: Recall
) -> list[Service]:
    named = {offer.id for offer in offers if _names(text, offer)}
    fits = {offer.id: 1.0 for offer in offers if offer.id in named}
    for place, wish in enumerate(wishes):
        near = {offer.id: _nearness(offer, place, wish, recall) for offer in offers}
        bar = max(FITS, NEAR_BEST * max(near.values(), default=0.0))
        for id, nearness in near.items():
            if nearness >= bar:
                fits[id] = max(fits.get(id, 0.0), nearness)
    return sorted(
        (offer for offer in offers if offer.id in fits),
        key=lambda offer: (-fits[offer.id], offer.name),
    )


def _nearness(offer: Service, place: int, wish: str, recall: Recall) -> float:
    """The similarity of what is offered and what is wished, and the name's words in the wish."""
    similar = recall.offers.get(str(offer.id), [])
    return (similar[place] if place < len(similar) else 0.0) + NAMED * overlap(offer.name, wish)


def quantity_for(offer: Service, brief: Brief) -> Quantity | None:
    """What the brief counts in the service's own unit, if what it sells is paid once."""
    if offer.billing_period != "once":
        return None
    return next((found for found in brief.quantities if found.unit == offer.unit), None)


def _line(offer: Service, brief: Brief, *, is_first: bool) -> Line:
    """A line; only what fits best is bought for as long as the brief says."""
    found = quantity_for(offer, brief)
    if found is None or (offer.unit in DURATIONS and not is_first):
        return Line(offer=offer, quantity=1, is_rate=False, why="")
    return Line(offer=offer, quantity=max(found.value, 1), is_rate=False, why=found.span.text)


def _names(text: str, offer: Service) -> bool:
    """Whether the brief has the service's whole name in it."""
    return len(content_words(offer.name)) > 1 and offer.name.lower() in " ".join(
        text.lower().split()
    )
