"""Paragraphs on their way to the page: what stands in them, and where they break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sealedbid.content.author import HeldBack
from sealedbid.content.documents import Block, Sentence
from sealedbid.intelligence.writer.composer.desk import Desk
from sealedbid.intelligence.writer.composer.shelf import LEANS
from sealedbid.intelligence.writer.prose.checking import Checked, leads
from sealedbid.intelligence.writer.prose.repairing import told
from sealedbid.intelligence.writer.prose.taking import Taken

LONGEST = 90  # words of a paragraph
FROM_A_MODEL = "the model's draft"


@dataclass(slots=True)
class Place:
    """One sentence of a paragraph on its way; ``sentence`` None: it was dropped."""

    checked: Checked
    sentence: Sentence | None = None
    is_ours: bool = True  # written by the model, and not the composer's


def paragraphs(taken: Taken) -> list[list[Checked]]:
    """The sentences of a part by their paragraphs."""
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


def pruned(desk: Desk, places: Sequence[Place]) -> list[Place]:
    """Leave out what loses its footing: what leans on a dropped sentence, and what leads to it."""
    kept: list[Place] = []
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


def _leads(desk: Desk, kept: Sequence[Place], place: Place, following: Sequence[Place]) -> bool:
    """Return True if all sentences that a transition leads to stand, and it states nothing."""
    claims = [one for one in following if one.checked.line.kind == "claim"]
    if not claims or any(not one.is_ours or one.sentence is None for one in claims):
        return False
    before = kept[-1].checked.text if kept else ""
    judged = leads(place.checked, before, claims[0].checked.text, desk.assignment.brief.language)
    if not judged.stands:
        hold(desk, judged)
    return judged.stands


def broken_up(sentences: Sequence[Sentence]) -> list[Sequence[Sentence]]:
    """Break a paragraph that is too long near its middle, but before no sentence that leans."""
    words = [len(one.text.split()) for one in sentences]
    places = [at for at in range(1, len(sentences)) if not LEANS.match(sentences[at].text)]
    if sum(words) <= LONGEST or not places:
        return [sentences]
    at = min(places, key=lambda at: abs(sum(words[:at]) - sum(words[at:])))
    return [*broken_up(sentences[:at]), *broken_up(sentences[at:])]


def block_of(label: str, sentences: Sequence[Sentence]) -> Block:
    """A paragraph: its text is its sentences joined."""
    return Block(
        kind="paragraph",
        label=label,
        text=" ".join(one.text for one in sentences),
        notes=list(dict.fromkeys(number for one in sentences for number in one.notes)),
        answers=list(dict.fromkeys(key for one in sentences for key in one.answers)),
        sentences=list(sentences),
    )
