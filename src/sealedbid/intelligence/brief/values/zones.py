"""The zone that stands behind a clock."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from sealedbid.intelligence.vocabulary.calendar_words import either

OFFSET = re.compile(
    r"\s?\(?(?:utc|gmt)\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?\)?"
)
OF_MAIL = re.compile(r"\s(?P<sign>[+-])(?P<hours>[01]\d)(?P<minutes>[0-5]\d)\b")
LOCAL = re.compile(
    r",?\s?\(?(?P<words>(?:local|eastern|prevailing)?\s?(?:local time|ortszeit|heure locale"
    r"|hora local|(?:plaatselijke|lokale) tijd|hora oficial))\)?"
)


@cache
def _named() -> tuple[re.Pattern[str], dict[str, str]]:
    place = files("sealedbid.intelligence.vocabulary") / "zones.toml"
    names = tomllib.loads(place.read_text(encoding="utf-8"))
    pattern = re.compile(
        rf",?\s?\(?(?:the\s)?(?P<zone>{either(names)})\b"
        r"(?:\s(?:standard|daylight|summer|winter)?\s?time\b|\s(?:standard|daylight)\b)?\)?"
    )
    return pattern, names


def zone_at(folded: str, start: int) -> tuple[str | None, int]:
    """The zone in ``folded`` from ``start`` on, and where it ends; (None, start) for none."""
    offset = OFFSET.match(folded, start) or OF_MAIL.match(folded, start)
    if offset:
        hours, minutes = int(offset["hours"]), offset["minutes"] or "00"
        if hours <= 14:
            return f"{offset['sign']}{hours:02}:{minutes}", offset.end()
    local = LOCAL.match(folded, start)
    if local:
        return local["words"].strip(), local.end()
    pattern, names = _named()
    named = pattern.match(folded, start)
    if named:
        return names[named["zone"]], named.end()
    return None, start
