"""The sentences of a part as they are printed: checked, mended, or the composer's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sealedbid.content.documents import Block, Sentence
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.prose.checking import Checked
from sealedbid.intelligence.writer.prose.paragraphs import (
    Place,
    block_of,
    broken_up,
    hold,
    paragraphs,
    pruned,
)
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.quoting import sentence_of
from sealedbid.intelligence.writer.prose.repairing import Repairs
from sealedbid.intelligence.writer.prose.taking import Taken
from sealedbid.intelligence.writer.prose.verbatim import verbatim

CHOICES = ("Chosen", "License")  # labels of a person's choice


@dataclass(slots=True)
class Settled:
    """A part that is done; ``supported`` are its sentences on which a summary may stand."""

    blocks: list[Block]
    is_written: bool = False
    supported: list[Sentence] = field(default_factory=list)
    refused: list[Checked] = field(default_factory=list)


async def settle(
    desk: Desk, section_id: str, part: Part, taken: Taken, repairs: Repairs | None
) -> Settled:
    """Settle a part; without a sentence of the model that stands, it is the composer's."""
    settling = _Settling(desk, section_id, part, repairs)
    printed: list[list[Sentence]] = []
    supported: list[Sentence] = []
    for paragraph in paragraphs(taken):
        kept = pruned(desk, await settling.paragraph(paragraph))
        claims = [one for one in kept if one.is_ours and one.checked.line.kind == "claim"]
        if claims:
            printed.append([place.sentence for place in kept if place.sentence])
            supported += [one.sentence for one in claims if one.sentence and _is_supported(one)]
    if not printed:
        return Settled(part.composed, refused=settling.refused)
    pieces = [piece for sentences in printed for piece in broken_up(sentences)]
    labels = [part.label, *("" for _ in pieces[1:])]
    prose = [block_of(label, each) for label, each in zip(labels, pieces, strict=True)]
    return Settled(
        [*part.head, *prose, *unsaid(part.prose, prose), *_not_said(part.fixed, prose)],
        is_written=True,
        supported=supported,
        refused=settling.refused,
    )


@dataclass(slots=True)
class _Settling:
    """The sentences of one part, one after another; ``said`` are those that are printed."""

    desk: Desk
    section_id: str
    part: Part
    repairs: Repairs | None
    refused: list[Checked] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    async def paragraph(self, paragraph: Sequence[Checked]) -> list[Place]:
        """Settle the sentences of a paragraph. What stands is not touched."""
        self.said += [one.text for one in paragraph if one.stands]
        places = []
        for at, one in enumerate(paragraph):
            if one.stands:
                places.append(self._printed(one))
            else:
                after = paragraph[at + 1] if at + 1 < len(paragraph) else None
                places.append(await self._instead(one, paragraph[at - 1] if at else None, after))
        return places

    async def _instead(self, one: Checked, before: Checked | None, after: Checked | None) -> Place:
        """Mend a refused sentence, or put the organization's own in its place, or nothing."""
        self.refused.append(one)
        if one.line.kind != "claim":
            hold(self.desk, one)
            return Place(one)
        if self.repairs is not None:
            mended = await self.repairs.mend(one, self.part.id, before, after)
            if mended is not None and mended.text not in self.said:
                self.said.append(mended.text)
                return self._printed(mended)
        hold(self.desk, one)
        own = verbatim(self.desk, self.section_id, self.part, one.text, self.said)
        if own is not None:
            self.said.append(own.text)
        return Place(one, own, is_ours=False)

    def _printed(self, one: Checked) -> Place:
        return Place(one, sentence_of(self.desk, self.section_id, one))


def unsaid(blocks: Sequence[Block], prose: Sequence[Block]) -> list[Block]:
    """The words of people on which no sentence stands: they are not lost."""
    said = {key for block in prose for key in block.answers}
    return [block for block in blocks if block.answers and not said >= {*block.answers}]


def _not_said(fixed: Sequence[Block], prose: Sequence[Block]) -> list[Block]:
    """Leave out a choice that a sentence has named: its answer is said once."""
    said = {key for block in prose for key in block.answers}
    return [block for block in fixed if block.label not in CHOICES or not said >= {*block.answers}]


def _is_supported(place: Place) -> bool:
    """Return True for a sentence on which a summary may stand."""
    has_sources = place.sentence and (place.sentence.notes or place.sentence.answers)
    return bool(has_sources) and place.checked.judged.verdict == "supported"
