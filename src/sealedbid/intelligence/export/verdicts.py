"""Verdicts on sentences, in words for the author."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sealedbid.intelligence.models import Citation, ProposalSentence, Resolution
from sealedbid.intelligence.presenting import SentenceShown
from sealedbid.intelligence.shortening import plural
from sealedbid.platform.errors import ended

DONE: Final[dict[Resolution, str]] = {
    "vouched": "answered for",
    "rewritten": "rewritten",
    "sourced": "given a source",
    "removed": "taken out",
}


def counted(found: Sequence[SentenceShown]) -> str:
    """Say how many sentences hold the proposal back, how many are weak, and how many are fine."""
    unsupported = sum(one.holds_back for one in found)
    weak = sum(one.is_open for one in found) - unsupported
    resolved = sum(one.sentence.resolution is not None for one in found)
    doubted = sum(one.is_doubted for one in found)
    said = [f"{plural(len(found), 'sentence')}: {unsupported} unsupported, {weak} weak"]
    if resolved:
        without = f" ({doubted} of them without support)" if doubted else ""
        said.append(f"{resolved} resolved by people{without}")
    return f"{', '.join(said)}, {len(found) - unsupported - weak - resolved} supported."


def reasons_of(one: SentenceShown) -> list[str]:
    """The reasons against a sentence as it is now, each as a sentence."""
    if one.again is not None:
        return [as_sentence(reason.why) for reason in one.again.reasons]
    return [as_sentence(reason.get("why", "")) for reason in one.sentence.reasons]


def without_sources(one: SentenceShown) -> str:
    """Say why nothing stands beside a sentence; empty if the reasons against it say so already."""
    if one.passages or one.answers or reasons_of(one):
        return ""
    return "Computed from facts and answers." if one.is_computed else "It cites nothing."


def as_sentence(why: str) -> str:
    """Return the reason of a verdict as a sentence."""
    return ended(f"{why[:1].upper()}{why[1:]}")


def verdict_of(one: SentenceShown) -> str:
    """Say how a sentence was judged, what a person did about it, and how it is judged since."""
    sentence, done = one.sentence, _resolution_of(one.sentence)
    if sentence.resolution in ("rewritten", "sourced", "removed"):
        now = f", and is {one.again.verdict} now" if one.again else ""
        return f"{done} (it was {sentence.verdict}{now})"
    return f"{sentence.verdict}, {done}" if done else sentence.verdict


def _resolution_of(sentence: ProposalSentence) -> str:
    """Say what a person did about a sentence, who and when; empty if nobody did."""
    if sentence.resolution is None or sentence.resolved_at is None:
        return ""
    who = sentence.resolved_by_name or "somebody"
    reason = f": {sentence.reason}" if sentence.reason else ""
    return f"{DONE[sentence.resolution]} by {who} on {sentence.resolved_at:%Y-%m-%d}{reason}"


def source_of(passage: Citation) -> str:
    """The place of a citation: its source, with the heading and the kind where they tell more."""
    if passage.source_kind == "brief":
        return "the brief"
    place = place_of(passage.source_title, passage.heading)
    return f"price list: {place}" if passage.source_kind == "service" else place


def place_of(title: str, heading: str) -> str:
    """The title of a source and the headings of a passage; most begin with the title."""
    if not heading or heading.startswith(title):
        return heading or title
    return f"{title} > {heading}"
