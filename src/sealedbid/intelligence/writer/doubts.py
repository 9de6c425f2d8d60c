"""Names that an internal page of the organization puts in doubt.

Internal pages are never quoted. A commitment to a person or a thing of which one of them speaks as
absent, leaving or given away goes to the author: only the name and the kind of doubt leave the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sealedbid.intelligence.brief.sentences import sentences
from sealedbid.intelligence.models import Match

# A first sentence for each kind: what an internal page may say of somebody or something.
CUES: dict[str, re.Pattern[str]] = {
    "absence": re.compile(
        r"\b(?:on leave|leave from|parental|maternity|sabbatical|absent|away (?:from|until)|sick|ill"
        r"|in hospital|not available|unavailable|half[- ]time|part[- ]time|days a week)\b",
        re.IGNORECASE,
    ),
    "departure": re.compile(
        r"\b(?:leav(?:e|es|ing) us|resign\w*|retir\w+|may go|if (?:he|she|they) goes?|departure"
        r"|has an offer|offers? from|talks with|notice to|replace (?:him|her|them))\b",
        re.IGNORECASE,
    ),
    "a promise elsewhere": re.compile(
        r"\b(?:promised|committed to|booked|in \w+ (?:open )?(?:quotations|proposals|orders)"
        r"|other orders?|shared with|key (?:person(?:nel)?) in)\b",
        re.IGNORECASE,
    ),
    "an end": re.compile(
        r"\b(?:discontinu\w+|phased? out|no longer|will (?:end|stop|close)|is out of date|expired"
        r"|lapse[sd]?|cancel\w*|not renewed|do not (?:promise|offer|sell))\b",
        re.IGNORECASE,
    ),
}
NAME = re.compile(r"\b[A-Z][\w'’-]+(?: (?:(?:de|van|der|den|von|la|le) )*[A-Z][\w'’-]+){1,3}")
STARTERS = frozenset(
    [
        "The",
        "This",
        "That",
        "These",
        "Those",
        "If",
        "When",
        "While",
        "Nobody",
        "Where",
        "On",
        "In",
        "At",
        "For",
        "And",
        "But",
        "Our",
        "We",
        "He",
        "She",
        "It",
        "They",
        "After",
        "Before",
        "Since",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A name, the kind of doubt, and the title of the internal page; never the page's words."""

    name: str
    kind: str
    page: str


def doubts(pages: Iterable[Match]) -> tuple[Doubt, ...]:
    """Find the names in doubt, each once for a kind; ``pages`` are passages of internal pages.

    A sentence that names nobody and speaks of "she", "he" or "they" is about the name before it.
    """
    found: dict[tuple[str, str], Doubt] = {}
    for page in pages:
        names: list[str] = []
        for start, end in sentences(page.content_text):
            text = " ".join(page.content_text[start:end].split())
            named = names_in(text)
            if named or not re.match(r"(?:She|He|They)\b", text):
                names = named
            for kind, cue in CUES.items():
                match = cue.search(text)
                if match is None:
                    continue
                for name in _about(names, text, match.start()):
                    found.setdefault(
                        (name, kind), Doubt(name=name, kind=kind, page=page.source_title)
                    )
    return tuple(found.values())


def names_in(text: str) -> list[str]:
    """Names of two words and more, in order; words that only begin a sentence are left off."""
    names = []
    for match in NAME.finditer(text):
        words = match[0].split()
        if words[0] in STARTERS:
            words = words[1:]
        if len(words) > 1:
            names.append(" ".join(words))
    return list(dict.fromkeys(names))


def _about(names: list[str], text: str, at: int) -> list[str]:
    """The name nearest before the cue, in its sentence; else every name of the sentence."""
    before = [name for name in names if -1 < text.find(name) < at]
    return before[-1:] or names


def is_doubted(text: str, doubts: Iterable[Doubt], *, people: Iterable[str] = ()) -> Doubt | None:
    """Return the doubt that a sentence meets, or None.

    A sentence meets it by the name itself. A promise about the team as a whole meets the doubt of
    any of ``people``, the names of those who make it up.
    """
    kept = list(doubts)
    for doubt in kept:
        if doubt.name in text:
            return doubt
    if is_promise_of_team(text):
        of_team = set(people)
        return next((doubt for doubt in kept if doubt.name in of_team), None)
    return None


_HELD = re.compile(
    r"\b(?:(?:hold|keep|reserve\w*|held|kept|guarantee\w*|firm|available|availability|assigned"
    r"|deput(?:y|ies))\b.{0,80}\b(?:team|personnel|staff|hours|people|persons?)"
    r"|(?:team|personnel|staff|hours|people|key person)\b.{0,80}\b(?:in reserve|reserved|firm"
    r"|available|availability|assigned|guarantee\w*|named deputy|has a deputy))\b"
    r"|\bsubject to availability\b|\beach (?:role|key person) has a\b",
    re.IGNORECASE,
)


def is_promise_of_team(text: str) -> bool:
    """True if the sentence promises that people of the house are there, or stay."""
    return _HELD.search(text) is not None
