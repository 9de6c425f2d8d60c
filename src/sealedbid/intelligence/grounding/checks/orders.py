"""Orders: a source that speaks to a program bears nothing out, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, hard
from sealedbid.intelligence.grounding.orders import order_in

OWN = frozenset({"computed"})


def check_orders(claim: Claim) -> Iterator[Found]:
    """Find cited sources, and words of the sentence itself, that speak to a program."""
    for one in claim.cited:
        text = f"{one.source.title}\n{one.source.text}"
        if one.source.of not in OWN and (words := order_in(text)):
            yield hard("unknown source", words, "its source speaks to a program, and is no source")
    if words := order_in(claim.text.text):
        yield hard("placeholder", words, "these words speak to a program")
