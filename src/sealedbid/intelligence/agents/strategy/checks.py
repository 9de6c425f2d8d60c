"""Sentences of a plan that state something which nothing given has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.brief.values.number_words import digits_for_words
from sealedbid.intelligence.brief.values.sums import find_sums
from sealedbid.intelligence.grounding.judging import judge
from sealedbid.intelligence.grounding.models import Fault, Reason, Source
from sealedbid.intelligence.shortening import on_one_line

WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
FAULTS: Final[frozenset[Fault]] = frozenset(
    {
        "number",
        "money",
        "date",
        "percentage",
        "unit",
        "hedge",
        "name",
        "client",
        "certificate",
        "role",
        "commitment",
        "placeholder",
    }
)
"""Faults for which a sentence is dropped; a plan may say in other words what a passage says."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Texts that a plan may stand on: ``proofs`` are the organization's.

    Numbers, names and promises have to stand in a proof; names in ``client``, the client's words
    that are given, are known as well.
    """

    proofs: tuple[Source, ...]
    client: str
    language: str

    def kept(self, text: str) -> tuple[str, list[str]]:
        """The sentences that stand on these texts, and those that do not."""
        line = on_one_line(text)
        kept: list[str] = []
        dropped: list[str] = []
        for start, end in sentences(line):
            sentence = line[start:end].strip()
            if sentence:
                (dropped if self.lacks(sentence) else kept).append(sentence)
        return " ".join(kept), dropped

    def lacks(self, sentence: str) -> bool:
        """True if the sentence states a price, or a number, name or promise of its own."""
        shadow = digits_for_words(sentence, self.language)
        if any(each.shown for each in find_sums(shadow, self.language)):
            return True
        judged = judge(
            sentence,
            self.proofs or (NOTHING,),
            given=self.proofs,
            language=self.language,
            known=WORD.findall(self.client),
        )
        return any(
            reason.fault in FAULTS and not _opens(reason, sentence) for reason in judged.reasons
        )


def _opens(reason: Reason, sentence: str) -> bool:
    """True if the name may be no more than the large letter of a sentence's first word."""
    is_a_word = reason.fault == "name" and " " not in reason.what
    return is_a_word and sentence.startswith(reason.what)


NOTHING: Final = Source(id="K0", of="knowledge", title="", text="")
"""The source where no passage is given: a sentence without any is judged by other rules."""
