"""The count that a brief gives for a service's own thing, and nothing else that is a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from sealedbid.content.models import Service
from sealedbid.intelligence.brief import Passage, Requirement
from sealedbid.intelligence.writer.composer.numbers import ANY, as_number
from sealedbid.intelligence.writer.composer.words import content_words

# Counted as they are worked: a duration in a brief is never how many of them are bought.
BY_TIME = frozenset({"hour", "day", "week", "month", "year", "sprint", "quarter", "person-day"})
WHOLE = frozenset({"project", "audit", "piece", "item", "fixed", "flat", "once", "package", "unit"})
# A number in such a sentence limits the answer, or tells an age, a size, an experience, a history.
OTHER = re.compile(
    r"\b(?:exceed|limit\w*|no (?:more|longer) than|maximum|proposals?|quotations?|tenders?|bids?"
    r"|responses?|offers? (?:must|shall|should)|submit\w*|submission|within|ago|since|years? of"
    r"|experience|aged?|founded|employees|visitors|last year|currently has|existing|pdf"
    r"|r[eé]sum[eé]"
    r"|reports? of|manual|guide of|extension|option\w*|at least|up to|about|around|approximately"
    r"|roughly|or so|maybe|some)\b",
    re.IGNORECASE,
)
_COUNT = r"(?<![\w.,$€£-])(?P<count>\d{1,4}|" + ANY + r"|an?|one)(?:\s\(\d{1,4}\))?"


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity, and the words of the brief that give it."""

    quantity: Decimal
    words: str
    at: Passage | Requirement


def count_for(offer: Service, said: Passage | Requirement) -> Counted | None:
    """The count of the service's own thing in the sentence that names it, or None.

    "14 page templates" counts a service that is priced by the page; "a logo" one that is priced as
    a whole. A sentence that limits, compares or estimates gives no count.
    """
    if offer.billing_period != "once" or offer.unit.lower() in BY_TIME:
        return None
    if OTHER.search(said.text):
        return None
    things = _things(offer)
    pattern = rf"{_COUNT}\s(?:[\w-]+\s){{0,2}}?(?:{'|'.join(things)})(?:s|es)?\b"
    found = list(re.finditer(pattern, said.text, re.IGNORECASE))
    if len(found) != 1:
        return None
    word = found[0]["count"].lower()
    number = 1 if word in ("a", "an") else as_number(word)
    if offer.unit.lower() not in WHOLE and word in ("a", "an"):
        return None
    return Counted(Decimal(number), found[0][0], said) if number else None


def _things(offer: Service) -> list[str]:
    """The words for one of what is sold: its unit, or the name of what is sold as a whole.

    A description that says "per page template" sells templates: pages are not counted for it.
    """
    if offer.unit.lower() in WHOLE:
        names = [offer.name, *offer.name.split()[-1:]]
        return [re.escape(name) for name in names if content_words(name)]
    exact = re.search(
        rf"\bper ({re.escape(offer.unit)} [a-z]+)\b", offer.description, re.IGNORECASE
    )
    return [re.escape(exact[1] if exact else offer.unit)]
