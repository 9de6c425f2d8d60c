"""Find what a brief is called, its reference, who issues it and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.identity.contact import contact
from sealedbid.intelligence.brief.identity.issuer import issuer
from sealedbid.intelligence.brief.identity.reference import reference
from sealedbid.intelligence.brief.identity.title import title
from sealedbid.intelligence.brief.structure.models import Piece


def identity_facts(pieces: Sequence[Piece]) -> tuple[Fact, ...]:
    """The facts of the brief's identity that its pieces give; at most one of each kind."""
    theirs = [each for each in pieces if each.speaker == "client"]
    return tuple(_facts(theirs))


def _facts(theirs: Sequence[Piece]) -> Iterator[Fact]:
    for found in (title(theirs), reference(theirs), issuer(theirs), contact(theirs)):
        if found is not None:
            yield found
