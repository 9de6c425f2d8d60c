"""The measures of a voice, taken in the sentences of the organization's own pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from statistics import median
from typing import Any, Final

from sealedbid.intelligence.brief.language import language_of
from sealedbid.intelligence.grounding.phrases import weasels
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.vocabulary.loading import LANGUAGES, vocabulary
from sealedbid.intelligence.writer.composer.shelf import units_of
from sealedbid.intelligence.writer.doubts import names_in
from sealedbid.intelligence.writer.prose.fencing import plain
from sealedbid.intelligence.writer.prose.sources import has_price
from sealedbid.intelligence.writer.prose.voice import FEWEST, Voice, length_of

EXAMPLES: Final = 6
NEVER: Final = 8  # phrases that are named as never used
OWN: Final = ("voice", "policy", "faq")  # kinds of pages in which the organization itself speaks
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PLAIN = re.compile(r"[a-z][a-z -]+")
_DIGIT = re.compile(r"\d(?:[\d.,:]*\d)?")


def voice_of(matches: Iterable[Match], language: str) -> Voice:
    """Measure the sentences of pages in which the organization speaks in that language."""
    pages = {match.id: match for match in matches if match.content_type in OWN}
    units = [unit for unit in units_of(pages.values()) if unit.first == unit.last]
    texts = [unit.text for unit in units if not has_price(unit.text)]
    if language not in LANGUAGES or language_of(" ".join(texts[:60])) not in ("", language):
        return Voice(sentences=0)
    if len(texts) < FEWEST:
        return Voice(sentences=len(texts))
    words = vocabulary(language, "voice")
    lengths = sorted(length_of(text) for text in texts)
    folded = [set(_WORD.findall(fold(text))) for text in texts]
    middle = median(lengths)
    return Voice(
        sentences=len(texts),
        middle=middle,
        long=lengths[min(len(lengths) - 1, len(lengths) * 9 // 10)],
        we=_share(folded, words["we"]),
        you=_share(folded, words["you"]),
        contracts=_contracts(texts, words["contraction"]),
        address=_address(texts, words),
        spelling=_spelling(folded, words.get("spelling", {})),
        never=_never(texts, language),
        examples=_examples(texts, middle),
    )


def _share(texts: Sequence[set[str]], words: Iterable[str]) -> float:
    wanted = {fold(word) for word in words}
    return sum(1 for text in texts if text & wanted) / len(texts)


def _contracts(texts: Sequence[str], pattern: str) -> bool:
    """True if one sentence in fifty contracts: a single quote of somebody does not count."""
    if not pattern:
        return False
    form = re.compile(pattern)
    return sum(1 for text in texts if form.search(fold(text))) * 50 >= len(texts)


def _address(texts: Sequence[str], words: dict[str, Any]) -> str:
    """The way of saying you that stands more often; a capital counts, except of a first word."""
    said = [word for text in texts for word in _WORD.findall(text)[1:]]
    formal = sum(word in words["formal"] for word in said)
    informal = sum(word in words["informal"] for word in said)
    if formal == informal:
        return ""
    return "formal" if formal > informal else "informal"


def _spelling(texts: Sequence[set[str]], spellings: dict[str, list[str]]) -> str:
    counts = {
        name: sum(len(text & set(words)) for text in texts) for name, words in spellings.items()
    }
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best and counts[best] > sum(counts.values()) - counts[best] else ""


def _never(texts: Sequence[str], language: str) -> tuple[str, ...]:
    """Phrases of any firm that none of the sentences has: the first ones that are plain words."""
    used = {words for text in texts for words in weasels(text, language)}
    plain_ones = (
        pattern.replace("[- ]", "-").removesuffix("\\w*")
        for pattern in vocabulary(language, "phrases")["weasel"]["any"]
    )
    unused = (one for one in plain_ones if _PLAIN.fullmatch(one) and one not in used)
    return tuple(islice(unused, NEVER))


def _examples(texts: Sequence[str], middle: float) -> tuple[str, ...]:
    """Sentences of a middling length without names, their numbers masked."""
    fit = [text for text in texts if not names_in(text) and 6 <= length_of(text) <= 2 * middle]
    fit.sort(key=lambda text: abs(length_of(text) - middle))
    return tuple(_DIGIT.sub("N", plain(text)) for text in dict.fromkeys(fit[:EXAMPLES]))
