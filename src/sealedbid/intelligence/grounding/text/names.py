"""Names in a text: of people, clients, products, places, certificates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sealedbid.intelligence.brief.structure.sentences import sentences
from sealedbid.intelligence.grounding.text.words import empty_words
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.vocabulary.calendar_words import calendar_words
from sealedbid.intelligence.vocabulary.folding import fold

TOKEN = re.compile(r"[^\W\d_][\w&]*(?:[-'’.&][^\W_][\w&]*)*|\d[\w.,:/-]*|[^\s\w]")
LINK = re.compile(
    r"(?:of|de|van|der|den|von|vom|zu|la|le|del|du|des|and|&|y|et|und|en|the|for|in|-|'|’|d)",
    re.IGNORECASE,
)
ENDS = re.compile(r"['’]s$|['’]$")
OPENING = re.compile(r"[\"'“‘«(\[:–—•*]")
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,8}s?|[A-Z]{1,6}|[A-Za-z]+[A-Z]\w*")
ROW = frozenset({"und", "oder", "sowie", ","})  # "in Deutsch und Polnisch"
BARE = frozenset({"in", "bei", "fur", "von", "aus", "nach", "mit"})
PLAIN = frozenset(
    """betrieb bedarf hilfe beginn anfang absprache form arbeit ordnung kraft hohe zeit rucksprache
    anfrage wunsch vertrag text bezug rahmen abnahme papier holz haus ort support""".split()  # noqa: SIM905
)
PLAIN_ENDING = re.compile(
    r"(?:ung|heit|keit|schaft|tion|tat)(?:en|s)?$|(?:en|ern|eln|er|ie|ik|nis)$"
)
TAXES = frozenset({"vat", "ht", "ttc", "htva", "mwst", "ust", "iva", "btw", "tva", "gst"})
MOST = 8  # words of a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in ``text[start:end]``, and its folded words.

    ``opens``: it may be a plain word that begins a sentence. ``doubtful``: it may be a noun, as
    German has them.
    """

    start: int
    end: int
    words: tuple[str, ...]
    opens: bool
    written: str
    doubtful: bool = False


def names_of(text: str, values: Iterable[Value], language: str) -> tuple[Name, ...]:
    """The names of a text, in order. In German only those that no plain noun looks like."""
    signs = list(text)
    for one in values:
        if one.kind != "code":
            signs[one.start : one.end] = "0" * (one.end - one.start)
    text = "".join(signs)
    found: list[Name] = []
    for start, end in sentences(text):
        found += _in_sentence(text, start, end, language)
    return tuple(found)


def _in_sentence(text: str, start: int, end: int, language: str) -> list[Name]:
    tokens = list(TOKEN.finditer(text, start, end))
    names: list[Name] = []
    at = 0
    while at < len(tokens):
        if (
            not _is_capital(tokens[at])
            or fold(tokens[at][0]) in TAXES
            or (_opens(tokens, at) and _is_empty(tokens[at], language))
        ):
            at += 1
            continue
        last = at
        while last + 1 < len(tokens) and last - at < MOST:
            step = _next(tokens, last, text, language)
            if step is None or (step > last + 1 and last == at and _opens(tokens, at)):
                break  # "Keys of the County": the first word may be a plain one
            last = step
        names += _made(tokens, at, last, text, language)
        at = last + 1
    return names


def _next(tokens: list[re.Match[str]], at: int, text: str, language: str) -> int | None:
    """The place of the word that goes on with the name, over one small word."""
    here = tokens[at]
    if ENDS.search(here[0]):
        return None
    for step in (1, 2, 3):
        if at + step >= len(tokens):
            return None
        between = tokens[at + 1 : at + step]
        if not all(LINK.fullmatch(token[0]) for token in between):
            return None
        if step == 3 and fold(between[-1][0]) not in ("the", "la", "der", "den", "de", "les"):
            return None
        if text[tokens[at + step - 1].end() : tokens[at + step].start()] not in (" ", "", "\n"):
            return None
        if _is_capital(tokens[at + step]):
            joined = step == 1 or (language != "de" and _joins(between[0][0]))
            return at + step if joined else None
    return None


def _joins(word: str) -> bool:
    return fold(word) not in ("and", "et", "y", "und", "en", "in", "for", "the", "-")


def _made(
    tokens: list[re.Match[str]], first: int, last: int, text: str, language: str
) -> list[Name]:
    opens = _opens(tokens, first)
    words = tuple(
        ENDS.sub("", fold(token[0])) for token in tokens[first : last + 1] if _is_capital(token)
    )
    words = tuple(word for word in words if word not in _calendar())
    written = text[tokens[first].start() : tokens[last].end()]
    if not words or (language == "de" and not _stands_out(tokens, first, last)):
        return []
    return [
        Name(
            start=tokens[first].start(),
            end=tokens[last].end(),
            words=words,
            opens=opens and len(words) == 1 and not ACRONYM.fullmatch(tokens[first][0]),
            doubtful=language == "de" and first == last and not ACRONYM.fullmatch(written),
            written=written,
        )
    ]


def _stands_out(tokens: list[re.Match[str]], first: int, last: int) -> bool:
    """True in German for two capitals in a row, acronyms, and words without an article."""
    if any(ACRONYM.fullmatch(token[0]) for token in tokens[first : last + 1]):
        return True
    return last > first or _is_bare(tokens, first)


def _is_bare(tokens: list[re.Match[str]], at: int) -> bool:
    """True in German for one capital behind a preposition without an article: "in Hamburg"."""
    word = fold(tokens[at][0])
    before = fold(tokens[at - 1][0]) if at else ""
    if before in ROW and at > 1 and _is_capital(tokens[at - 2]):
        return PLAIN_ENDING.search(word) is None and _is_bare(tokens, at - 2)
    return before in BARE and word not in PLAIN and PLAIN_ENDING.search(word) is None


def _is_capital(token: re.Match[str]) -> bool:
    return token[0][0].isupper() and token[0] != "I"


def _opens(tokens: list[re.Match[str]], at: int) -> bool:
    return at == 0 or OPENING.fullmatch(tokens[at - 1][0]) is not None


def _is_empty(token: re.Match[str], language: str) -> bool:
    return fold(token[0]) in empty_words(language)


def _calendar() -> frozenset[str]:
    words = calendar_words()
    return frozenset(words.months) | frozenset(words.weekdays)
