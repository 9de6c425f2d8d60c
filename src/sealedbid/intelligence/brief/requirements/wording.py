"""A requirement out of what was found."""

from __future__ import annotations

from sealedbid.intelligence.brief.models import Requirement, RequirementKind
from sealedbid.intelligence.brief.requirements.found import Found
from sealedbid.intelligence.brief.requirements.kinds import kind_of
from sealedbid.intelligence.brief.requirements.refs import Refs
from sealedbid.intelligence.brief.requirements.words import Words, words_of


def described(found: Found, refs: Refs, words: Words | None) -> Requirement:
    """The requirement with its reference and its kind."""
    kind: RequirementKind = found.apart or kind_of(
        found.text, found.heading, words or words_of("en")
    )
    return Requirement(
        ref=refs.next(found.ref),
        numbered=bool(found.ref),
        span=found.piece.span_of(found.start, found.end),
        text=found.text,
        heading=found.heading,
        level=found.level,
        kind=kind,
    )
