"""A section in parts: what each has to answer, what the composer has for it, and its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sealedbid.content.documents import Block
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.writer.composer.outline import Kind
from sealedbid.intelligence.writer.composer.sections.decided import DESIGN, HOW
from sealedbid.intelligence.writer.composer.sections.plan import FIRST_AND_LAST
from sealedbid.intelligence.writer.prose.passages import Picked
from sealedbid.intelligence.writer.prose.sources import Shown

PROSE: Final[tuple[Kind, ...]] = (
    "approach",
    "staffing",
    "people",
    "cases",
    "references",
    "plan",
    "understanding",
    "about",
    "other",
    "price",
    "terms",
    "warranty",
    "conflicts",
)
"""Kinds of sections that a model may write, in the order in which it does."""
KEPT: Final = ("Insurance", "Period", FIRST_AND_LAST, "Available for the interview")
"""Labels of the composer's paragraphs that stay as they are."""


@dataclass(slots=True, kw_only=True)
class Part:
    """A part of a section.

    ``id`` is the name that the model gives it. ``head`` stands before it and ``fixed`` after it,
    whoever writes; ``prose`` are the composer's own paragraphs, printed if no sentence is.
    ``ask`` is a question to the organization's people where nothing known speaks to the part. The
    prose of a part that ``gives_way`` is left out where a model has written others of its section.
    ``most`` are the words that it may have, where that is less than its kind allows.
    """

    id: str
    kind: Kind | None = None
    asked: str = ""
    label: str = ""
    head: list[Block] = field(default_factory=list)
    prose: list[Block] = field(default_factory=list)
    fixed: list[Block] = field(default_factory=list)
    picked: list[Picked] = field(default_factory=list)
    sources: list[Shown] = field(default_factory=list)
    ask: Question | None = None
    gives_way: bool = False
    most: int | None = None

    @property
    def composed(self) -> list[Block]:
        """The blocks of the composer."""
        return [*self.head, *self.prose, *self.fixed]


def fixed_part(blocks: Sequence[Block]) -> Part:
    """Blocks that no model writes."""
    return Part(id="", fixed=list(blocks))


def grouped(blocks: Sequence[Block], *, by: str) -> list[list[Block]]:
    """Blocks in groups, of which each but the first begins with a heading or a numbered quote."""
    groups: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind == by and (by == "heading" or block.label):
            groups.append([])
        groups[-1].append(block)
    return groups


def sorted_out(part: Part, blocks: Sequence[Block]) -> Part:
    """Put blocks into the part: as prose what a model may replace, all else as it stands."""
    for block in blocks:
        if block.kind in ("paragraph", "item", "quote") and not _stays(block):
            part.prose.append(block)
        elif (block.kind == "heading" or _is_fact(block)) and not part.prose and not part.fixed:
            part.head.append(block)
        else:
            part.fixed.append(block)
    return part


def _stays(block: Block) -> bool:
    """True for what code computed or a person said, and for lines of facts.

    How a person says that the work is done, a model may say in its own words.
    """
    said = [key for key in block.answers if key != DESIGN and not key.startswith(HOW)]
    return bool(block.computed or said or block.label in KEPT or _is_fact(block))


def _is_fact(block: Block) -> bool:
    """True for the line with a case's date and team."""
    return not block.label and block.text.startswith(("Completed: ", "Team: "))
