"""Sentences that a second reader is asked about, in batches that fit into prompts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.llm.counting import estimated_tokens
from sealedbid.intelligence.reviewing.models import JudgedSentence

MOST_SENTENCES: Final = 12


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence by its place among all, and the sources that it cites."""

    place: int
    sentence: JudgedSentence
    sources: tuple[Source, ...]

    @property
    def texts(self) -> dict[str, Source]:
        """The sources by their words: the same passage is shown once."""
        return {source.text: source for source in self.sources}


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of one call, by the ids that they have in it; passages likewise."""

    sentences: dict[str, Cited]
    passages: dict[str, Source]

    def ids_of(self, cited: Cited) -> list[str]:
        """The ids of the passages that a sentence cites."""
        return [id for id, source in self.passages.items() if source.text in cited.texts]


def batch_of(cited: Sequence[Cited]) -> Batch:
    """Number sentences and their passages for one call."""
    sources = {text: source for one in cited for text, source in one.texts.items()}
    return Batch(
        sentences={f"S{number}": one for number, one in enumerate(cited, 1)},
        passages={f"P{number}": source for number, source in enumerate(sources.values(), 1)},
    )


def batches(cited: Sequence[Cited], tokens: int) -> Iterator[tuple[Cited, ...]]:
    """Part sentences into batches of at most so many estimated tokens, passages included.

    A sentence that is too long by itself is alone in its batch.
    """
    batch: list[Cited] = []
    for one in cited:
        if batch and (len(batch) == MOST_SENTENCES or _tokens([*batch, one]) > tokens):
            yield tuple(batch)
            batch = []
        batch.append(one)
    if batch:
        yield tuple(batch)


def _tokens(cited: Sequence[Cited]) -> int:
    passages = {text for one in cited for text in one.texts}
    return estimated_tokens([*passages, *(one.sentence.text for one in cited)])
