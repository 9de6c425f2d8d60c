"""The organization's voice, measured in its own texts: a model is given figures, not adjectives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

FEWEST: Final = 8  # sentences that a measure is worth anything of
FAR: Final = 0.25  # share by which the median of a section may leave the voice's


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
        found = median(length_of(one) for one in sentences)
        if abs(found - self.middle) <= FAR * self.middle:
            return ""
        return f"half of its sentences have over {found:.0f} words, in your texts {self.middle:.0f}"


def length_of(text: str) -> int:
    """The words of a sentence."""
    return len(text.split())
