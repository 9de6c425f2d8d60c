"""Judges every sentence of a draft, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sealedbid.content.documents import Block
from sealedbid.content.models import Service
from sealedbid.intelligence.brief.language import language_of
from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.reviewing.blocks import Desk, judge_block
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.reviewing.own_names import own_names
from sealedbid.intelligence.reviewing.sources import of_service, shelf_of, source_of
from sealedbid.intelligence.reviewing.tokens import Known
from sealedbid.intelligence.vocabulary.loading import LANGUAGES
from sealedbid.intelligence.writer.models import Draft


def review(
    draft: Draft,
    *,
    brief: str,
    passages: Sequence[Match],
    offers: Sequence[Service],
    answers: Mapping[str, str],
    client: str,
) -> tuple[JudgedSentence, ...]:
    """Judge the sentences of a draft, and the rows of its tables, in their order.

    A sentence that is word for word in a source that it cites is supported. Every other one is
    judged by its values, names, promises and words (``grounding``). Of rows, headings and what code
    computed, figures and names are looked up in all sources; figures that were computed are not.
    """
    shelf = shelf_of(brief, passages, offers, draft.notes, answers)
    texts = [brief, draft.title, client, *answers.values()]
    desk = Desk(
        shelf=shelf,
        given=[
            Source(id="B", of="brief", title="", text=brief),
            *(source_of(match) for match in shelf.passages.values()),
            *(of_service(offer) for offer in offers),
        ],
        known=Known(texts, list(shelf.passages.values()), list(offers)),
        names=(client, *own_names(passages)),
        language=_language(draft),
    )
    return tuple(
        judged
        for section in draft.document.sections
        for number, block in enumerate(section.blocks)
        for judged in judge_block(block, section.id, number, desk)
    )


def _language(draft: Draft) -> str:
    """The language that the draft is written in; English where its words do not tell."""
    text = "\n".join(_texts(draft))
    found = language_of(text)
    return found if found in LANGUAGES else "en"


def _texts(draft: Draft) -> Iterator[str]:
    for section in draft.document.sections:
        yield from (block.text for block in section.blocks if _is_prose(block))


def _is_prose(block: Block) -> bool:
    return block.kind in ("paragraph", "item")
