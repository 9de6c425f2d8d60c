"""Names that an internal page of the organization puts in doubt.

Internal pages are never quoted. A commitment of a person or a thing of which one of them speaks as
absent, leaving or given away goes to the author: the name and the kind of doubt leave the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer.wrapping import unwrapped

# A first sentence for each kind: what an internal page may say of somebody or something.
CUES: dict[str, re.Pattern[str]] = {
    "absence": re.compile(
        r"\b(?:on leave|leave from|parental|maternity|sabbatical|absent|away (?:from|until)|sick"
        r"|ill|in hospital|not available|unavailable|half[- ]time|part[- ]time|days a week)\b",
        re.IGNORECASE,
    ),
    "departure": re.compile(
        r"\b(?:leav(?:e|es|ing) us|resign\w*|retir\w+|may go|if (?:he|she|they) goes?|departure"
        r"|has an offer|offers? from|talks with|notice to)\b",
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
_STARTS = (
    "The This That These Those If When While Nobody Where On In At For And But Our We He She It "
    "They After Before Since"
)
STARTERS = frozenset(_STARTS.split(" "))


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A name, the kind of doubt, and the title of the internal page; never the page's words."""

    name: str
    kind: str
    page: str


def doubts(pages: Iterable[Match], *, roles: Iterable[str] = ()) -> tuple[Doubt, ...]:
    """Find the names in doubt, each once for a kind; ``pages`` are passages of internal pages.

    ``roles`` are names of the price list, which name nobody. A sentence that names nobody and
    speaks of "she", "he" or "they" is about the name before it.
    """
    found: dict[tuple[str, str], Doubt] = {}
    no_names = {role.lower() for role in roles}
    for page in pages:
        names: list[str] = []
        said = unwrapped(page.content_text)
        for start, end in sentences(said):
            text = " ".join(said[start:end].split())
            named = names_in(text)
            named = [name for name in named if name.lower() not in no_names]
            if named or not re.match(r"(?:She|He|They)\b", text):
                names = named
            for kind, at in _cues(text):
                for name in _about(names, text, at):
                    doubt = Doubt(name=name, kind=kind, page=page.source_title)
                    found.setdefault((name, kind), doubt)
    return tuple(found.values())


def _cues(text: str) -> list[tuple[str, int]]:
    """The kinds of doubt that a sentence speaks of, each with its place."""
    found = [(kind, cue.search(text)) for kind, cue in CUES.items()]
    return [(kind, match.start()) for kind, match in found if match is not None]


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
    """Return the doubt that a commitment meets, or None; what somebody did or is stays true.

    A promise meets the doubt of the name that it has. A promise about the team as a whole meets the
    doubt of any of ``people``, the names of those who make it up.
    """
    kept = list(doubts)
    if _PROMISES.search(text):
        for doubt in kept:
            if doubt.name in text:
                return doubt
    if _RESERVES.search(text):
        of_team = set(people)
        return next((doubt for doubt in kept if doubt.name in of_team), None)
    return None


# A commitment of somebody: a duty, a deputy, a presence.
_PROMISES = re.compile(
    r"\b(?:will|shall|deput(?:y|ies)"
    r"|is (?:responsible|available|assigned|your|the (?:deputy|point))"
    r"|leads? (?:the|your|each|our)|is on call|takes? part|attends?|sits? in|stands? in|replaces?"
    r"|reserve[sd]?|guarantee\w*|works? (?:on|for) your|comes? to you|answers? within)\b",
    re.IGNORECASE,
)
# A commitment that the people of a team are kept for a client, or stay.
_RESERVES = re.compile(
    r"\b(?:hold|holds|keep|keeps|held|kept)\b.{0,60}\b(?:in reserve|free for|for you)\b"
    r"|\b(?:in reserve|are reserved|is reserved|subject to availability)\b"
    r"|\b(?:team|personnel|people|persons?|staff|role)\b.{0,60}\b(?:named deputy|has a deputy"
    r"|have deputies|are firm|is firm|guaranteed|are available)\b"
    r"|\bnamed personnel\b.{0,40}\bfirm\b|\breplaced? only with your consent\b.{0,20}\bguarantee",
    re.IGNORECASE,
)
