"""The sentences of a part as they are printed: checked, mended, or the composer's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sealedbid.content.author import HeldBack
from sealedbid.content.documents import Block, Sentence
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.shelf import LEANS
from sealedbid.intelligence.writer.prose.checking import Checked, leads
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.quoting import sentence_of
from sealedbid.intelligence.writer.prose.repairing import Repairs, told
from sealedbid.intelligence.writer.prose.taking import Taken
from sealedbid.intelligence.writer.prose.verbatim import verbatim

CHOICES = ("Chosen", "License")  # labels of a person's choice
LONGEST = 90  # words of a paragraph
FROM_A_MODEL = "the model's draft"


@dataclass(slots=True)
class Settled:
    """A part that is done; ``supported`` are its sentences on which a summary may stand."""

    blocks: list[Block]
    is_written: bool = False
    supported: list[Sentence] = field(default_factory=list)
    refused: list[Checked] = field(default_factory=list)


@dataclass(slots=True)
class _Place:
    """One sentence of a paragraph on its way; ``sentence`` None: it was dropped."""

    checked: Checked
    sentence: Sentence | None = None
    is_ours: bool = True  # written by the model, and not the composer's


async def settle(
    desk: Desk, section_id: str, part: Part, taken: Taken, repairs: Repairs | None
) -> Settled:
    """Settle a part; without a sentence of the model that stands, it is the composer's."""
    settling = _Settling(desk, section_id, part, repairs)
    printed: list[list[Sentence]] = []
    supported: list[Sentence] = []
    for paragraph in _paragraphs(taken):
        kept = _pruned(desk, await settling.paragraph(paragraph))
        claims = [one for one in kept if one.is_ours and one.checked.line.kind == "claim"]
        if claims:
            printed.append([place.sentence for place in kept if place.sentence])
            supported += [one.sentence for one in claims if one.sentence and _is_supported(one)]
    if not printed:
        return Settled(part.composed, refused=settling.refused)
    pieces = [piece for sentences in printed for piece in _broken_up(sentences)]
    labels = [part.label, *("" for _ in pieces[1:])]
    prose = [_block(label, each) for label, each in zip(labels, pieces, strict=True)]
    return Settled(
        [*part.head, *prose, *_not_said(part.fixed, prose)],
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

    async def paragraph(self, paragraph: Sequence[Checked]) -> list[_Place]:
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

    async def _instead(self, one: Checked, before: Checked | None, after: Checked | None) -> _Place:
        """Mend a refused sentence, or put the organization's own in its place, or nothing."""
        self.refused.append(one)
        if one.line.kind != "claim":
            hold(self.desk, one)
            return _Place(one)
        if self.repairs is not None:
            mended = await self.repairs.mend(one, self.part.id, before, after)
            if mended is not None and mended.text not in self.said:
                self.said.append(mended.text)
                return self._printed(mended)
        hold(self.desk, one)
        own = verbatim(self.desk, self.section_id, self.part, one.text, self.said)
        if own is not None:
            self.said.append(own.text)
        return _Place(one, own, is_ours=False)

    def _printed(self, one: Checked) -> _Place:
        return _Place(one, sentence_of(self.desk, self.section_id, one))


def _not_said(fixed: Sequence[Block], prose: Sequence[Block]) -> list[Block]:
    """Leave out a choice that a sentence has named: its answer is said once."""
    said = {key for block in prose for key in block.answers}
    return [block for block in fixed if block.label not in CHOICES or not said >= {*block.answers}]


def _paragraphs(taken: Taken) -> list[list[Checked]]:
    found: list[list[Checked]] = [[]]
    for entry in taken.entries:
        if entry is None:
            found.append([])
        else:
            found[-1].append(entry)
    return [paragraph for paragraph in found if paragraph]


def hold(desk: Desk, one: Checked) -> None:
    """Keep a sentence from the client, and tell the author why."""
    desk.library.held.setdefault(
        one.text, HeldBack(text=one.text, source=FROM_A_MODEL, reason=told(one))
    )


def _pruned(desk: Desk, places: Sequence[_Place]) -> list[_Place]:
    """Leave out what loses its footing: what leans on a dropped sentence, and what leads to it."""
    kept: list[_Place] = []
    is_lost = False
    for at, place in enumerate(places):
        if place.sentence is None:
            is_lost = True
            continue
        if place.checked.line.kind == "transition":
            if not _leads(desk, kept, place, places[at + 1 :]):
                continue
        elif is_lost and LEANS.match(place.sentence.text):
            continue
        is_lost = not place.is_ours
        kept.append(place)
    return kept


def _leads(desk: Desk, kept: Sequence[_Place], place: _Place, following: Sequence[_Place]) -> bool:
    """Return True if all sentences that a transition leads to stand, and it states nothing."""
    claims = [one for one in following if one.checked.line.kind == "claim"]
    if not claims or any(not one.is_ours or one.sentence is None for one in claims):
        return False
    before = kept[-1].checked.text if kept else ""
    judged = leads(place.checked, before, claims[0].checked.text, desk.assignment.brief.language)
    if not judged.stands:
        hold(desk, judged)
    return judged.stands


def _is_supported(place: _Place) -> bool:
    """Return True for a sentence on which a summary may stand."""
    has_sources = place.sentence and (place.sentence.notes or place.sentence.answers)
    return bool(has_sources) and place.checked.judged.verdict == "supported"


def _broken_up(sentences: Sequence[Sentence]) -> list[Sequence[Sentence]]:
    """Break a paragraph that is too long near its middle, but before no sentence that leans."""
    words = [len(one.text.split()) for one in sentences]
    places = [at for at in range(1, len(sentences)) if not LEANS.match(sentences[at].text)]
    if sum(words) <= LONGEST or not places:
        return [sentences]
    at = min(places, key=lambda at: abs(sum(words[:at]) - sum(words[at:])))
    return [*_broken_up(sentences[:at]), *_broken_up(sentences[at:])]


def _block(label: str, sentences: Sequence[Sentence]) -> Block:
    """A paragraph: its text is its sentences joined."""
    return Block(
        kind="paragraph",
        label=label,
        text=" ".join(one.text for one in sentences),
        notes=list(dict.fromkeys(number for one in sentences for number in one.notes)),
        answers=list(dict.fromkeys(key for one in sentences for key in one.answers)),
        sentences=list(sentences),
    )
