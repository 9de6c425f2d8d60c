"""Values in a quote, read by the readers of the brief: a model's own value is never taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sealedbid.intelligence.agents.intake.findings import overlap
from sealedbid.intelligence.asking.kinds import OF_LENGTH, OF_TIME
from sealedbid.intelligence.brief.facts.cues import cue
from sealedbid.intelligence.brief.facts.dollars import other_dollars
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.models import FactKind
from sealedbid.intelligence.brief.facts.values import AnyValue, Money, Weight, Words
from sealedbid.intelligence.brief.facts.weights import LONGEST as LONGEST_NAME
from sealedbid.intelligence.brief.facts.weights import tidied, weights_in
from sealedbid.intelligence.brief.language import table_of_languages
from sealedbid.intelligence.brief.models import Span
from sealedbid.intelligence.brief.values.currencies import currencies
from sealedbid.intelligence.brief.values.models import Read
from sealedbid.intelligence.vocabulary.folding import fold

OF_THE_ANSWER: Final = frozenset({"page", "word"})
MOST_WORDS: Final[dict[FactKind, int]] = {"title": 16, "issuer": 12, "reference": 8, "contact": 30}
"""Words of a name; a rule for handing in may have SENTENCE of them."""
SENTENCE: Final = 60
MARKS: Final = re.compile(r"[*`\\]+")
WORD: Final = re.compile(r"[^\W\d_]+|[€£₹]")


@dataclass(frozen=True, slots=True)
class Found:
    """A value in a quote, with what the reader says to it."""

    value: AnyValue
    inferred: str = ""
    doubt: str = ""
    others: tuple[AnyValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """The lines of a brief with their values; ``language`` is empty if its words do not tell."""

    lines: Sequence[Line]
    text: str
    language: str

    def values(self, kind: FactKind, quote: Span) -> list[Found]:
        """Every value of the quote that a fact of this kind may have."""
        return list(self._values(kind, quote))

    def _values(self, kind: FactKind, quote: Span) -> Iterator[Found]:
        lines = [each for each in self.lines if overlap(each.piece.span, quote)]
        if kind in OF_TIME or kind == "validity":
            for line in lines:
                yield from _inside(line, line.moments, quote)
        if kind in OF_LENGTH:
            for line in lines:
                for found in _inside(line, line.lengths, quote):
                    counts_words = getattr(found.value, "unit", "") in OF_THE_ANSWER
                    if counts_words == (kind == "limit"):
                        yield found
        elif kind == "budget":
            yield from self._sums(lines, quote)
        elif kind == "criterion":
            yield from self._weights(lines, quote)
        elif kind in ("language", "currency"):
            codes = _languages(quote.text) if kind == "language" else _currencies(quote.text)
            yield from (Found(Words(text=code)) for code in codes)
        elif kind not in OF_TIME:
            words = plain(quote.text)
            if _may_be(kind, words):
                yield Found(Words(text=words))

    def _sums(self, lines: Sequence[Line], quote: Span) -> Iterator[Found]:
        dollars = other_dollars(self.text)
        for line in lines:
            for found in _inside(line, [each.read for each in line.sums], quote):
                value = found.value
                if isinstance(value, Money) and value.currency == "USD" and dollars:
                    others = (value.model_copy(update={"currency": one}) for one in dollars)
                    doubt = f"it does not say whose dollar: {' or '.join(('USD', *dollars))}"
                    yield Found(value, found.inferred, doubt, (*found.others, *others))
                else:
                    yield found

    def _weights(self, lines: Sequence[Line], quote: Span) -> Iterator[Found]:
        unit = cue(self.language, "criteria", "points")
        weighted = [
            each
            for line in lines
            for each in weights_in(line, unit)
            if quote.start <= each.quote.start and each.quote.end <= quote.end
        ]
        for each in weighted:
            yield Found(Weight(criterion=each.name, points=each.points))
        name = tidied(plain(quote.text))
        if not weighted and name and len(name) <= LONGEST_NAME and not re.search(r"\d", name):
            yield Found(Weight(criterion=name))


def plain(text: str) -> str:
    """Words on one line, without marks of Markdown."""
    return " ".join(MARKS.sub("", text).split()).strip(" |#")


def _may_be(kind: FactKind, words: str) -> bool:
    """True if words can be a value of this kind: a name is short, and a reference has a digit."""
    count = len(words.split())
    if not 0 < count <= MOST_WORDS.get(kind, SENTENCE):
        return False
    return kind != "reference" or any(map(str.isdigit, words))


def _inside(line: Line, reads: Sequence[Read[AnyValue]], quote: Span) -> Iterator[Found]:
    for read in reads:
        place = line.span(read.start, read.end)
        if read.value is not None and quote.start <= place.start and place.end <= quote.end:
            yield Found(read.value, read.inferred, read.doubt, read.others)


def _languages(text: str) -> list[str]:
    names: dict[str, list[str]] = table_of_languages()["names"]
    words = set(WORD.findall(fold(text)))
    return [code for code, known in names.items() if words & set(known)]


def _currencies(text: str) -> list[str]:
    known = currencies()
    found = []
    for word in WORD.findall(text):
        if word in known.codes:  # in capitals: "all" and "try" are words
            found.append(word)
        elif fold(word) in known.names or not word.isalpha():
            found.append(known.code(fold(word)))
    return list(dict.fromkeys(found))
