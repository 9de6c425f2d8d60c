"""Taxes: a sum that a source leaves them out of does not include them."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.brief.values.riders import riders
from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, hard


def check_taxes(claim: Claim) -> Iterator[Found]:
    """Tax that the sentence includes and the sources leave out, or the other way about."""
    known = riders(claim.text.language)
    ways = (known.included, known.on_top)
    mine = [way.search(claim.text.folded) for way in ways]
    theirs = [way.search(claim.said) is not None for way in ways]
    for said, here, there in zip(mine, theirs, theirs[::-1], strict=True):
        if said and there and not here:
            yield hard("money", said[0], "the source says otherwise whether tax is included")
