"""Fields of front matter and of an e-mail's header: each a cell with its name as the label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.brief.structure.lines import Lines
from sealedbid.intelligence.brief.structure.models import Piece
from sealedbid.intelligence.brief.structure.plain import plain
from sealedbid.intelligence.brief.structure.regions import Region

FIELD = re.compile(
    r"\s*(?:>\s?){0,5}\**(?P<name>[\w À-ÿ.-]{1,60}?)\**[ \u00a0]?:\**\s+(?P<value>\S.*?)\s*"
)
GOES_ON = re.compile(r"\s*-?\s*(?:(?P<name>[\w À-ÿ.-]{1,60}?)\s?:\s+)?(?P<value>\S.*?)\s*")


def fields(found: Lines, region: Region) -> Iterator[Piece]:
    """The fields on a region's lines; those that are indented have the name above in theirs."""
    above = ""
    for number in region.lines:
        line = found.text(number)
        inner = line[:1] in " \t-" and bool(above)
        match = (GOES_ON if inner else FIELD).fullmatch(line)
        if match is None:
            above = line.strip().rstrip(":") if line.rstrip().endswith(":") else ""
            continue
        name = match["name"] or ""
        label = f"{above} {name}".strip() if inner else name.strip()
        above = above if inner else ""
        start, end = (found.starts[number] + each for each in match.span("value"))
        if found.source[start] in "\"'" and found.source[end - 1] == found.source[start]:
            start, end = start + 1, end - 1
        words = plain(found.source, start, end)
        length = len(words.text)
        if words.text.strip():
            yield Piece(
                kind="cell",
                text=words.text,
                words=words,
                start=0,
                end=length,
                label=label,
                speaker=region.speaker,
            )
