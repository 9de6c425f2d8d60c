"""A section as it came out of its calls, and why nothing of an answer is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sealedbid.content.documents import Block, Sentence
from sealedbid.intelligence.llm import Spent
from sealedbid.intelligence.llm.errors import ModelError
from sealedbid.intelligence.llm.models import Scope
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.reading import Read
from sealedbid.intelligence.writer.prose.settling import Settled, unsaid

EMPTY: Final = 2 / 3  # share of parts to which nothing speaks, from which on nothing is asked
WHY: Final = {
    "refused": "it refused",
    "too long": "its passages are longer than the model can read",
}


@dataclass(slots=True)
class Outcome:
    """A section as it is printed, and what it took."""

    blocks: list[Block]
    spent: Spent = field(default_factory=Spent)
    model: str = ""  # the first that answered
    wrote: dict[str, None] = field(default_factory=dict)  # models whose text is used, in order
    limit: Scope | None = None
    error: ModelError | None = None
    written: int = 0  # parts that the model wrote
    supported: list[Sentence] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def blocks_of(part: Part, settled: Mapping[str, Settled], *, is_written: bool) -> list[Block]:
    """The blocks of a part: as they were settled, else the composer's.

    Of a part that gives way, a person's words stay unless a sentence of the section stands on them.
    """
    if part.id in settled:
        return settled[part.id].blocks
    if not (part.gives_way and is_written):
        return part.composed
    said = [block for each in settled.values() for block in each.blocks]
    return [*part.head, *unsaid(part.prose, said), *part.fixed]


def no_good(found: Read) -> str:
    """Say why nothing of an answer is used; empty if it is."""
    if found.end in WHY:
        return WHY[found.end]
    if found.end == "budget" and not found.taking.lines:
        return f"the {found.limit or 'call'}'s limit on tokens has no room for it"
    if found.end == "broken off" and not found.taking.sentences:
        return "the model's answer broke off"
    if found.taking.is_formless:
        return "the model did not keep to the form"
    return "" if found.taking.sentences or found.taking.asks else "it has no sentence"


def is_empty(parts: Sequence[Part]) -> bool:
    """True if nothing known speaks to two thirds of a section's parts: it is not asked for."""
    wanted = [part for part in parts if part.kind is not None and part.asked]
    open_parts = [part for part in wanted if not part.id]
    return not wanted or len(open_parts) >= EMPTY * len(wanted)
