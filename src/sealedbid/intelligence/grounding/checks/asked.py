"""The request alone: what a client says is no proof of what we are, do or charge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sealedbid.intelligence.grounding.claims import Claim, Found, hard
from sealedbid.intelligence.grounding.phrases import acts, asks_for, offers
from sealedbid.intelligence.vocabulary.loading import vocabulary

_ADDRESS = re.compile(r"https?://\S{1,200}|\b(?:javascript|data|mailto):\S")
SUMS = frozenset({"money", "percentage"})


def check_asked(claim: Claim) -> Iterator[Found]:
    """Find a sentence about us, or a sum of our offer, that stands on the brief alone."""
    if any(one.source.of != "brief" for one in claim.cited):
        return
    text, language = claim.text.folded, claim.text.language
    if asks_for(text, language):
        return
    if ours := _ours(language).search(text):
        yield hard("commitment", ours[0], "only the request says this, and no source of ours")
    elif found := _ADDRESS.search(text) or acts(text, language):
        yield hard("commitment", found[0], "only the request says this, and no source of ours")
    elif (sum := offers(text, language)) and any(v.kind in SUMS for v in claim.text.values):
        yield hard("money", sum, "only the request says this, and no row of the offer")


@cache
def _ours(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in vocabulary(language, "voice")["we"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
