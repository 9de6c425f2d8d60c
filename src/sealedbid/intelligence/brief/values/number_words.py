"""Numbers in words, put into digits in their place: "fifteen thousand" becomes "15000"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from text_to_num import text2num

from sealedbid.intelligence.vocabulary.calendar_words import either
from sealedbid.intelligence.vocabulary.folding import fold
from sealedbid.intelligence.vocabulary.loading import LANGUAGES, spoken, vocabulary

LEAST = 100
FILL = "\x00"  # what fills the place of words that are longer than their digits
SPELT = {"fuenf": "fünf", "zwoelf": "zwölf", "eine": "ein", "dreißig": "dreissig"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """The pattern of a run of number words in one language, and what it needs to be read."""

    pattern: re.Pattern[str]
    scales: tuple[str, ...]
    joins: frozenset[str]
    phrases: dict[str, int]


def digits_for_words(text: str, language: str) -> str:
    """Fold ``text`` and put digits for its number words; the result is as long as ``text``."""
    folded = fold(text)
    told = language in LANGUAGES
    for known in spoken(language):
        # Where the language is open, a short word of one is another word of the next ("once").
        least = 0 if told or known == "en" else LEAST
        folded = _replaced(folded, text, known, least)
    return folded


@cache
def _number_words(language: str) -> NumberWords:
    table = vocabulary(language, "numbers")
    words = either(table["words"])
    one = rf"(?:{words}){{1,9}}" if table["compound"] else rf"(?:{words})"
    # "hundred and five" is one number, "two and five" are two.
    joined = rf"(?:{table['joined']})?" if table["joined"] else ""
    phrases = either(table["phrases"])
    return NumberWords(
        pattern=re.compile(
            rf"(?<![\w-])(?:(?P<phrase>{phrases})"
            rf"|{one}(?:{joined}[ -]{{1,2}}{one}){{0,12}})(?![\w])"
        ),
        scales=tuple(table["scales"]),
        joins=frozenset(table["joins"]),
        phrases=table["phrases"],
    )


def _replaced(folded: str, text: str, language: str, least: int) -> str:
    known = _number_words(language)
    parts: list[str] = []
    done = 0
    for match in known.pattern.finditer(folded):
        start, end = match.start(), _without_joins(match, known)
        value = _value(folded[start:end], text[start:end], folded[:start], language, known)
        digits = _short(value, end - start) if value is None or value >= least else ""
        if digits:
            parts += [folded[done:start], digits, FILL * (end - start - len(digits))]
            done = end
    return "".join([*parts, folded[done:]]) if parts else folded


def _without_joins(match: re.Match[str], known: NumberWords) -> int:
    """The end of a run of words without a last "and"."""
    words = match[0].split(" ")
    end = match.end()
    while len(words) > 1 and words[-1] in known.joins:
        end -= len(words.pop()) + 1
    return end


def _value(folded: str, text: str, before: str, language: str, known: NumberWords) -> int | None:
    if folded in known.phrases:
        return int(known.phrases[folded])
    if folded.startswith(known.scales) and before.rstrip()[-1:].isdigit():
        return None  # "3 million": the digits before it are read with it
    if folded in known.joins:
        return None
    words = text.lower()
    for written, meant in SPELT.items():
        words = words.replace(written, meant)
    try:
        return int(text2num(" ".join(words.split()), language))
    except ValueError:
        return None


def _short(value: int | None, room: int) -> str:
    """The digits of ``value`` in at most ``room`` signs; empty if there are none."""
    if value is None:
        return ""
    digits = str(value)
    if len(digits) > room and value % 1000 == 0:
        digits = f"{value // 1000}k"
    return digits if len(digits) <= room else ""
