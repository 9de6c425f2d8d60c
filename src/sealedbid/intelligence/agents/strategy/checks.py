"""Sentences of a plan that state something which nothing given has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sealedbid.intelligence.brief.language import small_words
from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.brief.values.number_words import digits_for_words
from sealedbid.intelligence.brief.values.sums import find_sums
from sealedbid.intelligence.shortening import on_one_line
from sealedbid.intelligence.vocabulary.folding import fold

NUMBER: Final = re.compile(r"\d+(?:[.,' ]\d+)*")
MARKS: Final = re.compile(r"[.,' ]")
WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
NAME: Final = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w&'’-]*")
ADJECTIVE: Final = re.compile(r"e[mnrs]?$")
PROMISE: Final = re.compile(
    r"\b(?:we (?:will|shall|guarantee|ensure|commit|promise|undertake|warrant)"
    r"|guarantee[ds]?|at no (?:extra |additional )?cost|free of charge|no later than|at all times"
    r"|24\s?/\s?7|around the clock|fully compliant|always|never|in any case|unlimited"
    r"|wir (?:werden|garantieren|gewahrleisten|stellen sicher|verpflichten uns|sichern zu|haften)"
    r"|garantier\w+|kostenfrei|kostenlos|spatestens|jederzeit|rund um die uhr|in jedem fall"
    r"|verbindlich"
    r"|nous (?:nous engageons|garantissons|assurons|veillerons|repondons)|garanti\w*"
    r"|sans frais|au plus tard|a tout moment|24\s?h\s?/\s?24|en tout etat de cause|sans reserve"
    r"|nos comprometemos|garantizamos|aseguramos|sin coste|a mas tardar|en todo caso"
    r"|en todo momento"
    r"|wij (?:zullen|garanderen|zorgen ervoor|verplichten ons|staan in)|kosteloos|uiterlijk"
    r"|te allen tijde|onvoorwaardelijk)\b"
)
"""Promises in folded text."""


@dataclass(frozen=True)
class Ground:
    """Texts that a plan may stand on: ``proofs`` are the organization's, ``client`` the client's.

    Numbers and promises have to stand in ``proofs``; a name may stand in either.
    """

    proofs: str
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
        if not _numbers(shadow, sentence) <= self._numbers:
            return True
        promised = {match[0] for match in PROMISE.finditer(fold(sentence))}
        if any(promise not in self._folded_proofs for promise in promised):
            return True
        return any(fold(name) not in self._words for name in _names(sentence, self.language))

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return frozenset(_numbers(digits_for_words(self.proofs, self.language), self.proofs))

    @cached_property
    def _folded_proofs(self) -> str:
        return fold(self.proofs)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(WORD.findall(fold(f"{self.proofs}\n{self.client}")))


def _numbers(shadow: str, text: str) -> set[str]:
    """The numbers of a text without marks; "one" in letters is no number."""
    return {
        MARKS.sub("", match[0])
        for match in NUMBER.finditer(shadow)
        if match[0] != "1" or text[match.start()].isdigit()
    }


def _names(sentence: str, language: str) -> list[str]:
    """Words that may be names: in capitals, or capitalized inside of the sentence.

    In German, where every noun is, only words in capitals and two capitalized ones in a row, unless
    the first is the first word of the sentence and may be an adjective.
    """
    said = [
        match
        for match in NAME.finditer(sentence)
        if len(match[0]) > 1 and fold(match[0]) not in small_words(language)
    ]
    if language == "de" and said and said[0].start() == 0 and ADJECTIVE.search(said[0][0]):
        said = said[1:]
    ends, starts = {one.end() for one in said}, {one.start() for one in said}
    names = []
    for match in said:
        is_inside = match.start() > 0 and language != "de"
        is_beside = match.start() - 1 in ends or match.end() + 1 in starts
        if is_inside or is_beside or sum(sign.isupper() for sign in match[0]) > 1:
            names.append(match[0].rstrip("'’-"))
    return names
