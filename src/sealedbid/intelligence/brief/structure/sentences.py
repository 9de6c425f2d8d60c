"""Sentences of plain words, as offsets: no abbreviation, time, number or address ends one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.vocabulary.calendar_words import calendar_words
from sealedbid.intelligence.vocabulary.folding import fold

# Where a sentence may end: a mark before white space, a full-width mark, or a hard line break.
CANDIDATE = re.compile(r"[.!?…]+[\"'”’»)\]]{0,3}(?=\s|$)|[。！？]+[」』”]?|\n")
WORD_BEFORE = re.compile(r"[^\s(\[\"'“]*$")
NEXT = re.compile(r"\s*[\"'“‘(\[«]*")
REACH = 40  # no abbreviation is longer

# Never at a sentence's end: something has to follow.
GOES_ON = re.compile(
    r"e\.?g|i\.?e|cf|vs|viz|approx|ca|[dm]r|mrs|ms|prof|st|jr|sr|messrs|gen|rep|sen|gov"
    r"|z\.?b|bzw|exkl|inkl|excl|incl|zzgl|einschl|gesetzl|gem|mind|evtl|ggf|vgl|sog|u\.?a|d\.?h"
    r"|dipl|ing|hr|frau|mme|mlle|env|sra?|aprox|p\.?ej|bijv|dhr|mevr|t\.a\.v|sfr|min"
)
# Before a number they are part of it; otherwise words.
COUNTS = re.compile(
    r"nos?|nr|secs?|arts?|figs?|paras?|pp?|vol|ch|app|ex|exh|pub|tel|ext|rev|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|okt|dez|abs|ziff|kap|max|rs|fr|num|mrt"
)
# They end a sentence before a capital, unless what they count follows ("1,5 Mio. Euro").
SCALES = re.compile(r"mio|mrd|tsd|mill?")
COUNTED = re.compile(r"(?:Euro|Franken|Dollar|Pfund|EUR|CHF|USD|[€$£])")
MAY_END = re.compile(r"etc|inc|ltd|corp|co|llc|dept|est|a\.m|p\.m|ph\.d|al")
MONTH = re.compile(r"[^\W\d_]{3,10}")
INITIALS = re.compile(r"(?:[a-z]\.)*[a-z]", re.IGNORECASE)
STARTERS = re.compile(
    r"(?:The|This|These|That|Those|All|Any|Each|Every|If|It|In|For|No|When|Where|Please|We|You"
    r"|Your|Our|Offerors?|Vendors?|Contractors?|Bidders?|Proposals?)\b"
)
ENUMERATOR = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[A-Za-z]|[ivxIVX]{1,5})\)?\.?")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of ``text``, without the white space around it."""
    start = 0
    for match in CANDIDATE.finditer(text):
        if match[0] != "\n" and not _ends(text, start, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(character.isalnum() for character in text[start:end]):
        yield start, end


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return True
    following = NEXT.match(text, match.end())
    after = following.end() if following else match.end()
    if after >= len(text):
        return True
    if text[after].islower():
        return False
    found = WORD_BEFORE.search(text[max(start, match.start() - REACH) : match.start()])
    word = found[0] if found else ""
    begins = text[start : match.start()].strip() if match.start() - start < REACH else ""
    if ENUMERATOR.fullmatch(begins):  # "1. ", "a. ": the number of what follows
        return False
    return _is_whole(word.lower(), text, after)


def _is_whole(word: str, text: str, after: int) -> bool:
    """True if a dot behind ``word`` ends the sentence, a capital or a number following."""
    if GOES_ON.fullmatch(word):
        return False
    if COUNTS.fullmatch(word):
        return not text[after].isdigit()
    if SCALES.fullmatch(word):
        return not text[after].isdigit() and COUNTED.match(text, after) is None
    name = MONTH.match(text, after) if word.isdigit() and len(word) <= 2 else None
    if name is not None:  # "am 3. Mai"
        return fold(name[0]) not in calendar_words().months
    if MAY_END.fullmatch(word) or INITIALS.fullmatch(word):
        return STARTERS.match(text, after) is not None
    return True
