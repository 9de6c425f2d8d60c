"""Changes of one sentence in a document; everything else of it stays as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sealedbid.content.documents import Block, Document, Section, Sentence

Part = TypeVar("Part", Block, Sentence)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in a document: indices from 0; ``number`` is None in a block without sentences."""

    section: int
    block: int
    number: int | None


def find(
    document: Document, text: str, *, section_id: str, block: int, number: int
) -> Place | None:
    """Return the place of a sentence in its section, the nearest to where it was; None if gone.

    ``block`` and ``number`` say where it was, from 0. Cells of tables are not looked at.
    """
    places = [
        place
        for at, section in enumerate(document.sections)
        if section.id == section_id
        for place in _shown(at, section, _words(text))
    ]
    return min(
        places,
        key=lambda one: (abs(one.block - block), abs((one.number or 0) - number)),
        default=None,
    )


def notes_at(document: Document, place: Place) -> list[int]:
    """The numbers of the citations that the sentence stands on now."""
    block = _block(document, place)
    return block.notes if place.number is None else block.sentences[place.number].notes


def is_computed(document: Document, place: Place) -> bool:
    """True if code made the sentence's block of facts and answers."""
    return _block(document, place).computed


def rewrite(document: Document, place: Place, old: str, new: str) -> Document:
    """Put other words in place of a sentence; its citations stay."""
    block = _block(document, place)
    if place.number is None:
        return _with_block(document, place, _changed(block, text=_swapped(block.text, old, new)))
    sentences = list(block.sentences)
    sentences[place.number] = _changed(sentences[place.number], text=new)
    text = _text_of(block, sentences, old, new)
    return _with_block(document, place, _changed(block, text=text, sentences=sentences))


def remove(document: Document, place: Place, old: str) -> Document:
    """Take a sentence out; a block without any text goes with it."""
    block = _block(document, place)
    if place.number is None:
        text = _words(_swapped(block.text, old, ""))
        return _with_block(document, place, _changed(block, text=text) if text else None)
    sentences = [one for at, one in enumerate(block.sentences) if at != place.number]
    if not sentences:
        return _with_block(document, place, None)
    kept = _changed(
        block,
        text=_text_of(block, sentences, old, ""),
        sentences=sentences,
        notes=[one for one in block.notes if any(one in each.notes for each in sentences)],
        answers=[one for one in block.answers if any(one in each.answers for each in sentences)],
    )
    return _with_block(document, place, kept)


def add_note(document: Document, place: Place, note: int) -> Document:
    """Let a sentence stand on one more citation, by its number."""
    block = _block(document, place)
    sentences = list(block.sentences)
    if place.number is not None:
        one = sentences[place.number]
        sentences[place.number] = _changed(one, notes=[*one.notes, note])
    changed = _changed(block, notes=[*block.notes, note], sentences=sentences)
    return _with_block(document, place, changed)


def _shown(at: int, section: Section, words: str) -> Iterator[Place]:
    for index, block in enumerate(section.blocks):
        if block.sentences:
            for number, sentence in enumerate(block.sentences):
                if _words(sentence.text) == words:
                    yield Place(at, index, number)
        elif block.table is None and words in _words(block.text):
            yield Place(at, index, None)


def _text_of(block: Block, sentences: Sequence[Sentence], old: str, new: str) -> str:
    """The text of a block with other sentences: these, or with more around them as it was."""
    if _words(block.text) == _joined(block.sentences):
        return _joined(sentences)
    return _words(_swapped(block.text, old, new)) or _joined(sentences)


def _swapped(text: str, old: str, new: str) -> str:
    """The text on one line, with its first ``old`` replaced."""
    return _words(text).replace(_words(old), new, 1)


def _joined(sentences: Sequence[Sentence]) -> str:
    return _words(" ".join(one.text for one in sentences))


def _words(text: str) -> str:
    return " ".join(text.split())


def _block(document: Document, place: Place) -> Block:
    return document.sections[place.section].blocks[place.block]


def _with_block(document: Document, place: Place, block: Block | None) -> Document:
    sections = list(document.sections)
    blocks = list(sections[place.section].blocks)
    blocks[place.block : place.block + 1] = [] if block is None else [block]
    sections[place.section] = sections[place.section].model_copy(update={"blocks": blocks})
    return document.model_copy(update={"sections": sections})


def _changed(part: Part, **values: str | Sequence[object]) -> Part:
    """A copy with other values, checked as those of a new one are."""
    return type(part).model_validate({**part.model_dump(), **values})
