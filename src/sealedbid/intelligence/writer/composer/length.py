"""The length of a document: words as they are printed, and cuts from where they cost least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sealedbid.content.documents import Block, Section

SHARE = Decimal(
    "0.9"
)  # of the limit that is filled, so that a printer's page break does not pass it
PER_ROW = 12  # words that a row of a table takes the place of
# What is cut first, from the end of the section; prices, people and statements are never cut.
FIRST_CUT = ("about", "terms", "approach", "plan", "cases", "staffing", "people", "other")


def words_of(sections: Sequence[Section], rows: int = 0) -> int:
    """The words of sections; ``rows`` of tables beside them count as so many words each."""
    return sum(_words(block) for section in sections for block in section.blocks) + rows * PER_ROW


def cut_to(
    sections: Sequence[Section],
    most: int | None,
    rows: int,
    kinds: Mapping[str, str],
    weights: Mapping[str, float],
) -> list[Section]:
    """Cut whole blocks until the sections have at most 0.9 of ``most`` words.

    ``kinds`` are the kinds of the sections by id, ``weights`` the points that their criterion
    gives: the section with the fewest is cut first. None for no limit. The rest stays.
    """
    kept = {section.id: list(section.blocks) for section in sections}
    if most is not None:
        budget = int(most * SHARE)
        order = sorted(
            (section.id for section in sections if kinds.get(section.id) in FIRST_CUT),
            key=lambda id: (weights.get(id, 0.0), FIRST_CUT.index(kinds[id])),
        )
        for id in order:
            while _total(kept, rows) > budget and _cut_last(kept[id]):
                pass
    return [
        section.model_copy(update={"blocks": kept[section.id]})
        for section in sections
        if kept[section.id]
    ]


def _cut_last(blocks: list[Block]) -> bool:
    """Take the last paragraph out, and a heading or quote that is left without one."""
    for place in range(len(blocks) - 1, 0, -1):
        if blocks[place].kind in ("paragraph", "item") and not blocks[place].answers:
            del blocks[place]
            while place <= len(blocks) and _is_bare(blocks, place - 1):
                del blocks[place - 1]
                place -= 1
            return True
    return False


def _is_bare(blocks: Sequence[Block], place: int) -> bool:
    """True for a heading or a quoted requirement after which no paragraph stands."""
    if not 0 < place < len(blocks):
        return False
    block = blocks[place]
    leads = block.kind == "heading" or (block.kind == "quote" and bool(block.label))
    follows = blocks[place + 1] if place + 1 < len(blocks) else None
    return leads and (
        follows is None
        or follows.kind == "heading"
        or (follows.kind == "quote" and bool(follows.label))
    )


def _total(kept: Mapping[str, Sequence[Block]], rows: int) -> int:
    return sum(_words(block) for blocks in kept.values() for block in blocks) + rows * PER_ROW


def _words(block: Block) -> int:
    if block.table is not None:
        return PER_ROW * (len(block.table.rows) + 1)
    return len(block.text.split()) + len(block.label.split())
