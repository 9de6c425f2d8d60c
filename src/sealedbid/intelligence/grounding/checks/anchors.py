"""The anchor: words that a writer copied from one of its sources, as a checksum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, soft
from sealedbid.intelligence.vocabulary.folding import fold

WORD = re.compile(r"\w+")
FEWEST, MOST = 3, 12  # words; a little more than eight is no reason to doubt


def check_anchor(claim: Claim) -> Iterator[Found]:
    """Look the anchor up in the cited sources, marks and capitals aside."""
    if not claim.anchor.strip():
        return
    words = WORD.findall(fold(claim.anchor))
    said = [f" {' '.join(WORD.findall(one.text.folded))} " for one in claim.cited]
    if not any(f" {' '.join(words)} " in text for text in said):
        yield soft("anchor", claim.anchor, "these words are in no source that the sentence cites")
    elif not FEWEST <= len(words) <= MOST and len(words) < FEWEST:
        yield soft("anchor", claim.anchor, f"an anchor has at least {FEWEST} words")
