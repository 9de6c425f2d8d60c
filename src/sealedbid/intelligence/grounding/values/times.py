"""Times of day: "5 p.m.", "halb neun", and both ends of "von 7.30 bis 18 Uhr"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from sealedbid.intelligence.brief.values.clocks import LATE_PARTS, find_clocks
from sealedbid.intelligence.brief.values.number_words import FILL
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.vocabulary.loading import spoken, vocabulary

HOURS = re.compile(r"\d{1,2}\s?(?:heures?|horas?|uur|h|u)")
AT = re.compile(
    r"\b(?:at|by|until|from|um|ab|bis|vor|a|avant|jusqu'a|de|las|la|om|tot|voor|van)\s$"
)
HOUR = rf"(?P<hour>\d{{1,2}}){FILL}{{0,20}}"
BARE = rf"(?P<hour>\d{{1,2}})(?:[.:](?P<minute>[0-5]\d))?{FILL}{{0,20}}(?:\s?(?:h|u|uur|uhr))?"
PARTS = {"half_after": 30, "half_before": -30, "quarter_after": 15, "quarter_before": -15}
END = rf"\d{{1,2}}{FILL}{{0,20}})"
UNTIL = re.compile(
    rf"(?<![\w.,:])(?P<one>{END}\s(?:until|till)\s(?P<two>{END}(?!\w|[.,:]?\d|\s?%|\s[a-z]{{3,}}s\b)"
)
PART = (
    r"de la (?:manana|tarde|noche)|in the (?:morning|afternoon|evening)|du (?:soir|matin)"
    r"|de l'apres-midi|'s (?:middags|avonds|ochtends|morgens)|abends|nachmittags|vormittags|morgens"
)
IN_WORDS = re.compile(
    rf"(?<![\w.,])(?P<hour>\d{{1,2}}){FILL}{{1,20}}\s(?:(?P<half>[ap])\.?\s?m\b\.?"
    rf"|(?P<unit>uur|uhr|o'clock|heures?|horas?)(?:\s(?P<part>{PART}))?)"
)
PARTS_OF_DAY = re.compile(
    rf"(?<![\w.,:])(?P<one>{END}\s(?:to|and|a|y|et|tot|en|bis|und)\s(?P<two>{END}"
    rf"(?=\s(?:{PART}))"
)
NOON, DAY = 12, 24


def find_times(text: str, rest: str, shadow: str, language: str) -> list[Value]:
    """The times of a text. ``rest`` is it folded, ``shadow`` has digits for its words."""
    found = [*_in_words(text, shadow, language)]
    found += [one for one in _told(text, shadow) if not _is_taken(one, found)]
    found += [one for one in _until(text, shadow) if not _is_taken(one, found)]
    for clock in find_clocks(rest, 0, len(rest)):
        is_taken = any(clock.start < one.end and one.start < clock.end for one in found)
        if is_taken or _is_length(rest, clock.start, clock.end):
            continue
        minutes = clock.at.hour * 60 + clock.at.minute
        found.append(_time(text, clock.start, clock.end, minutes, clock.or_later))
    return [*found, *_other_ends(text, shadow, found, language)]


def _is_taken(one: Value, found: list[Value]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in found)


def _in_words(text: str, shadow: str, language: str) -> Iterator[Value]:
    for part, pattern in _spoken(language):
        for match in pattern.finditer(shadow):
            minutes = int(match["hour"]) * 60 + PARTS[part]
            if 0 < minutes < DAY * 60:
                yield _time(text, match.start(), match.end(), minutes, True)


def _told(text: str, shadow: str) -> Iterator[Value]:
    """Hours in words: "zes uur 's ochtends", "five p.m."."""
    for match in IN_WORDS.finditer(shadow):
        part = match["part"] or match["half"] or ""
        hour = int(match["hour"])
        if hour <= DAY and (part or match["unit"] in ("uhr", "o'clock")):
            late = part.startswith("p") or part.endswith(LATE_PARTS)
            minutes = (hour % NOON + NOON if late else hour) * 60
            yield _time(text, match.start(), match.end(), minutes, not part and hour <= NOON)


def _until(text: str, shadow: str) -> Iterator[Value]:
    """Both ends of "from nine until two", "de seis a ocho de la tarde"."""
    for pattern in (UNTIL, PARTS_OF_DAY):
        for match in pattern.finditer(shadow):
            for end in ("one", "two"):
                hour = int(match[end].strip(FILL))
                if hour <= DAY:
                    yield _time(text, *match.span(end), hour * 60, hour <= NOON)


def _other_ends(text: str, shadow: str, found: list[Value], language: str) -> Iterator[Value]:
    """The bare number before or behind a time in a span: "van 8.30 tot 17 uur"."""
    before, behind = _spans(language)
    for one in found:
        for pattern, high in ((before, one.start), (behind, None)):
            if high is not None:
                match = pattern.search(shadow, max(0, high - 30), high)
            else:
                match = pattern.match(shadow, one.end)
            if match is None or int(match["hour"]) > DAY:
                continue
            start, end = match.start("hour"), match.end()
            if high is not None:
                end = match.end("time")
            if any(start < other.end and other.start < end for other in found):
                continue
            minutes = int(match["hour"]) * 60 + int(match["minute"] or 0)
            yield _time(text, start, end, minutes, int(match["hour"]) < NOON)


def _time(text: str, start: int, end: int, minutes: int, later: bool) -> Value:
    return Value(
        kind="clock",
        start=start,
        end=end,
        words=text[start:end],
        number=Decimal(minutes),
        unit="later" if later else "",
    )


def _is_length(folded: str, start: int, end: int) -> bool:
    """True for "4 heures" and "4 uur" that no word tells to be a time of day."""
    return HOURS.fullmatch(folded[start:end].strip()) is not None and not AT.search(
        folded, max(0, start - 12), start
    )


@cache
def _spoken(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found: list[tuple[str, re.Pattern[str]]] = []
    for known in spoken(language):
        for part, words in vocabulary(known, "units")["times"].items():
            if part in PARTS and words:
                form = words.replace("{h}", HOUR)
                found.append((part, re.compile(rf"(?<!\w)(?:{form})(?!\w)")))
    return tuple(found)


@cache
def _spans(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    to = "|".join(vocabulary(known, "units")["times"]["between"] for known in spoken(language))
    to = rf"(?:\s(?:{to})\s|\s?[-–]\s?)"
    return (
        re.compile(rf"(?:(?<=\s)|^)(?P<time>{BARE}){to}$"),
        re.compile(rf"{to}{BARE}(?![\w,.%]*\d|\s?(?:%|[a-z]{{3,}}s\b))"),
    )
