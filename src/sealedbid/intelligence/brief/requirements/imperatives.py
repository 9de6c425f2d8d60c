"""Orders: "Provide ...", "Please ensure ...", "Bitte nennen Sie ..."."""

from __future__ import annotations

import re

from sealedbid.intelligence.brief.requirements.words import Words

# "Data protection – Show how ...": a short heading, and the order behind it.
HEADED = re.compile(r"[^.:–—!?]{2,70}?(?:\s[–—-]|:)\s+(?=\w)")


def is_imperative(sentence: str, words: Words, *, bare: bool) -> bool:
    """True if ``sentence`` gives an order, and not an offer ("please call if you would like").

    ``bare``: a verb alone is one ("Provide ..."), not only a "please".
    """
    if words["orders.polite"].search(sentence):
        return words["orders.offered"].search(sentence) is None
    return bare and words.opening.match(sentence) is not None


def is_headed_order(sentence: str, words: Words) -> bool:
    """True if an order stands behind the short heading of an item."""
    match = HEADED.match(sentence)
    return match is not None and words.opening.match(sentence, match.end()) is not None
