"""Orders: "Provide ...", "Please ensure ...", "be sure to identify ..."."""

from __future__ import annotations

import re

ORDERS = (
    r"provide|submit|include|describe|identify|explain|demonstrate|attach|complete|send|ensure|use"
    r"|deliver|indicate|specify|confirm|propose|discuss|give|enclose|upload|keep|prepare|create|build"
    r"|develop|implement|add|make|allow|enable|integrate|migrate|maintain|register|follow|comply|fill"
    r"|do not|don't|never|avoid|set up"
)
# Nouns as well ("Price Quotation will not be reviewed"): orders only before a determiner.
NOUNS = (
    r"list|sign|state|supply|outline|detail|address|quote|name|limit|price|present|design|support"
    r"|show|answer|email|mail|document|test|host|train"
)
OPENING = re.compile(
    rf"(?:(?:note that|note|reminder|important)[:,]?\s+)?"
    rf"(?:(?:therefore|additionally|finally|also|next|then|first|second|lastly)[,:]?\s+"
    rf"|(?:at|in|for|as|with|within|by|on)\s[^,.;:]{{1,60}},\s+)?"
    rf"(?:\w+ly\s+)?(?:and\s+)?(?:(?:{ORDERS})\b(?!\s*[:.)]\s*\S|\s+(?:of|is|are|was|has|shall|must|will)\b)"
    rf"|(?:{NOUNS})\s+(?:the|an?|your|all|any|each|every|how|what|which|that|whether|at least"
    rf"|\d)\b)",
    re.IGNORECASE,
)
POLITE = re.compile(
    r"\bplease\s+(?:\w+ly\s+)?(?!(?:see|refer|note|contact|call|visit|feel|do not hesitate|find|do"
    r"|be (?:aware|advised)|let)\b)[a-z]|\b(?:be|make) sure (?:to|that|you)\b",
    re.IGNORECASE,
)
OFFERED = re.compile(
    r"\bif (?:you|your \w+)(?:'d| would)? (?:like|wish|want|have (?:any )?questions|need help)\b",
    re.IGNORECASE,
)


def is_imperative(sentence: str, *, bare: bool) -> bool:
    """Whether ``sentence`` gives an order, and not an offer ("please call if you would like").

    ``bare``: a verb alone is one ("Provide ..."), not only a "please".
    """
    words = sentence.lower()
    if ("please" in words or "sure" in words) and POLITE.search(sentence):
        return OFFERED.search(sentence) is None
    return bare and OPENING.match(sentence) is not None
