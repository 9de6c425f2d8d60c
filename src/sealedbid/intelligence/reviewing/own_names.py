"""The organization's own name: it needs no source."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.reviewing.tokens import names


def own_names(passages: Sequence[Match]) -> tuple[str, ...]:
    """The first name in the first sentence of each page that tells of the organization."""
    found: dict[str, None] = {}
    for match in passages:
        if match.content_type == "voice" and match.chunk_no <= 1:
            first = next(sentences(match.content_text), None)
            named = names(match.content_text[slice(*first)]) if first else []
            found.update(dict.fromkeys(named[:1]))
    return tuple(found)
