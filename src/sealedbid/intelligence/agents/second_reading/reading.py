"""A second reading, which can lower a verdict and never raises one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from sealedbid.intelligence.agents.asking import Asking
from sealedbid.intelligence.agents.models import Answered
from sealedbid.intelligence.agents.quoting import Folded
from sealedbid.intelligence.agents.second_reading.batches import Batch, Cited, batch_of, batches
from sealedbid.intelligence.agents.second_reading.prompts import prompt_of
from sealedbid.intelligence.agents.second_reading.shapes import MissingWords
from sealedbid.intelligence.grounding.models import Reason, Source
from sealedbid.intelligence.llm import Model
from sealedbid.intelligence.llm.errors import PromptTooLongError
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.shortening import plural

SIZE: Final = 3_000
"""Estimated tokens of the sentences and passages of a call."""
MOST_FINDINGS: Final = 40
MOST_REASONS: Final = 3  # of the second reader, for one sentence
FAULT: Final = "second reader"


async def second_reading(
    model: Model, sentences: Sequence[JudgedSentence], sources: Sequence[Sequence[Source]]
) -> Answered[tuple[JudgedSentence, ...]]:
    """Ask for words that the cited sources lack; ``sources`` are those of each sentence, in order.

    Only sentences with sources that are supported or weak are asked about, and of them none that
    stands word for word in a source. A finding makes a supported sentence weak, and no more. Raises
    TransientModelError, and the errors of settings.
    """
    asked = [
        Cited(place, sentence, tuple(cited))
        for place, (sentence, cited) in enumerate(zip(sentences, sources, strict=True))
        if sentence.verdict != "unsupported" and cited and not _is_quoted(sentence.text, cited)
    ]
    asking = Asking(model)
    found: dict[int, list[Reason]] = {}
    unread = 0
    waiting = list(batches(asked, SIZE))[::-1]
    while waiting:
        cited = waiting.pop()
        if asking.is_over:
            unread += len(cited)
            continue
        batch = batch_of(cited)
        try:
            said = await asking.ask(prompt_of(batch), MissingWords)
        except PromptTooLongError as error:
            if len(cited) > 1:
                middle = len(cited) // 2
                waiting += [cited[middle:], cited[:middle]]
            else:
                unread += 1
                asking.told.append(str(error))
            continue
        if said is None:
            unread += len(cited)
        else:
            _find(said, batch, found)
    if unread:
        verb = "was" if unread == 1 else "were"
        asking.told.append(f"{plural(unread, 'sentence')} {verb} not read a second time.")
    read = tuple(_lowered(one, found.get(place, ())) for place, one in enumerate(sentences))
    return asking.answered(read, is_of_model=bool(asking.answered_by))


def _find(said: MissingWords, batch: Batch, found: dict[int, list[Reason]]) -> None:
    """Keep findings whose words stand in their sentence, and in none of its sources."""
    for one in (said.missing or [])[:MOST_FINDINGS]:
        cited = batch.sentences.get((one.sentence or "").strip().upper())
        if cited is None or not one.words:
            continue
        place = Folded(cited.sentence.text).find(one.words, least=1)
        if place is None or _is_quoted(place.text, cited.sources):
            continue
        reasons = found.setdefault(cited.place, [])
        if len(reasons) < MOST_REASONS and all(each.what != place.text for each in reasons):
            reasons.append(
                Reason(
                    fault=FAULT,
                    what=place.text,
                    why=f"A second reader does not find “{place.text}” in what is cited.",
                )
            )


def _lowered(sentence: JudgedSentence, reasons: Sequence[Reason]) -> JudgedSentence:
    """The sentence with further reasons; supported becomes weak, and no verdict rises."""
    if not reasons:
        return sentence
    verdict = "weak" if sentence.verdict == "supported" else sentence.verdict
    return replace(sentence, verdict=verdict, reasons=(*sentence.reasons, *reasons))


def _is_quoted(words: str, sources: Sequence[Source]) -> bool:
    """True if the words stand in a source, in capitals or not."""
    wanted = words.casefold().strip(" .,;:!?")
    return any(_folded(source.text).find(wanted, least=1) is not None for source in sources)


@lru_cache(maxsize=256)
def _folded(text: str) -> Folded:
    return Folded(text.casefold())
