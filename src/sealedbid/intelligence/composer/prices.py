"""The price table: services that fit, in quantities that the brief names."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.intelligence.brief import Brief, Quantity
from sealedbid.intelligence.composer.models import Line, Offer, Recall
from sealedbid.intelligence.composer.words import content_words

FITS = 0.22  # similarity below which a service has nothing to do with a wish
NEAR_BEST = 0.85  # share of the nearest service's similarity that makes another one fit as well
MOST, MOST_RATES = 5, 6
RATE_UNITS = frozenset({"hour", "day"})


def price(brief: Brief, text: str, offers: Sequence[Offer], recall: Recall) -> list[Line]:
    """Services in the order of how well they fit; rates after what can be counted.

    A service fits when the brief names it, or when it is the nearest to a wish, or nearly so.
    """
    named = {offer.id for offer in offers if _names(text, offer)}
    nearest = _nearest(recall)
    fitting = [offer for offer in offers if offer.id in named or str(offer.id) in nearest]
    fitting.sort(
        key=lambda offer: (offer.id not in named, -nearest.get(str(offer.id), 0.0), offer.name)
    )
    counted = [_line(offer, brief) for offer in fitting if offer.unit not in RATE_UNITS]
    rates = [
        Line(offer=offer, quantity=1, is_rate=True, why="")
        for offer in fitting
        if offer.unit in RATE_UNITS
    ]
    return counted[:MOST] + rates[:MOST_RATES]


def _nearest(recall: Recall) -> dict[str, float]:
    """The services that are nearest to a wish, or nearly so, if they are near at all."""
    found: dict[str, float] = {}
    wishes = max((len(similar) for similar in recall.offers.values()), default=0)
    for wish in range(wishes):
        bar = max(FITS, NEAR_BEST * max(similar[wish] for similar in recall.offers.values()))
        for id, similar in recall.offers.items():
            if similar[wish] >= bar:
                found[id] = max(found.get(id, 0.0), similar[wish])
    return found


def quantity_for(offer: Offer, brief: Brief) -> Quantity | None:
    """What the brief counts in the service's own unit, if what it sells is paid once."""
    if offer.billing_period != "once":
        return None
    return next((found for found in brief.quantities if found.unit == offer.unit), None)


def _line(offer: Offer, brief: Brief) -> Line:
    found = quantity_for(offer, brief)
    if found is None:
        return Line(offer=offer, quantity=1, is_rate=False, why="")
    return Line(offer=offer, quantity=max(found.value, 1), is_rate=False, why=found.span.text)


def _names(text: str, offer: Offer) -> bool:
    """Whether the brief has the service's whole name in it."""
    return len(content_words(offer.name)) > 1 and offer.name.lower() in " ".join(
        text.lower().split()
    )
