"""The sentences of a part as they are printed: checked, mended, or the composer's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sealedbid.content.author import HeldBack
from sealedbid.content.documents import Block, Sentence
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.practice import PRACTICE, TWICE
from sealedbid.intelligence.writer.composer.shelf import LEANS, spoken
from sealedbid.intelligence.writer.composer.words import likeness
from sealedbid.intelligence.writer.prose.checking import Checked, leads
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.quoting import sentence_of
from sealedbid.intelligence.writer.prose.repairing import Repairs, told
from sealedbid.intelligence.writer.prose.taking import Taken

NEAR = 0.3  # likeness from which the composer's sentence is about the same
VERY_NEAR = 0.6  # that of another sentence of the house
CHOICES = ("Chosen", "License")  # labels of a person's choice
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
    paragraphs = _paragraphs(taken)
    settled = Settled(part.composed)
    printed: list[list[Sentence]] = []
    for paragraph in paragraphs:
        places = []
        for at in range(len(paragraph)):
            places.append(await _place(desk, section_id, part, paragraph, at, repairs, settled))
        kept = _pruned(desk, places)
        settled.supported += [
            place.sentence
            for place in kept
            if place.sentence
            and (place.sentence.notes or place.sentence.answers)
            and _is_supported(place)
        ]
        if any(place.is_ours and place.checked.line.kind == "claim" for place in kept):
            printed.append([place.sentence for place in kept if place.sentence])
    if not printed:
        settled.supported = []
        return settled
    prose = [_block("" if at else part.label, sentences) for at, sentences in enumerate(printed)]
    settled.blocks = [*part.head, *prose, *_not_said(part.fixed, prose)]
    settled.is_written = True
    return settled


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


async def _place(
    desk: Desk,
    section_id: str,
    part: Part,
    paragraph: Sequence[Checked],
    at: int,
    repairs: Repairs | None,
    settled: Settled,
) -> _Place:
    """Settle the sentence at that place. What is supported is not touched."""
    one = paragraph[at]
    if one.stands:
        return _Place(one, sentence_of(desk, section_id, one))
    settled.refused.append(one)
    if repairs is not None and one.line.kind == "claim":
        before = paragraph[at - 1] if at else None
        after = paragraph[at + 1] if at + 1 < len(paragraph) else None
        mended = await repairs.mend(one, part.id, before, after)
        if mended is not None:
            return _Place(mended, sentence_of(desk, section_id, mended))
    hold(desk, one)
    others = [each.text for each in paragraph if each.stands]
    ours = _verbatim(desk, section_id, part, one, others) if one.line.kind == "claim" else None
    return _Place(one, ours, is_ours=False)


def hold(desk: Desk, one: Checked) -> None:
    """Keep a sentence from the client, and tell the author why."""
    desk.library.held.setdefault(
        one.text, HeldBack(text=one.text, source=FROM_A_MODEL, reason=told(one))
    )


def _verbatim(
    desk: Desk, section_id: str, part: Part, one: Checked, others: Sequence[str]
) -> Sentence | None:
    """The organization's own sentence, word for word, that is nearest to a dropped one.

    It is one of the composer's for this part, or else one of a policy that the part was shown.
    """
    for least, candidates in (
        (NEAR, _composed(desk, part)),
        (VERY_NEAR, _shown(desk, section_id, part)),
    ):
        fit = [
            (likeness(one.text, text), text, number)
            for text, number in candidates
            if not any(likeness(text, other) >= TWICE for other in others)
        ]
        near, text, number = max(fit, default=(0.0, "", 0))
        if near > least:
            return Sentence(text=text, notes=[number])
    return None


def _composed(desk: Desk, part: Part) -> list[tuple[str, int]]:
    """The sentences that the composer quotes for the part, with the numbers of their notes."""
    numbers = dict.fromkeys(number for block in part.prose for number in block.notes)
    notes = [desk.notes.numbered(number) for number in numbers]
    return [(spoken(one.quote), one.number) for one in notes if one.source_kind == "knowledge"]


def _shown(desk: Desk, section_id: str, part: Part) -> list[tuple[str, int]]:
    units = [unit for one in part.picked for unit in one.units]
    return [
        (unit.text, desk.notes.from_unit(section_id, unit))
        for unit in units
        if unit.match.content_type in PRACTICE
    ]


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
    return (
        place.is_ours
        and place.checked.line.kind == "claim"
        and place.checked.judged.verdict == "supported"
    )


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
