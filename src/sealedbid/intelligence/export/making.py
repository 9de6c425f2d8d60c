"""The way in which a draft was made: for its author, and never for a client."""

from __future__ import annotations

from typing import Final

from sealedbid.intelligence.export.costs import spent_words
from sealedbid.intelligence.presenting import Presented
from sealedbid.platform.errors import ended

BY_MODEL: Final = "model:"
"""Beginning of ``Document.composed_by`` where a model wrote."""
GUIDE: Final = "docs/how-to/use-your-own-model.md"
WITH_A_MODEL: Final = (
    "A model would write prose in its voice, each sentence checked against its sources: "
    f"see {GUIDE}."
)


def made_by(shown: Presented) -> str:
    """Say which models made the draft, and what they took; empty if none did."""
    made = shown.made
    if made is None or not (made.tokens or made.limit):
        return ""
    by = shown.document.composed_by or ""
    writer = by.removeprefix(BY_MODEL) if by.startswith(BY_MODEL) else None
    wrote = [writer, *writer.split(", ")] if writer else []
    others = ", ".join(name for name in made.models if name not in wrote)
    if writer is None:
        who = f"Composed of the organization's own words, after {others or 'a model'} was asked"
    else:
        who = f"Written by {writer}" + (f" with {others}" if others else "")
    spent = spent_words(made.tokens, made.cost_micros, is_priced=not made.unpriced)
    unpriced = f" for {', '.join(made.unpriced)}" if made.unpriced and made.cost_micros else ""
    limit = f" {ended(made.limit)}" if made.limit else ""
    return f"{who} ({made.mode}), {spent}{unpriced}.{limit}"


def is_composed(shown: Presented) -> bool:
    """True if a run drafted the proposal and asked no model."""
    return shown.made is not None and not made_by(shown)
