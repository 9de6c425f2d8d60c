"""Which date is the one that replies are due by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from sealedbid.intelligence.brief.models import DateFound

REPLY = re.compile(
    r"\b(?:proposals?|quotations?|quotes?|offers?|responses?|repl(?:y|ies)|bids?|tenders?"
    r"|submissions?|applications?|rfp|rfq|answers?|pitch(?:es)?)\b",
    re.IGNORECASE,
)
DUE = re.compile(
    r"\b(?:due|deadline|received|submi\w+|no later than|clos(?:es|ing)|send|by|before|until"
    r"|return)\b",
    re.IGNORECASE,
)
REPLY_BY = re.compile(
    r"\b(?:reply by|respond by|deadline|closing date|due date|due by|repl(?:y|ies) (?:due|until)"
    r"|submission date)\b",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:questions?|comments?|clarifications?|deliverables?|invoices?|award|start|begin|launch"
    r"|live|go-live|kick-?off|contract|interviews?|amended|issued?|evaluation)\b",
    re.IGNORECASE,
)
SURE = 2


def likelihood(what: str) -> int:
    """How surely a date that ``what`` speaks of is the one; below SURE it is not."""
    score = 2 * bool(REPLY_BY.search(what)) + bool(REPLY.search(what)) + bool(DUE.search(what))
    return score - 2 * bool(OTHER.search(what))


def deadline(dates: Iterable[DateFound]) -> DateFound | None:
    """The deadline for replies.

    Of several, a known day goes before an open one, one with a time of day before one without (a
    schedule repeats the day only), then the one whose words say it best, then the first.
    """
    return max((each for each in dates if each.is_deadline), key=_rank, default=None)


def _rank(each: DateFound) -> tuple[bool, bool, int]:
    return each.when is not None, isinstance(each.when, datetime), likelihood(each.what)
