"""The organization's voice, measured in its own texts: a model is given figures, not adjectives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

EXAMPLES: Final = 6
NEVER: Final = 8  # phrases that are named as never used
FEWEST: Final = 8  # sentences that a measure is worth anything of
FAR: Final = 0.25  # share by which the median of a section may leave the voice's
OWN: Final = ("voice", "policy", "faq")  # kinds of pages in which the organization itself speaks
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PLAIN = re.compile(r"[a-z][a-z -]+")
_DIGIT = re.compile(r"\d(?:[\d.,:]*\d)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Figures of a voice; ``we`` and ``you`` are shares of sentences that have such a word.

    ``address`` is "formal" or "informal" where a language has two, ``spelling`` "american" or
    "british"; empty where the texts do not tell. ``never`` are phrases that no sentence has.
    """

    sentences: int
    middle: float = 0.0
    long: float = 0.0
    we: float = 0.0
    you: float = 0.0
    contracts: bool = False
    address: str = ""
    spelling: str = ""
    never: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    def told(self) -> list[str]:
        """Lines of a prompt; none of too few sentences."""
        if self.sentences < FEWEST:
            return []
        lines = [
            f"Sentences: half have fewer than {self.middle:.0f} words, nine in ten fewer than "
            f"{self.long:.0f}.",
            f"Of 100 sentences, {self.we * 100:.0f} say we or our, {self.you * 100:.0f} say you.",
            "Contractions are used." if self.contracts else "Contractions are never used.",
        ]
        if self.address:
            lines.append(f"The reader is addressed in the {self.address} way.")
        if self.spelling:
            lines.append(f"Spelling is {self.spelling.capitalize()}.")
        if self.never:
            lines.append(f"Never used: {', '.join(self.never)}.")
        if self.examples:
            lines.append("Its own sentences, for the tone alone (numbers are masked):")
            lines += [f"- {one}" for one in self.examples]
        return lines

    def leaves(self, sentences: Sequence[str]) -> str:
        """Say how far the sentences of a section are from the voice; empty if they are near."""
        if self.sentences < FEWEST or len(sentences) < FEWEST // 2:
            return ""
        found = median(_length(one) for one in sentences)
        if abs(found - self.middle) <= FAR * self.middle:
            return ""
        return f"half of its sentences have over {found:.0f} words, in your texts {self.middle:.0f}"


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
    lengths = sorted(_length(text) for text in texts)
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


def _length(text: str) -> int:
    return len(text.split())


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
    fit = [text for text in texts if not names_in(text) and 6 <= _length(text) <= 2 * middle]
    fit.sort(key=lambda text: abs(_length(text) - middle))
    return tuple(_DIGIT.sub("N", plain(text)) for text in dict.fromkeys(fit[:EXAMPLES]))
