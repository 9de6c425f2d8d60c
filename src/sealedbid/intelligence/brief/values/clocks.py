"""Clocks: the times of a day in a run of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from functools import partial

from sealedbid.intelligence.brief.values.zones import zone_at

CLOCK = re.compile(
    r"""(?<![\d.,/:$€£-])(?:
      (?P<noon>(?:12(?:[:.]00)?\s?)?(?:\b(?:noon|midday|mittags?\b|midi\b|mediodia|12\s?uhr\smittags)))
    | (?P<midnight>(?:12(?:[:.]00)?\s?|24[:.]00\s?)?\b(?:midnight|mitternacht|minuit|medianoche
        |middernacht))
    | (?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?(?::\d{2})?\s?(?P<half>[ap])\.?\s?m\b\.?
    | (?P<h2>\d{1,2})(?::|(?P<point>\.)|\s?h\s?|u)(?P<m2>\d{2})(?!\d|[.,]\d|\s?(?:%|[€$£]|eur))
        (?::\d{2})?(?:\s?(?P<unit>uhr|uur|h(?:oras|rs|ours)?\b|noon))?
    | (?P<h3>\d{1,2})\s?(?:uhr\b|uur\b|heures?\b|horas?\b|h\b|u\b
        |o'clock(?:\s(?P<half3>[ap])\.?m\b\.?)?)
    | (?P<h4>[0-2]\d)(?P<m4>[0-5]\d)\s?(?:hours|hrs|h\b|uhr|uur)
    | (?P<h6>(?!19|20[2-5])[0-2]\d)(?P<m6>[0-5]\d)(?=\s\(?(?:gmt|utc|[a-z]{1,3}[sd]?t)\b)
    | \b(?:las?|los)\s(?P<h5>\d{1,2})(?=\sde\sla\s)
    | \bhalf\s(?P<before>een|twee|drie|vier|vijf|zes)\b
    )(?P<part>\s(?:'s\s(?:middags|avonds|ochtends|morgens)|de\sla\s(?:manana|tarde|noche)
        |in\sthe\s(?:morning|afternoon|evening)|nachmittags|vormittags|abends|du\ssoir|du\smatin
        |de\sl'apres-midi))?""",
    re.VERBOSE,
)
SIGN = re.compile(
    r"\d|noon|midday|mittag|midi|mediodia|midnight|mitternacht|minuit|noche|nacht|half"
)
DUTCH = ("een", "twee", "drie", "vier", "vijf", "zes")
LATE_PARTS = (
    "middags", "avonds", "tarde", "noche", "afternoon", "evening", "nachmittags", "abends", "soir",
    "apres-midi",
)  # fmt: skip
TOLD = re.compile(r"\b(?:at|by|than|before|until|um|bis|om|las|uhr|voor|vor)\s$")
EARLIEST = 8  # an hour below it, with neither "am" nor a leading zero, may be one of the afternoon
END = time(23, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time in ``text[start:end]``, its zone's words included.

    ``midnight`` is the end of its day, unless told otherwise. ``or_later``: it may be twelve hours
    later.
    """

    start: int
    end: int
    at: time
    zone: str | None = None
    midnight: bool = False
    or_later: bool = False
    zero: bool = False


def find_clocks(folded: str, start: int, end: int) -> Iterator[Clock]:
    """The clocks in ``folded[start:end]``, folded text."""
    if SIGN.search(folded, start, end) is None:
        return
    for match in CLOCK.finditer(folded, start, end):
        found = _clock(match, folded)
        if found is not None:
            yield found


def _clock(match: re.Match[str], folded: str) -> Clock | None:
    zone, stop = zone_at(folded, match.end())
    clock = partial(Clock, start=match.start(), end=stop, zone=zone)
    if match["noon"]:
        return clock(at=time(12))
    if match["midnight"]:
        return clock(at=END, midnight=True)
    if match["before"]:
        return clock(at=time(DUTCH.index(match["before"]) + 12, 30))
    said = next(match[name] for name in ("h", "h2", "h3", "h4", "h5", "h6") if match[name])
    hours = int(said)
    minutes = int(match["m"] or match["m2"] or match["m4"] or match["m6"] or 0)
    part = (match["part"] or "").strip()
    half = match["half"] or match["half3"]
    if minutes > 59 or hours > 24 or (half and not 1 <= hours <= 12):
        return _european(clock, hours, minutes) if half and minutes <= 59 else None
    if hours == 24:
        return clock(at=END, midnight=True) if minutes == 0 else None
    if match["point"] and not (match["unit"] or part) and not _is_told(match, folded):
        return None  # "section 3.15" is no clock
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    elif part and hours < 12 and part.endswith(LATE_PARTS):
        hours += 12
    unsaid = not (
        half or part or match["h4"] or match["h6"] or match["unit"] or said.startswith("0")
    )
    return clock(
        at=time(hours, minutes),
        or_later=unsaid and match["h2"] is not None and ":" in match[0] and 0 < hours < EARLIEST,
        zero=hours == 0 and minutes == 0,
    )


def _european(clock: partial[Clock], hours: int, minutes: int) -> Clock | None:
    """Read "17:00 pm" as what it says first."""
    return clock(at=time(hours, minutes)) if 12 < hours < 24 else None


def _is_told(match: re.Match[str], folded: str) -> bool:
    """True if a word before "17.30" says that it is a time."""
    before = folded[max(0, match.start() - 10) : match.start()]
    return TOLD.search(before) is not None
