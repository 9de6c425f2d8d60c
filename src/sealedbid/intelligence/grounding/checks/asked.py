"""The request alone: what a client says is no proof of what we are, do or charge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.grounding.claims import Claim, Found, hard, voice
from sealedbid.intelligence.grounding.phrases import acts, asks_for, offers

_ADDRESS = re.compile(r"https?://\S{1,200}|\b(?:javascript|data|mailto):\S")
ASKED = frozenset({"brief", "computed"})
"""Sources that are none of ours: what code made of rows says nothing more of us."""
SUMS = frozenset({"money", "percentage"})


def check_asked(claim: Claim) -> Iterator[Found]:
    """Find a sentence about us, or a sum of our offer, that stands on the brief alone."""
    of = {one.source.of for one in claim.cited}
    if "brief" not in of or not of <= ASKED:
        return
    text, language = claim.text.folded, claim.text.language
    if asks_for(text, language):
        return
    if ours := voice(language, "we").search(text):
        yield hard("commitment", ours[0], "only the request says this, and no source of ours")
    elif found := _ADDRESS.search(text) or acts(text, language):
        yield hard("commitment", found[0], "only the request says this, and no source of ours")
    elif (sum := offers(text, language)) and _has_sums(claim):
        yield hard("money", sum, "only the request says this, and no row of the offer")


def _has_sums(claim: Claim) -> bool:
    """True if a sum of the sentence is none that code made of rows."""
    made = [v for one in claim.cited if one.source.of == "computed" for v in one.text.values]
    return any(
        value.kind in SUMS and not any(value.number == one.number for one in made)
        for value in claim.text.values
    )
